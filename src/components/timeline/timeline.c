/* timeline: what happened and when, from all records with dates, each with its source. */
#include "components/timeline/timeline.h"
#include "doc/doc_codes.h"

/* ---- options ---- */

enum { MOST_EVENTS = 200 };

static const struct field fields[] = {
    FIELD(struct timeline_options, from, FIELD_DATE, OPTIONAL,
          .doc = "Leaves out what surely happened before.", .example = "2013"),
    FIELD(struct timeline_options, to, FIELD_DATE, OPTIONAL,
          .doc = "Leaves out what surely happened later.", .example = "2018-01-22"),
    FIELD(struct timeline_options, include, FIELD_TEXTS, OPTIONAL,
          .doc = "Which kinds of event: inspections, interventions, leadership, control, reviews, "
                 "developments, events, funding; all of them when left out.",
          .example = "[inspections, interventions]"),
    FIELD(struct timeline_options, most, FIELD_WHOLE, OPTIONAL,
          .doc = "How many events at most, in plain sentences: full inspections and interventions "
                 "first, then developments, changes of director, money and reviews; of each the "
                 "newest. How many more there are is said below the table.",
          .example = "9"),
    FIELD(struct timeline_options, months, FIELD_ANSWER, OPTIONAL,
          .doc = "`yes`: in plain sentences, and what happened in one month is one row.",
          .example = "yes"),
    ELSEWHERE_OPTION(struct timeline_options, "events"),
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

static void add_entry(const struct timeline_kind *kind, struct timeline *timeline,
                      const void *record)
{
    kind->add(timeline, record);
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
    fine &= option_in_range(diags, options, "most", timeline->most, 1, MOST_EVENTS);
    for (size_t i = 0; i < timeline->include.count; i++)
        fine &= check_kind(diags, timeline->include.items[i], timeline->include.spans[i]);
    return fine;
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

/* What lies after the day of the briefing is not told as if it had happened. */
static void set_dated(const struct timeline *timeline, size_t dated)
{
    size_t past = dated - count_later(timeline, dated);
    timeline_set_entries(timeline, 0, past, "What happened", timeline->options->caption);
    timeline_set_later(timeline, past, dated);
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
    if (timeline.options->most.known || timeline.options->months == ANSWER_YES) {
        timeline_set_short(&timeline);
        return;
    }
    timeline_collect(&timeline, add_entry);
    timeline_sort(&timeline);
    size_t dated = count_dated(&timeline);
    set_dated(&timeline, dated);
    set_undated(&timeline, dated);
}

const struct component component_timeline = {
    .name = "timeline",
    .doc = "What happened and when; what has no known date is listed at the end. With `most` or "
           "`months` it is short: plain sentences, without the remarks on dates.",
    .example = "```timeline\n"
               "from: 2013\n"
               "include: [inspections, interventions]\n"
               "caption: Inspections and interventions in {{ council.name }}\n"
               "```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
