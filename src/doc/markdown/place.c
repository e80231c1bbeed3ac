/* Where in the template, or in a value, each part of a rendered text was written. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "doc/markdown/spans.h"

const struct insert *builder_insert(const struct builder *builder, uint32_t code_point)
{
    if (code_point < TEMPLATE_INSERT_FIRST ||
        code_point - TEMPLATE_INSERT_FIRST >= builder->rendered->insert_count)
        return NULL;
    return &builder->rendered->inserts[code_point - TEMPLATE_INSERT_FIRST];
}

static bool in_known_block(const struct builder *builder)
{
    return builder->block != builder->document && builder->block->origin.source;
}

/* A part that begins with a value was written where the template names that value. */
struct span builder_origin(const struct builder *builder, struct part part)
{
    if (part.at == NOT_IN_TEXT || !part.text.len)
        return in_known_block(builder) ? builder->block->origin : builder_here(builder);
    size_t at = 0;
    const struct insert *insert = builder_insert(builder, utf8_next(part.text, &at));
    if (insert && insert->expression.source)
        return insert->expression;
    return rendered_origin(builder->rendered, part.at, part.at + part.text.len);
}

static bool is_blank(struct str text, size_t start, size_t end)
{
    return str_trim(str_part(text, start, end)).len == 0;
}

size_t builder_next_line(const struct builder *builder)
{
    struct str text = builder->rendered->text;
    size_t start = builder->cursor ? str_find(text, '\n', builder->cursor) + 1 : 0;
    size_t end = str_find(text, '\n', start);
    while (end < text.len && is_blank(text, start, end)) {
        start = end + 1;
        end = str_find(text, '\n', start);
    }
    return start < text.len ? start : text.len;
}

struct span builder_here(const struct builder *builder)
{
    size_t start = builder_next_line(builder);
    return rendered_origin(builder->rendered, start,
                           str_find(builder->rendered->text, '\n', start));
}

/* The last number between `start` and `*end`; `*end` moves to where it begins. */
static int64_t number_before(struct str text, size_t start, size_t *end)
{
    size_t at = *end;
    while (at > start && text.at[at - 1] != '.' && text.at[at - 1] != ')')
        at--;
    int64_t number = 0, unit = 1;
    size_t digits = at > start ? at - 1 : start;
    *end = digits;
    for (; *end > start && ascii_is_digit(text.at[*end - 1]); unit *= 10)
        number += unit * (text.at[--*end] - '0');
    return *end < digits ? number : NUMBER_UNKNOWN;
}

/* The items that begin in the line of `at` have the numbers that stand before it. */
static void number_items(struct builder *builder, size_t at)
{
    struct str text = builder->rendered->text;
    size_t start = line_start(text, at), end = at;
    for (struct block *block = builder->block; block && !block->origin.source;
         block = block->parent)
        if (block->kind == BLOCK_ITEM && block->parent->ordered)
            block->start = number_before(text, start, &end);
}

void builder_seen(struct builder *builder, struct part part)
{
    if (part.at == NOT_IN_TEXT || !part.text.len)
        return;
    lost_check(builder, part.at);
    struct span origin = builder_origin(builder, part);
    number_items(builder, part.at);
    for (struct block *block = builder->block; block && !block->origin.source;
         block = block->parent)
        block->origin = origin;
    builder_moved(builder, part.at + part.text.len);
}

void builder_moved(struct builder *builder, size_t cursor)
{
    bool in_cell = builder->block->kind == BLOCK_CELL;
    builder->cursor = cursor;
    builder->cursor_in_cell = !in_cell                 ? IN_NO_CELL
                              : builder->block->header ? IN_HEAD_CELL
                                                       : IN_BODY_CELL;
}
