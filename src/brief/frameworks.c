/* The file of frameworks: reading it, and checking that it agrees with itself. */

#include "brief/brief_codes.h"
#include "brief/spec.h"
#include "data/bind/bind.h"

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
