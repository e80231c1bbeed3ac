/* Filters on lists: length, join, first, last, reverse, list, unique. */
#include "base/utf8.h"
#include "template/filter.h"

static const struct value failure = {.kind = VALUE_FAULT};

/* Refuses what Jinja would give as a generator, where a generator will not do. */
static const struct list_value *counted_list(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list || !list->stream)
        return list;
    render_fail(invocation->rendering, E314, invocation->span, "this list cannot be counted yet");
    render_hint(invocation->rendering, "write | list | %s", invocation->call->builtin->name);
    return NULL;
}

struct value filter_length(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (subject->kind == VALUE_TEXT || subject->kind == VALUE_MARKDOWN)
        return value_whole((int64_t)utf8_count(subject->text, 0, subject->text.len));
    const struct list_value *list = counted_list(invocation);
    return list ? value_whole((int64_t)list->count) : failure;
}

struct value filter_join(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    struct str between = argument_text(invocation, 0, STR(""));
    struct buf out = {.arena = rendering->arena};
    buf_addz(&out, "");
    for (size_t i = 0; list && i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        item = argument_path(invocation, 1, &item);
        struct str text = value_print(rendering, &item, invocation->span);
        if (rendering->failed || !render_spend_text(rendering, out.len / 64 + text.len))
            break;
        if (i > 0)
            buf_add(&out, between);
        buf_add(&out, text);
    }
    render_spend_text(rendering, out.len);
    return value_text(buf_str(&out));
}

static struct value no_item(struct invocation *invocation)
{
    return undefined_value(invocation->rendering, str_from(invocation->call->builtin->name),
                           invocation->span, "the list is empty");
}

struct value filter_first(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    return list->count ? list_item(list, 0) : no_item(invocation);
}

struct value filter_last(struct invocation *invocation)
{
    const struct list_value *list = counted_list(invocation);
    if (!list)
        return failure;
    return list->count ? list_item(list, list->count - 1) : no_item(invocation);
}

/* All items, in order or from the end, as values of their own. */
static struct value *items_of(struct invocation *invocation, const struct list_value *list,
                              bool backwards)
{
    struct value *items = ARENA_ARRAY(invocation->rendering->arena, struct value, list->count);
    for (size_t i = 0; i < list->count; i++)
        items[backwards ? list->count - 1 - i : i] = list_item(list, i);
    return items;
}

struct value filter_reverse(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    return list_of(invocation, items_of(invocation, list, true), list->count, !list->stream);
}

struct value filter_list(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    if (!list->stream && list->shape == SHAPE_LIST)
        return value_list(list);
    return list_of(invocation, items_of(invocation, list, false), list->count, false);
}

/* ---- unique ---- */

/* What tells one item from another: small letters unless asked otherwise. */
static struct value unique_key(struct invocation *invocation, const struct value *item, bool exact)
{
    struct rendering *rendering = invocation->rendering;
    struct value key = argument_path(invocation, 1, item);
    if (rendering->failed || !value_usable(rendering, &key, invocation->span))
        return failure;
    if (key.kind == VALUE_LIST || key.kind == VALUE_RECORD || key.kind == VALUE_MAP)
        return render_fail(rendering, E314, invocation->span, "`unique` needs plain values");
    if (key.kind == VALUE_TEXT && !exact)
        key.text = text_case(rendering, key.text, CASE_LOWER, invocation->span);
    return key;
}

static bool seen(struct invocation *invocation, const struct value *keys, size_t count,
                 const struct value *key)
{
    for (size_t i = 0; i < count && render_spend(invocation->rendering, 1); i++)
        if (values_equal(invocation->rendering, &keys[i], key, invocation->span))
            return true;
    return false;
}

struct value filter_unique(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    bool exact = argument_truth(invocation, 0);
    if (!list || rendering->failed)
        return failure;
    struct value *items = ARENA_ARRAY(rendering->arena, struct value, list->count);
    struct value *keys = ARENA_ARRAY(rendering->arena, struct value, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count && !rendering->failed; i++) {
        items[count] = list_item(list, i);
        keys[count] = unique_key(invocation, &items[count], exact);
        if (!rendering->failed && !seen(invocation, keys, count, &keys[count]))
            count++;
    }
    return list_of(invocation, items, count, true);
}
