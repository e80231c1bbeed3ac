/* Where things of the rendered text were written. */
#include "builder.h"

#include "base/utf8.h"

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

struct span builder_here(const struct builder *builder)
{
    struct str text = builder->rendered->text;
    size_t start = builder->cursor ? str_find(text, '\n', builder->cursor) + 1 : 0;
    size_t end = str_find(text, '\n', start);
    while (end < text.len && is_blank(text, start, end)) {
        start = end + 1;
        end = str_find(text, '\n', start);
    }
    if (start > text.len)
        start = end = text.len;
    return rendered_origin(builder->rendered, start, end);
}

void builder_seen(struct builder *builder, struct part part)
{
    if (part.at == NOT_IN_TEXT || !part.text.len)
        return;
    struct span origin = builder_origin(builder, part);
    for (struct block *block = builder->block; block && !block->origin.source;
         block = block->parent)
        block->origin = origin;
    builder->cursor = part.at + part.text.len;
}
