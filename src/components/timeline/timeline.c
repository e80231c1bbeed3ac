/* timeline: what happened and when, from all records with dates, each with its source. */
#include "components/timeline/timeline.h"
#include "doc/doc_codes.h"

/* ---- options ---- */

static const struct field fields[] = {
    FIELD(struct timeline_options, from, FIELD_DATE, OPTIONAL,
          .doc = "Leaves out what surely happened before.", .example = "2013"),
    FIELD(struct timeline_options, to, FIELD_DATE, OPTIONAL,
          .doc = "Leaves out what surely happened later.", .example = "2018-01-22"),
    FIELD(struct timeline_options, include, FIELD_TEXTS, OPTIONAL,
          .doc = "Which kinds of event: inspections, interventions, leadership, control, reviews, "
                 "developments, events, funding; all of them when left out.",
          .example = "[inspections, interventions]"),
    CAPTION_OPTION(struct timeline_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "timeline",
    .a_name = "a timeline",
    .size = sizeof(struct timeline_options),
    .fields = fields,
    .doc = "Options of the timeline.",
};

static bool is_included(const struct texts *include, const char *kind)
{
    for (size_t i = 0; i < include->count; i++)
        if (str_is(include->items[i], kind))
            return true;
    return include->count == 0;
}

static void collect(struct timeline *timeline)
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
            kind->add(timeline, records_at(records, kind->table, j));
    }
}

static bool is_kind(struct str name)
{
    for (size_t i = 0; i < TIMELINE_KINDS; i++)
        if (str_is(name, timeline_kinds[i].name))
            return true;
    return false;
}

static bool check_kind(struct diags *diags, struct str name, struct span span)
{
    if (is_kind(name))
        return true;
    struct diag *diag = diag_report(
        diags, &E416, span, "`" STR_FMT "` is not a kind of event in a timeline", STR_ARG(name));
    const char *nearest =
        diag_nearest(name, timeline_kinds, TIMELINE_KINDS, sizeof *timeline_kinds);
    if (nearest)
        diag_hint(diags, diag, "did you mean `%s`?", nearest);
    else
        diag_hint(diags, diag,
                  "choose from inspections, interventions, leadership, control, reviews, "
                  "developments, events and funding");
    return false;
}

/* ---- checking ---- */

static bool check_window(struct diags *diags, const struct timeline_options *timeline)
{
    if (!date_surely_after(&timeline->from, &timeline->to))
        return true;
    struct diag *diag =
        diag_report(diags, &E416, SPAN_OF(timeline, to), "the timeline would end before it begins");
    diag_note(diags, diag, SPAN_OF(timeline, from), "it begins here");
    return false;
}

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct timeline_options *timeline = options;
    bool fine = check_window(diags, timeline);
    for (size_t i = 0; i < timeline->include.count; i++)
        fine &= check_kind(diags, timeline->include.items[i], timeline->include.spans[i]);
    return fine;
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

/* ---- the whole ---- */

static size_t count_dated(const struct timeline *timeline)
{
    size_t dated = 0;
    while (dated < timeline->items.count && timeline->items.items[dated].date->precision)
        dated++;
    return dated;
}

/* How many of the dated events had certainly not happened by the day of the briefing; they are the
   last ones. */
static size_t count_later(const struct timeline *timeline, size_t dated)
{
    size_t later = 0;
    while (later < dated && timeline->items.items[dated - later - 1].later)
        later++;
    return later;
}

static void set_table(const struct timeline *timeline, size_t from, size_t to, const char *head,
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

/* What lies after the day of the briefing is not told as if it had happened. */
static void set_dated(const struct timeline *timeline, size_t dated)
{
    struct arena *arena = timeline->composer->arena;
    size_t past = dated - count_later(timeline, dated);
    set_table(timeline, 0, past, "What happened", timeline->options->caption);
    set_table(timeline, past, dated, DATED_LATER, caption_of_later(arena, timeline->briefing));
}

static void set_undated(const struct timeline *timeline, size_t dated)
{
    struct composer *composer = timeline->composer;
    if (dated == timeline->items.count)
        return;
    set_lead_in(composer, STR("Date not known"));
    compose_list_open(composer, false, true);
    for (size_t i = dated; i < timeline->items.count; i++) {
        size_t rest = timeline->items.count - i - 1;
        /* So that no item stands alone on a page. */
        compose_item_open(composer)->keeps_next = rest == 1 || (rest && i == dated);
        compose_paragraph(composer, timeline->items.items[i].what);
        compose_close(composer);
    }
    compose_close(composer);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    struct timeline timeline = {.composer = composer, .briefing = briefing, .options = options};
    collect(&timeline);
    struct happening *scratch =
        ARENA_ARRAY(composer->arena, struct happening, timeline.items.count);
    sort(timeline.items.items, scratch, timeline.items.count);
    size_t dated = count_dated(&timeline);
    set_dated(&timeline, dated);
    set_undated(&timeline, dated);
}

const struct component component_timeline = {
    .name = "timeline",
    .doc = "What happened and when; what has no known date is listed at the end.",
    .example = "```timeline\n"
               "from: 2013\n"
               "include: [inspections, interventions]\n"
               "caption: Inspections and interventions in {{ council.name }}\n"
               "```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
