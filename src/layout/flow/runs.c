/* From inlines to runs: faces, links, citations. */
#include "layout/flow/flow.h"

#include "base/unseen.h"

enum {
    CITE_SIZE = 750,      /* of the text, in thousandths */
    CITE_SMALLEST = 9000, /* no text on the page is smaller */
    CITE_RISE = 300,
};

struct look look_of(const struct flow *flow, enum style_role role, element_id element)
{
    const struct text_style *style = &flow->request->theme->styles[role];
    return (struct look){
        .face = style->face,
        .size = style->size,
        .colour = style->colour,
        .link_colour = flow->request->theme->link,
        .element = element,
        .link = -1,
    };
}

enum face face_strong(enum face face)
{
    if (face == FACE_REGULAR)
        return FACE_BOLD;
    return face == FACE_ITALIC ? FACE_BOLD_ITALIC : face;
}

static enum face face_emphasis(enum face face)
{
    if (face == FACE_REGULAR)
        return FACE_ITALIC;
    if (face == FACE_ITALIC) /* in a quotation, emphasis stands upright */
        return FACE_REGULAR;
    return face == FACE_BOLD ? FACE_BOLD_ITALIC : face;
}

/* words in a row joined by no-break spaces: nobody joins that many on purpose */
enum { BOUND_WORDS = 5 };

/* Where the stretch of words that no-break spaces join ends; `count` of these spaces are in it. */
static size_t bound_end(struct str text, size_t start, size_t *count)
{
    size_t end = str_find(text, ' ', start);
    struct unseen blank;
    *count = 0;
    for (size_t at = start; unseen_find(str_part(text, 0, end), at, UNSEEN_BLANK, &blank);
         at = blank.end)
        ++*count;
    return end;
}

static void add_loosened(struct buf *out, struct str words)
{
    struct unseen blank;
    size_t start = 0;
    for (; unseen_find(words, start, UNSEEN_BLANK, &blank); start = blank.end) {
        buf_add(out, str_part(words, start, blank.at));
        buf_byte(out, ' ');
    }
    buf_add(out, str_part(words, start, words.len));
}

/* Text pasted from a web page or a word processor with no-break spaces throughout gets plain spaces
   again; those that join a few words stay. */
static struct str loosened(struct arena *arena, struct str text)
{
    struct unseen blank;
    if (!unseen_find(text, 0, UNSEEN_BLANK, &blank))
        return text;
    struct buf out = {.arena = arena};
    buf_addz(&out, "");
    for (size_t start = 0, end, count; start < text.len; start = end) {
        end = bound_end(text, start, &count);
        if (count >= BOUND_WORDS)
            add_loosened(&out, str_part(text, start, end));
        else
            buf_add(&out, str_part(text, start, end));
        if (end < text.len)
            buf_byte(&out, text.at[end++]);
    }
    return buf_str(&out);
}

void runs_add_text(struct flow *flow, struct run_list *runs, const struct look *look,
                   struct str text, struct span origin)
{
    if (!text.len)
        return;
    characters_check(flow, text, origin);
    text = loosened(flow->arena, text);
    struct stretches stretches =
        coverage_split(flow->arena, flow->request->metrics, text, look->face);
    for (size_t i = 0; i < stretches.count; i++)
        *LIST_ADD(flow->arena, runs) = (struct run){
            .text = stretches.items[i].text,
            .face = stretches.items[i].face,
            .size = look->size,
            .rise = look->rise,
            .colour = look->colour,
            .element = look->element,
            .link = look->link,
            .features = look->features,
            .origin = origin,
        };
}

/* An abbreviation, which is read out in full. */
static void add_short(struct flow *flow, struct run_list *runs, const struct look *look,
                      const struct inline_node *node)
{
    struct look inner = *look;
    inner.element = flow_inline_element(flow, TAG_SPAN, look->element);
    flow_element(flow, inner.element)->expansion = node->expansion;
    runs_add_text(flow, runs, &inner, node->text, node->origin);
}

static void add_foreign(struct flow *flow, struct run_list *runs, const struct look *look,
                        const struct inline_node *node)
{
    struct look inner = *look;
    inner.element = flow_inline_element(flow, TAG_SPAN, look->element);
    flow_element(flow, inner.element)->language = node->language;
    flow_element(flow, inner.element)->origin = node->origin;
    runs_add(flow, runs, &inner, node->children);
}

static int32_t add_target(struct flow *flow, struct link_target target)
{
    *LIST_ADD(flow->arena, &flow->links) = target;
    return (int32_t)(flow->links.count - 1);
}

/* "Norfolk's report (https://...)", or the address alone where the text says no more. */
static struct str link_description(struct arena *arena, struct str text, struct str url)
{
    if (!text.len || str_equal(text, url))
        return url;
    return str_format(arena, STR_FMT " (" STR_FMT ")", STR_ARG(text), STR_ARG(url));
}

static void add_link(struct flow *flow, struct run_list *runs, const struct look *look,
                     const struct inline_node *node)
{
    if (!node->url.len || look->link >= 0 || inlines_are_blank(node->children)) {
        runs_add(flow, runs, look, node->children);
        return;
    }
    struct look inner = *look;
    struct str text = inlines_text(flow->arena, node->children);
    inner.element = flow_inline_element(flow, TAG_LINK, look->element);
    inner.colour = look->link_colour;
    inner.link = add_target(flow, (struct link_target){
                                      .element = inner.element,
                                      .url = node->url,
                                      .destination = -1,
                                      .description = link_description(flow->arena, text, node->url),
                                  });
    runs_add(flow, runs, &inner, node->children);
}

/* A citation stands directly behind its word: no space, and no line break between the two. */
#define WORD_JOINER "\u2060"

static size_t space_at_end(struct str text)
{
    if (str_ends(text, " ") || str_ends(text, "\n"))
        return 1;
    return str_ends(text, "\u00A0") ? 2 : 0;
}

static void drop_space(struct run_list *runs)
{
    for (size_t i = runs->count; i-- > 0 && !runs->items[i].forced_break;) {
        struct str *text = &runs->items[i].text;
        for (size_t size = space_at_end(*text); size; size = space_at_end(*text))
            text->len -= size;
        if (text->len)
            return;
    }
}

/* Raised and smaller, except in large print, where that would defeat the purpose. */
static struct look cite_look(const struct flow *flow, const struct look *look)
{
    struct look raised = *look;
    if (flow->request->theme->variant.large_print)
        return raised;
    milli size = look->size * CITE_SIZE / 1000;
    raised.size = size < CITE_SMALLEST && CITE_SMALLEST < look->size ? CITE_SMALLEST : size;
    raised.rise = look->rise + look->size * CITE_RISE / 1000;
    return raised;
}

/* One source of a citation; the brackets belong to the first and the last. It is plain text if it
   leads nowhere. */
static void add_source(struct flow *flow, struct run_list *runs, const struct look *look,
                       const struct inline_node *node, size_t i)
{
    const struct citation *citation = &node->citations[i];
    enum tag tag = citation->source ? TAG_LINK : TAG_SPAN;
    struct look inner = *look;
    inner.element = flow_inline_element(flow, tag, look->element);
    if (citation->source)
        inner.link = add_target(flow, (struct link_target){
                                          .element = inner.element,
                                          .source = citation->source,
                                          .destination = -1,
                                          .description = citation->description,
                                      });
    struct str text = str_format(flow->arena, "%s%zu%s", i ? "" : WORD_JOINER "[", citation->number,
                                 i + 1 == node->cite.count ? "]" : "");
    runs_add_text(flow, runs, &inner, text, node->origin);
}

static bool leads_anywhere(const struct inline_node *node)
{
    for (size_t i = 0; i < node->cite.count; i++)
        if (node->citations[i].source)
            return true;
    return false;
}

static void add_cite(struct flow *flow, struct run_list *runs, const struct look *look,
                     const struct inline_node *node)
{
    drop_space(runs);
    struct look raised = cite_look(flow, look);
    if (!node->citations) {
        struct str text = str_format(flow->arena, WORD_JOINER STR_FMT, STR_ARG(node->text));
        runs_add_text(flow, runs, &raised, text, node->origin);
        return;
    }
    enum tag tag = leads_anywhere(node) ? TAG_REFERENCE : TAG_SPAN;
    raised.element = flow_inline_element(flow, tag, look->element);
    for (size_t i = 0; i < node->cite.count; i++) {
        if (i)
            runs_add_text(flow, runs, &raised, STR(","), node->origin);
        add_source(flow, runs, &raised, node, i);
    }
}

static void add_break(struct flow *flow, struct run_list *runs, const struct look *look)
{
    if (!runs->count)
        runs_add_text(flow, runs, look, STR(" "), (struct span){0});
    runs->items[runs->count - 1].forced_break = true;
}

static void add_faced(struct flow *flow, struct run_list *runs, struct look look, enum face face,
                      const struct inline_node *children)
{
    look.face = face;
    runs_add(flow, runs, &look, children);
}

void runs_add(struct flow *flow, struct run_list *runs, const struct look *look,
              const struct inline_node *inlines)
{
    for (; inlines; inlines = inlines->next)
        switch (inlines->kind) {
        case INLINE_SHORT: add_short(flow, runs, look, inlines); break;
        case INLINE_LANGUAGE: add_foreign(flow, runs, look, inlines); break;
        case INLINE_TEXT:
        case INLINE_CODE: runs_add_text(flow, runs, look, inlines->text, inlines->origin); break;
        case INLINE_EMPHASIS:
            add_faced(flow, runs, *look, face_emphasis(look->face), inlines->children);
            break;
        case INLINE_STRONG:
            add_faced(flow, runs, *look, face_strong(look->face), inlines->children);
            break;
        case INLINE_LINK: add_link(flow, runs, look, inlines); break;
        case INLINE_BREAK: add_break(flow, runs, look); break;
        case INLINE_CITE: add_cite(flow, runs, look, inlines); break;
        }
}
