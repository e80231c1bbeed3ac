/* Number trees and name trees of two levels: enough for 30 million entries. */
#include "pdf/file/number_tree.h"

enum { LEAF = 1000 };

struct source {
    struct object *const *values; /* of a number tree, or else: */
    const struct pdf_named *named;
};

static void add_key(struct object *node, const struct source *source, size_t key)
{
    if (source->named)
        object_add_bytes(node, source->named[key].name);
    else
        object_add_number(node, (int64_t)key);
}

static void put_entries(struct object *node, const struct source *source, size_t start, size_t end)
{
    object_open_array(node, source->named ? "Names" : "Nums");
    for (size_t i = start; i < end; i++) {
        add_key(node, source, i);
        object_add(node, source->named ? source->named[i].value : source->values[i]);
    }
    object_close_array(node);
}

static struct object *leaf(struct objects *objects, const struct source *source, size_t start,
                           size_t end)
{
    struct object *node = objects_dict(objects);
    object_open_array(node, "Limits");
    add_key(node, source, start);
    add_key(node, source, end - 1);
    object_close_array(node);
    put_entries(node, source, start, end);
    return node;
}

static struct object *tree(struct objects *objects, const struct source *source, size_t count)
{
    struct object *root = objects_dict(objects);
    if (count <= LEAF) {
        put_entries(root, source, 0, count);
        return root;
    }
    object_open_array(root, "Kids");
    for (size_t start = 0; start < count; start += LEAF)
        object_add(root, leaf(objects, source, start, count - start < LEAF ? count : start + LEAF));
    object_close_array(root);
    return root;
}

struct object *pdf_number_tree(struct objects *objects, struct object *const *values, size_t count)
{
    return tree(objects, &(struct source){.values = values}, count);
}

struct object *pdf_name_tree(struct objects *objects, const struct pdf_named *items, size_t count)
{
    return tree(objects, &(struct source){.named = items}, count);
}
