/* Filters that apply a field, a filter or a test to each item: map, select, reject and -attr. */
#include "template/filter.h"

static const struct value failure = {.kind = VALUE_FAULT};

/* ---- map ---- */

static bool check_map(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    if (invocation->inner)
        return true;
    if (!invocation->given[0]) {
        render_fail(rendering, E313, invocation->span, "`map` needs a field or a filter");
        render_hint(rendering, "write map(attribute=\"name\") or map(\"upper\")");
        return false;
    }
    const struct value *path = &invocation->arguments[0];
    bool dotted = path->kind == VALUE_TEXT && str_find(path->text, '.', 0) < path->text.len;
    if (!dotted || !invocation->given[1])
        return true;
    render_fail(rendering, E313, invocation->span, "`default` works with a single field only");
    return false;
}

static struct value map_item(struct invocation *invocation, const struct value *item)
{
    if (invocation->inner) {
        invocation->inner->subject = *item;
        return invocation->inner->call->builtin->run(invocation->inner);
    }
    struct value value = argument_path(invocation, 0, item);
    bool absent = value.kind == VALUE_UNDEFINED && invocation->given[1] &&
                  invocation->arguments[1].kind != VALUE_NONE;
    return absent ? invocation->arguments[1] : value;
}

struct value filter_map(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list || !check_map(invocation))
        return failure;
    struct value *items = ARENA_ARRAY(rendering->arena, struct value, list->count);
    for (size_t i = 0; i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        items[i] = map_item(invocation, &item);
    }
    return rendering->failed ? failure : list_of(invocation, items, list->count, true);
}

/* ---- select ---- */

/* Does the item, or the field of it that is asked for, pass the test; without one, is it true? */
static bool passes(struct invocation *invocation, const struct value *item)
{
    struct value value = argument_path(invocation, 0, item);
    if (invocation->rendering->failed)
        return false;
    if (!invocation->inner)
        return value_truth(invocation->rendering, &value, invocation->span);
    invocation->inner->subject = value;
    if (value.kind == VALUE_FAULT)
        invocation->rendering->failed = true;
    return invocation->inner->call->builtin->run(invocation->inner).truth;
}

static struct value pick(struct invocation *invocation, bool wanted)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    struct value *items = ARENA_ARRAY(rendering->arena, struct value, list->count);
    size_t count = 0;
    for (size_t i = 0; i < list->count && !rendering->failed; i++) {
        items[count] = list_item(list, i);
        bool passed = passes(invocation, &items[count]);
        count += !rendering->failed && passed == wanted;
    }
    return rendering->failed ? failure : list_of(invocation, items, count, true);
}

struct value filter_select(struct invocation *invocation)
{
    return pick(invocation, true);
}

struct value filter_reject(struct invocation *invocation)
{
    return pick(invocation, false);
}

struct value filter_selectattr(struct invocation *invocation)
{
    return pick(invocation, true);
}

struct value filter_rejectattr(struct invocation *invocation)
{
    return pick(invocation, false);
}
