/* Content streams: what stands on a page, with its marks of structure and its place in the tree. */
#include "pdf/page/content.h"

#include "pdf/document.h"
#include "pdf/file/object.h"
#include "pdf/font/typeface.h"
#include "pdf/page/paint.h"

#include <stdlib.h>

/* ---- where elements begin on the pages, for links and bookmarks to jump to ---- */

/* The upper edge of what an operation paints; of text about that of its tallest letters. */
static milli top_of(const struct op *op)
{
    if (op->kind == OP_TEXT)
        return op->y - op->text.size;
    if (op->kind == OP_RECT || op->kind == OP_IMAGE)
        return op->y;
    milli top = INT32_MAX;
    for (size_t i = 0; i < op->path.count; i++)
        if (op->path.steps[i].verb != PATH_CLOSE && op->y + op->path.steps[i].y < top)
            top = op->y + op->path.steps[i].y;
    return top == INT32_MAX ? op->y : top;
}

void pdf_places_find(struct pdf_document *document)
{
    const struct pages *pages = document->pages;
    document->places = ARENA_ARRAY(document->arena, struct pdf_place, pages->element_count);
    for (size_t i = 0; i < pages->element_count; i++)
        document->places[i].page = -1;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].op_count; i++) {
            const struct op *op = &pages->items[p].ops[i];
            for (element_id id = op->element; id >= 0 && document->places[id].page < 0;
                 id = pages->elements[id].parent)
                document->places[id] = (struct pdf_place){(int32_t)p, top_of(op)};
        }
}

static void put_place(const struct pdf_document *document, struct object *object, const char *key,
                      const struct object *target, milli top)
{
    object_open_array(object, key);
    object_add(object, target);
    object_add_name(object, "XYZ");
    object_add_number(object, 0);
    object_add_milli(object, document->pages->height - top);
    object_add_number(object, 0); /* the zoom stays as it is */
    object_close_array(object);
}

/* SD, of PDF 2.0, says in which element a reader goes on; older ones know D alone. */
void pdf_jump_put(const struct pdf_document *document, struct object *object, element_id element,
                  struct pdf_place place)
{
    object_open_dict(object, "A");
    object_put_name(object, "Type", "Action");
    object_put_name(object, "S", "GoTo");
    put_place(document, object, "D", document->page_objects[place.page], place.top);
    put_place(document, object, "SD", document->elements[element], place.top);
    object_close_dict(object);
}

/* ---- children of elements in reading order ---- */

struct pdf_groups pdf_group(struct arena *arena, const element_id *owners, size_t count,
                            size_t element_count)
{
    struct pdf_groups groups = {.items = ARENA_ARRAY(arena, uint32_t, count),
                                .first = ARENA_ARRAY(arena, size_t, element_count + 1)};
    for (size_t i = 0; i < count; i++)
        groups.first[owners[i] + 1]++;
    for (size_t e = 0; e < element_count; e++)
        groups.first[e + 1] += groups.first[e];
    size_t *next = ARENA_ARRAY(arena, size_t, element_count);
    for (size_t i = 0; i < count; i++)
        groups.items[groups.first[owners[i]] + next[owners[i]]++] = (uint32_t)i;
    return groups;
}

struct child {
    uint32_t order, id;
};

static int compare_children(const void *a, const void *b)
{
    const struct child *x = a, *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    return (x->id > y->id) - (x->id < y->id);
}

static void sort_children(const struct pages *pages, struct child *scratch, uint32_t *ids,
                          size_t count)
{
    for (size_t i = 0; i < count; i++)
        scratch[i] = (struct child){pages->elements[ids[i]].order, ids[i]};
    qsort(scratch, count, sizeof *scratch, compare_children);
    for (size_t i = 0; i < count; i++)
        ids[i] = scratch[i].id;
}

/* Walks with a stack of its own: a document may nest deeper than the C stack likes. */
static const element_id *preorder(struct arena *arena, const struct pdf_groups *children,
                                  size_t count)
{
    element_id *order = ARENA_ARRAY(arena, element_id, count);
    element_id *stack = ARENA_ARRAY(arena, element_id, count);
    size_t depth = 0, done = 0;
    stack[depth++] = 0;
    while (depth) {
        element_id id = stack[--depth];
        order[done++] = id;
        for (size_t i = children->first[id + 1]; i > children->first[id]; i--)
            stack[depth++] = (element_id)children->items[i - 1];
    }
    return order;
}

struct pdf_tree pdf_tree_make(struct arena *arena, const struct pages *pages)
{
    size_t count = pages->element_count;
    element_id *owners = ARENA_ARRAY(arena, element_id, count);
    for (size_t i = 1; i < count; i++)
        owners[i - 1] = pages->elements[i].parent;
    struct pdf_groups children = pdf_group(arena, owners, count - 1, count);
    struct child *scratch = ARENA_ARRAY(arena, struct child, count);
    for (size_t i = 0; i + 1 < count; i++)
        children.items[i]++; /* the document itself was left out above */
    for (size_t e = 0; e < count; e++)
        sort_children(pages, scratch, children.items + children.first[e],
                      children.first[e + 1] - children.first[e]);
    return (struct pdf_tree){children, preorder(arena, &children, count)};
}

bool pdf_tree_child_between(const struct pdf_tree *tree, const struct pages *pages,
                            element_id parent, uint32_t from, uint32_t to)
{
    size_t low = tree->children.first[parent], end = tree->children.first[parent + 1];
    for (size_t high = end; low < high;) {
        size_t middle = low + (high - low) / 2;
        if (pages->elements[tree->children.items[middle]].order > from)
            high = middle;
        else
            low = middle + 1;
    }
    return low < end && pages->elements[tree->children.items[low]].order <= to;
}

/* ---- pages and their content streams ---- */

struct page_writer {
    struct pdf_document *document;
    int32_t page, mcid_count;
    struct paint paint;
    bool is_open;
    bool is_actual;     /* the open mark says itself what it stands for: nothing else joins it */
    element_id element; /* of the open marked content, or an ARTIFACT_ */
    uint32_t last;      /* order of the last operation in it */
};

/* Glyphs of a text operation for which the same holds: ToUnicode tells their text, or `actual`. */
struct part {
    size_t count;
    struct str actual; /* absent: ToUnicode tells */
};

static const char *artifact_properties(element_id artifact)
{
    switch (artifact) {
    case ARTIFACT_HEADER: return "/Type /Pagination /Subtype /Header /Attached [/Top]";
    case ARTIFACT_FOOTER: return "/Type /Pagination /Subtype /Footer /Attached [/Bottom]";
    case ARTIFACT_WATERMARK: return "/Type /Pagination /Subtype /Watermark";
    case ARTIFACT_BACKGROUND: return "/Type /Background";
    default: return "/Type /Layout";
    }
}

/* A background must say which area it fills. */
static void open_artifact(struct buf *out, milli page_height, const struct op *op)
{
    buf_addz(out, "/Artifact <<");
    buf_addz(out, artifact_properties(op->element));
    if (op->element != ARTIFACT_BACKGROUND || op->kind != OP_RECT)
        return;
    int64_t bottom = (int64_t)page_height - op->y - op->rect.height;
    const int64_t box[] = {op->x, bottom, (int64_t)op->x + op->rect.width,
                           bottom + op->rect.height};
    buf_addz(out, " /BBox [");
    for (size_t i = 0; i < sizeof box / sizeof *box; i++) {
        pdf_number(out, box[i]);
        buf_byte(out, i + 1 < sizeof box / sizeof *box ? ' ' : ']');
    }
}

static void close_mark(struct page_writer *writer)
{
    if (writer->is_open)
        buf_addz(writer->paint.out, "EMC\n");
    writer->is_open = false;
}

static void open_element(struct page_writer *writer, const struct op *op, const char *name)
{
    struct pdf_document *document = writer->document;
    int32_t mcid = writer->mcid_count++;
    struct buf *out = writer->paint.out;
    buf_byte(out, '/');
    buf_addz(out, name);
    buf_addz(out, " <</MCID ");
    pdf_integer(out, mcid);
    *LIST_ADD(document->arena, &document->marks) =
        (struct pdf_mark){op->element, writer->page, mcid, op->order};
}

/* ActualText stands in the mark of the element itself, which must then be a Span: readers lose
   what follows a Span inside another mark, or look for ActualText nowhere else. */
static void open_mark(struct page_writer *writer, const struct op *op, struct str actual)
{
    struct buf *out = writer->paint.out;
    writer->is_open = true;
    writer->is_actual = actual.at != NULL;
    writer->element = op->element;
    if (op->element < 0)
        open_artifact(out, writer->document->pages->height, op);
    else if (actual.at)
        open_element(writer, op, "Span");
    else
        open_element(writer, op, tag_name(writer->document->pages->elements[op->element].tag));
    if (actual.at) {
        buf_addz(out, " /ActualText ");
        pdf_text_string(out, actual);
    }
    buf_addz(out, ">> BDC\n");
}

/* Operations share a mark while nothing is read between them. */
static bool continues(const struct page_writer *writer, const struct op *op)
{
    if (!writer->is_open || writer->is_actual || op->element != writer->element)
        return false;
    if (op->element < 0)
        return op->element != ARTIFACT_BACKGROUND;
    const struct pdf_document *document = writer->document;
    return op->order >= writer->last &&
           !pdf_tree_child_between(&document->tree, document->pages, op->element, writer->last,
                                   op->order);
}

static void write_op(struct page_writer *writer, const struct op *op, struct str actual)
{
    if (actual.at || !continues(writer, op)) {
        close_mark(writer);
        open_mark(writer, op, actual);
    }
    writer->last = op->order;
    paint_op(&writer->paint, op);
}

/* ---- texts ---- */

/* Does ToUnicode give the cluster's text, whole and nothing else? */
static bool is_told(const struct pdf_font *font, const struct op *op,
                    const struct pdf_cluster *cluster)
{
    uint32_t glyph = op->text.glyphs.items[cluster->first].id;
    return pdf_cluster_is_plain(cluster) &&
           str_equal(pdf_font_shown(font, glyph)->text, cluster->text);
}

/* Writes the glyphs of a part and moves `op` past it. */
static void write_part(struct page_writer *writer, struct op *op, const struct part *part)
{
    if (part->count == 0)
        return;
    struct op shown = *op;
    shown.text.glyphs.count = part->count;
    write_op(writer, &shown, part->actual);
    for (size_t i = 0; i < part->count; i++)
        op->x += op->text.glyphs.items[i].advance;
    op->text.glyphs.items += part->count;
}

/* Of a text whose clusters are all plain: is each of its glyphs one that has but one text? */
static bool is_undisputed(const struct pdf_font *font, const struct op *op)
{
    if (!font->is_disputed)
        return true;
    for (size_t i = 0; i < op->text.glyphs.count; i++)
        if (pdf_font_shown(font, op->text.glyphs.items[i].id)->is_disputed)
            return false;
    return true;
}

static void write_clusters(struct page_writer *writer, const struct op *op)
{
    const struct pdf_font *font = writer->paint.faces->fonts[op->text.face];
    struct pdf_clusters clusters = pdf_clusters_of(op);
    struct pdf_cluster cluster;
    struct op rest = *op;
    struct part told = {0};
    while (pdf_clusters_next(&clusters, &cluster)) {
        if (is_told(font, op, &cluster)) {
            told.count += cluster.count;
            continue;
        }
        write_part(writer, &rest, &told);
        write_part(writer, &rest, &(struct part){cluster.count, cluster.text});
        told.count = 0;
    }
    write_part(writer, &rest, &told);
}

static void write_text(struct page_writer *writer, const struct op *op, bool plain)
{
    if (plain && is_undisputed(writer->paint.faces->fonts[op->text.face], op))
        write_op(writer, op, STR_NONE);
    else
        write_clusters(writer, op);
}

static bool is_seen(const struct op *op)
{
    return !(op->kind == OP_TEXT && op->text.glyphs.count == 0) &&
           !(op->kind == OP_PATH && op->path.count == 0);
}

static struct str page_content(struct pdf_document *document, size_t page)
{
    struct buf out = {.arena = document->arena};
    struct page_writer writer = {
        .document = document,
        .page = (int32_t)page,
        .paint = {.out = &out,
                  .faces = &document->fonts.of_document[document->pages->items[page].document],
                  .pictures = &document->pictures,
                  .page_height = document->pages->height},
    };
    for (size_t i = 0; i < document->pages->items[page].op_count; i++) {
        const struct op *op = &document->pages->items[page].ops[i];
        if (!is_seen(op))
            continue;
        if (op->kind == OP_TEXT)
            write_text(&writer, op, document->fonts.plain[page][i]);
        else
            write_op(&writer, op, STR_NONE);
    }
    close_mark(&writer);
    buf_byte(&out, '\n'); /* an empty stream would not be one that readers can inflate */
    return buf_str(&out);
}

void pdf_pages_make(struct pdf_document *document)
{
    const struct pages *pages = document->pages;
    struct objects *objects = &document->objects;
    document->page_objects = ARENA_ARRAY(document->arena, struct object *, pages->count);
    document->resources = objects_dict(objects);
    for (size_t i = 0; i < pages->count; i++) {
        struct object *page = objects_page(objects, page_content(document, i));
        object_put_rect(page, "MediaBox", 0, 0, pages->width, pages->height);
        object_put(page, "Resources", document->resources);
        object_put_name(page, "Tabs", "S");
        object_put_number(page, "StructParents", (int64_t)i);
        document->page_objects[i] = page;
    }
}

void pdf_resources_make(struct pdf_document *document)
{
    struct objects *objects = &document->objects;
    struct object *resources = document->resources;
    if (pdf_fonts_put(&document->fonts, resources, objects, document->cache, document->diags))
        pdf_pictures_put(&document->pictures, resources, objects);
}
