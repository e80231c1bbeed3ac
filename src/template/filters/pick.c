/* Filters that choose: default, map, select, reject, selectattr, rejectattr. */
#include "template/filter.h"
#include "template/template_codes.h"

static const struct value failure = {.kind = VALUE_FAULT};

/* ---- default ---- */

/* Is there an argument `boolean`, which may be true? */
static bool replaces_falsehood(const struct checked_call *call)
{
    return call->call->arguments[1] != NULL;
}

static struct type check_default(struct checked_call *call)
{
    struct checker *checker = call->checker;
    static const struct value empty = {.kind = VALUE_TEXT, .text = {"", 0}};
    struct type value = call->subject;
    struct type otherwise = call->call->arguments[0] ? call->arguments[0] : type_literal(&empty);
    bool needed = !type_is_given(&value) || replaces_falsehood(call);
    value.absence = NULL;
    value.silent = false;
    if (replaces_falsehood(call)) {
        check_truth(checker, call->arguments[1], call->call->arguments[1]->span);
        check_truth(checker, value, call->call->span);
    }
    if (needed)
        return type_join(checker->arena, value, otherwise);
    return value;
}

static struct value run_default(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    bool replace = subject->kind == VALUE_UNDEFINED;
    if (!replace && argument_truth(invocation, 1))
        replace = !value_truth(invocation->rendering, subject, invocation->span);
    if (!replace)
        return *subject;
    return invocation->given[0] ? invocation->arguments[0] : value_text(STR(""));
}

const struct builtin filter_default = {
    .name = "default",
    .doc = "another value where this one is not given: default(\"not known\")",
    .parameters = {{"default_value", false}, {"boolean", false}},
    .check = check_default,
    .run = run_default,
};

const struct builtin filter_d = {
    .name = "d",
    .doc = "the same as default",
    .parameters = {{"default_value", false}, {"boolean", false}},
    .check = check_default,
    .run = run_default,
};

/* ---- map ---- */

static struct type list_of_keys(struct checked_call *call, struct type item, bool stream)
{
    struct type type = type_list(call->checker->arena, item);
    type.list.stream = stream;
    type.filled = call->subject.filled;
    return type;
}

static struct type check_map(struct checked_call *call)
{
    const struct call *inner = call->call->inner;
    if (!call_takes_list(call))
        return type_unknown();
    if (inner)
        return list_of_keys(call, check_call(call->checker, inner, *call->subject.list.item), true);
    if (call->call->arguments[0])
        return list_of_keys(call, call_key_or(call, 0, 1), true);
    check_fail(call->checker, &E313, call->call->span, "`map` needs a field or a filter");
    return check_hint(call->checker, "write map(attribute=\"name\") or map(\"upper\")");
}

static bool can_map(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    if (invocation->inner)
        return true;
    if (invocation->given[0])
        return default_fits(invocation, 0, 1);
    render_fail(rendering, &E313, invocation->span, "`map` needs a field or a filter");
    render_hint(rendering, "write map(attribute=\"name\") or map(\"upper\")");
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

static struct value run_map(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    if (!list || !can_map(invocation))
        return failure;
    struct value *items = ARENA_ARRAY(rendering->arena, struct value, list->count);
    for (size_t i = 0; i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        items[i] = map_item(invocation, &item);
    }
    return rendering->failed ? failure : list_of(invocation, items, list->count, true);
}

const struct builtin filter_map = {
    .name = "map",
    .doc = "a field of each item, or a filter on each: map(attribute=\"name\")",
    .parameters = {{"attribute", false}, {"default", false}},
    .stream = true,
    .inner = INNER_FILTER,
    .check = check_map,
    .run = run_map,
};

/* ---- select, reject ---- */

static void check_picked(struct checked_call *call, struct type key)
{
    if (call->call->inner)
        check_call(call->checker, call->call->inner, key);
    else
        check_truth(call->checker, key, call->call->span);
}

static struct type picked(const struct checked_call *call)
{
    struct type type = call_same_items(call, true);
    type.filled = false;
    return type;
}

static struct type check_select(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    check_picked(call, *call->subject.list.item);
    return picked(call);
}

/* Does the item, or the field of it that was asked for, pass the test? Without one: is it true? */
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

static struct value run_select(struct invocation *invocation)
{
    return pick(invocation, true);
}

const struct builtin filter_select = {
    .name = "select",
    .doc = "the items that pass a test: select(\"odd\")",
    .stream = true,
    .inner = INNER_TEST,
    .check = check_select,
    .run = run_select,
};

static struct value run_reject(struct invocation *invocation)
{
    return pick(invocation, false);
}

const struct builtin filter_reject = {
    .name = "reject",
    .doc = "the items that fail a test: reject(\"odd\")",
    .stream = true,
    .inner = INNER_TEST,
    .check = check_select,
    .run = run_reject,
};

/* ---- by a field ---- */

/* Is what passes certain to have the field? */
static bool asks_for_field(const struct call *call, enum builtin_role asked)
{
    return call->inner && call->inner->builtin->role == asked;
}

static struct type pick_by_field(struct checked_call *call, enum builtin_role asked)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 0);
    check_picked(call, key);
    struct type type = picked(call);
    if (asks_for_field(call->call, asked) && call->arguments[0].text.literal.at) {
        struct given *given = ARENA_NEW(call->checker->arena, struct given);
        *given = (struct given){call->arguments[0].text.literal, type.list.given};
        type.list.given = given;
    }
    return type;
}

static struct type check_selectattr(struct checked_call *call)
{
    return pick_by_field(call, ROLE_ASKS_GIVEN);
}

const struct builtin filter_selectattr = {
    .name = "selectattr",
    .doc = "the items with a field that passes a test",
    .parameters = {{POSITIONAL, true}},
    .stream = true,
    .inner = INNER_TEST,
    .check = check_selectattr,
    .run = run_select,
};

static struct type check_rejectattr(struct checked_call *call)
{
    return pick_by_field(call, ROLE_ASKS_ABSENT);
}

const struct builtin filter_rejectattr = {
    .name = "rejectattr",
    .doc = "the items with a field that fails a test",
    .parameters = {{POSITIONAL, true}},
    .stream = true,
    .inner = INNER_TEST,
    .check = check_rejectattr,
    .run = run_reject,
};
