/* Rules of the filters on lists: what each needs of the items, and which list it gives. */
#include "base/limits.h"
#include "template/check.h"

/* The same items as a new list. */
static struct type same_items(const struct checked_call *call, bool stream)
{
    struct type type = call->subject;
    type.stream = stream;
    type.citable = false;
    type.path = STR_NONE;
    type.parts = NULL;
    type.part_count = 0;
    type.group = false;
    return type;
}

static struct type list_of_keys(struct checked_call *call, struct type item, bool stream)
{
    struct type type = type_list(call->checker->arena, item);
    type.stream = stream;
    type.filled = call->subject.filled;
    return type;
}

struct type rule_length(struct checked_call *call)
{
    call->subject.silent = false;
    if (call_takes(call, IS_LIST | IS_WORDING, "a list or a text"))
        call_counts(call);
    return type_whole(0, LIMIT_TEMPLATE_OUTPUT);
}

/* ---- lists as texts ---- */

static struct type joined(struct checked_call *call)
{
    if (call_takes_list(call)) {
        struct type key = call_key(call, 1);
        check_printable(call->checker, key, call->call->span);
    }
    call_text_argument(call, 0);
    return type_plain(IS_TEXT);
}

struct type rule_join(struct checked_call *call)
{
    return joined(call);
}

struct type rule_words(struct checked_call *call)
{
    return joined(call);
}

/* ---- single items ---- */

static struct type item_of(struct checked_call *call)
{
    struct type item = *call->subject.item;
    item.path = STR_NONE;
    if (call->subject.filled)
        return item;
    struct absence *absence = ARENA_NEW(call->checker->arena, struct absence);
    *absence = (struct absence){str_from(call->call->builtin->name), call->call->span, NULL,
                                "the list may be empty"};
    item.absence = absence;
    return item;
}

struct type rule_first(struct checked_call *call)
{
    return call_takes_list(call) ? item_of(call) : type_unknown();
}

struct type rule_last(struct checked_call *call)
{
    return call_takes_list(call) && call_counts(call) ? item_of(call) : type_unknown();
}

struct type rule_extreme(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 1);
    call_truth_argument(call, 0);
    check_sortable(call->checker, key, call->call->span);
    return item_of(call);
}

/* ---- the same items in another order, or fewer ---- */

struct type rule_reverse(struct checked_call *call)
{
    return call_takes_list(call) ? same_items(call, !call->subject.stream) : type_unknown();
}

struct type rule_list(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type type = same_items(call, false);
    type.citable = call->subject.citable;
    return type;
}

struct type rule_sort(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    call_flag_argument(call, 0);
    call_truth_argument(call, 1);
    check_sortable(call->checker, call_key(call, 2), call->call->span);
    return same_items(call, false);
}

struct type rule_unique(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 1);
    call_truth_argument(call, 0);
    if (key.kinds & (IS_LIST | IS_RECORD))
        check_fail(call->checker, E314, call->call->span, "`unique` needs plain values");
    else
        check_equal(call->checker, key, key, call->call->span);
    return same_items(call, true);
}

/* ---- sums ---- */

struct type rule_sum(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 0);
    struct type start = call->call->arguments[1] ? call->arguments[1] : type_whole(0, 0);
    struct operation times = {OPERATOR_MULTIPLY, call->call->span};
    struct operation plus = {OPERATOR_ADD, call->call->span};
    if (!check_present(call->checker, &key, call->call->span) || type_is_unknown(&key))
        return type_unknown();
    if (key.kinds != IS_WHOLE || start.kinds != IS_WHOLE) {
        struct str kind = type_describe(call->checker->arena, &key);
        return check_fail(call->checker, E314, call->call->span,
                          "`sum` needs whole numbers, not " STR_FMT, STR_ARG(kind));
    }
    struct type all = check_arithmetic(call->checker, times, key, type_whole(0, LIMIT_YAML_NODES));
    return type_is_unknown(&all) ? all : check_arithmetic(call->checker, plus, start, all);
}

/* ---- a field, a filter or a test on each item ---- */

static struct type map_fields(struct checked_call *call)
{
    struct str path = call->arguments[0].literal;
    struct type key = call_key(call, 0);
    if (!call->call->arguments[1])
        return key;
    if (path.at && str_find(path, '.', 0) < path.len)
        return check_fail(call->checker, E313, call->call->span,
                          "`default` works with a single field only");
    bool absent = key.absence;
    key.absence = NULL;
    return absent ? type_join(call->checker->arena, key, call->arguments[1]) : key;
}

struct type rule_map(struct checked_call *call)
{
    const struct call *inner = call->call->inner;
    if (!call_takes_list(call))
        return type_unknown();
    if (inner)
        return list_of_keys(call, check_call(call->checker, inner, *call->subject.item), true);
    if (call->call->arguments[0])
        return list_of_keys(call, map_fields(call), true);
    check_fail(call->checker, E313, call->call->span, "`map` needs a field or a filter");
    return check_hint(call->checker, "write map(attribute=\"name\") or map(\"upper\")");
}

static void check_picked(struct checked_call *call, struct type key)
{
    if (call->call->inner)
        check_call(call->checker, call->call->inner, key);
    else
        check_truth(call->checker, key, call->call->span);
}

static struct type picked(const struct checked_call *call)
{
    struct type type = same_items(call, true);
    type.filled = false;
    return type;
}

struct type rule_select(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    check_picked(call, *call->subject.item);
    return picked(call);
}

/* Does what passes have the field for certain? */
static bool asks_for_field(const struct call *call)
{
    if (!call->inner)
        return false;
    bool selects = call->builtin->run == filter_selectattr;
    builtin_function *asked = selects ? test_defined : test_undefined;
    return call->inner->builtin->run == asked;
}

struct type rule_selectattr(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 0);
    check_picked(call, key);
    struct type type = picked(call);
    if (asks_for_field(call->call) && call->arguments[0].literal.at) {
        struct given *given = ARENA_NEW(call->checker->arena, struct given);
        *given = (struct given){call->arguments[0].literal, type.given};
        type.given = given;
    }
    return type;
}
