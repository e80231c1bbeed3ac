/* Rules on visits and on what obliges a council: their place in a series, themes, areas for
   priority action, short inspections. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- the place in a series ---- */

static void number_is_in_the_series(const struct check *check, const struct inspection *inspection)
{
    const struct whole *number = &inspection->visit_number, *all = &inspection->visits_in_all;
    if (!number->known || (number->value > 0 && (!all->known || number->value <= all->value)))
        return;
    if (number->value < 1) {
        struct diag *diag = diag_report(check->diags, &E280, SPAN_OF(inspection, visit_number),
                                        "visits are numbered from 1");
        diag_hint(check->diags, diag, "leave `visit_number` out where it is not known");
        return;
    }
    struct diag *diag = diag_report(check->diags, &E280, SPAN_OF(inspection, visit_number),
                                    "visit %lld is more than there were in all, %lld",
                                    (long long)number->value, (long long)all->value);
    diag_hint(check->diags, diag, "correct one of the two");
    diag_note(check->diags, diag, SPAN_OF(inspection, visits_in_all),
              "how many there were stands here");
}

static void report_same_number(const struct check *check, const struct inspection *first,
                               const struct inspection *second)
{
    struct diag *diag =
        diag_report(check->diags, &E281, SPAN_OF(second, visit_number),
                    "`" STR_FMT "` and `" STR_FMT "` are both visit %lld of one series",
                    STR_ARG(first->id), STR_ARG(second->id), (long long)second->visit_number.value);
    diag_hint(check->diags, diag, "are they one visit, or is a number wrong?");
    diag_note(check->diags, diag, SPAN_OF(first, visit_number), "the other one is here");
}

static void report_order(const struct check *check, const struct inspection *first,
                         const struct inspection *second)
{
    struct diag *diag =
        diag_report(check->diags, &W365, SPAN_OF(second, visit_number),
                    "`" STR_FMT "` and `" STR_FMT "` are numbered against the order of their dates",
                    STR_ARG(first->id), STR_ARG(second->id));
    diag_hint(check->diags, diag, "check the numbers and the dates of both");
    diag_note(check->diags, diag, SPAN_OF(first, visit_number), "the other one is here");
}

static void check_numbers(const struct check *check, const struct inspection *first,
                          const struct inspection *second)
{
    int64_t a = count_of(&first->visit_number), b = count_of(&second->visit_number);
    if (!a || !b)
        return;
    if (a == b)
        report_same_number(check, first, second);
    else if (date_surely_after(inspection_date(a < b ? first : second),
                               inspection_date(a < b ? second : first)))
        report_order(check, first, second);
}

static void check_totals(const struct check *check, const struct inspection *first,
                         const struct inspection *second)
{
    const struct whole *a = &first->visits_in_all, *b = &second->visits_in_all;
    if (!a->known || !b->known || a->value == b->value)
        return;
    struct diag *diag =
        diag_report(check->diags, &E282, SPAN_OF(second, visits_in_all),
                    "`" STR_FMT "` and `" STR_FMT "` are of one series, and count it differently",
                    STR_ARG(first->id), STR_ARG(second->id));
    diag_hint(check->diags, diag, "correct one of the two; once in a series is enough");
    diag_note(check->diags, diag, SPAN_OF(first, visits_in_all), "it is %lld here",
              (long long)a->value);
}

static void series_agree_with_themselves(const struct check *check)
{
    const struct inspection_list *all = &check->briefing->inspections;
    for (size_t i = 0; i < all->count; i++)
        for (size_t k = i + 1; k < all->count; k++) {
            const struct inspection *first = &all->items[i], *second = &all->items[k];
            bool told = (first->visit_number.known && second->visit_number.known) ||
                        (first->visits_in_all.known && second->visits_in_all.known);
            if (!told || !visits_are_one_series(check->briefing, first, second))
                continue;
            check_numbers(check, first, second);
            check_totals(check, first, second);
        }
}

static void no_more_visits_than_in_all(const struct check *check, const struct inspection *visit)
{
    int64_t all = count_of(&visit->visits_in_all);
    int64_t recorded = all ? visits_recorded(check->briefing, visit) : 0;
    if (recorded <= all)
        return;
    struct diag *diag = diag_report(check->diags, &E282, SPAN_OF(visit, visits_in_all),
                                    "%lld visits of this series are recorded, more than %lld",
                                    (long long)recorded, (long long)all);
    diag_hint(check->diags, diag, "correct the number, or the date or kind of a visit");
}

/* ---- what belongs to a visit ---- */

static void report_not_of_a_visit(const struct check *check, const struct inspection *inspection,
                                  const char *key, const struct code *code, const char *hint)
{
    struct diag *diag =
        diag_report(check->diags, code, record_span_of(inspection, key),
                    "`%s` belongs to a visit, and `" STR_FMT "` is a full inspection", key,
                    STR_ARG(inspection->id));
    diag_hint(check->diags, diag, "%s", hint);
    if (inspection->framework.len)
        note_framework(check, diag, inspection);
}

static void full_inspections_are_no_visits(const struct check *check,
                                           const struct inspection *inspection)
{
    if (!inspection_is_full(check->briefing, inspection))
        return;
    if (inspection->theme.len)
        report_not_of_a_visit(check, inspection, "theme", &W366,
                              "write what it looked into under `findings`, or correct `framework`");
    if (inspection->visit_number.known)
        report_not_of_a_visit(check, inspection, "visit_number", &W366,
                              "a full inspection stands in no series: correct `framework`");
    else if (inspection->visits_in_all.known)
        report_not_of_a_visit(check, inspection, "visits_in_all", &W366,
                              "write it with one of the visits that followed");
}

/* ---- areas for improvement and for priority action ---- */

static void report_more_than_counted(const struct check *check, const struct inspection *inspection,
                                     const struct whole *all, const char *counted,
                                     const struct improvement_area_list *areas, const char *named)
{
    if (!all->known || all->value < 0 || (size_t)all->value >= areas->count)
        return;
    struct diag *diag = diag_report(check->diags, &E283, record_span_of(inspection, counted),
                                    "%zu areas for %s are named, more than %lld", areas->count,
                                    areas == &inspection->areas ? "improvement" : "priority action",
                                    (long long)all->value);
    diag_hint(check->diags, diag, "leave it out where all of them are named");
    diag_note(check->diags, diag, record_span_of(inspection, named), "they are named here");
}

static void areas_are_no_more_than_counted(const struct check *check,
                                           const struct inspection *inspection)
{
    report_more_than_counted(check, inspection, &inspection->areas_in_all, "areas_in_all",
                             &inspection->areas, "areas");
    report_more_than_counted(check, inspection, &inspection->priority_areas_in_all,
                             "priority_areas_in_all", &inspection->priority_areas,
                             "priority_areas");
}

static void full_inspections_have_none(const struct check *check,
                                       const struct inspection *inspection)
{
    if (!inspection_is_full(check->briefing, inspection) || !priority_area_count(inspection))
        return;
    bool named = inspection->priority_areas.count > 0;
    struct diag *diag = diag_report(
        check->diags, &W367,
        record_span_of(inspection, named ? "priority_areas" : "priority_areas_in_all"),
        "areas for priority action come of visits, and `" STR_FMT "` is a full inspection",
        STR_ARG(inspection->id));
    diag_hint(check->diags, diag, "write what its report says needs to improve under `areas`");
}

/* ---- short inspections ---- */

/* The full inspection of the same body that came before; NULL: none is recorded. */
static const struct inspection *one_before(const struct check *check,
                                           const struct inspection *inspection)
{
    const struct inspection_list *all = &check->briefing->inspections;
    const struct inspection *found = NULL;
    for (size_t i = 0; i < all->count; i++) {
        const struct inspection *one = &all->items[i];
        if (inspection_is_full(check->briefing, one) && str_alike(one->of, inspection->of) &&
            date_surely_after(inspection_date(inspection), inspection_date(one)) &&
            (!found || date_surely_after(inspection_date(one), inspection_date(found))))
            found = one;
    }
    return found;
}

static void short_ones_follow_good_ones(const struct check *check,
                                        const struct inspection *inspection)
{
    const struct inspection *before =
        inspection->kind == INSPECTION_SHORT ? one_before(check, inspection) : NULL;
    if (!before || !before->overall.len || str_is(before->overall, "good") ||
        str_is(before->overall, "outstanding"))
        return;
    struct diag *diag =
        diag_report(check->diags, &W368, SPAN_OF(inspection, kind),
                    "a short inspection follows a grade of good or better, and the one before was "
                    "not");
    diag_hint(check->diags, diag, "check whether it was `standard`");
    diag_note(check->diags, diag, SPAN_OF(before, overall), "the grade before is here");
}

/* ---- what holds, and why ---- */

const struct rule visits_rules[] = {
    {CODES_OF(&E280), .holds = "a visit's number is from 1 to how many there were",
     .evidence = "It cannot be otherwise.", .inspection = number_is_in_the_series},
    {CODES_OF(&E281, &E282, &W365),
     .holds = "visits of one series have numbers of their own, in the order of their dates, and "
              "one count",
     .evidence = "A series is the visits of one kind between two full inspections; an officer may "
                 "number them by another rule.",
     .briefing = series_agree_with_themselves},
    {CODES_OF(&E282), .holds = "no more visits are recorded than there were in all",
     .evidence = "It cannot be otherwise.", .inspection = no_more_visits_than_in_all},
    {CODES_OF(&W366), .holds = "a full inspection has no theme and no number in a series",
     .evidence = "Ofsted's lists have themes and numbers of visits alone.",
     .inspection = full_inspections_are_no_visits},
    {CODES_OF(&E283), .holds = "no more areas are named than counted",
     .evidence = "It cannot be otherwise.", .inspection = areas_are_no_more_than_counted},
    {CODES_OF(&W367), .holds = "areas for priority action stand with a visit",
     .evidence =
         "Reports of full inspections list what needs to improve; the duty of a plan within "
         "20 and 70 working days comes of focused visits.",
     .inspection = full_inspections_have_none},
    {CODES_OF(&W368), .holds = "a short inspection follows a grade of good or better",
     .evidence =
         "All 128 inspections under ILACS that took a week followed one, and none of the 167 that "
         "followed a lower grade took so little.",
     .inspection = short_ones_follow_good_ones},
    {.codes = NULL},
};
