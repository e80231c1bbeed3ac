/* The short form of the timeline: what matters most, in plain sentences, and what happened in one
   month in one row. */
#include "components/timeline/timeline.h"

#include "base/ascii.h"

#include <string.h>

#define NO_BREAK_SPACE "\xC2\xA0"

static void tell(const struct timeline_kind *kind, struct timeline *timeline, const void *record)
{
    kind->tell(timeline, record);
}

static void enter_if_later(const struct timeline_kind *kind, struct timeline *timeline,
                           const void *record)
{
    kind->add(timeline, record);
}

/* ---- which ---- */

/* By rank, and of one rank the newest, which stand last. */
static void choose(struct timeline *timeline)
{
    const struct whole *most = &timeline->options->most;
    size_t count = timeline->items.count, room = count;
    if (most->known && (size_t)most->value < count)
        room = (size_t)most->value;
    for (size_t chosen = 0; chosen < room; chosen++) {
        struct happening *first = NULL;
        for (size_t i = 0; i < count; i++) {
            struct happening *one = &timeline->items.items[i];
            if (!one->chosen && (!first || one->rank <= first->rank))
                first = one;
        }
        first->chosen = true;
    }
    timeline->left_out += count - room;
}

/* ---- rows ---- */

struct row {
    struct str when;
    const struct happening *first;
    struct phrase what;
};

struct rows {
    LIST(struct row) list;
};

static struct row *row_of(const struct rows *rows, struct str when)
{
    for (size_t i = rows->list.count; i-- > 0;)
        if (str_equal(rows->list.items[i].when, when))
            return &rows->list.items[i];
    return NULL;
}

/* No-break spaces as plain ones: officers write either. */
static struct str plain_spaces(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < text.len; i++) {
        bool no_break = str_starts(str_part(text, i, text.len), NO_BREAK_SPACE);
        buf_addf(&out, "%c", no_break ? ' ' : text.at[i]);
        i += no_break;
    }
    return buf_str(&out);
}

/* Is it the end of an amount, not "£12" of "£12,000"? */
static bool amount_ends(struct str text, size_t end)
{
    if (end == text.len || text.at[end] == ' ')
        return true;
    return !ascii_is_digit(text.at[end]) &&
           (end + 1 == text.len || !ascii_is_digit(text.at[end + 1]));
}

static bool tells(struct arena *arena, const struct happening *item, struct str amount)
{
    struct str text = plain_spaces(arena, inlines_text(arena, item->what));
    const char *words = str_z(arena, plain_spaces(arena, amount));
    for (size_t i = 0; i < text.len; i++)
        if (str_starts(str_part(text, i, text.len), words) && amount_ends(text, i + strlen(words)))
            return true;
    return false;
}

/* An amount that an event of the same row tells in its own words is not told again. */
static bool is_told(const struct timeline *timeline, const struct happening *item)
{
    for (size_t i = 0; item->amount.len && i < timeline->items.count; i++) {
        const struct happening *other = &timeline->items.items[i];
        if (other->chosen && !other->amount.len && str_equal(other->when, item->when) &&
            tells(timeline->composer->arena, other, item->amount))
            return true;
    }
    return false;
}

static void add_to_rows(const struct timeline *timeline, struct rows *rows,
                        const struct happening *item)
{
    struct arena *arena = timeline->composer->arena;
    bool months = timeline->options->months == ANSWER_YES;
    struct row *row = months ? row_of(rows, item->when) : NULL;
    if (months && is_told(timeline, item))
        return;
    if (!row) {
        row = LIST_ADD(arena, &rows->list);
        *row = (struct row){item->when, item, phrase_new(timeline->composer, timeline->briefing)};
    } else {
        phrase_addz(&row->what, " ");
    }
    phrase_printed(&row->what, item->record, item->date_field);
    row->what.inlines = inline_join(row->what.inlines, item->what);
}

static void set_rows(const struct timeline *timeline, const struct rows *rows)
{
    static const struct column columns[] = {{.weight = 440}, {.weight = 1260}};
    struct sheet sheet = sheet_new(timeline->composer, timeline->briefing, columns, 2);
    sheet.axis = true;
    sheet_heads(&sheet, (const char *const[]){"When", "Event"});
    for (size_t i = 0; i < rows->list.count; i++) {
        const struct row *row = &rows->list.items[i];
        struct str when = capital(timeline->composer->arena, row->when);
        sheet_text(&sheet, when, row->first->record, row->first->date_field)->header = true;
        sheet_cell(&sheet, row->what.inlines);
    }
    sheet_set(&sheet, timeline->options->caption, "What happened", caption_span(timeline->options));
}

static void set_left_out(const struct timeline *timeline, bool below_table)
{
    struct phrase phrase = phrase_new(timeline->composer, timeline->briefing);
    phrase_left_out(&phrase, timeline->left_out, "event", "events", timeline->options->elsewhere,
                    timeline->options);
    if (below_table)
        set_note(timeline->composer, &phrase);
    else if (phrase.inlines)
        compose_paragraph(timeline->composer, phrase.inlines);
}

void timeline_set_short(struct timeline *timeline)
{
    struct rows rows = {0};
    timeline_collect(timeline, tell);
    timeline_sort(timeline);
    choose(timeline);
    for (size_t i = 0; i < timeline->items.count; i++)
        if (timeline->items.items[i].chosen)
            add_to_rows(timeline, &rows, &timeline->items.items[i]);
    set_rows(timeline, &rows);
    set_left_out(timeline, rows.list.count > 0);
    struct timeline later = {.composer = timeline->composer,
                             .briefing = timeline->briefing,
                             .options = timeline->options,
                             .only_later = true};
    timeline_collect(&later, enter_if_later);
    timeline_sort(&later);
    timeline_set_later(&later, 0, later.items.count);
}
