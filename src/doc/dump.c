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
    case INLINE_CITE:
        fputs(" cite ", out);
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

static void dump_attributes(const struct block *block, FILE *out)
{
    static const char *const aligns[] = {
        [ALIGN_START] = "", [ALIGN_CENTRE] = " centre", [ALIGN_END] = " end"};
    if (block->kind == BLOCK_HEADING)
        fprintf(out, " %d", block->level);
    if (block->kind == BLOCK_LIST && block->ordered)
        fprintf(out, " ordered from %lld", (long long)block->start);
    if (block->kind == BLOCK_LIST && block->tight)
        fputs(" tight", out);
    if (block->kind == BLOCK_TABLE)
        fprintf(out, " %zu columns", block->columns);
    if (block->header)
        fputs(" header", out);
    if (block->kind == BLOCK_CELL)
        fputs(aligns[block->align], out);
    if (block->kind == BLOCK_COMPONENT)
        dump_options(block, out);
}

static void dump_block(const struct block *block, int indent, FILE *out)
{
    static const char *const names[] = {
        [BLOCK_DOCUMENT] = "document",   [BLOCK_HEADING] = "heading",
        [BLOCK_PARAGRAPH] = "paragraph", [BLOCK_LIST] = "list",
        [BLOCK_ITEM] = "item",           [BLOCK_QUOTE] = "quote",
        [BLOCK_TABLE] = "table",         [BLOCK_ROW] = "row",
        [BLOCK_CELL] = "cell",           [BLOCK_RULE] = "rule",
        [BLOCK_COMPONENT] = "component"};
    fprintf(out, "%*s%s", indent, "", names[block->kind]);
    dump_attributes(block, out);
    dump_inlines(block->inlines, out);
    fputc('\n', out);
    for (const struct block *child = block->children; child; child = child->next)
        dump_block(child, indent + 2, out);
}

void block_dump(const struct block *block, FILE *out)
{
    dump_block(block, 0, out);
}
