/* Filters that put a list in order or into groups: sort, min, max, groupby, batch, items. */
#include "template/filter.h"
#include "template/template_codes.h"

static const struct value failure = {.kind = VALUE_FAULT};

struct sorted {
    struct value key, item;
};

/* Which arguments say what an item is ordered by. */
struct sort_by {
    size_t attribute;          /* the path of its field */
    bool exact;                /* capital letters make a difference */
    const struct value *other; /* stands for a field that is not there; NULL: nothing does */
};

static struct value sort_key(struct invocation *invocation, const struct value *item,
                             const struct sort_by *by)
{
    struct rendering *rendering = invocation->rendering;
    struct value key = argument_path(invocation, by->attribute, item);
    if (key.kind == VALUE_UNDEFINED && by->other)
        key = *by->other;
    bool text = key.kind == VALUE_TEXT || key.kind == VALUE_MARKDOWN;
    if (!text || rendering->failed)
        return key;
    key.kind = VALUE_TEXT;
    if (!by->exact)
        key.text = text_case(rendering, key.text, CASE_LOWER, invocation->span);
    return key;
}

struct order {
    struct invocation *invocation;
    int sign; /* -1: from the greatest */
};

static bool comes_first(const struct order *order, const struct sorted *a, const struct sorted *b)
{
    struct rendering *rendering = order->invocation->rendering;
    if (!render_spend(rendering, 1) || rendering->failed)
        return true;
    return order->sign * values_compare(rendering, &a->key, &b->key, order->invocation->span) <= 0;
}

/* Merges two sorted runs, [start, middle) and [middle, end), into `to`. */
static void merge(const struct order *order, const struct sorted *from, struct sorted *to,
                  size_t start, size_t middle, size_t end)
{
    size_t left = start, right = middle;
    for (size_t at = start; at < end; at++) {
        bool take_left =
            left < middle && (right >= end || comes_first(order, &from[left], &from[right]));
        to[at] = take_left ? from[left++] : from[right++];
    }
}

/* Merge sort from the bottom up; returns where the result is: `items` or `spare`. */
static struct sorted *merge_sort(const struct order *order, struct sorted *items,
                                 struct sorted *spare, size_t count)
{
    for (size_t width = 1; width < count; width *= 2) {
        for (size_t start = 0; start < count; start += 2 * width) {
            size_t middle = start + width < count ? start + width : count;
            size_t end = start + 2 * width < count ? start + 2 * width : count;
            merge(order, items, spare, start, middle, end);
        }
        struct sorted *swap = items;
        items = spare;
        spare = swap;
    }
    return items;
}

/* Stable; the result takes the place of `items`. Fails for keys without an order. */
static struct sorted *sort_by_keys(struct invocation *invocation, struct sorted *items,
                                   size_t count, bool reverse)
{
    struct order order = {invocation, reverse ? -1 : 1};
    struct sorted *spare = ARENA_ARRAY(invocation->rendering->arena, struct sorted, count);
    return merge_sort(&order, items, spare, count);
}

/* ---- sort ---- */

static struct type check_sort(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    call_flag_argument(call, 0);
    call_truth_argument(call, 1);
    check_sortable(call->checker, call_key(call, 2), call->call->span);
    return call_same_items(call, false);
}

/* Jinja sorts by several fields when there are commas between them. */
static bool one_field(struct invocation *invocation, size_t attribute)
{
    const struct value *path = &invocation->arguments[attribute];
    if (path->kind != VALUE_TEXT || str_find(path->text, ',', 0) == path->text.len)
        return true;
    render_fail(invocation->rendering, &E313, invocation->span, "a list is sorted by one field");
    render_hint(invocation->rendering, "sort twice, by the more important field last");
    return false;
}

static struct value run_sort(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    bool reverse = argument_flag(invocation, 0);
    struct sort_by by = {.attribute = 2, .exact = argument_truth(invocation, 1)};
    if (!list || rendering->failed || (invocation->given[2] && !one_field(invocation, 2)))
        return failure;
    struct sorted *items = ARENA_ARRAY(rendering->arena, struct sorted, list->count);
    struct value *values = ARENA_ARRAY(rendering->arena, struct value, list->count);
    for (size_t i = 0; i < list->count && !rendering->failed; i++) {
        items[i].item = list_item(list, i);
        items[i].key = sort_key(invocation, &items[i].item, &by);
    }
    items = sort_by_keys(invocation, items, list->count, reverse);
    for (size_t i = 0; i < list->count; i++)
        values[i] = items[i].item;
    return list_of(invocation, values, list->count, false);
}

const struct builtin filter_sort = {
    .name = "sort",
    .doc = "in order, small and capital letters alike: sort(attribute=\"published\")",
    .parameters = {{"reverse", false}, {"case_sensitive", false}, {"attribute", false}},
    .check = check_sort,
    .run = run_sort,
};

/* ---- min, max ---- */

static struct type check_extreme(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 1);
    call_truth_argument(call, 0);
    check_sortable(call->checker, key, call->call->span);
    return call_item(call);
}

/* The first of the least (sign 1) or the greatest (sign -1). */
static struct value extreme(struct invocation *invocation, int sign)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    if (list->count == 0)
        return no_item(invocation);
    struct sort_by by = {.attribute = 1, .exact = argument_truth(invocation, 0)};
    struct value best = list_item(list, 0);
    struct value best_key = sort_key(invocation, &best, &by);
    for (size_t i = 1; i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        struct value key = sort_key(invocation, &item, &by);
        if (rendering->failed ||
            sign * values_compare(rendering, &key, &best_key, invocation->span) >= 0)
            continue;
        best = item;
        best_key = key;
    }
    return best;
}

static struct value run_min(struct invocation *invocation)
{
    return extreme(invocation, 1);
}

const struct builtin filter_min = {
    .name = "min",
    .doc = "the least item",
    .parameters = {{"case_sensitive", false}, {"attribute", false}},
    .picks = true,
    .check = check_extreme,
    .run = run_min,
};

static struct value run_max(struct invocation *invocation)
{
    return extreme(invocation, -1);
}

const struct builtin filter_max = {
    .name = "max",
    .doc = "the greatest item",
    .parameters = {{"case_sensitive", false}, {"attribute", false}},
    .picks = true,
    .check = check_extreme,
    .run = run_max,
};

/* ---- groupby(attribute, default, case_sensitive) ---- */

enum { GROUP_ATTRIBUTE, GROUP_DEFAULT, GROUP_EXACT };

static struct type check_groupby(struct checked_call *call)
{
    struct arena *arena = call->checker->arena;
    if (!call_takes_list(call))
        return type_unknown();
    struct type *parts = ARENA_ARRAY(arena, struct type, 2);
    /* What they are grouped by: a field of the items, or what stands for it where it is missing. */
    parts[0] = call_key_or(call, 0, 1);
    call_truth_argument(call, 2);
    check_sortable(call->checker, parts[0], call->call->span);
    parts[0].absence = NULL;
    parts[1] = type_list(arena, *call->subject.list.item);
    parts[1].filled = true;
    parts[1].list.given = call->subject.list.given;
    struct type group = type_parts(arena, parts, 2);
    group.list.group = true;
    struct type type = type_list(arena, group);
    type.filled = call->subject.filled;
    return type;
}

static struct value shaped(struct invocation *invocation, const struct value *values, size_t count,
                           enum list_shape shape)
{
    struct value list = list_of(invocation, values, count, false);
    struct list_value *kept = ARENA_NEW(invocation->rendering->arena, struct list_value);
    *kept = *list.list;
    kept->shape = shape;
    return value_list(kept);
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

/* The group of `count` items that begins here, under the key of its first item. */
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

static struct value run_groupby(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list || !default_fits(invocation, GROUP_ATTRIBUTE, GROUP_DEFAULT))
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

const struct builtin filter_groupby = {
    .name = "groupby",
    .doc = "groups of items by a field, each with `grouper` and `list`",
    .parameters = {{"attribute", true}, {"default", false}, {"case_sensitive", false}},
    .check = check_groupby,
    .run = run_groupby,
};

/* ---- batch(linecount, fill_with) ---- */

static struct type check_batch(struct checked_call *call)
{
    struct arena *arena = call->checker->arena;
    struct type size = call->arguments[0], fill = call->arguments[1];
    struct span span = call->call->arguments[0]->span;
    if (!call_takes_list(call))
        return type_unknown();
    if (check_present(call->checker, &size, span) && !type_is_unknown(&size) &&
        (size.kinds != IS_WHOLE || size.number.low < 1))
        return check_fail(call->checker, &E313, span, "a row needs at least 1 item");
    struct type item = *call->subject.list.item;
    if (call->call->arguments[1] && check_present(call->checker, &fill, call->call->span))
        item = type_join(arena, item, fill);
    struct type row = type_list(arena, item);
    row.filled = true;
    struct type type = type_list(arena, row);
    type.list.stream = true;
    type.filled = call->subject.filled;
    return type;
}

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

static struct value run_batch(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    int64_t wanted = argument_whole(invocation, 0, 1);
    if (!list || rendering->failed)
        return failure;
    if (wanted < 1)
        return render_fail(rendering, &E313, invocation->span, "a row needs at least 1 item");
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

const struct builtin filter_batch = {
    .name = "batch",
    .doc = "rows of so many items: batch(3); batch(3, \"\") fills the last row",
    .parameters = {{"linecount", true}, {"fill_with", false}},
    .stream = true,
    .check = check_batch,
    .run = run_batch,
};

/* ---- items ---- */

/* Records are not maps: their fields are known. */
static struct type check_items(struct checked_call *call)
{
    if (type_is_unknown(&call->subject))
        return type_unknown();
    struct str kind = type_describe(call->checker->arena, &call->subject);
    return check_fail(call->checker, &E314, call->call->span, "`items` needs a map, not " STR_FMT,
                      STR_ARG(kind));
}

static struct value run_items(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct value *subject = &invocation->subject;
    if (!value_usable(rendering, subject, invocation->span))
        return failure;
    if (subject->kind != VALUE_MAP) {
        struct str kind = value_describe(rendering->arena, subject);
        return render_fail(rendering, &E314, invocation->span, "`items` needs a map, not " STR_FMT,
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

const struct builtin filter_items = {
    .name = "items",
    .doc = "the keys of a map with their values: {% for key, value in map | items %}",
    .stream = true,
    .check = check_items,
    .run = run_items,
};
