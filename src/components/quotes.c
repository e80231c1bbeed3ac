/* quotes: exact words, with who said them and where. */
#include "components/options.h"
#include "components/quotation.h"

static void layout(struct flow *flow, const struct briefing *briefing, const void *options)
{
    (void)options;
    for (size_t i = 0; i < briefing->quotes.count; i++)
        set_quotation(flow, briefing, &briefing->quotes.items[i], STYLE_QUOTE);
}

const struct component component_quotes = {
    .name = "quotes",
    .doc = "Exact words of people and documents, each with its attribution and source.",
    .example = "```quotes\n```\n",
    .options = &no_options_table,
    .layout = layout,
};
