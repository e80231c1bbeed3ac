/* Filters that make pairs and groups of items: groupby, batch, items. */
#include "template/sorting.h"

static const struct value failure = {.kind = VALUE_FAULT};

static struct value shaped(struct invocation *invocation, const struct value *values, size_t count,
                           enum list_shape shape)
{
    struct value list = list_of(invocation, values, count, false);
    struct list_value *kept = ARENA_NEW(invocation->rendering->arena, struct list_value);
    *kept = *list.list;
    kept->shape = shape;
    return value_list(kept);
}

/* ---- groupby(attribute, default, case_sensitive) ---- */

enum { GROUP_ATTRIBUTE, GROUP_DEFAULT, GROUP_EXACT };

static bool check_default(struct invocation *invocation)
{
    const struct value *path = &invocation->arguments[GROUP_ATTRIBUTE];
    bool dotted = path->kind == VALUE_TEXT && str_find(path->text, '.', 0) < path->text.len;
    if (!dotted || !invocation->given[GROUP_DEFAULT])
        return true;
    render_fail(invocation->rendering, E313, invocation->span,
                "`default` works with a single field only");
    return false;
}

/* What stands for a field that is not there; NULL when nothing does. */
static const struct value *group_default(const struct invocation *invocation)
{
    const struct value *other = &invocation->arguments[GROUP_DEFAULT];
    return invocation->given[GROUP_DEFAULT] && other->kind != VALUE_NONE ? other : NULL;
}

static struct sorted *sorted_items(struct invocation *invocation, const struct list_value *list)
{
    struct rendering *rendering = invocation->rendering;
    struct sort_by by = {GROUP_ATTRIBUTE, argument_truth(invocation, GROUP_EXACT),
                         group_default(invocation)};
    struct sorted *items = ARENA_ARRAY(rendering->arena, struct sorted, list->count);
    for (size_t i = 0; i < list->count && !rendering->failed; i++) {
        items[i].item = list_item(list, i);
        items[i].key = sort_key(invocation, &items[i].item, &by);
    }
    return sort_by_keys(invocation, items, list->count, false);
}

/* The group of `count` items that begins here; it is called as its first item is. */
static struct value make_group(struct invocation *invocation, const struct sorted *items,
                               size_t count)
{
    struct arena *arena = invocation->rendering->arena;
    struct value *members = ARENA_ARRAY(arena, struct value, count);
    struct value *parts = ARENA_ARRAY(arena, struct value, 2);
    for (size_t i = 0; i < count; i++)
        members[i] = items[i].item;
    parts[0] = argument_path(invocation, GROUP_ATTRIBUTE, &items[0].item);
    if (parts[0].kind == VALUE_UNDEFINED && group_default(invocation))
        parts[0] = *group_default(invocation);
    parts[1] = list_of(invocation, members, count, false);
    return shaped(invocation, parts, 2, SHAPE_GROUP);
}

struct value filter_groupby(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list || !check_default(invocation))
        return failure;
    const struct sorted *items = sorted_items(invocation, list);
    struct value *groups = ARENA_ARRAY(rendering->arena, struct value, list->count);
    size_t count = 0;
    for (size_t start = 0, end; start < list->count && !rendering->failed; start = end) {
        for (end = start + 1; end < list->count && render_spend(rendering, 1); end++)
            if (values_compare(rendering, &items[start].key, &items[end].key, invocation->span))
                break;
        groups[count++] = make_group(invocation, items + start, end - start);
    }
    return rendering->failed ? failure : list_of(invocation, groups, count, false);
}

/* ---- batch(linecount, fill_with) ---- */

static struct value make_row(struct invocation *invocation, const struct list_value *list,
                             size_t start, size_t size)
{
    struct value *cells = ARENA_ARRAY(invocation->rendering->arena, struct value, size);
    bool fill = invocation->given[1] && invocation->arguments[1].kind != VALUE_NONE;
    size_t count = 0;
    for (; count < size && start + count < list->count; count++)
        cells[count] = list_item(list, start + count);
    while (fill && count < size)
        cells[count++] = invocation->arguments[1];
    return list_of(invocation, cells, count, false);
}

struct value filter_batch(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    int64_t wanted = argument_whole(invocation, 0, 1);
    if (!list || rendering->failed)
        return failure;
    if (wanted < 1)
        return render_fail(rendering, E313, invocation->span, "a row needs at least 1 item");
    if (invocation->given[1] &&
        !value_usable(rendering, &invocation->arguments[1], invocation->span))
        return failure;
    bool fill = invocation->given[1];
    size_t size = fill || (uint64_t)wanted < list->count ? (size_t)wanted : list->count + 1;
    if (!render_spend(rendering, size))
        return failure;
    struct value *rows = ARENA_ARRAY(rendering->arena, struct value, list->count);
    size_t count = 0;
    for (size_t start = 0; start < list->count; start += size)
        rows[count++] = make_row(invocation, list, start, size);
    return list_of(invocation, rows, count, true);
}

/* ---- items ---- */

struct value filter_items(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    if (!value_usable(rendering, subject, invocation->span))
        return failure;
    if (subject->kind != VALUE_MAP) {
        struct str kind = value_describe(rendering->arena, subject);
        return render_fail(rendering, E314, invocation->span, "`items` needs a map, not " STR_FMT,
                           STR_ARG(kind));
    }
    const struct map_value *map = subject->map;
    if (!render_spend(rendering, map->count))
        return failure;
    struct value *pairs = ARENA_ARRAY(rendering->arena, struct value, map->count);
    for (size_t i = 0; i < map->count; i++) {
        struct value *parts = ARENA_ARRAY(rendering->arena, struct value, 2);
        parts[0] = value_text(map->entries[i].key);
        parts[1] = map->entries[i].value;
        pairs[i] = shaped(invocation, parts, 2, SHAPE_TUPLE);
    }
    return list_of(invocation, pairs, map->count, true);
}
