/* Pages and their content streams: every operation inside marked content or an artifact. */
#include "pdf/document.h"
#include "pdf/paint.h"

struct page_writer {
    struct pdf_document *document;
    int32_t page, mcid_count;
    struct paint paint;
    bool is_open;
    element_id element; /* of the open marked content, or an ARTIFACT_ */
    uint32_t last;      /* order of the last operation in it */
};

static const char *artifact_properties(element_id artifact)
{
    switch (artifact) {
    case ARTIFACT_HEADER: return "/Type /Pagination /Subtype /Header /Attached [/Top]";
    case ARTIFACT_FOOTER: return "/Type /Pagination /Subtype /Footer /Attached [/Bottom]";
    default: return "/Type /Layout";
    }
}

static void close_mark(struct page_writer *writer)
{
    if (writer->is_open)
        buf_addz(writer->paint.out, "EMC\n");
    writer->is_open = false;
}

static void open_mark(struct page_writer *writer, const struct op *op)
{
    struct buf *out = writer->paint.out;
    writer->is_open = true;
    writer->element = op->element;
    if (op->element < 0) {
        buf_addf(out, "/Artifact <<%s>> BDC\n", artifact_properties(op->element));
        return;
    }
    struct pdf_document *document = writer->document;
    int32_t mcid = writer->mcid_count++;
    buf_addf(out, "/%s <</MCID %d>> BDC\n", tag_name(document->pages->elements[op->element].tag),
             (int)mcid);
    *LIST_ADD(document->arena, &document->marks) =
        (struct pdf_mark){op->element, writer->page, mcid, op->order};
}

/* Operations share a mark while nothing is read between them. */
static bool continues(const struct page_writer *writer, const struct op *op)
{
    if (!writer->is_open || op->element != writer->element)
        return false;
    if (op->element < 0)
        return true;
    const struct pdf_document *document = writer->document;
    return op->order >= writer->last &&
           !pdf_tree_child_between(&document->tree, document->pages, op->element, writer->last,
                                   op->order);
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
        .paint = {.out = &out, .fonts = &document->fonts, .page_height = document->pages->height},
    };
    for (size_t i = 0; i < document->pages->items[page].op_count; i++) {
        const struct op *op = &document->pages->items[page].ops[i];
        if (!is_seen(op))
            continue;
        if (!continues(&writer, op)) {
            close_mark(&writer);
            open_mark(&writer, op);
        }
        writer.last = op->order;
        paint_op(&writer.paint, op);
    }
    close_mark(&writer);
    buf_byte(&out, '\n'); /* an empty stream would not be one that readers can inflate */
    return buf_str(&out);
}

void pdf_pages_make(struct pdf_document *document)
{
    const struct pages *pages = document->pages;
    struct objects *objects = &document->objects;
    document->page_objects = ARENA_ARRAY(document->arena, HPDF_Page, pages->count);
    for (size_t i = 0; i < pages->count; i++) {
        HPDF_Page page = object_page(objects, pages->width, pages->height);
        object_put_name(objects, page, "Tabs", "S");
        object_put_number(objects, page, "StructParents", (int32_t)i);
        object_page_content(objects, page, page_content(document, i));
        document->page_objects[i] = page;
    }
}

void pdf_resources_make(struct pdf_document *document)
{
    struct objects *objects = &document->objects;
    HPDF_Dict fonts = pdf_fonts_write(&document->fonts, objects, document->diags);
    if (!fonts)
        return;
    for (size_t i = 0; i < document->pages->count; i++)
        object_put(objects, object_page_resources(objects, document->page_objects[i]), "Font",
                   fonts);
}
