/* Maps: the values of data that has keys but no record tables. */
#include "template/value.h"

struct value value_map(const struct map_value *map)
{
    return (struct value){.kind = VALUE_MAP, .map = map};
}

const struct value *map_find(const struct map_value *map, struct str key)
{
    for (size_t i = 0; i < map->count; i++)
        if (str_equal(map->entries[i].key, key))
            return &map->entries[i].value;
    return NULL;
}

const struct list_value *map_keys(struct arena *arena, const struct map_value *map)
{
    struct value *keys = ARENA_ARRAY(arena, struct value, map->count);
    struct list_value *list = ARENA_NEW(arena, struct list_value);
    for (size_t i = 0; i < map->count; i++)
        keys[i] = value_text(map->entries[i].key);
    *list = (struct list_value){
        .backing = LIST_VALUES, .depth = 1, .count = map->count, .values = keys};
    return list;
}
