/* Bookmarks: nested by level, each leading to its heading on the page and in the structure. */
#include "pdf/document.h"

/* Links between bookmarks, by index; NONE stands for none. */
enum { NONE = -1 };

struct entry {
    int32_t parent, first, last, previous, next;
    int32_t descendants;
};

struct outline {
    struct pdf_document *document;
    struct entry *entries; /* the root's stands behind the last bookmark's */
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
    pdf_destination_put(document, object, bookmark->page, bookmark->y);
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
