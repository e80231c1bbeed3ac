/* Keys given twice; private to spec/yaml*.c. */
#ifndef COUNCILBRIEF_DATA_YAML_YAML_KEYS_H
#define COUNCILBRIEF_DATA_YAML_YAML_KEYS_H

#include "data/yaml/node.h"

/* Reports keys that stand twice among the pairs (E113), moves the first of each to the front in
   their order, and returns how many are left. */
size_t yaml_drop_repeats(struct arena *arena, struct diags *diags, struct pair *pairs,
                         size_t count);

#endif
