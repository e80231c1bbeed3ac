/* Checks that the display list does not contradict itself, so that the rest need not. */
#include "pdf/pdf_codes.h"
#include "pdf/tags/gate.h"

/* A page may be as large as PDF allows without a user unit. */
enum { PAGE_LEAST = 3 * MILLI_PER_POINT, PAGE_MOST = 14400 * MILLI_PER_POINT };

static bool fault(struct diags *diags, const char *what, size_t number)
{
    struct diag *diag = diag_report(diags, &E690, (struct span){0},
                                    "the page description has %s (number %zu)", what, number);
    diag_hint(diags, diag, "please report this fault together with the specification");
    return false;
}

static bool page_size_sound(milli length)
{
    return length >= PAGE_LEAST && length <= PAGE_MOST;
}

static bool is_element(const struct pages *pages, element_id id)
{
    return id >= 0 && (size_t)id < pages->element_count;
}

/* A cell names header cells, and those know that they are named. */
static bool headers_sound(const struct pages *pages, const struct element *cell)
{
    for (size_t i = 0; i < cell->header_count; i++) {
        element_id id = cell->headers[i];
        if (!is_element(pages, id) || pages->elements[id].tag != TAG_TH ||
            !pages->elements[id].named)
            return false;
    }
    return true;
}

static bool element_sound(const struct pages *pages, size_t i)
{
    const struct element *element = &pages->elements[i];
    if ((unsigned)element->tag >= TAG_COUNT || (unsigned)element->scope > SCOPE_BOTH ||
        !headers_sound(pages, element))
        return false;
    return i == 0 ? element->parent == -1 : element->parent >= 0 && (size_t)element->parent < i;
}

static bool text_sound(const struct op *op)
{
    if ((unsigned)op->text.face >= FACE_LIMIT || op->text.size <= 0)
        return false;
    for (size_t i = 0; i < op->text.glyphs.count; i++)
        if (op->text.glyphs.items[i].cluster > op->text.text.len)
            return false;
    return true;
}

static bool op_sound(const struct pages *pages, const struct op *op)
{
    if (!is_element(pages, op->element) && (op->element >= 0 || op->element < ARTIFACT_LAST))
        return false;
    switch (op->kind) {
    case OP_TEXT: return text_sound(op);
    case OP_RECT: return true;
    case OP_PATH: return op->path.count == 0 || op->path.steps[0].verb == PATH_MOVE;
    case OP_IMAGE: return op->image.picture && op->image.width > 0 && op->image.height > 0;
    }
    return false;
}

static bool link_sound(const struct pages *pages, const struct link *link)
{
    if (!is_element(pages, link->element) || pages->elements[link->element].tag != TAG_LINK)
        return false;
    return link->destination == -1 || is_element(pages, link->destination);
}

static bool page_sound(struct diags *diags, const struct pages *pages, size_t number)
{
    const struct page *page = &pages->items[number];
    for (size_t i = 0; i < page->op_count; i++)
        if (!op_sound(pages, &page->ops[i]))
            return fault(diags, "a wrong operation on a page", number + 1);
    for (size_t i = 0; i < page->link_count; i++)
        if (!link_sound(pages, &page->links[i]))
            return fault(diags, "a wrong link on a page", number + 1);
    return true;
}

static bool bookmark_sound(const struct pages *pages, const struct bookmark *bookmark)
{
    return bookmark->level >= 1 && is_element(pages, bookmark->element) && bookmark->page >= 0 &&
           (size_t)bookmark->page < pages->count;
}

/* Fonts are found by the document that a page is of. */
static bool documents_sound(const struct pages *pages)
{
    for (size_t i = 0; i < pages->count; i++)
        if (pages->items[i].document >= pages->documents)
            return false;
    return true;
}

static bool elements_sound(struct diags *diags, const struct pages *pages)
{
    for (size_t i = 0; i < pages->element_count; i++)
        if (!element_sound(pages, i))
            return fault(diags, "an element in the wrong place", i);
    return true;
}

bool pdf_gate_sound(struct diags *diags, const struct pdf_request *request)
{
    const struct pages *pages = request->pages;
    if (pages->count == 0 || pages->element_count == 0)
        return fault(diags, "no page or no element", 0);
    if (pages->elements[0].tag != TAG_DOCUMENT)
        return fault(diags, "a first element that is not the document", 0);
    if (!page_size_sound(pages->width) || !page_size_sound(pages->height))
        return fault(diags, "a page size that a PDF cannot have", 0);
    if (!documents_sound(pages))
        return fault(diags, "a page of no document", 0);
    if (!elements_sound(diags, pages))
        return false;
    for (size_t i = 0; i < pages->count; i++)
        if (!page_sound(diags, pages, i))
            return false;
    for (size_t i = 0; i < pages->bookmark_count; i++)
        if (!bookmark_sound(pages, &pages->bookmarks[i]))
            return fault(diags, "a wrong bookmark", i);
    return true;
}
