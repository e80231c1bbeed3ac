/* What a PDF must have before a byte of it is written. */
#include "pdf/tags/gate.h"

#include "base/url.h"
#include "date/date.h"
#include "pdf/file/object.h"
#include "pdf/file/objects.h"
#include "pdf/pdf_codes.h"

/* ---- the display list does not contradict itself ---- */

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

/* ---- refuses what could not be an accessible PDF ---- */

#define NOWHERE ((struct span){0})

struct gate {
    struct diags *diags;
    const struct pages *pages;
    const struct pdf_tree *tree;
};

static bool is_blank(struct str text)
{
    return str_trim(text).len == 0;
}

/* ---- the document as a whole ---- */

static void check_language(const struct gate *gate, struct str code, struct span span)
{
    if (language_is_code(code))
        return;
    struct diag *diag = is_blank(code)
                            ? diag_report(gate->diags, &E602, span, "the document has no language")
                            : diag_report(gate->diags, &E602, span,
                                          "`" STR_FMT "` is not a language code", STR_ARG(code));
    diag_hint(gate->diags, diag, "write a code such as `en-GB`");
}

static void refuse_length(const struct gate *gate, struct span span, const char *what, int limit)
{
    struct diag *diag = diag_report(gate->diags, &E607, span, "the %s is too long for a PDF", what);
    diag_hint(gate->diags, diag, "use at most %d characters", limit);
}

static void check_length(const struct gate *gate, struct str text, struct span span,
                         const char *what)
{
    if (text.len > OBJECT_TEXT_LIMIT && pdf_text_units(text) > OBJECT_TEXT_LIMIT)
        refuse_length(gate, span, what, OBJECT_TEXT_LIMIT);
}

static void check_created(const struct gate *gate, int64_t created)
{
    const int64_t seconds = 86400;
    int64_t first = (int64_t)day_from_civil(1, 1, 1) * seconds;
    int64_t end = ((int64_t)day_from_civil(9999, 12, 31) + 1) * seconds;
    if (created >= first && created < end)
        return;
    struct diag *diag = diag_report(gate->diags, &E613, NOWHERE,
                                    "the date of the PDF is outside the years 1 to 9999");
    diag_hint(gate->diags, diag, "correct `as_at`, or SOURCE_DATE_EPOCH if it is set");
}

static void check_document(const struct gate *gate)
{
    const struct pages *pages = gate->pages;
    if (is_blank(pages->title)) {
        struct diag *diag =
            diag_report(gate->diags, &E601, pages->elements[0].origin, "the document has no title");
        diag_hint(gate->diags, diag, "give the briefing a `title`");
    }
    check_language(gate, pages->language, NOWHERE);
    check_length(gate, pages->title, NOWHERE, "title");
    check_length(gate, pages->author, NOWHERE, "author");
    check_length(gate, pages->subject, NOWHERE, "subject");
    for (size_t i = 0; i < pages->bookmark_count; i++) {
        const struct bookmark *bookmark = &pages->bookmarks[i];
        check_length(gate, bookmark->title, pages->elements[bookmark->element].origin, "bookmark");
    }
}

/* ---- elements ---- */

static void check_figure(const struct gate *gate, const struct element *figure)
{
    if (!is_blank(figure->alt))
        return;
    struct diag *diag =
        diag_report(gate->diags, &E603, figure->origin, "the figure has no alternative text");
    diag_hint(gate->diags, diag, "say in a sentence what the figure shows");
}

static void check_header_cell(const struct gate *gate, const struct element *cell)
{
    if (cell->scope == SCOPE_NONE)
        diag_report(gate->diags, &E609, cell->origin,
                    "the header cell says neither that it stands for a column nor for a row");
}

static void check_element(const struct gate *gate, const struct element *element)
{
    if (element->tag == TAG_FIGURE)
        check_figure(gate, element);
    if (element->tag == TAG_TH)
        check_header_cell(gate, element);
    if (element->language.len)
        check_language(gate, element->language, element->origin);
    check_length(gate, element->title, element->origin, "heading");
    check_length(gate, element->alt, element->origin, "alternative text");
    check_length(gate, element->actual, element->origin, "replacement text");
    check_length(gate, element->expansion, element->origin, "abbreviation's long form");
}

/* Headings in reading order: the first of level 1, then at most one level down at a time. */
static void check_headings(const struct gate *gate)
{
    int last = 0;
    for (size_t i = 0; i < gate->pages->element_count; i++) {
        const struct element *element = &gate->pages->elements[gate->tree->preorder[i]];
        if (element->tag < TAG_H1 || element->tag > TAG_H6)
            continue;
        int level = (int)(element->tag - TAG_H1) + 1;
        if (level > last + 1) {
            struct diag *diag =
                last ? diag_report(gate->diags, &E605, element->origin,
                                   "a heading of level %d comes after one of level %d", level, last)
                     : diag_report(gate->diags, &E605, element->origin,
                                   "the first heading is of level %d", level);
            diag_hint(gate->diags, diag, "use a heading of level %d", last + 1);
        }
        last = level;
    }
}

static element_id table_of(const struct pages *pages, element_id id)
{
    while (id >= 0 && pages->elements[id].tag != TAG_TABLE)
        id = pages->elements[id].parent;
    return id;
}

static void check_tables(const struct gate *gate)
{
    const struct pages *pages = gate->pages;
    bool *has_header = ARENA_ARRAY(gate->diags->arena, bool, pages->element_count);
    for (size_t i = 0; i < pages->element_count; i++) {
        element_id table =
            pages->elements[i].tag == TAG_TH ? table_of(pages, (element_id)i) : (element_id)-1;
        if (table >= 0)
            has_header[table] = true;
    }
    for (size_t i = 0; i < pages->element_count; i++)
        if (pages->elements[i].tag == TAG_TABLE && !has_header[i]) {
            struct diag *diag = diag_report(gate->diags, &E604, pages->elements[i].origin,
                                            "the table has no header cells");
            diag_hint(gate->diags, diag, "give it a first row that names the columns");
        }
}

/* ---- links ---- */

/* Marks the elements that have content of their own or further down. */
static const bool *elements_with_content(const struct gate *gate)
{
    const struct pages *pages = gate->pages;
    bool *has = ARENA_ARRAY(gate->diags->arena, bool, pages->element_count);
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].op_count; i++)
            for (element_id id = pages->items[p].ops[i].element; id >= 0 && !has[id];
                 id = pages->elements[id].parent)
                has[id] = true;
    return has;
}

static void check_link(const struct gate *gate, const struct link *link, const bool *has_content)
{
    struct span span = gate->pages->elements[link->element].origin;
    if (is_blank(link->description)) {
        struct diag *diag = diag_report(gate->diags, &E606, span, "the link has no description");
        diag_hint(gate->diags, diag, "write a text that says where it leads");
    }
    bool leads = link->destination < 0 ? !is_blank(link->url) : has_content[link->destination];
    if (!leads)
        diag_report(gate->diags, &E612, span, "the link leads nowhere");
    check_length(gate, link->description, span, "link's description");
    if (link->url.len > OBJECT_ADDRESS_LIMIT)
        refuse_length(gate, span, "link's address", OBJECT_ADDRESS_LIMIT);
}

/* A link over several lines has several pieces, of which only the first is looked at. */
static void check_links(const struct gate *gate)
{
    const bool *has_content = elements_with_content(gate);
    bool *is_checked = ARENA_ARRAY(gate->diags->arena, bool, gate->pages->element_count);
    for (size_t p = 0; p < gate->pages->count; p++)
        for (size_t i = 0; i < gate->pages->items[p].link_count; i++) {
            const struct link *link = &gate->pages->items[p].links[i];
            if (!is_checked[link->element])
                check_link(gate, link, has_content);
            is_checked[link->element] = true;
        }
}

bool pdf_gate_accessible(struct diags *diags, const struct pdf_request *request,
                         const struct pdf_tree *tree)
{
    struct gate gate = {diags, request->pages, tree};
    size_t before = diags->errors;
    check_document(&gate);
    check_created(&gate, request->created);
    for (size_t i = 0; i < gate.pages->element_count; i++)
        check_element(&gate, &gate.pages->elements[tree->preorder[i]]);
    check_headings(&gate);
    check_tables(&gate);
    check_links(&gate);
    return diags->errors == before;
}
