/* The document tree as text, one block a line: for --dump blocks and for tests. */
#include "doc/component.h"

#include "doc/block.h"

static void dump_escaped(struct str text, FILE *out)
{
    for (size_t i = 0; i < text.len; i++) {
        char c = text.at[i];
        if (c == '"' || c == '\\')
            fputc('\\', out);
        if (c == '\n')
            fputs("\\n", out);
        else
            fputc(c, out);
    }
}

static void dump_quoted(struct str text, FILE *out)
{
    fputc('"', out);
    dump_escaped(text, out);
    fputc('"', out);
}

static void dump_inlines(const struct inline_node *inlines, FILE *out);

static void dump_group(const char *name, const struct inline_node *node, FILE *out)
{
    fprintf(out, " %s(", name);
    if (node->url.at) {
        fputs(" url=", out);
        dump_quoted(node->url, out);
    }
    if (node->title.len) {
        fputs(" title=", out);
        dump_quoted(node->title, out);
    }
    if (node->language.len) {
        fputs(" lang=", out);
        dump_quoted(node->language, out);
    }
    dump_inlines(node->children, out);
    fputs(" )", out);
}

static void dump_cite(const struct inline_node *node, FILE *out)
{
    fputs(" cite ", out);
    dump_quoted(node->text, out);
    for (size_t i = 0; node->citations && i < node->cite.count; i++)
        if (node->citations[i].source)
            fprintf(out, " to " STR_FMT, STR_ARG(node->citations[i].source->source_id));
}

static void dump_inline(const struct inline_node *node, FILE *out)
{
    switch (node->kind) {
    case INLINE_TEXT: break; /* in dump_inlines, with its neighbours */
    case INLINE_EMPHASIS: dump_group("emphasis", node, out); break;
    case INLINE_STRONG: dump_group("strong", node, out); break;
    case INLINE_LINK: dump_group("link", node, out); break;
    case INLINE_BREAK: fputs(" break", out); break;
    case INLINE_CODE:
        fputs(" code ", out);
        dump_quoted(node->text, out);
        break;
    case INLINE_LANGUAGE: dump_group("language", node, out); break;
    case INLINE_CITE: dump_cite(node, out); break;
    case INLINE_SHORT:
        fputs(" short-for=", out);
        dump_quoted(node->expansion, out);
        fputc(' ', out);
        dump_quoted(node->text, out);
        break;
    }
}

static void dump_inlines(const struct inline_node *node, FILE *out)
{
    while (node) {
        if (node->kind != INLINE_TEXT) {
            dump_inline(node, out);
            node = node->next;
            continue;
        }
        fputs(" \"", out);
        for (; node && node->kind == INLINE_TEXT; node = node->next)
            dump_escaped(node->text, out);
        fputc('"', out);
    }
}

static void dump_options(const struct block *block, FILE *out)
{
    fprintf(out, " %s", block->component->name);
    for (const struct field *field = block->component->options->fields; field->name; field++) {
        const void *member = record_member(block->options, field);
        if (field->kind == FIELD_TEXT && ((const struct str *)member)->at) {
            fprintf(out, " %s=", field->name);
            dump_quoted(*(const struct str *)member, out);
        } else if (field->kind == FIELD_WORD && *(const int *)member) {
            fprintf(out, " %s=%s", field->name, field->words[*(const int *)member - 1].id);
        } else if (field->kind == FIELD_WHOLE && ((const struct whole *)member)->known) {
            fprintf(out, " %s=%lld", field->name, (long long)((const struct whole *)member)->value);
        }
    }
}

static void dump_list(const struct block *list, FILE *out)
{
    if (list->ordered)
        fprintf(out, " ordered from %lld", (long long)list->start);
    if (list->tight)
        fputs(" tight", out);
}

static void dump_figure(const struct illustration *figure, FILE *out)
{
    fputs(" file=", out);
    dump_quoted(figure->file, out);
    fputs(" alt=", out);
    dump_quoted(figure->alt, out);
    if (figure->percent)
        fprintf(out, " width=%lld%%", (long long)figure->percent);
}

static void dump_table_kind(const struct block *block, FILE *out)
{
    const struct table *table = block->table;
    fprintf(out, " %zu columns%s%s%s", table ? table->column_count : block->columns,
            table && table->plain   ? " plain"
            : table && table->pairs ? " pairs"
                                    : "",
            table && table->grades ? " grades" : "", table && table->axis ? " axis" : "");
    for (size_t i = 0; table && i < table->column_count; i++)
        if (table->columns[i].spare) {
            fputs(" spare", out);
            break;
        }
}

static const char *const aligns[] = {
    [ALIGN_START] = "", [ALIGN_CENTRE] = " centre", [ALIGN_END] = " end"};

static void dump_attributes(const struct block *block, FILE *out)
{
    switch (block->kind) {
    case BLOCK_CONTENTS: fputs(" down to", out); /* fall through */
    case BLOCK_HEADING: fprintf(out, " %d", block->level); break;
    case BLOCK_LIST: dump_list(block, out); break;
    case BLOCK_TABLE: dump_table_kind(block, out); break;
    case BLOCK_CELL: fputs(aligns[block->align], out); break;
    case BLOCK_FIGURE: dump_figure(block->illustration, out); break;
    case BLOCK_PLACE:
    case BLOCK_SOURCE: fprintf(out, " " STR_FMT, STR_ARG(block->source_id)); break;
    case BLOCK_COMPONENT: dump_options(block, out); break;
    case BLOCK_CHART:
        fputs(" alt=", out);
        dump_quoted(block->chart->alt, out);
        break;
    default: break;
    }
    fprintf(out, "%s%s%s%s", block->header ? " header" : "", block->large ? " large" : "",
            block->tinted ? " tinted" : "", block->keeps_next ? " keeps next" : "");
    if (block->number.len)
        fprintf(out, " number " STR_FMT, STR_ARG(block->number));
}

/* ---- what is no list of blocks ---- */

static void dump_part(const char *name, const struct inline_node *inlines, int indent, FILE *out)
{
    if (!inlines)
        return;
    fprintf(out, "%*s%s", indent, "", name);
    dump_inlines(inlines, out);
    fputc('\n', out);
}

static void dump_look(enum grade_tone tone, enum mark_shape shape, FILE *out)
{
    static const char *const tones[] = {
        [TONE_NONE] = "",      [TONE_BEST] = " best",   [TONE_GOOD] = " good",
        [TONE_WEAK] = " weak", [TONE_WORST] = " worst", [TONE_NEUTRAL] = " neutral",
    };
    static const char *const shapes[] = {
        [MARK_NONE] = "",          [MARK_STAR] = " star",
        [MARK_DISC] = " disc",     [MARK_TRIANGLE] = " triangle",
        [MARK_SQUARE] = " square", [MARK_RING] = " ring",
        [MARK_UP] = " up",         [MARK_DOWN] = " down",
        [MARK_LEVEL] = " level",
    };
    fprintf(out, "%s%s", tones[tone], shapes[shape]);
}

static void dump_cell(const struct table *table, size_t index, FILE *out)
{
    const struct cell *cell = &table->cells[index];
    fprintf(out, "cell%s%s%s%s%s", cell->header ? " header" : "",
            aligns[table->columns[index % table->column_count].align],
            cell->strong ? " strong" : "", cell->large ? " large" : "",
            cell->muted ? " muted" : "");
    dump_look(cell->tone, cell->shape, out);
    bool spare = table->columns[index % table->column_count].spare;
    fprintf(out, "%s%s%s%s", cell->open ? " open" : "", cell->quiet ? " quiet" : "",
            cell->joint ? " joint" : "", spare ? " spare" : "");
    if (cell->indent)
        fprintf(out, " indent %d", cell->indent);
    if (cell->column_span > 1)
        fprintf(out, " columns %d", cell->column_span);
    if (cell->row_span > 1)
        fprintf(out, " rows %d", cell->row_span);
    if (cell->bar)
        fprintf(out, " bar %d", cell->share);
    if (table->headers && table->headers[index].count)
        fputs(" headers", out);
    for (size_t i = 0; table->headers && i < table->headers[index].count; i++)
        fprintf(out, " %zu", table->headers[index].cells[i]);
    dump_inlines(cell->inlines, out);
    if (cell->below)
        fputs(" below", out);
    dump_inlines(cell->below, out);
    fputc('\n', out);
}

static void dump_table(const struct table *table, int indent, FILE *out)
{
    dump_part("caption", table->caption, indent, out);
    for (size_t row = 0; row < table->row_count; row++) {
        fprintf(out, "%*srow%s\n", indent, "", row < table->header_rows ? " header" : "");
        for (size_t column = 0; column < table->column_count; column++) {
            size_t cell = row * table->column_count + column;
            if (table->places && table->places[cell].owner != cell)
                continue;
            fprintf(out, "%*s", indent + 2, "");
            dump_cell(table, cell, out);
        }
    }
    dump_part("instead", table->instead, indent, out);
}

static void dump_panel(const struct panel *panel, int indent, FILE *out)
{
    dump_part("caption", panel->caption, indent, out);
    dump_part("terms head", panel->terms_head, indent, out);
    dump_part("answers head", panel->answers_head, indent, out);
    for (size_t i = 0; i < panel->count; i++) {
        const struct panel_item *item = &panel->items[i];
        fprintf(out, "%*sanswer", indent, "");
        dump_look(item->tone, item->shape, out);
        fputc('\n', out);
        dump_part("term", item->term, indent + 2, out);
        dump_part("value", item->value, indent + 2, out);
        dump_part("details", item->details, indent + 2, out);
    }
}

static void dump_contents(const struct contents *contents, int indent, FILE *out)
{
    for (size_t i = 0; contents && i < contents->count; i++) {
        fprintf(out, "%*sentry ", indent + 2 * contents->entries[i].depth, "");
        dump_quoted(contents->entries[i].title, out);
        fputc('\n', out);
    }
}

static void dump_parts(const struct block *block, int indent, FILE *out)
{
    switch (block->kind) {
    case BLOCK_TABLE:
        if (block->table)
            dump_table(block->table, indent, out);
        break;
    case BLOCK_CONTENTS: dump_contents(block->contents, indent, out); break;
    case BLOCK_PANEL: dump_panel(block->panel, indent, out); break;
    case BLOCK_FIGURE: dump_part("caption", block->illustration->caption, indent, out); break;
    case BLOCK_CHART:
        dump_part("caption", block->chart->caption, indent, out);
        dump_part("note", block->chart->note, indent, out);
        break;
    default: break;
    }
}

/* ---- the whole ---- */

static void dump_block(const struct block *block, int indent, FILE *out)
{
    static const char *const names[] = {[BLOCK_DOCUMENT] = "document",
                                        [BLOCK_HEADING] = "heading",
                                        [BLOCK_SECTION] = "section",
                                        [BLOCK_SIDE] = "side",
                                        [BLOCK_MARK] = "mark",
                                        [BLOCK_PARAGRAPH] = "paragraph",
                                        [BLOCK_NOTE] = "note",
                                        [BLOCK_LIST] = "list",
                                        [BLOCK_ITEM] = "item",
                                        [BLOCK_QUOTE] = "quote",
                                        [BLOCK_QUOTATION] = "quotation",
                                        [BLOCK_TABLE] = "table",
                                        [BLOCK_ROW] = "row",
                                        [BLOCK_CELL] = "cell",
                                        [BLOCK_PANEL] = "panel",
                                        [BLOCK_FIGURE] = "figure",
                                        [BLOCK_CHART] = "chart",
                                        [BLOCK_CONTENTS] = "contents",
                                        [BLOCK_SOURCE] = "source",
                                        [BLOCK_PLACE] = "place",
                                        [BLOCK_RULE] = "rule",
                                        [BLOCK_PAGE_ONE_ENDS] = "page one ends",
                                        [BLOCK_ANNEXES] = "annexes",
                                        [BLOCK_COMPONENT] = "component"};
    fprintf(out, "%*s%s", indent, "", names[block->kind]);
    dump_attributes(block, out);
    dump_inlines(block->inlines, out);
    fputc('\n', out);
    dump_parts(block, indent + 2, out);
    for (const struct block *child = block->children; child; child = child->next)
        dump_block(child, indent + 2, out);
}

void block_dump(const struct block *block, FILE *out)
{
    dump_block(block, 0, out);
}
