/* The rule that what a table says is not written down a second time. */
#include "../facts.h"
#include "base/diag.h"
#include "rules.h"

#include <stdlib.h>

/* How far Ofsted's list and its reports differ on a date of publication. */
enum { DAYS_APART = 7 };

struct dated {
    day day;
    size_t place;
    const struct inspection *inspection;
};

static int by_day(const void *left, const void *right)
{
    const struct dated *a = left, *b = right;
    int order = (a->day > b->day) - (a->day < b->day);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

static bool is_from_table(const struct inspection *inspection)
{
    return inspection->fact.head.node->from_table;
}

static bool is_same(const struct check *check, const struct dated *a, const struct dated *b)
{
    const struct framework *one = inspection_framework(check->briefing, a->inspection);
    const struct framework *other = inspection_framework(check->briefing, b->inspection);
    return one && other && str_equal(one->family, other->family) && b->day - a->day <= DAYS_APART &&
           is_from_table(a->inspection) != is_from_table(b->inspection);
}

static void report(const struct check *check, const struct inspection *own,
                   const struct inspection *row)
{
    struct diag *diag =
        diag_report(check->diags, E267, record_span_of(own, "id"),
                    "the inspection `" STR_FMT "` is in the table too", STR_ARG(own->id));
    diag_hint(check->diags, diag, "write `" STR_FMT "` to add to it", STR_ARG(row->id));
    diag_suggest(check->diags, diag, diag->span, row->id);
    diag_note(check->diags, diag, record_span_of(row, "published"), "it stands in this row");
}

/* ---- what an officer dates less exactly ---- */

/* Is a row's inspection the one that an officer knows the month or year of? */
static bool may_be_same(const struct check *check, const struct inspection *own,
                        const struct inspection *row)
{
    const struct date *date = inspection_date(own), *exact = inspection_date(row);
    const struct framework *one = inspection_framework(check->briefing, own);
    const struct framework *other = inspection_framework(check->briefing, row);
    return is_from_table(row) && exact->precision == DATE_DAY && one && other &&
           str_equal(one->family, other->family) && exact->first >= date->first &&
           exact->first <= date->last;
}

/* No two full inspections of a family come within a year and a half, so a month or a year names
   one; a longer stretch does not. */
static void find_rough_ones(const struct check *check)
{
    enum { DAYS_OF_ONE = 366 };
    const struct records *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *own = records_at(inspections, &inspection_table, i);
        const struct date *date = inspection_date(own);
        if (is_from_table(own) || !date_is_bounded(date) || date->precision == DATE_DAY ||
            !inspection_is_full(check->briefing, own) || date->last - date->first > DAYS_OF_ONE)
            continue;
        for (size_t j = 0; j < inspections->count; j++) {
            const struct inspection *row = records_at(inspections, &inspection_table, j);
            if (may_be_same(check, own, row))
                report(check, own, row);
        }
    }
}

/* Sorted by day, so that the two of one inspection are neighbours. */
void inspections_are_written_once(const struct check *check)
{
    find_rough_ones(check);
    const struct records *inspections = &check->briefing->inspections;
    struct dated *dated = ARENA_ARRAY(check->diags->arena, struct dated, inspections->count);
    size_t count = 0;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = records_at(inspections, &inspection_table, i);
        const struct date *date = inspection_date(inspection);
        if (date->precision == DATE_DAY)
            dated[count++] = (struct dated){date->first, i, inspection};
    }
    if (count)
        qsort(dated, count, sizeof *dated, by_day);
    for (size_t i = 1; i < count; i++) {
        if (!is_same(check, &dated[i - 1], &dated[i]))
            continue;
        bool first = is_from_table(dated[i - 1].inspection);
        report(check, dated[first ? i : i - 1].inspection, dated[first ? i - 1 : i].inspection);
    }
}
