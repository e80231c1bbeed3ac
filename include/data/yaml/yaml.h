/* Reads a source as YAML into a tree of nodes. */
#ifndef COUNCILBRIEF_DATA_YAML_YAML_H
#define COUNCILBRIEF_DATA_YAML_YAML_H

#include "data/yaml/node.h"

/* The root, or NULL after E106 or E110 to E117. Keys given twice are reported and the first kept,
   so that reading goes on. The nodes live as long as the source and the arena. */
const struct node *yaml_read(struct arena *arena, struct diags *diags, const struct source *source);

/* The same for a part of a source, such as the body of a component in a template: spans are then
   offsets in the whole source, `at` being the span of the part and `text` what it says. The text
   may differ from the bytes of the span (values were put in); then spans point at the whole part.
   A part that holds nothing is an empty map, and no fault. */
const struct node *yaml_read_part(struct arena *arena, struct diags *diags, struct span at,
                                  struct str text);

#endif
