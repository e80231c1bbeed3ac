/* From inlines to runs: faces, links, citations, and which font has a glyph for each character. */
#include "base/unseen.h"
#include "base/utf8.h"
#include "layout/flow/flow.h"
#include "layout/layout_codes.h"

#include <utf8proc.h>

/* ---- characters ---- */

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

/* The first face that has all of a text; FACE_LIMIT when none has. */
static enum face face_with(const struct metrics *metrics, enum face wanted, struct str text)
{
    if (metrics->covers(metrics->self, wanted, text))
        return wanted;
    for (size_t i = 0; i < metrics->fallback_count; i++)
        if (metrics->covers(metrics->self, (enum face)(FACE_FALLBACK + i), text))
            return (enum face)(FACE_FALLBACK + i);
    return (enum face)FACE_LIMIT;
}

/* Neighbours in the same face form one stretch. */
static void add_stretch(struct arena *arena, struct stretches *stretches, struct str part,
                        enum face face)
{
    struct stretch *last =
        stretches->count ? &stretches->items[stretches->count - 1] : (struct stretch *)NULL;
    if (last && last->face == face)
        last->text.len += part.len;
    else
        *LIST_ADD(arena, stretches) = (struct stretch){part, face};
}

/* ---- a word that no face has whole ---- */

/* The end of a letter with its marks, which must not be parted. */
static size_t letter_end(struct str text, size_t at)
{
    utf8proc_int32_t state = 0;
    uint32_t before = utf8_next(text, &at);
    for (size_t next = at; at < text.len; at = next) {
        uint32_t code_point = utf8_next(text, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)code_point,
                                             &state))
            break;
        before = code_point;
    }
    return at;
}

/* What no face has stays in the one that was asked for: it is reported when it is set. */
static void add_letters(struct arena *arena, struct stretches *stretches,
                        const struct metrics *metrics, struct str word, enum face wanted)
{
    for (size_t at = 0, end; at < word.len; at = end) {
        end = letter_end(word, at);
        struct str letter = str_part(word, at, end);
        enum face face = face_with(metrics, wanted, letter);
        add_stretch(arena, stretches, letter, face == (enum face)FACE_LIMIT ? wanted : face);
    }
}

/* ---- words ---- */

static void add_word(struct arena *arena, struct stretches *stretches,
                     const struct metrics *metrics, struct str word, enum face wanted)
{
    enum face face = is_ascii(word) ? wanted : face_with(metrics, wanted, word);
    if (face == (enum face)FACE_LIMIT)
        add_letters(arena, stretches, metrics, word, wanted);
    else
        add_stretch(arena, stretches, word, face);
}

struct stretches coverage_split(struct arena *arena, const struct metrics *metrics, struct str text,
                                enum face wanted)
{
    struct stretches stretches = {0};
    if (!metrics->fallback_count || is_ascii(text)) {
        add_stretch(arena, &stretches, text, wanted);
        return stretches;
    }
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, ' ', at);
        if (end > at)
            add_word(arena, &stretches, metrics, str_part(text, at, end), wanted);
        if (end < text.len)
            add_stretch(arena, &stretches, str_part(text, end, end + 1), wanted);
        at = end + 1;
    }
    return stretches;
}

/* ---- what is refused whatever fonts there are: right-to-left scripts and emoji ---- */

enum {
    EMOJI_SELECTOR = 0xFE0F, /* asks for the picture where there is a plain sign too */
    EMOJI_MODIFIER_FIRST = 0x1F3FB,
    EMOJI_MODIFIER_LAST = 0x1F3FF,
};

static bool is_right_to_left(uint32_t code_point)
{
    if (code_point < 0x80)
        return false;
    switch (utf8proc_get_property((utf8proc_int32_t)code_point)->bidi_class) {
    case UTF8PROC_BIDI_CLASS_R:
    case UTF8PROC_BIDI_CLASS_AL:
    case UTF8PROC_BIDI_CLASS_AN:
    case UTF8PROC_BIDI_CLASS_RLE:
    case UTF8PROC_BIDI_CLASS_RLO:
    case UTF8PROC_BIDI_CLASS_RLI: return true;
    default: return false;
    }
}

/* Emoji proper have double width; plain signs such as the copyright sign do not. */
static bool is_emoji(uint32_t code_point)
{
    if (code_point < 0x80)
        return false;
    unsigned kind = utf8proc_get_property((utf8proc_int32_t)code_point)->boundclass;
    bool wide = utf8proc_charwidth((utf8proc_int32_t)code_point) == 2;
    return code_point == EMOJI_SELECTOR || kind == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR ||
           (kind == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC && wide) ||
           (code_point >= EMOJI_MODIFIER_FIRST && code_point <= EMOJI_MODIFIER_LAST);
}

/* The word around a character: what an officer looks for. */
static struct str word_around(struct str text, size_t at)
{
    size_t start = at, end = str_find(text, ' ', at);
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    return str_part(text, start, end);
}

static void refuse_right_to_left(struct flow *flow, struct str word, struct span origin)
{
    struct diag *diag = diag_report(
        flow->diags, &E512, origin,
        "`" STR_FMT "` is written from right to left, which cannot be printed yet", STR_ARG(word));
    diag_hint(flow->diags, diag, "write it in Latin letters");
}

static void refuse_emoji(struct flow *flow, struct str sign, struct span origin)
{
    size_t end = 0;
    struct diag *diag = diag_report(flow->diags, &E513, origin,
                                    "`" STR_FMT "` (U+%04X) is an emoji, which is not printed",
                                    STR_ARG(sign), (unsigned)utf8_next(sign, &end));
    diag_hint(flow->diags, diag, "say in words what it stands for");
}

/* The selector cannot be seen: it is reported with the sign before it. */
void characters_check(struct flow *flow, struct str text, struct span origin)
{
    bool told = false; /* of writing from right to left: once is enough for a text */
    for (size_t before = 0, at = 0, next = 0; at < text.len; before = at, at = next) {
        uint32_t code_point = utf8_next(text, &next);
        bool backwards = is_right_to_left(code_point);
        if (!backwards && !is_emoji(code_point))
            continue;
        if (!flow_lacks_anew(flow, code_point))
            continue;
        if (!backwards)
            refuse_emoji(flow, str_part(text, code_point == EMOJI_SELECTOR ? before : at, next),
                         origin);
        else if (!told)
            refuse_right_to_left(flow, word_around(text, at), origin);
        told |= backwards;
    }
}

/* ---- from inlines to runs: faces, links, citations ---- */

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

/* The number is put in once the galley is cut; noughts keep its room. */
static void add_page_ref(struct flow *flow, struct run_list *runs, const struct look *look,
                         const struct inline_node *node)
{
    size_t index = flow->page_refs.count;
    size_t figures = index < flow->figures.count ? flow->figures.items[index] : 1;
    struct look inner = *look;
    inner.element = flow_inline_element(flow, TAG_LINK, look->element);
    inner.colour = look->link_colour;
    const struct link_target target = {.element = inner.element, .destination = -1};
    const int32_t words = add_target(flow, target), number = add_target(flow, target);
    *LIST_ADD(flow->arena, &flow->page_refs) = (struct page_ref){
        str_part(node->url, 1, node->url.len), words, number, figures, node->origin};
    inner.link = words;
    runs_add(flow, runs, &inner, node->children);
    struct buf room = {.arena = flow->arena};
    buf_addz(&room, "\u00A0");
    for (size_t i = 0; i < figures; i++)
        buf_byte(&room, '0');
    inner.link = number;
    inner.features = SHAPE_TABULAR;
    runs_add_text(flow, runs, &inner, buf_str(&room), node->origin);
}

static void add_link(struct flow *flow, struct run_list *runs, const struct look *look,
                     const struct inline_node *node)
{
    if (!node->url.len || look->link >= 0 || inlines_are_blank(node->children)) {
        runs_add(flow, runs, look, node->children);
        return;
    }
    if (str_starts(node->url, "#")) {
        add_page_ref(flow, runs, look, node);
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

/* A citation stands behind its word, and on the same line. */
#define NO_BREAK_SPACE "\u00A0"

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

/* The number of a source. It is plain text if it leads nowhere. */
static void add_source(struct flow *flow, struct run_list *runs, const struct look *look,
                       const struct inline_node *node, size_t i)
{
    const struct citation *citation = &node->citations[i];
    struct look inner = *look;
    if (citation->source) {
        inner.element = flow_inline_element(flow, TAG_LINK, look->element);
        flow_element(flow, inner.element)->alt =
            str_format(flow->arena, "source %zu", citation->number);
        inner.colour = look->link_colour;
        inner.link = add_target(flow, (struct link_target){
                                          .element = inner.element,
                                          .source = citation->source,
                                          .destination = -1,
                                          .description = citation->description,
                                      });
    }
    struct str text = str_format(flow->arena, "%zu", citation->number);
    runs_add_text(flow, runs, &inner, text, node->origin);
}

static bool leads_anywhere(const struct inline_node *node)
{
    for (size_t i = 0; i < node->cite.count; i++)
        if (node->citations[i].source)
            return true;
    return false;
}

/* Brackets and commas stand outside the links, which so are called by their numbers alone. */
static void add_cite(struct flow *flow, struct run_list *runs, const struct look *look,
                     const struct inline_node *node)
{
    drop_space(runs);
    const char *space = runs->count ? NO_BREAK_SPACE : "";
    if (!node->citations) {
        struct str text = str_format(flow->arena, "%s" STR_FMT, space, STR_ARG(node->text));
        runs_add_text(flow, runs, look, text, node->origin);
        return;
    }
    struct look inner = *look;
    if (leads_anywhere(node))
        inner.element = flow_inline_element(flow, TAG_REFERENCE, look->element);
    for (size_t i = 0; i < node->cite.count; i++) {
        struct str before = i ? STR(", ") : str_format(flow->arena, "%s(", space);
        runs_add_text(flow, runs, &inner, before, node->origin);
        add_source(flow, runs, &inner, node, i);
    }
    runs_add_text(flow, runs, &inner, STR(")"), node->origin);
}

static void add_break(struct flow *flow, struct run_list *runs, const struct look *look)
{
    if (!runs->count)
        runs_add_text(flow, runs, look, STR(" "), (struct span){0});
    runs->items[runs->count - 1].forced_break = true;
}

/* What is set apart by its face says so in the structure too. */
static void add_faced(struct flow *flow, struct run_list *runs, struct look look, enum face face,
                      enum tag tag, const struct inline_node *children)
{
    look.face = face;
    look.element = flow_inline_element(flow, tag, look.element);
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
            add_faced(flow, runs, *look, face_emphasis(look->face), TAG_EM, inlines->children);
            break;
        case INLINE_STRONG:
            add_faced(flow, runs, *look, face_strong(look->face), TAG_STRONG, inlines->children);
            break;
        case INLINE_LINK: add_link(flow, runs, look, inlines); break;
        case INLINE_BREAK: add_break(flow, runs, look); break;
        case INLINE_CITE: add_cite(flow, runs, look, inlines); break;
        }
}
