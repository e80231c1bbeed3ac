/* From a display list to the bytes of a PDF: the steps in their order. */
#include "pdf/pdf.h"

#include "pdf/document.h"
#include "pdf/file/objects.h"
#include "pdf/pdf_codes.h"
#include "pdf/tags/gate.h"

/* Marked content first, for the structure points at it; fonts last, for content uses glyphs. */
static void build(struct pdf_document *document)
{
    pdf_pages_make(document);
    pdf_places_find(document);
    pdf_annotations_make(document);
    if (!pdf_structure_make(document))
        return;
    pdf_outline_make(document);
    pdf_resources_make(document);
    pdf_metadata_make(document);
}

static struct str finish(struct pdf_document *document, size_t errors_before)
{
    if (document->diags->errors != errors_before)
        return STR_NONE;
    struct str bytes = pdf_save(&document->objects);
    if (!bytes.at)
        diag_report(document->diags, &E691, (struct span){0},
                    "the PDF library stopped with fault 0x%04lX",
                    (unsigned long)document->objects.fault);
    return bytes;
}

static struct str make(struct pdf_document *document, const struct fonts *const *fonts)
{
    struct str bytes = STR_NONE;
    size_t errors = document->diags->errors;
    objects_open(&document->objects, document->arena, pdf_shelf_deflater(document->shelf));
    if (pdf_fonts_open(&document->fonts, document->arena, document->diags, document->pages, fonts,
                       document->shelf)) {
        build(document);
        bytes = finish(document, errors);
    }
    objects_close(&document->objects);
    return bytes;
}

static struct str make_with(struct arena *arena, struct diags *diags,
                            const struct pdf_request *request, struct pdf_shelf *shelf)
{
    struct pdf_document document = {.arena = arena,
                                    .diags = diags,
                                    .pages = request->pages,
                                    .created = request->created,
                                    .shelf = shelf,
                                    .tree = pdf_tree_make(arena, request->pages),
                                    .pictures = pdf_pictures_of(arena, request->pages)};
    if (!pdf_gate_accessible(diags, request, &document.tree))
        return STR_NONE;
    return make(&document, request->fonts);
}

struct str pdf_bytes(struct arena *arena, struct diags *diags, const struct pdf_request *request)
{
    if (!pdf_gate_sound(diags, request))
        return STR_NONE;
    struct pdf_shelf *shelf = request->shelf ? request->shelf : pdf_shelf_new();
    struct str bytes = make_with(arena, diags, request, shelf);
    if (shelf != request->shelf)
        pdf_shelf_free(shelf);
    return bytes;
}
