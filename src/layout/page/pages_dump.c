/* Pages as text, one operation a line, and their structure as text: for tests and --dump. Lengths
   are in points. */
#include "layout/display.h"
#include "layout/picture/picture.h"

#include <inttypes.h>
#include <stdlib.h>

/* ---- pages as text, one operation a line: for tests and --dump pages ---- */

static const char *const face_names[FACE_COUNT] = {
    [FACE_REGULAR] = "regular",         [FACE_ITALIC] = "italic",   [FACE_BOLD] = "bold",
    [FACE_BOLD_ITALIC] = "bold-italic", [FACE_HEADING] = "heading",
};

static void print_points(FILE *out, milli value)
{
    int64_t size = value < 0 ? -(int64_t)value : value;
    fprintf(out, " %s%" PRId64 ".%03d", value < 0 ? "-" : "", size / MILLI_PER_POINT,
            (int)(size % MILLI_PER_POINT));
}

static void print_colour(FILE *out, struct colour colour)
{
    fprintf(out, " #%02x%02x%02x", colour.red, colour.green, colour.blue);
}

static const char *artifact_name(element_id element)
{
    switch (element) {
    case ARTIFACT_HEADER: return "header";
    case ARTIFACT_FOOTER: return "footer";
    case ARTIFACT_BACKGROUND: return "background";
    case ARTIFACT_WATERMARK: return "watermark";
    default: return "artifact";
    }
}

static bool is_inline(enum tag tag)
{
    return tag == TAG_LINK || tag == TAG_REFERENCE || tag == TAG_SPAN || tag == TAG_STRONG ||
           tag == TAG_EM || tag == TAG_CODE;
}

/* An element within a line stands behind the paragraph, cell or entry that it is part of. */
static void print_element(FILE *out, const struct pages *pages, element_id element)
{
    if (element < 0) {
        fprintf(out, " %s", artifact_name(element));
        return;
    }
    element_id block = element;
    while (is_inline(pages->elements[block].tag))
        block = pages->elements[block].parent;
    fprintf(out, " %s:%d", tag_name(pages->elements[block].tag), (int)block);
    if (block != element)
        fprintf(out, "/%s:%d", tag_name(pages->elements[element].tag), (int)element);
}

static void print_face(FILE *out, enum face face)
{
    if ((int)face < FACE_FALLBACK)
        fprintf(out, " %s", face_names[face]);
    else
        fprintf(out, " fallback-%d", (int)face - FACE_FALLBACK + 1);
}

static bool is_space_at(struct str text, size_t at)
{
    return at < text.len &&
           (text.at[at] == ' ' || str_starts(str_part(text, at, text.len), "\u00A0"));
}

/* The width of what is seen: space at its end is left out. */
static milli seen_width(const struct op *op)
{
    const struct glyphs *glyphs = &op->text.glyphs;
    milli width = glyphs->width;
    for (size_t i = glyphs->count; i-- > 0; width -= glyphs->items[i].advance)
        if (!is_space_at(op->text.text, glyphs->items[i].cluster))
            break;
    return width;
}

static void print_text(FILE *out, const struct op *op)
{
    print_points(out, seen_width(op));
    print_face(out, op->text.face);
    print_points(out, op->text.size);
    print_colour(out, op->colour);
    fprintf(out, " \"" STR_FMT "\"%s", STR_ARG(op->text.text), op->text.soft_hyphen ? " -" : "");
}

static void print_rect(FILE *out, const struct op *op)
{
    print_points(out, op->rect.width);
    print_points(out, op->rect.height);
    print_colour(out, op->colour);
}

/* A path stands where its first step is. */
static void print_path(FILE *out, const struct op *op)
{
    fprintf(out, " %zu steps %s", op->path.count, op->path.filled ? "filled" : "stroked");
    print_colour(out, op->colour);
}

static void print_image(FILE *out, const struct op *op)
{
    const struct picture *picture = op->image.picture;
    print_points(out, op->image.width);
    print_points(out, op->image.height);
    fprintf(out, " %s %dx%d %s%s", picture->kind == PICTURE_JPEG ? "jpeg" : "pixels",
            (int)picture->width, (int)picture->height, picture->channels == 1 ? "grey" : "rgb",
            picture->alpha.at ? " with alpha" : "");
}

static void print_op(FILE *out, const struct pages *pages, size_t page, const struct op *op)
{
    static const char *const kinds[] = {
        [OP_TEXT] = "text", [OP_RECT] = "rect", [OP_PATH] = "path", [OP_IMAGE] = "image"};
    bool moved = op->kind == OP_PATH && op->path.count;
    fprintf(out, "%zu %s", page + 1, kinds[op->kind]);
    print_element(out, pages, op->element);
    print_points(out, moved ? op->path.steps[0].x : op->x);
    print_points(out, moved ? op->path.steps[0].y : op->y);
    switch (op->kind) {
    case OP_TEXT: print_text(out, op); break;
    case OP_RECT: print_rect(out, op); break;
    case OP_PATH: print_path(out, op); break;
    case OP_IMAGE: print_image(out, op); break;
    }
    fputc('\n', out);
}

static void print_link(FILE *out, const struct pages *pages, size_t page, const struct link *link)
{
    fprintf(out, "%zu link", page + 1);
    print_element(out, pages, link->element);
    print_points(out, link->area.x);
    print_points(out, link->area.y);
    print_points(out, link->area.width);
    print_points(out, link->area.height);
    if (link->url.at)
        fprintf(out, " to " STR_FMT, STR_ARG(link->url));
    else if (link->destination >= 0) {
        fputs(" to", out);
        print_element(out, pages, link->destination);
    }
    fprintf(out, " \"" STR_FMT "\"\n", STR_ARG(link->description));
}

void pages_dump(const struct pages *pages, FILE *out)
{
    fprintf(out, "pages %zu", pages->count);
    print_points(out, pages->width);
    print_points(out, pages->height);
    fputs(" text", out);
    print_points(out, pages->area.x);
    print_points(out, pages->area.y);
    print_points(out, pages->area.width);
    print_points(out, pages->area.height);
    fputc('\n', out);
    for (size_t page = 0; page < pages->count; page++) {
        for (size_t i = 0; i < pages->items[page].op_count; i++)
            print_op(out, pages, page, &pages->items[page].ops[i]);
        for (size_t i = 0; i < pages->items[page].link_count; i++)
            print_link(out, pages, page, &pages->items[page].links[i]);
    }
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pages->bookmarks[i];
        fprintf(out, "%d bookmark", (int)bookmark->page + 1);
        print_element(out, pages, bookmark->element);
        print_points(out, bookmark->y);
        fprintf(out, " %d \"" STR_FMT "\"\n", bookmark->level, STR_ARG(bookmark->title));
    }
}

/* ---- the structure tree as text, in reading order: for tests and --dump structure ---- */

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
static void print_leaf(FILE *out, const struct leaf *leaf, const struct element *element)
{
    fprintf(out, "\"" STR_FMT "\"", STR_ARG(leaf->text->text.text));
    if (leaf->page != element->page)
        fprintf(out, " page %d", (int)leaf->page + 1);
    fputc('\n', out);
}

/* Depth is bounded by what Markdown may nest (LIMIT_DOC_DEPTH). */
static void print_branch(FILE *out, const struct leaves *leaves, element_id id, int depth)
{
    const struct element *element = &leaves->pages->elements[id];
    fprintf(out, "%*s%s", depth * 2, "", tag_name(element->tag));
    print_attributes(out, element, id);
    fputc('\n', out);
    for (size_t i = leaves->starts[id]; i < leaves->starts[id + 1]; i++) {
        const struct leaf *leaf = &leaves->items[i];
        if (leaf->element >= 0) {
            print_branch(out, leaves, leaf->element, depth + 1);
        } else {
            fprintf(out, "%*s", depth * 2 + 2, "");
            print_leaf(out, leaf, element);
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
        print_branch(out, &leaves, 0, 0);
    arena_free(arena);
}
