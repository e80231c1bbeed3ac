/* The structure tree of a PDF, the attributes of its elements, and bookmarks. */
#include "pdf/document.h"
#include "pdf/file/objects.h"
#include "pdf/pdf_codes.h"

#include <stdlib.h>

/* ---- bookmarks ---- */

/* Links between bookmarks, by index; NONE stands for none. */
enum { NONE = -1 };

struct entry {
    int32_t parent, first, last, previous, next;
    int32_t descendants;
};

struct outline {
    struct pdf_document *document;
    struct entry *entries; /* the root's stands after the last bookmark's */
    size_t count;
    struct object **objects;
};

/* The nearest bookmark before this one that is of a lower level; else the root. */
static int32_t parent_of(const struct outline *outline, int32_t index)
{
    const struct bookmark *bookmarks = outline->document->pages->bookmarks;
    int32_t root = (int32_t)outline->count, at = index ? index - 1 : root;
    while (at != root && bookmarks[at].level >= bookmarks[index].level)
        at = outline->entries[at].parent;
    return at;
}

static void nest(struct outline *outline)
{
    for (size_t i = 0; i <= outline->count; i++)
        outline->entries[i] = (struct entry){NONE, NONE, NONE, NONE, NONE, 0};
    for (int32_t i = 0; i < (int32_t)outline->count; i++) {
        struct entry *entry = &outline->entries[i];
        entry->parent = parent_of(outline, i);
        struct entry *parent = &outline->entries[entry->parent];
        entry->previous = parent->last;
        if (entry->previous == NONE)
            parent->first = i;
        else
            outline->entries[entry->previous].next = i;
        parent->last = i;
    }
    for (size_t i = outline->count; i > 0; i--) {
        const struct entry *entry = &outline->entries[i - 1];
        outline->entries[entry->parent].descendants += entry->descendants + 1;
    }
}

static void put_neighbour(struct outline *outline, size_t index, const char *key, int32_t to)
{
    if (to != NONE)
        object_put(outline->objects[index], key, outline->objects[to]);
}

static void put_neighbours(struct outline *outline, size_t index)
{
    const struct entry *entry = &outline->entries[index];
    put_neighbour(outline, index, "Parent", entry->parent);
    put_neighbour(outline, index, "Prev", entry->previous);
    put_neighbour(outline, index, "Next", entry->next);
    put_neighbour(outline, index, "First", entry->first);
    put_neighbour(outline, index, "Last", entry->last);
    if (entry->descendants)
        object_put_number(outline->objects[index], "Count", entry->descendants);
}

static void put_bookmark(struct outline *outline, size_t index)
{
    struct pdf_document *document = outline->document;
    const struct bookmark *bookmark = &document->pages->bookmarks[index];
    struct object *object = outline->objects[index];
    object_put_text(object, "Title", bookmark->title);
    pdf_jump_put(document, object, bookmark->element,
                 (struct pdf_place){bookmark->page, bookmark->y});
    object_put(object, "SE", document->elements[bookmark->element]);
}

void pdf_outline_make(struct pdf_document *document)
{
    struct objects *objects = &document->objects;
    size_t count = document->pages->bookmark_count;
    if (count == 0)
        return;
    struct outline outline = {document, ARENA_ARRAY(document->arena, struct entry, count + 1),
                              count, ARENA_ARRAY(document->arena, struct object *, count + 1)};
    nest(&outline);
    for (size_t i = 0; i <= count; i++)
        outline.objects[i] = objects_dict(objects);
    for (size_t i = 0; i <= count; i++)
        put_neighbours(&outline, i);
    for (size_t i = 0; i < count; i++)
        put_bookmark(&outline, i);
    object_put_name(outline.objects[count], "Type", "Outlines");
    object_put(&objects->catalog, "Outlines", outline.objects[count]);
    object_put_name(&objects->catalog, "PageMode", "UseOutlines");
}

/* ---- attributes: texts, scope, spans, numbering, box ---- */

static void open_attributes(struct object *object, const char *owner)
{
    object_open_dict(object, "A");
    object_put_name(object, "O", owner);
}

static void put_list(struct object *object, const struct element *list)
{
    if (list->numbering == NUMBERING_NONE)
        return;
    open_attributes(object, "List");
    object_put_name(object, "ListNumbering",
                    list->numbering == NUMBERING_DISC ? "Disc" : "Decimal");
    object_close_dict(object);
}

struct str pdf_element_name(struct arena *arena, const struct pages *pages, element_id id)
{
    enum { DIGITS = 10 }; /* so that names sort as elements do */
    bool note = pages->elements[id].tag == TAG_NOTE;
    if (!note && !pages->elements[id].named)
        return STR_NONE;
    return str_format(arena, "%s-%0*d", note ? "note" : "cell", DIGITS, (int)id);
}

static void put_headers(struct pdf_document *document, struct object *object,
                        const struct element *cell)
{
    object_open_array(object, "Headers");
    for (size_t i = 0; i < cell->header_count; i++)
        object_add_bytes(object,
                         pdf_element_name(document->arena, document->pages, cell->headers[i]));
    object_close_array(object);
}

static void put_cell(struct pdf_document *document, struct object *object,
                     const struct element *cell)
{
    static const char *const scopes[] = {
        [SCOPE_COLUMN] = "Column", [SCOPE_ROW] = "Row", [SCOPE_BOTH] = "Both"};
    bool is_header = cell->tag == TAG_TH;
    if (!is_header && cell->column_span <= 1 && cell->row_span <= 1 && !cell->header_count)
        return;
    open_attributes(object, "Table");
    if (is_header)
        object_put_name(object, "Scope", scopes[cell->scope]);
    if (cell->column_span > 1)
        object_put_number(object, "ColSpan", cell->column_span);
    if (cell->row_span > 1)
        object_put_number(object, "RowSpan", cell->row_span);
    if (cell->header_count)
        put_headers(document, object, cell);
    object_close_dict(object);
}

static void put_figure(struct pdf_document *document, struct object *object,
                       const struct element *figure)
{
    const struct rect *box = &figure->box;
    milli height = document->pages->height;
    open_attributes(object, "Layout");
    object_put_name(object, "Placement", "Block");
    if (box->width > 0 && box->height > 0)
        object_put_rect(object, "BBox", box->x, height - box->y - box->height, box->x + box->width,
                        height - box->y);
    object_close_dict(object);
}

static void put_texts(struct object *object, const struct element *element)
{
    if (element->language.len)
        object_put_bytes(object, "Lang", element->language);
    if (element->alt.at)
        object_put_text(object, "Alt", element->alt);
    if (element->actual.at)
        object_put_text(object, "ActualText", element->actual);
    if (element->expansion.at)
        object_put_text(object, "E", element->expansion);
    if (element->tag <= TAG_H6 && element->tag >= TAG_H1 && element->title.len)
        object_put_text(object, "T", element->title);
}

void pdf_attributes_put(struct pdf_document *document, struct object *object,
                        const struct element *element)
{
    put_texts(object, element);
    switch (element->tag) {
    case TAG_L: put_list(object, element); break;
    case TAG_TH:
    case TAG_TD: put_cell(document, object, element); break;
    case TAG_FIGURE: put_figure(document, object, element); break;
    default: break;
    }
}

/* ---- the structure tree: one StructElem an element, its kids in reading order ---- */

/* In the sequence that kids of one order take: own text, then elements; annotations come last. */
enum kid_kind { KID_MARK, KID_ELEMENT, KID_LINK };

struct kid {
    uint32_t order;
    enum kid_kind kind;
    uint32_t index; /* of the mark, element or link */
};

struct structure {
    struct pdf_document *document;
    struct pdf_groups marks, links; /* by element */
    struct kid *kids;               /* scratch */
};

static int compare_kids(const void *a, const void *b)
{
    const struct kid *x = a, *y = b;
    if ((x->kind == KID_LINK) != (y->kind == KID_LINK))
        return x->kind == KID_LINK ? 1 : -1;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static size_t kids_of(struct structure *structure, element_id id)
{
    const struct pdf_document *document = structure->document;
    const struct pdf_groups *children = &document->tree.children;
    size_t count = 0;
    for (size_t i = children->first[id]; i < children->first[id + 1]; i++) {
        uint32_t child = children->items[i];
        structure->kids[count++] =
            (struct kid){document->pages->elements[child].order, KID_ELEMENT, child};
    }
    for (size_t i = structure->marks.first[id]; i < structure->marks.first[id + 1]; i++) {
        uint32_t mark = structure->marks.items[i];
        structure->kids[count++] = (struct kid){document->marks.items[mark].order, KID_MARK, mark};
    }
    for (size_t i = structure->links.first[id]; i < structure->links.first[id + 1]; i++)
        structure->kids[count++] = (struct kid){0, KID_LINK, structure->links.items[i]};
    qsort(structure->kids, count, sizeof *structure->kids, compare_kids);
    return count;
}

/* ---- kids ---- */

static void add_mark(const struct pdf_document *document, struct object *element,
                     const struct pdf_mark *mark)
{
    object_open_dict(element, NULL);
    object_put_name(element, "Type", "MCR");
    object_put(element, "Pg", document->page_objects[mark->page]);
    object_put_number(element, "MCID", mark->mcid);
    object_close_dict(element);
}

static void add_link(const struct pdf_document *document, struct object *element, size_t link)
{
    object_open_dict(element, NULL);
    object_put_name(element, "Type", "OBJR");
    object_put(element, "Pg", document->page_objects[document->link_pages[link]]);
    object_put(element, "Obj", document->annotations[link]);
    object_close_dict(element);
}

/* The page that the plain numbers among an element's kids count on: that of its first mark. */
static int32_t home_page(const struct structure *structure, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (structure->kids[i].kind == KID_MARK)
            return structure->document->marks.items[structure->kids[i].index].page;
    return -1;
}

static void add_kid(const struct pdf_document *document, struct object *element,
                    const struct kid *kid, int32_t home)
{
    const struct pdf_mark *mark;
    switch (kid->kind) {
    case KID_ELEMENT: object_add(element, document->elements[kid->index]); break;
    case KID_LINK: add_link(document, element, kid->index); break;
    case KID_MARK:
        mark = &document->marks.items[kid->index];
        if (mark->page == home)
            object_add_number(element, mark->mcid);
        else
            add_mark(document, element, mark);
        break;
    }
}

static bool put_kids(struct structure *structure, element_id id)
{
    struct pdf_document *document = structure->document;
    struct object *element = document->elements[id];
    size_t count = kids_of(structure, id);
    if (count > OBJECT_ARRAY_LIMIT) {
        diag_report(document->diags, &E608, document->pages->elements[id].origin,
                    "there are %zu parts in one place", count);
        return false;
    }
    int32_t home = home_page(structure, count);
    if (home >= 0)
        object_put(element, "Pg", document->page_objects[home]);
    if (count == 0)
        return true;
    object_open_array(element, "K");
    for (size_t i = 0; i < count; i++)
        add_kid(document, element, &structure->kids[i], home);
    object_close_array(element);
    return true;
}

/* ---- the tree ---- */

static void element_make(struct pdf_document *document, size_t id, const struct object *root)
{
    const struct element *element = &document->pages->elements[id];
    struct object *object = objects_dict(&document->objects);
    document->elements[id] = object;
    object_put_name(object, "Type", "StructElem");
    object_put_name(object, "S", tag_name(element->tag));
    object_put(object, "P", id ? document->elements[element->parent] : root);
    pdf_attributes_put(document, object, element);
    struct str name = pdf_element_name(document->arena, document->pages, (element_id)id);
    if (name.at)
        object_put_bytes(object, "ID", name);
}

static void put_role_map(struct object *root)
{
    object_open_dict(root, "RoleMap");
    object_put_name(root, tag_name(TAG_STRONG), "Span");
    object_put_name(root, tag_name(TAG_EM), "Span");
    object_close_dict(root);
}

/* Which element each mark of a page and each annotation belongs to. */
static void put_parent_tree(struct pdf_document *document, struct object *root)
{
    struct objects *objects = &document->objects;
    size_t page_count = document->pages->count, count = page_count + document->link_count;
    struct object **values = ARENA_ARRAY(document->arena, struct object *, count);
    for (size_t i = 0; i < page_count; i++)
        values[i] = objects_array(objects);
    for (size_t i = 0; i < document->marks.count; i++) {
        const struct pdf_mark *mark = &document->marks.items[i];
        object_add(values[mark->page], document->elements[mark->element]);
    }
    for (size_t i = 0; i < document->link_count; i++)
        values[page_count + i] = document->elements[document->link_elements[i]];
    object_put(root, "ParentTree", pdf_number_tree(objects, values, count));
    object_put_number(root, "ParentTreeNextKey", (int64_t)count);
}

struct names {
    LIST(struct pdf_named) list;
};

static void add_names(struct pdf_document *document, struct names *names, enum tag tag)
{
    for (size_t i = 0; i < document->pages->element_count; i++) {
        struct str name = pdf_element_name(document->arena, document->pages, (element_id)i);
        if (name.at && document->pages->elements[i].tag == tag)
            *LIST_ADD(document->arena, &names->list) =
                (struct pdf_named){name, document->elements[i]};
    }
}

/* Cells, then notes: sorted by name. */
static void put_id_tree(struct pdf_document *document, struct object *root)
{
    struct names names = {0};
    add_names(document, &names, TAG_TH);
    add_names(document, &names, TAG_NOTE);
    if (names.list.count)
        object_put(root, "IDTree",
                   pdf_name_tree(&document->objects, names.list.items, names.list.count));
}

/* The parent tree holds the marks of a page in one array. */
static bool marks_fit(struct pdf_document *document)
{
    for (size_t i = 0; i < document->marks.count; i++) {
        const struct pdf_mark *mark = &document->marks.items[i];
        if (mark->mcid < OBJECT_ARRAY_LIMIT)
            continue;
        diag_report(document->diags, &E608, document->pages->elements[mark->element].origin,
                    "there are more than %d parts on page %d", OBJECT_ARRAY_LIMIT,
                    (int)mark->page + 1);
        return false;
    }
    return true;
}

static struct structure structure_open(struct pdf_document *document)
{
    struct arena *arena = document->arena;
    size_t elements = document->pages->element_count, marks = document->marks.count;
    element_id *owners = ARENA_ARRAY(arena, element_id, marks);
    for (size_t i = 0; i < marks; i++)
        owners[i] = document->marks.items[i].element;
    return (struct structure){
        .document = document,
        .marks = pdf_group(arena, owners, marks, elements),
        .links = pdf_group(arena, document->link_elements, document->link_count, elements),
        .kids = ARENA_ARRAY(arena, struct kid, elements + marks + document->link_count),
    };
}

bool pdf_structure_make(struct pdf_document *document)
{
    if (!marks_fit(document))
        return false;
    struct objects *objects = &document->objects;
    size_t count = document->pages->element_count;
    struct object *root = objects_dict(objects);
    object_put_name(root, "Type", "StructTreeRoot");
    document->elements = ARENA_ARRAY(document->arena, struct object *, count);
    for (size_t i = 0; i < count; i++)
        element_make(document, i, root);
    struct structure structure = structure_open(document);
    for (size_t i = 0; i < count; i++)
        if (!put_kids(&structure, (element_id)i))
            return false;
    object_put(root, "K", document->elements[0]);
    put_role_map(root);
    put_parent_tree(document, root);
    put_id_tree(document, root);
    object_put(&objects->catalog, "StructTreeRoot", root);
    return true;
}
