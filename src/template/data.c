/* Data from JSON as values, which have no records: what `render --data` fills a template with. */
#include "files/json_read.h"
#include "template/value.h"

static struct value value_of(struct arena *arena, const struct json_value *json);

static struct value list_of(struct arena *arena, const struct json_list *json)
{
    struct value *values = ARENA_ARRAY(arena, struct value, json->count);
    struct list_value *list = ARENA_NEW(arena, struct list_value);
    *list = (struct list_value){
        .backing = LIST_VALUES, .depth = 1, .count = json->count, .values = values};
    for (size_t i = 0; i < json->count; i++) {
        values[i] = value_of(arena, &json->items[i]);
        if (values[i].kind == VALUE_LIST && values[i].list->depth >= list->depth)
            list->depth = values[i].list->depth + 1;
    }
    return value_list(list);
}

const struct map_value *map_from_json(struct arena *arena, const struct json_map *json)
{
    struct map_entry *entries = ARENA_ARRAY(arena, struct map_entry, json->count);
    struct map_value *map = ARENA_NEW(arena, struct map_value);
    for (size_t i = 0; i < json->count; i++)
        entries[i] =
            (struct map_entry){json->entries[i].key, value_of(arena, &json->entries[i].value)};
    *map = (struct map_value){entries, json->count};
    return map;
}

static struct value value_of(struct arena *arena, const struct json_value *json)
{
    struct value value = value_none();
    switch (json->kind) {
    case JSON_NULL: break;
    case JSON_ANSWER: value = value_bool(json->answer); break;
    case JSON_WHOLE: value = value_whole(json->whole); break;
    case JSON_REAL: value = value_real(json->real); break;
    case JSON_TEXT: value = value_text(json->text); break;
    case JSON_LIST: value = list_of(arena, &json->list); break;
    case JSON_MAP: value = value_map(map_from_json(arena, &json->map)); break;
    }
    value.origin = json->span;
    return value;
}
