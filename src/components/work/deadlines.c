/* deadlines: what was to be done by when, and how that stood on the day of the briefing. */
#include "components/kit/kit.h"

#include "brief/printed.h"

static void add_what(struct sheet *sheet, const struct due *due)
{
    const struct deadline *deadline = due->deadline;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, FIELD_OF(deadline, what));
    phrase_field_after(&phrase, " (from ", FIELD_OF(deadline, who));
    phrase_addz(&phrase, deadline->who.len ? ")" : "");
    phrase_cite(&phrase, due->source);
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_due(struct sheet *sheet, const struct due *due)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_date(&phrase, &due->due, due->deadline, "due");
    bool stated = phrase.inlines != NULL;
    if (!stated)
        phrase_addz(&phrase, "date not stated");
    sheet_cell(sheet, phrase.inlines)->muted = !stated;
}

static void add_state(struct sheet *sheet, const struct due *due)
{
    const struct deadline *deadline = due->deadline;
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_add(&phrase, capital(phrase.arena, due->text));
    phrase_printed(&phrase, NAMED(deadline, not_done));
    phrase_printed(&phrase, NAMED(deadline, ended));
    phrase_date_after(&phrase, ": ", FIELD_AT(deadline, done));
    phrase_field_after(&phrase, " (", deadline->fact.note, deadline, "note");
    phrase_addz(&phrase, deadline->fact.note.len ? ")" : "");
    sheet_cell(sheet, phrase.inlines);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {{.weight = 5}, {.weight = 4}, {.weight = 6}};
    const struct caption_options *chosen = options;
    const struct due_list *all = &briefing->derived->deadlines;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"What", "Due", "On the day of this paper"});
    for (size_t i = 0; i < all->count; i++) {
        add_what(&sheet, &all->items[i]);
        add_due(&sheet, &all->items[i]);
        add_state(&sheet, &all->items[i]);
    }
    sheet_set(&sheet, chosen->caption, "What was to be done by when, the earliest first",
              caption_span(options));
}

const struct component component_deadlines = {
    .name = "deadlines",
    .doc = "What was to be done by when, and how that stood on the day of the briefing.",
    .example = "```deadlines\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
