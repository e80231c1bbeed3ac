/* Questions to a tree of nodes. */
#include "data/yaml/node.h"

#include "base/utf8.h"

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
