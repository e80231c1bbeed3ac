/* Nodes of YAML with their places: finding what is in them, and laying one tree over another. */
#include "data/yaml/node.h"

#include "base/utf8.h"

/* ---- questions to a tree of nodes ---- */

enum { SHOWN_CHARACTERS = 40 };

bool node_is_absent(const struct node *node)
{
    if (!node)
        return true;
    if (node->kind != NODE_SCALAR || node->style != SCALAR_PLAIN)
        return false;
    return node->text.len == 0 || str_is(node->text, "~") || str_is(node->text, "null");
}

const struct pair *node_pair(const struct node *map, struct str key)
{
    if (!map || map->kind != NODE_MAP)
        return NULL;
    for (size_t i = 0; i < map->count; i++)
        if (str_equal(map->pairs[i].key, key))
            return &map->pairs[i];
    return NULL;
}

const struct node *node_get(const struct node *map, const char *key)
{
    const struct pair *pair = node_pair(map, str_from(key));
    return pair ? pair->value : NULL;
}

struct str text_shown(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    text = str_trim(text);
    size_t at = 0;
    for (int i = 0; at < text.len && i < SHOWN_CHARACTERS; i++) {
        uint32_t c = utf8_next(text, &at);
        buf_code_point(&out, c == '\n' || c == '\t' || c == '\r' ? ' ' : c);
    }
    if (at < text.len)
        buf_addz(&out, "\xE2\x80\xA6");
    return out.at ? buf_str(&out) : STR("");
}

struct str node_describe(struct arena *arena, const struct node *node)
{
    if (node_is_absent(node))
        return STR("nothing");
    if (node->kind == NODE_LIST)
        return STR("a list");
    if (node->kind == NODE_MAP)
        return STR("a map");
    return str_format(arena, "the text `" STR_FMT "`", STR_ARG(text_shown(arena, node->text)));
}

/* ---- one tree of nodes laid over another, so that a file need say only what differs ---- */

static const struct pair *find(const struct pair *pairs, size_t count, struct str key)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(pairs[i].key, key))
            return &pairs[i];
    return NULL;
}

/* The pairs of `base` in their order, each as `over` has it, then those that only `over` has. */
static const struct node *overlay_map(struct arena *arena, const struct node *base,
                                      const struct node *over)
{
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, base->count + over->count);
    size_t count = 0;
    for (size_t i = 0; i < base->count; i++) {
        const struct pair *below = &base->pairs[i];
        const struct pair *above = find(over->pairs, over->count, below->key);
        pairs[count] = above ? *above : *below;
        if (above)
            pairs[count].value = node_overlay(arena, below->value, above->value);
        count++;
    }
    for (size_t i = 0; i < over->count; i++)
        if (!find(base->pairs, base->count, over->pairs[i].key))
            pairs[count++] = over->pairs[i];
    struct node *node = ARENA_NEW(arena, struct node);
    *node = *over;
    node->pairs = pairs;
    node->count = count;
    return node;
}

/* Calls itself through overlay_map, no deeper than the nodes are nested. */
const struct node *node_overlay(struct arena *arena, const struct node *base,
                                const struct node *over)
{
    bool maps = base->kind == NODE_MAP && over->kind == NODE_MAP;
    return maps ? overlay_map(arena, base, over) : over;
}

static bool equal_maps(const struct node *a, const struct node *b)
{
    for (size_t i = 0; i < a->count; i++) {
        const struct pair *other = find(b->pairs, b->count, a->pairs[i].key);
        if (!other || !node_equal(a->pairs[i].value, other->value))
            return false;
    }
    return true;
}

/* Calls itself, no deeper than the nodes are nested. */
bool node_equal(const struct node *a, const struct node *b)
{
    if (a->kind != b->kind || a->count != b->count)
        return false;
    if (a->kind == NODE_MAP)
        return equal_maps(a, b);
    for (size_t i = 0; a->kind == NODE_LIST && i < a->count; i++)
        if (!node_equal(a->items[i], b->items[i]))
            return false;
    return a->kind == NODE_LIST ||
           (str_equal(a->text, b->text) && node_is_absent(a) == node_is_absent(b));
}
