/* What the parts of the reference share. Private to spec/describe. */
#ifndef COUNCILBRIEF_DESCRIBE_REFERENCE_PARTS_H
#define COUNCILBRIEF_DESCRIBE_REFERENCE_PARTS_H

#include "describe/describe.h"

/* The opening, in Markdown: how to write a specification. Ends with NULL. */
extern const char *const reference_guide[];

/* A text inside a cell of a table: `|` escaped. */
void reference_add_cell(struct buf *out, struct str text);

/* The frameworks with their periods, judgements and grades. */
void reference_add_frameworks(struct buf *out, const struct frameworks *frameworks);

#endif
