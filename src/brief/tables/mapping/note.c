/* What stands beside a table, and what its mapping says of it, as records of a specification. */
#include "base/ascii.h"
#include "brief/briefing.h"
#include "brief/tables/mapping.h"

#include <string.h>

/* ---- nodes as an officer would have written them ---- */

const struct node *new_scalar(struct arena *arena, struct str text, struct span span)
{
    struct node *node = ARENA_NEW(arena, struct node);
    *node = (struct node){.kind = NODE_SCALAR,
                          .span = span,
                          .text = text,
                          .style = SCALAR_QUOTED,
                          .from_table = true};
    return node;
}

struct map {
    struct arena *arena;
    struct node *node;
    LIST(struct pair) pairs;
};

static struct map new_map(struct arena *arena, struct span span)
{
    struct map map = {.arena = arena, .node = ARENA_NEW(arena, struct node)};
    *map.node = (struct node){.kind = NODE_MAP, .span = span, .from_table = true};
    return map;
}

static void put(struct map *map, const char *key, const struct node *value)
{
    if (value && !node_is_absent(value))
        *LIST_ADD(map->arena, &map->pairs) = (struct pair){str_from(key), value->span, value};
}

static const struct node *finish(struct map *map)
{
    map->node->pairs = map->pairs.items;
    map->node->count = map->pairs.count;
    return map->node;
}

/* ---- the source, and what is covered ---- */

/* "TABLE-ofsted_inspections": letters and digits of the name without its ending. */
struct str note_id(struct arena *arena, const char *table, size_t again)
{
    const char *slash = strrchr(table, '/');
    struct str name = str_from(slash ? slash + 1 : table);
    if (str_ends(name, ".csv"))
        name.len -= strlen(".csv");
    struct buf out = {.arena = arena};
    buf_addz(&out, "TABLE-");
    for (size_t i = 0; i < name.len; i++) {
        char byte = name.at[i];
        bool plain = ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '_';
        buf_byte(&out, plain ? byte : '-');
    }
    if (again)
        buf_addf(&out, "-%zu", again + 1);
    return buf_str(&out);
}

/* What stands beside the table counts: it is of this issue of it. */
const struct node *note_source(struct arena *arena, const struct node *note,
                               const struct node *said, struct str id)
{
    struct span span = note ? note->span : said->span;
    struct map map = new_map(arena, span);
    put(&map, "id", new_scalar(arena, id, span));
    if (node_is_absent(node_get(said, "kind")))
        put(&map, "kind", new_scalar(arena, STR("data"), span));
    for (const struct field *field = evidence_table.fields; field->name; field++) {
        const struct node *value = node_get(note, field->name);
        put(&map, field->name, value ? value : node_get(said, field->name));
    }
    return finish(&map);
}

const struct node *note_cover(struct arena *arena, const struct node *note,
                              const struct node *cover, struct str id)
{
    struct map map = new_map(arena, cover->span);
    put(&map, "kind", node_get(cover, "kind"));
    put(&map, "note", node_get(cover, "note"));
    put(&map, "as_at", node_get(note, "as_at"));
    put(&map, "source", new_scalar(arena, id, cover->span));
    return finish(&map);
}
