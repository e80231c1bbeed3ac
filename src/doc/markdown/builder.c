/* Opening and closing blocks as the Markdown parser meets them. */
#include "doc/markdown/builder.h"

#include "base/unseen.h"
#include "doc/doc_codes.h"

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
        diag_report(builder->diags, &E405, builder_here(builder),
                    "lists and quotations stand inside one another more than %d times",
                    LIMIT_DOC_DEPTH);
        builder->given_up = true;
        return false;
    }
    if (kind == BLOCK_HEADING && builder->nesting)
        diag_report(builder->diags, &E408, builder_here(builder),
                    "a heading stands inside a list or a quotation");
    *block = builder->block = block_add(builder->arena, builder->block, kind, (struct span){0});
    if (kind == BLOCK_ITEM)
        (*block)->start = NUMBER_UNKNOWN;
    if (kind == BLOCK_RULE) {
        (*block)->origin = builder_here(builder);
        table_lines_check_rule(builder, builder_next_line(builder));
    }
    if (holds_inlines(*block))
        start_inlines(builder, *block);
    return true;
}

static void check_header_cell(struct builder *builder, const struct block *cell)
{
    if (!unseen_is_blank(inlines_text(builder->arena, cell->inlines)))
        return;
    size_t column = 1;
    for (const struct block *b = cell->parent->children; b != cell; b = b->next)
        column++;
    diag_report(builder->diags, &E414, cell->origin.source ? cell->origin : cell->parent->origin,
                "column %zu of the table has no heading", column);
}

/* Cells without text have no place of their own, so they are checked once their row is complete. */
static void check_header_row(struct builder *builder, const struct block *row)
{
    for (const struct block *cell = row->children; cell; cell = cell->next)
        check_header_cell(builder, cell);
}

/* Items keep the numbers that were written. If all are the same, as in `1. 1. 1.`, they are to be
   counted; if they do not rise, nobody can tell which were meant. */
static void number_list(struct builder *builder, struct block *list)
{
    bool rising = true, same = true;
    for (const struct block *item = list->children; item; item = item->next) {
        rising &= item->start != NUMBER_UNKNOWN && (!item->next || item->start < item->next->start);
        same &= item->start == list->children->start;
    }
    if (rising)
        return;
    struct diag *diag = NULL;
    if (!same)
        diag = diag_report(builder->diags, &W404, list->origin,
                           "the numbers of this list do not rise: its items are counted from %lld",
                           (long long)list->start);
    if (diag)
        diag_hint(builder->diags, diag, "number the items in their order");
    int64_t number = list->start;
    for (struct block *item = list->children; item; item = item->next)
        item->start = number++;
}

static void check_rows(struct builder *builder, const struct block *table)
{
    for (const struct block *row = table->children; row; row = row->next)
        if (!row->header)
            return;
    struct diag *diag =
        diag_report(builder->diags, &W408, table->origin, "this table has a head and no rows");
    diag_hint(builder->diags, diag, "write its rows, or leave it out");
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
    else if (block->kind == BLOCK_ROW && builder->cursor_in_cell == IN_BODY_CELL &&
             block->origin.source)
        table_lines_check_row(builder, builder->cursor, block->parent->columns);
    if (block->kind == BLOCK_HEADING)
        lookalikes_check_heading(builder, block);
    if (block->kind == BLOCK_TABLE)
        check_rows(builder, block);
    if (block->kind == BLOCK_LIST && block->ordered)
        number_list(builder, block);
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
