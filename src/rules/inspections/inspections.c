/* Rules on when inspections took place and under which framework, and on what is usual between
   their dates: rare is not wrong, but worth a look. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

#include <stdlib.h>

static struct str long_date(const struct check *check, const struct date *date)
{
    return date_text(check->diags->arena, date, DATE_LONG);
}

/* A date that is written but could not be read was refused as such. */
static void inspection_has_a_date(const struct check *check, const struct inspection *inspection)
{
    if (inspection_date(inspection)->precision != DATE_UNKNOWN ||
        record_states(inspection, "published") || record_states(inspection, "fieldwork"))
        return;
    struct diag *diag =
        diag_report(check->diags, &W223, SPAN_OF(inspection, id),
                    "the inspection `" STR_FMT "` has no date", STR_ARG(inspection->id));
    diag_hint(check->diags, diag, "add `published` or `fieldwork`, even if only the year");
}

static void report_follows_fieldwork(const struct check *check, const struct inspection *inspection)
{
    struct date start = period_start(&inspection->fieldwork);
    struct date end = period_end(&inspection->fieldwork);
    bool before = date_surely_after(&start, &inspection->published);
    if (!before && !date_surely_after(&end, &inspection->published))
        return;
    struct diag *diag =
        diag_report(check->diags, &E228, SPAN_OF(inspection, published),
                    "the report was published before the fieldwork %s", before ? "began" : "ended");
    diag_note(check->diags, diag, SPAN_OF(inspection, fieldwork), "fieldwork is given here");
}

static void report_is_out(const struct check *check, const struct inspection *inspection)
{
    if (!is_future(check->briefing, inspection_date(inspection)))
        return;
    bool published = inspection->published.precision != DATE_UNKNOWN;
    struct diag *diag = diag_report(
        check->diags, &W228, record_span_of(inspection, published ? "published" : "fieldwork"),
        "`" STR_FMT "` is later than the day of the briefing, and is left out of what is computed",
        STR_ARG(inspection->id));
    diag_hint(check->diags, diag, "the briefing is made for " STR_FMT,
              STR_ARG(long_date(check, &check->briefing->briefing->as_at)));
}

/* "from January 2018 to December 2022", "in April 2026 or later". */
static struct str period_of_use(const struct check *check, const struct framework *framework)
{
    struct str from = long_date(check, &framework->from), to = long_date(check, &framework->to);
    struct arena *arena = check->diags->arena;
    if (framework->to.precision == DATE_UNKNOWN)
        return str_format(arena, "in " STR_FMT " or later", STR_ARG(from));
    if (framework->from.precision == DATE_UNKNOWN)
        return str_format(arena, "in " STR_FMT " or before", STR_ARG(to));
    return str_format(arena, "from " STR_FMT " to " STR_FMT, STR_ARG(from), STR_ARG(to));
}

static bool in_use_throughout(const struct framework *framework, const struct date *start)
{
    bool begun = framework->from.precision == DATE_UNKNOWN ||
                 (start->first != DAY_OPEN_START && start->first >= framework->from.first);
    bool not_ended = framework->to.precision == DATE_UNKNOWN || start->last <= framework->to.last;
    return begun && not_ended;
}

/* The framework of the same family, else the full one, that was surely in use then. */
static const struct framework *
framework_then(const struct check *check, const struct framework *given, const struct date *start)
{
    const struct framework_list *frameworks = &check->briefing->frameworks->frameworks;
    const struct framework *best = NULL;
    for (size_t i = 0; i < frameworks->count; i++) {
        const struct framework *framework = &frameworks->items[i];
        if (framework->full != given->full || !in_use_throughout(framework, start))
            continue;
        if (str_equal(framework->family, given->family))
            return framework;
        best = framework;
    }
    return best;
}

static void report_misfit(const struct check *check, const struct inspection *inspection,
                          const struct framework *framework, const struct code *code,
                          const struct date *date)
{
    bool fieldwork = inspection->fieldwork.precision != DATE_UNKNOWN;
    struct diag *diag = diag_report(check->diags, code, SPAN_OF(inspection, framework),
                                    "`" STR_FMT "` %s in use when %s", STR_ARG(framework->id),
                                    code == &E226 ? "was not" : "may not have been",
                                    fieldwork ? "fieldwork began" : "the report was published");
    const struct framework *then = fieldwork ? framework_then(check, framework, date) : NULL;
    if (then && then != framework) {
        diag_hint(check->diags, diag, "did you mean `" STR_FMT "`?", STR_ARG(then->id));
        diag_suggest(check->diags, diag, diag->span, then->id);
    } else if (!fieldwork) {
        diag_hint(check->diags, diag, "add `fieldwork`, which decides the framework");
    }
    diag_note(check->diags, diag, record_span_of(inspection, fieldwork ? "fieldwork" : "published"),
              "it is for fieldwork that began " STR_FMT, STR_ARG(period_of_use(check, framework)));
}

/* Dates that are only about right, or worked out, prove nothing. */
static bool is_firm(const struct date *date)
{
    return !date->approximate && !date->inferred;
}

/* Without fieldwork, or one that was refused, which has been told: a report may come long after a
   framework's last fieldwork, never before its first. */
static void check_by_publication(const struct check *check, const struct inspection *inspection,
                                 const struct framework *framework)
{
    const struct date *published = &inspection->published;
    if (!node_is_absent(node_get(inspection->fact.head.node, "fieldwork")))
        return;
    if (date_surely_after(&framework->from, published))
        report_misfit(check, inspection, framework,
                      is_firm(published) && is_firm(&framework->from) ? &E226 : &W220, published);
    else if (date_surely_after(published, &framework->to))
        report_misfit(check, inspection, framework, &W220, published);
}

static void check_by_fieldwork(const struct check *check, const struct inspection *inspection,
                               const struct framework *framework, const struct date *start)
{
    bool before = date_surely_after(&framework->from, start);
    bool after = date_surely_after(start, &framework->to);
    if (before || after) {
        bool firm = is_firm(start) && is_firm(before ? &framework->from : &framework->to);
        report_misfit(check, inspection, framework, firm ? &E226 : &W220, start);
    } else if (!in_use_throughout(framework, start)) {
        report_misfit(check, inspection, framework, &W220, start);
    }
}

static void framework_was_in_use(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework)
        return;
    struct date start = period_start(&inspection->fieldwork);
    if (start.precision == DATE_UNKNOWN)
        check_by_publication(check, inspection, framework);
    else
        check_by_fieldwork(check, inspection, framework, &start);
}

/* ---- what is usual ---- */

enum {
    FIELDWORK_MOST = 42, /* days; 28 is the longest of 492 */
    REPORT_LEAST = 14,   /* days from the end of fieldwork; 18 is the shortest of 492 */
    REPORT_MOST = 270,   /* 214 is the longest */
    APART_LEAST = 365,   /* days between full inspections; 582 is the closest of 339 pairs */
    AGAIN_LEAST = 120,   /* to a re-inspection, which comes soon: 186 in 2013 */
    LISTING_APART = 14   /* days between a report's own date and that of its listing; 7 at most */
};

static void check_fieldwork(const struct check *check, const struct inspection *inspection)
{
    struct date start = period_start(&inspection->fieldwork);
    struct date end = period_end(&inspection->fieldwork);
    struct range days = days_between(&start, &end);
    if (!days.known || inspection->fieldwork.precision != DATE_INTERVAL ||
        days.low <= FIELDWORK_MOST)
        return;
    struct diag *diag = diag_report(check->diags, &W230, SPAN_OF(inspection, fieldwork),
                                    "the fieldwork took at least %lld days", (long long)days.low);
    diag_hint(check->diags, diag, "inspectors have never taken more than four weeks");
}

static void inspection_takes_its_time(const struct check *check,
                                      const struct inspection *inspection)
{
    check_fieldwork(check, inspection);
    struct date end = period_end(&inspection->fieldwork);
    struct range days = days_between(&end, &inspection->published);
    if (!inspection_is_full(check->briefing, inspection) || !days.known || days.high < 0 ||
        (days.high >= REPORT_LEAST && days.low <= REPORT_MOST))
        return;
    bool late = days.low > REPORT_MOST;
    struct diag *diag =
        diag_report(check->diags, &W230, SPAN_OF(inspection, published),
                    "the report came %s %lld days after the fieldwork",
                    late ? "at least" : "at most", (long long)(late ? days.low : days.high));
    diag_hint(check->diags, diag, "reports have come after 18 to 214 days: check both dates");
    diag_note(check->diags, diag, SPAN_OF(inspection, fieldwork), "fieldwork is given here");
}

/* ---- how far full inspections are apart ---- */

struct full_inspection {
    struct str family; /* of its framework */
    const struct inspection *inspection;
};

/* By family, then by date, then as they stand in the file. */
static int by_date(const void *left, const void *right)
{
    const struct full_inspection *a = left, *b = right;
    day first_a = inspection_date(a->inspection)->first;
    day first_b = inspection_date(b->inspection)->first;
    int order = str_compare(a->family, b->family);
    if (!order)
        order = str_compare(a->inspection->of, b->inspection->of);
    if (!order)
        order = (first_a > first_b) - (first_a < first_b);
    return order ? order : (a->inspection > b->inspection) - (a->inspection < b->inspection);
}

/* A date that leaves more than a year open is near nothing for sure. */
static bool is_dated(const struct date *date)
{
    return date_is_bounded(date) && date->last - date->first < APART_LEAST;
}

/* Two that follow one another: surely closer than such inspections ever were? */
static bool too_close(const struct full_inspection *a, const struct full_inspection *b)
{
    bool again = b->inspection->kind == INSPECTION_REINSPECTION;
    int64_t least = again ? AGAIN_LEAST : APART_LEAST;
    struct range days =
        days_between(inspection_date(a->inspection), inspection_date(b->inspection));
    return str_equal(a->family, b->family) && str_alike(a->inspection->of, b->inspection->of) &&
           days.known && days.high < least && days.low > -least;
}

/* Reported at the one that stands later in the file. */
static void report_pair(const struct check *check, const struct inspection *a,
                        const struct inspection *b)
{
    const struct inspection *first = a < b ? a : b, *second = a < b ? b : a;
    struct diag *diag = diag_report(check->diags, &W246, SPAN_OF(second, id),
                                    "`" STR_FMT "` and `" STR_FMT "` are less than a year apart",
                                    STR_ARG(first->id), STR_ARG(second->id));
    diag_hint(check->diags, diag, "are they one inspection, or is a date wrong?");
    diag_note(check->diags, diag, SPAN_OF(first, id), "the other one is here");
}

static void inspections_keep_their_distance(const struct check *check)
{
    const struct inspection_list *inspections = &check->briefing->inspections;
    struct full_inspection *full =
        ARENA_ARRAY(check->diags->arena, struct full_inspection, inspections->count);
    size_t count = 0;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = &inspections->items[i];
        const struct framework *framework = inspection_framework(check->briefing, inspection);
        if (framework && is_dated(inspection_date(inspection)) &&
            inspection_is_full(check->briefing, inspection))
            full[count++] = (struct full_inspection){framework->family, inspection};
    }
    if (count)
        qsort(full, count, sizeof *full, by_date);
    for (size_t i = 1; i < count; i++)
        if (too_close(&full[i - 1], &full[i]))
            report_pair(check, full[i - 1].inspection, full[i].inspection);
}

/* ---- the report of an inspection ---- */

static bool may_be_near(const struct date *a, const struct date *b)
{
    struct range days = days_between(a, b);
    return !days.known || (days.high >= -LISTING_APART && days.low <= LISTING_APART);
}

static void inspection_has_the_date_of_its_report(const struct check *check,
                                                  const struct inspection *inspection)
{
    const struct evidence *report = NULL;
    for (size_t i = 0; i < inspection->fact.source.count; i++) {
        const struct evidence *source = inspection->fact.source.items[i].record;
        if (!source || source->kind != EVIDENCE_OFSTED_REPORT)
            continue;
        if (may_be_near(&inspection->published, &source->published))
            return;
        report = source;
    }
    if (!report)
        return;
    struct diag *diag =
        diag_report(check->diags, &W237, SPAN_OF(inspection, published),
                    "`" STR_FMT "` and its report `" STR_FMT "` were not published together",
                    STR_ARG(inspection->id), STR_ARG(report->id));
    diag_hint(check->diags, diag, "correct one of the dates, or name another report as the source");
    diag_note(check->diags, diag, SPAN_OF(report, published), "the report's date is here");
}

/* ---- kind and framework ---- */

static struct str kind_word(const struct inspection *inspection)
{
    const struct word *words = record_field(&inspection_table, STR("kind"))->words;
    return inspection->kind ? str_from(words[inspection->kind - 1].id) : STR_NONE;
}

/* By the framework's own list, where it has one. */
static bool kind_is_wrong(const struct framework *framework, const struct inspection *inspection)
{
    struct str kind = kind_word(inspection);
    if (!framework->kinds.count)
        return framework->full == ANSWER_YES ? kind_is_of_a_visit(inspection->kind)
                                             : kind_is_of_a_full_one(inspection->kind);
    for (size_t i = 0; i < framework->kinds.count; i++)
        if (str_equal(framework->kinds.items[i], kind))
            return false;
    return kind.len > 0 && inspection->kind != INSPECTION_REVIEW;
}

static void hint_at_kinds(const struct check *check, struct diag *diag,
                          const struct framework *framework)
{
    if (framework->kinds.count)
        diag_hint(check->diags, diag, "write " STR_FMT ", or change `framework`",
                  STR_ARG(list_of_words(check, &framework->kinds)));
    else if (framework->called.len)
        diag_hint(check->diags, diag,
                  "leave `kind` out: `" STR_FMT "` has one kind alone, the " STR_FMT,
                  STR_ARG(framework->id), STR_ARG(framework->called));
    else
        diag_hint(check->diags, diag, "change `kind` or `framework`");
}

static void kind_fits_the_framework(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework || !kind_is_wrong(framework, inspection))
        return;
    bool of_full_ones = framework->full == ANSWER_YES;
    const char *fault = kind_is_of_a_full_one(inspection->kind) == of_full_ones
                            ? "has no inspections of this kind"
                        : of_full_ones ? "is for full inspections"
                                       : "is not for full inspections";
    struct diag *diag = diag_report(check->diags, &W242, SPAN_OF(inspection, kind),
                                    "`" STR_FMT "` %s", STR_ARG(framework->id), fault);
    hint_at_kinds(check, diag, framework);
    diag_note(check->diags, diag, SPAN_OF(inspection, framework), "the framework is named here");
}

/* ---- what holds, and why ---- */

const struct rule inspections_rules[] = {
    {CODES_OF(&W223), .holds = "an inspection has a date", .evidence = "Sources often give none.",
     .inspection = inspection_has_a_date},
    {CODES_OF(&E228), .holds = "a report follows its fieldwork",
     .evidence = "It is so in all 492 reports.", .inspection = report_follows_fieldwork},
    {CODES_OF(&W230), .holds = "fieldwork and publication take the time they usually take",
     .evidence = "In 492 reports, fieldwork took up to 29 days and the report came out 18 to 214 "
                 "days later.",
     .inspection = inspection_takes_its_time},
    {CODES_OF(&W246), .holds = "full inspections are not closer than a year",
     .evidence = "Among 492 reports, the closest two of one council were 582 days apart.",
     .briefing = inspections_keep_their_distance},
    {CODES_OF(&W237), .holds = "an inspection has the date of its report",
     .evidence = "In 160 cases, Ofsted's list and its reports differ by up to 7 days.",
     .inspection = inspection_has_the_date_of_its_report},
    {CODES_OF(&W228), .holds = "a report is out by the day of the briefing",
     .evidence = "Later ones are left out of what is computed.", .inspection = report_is_out},
    {CODES_OF(&E226, &W220), .holds = "the framework was in use when fieldwork began",
     .evidence = "It is so in all 492 reports; an imprecise date leaves it open.",
     .inspection = framework_was_in_use},
    {CODES_OF(&W242), .holds = "the kind of inspection is one of the framework",
     .evidence = "A visit is not a full inspection; sources mix the words.",
     .inspection = kind_fits_the_framework},
    {.codes = NULL},
};
