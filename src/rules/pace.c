/* Rules on what is usual between dates of inspections: rare is not wrong, but worth a look. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"

#include <stdlib.h>

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
    struct diag *diag = diag_report(check->diags, W230, SPAN_OF(inspection, fieldwork),
                                    "the fieldwork took at least %lld days", (long long)days.low);
    diag_hint(check->diags, diag, "inspectors have never taken more than four weeks");
}

void inspection_takes_its_time(const struct check *check, const struct inspection *inspection)
{
    check_fieldwork(check, inspection);
    struct date end = period_end(&inspection->fieldwork);
    struct range days = days_between(&end, &inspection->published);
    if (!inspection_is_full(check->briefing, inspection) || !days.known || days.high < 0 ||
        (days.high >= REPORT_LEAST && days.low <= REPORT_MOST))
        return;
    bool late = days.low > REPORT_MOST;
    struct diag *diag =
        diag_report(check->diags, W230, SPAN_OF(inspection, published),
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
    struct diag *diag = diag_report(check->diags, W246, SPAN_OF(second, id),
                                    "`" STR_FMT "` and `" STR_FMT "` are less than a year apart",
                                    STR_ARG(first->id), STR_ARG(second->id));
    diag_hint(check->diags, diag, "are they one inspection, or is a date wrong?");
    diag_note(check->diags, diag, SPAN_OF(first, id), "the other one is here");
}

void inspections_keep_their_distance(const struct check *check)
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

void inspection_has_the_date_of_its_report(const struct check *check,
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
        diag_report(check->diags, W237, SPAN_OF(inspection, published),
                    "`" STR_FMT "` and its report `" STR_FMT "` were not published together",
                    STR_ARG(inspection->id), STR_ARG(report->id));
    diag_hint(check->diags, diag, "correct one of the dates, or name another report as the source");
    diag_note(check->diags, diag, SPAN_OF(report, published), "the report's date is here");
}

/* ---- kind and framework ---- */

static bool is_a_visit(int kind)
{
    return kind == INSPECTION_FOCUSED || kind == INSPECTION_MONITORING || kind == INSPECTION_JOINT;
}

void kind_fits_the_framework(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework)
        return;
    bool full = inspection->kind == INSPECTION_FULL || inspection->kind == INSPECTION_REINSPECTION;
    bool wrong = framework->full == ANSWER_YES ? is_a_visit(inspection->kind) : full;
    if (!wrong)
        return;
    struct diag *diag =
        diag_report(check->diags, W242, SPAN_OF(inspection, kind),
                    framework->full == ANSWER_YES ? "`" STR_FMT "` is for full inspections"
                                                  : "`" STR_FMT "` is not for full inspections",
                    STR_ARG(framework->id));
    if (framework->called.len)
        diag_hint(check->diags, diag,
                  "leave `kind` out: `" STR_FMT "` has one kind alone, the " STR_FMT,
                  STR_ARG(framework->id), STR_ARG(framework->called));
    else
        diag_hint(check->diags, diag, "change `kind` or `framework`");
    diag_note(check->diags, diag, SPAN_OF(inspection, framework), "the framework is named here");
}
