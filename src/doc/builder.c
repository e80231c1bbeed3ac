/* Opening and closing blocks as the Markdown parser meets them. */
#include "builder.h"

static bool holds_inlines(const struct block *block)
{
    return block->kind == BLOCK_HEADING || block->kind == BLOCK_PARAGRAPH ||
           block->kind == BLOCK_CELL;
}

static bool counts_as_nesting(enum block_kind kind)
{
    return kind == BLOCK_LIST || kind == BLOCK_QUOTE;
}

static void end_implied_paragraph(struct builder *builder)
{
    if (!builder->implied)
        return;
    builder->implied = false;
    builder->block = builder->block->parent;
}

static void start_inlines(struct builder *builder, struct block *block)
{
    builder->inline_depth = 0;
    builder->inlines[0] = (struct open_inline){NULL, &block->inlines};
}

bool builder_open(struct builder *builder, enum block_kind kind, struct block **block)
{
    end_implied_paragraph(builder);
    if (counts_as_nesting(kind) && ++builder->nesting > LIMIT_DOC_DEPTH) {
        diag_report(builder->diags, E405, builder_here(builder),
                    "lists and quotations stand inside one another more than %d times",
                    LIMIT_DOC_DEPTH);
        return false;
    }
    if (kind == BLOCK_HEADING && builder->nesting)
        diag_report(builder->diags, E408, builder_here(builder),
                    "a heading stands inside a list or a quotation");
    *block = builder->block = block_add(builder->arena, builder->block, kind, (struct span){0});
    if (kind == BLOCK_RULE)
        (*block)->origin = builder_here(builder);
    if (holds_inlines(*block))
        start_inlines(builder, *block);
    return true;
}

static void check_header_cell(struct builder *builder, const struct block *cell)
{
    if (inlines_text(builder->arena, cell->inlines).len)
        return;
    size_t column = 1;
    for (const struct block *b = cell->parent->children; b != cell; b = b->next)
        column++;
    diag_report(builder->diags, E414, cell->origin.source ? cell->origin : cell->parent->origin,
                "column %zu of the table has no heading", column);
}

/* Cells without text have no place of their own: their row's is looked at once it is complete. */
static void check_header_row(struct builder *builder, const struct block *row)
{
    for (const struct block *cell = row->children; cell; cell = cell->next)
        check_header_cell(builder, cell);
}

void builder_close(struct builder *builder)
{
    end_implied_paragraph(builder);
    struct block *block = builder->block;
    if (counts_as_nesting(block->kind))
        builder->nesting--;
    if (!block->origin.source && block->kind != BLOCK_CELL)
        block->origin = builder_here(builder);
    if (block->kind == BLOCK_ROW && block->header)
        check_header_row(builder, block);
    builder->block = block->parent;
}

/* The list that inlines go to: a paragraph is supplied where Markdown leaves it out. */
static void ensure_text_block(struct builder *builder)
{
    if (holds_inlines(builder->block))
        return;
    builder->block =
        block_add(builder->arena, builder->block, BLOCK_PARAGRAPH, builder->block->origin);
    builder->implied = true;
    start_inlines(builder, builder->block);
}

struct inline_node *builder_add_inline(struct builder *builder, enum inline_kind kind)
{
    ensure_text_block(builder);
    struct inline_node *node = ARENA_NEW(builder->arena, struct inline_node);
    node->kind = kind;
    struct open_inline *open = &builder->inlines[builder->inline_depth];
    *open->end = node;
    open->end = &node->next;
    return node;
}
