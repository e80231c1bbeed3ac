/* Edits of a file that a person writes: values and lines as YAML, in the style of what is there. */
#ifndef COUNCILBRIEF_DATA_YAML_WRITTEN_H
#define COUNCILBRIEF_DATA_YAML_WRITTEN_H

#include "data/yaml/node.h"

/* A text as a scalar on one line: plain where it can be, else in straight quotation marks.
   `bracketed`: inside of braces or brackets, where commas and brackets count. */
struct str written_text(struct arena *arena, struct str text, bool bracketed);

/* One pair in the place of two of a map: `now` with a text, and what stands between the two, with
   its remarks. `place` is what it stands for: from the first key to the end of the second value.
   Absent where a remark would be lost. */
struct str written_joined(struct arena *arena, const struct node *map, const struct pair *first,
                          const struct pair *second, struct str now, struct str text,
                          struct span *place);

/* The pair of a key and a map as that of `now` and a list with that map as its one item; it stands
   for the key and all of the value. */
struct str written_as_item(struct arena *arena, const struct pair *pair, struct str now);

#endif
