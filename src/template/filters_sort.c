/* Filters that put a list in order: sort (stable, as Python's), min, max. */
#include "template/sorting.h"

static const struct value failure = {.kind = VALUE_FAULT};

struct order {
    struct invocation *invocation;
    int sign; /* -1: from the greatest */
};

struct value sort_key(struct invocation *invocation, const struct value *item,
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

struct sorted *sort_by_keys(struct invocation *invocation, struct sorted *items, size_t count,
                            bool reverse)
{
    struct order order = {invocation, reverse ? -1 : 1};
    struct sorted *spare = ARENA_ARRAY(invocation->rendering->arena, struct sorted, count);
    return merge_sort(&order, items, spare, count);
}

/* Jinja sorts by several fields when there are commas between them. */
static bool one_field(struct invocation *invocation, size_t attribute)
{
    const struct value *path = &invocation->arguments[attribute];
    if (path->kind != VALUE_TEXT || str_find(path->text, ',', 0) == path->text.len)
        return true;
    render_fail(invocation->rendering, E313, invocation->span, "a list is sorted by one field");
    render_hint(invocation->rendering, "sort twice, by the more important field last");
    return false;
}

struct value filter_sort(struct invocation *invocation)
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

/* The first of the least (sign 1) or the greatest (sign -1). */
static struct value extreme(struct invocation *invocation, int sign)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    if (list->count == 0)
        return undefined_value(rendering, str_from(invocation->call->builtin->name),
                               invocation->span, "the list is empty");
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

struct value filter_min(struct invocation *invocation)
{
    return extreme(invocation, 1);
}

struct value filter_max(struct invocation *invocation)
{
    return extreme(invocation, -1);
}
