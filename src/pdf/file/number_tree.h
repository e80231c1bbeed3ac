/* PDF's trees of keys and values, split into leaves so that no array grows too long. */
#ifndef COUNCILBRIEF_PDF_FILE_NUMBER_TREE_H
#define COUNCILBRIEF_PDF_FILE_NUMBER_TREE_H

#include "pdf/file/objects.h"

struct pdf_named {
    struct str name;
    const struct object *value;
};

/* The values by the keys 0, 1, 2... */
struct object *pdf_number_tree(struct objects *objects, struct object *const *values, size_t count);

/* The values by name; the names must be sorted. */
struct object *pdf_name_tree(struct objects *objects, const struct pdf_named *items, size_t count);

#endif
