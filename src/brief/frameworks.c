/* The files of frameworks and bank holidays: reading them, and checking that they agree with
 * themselves. */
#include "brief/frameworks.h"

#include "brief/brief_codes.h"
#include "brief/spec.h"
#include "data/bind/bind.h"
#include "diag/diag.h"

/* ---- the file of frameworks: reading it, and checking that it agrees with itself ---- */

struct checker {
    struct diags *diags;
    const struct frameworks *frameworks;
};

static void check_grade_names(const struct checker *checker, const struct texts *grades)
{
    for (size_t i = 0; i < grades->count; i++) {
        if (grade_find(checker->frameworks, grades->items[i]))
            continue;
        struct diag *diag =
            diag_report(checker->diags, &E233, grades->spans[i],
                        "no grade has the id `" STR_FMT "`", STR_ARG(grades->items[i]));
        diag_hint(checker->diags, diag, "add it to `grades` at the top of the file");
    }
}

static bool judged_anywhere(const struct frameworks *frameworks, struct str id)
{
    for (size_t i = 0; i < frameworks->frameworks.count; i++)
        if (judgement_find(&frameworks->frameworks.items[i], id))
            return true;
    return false;
}

static void check_judgement_names(const struct checker *checker, const struct texts *ids)
{
    for (size_t i = 0; i < ids->count; i++)
        if (!judged_anywhere(checker->frameworks, ids->items[i]))
            diag_report(checker->diags, &E233, ids->spans[i],
                        "no framework has a judgement `" STR_FMT "`", STR_ARG(ids->items[i]));
}

static void check_judgements(const struct checker *checker, const struct framework *framework)
{
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (judgement_find(framework, judgement->id) != judgement)
            diag_report(checker->diags, &E233, SPAN_OF(judgement, id),
                        "`" STR_FMT "` has two judgements `" STR_FMT "`", STR_ARG(framework->id),
                        STR_ARG(judgement->id));
        check_grade_names(checker, &judgement->grades);
        check_judgement_names(checker, &judgement->follows);
        check_judgement_names(checker, &judgement->overlaps);
    }
}

static void check_overall(const struct checker *checker, const struct framework *framework)
{
    bool judged = judgement_find(framework, STR("overall"));
    if (judged == (framework->overall == ANSWER_YES))
        return;
    struct diag *diag =
        diag_report(checker->diags, &E233, SPAN_OF(framework, overall),
                    judged ? "`" STR_FMT "` says that it has no overall judgement, and lists one"
                           : "`" STR_FMT "` has an overall judgement that it does not list",
                    STR_ARG(framework->id));
    diag_hint(checker->diags, diag,
              judged ? "write `overall: yes`" : "add a judgement with the id `overall`");
}

static void check_framework(const struct checker *checker, const struct framework *framework)
{
    if (framework_find(checker->frameworks, framework->id) != framework)
        diag_report(checker->diags, &E233, SPAN_OF(framework, id),
                    "two frameworks have the id `" STR_FMT "`", STR_ARG(framework->id));
    if (date_surely_after(&framework->from, &framework->to))
        diag_report(checker->diags, &E233, SPAN_OF(framework, to),
                    "`" STR_FMT "` ends before it begins", STR_ARG(framework->id));
    check_grade_names(checker, &framework->grades);
    check_overall(checker, framework);
    check_judgements(checker, framework);
}

static void check_grades(const struct checker *checker)
{
    const struct grade_list *grades = &checker->frameworks->grades;
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade *grade = &grades->items[i];
        if (grade_read(checker->frameworks, grade->id) != grade)
            diag_report(checker->diags, &E233, SPAN_OF(grade, id),
                        "two grades can be written `" STR_FMT "`", STR_ARG(grade->id));
    }
}

static void frameworks_check(struct diags *diags, const struct frameworks *frameworks)
{
    struct checker checker = {diags, frameworks};
    check_grades(&checker);
    for (size_t i = 0; i < frameworks->frameworks.count; i++)
        check_framework(&checker, &frameworks->frameworks.items[i]);
}

const struct frameworks *frameworks_read(struct arena *arena, struct diags *diags, const char *path)
{
    size_t errors = diags->errors;
    const struct frameworks *frameworks = bind_file(arena, diags, &frameworks_table, path);
    if (frameworks)
        frameworks_check(diags, frameworks);
    return diags->errors == errors ? frameworks : NULL;
}

/* ---- bank holidays: reading and checking their file, and counting working days ---- */

enum { SATURDAY = 5 }; /* as weekday() counts */

static const struct calendar_year *find_year(const struct calendar *calendar, int64_t year)
{
    for (size_t i = 0; i < calendar->years.count; i++) {
        const struct calendar_year *one = &calendar->years.items[i];
        if (one->year.value == year)
            return one;
    }
    return NULL;
}

/* ---- checking ---- */

static bool stands_before(const struct calendar_year *year, const struct holiday *holiday)
{
    const struct holiday *first = year->holidays.items;
    for (const struct holiday *other = first; other < holiday; other++)
        if (other->date.first == holiday->date.first)
            return true;
    return false;
}

static void check_holiday(struct diags *diags, const struct calendar_year *year,
                          const struct holiday *holiday)
{
    const char *fault = NULL;
    if (holiday->date.precision != DATE_DAY)
        fault = "a bank holiday is a day";
    else if (civil_from_day(holiday->date.first).year != year->year.value)
        fault = "this day is not in the year under which it stands";
    else if (weekday(holiday->date.first) >= SATURDAY)
        fault = "this day is at a weekend; the holiday is kept on a weekday in its place";
    else if (stands_before(year, holiday))
        fault = "this day is listed twice";
    if (fault)
        diag_report(diags, &E236, SPAN_OF(holiday, date), "%s", fault);
}

static void check_calendar(struct diags *diags, const struct calendar *calendar)
{
    for (size_t i = 0; i < calendar->years.count; i++) {
        const struct calendar_year *year = &calendar->years.items[i];
        if (find_year(calendar, year->year.value) != year)
            diag_report(diags, &E236, SPAN_OF(year, year), "the year %lld is listed twice",
                        (long long)year->year.value);
        for (size_t k = 0; k < year->holidays.count; k++)
            check_holiday(diags, year, &year->holidays.items[k]);
    }
}

const struct calendar *calendar_read(struct arena *arena, struct diags *diags, const char *path)
{
    size_t errors = diags->errors;
    const struct calendar *calendar = bind_file(arena, diags, &calendar_table, path);
    if (calendar)
        check_calendar(diags, calendar);
    return diags->errors == errors ? calendar : NULL;
}

/* ---- counting ---- */

static bool is_holiday(const struct calendar_year *year, day number)
{
    for (size_t i = 0; i < year->holidays.count; i++) {
        const struct holiday *holiday = &year->holidays.items[i];
        if (holiday->date.first == number)
            return true;
    }
    return false;
}

struct working_day calendar_add(const struct calendar *calendar, day from, int64_t count)
{
    day at = from;
    while (count > 0) {
        at++;
        int32_t year = civil_from_day(at).year;
        const struct calendar_year *known = find_year(calendar, year);
        if (!known)
            return (struct working_day){.missing_year = year};
        count -= weekday(at) < SATURDAY && !is_holiday(known, at);
    }
    return (struct working_day){.known = true, .day = at};
}
