/* leadership: who came, left and stayed, as sources report it. */
#include "components/kit/kit.h"

static void add_person(struct sheet *sheet, const struct leadership_event *event)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, event->person.len ? event->person : STR("Not named"), event, "person");
    phrase_field_after(&phrase, " (", FIELD_OF(event, party));
    phrase_addz(&phrase, event->party.len ? ")" : "");
    phrase_whole_after(&phrase, ", ", FIELD_AT(event, count));
    if (event->count.known)
        phrase_addz(&phrase, event->count.value == 1 ? " person" : " people");
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_what(struct sheet *sheet, const struct leadership_event *event)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    struct str what = LABEL_OF(&leadership_event_table, event, event);
    phrase_field(&phrase, capital(phrase.arena, what), NAMED(event, event));
    phrase_field_after(&phrase, ", by ", FIELD_OF(event, by));
    phrase_post(&phrase, event);
    phrase_field_after(&phrase, ". ", FIELD_OF(event, background));
    phrase_fact(&phrase, &event->fact);
    sheet_cell(sheet, phrase.inlines);
}

static void add_event(struct sheet *sheet, const struct leadership_event *event)
{
    add_person(sheet, event);
    sheet_text(sheet, capital(sheet->composer->arena, event->role), NAMED(event, role));
    sheet_date(sheet, FIELD_AT(event, date))->muted = !event->date.precision;
    add_what(sheet, event);
}

/* What had happened by the day of the briefing, or what lies after it. */
static void set_events(struct composer *composer, const struct briefing *briefing, bool ahead,
                       struct str caption, struct span origin)
{
    static const struct column columns[] = {
        {.weight = 3}, {.weight = 3}, {.weight = 3}, {.weight = 6}};
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"Who", "Post or office", "Date",
                                              ahead ? DATED_LATER : "What happened"});
    for (size_t i = 0; i < briefing->leadership.count; i++) {
        const struct leadership_event *event = &briefing->leadership.items[i];
        if (date_surely_after(&event->date, &briefing->briefing->as_at) == ahead)
            add_event(&sheet, event);
    }
    sheet_set(&sheet, caption, "Changes in leadership, as sources report them", origin);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct span origin = caption_span(options);
    set_events(composer, briefing, false, chosen->caption, origin);
    set_events(composer, briefing, true, caption_of_later(composer->arena, briefing), origin);
}

const struct component component_leadership = {
    .name = "leadership",
    .doc = "Appointments, departures and vacancies, each with its source.",
    .example = "```leadership\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
