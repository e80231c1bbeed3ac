/* Blocks as lines of text, for tests of what components answer. Charts are drawn on the canvas of
   fake_drawing.h. */
#ifndef TESTS_COMPONENTS_SHOWN_BLOCKS_H
#define TESTS_COMPONENTS_SHOWN_BLOCKS_H

#include "components/fake_drawing.h"
#include "doc/block.h"

static inline void show_inlines(struct buf *out, const struct inline_node *inlines)
{
    for (; inlines; inlines = inlines->next) {
        if (inlines->kind == INLINE_BREAK)
            buf_addz(out, " / ");
        if (inlines->kind == INLINE_STRONG)
            buf_addz(out, "*");
        if (inlines->kind == INLINE_LINK)
            buf_addz(out, "<");
        fake_text(out, inlines->text);
        show_inlines(out, inlines->children);
        if (inlines->kind == INLINE_STRONG)
            buf_addz(out, "*");
        if (inlines->kind == INLINE_LINK)
            buf_addf(out, "|" STR_FMT ">", STR_ARG(inlines->url));
    }
}

static inline void show_line(struct buf *out, int depth, const char *word,
                             const struct inline_node *inlines)
{
    buf_addf(out, "%*s%s: ", depth * 2, "", word);
    show_inlines(out, inlines);
    buf_byte(out, '\n');
}

/* Between a table's or a panel's cells: a new line before the first of a row. */
static inline void show_gap(struct buf *out, int depth, bool first)
{
    if (first)
        buf_addf(out, "\n%*s", depth * 2 + 2, "");
    else
        buf_addz(out, " | ");
}

/* `#` a header cell, `!` strong, `+` large, `?` muted, `>` a part of the row above, spans and bar
   in brackets, tone and shape in braces. */
static inline void show_cell(struct buf *out, const struct cell *cell)
{
    buf_addf(out, "%s%s%s%s%s", cell->header ? "#" : "", cell->strong ? "!" : "",
             cell->large ? "+" : "", cell->muted ? "?" : "", cell->indent ? ">" : "");
    show_inlines(out, cell->inlines);
    buf_addz(out, cell->below ? " // " : "");
    show_inlines(out, cell->below);
    if (cell->column_span > 1)
        buf_addf(out, " [%d columns]", cell->column_span);
    if (cell->row_span > 1)
        buf_addf(out, " [%d rows%s]", cell->row_span, cell->joint ? ", joint" : "");
    if (cell->bar)
        buf_addf(out, " [%d]", cell->share);
    if (cell->tone != TONE_NONE || cell->shape != MARK_NONE)
        buf_addf(out, " {%s%s%s %s}", cell->quiet ? "quiet " : "", cell->open ? "open " : "",
                 fake_tones[cell->tone], fake_shapes[cell->shape]);
}

static inline void show_table(struct buf *out, int depth, const struct table *table)
{
    buf_addf(out, "%*s%stable: ", depth * 2, "", table->plain ? "plain " : "");
    show_inlines(out, table->caption);
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        show_gap(out, depth, i % table->column_count == 0);
        show_cell(out, &table->cells[i]);
    }
    buf_byte(out, '\n');
    if (table->instead)
        show_line(out, depth + 1, "instead", table->instead);
}

/* Terms, values and details, side by side. */
static inline void show_panel(struct buf *out, int depth, const struct panel *panel)
{
    buf_addf(out, "%*spanel: ", depth * 2, "");
    show_inlines(out, panel->caption);
    for (size_t row = 0; row < 3; row++)
        for (size_t i = 0; i < panel->count; i++) {
            const struct panel_item *item = &panel->items[i];
            const struct cell cells[] = {
                {.inlines = item->term, .header = true},
                {.inlines = item->value, .tone = item->tone, .shape = item->shape, .large = true},
                {.inlines = item->details, .tone = item->tone},
            };
            show_gap(out, depth, i == 0);
            show_cell(out, &cells[row]);
        }
    buf_byte(out, '\n');
}

static inline void show_figure(struct buf *out, const struct illustration *figure)
{
    buf_addf(out, "figure " STR_FMT ", %d%%: " STR_FMT "\n", STR_ARG(figure->file),
             (int)figure->percent, STR_ARG(figure->alt));
    if (figure->caption)
        show_line(out, 1, "caption", figure->caption);
}

static inline void show_chart(struct buf *out, const struct chart *chart, struct canvas *canvas)
{
    show_line(out, 0, "caption", chart->caption);
    canvas->out = out;
    canvas->remarks.len = 0;
    chart->draw(canvas, chart->self);
    if (!canvas->remarks.len && !chart->note)
        return;
    buf_addf(out, "note: " STR_FMT, STR_ARG(buf_str(&canvas->remarks)));
    show_inlines(out, chart->note);
    buf_byte(out, '\n');
}

static inline void show_blocks(struct buf *out, int depth, const struct block *block,
                               struct canvas *canvas);

static inline void show_block(struct buf *out, int depth, const struct block *block,
                              struct canvas *canvas)
{
    const char *large = block->large ? "large " : "", *ordered = block->ordered ? "ordered " : "";
    switch (block->kind) {
    case BLOCK_PARAGRAPH: show_line(out, depth, "paragraph", block->inlines); break;
    case BLOCK_HEADING:
        show_line(out, depth, block->level == 3 ? "heading 3" : "heading 4", block->inlines);
        break;
    case BLOCK_SECTION: buf_addf(out, "%*spart\n", depth * 2, ""); break;
    case BLOCK_NOTE: show_line(out, depth, "note", block->inlines); break;
    case BLOCK_LIST: buf_addf(out, "%*s%slist\n", depth * 2, "", ordered); break;
    case BLOCK_ITEM: buf_addf(out, "%*sitem\n", depth * 2, ""); break;
    case BLOCK_QUOTATION: buf_addf(out, "%*s%squotation\n", depth * 2, "", large); break;
    case BLOCK_SOURCE:
        buf_addf(out, "%*ssource " STR_FMT "\n", depth * 2, "", STR_ARG(block->source_id));
        break;
    case BLOCK_TABLE: show_table(out, depth, block->table); break;
    case BLOCK_PANEL: show_panel(out, depth, block->panel); break;
    case BLOCK_FIGURE: show_figure(out, block->illustration); break;
    case BLOCK_CHART: show_chart(out, block->chart, canvas); break;
    case BLOCK_CONTENTS: buf_addf(out, "contents to level %d\n", block->level); break;
    default: buf_addz(out, "a block that no component makes\n"); break;
    }
    show_blocks(out, depth + 1, block, canvas);
    if (block->keeps_next)
        buf_addf(out, "%*skeep\n", depth * 2, "");
}

static inline void show_blocks(struct buf *out, int depth, const struct block *block,
                               struct canvas *canvas)
{
    for (const struct block *child = block->children; child; child = child->next)
        show_block(out, depth, child, canvas);
}

#endif
