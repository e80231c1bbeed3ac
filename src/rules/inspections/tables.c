/* The rule that what a table says is not written down a second time. */
#include "brief/all_councils.h"
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

#include <stdlib.h>

/* How far Ofsted's list and its reports differ on a date of publication. */
enum { DAYS_APART = 7 };

struct dated {
    struct str family; /* of its framework; those without one are not compared */
    day day;
    size_t place;
    const struct inspection *inspection;
};

struct dated_list {
    struct dated *items; /* by family, then by day, then as they stand in the file */
    size_t count;
};

static int by_day(const void *left, const void *right)
{
    const struct dated *a = left, *b = right;
    int order = str_compare(a->family, b->family);
    if (!order)
        order = (a->day > b->day) - (a->day < b->day);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static bool is_from_table(const struct inspection *inspection)
{
    return inspection->fact.head.node->from_table;
}

/* The inspections whose day is known; only those of the table when that is asked for. */
static struct dated_list sort_by_day(const struct check *check, bool only_rows)
{
    const struct inspection_list *inspections = &check->briefing->inspections;
    struct dated_list list = {ARENA_ARRAY(check->diags->arena, struct dated, inspections->count),
                              0};
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = &inspections->items[i];
        const struct framework *framework = inspection_framework(check->briefing, inspection);
        const struct date *date = inspection_date(inspection);
        if (framework && date->precision == DATE_DAY && (!only_rows || is_from_table(inspection)))
            list.items[list.count++] =
                (struct dated){framework->family, date->first, i, inspection};
    }
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, by_day);
    return list;
}

static bool is_same(const struct dated *a, const struct dated *b)
{
    return str_equal(a->family, b->family) && str_alike(a->inspection->of, b->inspection->of) &&
           b->day - a->day <= DAYS_APART &&
           is_from_table(a->inspection) != is_from_table(b->inspection);
}

static void report(const struct check *check, const struct inspection *own,
                   const struct inspection *row)
{
    struct diag *diag =
        diag_report(check->diags, &E267, SPAN_OF(own, id),
                    "the inspection `" STR_FMT "` is in the table too", STR_ARG(own->id));
    diag_hint(check->diags, diag, "write `" STR_FMT "` to add to it", STR_ARG(row->id));
    diag_suggest(check->diags, diag, diag->span, row->id);
    diag_note(check->diags, diag, SPAN_OF(row, published), "it stands in this row");
}

/* ---- what an officer dates less exactly ---- */

/* The first row of a family on or after a day. */
static size_t first_row(const struct dated_list *rows, struct str family, day from)
{
    const struct dated wanted = {.family = family, .day = from};
    size_t low = 0, high = rows->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_day(&rows->items[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* No two full inspections of a family come within a year and a half, so a month or a year names
   one; a longer stretch does not. */
static bool is_rough(const struct check *check, const struct inspection *own)
{
    enum { DAYS_OF_ONE = 366 };
    const struct date *date = inspection_date(own);
    return !is_from_table(own) && date_is_bounded(date) && date->precision != DATE_DAY &&
           inspection_is_full(check->briefing, own) && date->last - date->first <= DAYS_OF_ONE;
}

/* Where several rows fit, the earliest is named. */
static void find_rough_ones(const struct check *check)
{
    const struct dated_list rows = sort_by_day(check, true);
    const struct inspection_list *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *own = &inspections->items[i];
        const struct framework *framework = inspection_framework(check->briefing, own);
        if (!framework || !is_rough(check, own))
            continue;
        const struct date *date = inspection_date(own);
        size_t at = first_row(&rows, framework->family, date->first);
        if (at < rows.count && str_equal(rows.items[at].family, framework->family) &&
            rows.items[at].day <= date->last)
            report(check, own, rows.items[at].inspection);
    }
}

/* Sorted by day, so that the two of one inspection are neighbours. */
static void inspections_are_written_once(const struct check *check)
{
    find_rough_ones(check);
    const struct dated_list all = sort_by_day(check, false);
    for (size_t i = 1; i < all.count; i++) {
        const struct dated *a = &all.items[i - 1], *b = &all.items[i];
        if (!is_same(a, b))
            continue;
        bool first = is_from_table(a->inspection);
        report(check, (first ? b : a)->inspection, (first ? a : b)->inspection);
    }
}

/* ---- the table of all councils ---- */

/* Only where the paper and the table agree is the council shown among all. */
static void comparison_has_the_same(const struct check *check)
{
    const struct derived *derived = check->briefing->derived;
    const struct inspection *latest = derived->standing->inspection;
    if (!derived->england || !derived->england->differs)
        return;
    struct span at = latest ? SPAN_OF(latest, published) : SPAN_OF(check->briefing->council, name);
    struct diag *diag = diag_report(
        check->diags, &W387, at,
        latest ? "the table with which this council is compared has another full inspection as its "
                 "latest, or other grades"
               : "the table with which this council is compared has a full inspection of it, and "
                 "the paper has none");
    diag_hint(check->diags, diag,
              "bring `%s` up to date, or correct what is written here; until then the paper does "
              "not say where the council stands among all",
              check->briefing->compared->path);
}

/* ---- what holds, and why ---- */

const struct rule tables_rules[] = {
    {CODES_OF(&E267), .holds = "an inspection that a table has is not written down a second time",
     .evidence =
         "It would be counted twice. No two of the same council and framework were published "
         "within 582 days.",
     .briefing = inspections_are_written_once},
    {CODES_OF(&W387),
     .holds = "the table with which a council is compared has the latest inspection that the paper "
              "has",
     .evidence = "One of the two is older, or wrong: both cannot be the council's grade.",
     .derived = comparison_has_the_same},
    {.codes = NULL},
};
