/* Phrases: the text of a cell or paragraph, put together from words, values and citations. */
#include "components/kit/phrase.h"

#include "brief/told.h"

#define NO_BREAK_SPACE "\xC2\xA0"
#define RIGHT_QUOTE    "\xE2\x80\x9D"

struct phrase phrase_new(struct composer *composer, const struct briefing *briefing)
{
    return (struct phrase){.arena = composer->arena, .briefing = briefing};
}

static void join(struct phrase *phrase, struct inline_node *tail)
{
    bool known = phrase->last && phrase->head == phrase->inlines;
    struct inline_node *joined = inline_join(known ? phrase->last : phrase->inlines, tail);
    if (!phrase->inlines)
        phrase->inlines = joined;
    phrase->head = phrase->inlines;
    if (tail)
        phrase->last = tail;
}

void phrase_add(struct phrase *phrase, struct str text)
{
    if (text.len)
        join(phrase, inline_text(phrase->arena, text, (struct span){0}));
}

void phrase_addz(struct phrase *phrase, const char *text)
{
    phrase_add(phrase, str_from(text));
}

void phrase_addf(struct phrase *phrase, const char *format, ...)
{
    struct buf buf = {.arena = phrase->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&buf, format, args);
    va_end(args);
    phrase_add(phrase, buf_str(&buf));
}

void phrase_field(struct phrase *phrase, struct str text, const void *record, const char *field)
{
    if (text.len)
        join(phrase, inline_text(phrase->arena, text, record_span_of(record, field)));
}

/* Does it already end in a full stop or the like, perhaps followed by a quotation mark? */
static bool ends_sentence(const struct phrase *phrase)
{
    struct str text = inlines_text(phrase->arena, phrase->inlines);
    if (str_ends(text, RIGHT_QUOTE))
        text.len -= sizeof RIGHT_QUOTE - 1;
    return str_ends(text, ".") || str_ends(text, "?") || str_ends(text, "!");
}

/* What remains of joining words such as ". Note: " when there is nothing to join to: "Note: ". */
static const char *joint(const struct phrase *phrase, const char *before)
{
    if (!phrase->inlines)
        while (*before == '.' || *before == ',' || *before == ';' || *before == ':' ||
               *before == ' ')
            before++;
    else if (*before == '.' && ends_sentence(phrase))
        before++;
    return before;
}

void phrase_field_after(struct phrase *phrase, const char *before, struct str text,
                        const void *record, const char *field)
{
    if (!text.len)
        return;
    phrase_addz(phrase, joint(phrase, before));
    phrase_field(phrase, text, record, field);
}

void phrase_whole_after(struct phrase *phrase, const char *before, const struct whole *whole,
                        const void *record, const char *field)
{
    if (whole->known)
        phrase_field_after(phrase, before, whole_text(phrase->arena, whole->value), record, field);
}

void phrase_date_after(struct phrase *phrase, const char *before, const struct date *date,
                       const void *record, const char *field)
{
    if (date->precision)
        phrase_field_after(phrase, before, date_text(phrase->arena, date, DATE_LONG), record,
                           field);
}

void phrase_told(const struct phrase *phrase, const void *record, const char *field)
{
    told_key(phrase->briefing, record, field);
}

void phrase_date(struct phrase *phrase, const struct date *date, const void *record,
                 const char *field)
{
    phrase_field(phrase, date_text(phrase->arena, date, DATE_LONG), record, field);
}

void phrase_moment(struct phrase *phrase, const struct date *date, const void *record,
                   const char *field)
{
    phrase_field(phrase, bounds_text(phrase->arena, date), record, field);
}

void phrase_strong(struct phrase *phrase, struct str text)
{
    join(phrase, inline_strong(phrase->arena, inline_text(phrase->arena, text, (struct span){0})));
}

void phrase_break(struct phrase *phrase)
{
    join(phrase, inline_break(phrase->arena));
}

void phrase_cite(struct phrase *phrase, struct refs refs)
{
    struct inline_node *cite = inline_cite(phrase->arena, phrase->briefing, refs);
    if (!cite)
        return;
    if (phrase->inlines)
        phrase_addz(phrase, NO_BREAK_SPACE);
    join(phrase, cite);
}

void phrase_source(struct phrase *phrase, struct refs refs)
{
    if (!phrase->inlines && refs.count)
        phrase_addz(phrase, refs.count > 1 ? "Sources" : "Source");
    phrase_cite(phrase, refs);
}

void phrase_fact(struct phrase *phrase, const struct fact *fact)
{
    phrase_field_after(phrase, ". Note: ", FIELD_OF(fact, note));
    phrase_cite(phrase, fact->source);
}
