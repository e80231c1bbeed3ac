/* Which events the timeline has, in which order, and their table as entries of a register. */
#include "components/timeline/timeline.h"

static bool is_included(const struct texts *include, const char *kind)
{
    for (size_t i = 0; i < include->count; i++)
        if (str_is(include->items[i], kind))
            return true;
    return include->count == 0;
}

void timeline_collect(struct timeline *timeline,
                      void (*add)(const struct timeline_kind *, struct timeline *, const void *))
{
    for (size_t i = 0; i < TIMELINE_KINDS; i++) {
        const struct timeline_kind *kind = &timeline_kinds[i];
        if (!is_included(&timeline->options->include, kind->name))
            continue;
        const struct briefing *briefing = timeline->briefing;
        const void *whole =
            kind->table == &control_table ? (const void *)briefing->council : briefing;
        const struct records *records = (const void *)((const char *)whole + kind->offset);
        for (size_t j = 0; j < records->count; j++)
            add(kind, timeline, records_at(records, kind->table, j));
    }
}

/* ---- order ---- */

/* An event of "May 2015" may be of its last day: it stands after those of which the day is known.
 */
static day latest_reading(const struct date *date)
{
    return date->last == DAY_OPEN_END ? date->first : date->last;
}

/* Undated last; before them what lies after the day of the briefing; then by the latest day it can
   have been; then the better known first; else as in the specification. */
static bool comes_after(const struct happening *a, const struct happening *b)
{
    bool a_unknown = a->date->precision == DATE_UNKNOWN;
    bool b_unknown = b->date->precision == DATE_UNKNOWN;
    if (a_unknown || b_unknown)
        return a_unknown && !b_unknown;
    if (a->later != b->later)
        return a->later;
    day a_key = latest_reading(a->date), b_key = latest_reading(b->date);
    return a_key != b_key ? a_key > b_key : a->date->precision > b->date->precision;
}

static void merge(struct happening *items, struct happening *scratch, size_t middle, size_t count)
{
    size_t left = 0, right = middle;
    for (size_t i = 0; i < count; i++) {
        bool from_right =
            left == middle || (right < count && comes_after(&items[left], &items[right]));
        scratch[i] = from_right ? items[right++] : items[left++];
    }
    for (size_t i = 0; i < count; i++)
        items[i] = scratch[i];
}

/* Stable, unlike qsort. */
static void sort(struct happening *items, struct happening *scratch, size_t count)
{
    if (count < 2)
        return;
    sort(items, scratch, count / 2);
    sort(items + count / 2, scratch, count - count / 2);
    merge(items, scratch, count / 2, count);
}

void timeline_sort(struct timeline *timeline)
{
    struct happening *scratch =
        ARENA_ARRAY(timeline->composer->arena, struct happening, timeline->items.count);
    sort(timeline->items.items, scratch, timeline->items.count);
}

/* ---- entries ---- */

void timeline_set_entries(const struct timeline *timeline, size_t from, size_t to, const char *head,
                          struct str caption)
{
    static const struct column columns[] = {{.weight = 2}, {.weight = 5}};
    struct sheet sheet = sheet_new(timeline->composer, timeline->briefing, columns, 2);
    sheet_heads(&sheet, (const char *const[]){"Date", head});
    for (size_t i = from; i < to; i++) {
        const struct happening *item = &timeline->items.items[i];
        sheet_date(&sheet, item->date, item->record, item->date_field)->header = true;
        sheet_cell(&sheet, item->what);
    }
    sheet_set(&sheet, caption, "What happened, in order of date", caption_span(timeline->options));
}

void timeline_set_later(const struct timeline *timeline, size_t from, size_t to)
{
    timeline_set_entries(timeline, from, to, DATED_LATER,
                         caption_of_later(timeline->composer->arena, timeline->briefing));
}
