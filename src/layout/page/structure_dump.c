/* The structure tree as text, in reading order: for tests and --dump structure. */
#include "layout/display.h"

#include <stdlib.h>

const char *tag_name(enum tag tag)
{
    static const char *const names[TAG_COUNT] = {
        [TAG_DOCUMENT] = "Document",
        [TAG_SECT] = "Sect",
        [TAG_H1] = "H1",
        [TAG_H2] = "H2",
        [TAG_H3] = "H3",
        [TAG_H4] = "H4",
        [TAG_H5] = "H5",
        [TAG_H6] = "H6",
        [TAG_P] = "P",
        [TAG_L] = "L",
        [TAG_LI] = "LI",
        [TAG_LBL] = "Lbl",
        [TAG_LBODY] = "LBody",
        [TAG_TABLE] = "Table",
        [TAG_THEAD] = "THead",
        [TAG_TBODY] = "TBody",
        [TAG_TR] = "TR",
        [TAG_TH] = "TH",
        [TAG_TD] = "TD",
        [TAG_CAPTION] = "Caption",
        [TAG_FIGURE] = "Figure",
        [TAG_LINK] = "Link",
        [TAG_REFERENCE] = "Reference",
        [TAG_NOTE] = "Note",
        [TAG_BLOCKQUOTE] = "BlockQuote",
        [TAG_TOC] = "TOC",
        [TAG_TOCI] = "TOCI",
        [TAG_SPAN] = "Span",
        [TAG_STRONG] = "Strong",
        [TAG_EM] = "Em",
        [TAG_CODE] = "Code",
        [TAG_DIV] = "Div",
        [TAG_PART] = "Part",
    };
    return names[tag];
}

/* A child of an element, or a text of its own. */
struct leaf {
    element_id parent;
    uint32_t order;
    element_id element; /* -1 for a text */
    const struct op *text;
    int32_t page; /* of a text */
};

struct leaves {
    const struct pages *pages;
    struct leaf *items;
    size_t count;
    size_t *starts; /* of each element's leaves; one more for the end */
};

static int compare_leaves(const void *left, const void *right)
{
    const struct leaf *a = left, *b = right;
    if (a->parent != b->parent)
        return a->parent < b->parent ? -1 : 1;
    if (a->order != b->order)
        return a->order < b->order ? -1 : 1;
    return (a->element > b->element) - (a->element < b->element);
}

static size_t count_ops(const struct pages *pages)
{
    size_t count = 0;
    for (size_t i = 0; i < pages->count; i++)
        count += pages->items[i].op_count;
    return count;
}

static void add_elements(struct leaves *leaves)
{
    const struct pages *pages = leaves->pages;
    for (size_t i = 1; i < pages->element_count; i++)
        leaves->items[leaves->count++] = (struct leaf){
            .parent = pages->elements[i].parent,
            .order = pages->elements[i].order,
            .element = (element_id)i,
        };
}

static void add_texts(struct leaves *leaves, size_t page)
{
    for (size_t i = 0; i < leaves->pages->items[page].op_count; i++) {
        const struct op *op = &leaves->pages->items[page].ops[i];
        if (op->element >= 0 && op->kind == OP_TEXT)
            leaves->items[leaves->count++] = (struct leaf){
                .parent = op->element,
                .order = op->order,
                .element = -1,
                .text = op,
                .page = (int32_t)page,
            };
    }
}

static void find_starts(struct leaves *leaves)
{
    size_t at = 0;
    for (size_t element = 0; element <= leaves->pages->element_count; element++) {
        while (at < leaves->count && leaves->items[at].parent < (element_id)element)
            at++;
        leaves->starts[element] = at;
    }
}

static void print_cell(FILE *out, const struct element *element, element_id id)
{
    static const char *const scopes[] = {
        [SCOPE_COLUMN] = "column", [SCOPE_ROW] = "row", [SCOPE_BOTH] = "both"};
    if (element->scope != SCOPE_NONE)
        fprintf(out, " scope %s", scopes[element->scope]);
    if (element->column_span > 1)
        fprintf(out, " columns %d", element->column_span);
    if (element->row_span > 1)
        fprintf(out, " rows %d", element->row_span);
    if (element->named)
        fprintf(out, " id %d", (int)id);
    for (size_t i = 0; i < element->header_count; i++)
        fprintf(out, "%s %d", i ? "" : " headers", (int)element->headers[i]);
}

static void print_attributes(FILE *out, const struct element *element, element_id id)
{
    if (element->page >= 0)
        fprintf(out, " page %d", (int)element->page + 1);
    if (element->numbering != NUMBERING_NONE)
        fputs(element->numbering == NUMBERING_DECIMAL ? " decimal" : " disc", out);
    print_cell(out, element, id);
    if (element->language.len)
        fprintf(out, " lang " STR_FMT, STR_ARG(element->language));
    if (element->expansion.len)
        fprintf(out, " short for \"" STR_FMT "\"", STR_ARG(element->expansion));
    if (element->alt.at)
        fprintf(out, " alt \"" STR_FMT "\"", STR_ARG(element->alt));
}

/* A text has a page of its own where it is not that of its element. */
static void print_text(FILE *out, const struct leaf *leaf, const struct element *element)
{
    fprintf(out, "\"" STR_FMT "\"", STR_ARG(leaf->text->text.text));
    if (leaf->page != element->page)
        fprintf(out, " page %d", (int)leaf->page + 1);
    fputc('\n', out);
}

/* Depth is bounded by what Markdown may nest (LIMIT_DOC_DEPTH). */
static void print_element(FILE *out, const struct leaves *leaves, element_id id, int depth)
{
    const struct element *element = &leaves->pages->elements[id];
    fprintf(out, "%*s%s", depth * 2, "", tag_name(element->tag));
    print_attributes(out, element, id);
    fputc('\n', out);
    for (size_t i = leaves->starts[id]; i < leaves->starts[id + 1]; i++) {
        const struct leaf *leaf = &leaves->items[i];
        if (leaf->element >= 0) {
            print_element(out, leaves, leaf->element, depth + 1);
        } else {
            fprintf(out, "%*s", depth * 2 + 2, "");
            print_text(out, leaf, element);
        }
    }
}

void structure_dump(const struct pages *pages, FILE *out)
{
    struct arena *arena = arena_new();
    struct leaves leaves = {.pages = pages};
    leaves.items = ARENA_ARRAY(arena, struct leaf, pages->element_count + count_ops(pages));
    leaves.starts = ARENA_ARRAY(arena, size_t, pages->element_count + 1);
    add_elements(&leaves);
    for (size_t i = 0; i < pages->count; i++)
        add_texts(&leaves, i);
    qsort(leaves.items, leaves.count, sizeof *leaves.items, compare_leaves);
    find_starts(&leaves);
    if (pages->element_count)
        print_element(out, &leaves, 0, 0);
    arena_free(arena);
}
