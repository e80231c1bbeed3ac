/* Pages and their content streams: every operation inside marked content or an artifact. */
#include "pdf/document.h"
#include "pdf/file/number.h"
#include "pdf/file/text.h"
#include "pdf/font/cluster.h"
#include "pdf/page/paint.h"

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

/* Writes the glyphs of a part and moves `op` behind it. */
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
    if (pdf_fonts_put(&document->fonts, resources, objects, document->shelf, document->diags))
        pdf_pictures_put(&document->pictures, resources, objects);
}
