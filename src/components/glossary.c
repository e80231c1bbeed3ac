/* glossary: terms and what they mean. */
#include "components/kit/kit.h"

/* What the letters stand for, unless the meaning begins with the same words. */
static void add_meaning(struct sheet *sheet, const struct term *term)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    size_t shorter =
        term->expansion.len < term->meaning.len ? term->expansion.len : term->meaning.len;
    if (str_alike(term->expansion, str_part(term->meaning, 0, shorter)))
        phrase_printed(&phrase, NAMED(term, expansion));
    else
        phrase_field(&phrase, FIELD_OF(term, expansion));
    phrase_field_after(&phrase, ". ", FIELD_OF(term, meaning));
    sheet_cell(sheet, phrase.inlines);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, term_columns, TERM_COLUMNS);
    sheet_heads(&sheet, (const char *const[]){"Term", "Meaning"});
    for (size_t i = 0; i < briefing->glossary.count; i++) {
        const struct term *term = &briefing->glossary.items[i];
        sheet_text(&sheet, FIELD_OF(term, term))->header = true;
        add_meaning(&sheet, term);
    }
    sheet_set(&sheet, chosen->caption, "Terms used in this briefing", caption_span(options));
}

const struct component component_glossary = {
    .name = "glossary",
    .doc = "Terms used in the briefing and what they mean.",
    .example = "```glossary\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
