/* The document tree: adding blocks, making inlines (text, links, citations), and the plain text of
   inlines. */
#include "doc/block.h"

#include "base/unseen.h"
#include "brief/spec.h"

struct block *block_add(struct arena *arena, struct block *parent, enum block_kind kind,
                        struct span origin)
{
    struct block *block = ARENA_NEW(arena, struct block);
    block->kind = kind;
    block->origin = origin;
    block->parent = parent;
    if (!parent)
        return block;
    if (parent->last_child)
        parent->last_child->next = block;
    else
        parent->children = block;
    parent->last_child = block;
    return block;
}

bool block_is_section(const struct block *block)
{
    return block->kind == BLOCK_SECTION || block->kind == BLOCK_SIDE;
}

bool block_parts_paper(const struct block *block)
{
    return block->kind == BLOCK_PAGE_ONE_ENDS || block->kind == BLOCK_ANNEXES;
}

/* ---- inlines ---- */

static struct inline_node *inline_new(struct arena *arena, enum inline_kind kind, struct str text)
{
    struct inline_node *node = ARENA_NEW(arena, struct inline_node);
    node->kind = kind;
    node->text = text;
    return node;
}

static bool is_break(char c)
{
    return c == '\n' || c == '\r' || c == '\t';
}

static struct str on_one_line(struct arena *arena, struct str text)
{
    char *bytes = arena_alloc(arena, text.len);
    for (size_t i = 0; i < text.len; i++)
        bytes[i] = is_break(text.at[i]) ? ' ' : text.at[i];
    return (struct str){bytes, text.len};
}

struct inline_node *inline_text(struct arena *arena, struct str text, struct span origin)
{
    struct inline_node *node = inline_new(arena, INLINE_TEXT, on_one_line(arena, text));
    node->origin = origin;
    return node;
}

struct inline_node *inline_strong(struct arena *arena, struct inline_node *children)
{
    struct inline_node *node = inline_new(arena, INLINE_STRONG, STR_NONE);
    node->children = children;
    return node;
}

struct inline_node *inline_link(struct arena *arena, struct str text, struct str url,
                                struct span origin)
{
    struct inline_node *node = inline_new(arena, INLINE_LINK, STR_NONE);
    node->children = inline_text(arena, text, origin);
    node->url = url;
    return node;
}

struct inline_node *inline_break(struct arena *arena)
{
    return inline_new(arena, INLINE_BREAK, STR_NONE);
}

struct inline_node *inline_language(struct arena *arena, struct inline_node *children,
                                    struct str code, struct span origin)
{
    if (!code.len)
        return children;
    struct inline_node *node = inline_new(arena, INLINE_LANGUAGE, STR_NONE);
    node->children = children;
    node->language = code;
    node->origin = origin;
    return node;
}

/* Puts a source where its number belongs; one that is there already is not put in again. */
static size_t insert_source(struct ref *sorted, size_t *numbers, size_t count, struct ref ref,
                            size_t number)
{
    size_t at = count;
    while (at > 0 && numbers[at - 1] > number)
        at--;
    if (at > 0 && numbers[at - 1] == number)
        return count;
    for (size_t i = count; i > at; i--) {
        sorted[i] = sorted[i - 1];
        numbers[i] = numbers[i - 1];
    }
    sorted[at] = ref;
    numbers[at] = number;
    return count + 1;
}

struct inline_node *inline_cite(struct arena *arena, const struct briefing *briefing,
                                struct refs refs)
{
    struct ref *sorted = ARENA_ARRAY(arena, struct ref, refs.count);
    size_t *numbers = ARENA_ARRAY(arena, size_t, refs.count);
    size_t count = 0;
    for (size_t i = 0; i < refs.count; i++) {
        size_t number = spec_ref_number(briefing, &refs.items[i]);
        if (number)
            count = insert_source(sorted, numbers, count, refs.items[i], number);
    }
    if (!count)
        return NULL;
    struct buf text = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buf_addf(&text, "%s%zu", i ? ", " : "[", numbers[i]);
    buf_byte(&text, ']');
    struct inline_node *node = inline_new(arena, INLINE_CITE, buf_str(&text));
    node->cite = (struct refs){sorted, count};
    node->origin = sorted[0].span;
    return node;
}

struct inline_node *inline_join(struct inline_node *head, struct inline_node *tail)
{
    if (!head)
        return tail;
    struct inline_node *last = head;
    while (last->next)
        last = last->next;
    last->next = tail;
    return head;
}

static void add_words(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool blank = text.at[i] == ' ' || is_break(text.at[i]);
        if (!blank)
            buf_byte(out, text.at[i]);
        else if (out->len && out->at[out->len - 1] != ' ')
            buf_byte(out, ' ');
    }
}

static void add_inlines(struct buf *out, const struct inline_node *inlines)
{
    for (; inlines; inlines = inlines->next) {
        if (inlines->kind == INLINE_BREAK)
            add_words(out, STR(" "));
        else if (inlines->kind == INLINE_TEXT || inlines->kind == INLINE_CODE ||
                 inlines->kind == INLINE_SHORT)
            add_words(out, inlines->text);
        else if (inlines->kind != INLINE_CITE)
            add_inlines(out, inlines->children);
    }
}

struct str inlines_text(struct arena *arena, const struct inline_node *inlines)
{
    struct buf out = {.arena = arena};
    add_inlines(&out, inlines);
    return str_trim(buf_str(&out));
}

bool inlines_are_blank(const struct inline_node *inlines)
{
    for (; inlines; inlines = inlines->next)
        if (!unseen_is_blank(inlines->text) || !inlines_are_blank(inlines->children))
            return false;
    return true;
}
