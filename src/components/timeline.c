/* timeline: what happened and when, from all records with dates, each with its source. */
#include "components/kit/kit.h"
#include "doc/doc_codes.h"

/* ---- options ---- */

struct timeline_options {
    struct record_head head;
    struct date from, to;
    struct texts include;
    struct str caption;
};

static const struct field fields[] = {
    FIELD(struct timeline_options, from, FIELD_DATE, OPTIONAL,
          .doc = "Leaves out what surely happened before.", .example = "2013"),
    FIELD(struct timeline_options, to, FIELD_DATE, OPTIONAL,
          .doc = "Leaves out what surely happened later.", .example = "2018-01-22"),
    FIELD(struct timeline_options, include, FIELD_TEXTS, OPTIONAL,
          .doc = "Which kinds of event: inspections, interventions, leadership, reviews, events, "
                 "funding; all of them when left out.",
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

/* ---- what is said of each kind of record that has a date ----

   Notes are left to the components that show a kind in full; reviews and events have none and keep
   theirs. */

struct happening {
    const struct date *date;
    const void *record; /* and the field that its date is in */
    const char *date_field;
    struct inline_node *what;
};

struct timeline {
    struct composer *composer;
    const struct briefing *briefing;
    const struct timeline_options *options;
    LIST(struct happening) items; /* sorted once collected */
};

static bool is_in_window(const struct timeline *timeline, const struct date *date)
{
    const struct timeline_options *options = timeline->options;
    return !date_surely_after(date, &options->to) && !date_surely_after(&options->from, date);
}

/* Adds what a phrase says, unless its date is outside the window. */
static void add(struct timeline *timeline, const struct phrase *what, const struct date *date,
                const void *record, const char *date_field)
{
    if (is_in_window(timeline, date))
        *LIST_ADD(what->arena, &timeline->items) =
            (struct happening){date, record, date_field, what->inlines};
}

static struct phrase new_phrase(const struct timeline *timeline)
{
    return phrase_new(timeline->composer, timeline->briefing);
}

/* "issued", or "to be issued" on a day that lies after that of the briefing. */
static void add_verb(const struct timeline *timeline, struct phrase *what, const char *verb,
                     const struct date *date)
{
    bool later = date->precision != DATE_UNKNOWN &&
                 date_surely_after(date, &timeline->briefing->briefing->as_at);
    phrase_addf(what, later ? ", to be %s" : " %s", verb);
}

/* ---- inspections ---- */

/* What an inspection that is not a full one gave beside an overall grade: "; outcome: ...". */
static void add_outcome(struct phrase *phrase, const struct inspection *inspection)
{
    const struct framework *framework =
        framework_find(phrase->briefing->frameworks, inspection->framework);
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement =
            framework ? judgement_find(framework, entry->judgement) : NULL;
        if (!judgement || framework->full == ANSWER_YES)
            continue;
        phrase_addf(phrase, "; " STR_FMT ": ", STR_ARG(judgement->short_label));
        phrase->inlines = inline_join(
            phrase->inlines, inline_text(phrase->arena, grade_label(phrase->briefing, entry->grade),
                                         entry->grade_span));
    }
}

static void add_inspection(struct timeline *timeline, const void *record)
{
    const struct inspection *inspection = record;
    bool published = inspection->published.precision != DATE_UNKNOWN;
    struct phrase what = new_phrase(timeline);
    struct str name = inspection->name;
    phrase_add(&what, capital(what.arena, name));
    phrase_printed(&what, NAMED(inspection, kind));
    phrase_printed(&what, NAMED(inspection, framework));
    if (published)
        add_verb(timeline, &what, "published", &inspection->published);
    if (inspection->overall.len) {
        phrase_addz(&what, ": overall ");
        phrase_field(&what, grade_label(timeline->briefing, inspection->overall),
                     NAMED(inspection, overall));
    }
    add_outcome(&what, inspection);
    phrase_field_after(&what, "; scope: ", FIELD_OF(inspection, scope));
    if (published && inspection->fieldwork.precision) {
        phrase_addz(&what, "; fieldwork ");
        phrase_date(&what, FIELD_AT(inspection, fieldwork));
    }
    phrase_cite(&what, inspection->fact.source);
    add(timeline, &what, published ? &inspection->published : &inspection->fieldwork, inspection,
        published ? "published" : "fieldwork");
}

/* ---- interventions ---- */

static void add_issue(struct timeline *timeline, const struct intervention *intervention)
{
    struct phrase what = new_phrase(timeline);
    phrase_add(&what, intervention_name(what.arena, intervention));
    phrase_printed(&what, NAMED(intervention, kind));
    add_verb(timeline, &what, beginning_of(intervention->kind), &intervention->issued);
    phrase_field_after(&what, " (", FIELD_OF(intervention, by));
    phrase_addz(&what, intervention->by.len ? ")" : "");
    phrase_cite(&what, intervention->fact.source);
    add(timeline, &what, FIELD_AT(intervention, issued));
}

static void add_end(struct timeline *timeline, const struct intervention *intervention)
{
    if (!intervention->ended.precision && !intervention->ended_how)
        return;
    struct phrase what = new_phrase(timeline);
    struct str how = LABEL_OF(&intervention_table, intervention, ended_how);
    phrase_add(&what, intervention_name(what.arena, intervention));
    add_verb(timeline, &what, how.len ? str_z(what.arena, how) : "ended", &intervention->ended);
    phrase_cite(&what, intervention->ended_source.count ? intervention->ended_source
                                                        : intervention->fact.source);
    add(timeline, &what, FIELD_AT(intervention, ended));
}

static void add_commissioner(struct timeline *timeline, const struct intervention *intervention)
{
    const struct commissioner *commissioner = intervention->commissioner;
    if (!commissioner)
        return;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(commissioner, name));
    phrase_field_after(&what, " (", FIELD_OF(commissioner, employer));
    phrase_addz(&what, commissioner->employer.len ? ") appointed as " : " appointed as ");
    phrase_field(&what,
                 commissioner->role.len ? commissioner->role : str_from(helper_word(intervention)),
                 NAMED(commissioner, role));
    phrase_cite(&what, sources_of(&commissioner->fact, &intervention->fact));
    add(timeline, &what, FIELD_AT(commissioner, appointed));
}

static void add_intervention(struct timeline *timeline, const void *record)
{
    add_issue(timeline, record);
    add_commissioner(timeline, record);
    add_end(timeline, record);
}

/* ---- people, reviews, money, other events ---- */

static void add_leadership(struct timeline *timeline, const void *record)
{
    const struct leadership_event *event = record;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(event, person));
    phrase_addz(&what, event->person.len ? ", " : "");
    phrase_field(&what, event->person.len ? event->role : capital(what.arena, event->role),
                 NAMED(event, role));
    phrase_addz(&what, ": ");
    phrase_field(&what, LABEL_OF(&leadership_event_table, event, event), event, "event");
    phrase_whole_after(&what, " (", FIELD_AT(event, count));
    if (event->count.known)
        phrase_addz(&what, event->count.value == 1 ? " person)" : " people)");
    phrase_field_after(&what, ", by ", FIELD_OF(event, by));
    phrase_field_after(&what, ORGANISATION_WITH, FIELD_OF(event, organisation));
    phrase_cite(&what, event->fact.source);
    add(timeline, &what, FIELD_AT(event, date));
}

static void add_review(struct timeline *timeline, const void *record)
{
    const struct review *review = record;
    struct phrase what = new_phrase(timeline);
    phrase_addz(&what, "Review");
    phrase_field_after(&what, " by ", FIELD_OF(review, reviewer));
    phrase_field_after(&what, ", commissioned by ", FIELD_OF(review, commissioned_by));
    phrase_field_after(&what, ": ", FIELD_OF(review, purpose));
    struct str status = LABEL_OF(&review_table, review, status);
    phrase_field_after(&what, " (", status, review, "status");
    phrase_addz(&what, status.len ? ")" : "");
    phrase_fact(&what, &review->fact);
    add(timeline, &what, FIELD_AT(review, date));
}

static void add_event(struct timeline *timeline, const void *record)
{
    const struct event *event = record;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(event, text));
    phrase_field_after(&what, " (", FIELD_OF(event, who));
    phrase_addz(&what, event->who.len ? ")" : "");
    phrase_fact(&what, &event->fact);
    add(timeline, &what, FIELD_AT(event, date));
}

static void add_funding(struct timeline *timeline, const void *record)
{
    const struct funding *funding = record;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, money_text(what.arena, funding), NAMED(funding, amount));
    phrase_printed(&what, NAMED(funding, unit));
    phrase_field_after(&what, " ", LABEL_OF(&funding_table, funding, status), funding, "status");
    phrase_field_after(&what, " by ", FIELD_OF(funding, by));
    phrase_field_after(&what, ": ", FIELD_OF(funding, purpose));
    phrase_cite(&what, funding->fact.source);
    add(timeline, &what, FIELD_AT(funding, date));
}

/* ---- kinds ---- */

static const struct kind {
    const char *name; /* first, so that diag_nearest can read the names */
    size_t offset;    /* of the records in the briefing */
    const struct record_table *table;
    void (*add)(struct timeline *timeline, const void *record);
} kinds[] = {
    {"inspections", offsetof(struct briefing, inspections), &inspection_table, add_inspection},
    {"interventions", offsetof(struct briefing, interventions), &intervention_table,
     add_intervention},
    {"leadership", offsetof(struct briefing, leadership), &leadership_event_table, add_leadership},
    {"reviews", offsetof(struct briefing, reviews), &review_table, add_review},
    {"events", offsetof(struct briefing, events), &event_table, add_event},
    {"funding", offsetof(struct briefing, funding), &funding_table, add_funding},
};

enum { KIND_COUNT = sizeof kinds / sizeof *kinds };

static bool is_included(const struct texts *include, const char *kind)
{
    for (size_t i = 0; i < include->count; i++)
        if (str_is(include->items[i], kind))
            return true;
    return include->count == 0;
}

static void collect(struct timeline *timeline)
{
    for (size_t i = 0; i < KIND_COUNT; i++) {
        const struct kind *kind = &kinds[i];
        if (!is_included(&timeline->options->include, kind->name))
            continue;
        const struct records *records =
            (const void *)((const char *)timeline->briefing + kind->offset);
        for (size_t j = 0; j < records->count; j++)
            kind->add(timeline, records_at(records, kind->table, j));
    }
}

static bool is_kind(struct str name)
{
    for (size_t i = 0; i < KIND_COUNT; i++)
        if (str_is(name, kinds[i].name))
            return true;
    return false;
}

static bool check_kind(struct diags *diags, struct str name, struct span span)
{
    if (is_kind(name))
        return true;
    struct diag *diag = diag_report(
        diags, &E416, span, "`" STR_FMT "` is not a kind of event in a timeline", STR_ARG(name));
    const char *nearest = diag_nearest(name, kinds, KIND_COUNT, sizeof *kinds);
    if (nearest)
        diag_hint(diags, diag, "did you mean `%s`?", nearest);
    else
        diag_hint(diags, diag,
                  "choose from inspections, interventions, leadership, reviews, events and "
                  "funding");
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

/* Undated last; then by the latest day it can have been; then the better known first; else as in
   the specification. */
static bool comes_after(const struct happening *a, const struct happening *b)
{
    bool a_unknown = a->date->precision == DATE_UNKNOWN;
    bool b_unknown = b->date->precision == DATE_UNKNOWN;
    if (a_unknown || b_unknown)
        return a_unknown && !b_unknown;
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
    const struct date *as_at = &timeline->briefing->briefing->as_at;
    size_t later = 0;
    while (later < dated && date_surely_after(timeline->items.items[dated - later - 1].date, as_at))
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
