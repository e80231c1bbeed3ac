/* A quotation: a block of its own, with who said it, where and when below. */
#include "components/quotation.h"

static void add_part(struct phrase *phrase, struct str text, const struct quote *quote,
                     const char *field)
{
    phrase_field_after(phrase, ", ", text, quote, field);
}

static void set_attribution(struct flow *flow, const struct briefing *briefing,
                            const struct quote *quote)
{
    struct phrase phrase = phrase_new(flow, briefing);
    add_part(&phrase, FIELD_OF(quote, speaker));
    add_part(&phrase, FIELD_OF(quote, role));
    add_part(&phrase, FIELD_OF(quote, organisation));
    add_part(&phrase, FIELD_OF(quote, party));
    add_part(&phrase, FIELD_OF(quote, occasion));
    if (quote->date.precision)
        add_part(&phrase, bounds_text(phrase.arena, &quote->date), NAMED(quote, date));
    phrase_fact(&phrase, &quote->fact);
    set_note(flow, &phrase);
}

/* A quotation stands in from the edge, close to who said it and apart from the next. */
enum { QUOTE_INDENT = 14 * MILLI_PER_POINT, QUOTE_GAP = 7 * MILLI_PER_POINT };

void set_quotation(struct flow *flow, const struct briefing *briefing, const struct quote *quote,
                   enum style_role role)
{
    struct arena *arena = flow_arena(flow);
    struct span span = SPAN_OF(quote, text);
    flow_open(flow, TAG_BLOCKQUOTE, span);
    flow_indent(flow, QUOTE_INDENT);
    flow_paragraph(flow, role,
                   inline_language(arena, inline_text(arena, quoted(arena, quote->text), span),
                                   quote->language, SPAN_OF(quote, language)));
    set_attribution(flow, briefing, quote);
    flow_indent(flow, -QUOTE_INDENT);
    flow_close(flow);
    flow_space(flow, QUOTE_GAP);
}
