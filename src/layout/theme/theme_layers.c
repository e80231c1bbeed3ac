/* Lays a theme over that of a template. A family of fonts takes the place of the template's files.
 */
#include "layout/theme/theme_file.h"

static bool says(const struct node *map, const char *key)
{
    const struct node *value = node_get(map, key);
    return value && !node_is_absent(value);
}

/* Does a family above take the place of what the template's fonts say under `key`? */
static bool is_replaced(struct str key, const struct node *over)
{
    if (str_is(key, "heading") || str_is(key, "heading_family"))
        return says(over, "family") || says(over, "heading_family");
    return says(over, "family") && record_field(&theme_fonts_table, key) &&
           !str_is(key, "fallback");
}

/* The template's fonts without what is replaced. */
static const struct node *kept_fonts(struct arena *arena, const struct node *fonts,
                                     const struct node *over)
{
    struct node *kept = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, fonts->count);
    *kept = *fonts;
    kept->pairs = pairs;
    kept->count = 0;
    for (size_t i = 0; i < fonts->count; i++)
        if (!is_replaced(fonts->pairs[i].key, over))
            pairs[kept->count++] = fonts->pairs[i];
    return kept;
}

static const struct node *with_fonts(struct arena *arena, const struct node *theme,
                                     const struct node *fonts)
{
    struct node *copy = ARENA_NEW(arena, struct node);
    struct pair *pairs = ARENA_ARRAY(arena, struct pair, theme->count);
    *copy = *theme;
    copy->pairs = pairs;
    for (size_t i = 0; i < theme->count; i++) {
        pairs[i] = theme->pairs[i];
        if (str_is(pairs[i].key, "fonts"))
            pairs[i].value = fonts;
    }
    return copy;
}

const struct node *theme_lay_over(struct arena *arena, const struct node *base,
                                  const struct node *over)
{
    const struct node *below = node_get(base, "fonts"), *above = node_get(over, "fonts");
    if (below && below->kind == NODE_MAP)
        base = with_fonts(arena, base, kept_fonts(arena, below, above));
    return node_overlay(arena, base, over);
}
