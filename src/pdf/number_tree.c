/* Number trees and name trees of two levels: enough for 30 million entries. */
#include "pdf/number_tree.h"

enum { LEAF = 1000 };

struct source {
    void *const *values; /* of a number tree, or else: */
    const struct pdf_named *named;
};

static void add_key(struct objects *objects, HPDF_Array array, const struct source *source,
                    size_t key)
{
    if (source->named)
        object_add_bytes(objects, array, source->named[key].name);
    else
        object_add_number(objects, array, (int32_t)key);
}

static void put_entries(struct objects *objects, HPDF_Dict node, const struct source *source,
                        size_t start, size_t end)
{
    HPDF_Array entries = object_array(objects);
    object_put(objects, node, source->named ? "Names" : "Nums", entries);
    for (size_t i = start; i < end; i++) {
        add_key(objects, entries, source, i);
        object_add(objects, entries, source->named ? source->named[i].value : source->values[i]);
    }
}

static HPDF_Dict leaf(struct objects *objects, const struct source *source, size_t start,
                      size_t end)
{
    HPDF_Dict node = object_indirect_dict(objects);
    HPDF_Array limits = object_array(objects);
    add_key(objects, limits, source, start);
    add_key(objects, limits, source, end - 1);
    object_put(objects, node, "Limits", limits);
    put_entries(objects, node, source, start, end);
    return node;
}

static HPDF_Dict tree(struct objects *objects, const struct source *source, size_t count)
{
    HPDF_Dict root = object_indirect_dict(objects);
    if (count <= LEAF) {
        put_entries(objects, root, source, 0, count);
        return root;
    }
    HPDF_Array kids = object_array(objects);
    object_put(objects, root, "Kids", kids);
    for (size_t start = 0; start < count; start += LEAF)
        object_add(objects, kids,
                   leaf(objects, source, start, count - start < LEAF ? count : start + LEAF));
    return root;
}

HPDF_Dict pdf_number_tree(struct objects *objects, void *const *values, size_t count)
{
    return tree(objects, &(struct source){.values = values}, count);
}

HPDF_Dict pdf_name_tree(struct objects *objects, const struct pdf_named *items, size_t count)
{
    return tree(objects, &(struct source){.named = items}, count);
}
