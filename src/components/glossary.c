/* glossary: terms and what they mean. */
#include "options.h"
#include "sheet.h"

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(flow, briefing, term_columns, TERM_COLUMNS);
    sheet_heads(&sheet, (const char *const[]){"Term", "Meaning"});
    for (size_t i = 0; i < briefing->glossary.count; i++) {
        const struct term *term = records_at(&briefing->glossary, &term_table, i);
        sheet_text(&sheet, term->term, term, "term")->header = true;
        sheet_text(&sheet, term->meaning, term, "meaning");
    }
    sheet_set(&sheet, chosen->caption, "Terms used in this briefing", caption_span(options));
}

const struct component component_glossary = {
    .name = "glossary",
    .doc = "Terms used in the briefing and what they mean.",
    .example = "```glossary\n```\n",
    .options = &caption_options_table,
    .layout = layout,
};
