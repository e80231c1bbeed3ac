/* leadership: who held which post from when to when, as sources report it; an appointment and its
   end, or an offer to resign and its answer, are one row. */
#include "brief/lookup.h"
#include "brief/printed.h"
#include "components/kit/kit.h"

/* ---- which events are one change ---- */

struct change_row {
    const struct leadership_event *event;
    const struct leadership_event *answer; /* its end, or what was answered; NULL: none recorded */
    const struct date *end; /* when the next of the same post began; NULL: `answer` */
};

struct changes {
    const struct leadership_event **items; /* in the order of time, what has no date last */
    bool *told;
    size_t count;
};

static bool is_beginning(int event)
{
    return event == LEADERSHIP_APPOINTED || event == LEADERSHIP_IN_POST ||
           event == LEADERSHIP_INTERIM || event == LEADERSHIP_ACTING ||
           event == LEADERSHIP_PERMANENT || event == LEADERSHIP_TOOK_OFFICE;
}

static bool comes_before(const struct date *a, const struct date *b)
{
    if (!a->precision || !b->precision)
        return a->precision && !b->precision;
    return date_key(a) < date_key(b);
}

/* Those that had happened by the day of the briefing, or those that lie after it. */
static struct changes changes_of(struct arena *arena, const struct briefing *briefing, bool ahead)
{
    const struct leadership_event_list *all = &briefing->leadership;
    struct changes changes = {ARENA_ARRAY(arena, const struct leadership_event *, all->count),
                              ARENA_ARRAY(arena, bool, all->count), 0};
    for (size_t i = 0; i < all->count; i++) {
        if (is_future(briefing, &all->items[i].date) != ahead)
            continue;
        size_t at = changes.count++;
        for (; at > 0 && comes_before(&all->items[i].date, &changes.items[at - 1]->date); at--)
            changes.items[at] = changes.items[at - 1];
        changes.items[at] = &all->items[i];
    }
    for (size_t i = 0; i < changes.count; i++)
        changes.told[i] = false;
    return changes;
}

/* The post without a word on how it is held. */
static struct str post_of(struct str role)
{
    static const char *const words[] = {"Interim ", "Acting ", "Permanent ",
                                        "interim ", "acting ", "permanent "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_starts(role, words[i]))
            return str_part(role, str_from(words[i]).len, role.len);
    return role;
}

static bool is_of_one_post(const struct leadership_event *a, const struct leadership_event *b)
{
    return a->person.len && str_alike(a->person, b->person) &&
           str_alike(post_of(a->role), post_of(b->role));
}

/* The next event of the same person and post, if it says how this one ended. */
static void find_end(struct changes *changes, size_t at, struct change_row *row)
{
    for (size_t i = at + 1; i < changes->count; i++) {
        const struct leadership_event *one = changes->items[i];
        if (changes->told[i] || !is_of_one_post(one, row->event))
            continue;
        if (is_beginning(one->event) && one->event != LEADERSHIP_IN_POST && one->date.precision) {
            row->end = &one->date;
            return;
        }
        if (is_departure(one->event)) {
            changes->told[i] = true;
            row->answer = one;
            return;
        }
    }
}

static void find_answer(struct changes *changes, struct change_row *row)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct leadership_event *one = changes->items[i];
        bool answers = one->event == LEADERSHIP_RESIGNATION_DECLINED && !changes->told[i] &&
                       is_of_one_post(one, row->event) &&
                       !date_surely_after(&row->event->date, &one->date) &&
                       !date_surely_after(&one->date, &row->event->date);
        if (!answers)
            continue;
        changes->told[i] = true;
        row->answer = one;
        return;
    }
}

/* Is it the answer to an offer, which tells it? */
static bool is_an_answer(const struct changes *changes, const struct leadership_event *event)
{
    for (size_t i = 0; event->event == LEADERSHIP_RESIGNATION_DECLINED && i < changes->count; i++)
        if (changes->items[i]->event == LEADERSHIP_RESIGNATION_OFFERED &&
            is_of_one_post(changes->items[i], event) &&
            !date_surely_after(&changes->items[i]->date, &event->date) &&
            !date_surely_after(&event->date, &changes->items[i]->date))
            return true;
    return false;
}

/* ---- cells ---- */

static void say_date(struct phrase *phrase, const char *before, const struct date *date,
                     const struct leadership_event *event)
{
    struct str text = date_text(phrase->arena, date, DATE_PLAIN);
    bool lone = date->precision == DATE_INTERVAL || !date->precision;
    phrase_addz(phrase, lone ? "" : before);
    phrase_field(phrase, lone || !*before ? capital(phrase->arena, text) : text,
                 NAMED(event, date));
}

static void add_when(struct sheet *sheet, const struct change_row *row)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    const struct leadership_event *event = row->event;
    const struct date *end = row->end ? row->end : row->answer ? &row->answer->date : NULL;
    bool begins = is_beginning(event->event);
    if (event->event == LEADERSHIP_IN_POST && event->date.precision) {
        phrase_addz(&phrase, "In post ");
        phrase_field(&phrase, date_text(phrase.arena, &event->date, DATE_PLAIN),
                     NAMED(event, date));
    } else
        say_date(&phrase,
                 begins && !end               ? "From "
                 : is_departure(event->event) ? "To "
                                              : "",
                 &event->date, event);
    if (begins && end && end->precision)
        phrase_plain_date(&phrase, end->precision == DATE_INTERVAL ? ", ended " : " to ", end,
                          row->answer ? row->answer : event, "date");
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_person(struct sheet *sheet, const struct leadership_event *event)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, event->person.len ? event->person : STR("Not named"), event, "person");
    phrase_field_after(&phrase, " (", FIELD_OF(event, party));
    phrase_addz(&phrase, event->party.len ? ")" : "");
    phrase_whole_after(&phrase, ", ", FIELD_AT(event, count));
    if (event->count.known)
        phrase_addz(&phrase, event->count.value == 1 ? " person" : " people");
    sheet_cell(sheet, phrase.inlines)->muted = !event->person.len;
}

/* What the post alone does not say: "stood down", "in post as interim". */
static bool needs_word(const struct leadership_event *event)
{
    switch (event->event) {
    case LEADERSHIP_APPOINTED:
    case LEADERSHIP_IN_POST: return false;
    case LEADERSHIP_INTERIM: return !str_holds(event->role, STR("interim"));
    case LEADERSHIP_ACTING: return !str_holds(event->role, STR("acting"));
    default: return true;
    }
}

static void say_event(struct phrase *phrase, const struct leadership_event *event, bool word)
{
    struct str what = LABEL_OF(&leadership_event_table, event, event);
    if (word)
        phrase_field_after(phrase, ". ", capital(phrase->arena, what), NAMED(event, event));
    phrase_printed(phrase, NAMED(event, event));
    phrase_field_after(phrase, word ? ", by " : ". By ", FIELD_OF(event, by));
    phrase_post(phrase, event);
    phrase_field_after(phrase, ". ", FIELD_OF(event, background));
    phrase_field_after(phrase, ". Note: ", event->fact.note, event, "note");
}

static void add_post(struct sheet *sheet, const struct change_row *row)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase.plain = true;
    phrase_field(&phrase, capital(phrase.arena, row->event->role), NAMED(row->event, role));
    say_event(&phrase, row->event, needs_word(row->event));
    if (row->answer) {
        say_event(&phrase, row->answer, true);
        printed_key(sheet->briefing, NAMED(row->answer, role));
        printed_key(sheet->briefing, NAMED(row->answer, person));
        printed_key(sheet->briefing, NAMED(row->answer, party));
        printed_key(sheet->briefing, NAMED(row->answer, date));
    }
    phrase_cite(&phrase, row->answer ? refs_join(phrase.arena, row->event->fact.source,
                                                 row->answer->fact.source)
                                     : row->event->fact.source);
    sheet_cell(sheet, phrase.inlines);
}

/* ---- the whole ---- */

static void set_changes(struct composer *composer, const struct briefing *briefing, bool ahead,
                        struct str caption, struct span origin)
{
    static const struct column columns[] = {{.weight = 440}, {.weight = 440}, {.weight = 820}};
    struct changes changes = changes_of(composer->arena, briefing, ahead);
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet.axis = true;
    sheet_heads(&sheet, (const char *const[]){"From and to", "Who",
                                              ahead ? DATED_LATER : "Post, and what happened"});
    for (size_t i = 0; i < changes.count; i++) {
        struct change_row row = {.event = changes.items[i]};
        if (changes.told[i] || is_an_answer(&changes, row.event))
            continue;
        if (is_beginning(row.event->event))
            find_end(&changes, i, &row);
        else if (row.event->event == LEADERSHIP_RESIGNATION_OFFERED)
            find_answer(&changes, &row);
        add_when(&sheet, &row);
        add_person(&sheet, row.event);
        add_post(&sheet, &row);
    }
    sheet_set(&sheet, caption, "Who led, from when to when", origin);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct span origin = caption_span(options);
    set_changes(composer, briefing, false, chosen->caption, origin);
    set_changes(composer, briefing, true, caption_of_later(composer->arena, briefing), origin);
}

const struct component component_leadership = {
    .name = "leadership",
    .doc = "Who held which post, from when to when, with what is known of it and its sources; an "
           "appointment and its end are one row.",
    .example = "```leadership\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
