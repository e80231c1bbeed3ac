/* Filters on lists: length, join, words, first, last, reverse, list, unique. */
#include "template/filter.h"
#include "template/template_codes.h"

#include "base/limits.h"
#include "base/utf8.h"

static const struct value failure = {.kind = VALUE_FAULT};

/* Refuses what Jinja would give as a generator, where a generator will not do. */
static const struct list_value *counted_list(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list || !list->stream)
        return list;
    render_fail(invocation->rendering, &E314, invocation->span, "this list cannot be counted yet");
    render_hint(invocation->rendering, "write | list | %s", invocation->call->builtin->name);
    return NULL;
}

/* ---- length ---- */

static struct type check_length(struct checked_call *call)
{
    call->subject.silent = false;
    if (call_takes(call, IS_LIST | IS_WORDING, "a list or a text"))
        call_counts(call);
    return type_whole(0, LIMIT_TEMPLATE_OUTPUT);
}

static struct value run_length(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (subject->kind == VALUE_TEXT || subject->kind == VALUE_MARKDOWN)
        return value_whole((int64_t)utf8_count(subject->text, 0, subject->text.len));
    const struct list_value *list = counted_list(invocation);
    return list ? value_whole((int64_t)list->count) : failure;
}

const struct builtin filter_length = {
    .name = "length",
    .doc = "how many items a list has, or characters a text",
    .role = ROLE_COUNTS,
    .check = check_length,
    .run = run_length,
};

const struct builtin filter_count = {
    .name = "count",
    .doc = "the same as length",
    .role = ROLE_COUNTS,
    .check = check_length,
    .run = run_length,
};

/* ---- join; words: a, b and c ---- */

static struct type check_join(struct checked_call *call)
{
    if (call_takes_list(call)) {
        struct type key = call_key(call, 1);
        check_printable(call->checker, key, call->call->span);
    }
    call_text_argument(call, 0);
    return type_plain(IS_TEXT);
}

/* How an item reads in a text: itself or, with the second argument, a field of it. */
static struct str item_text(struct invocation *invocation, const struct list_value *list, size_t i)
{
    struct value item = list_item(list, i);
    item = argument_path(invocation, 1, &item);
    return value_print(invocation->rendering, &item, invocation->span);
}

static struct value run_join(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    struct str between = argument_text(invocation, 0, STR(""));
    struct buf out = {.arena = rendering->arena};
    buf_addz(&out, "");
    for (size_t i = 0; list && i < list->count && !rendering->failed; i++) {
        struct str text = item_text(invocation, list, i);
        if (rendering->failed || !render_spend_text(rendering, out.len / 64 + text.len))
            break;
        if (i > 0)
            buf_add(&out, between);
        buf_add(&out, text);
    }
    render_spend_text(rendering, out.len);
    return value_text(buf_str(&out));
}

const struct builtin filter_join = {
    .name = "join",
    .doc = "the items of a list as one text: join(\", \")",
    .parameters = {{"d", false}, {"attribute", false}},
    .check = check_join,
    .run = run_join,
};

static struct type check_words(struct checked_call *call)
{
    struct type type = check_join(call);
    call_text_argument(call, 2);
    return type;
}

static struct value run_words(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    struct str joiner = argument_text(invocation, 0, STR("and"));
    struct str between = argument_text(invocation, 2, STR(", "));
    struct buf out = {.arena = rendering->arena};
    buf_addz(&out, "");
    for (size_t i = 0; list && i < list->count && !rendering->failed; i++) {
        struct str text = item_text(invocation, list, i);
        if (rendering->failed || !render_spend_text(rendering, text.len))
            return failure;
        if (i > 0 && i + 1 == list->count)
            buf_addf(&out, " " STR_FMT " ", STR_ARG(joiner));
        else if (i > 0)
            buf_add(&out, between);
        buf_add(&out, text);
    }
    return render_spend_text(rendering, out.len) ? value_text(buf_str(&out)) : failure;
}

const struct builtin filter_words = {
    .name = "words",
    .doc = "a list as a phrase: a, b and c; words(\"and for\", between=\", for \"): a, for b and "
           "for c",
    .parameters = {{"joiner", false}, {"attribute", false}, {"between", false}},
    .check = check_words,
    .run = run_words,
};

/* ---- first, last ---- */

static struct type check_first(struct checked_call *call)
{
    return call_takes_list(call) ? call_item(call) : type_unknown();
}

static struct value run_first(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    return list->count ? list_item(list, 0) : no_item(invocation);
}

const struct builtin filter_first = {
    .name = "first",
    .doc = "the first item of a list",
    .picks = true,
    .role = ROLE_TAKES_END,
    .check = check_first,
    .run = run_first,
};

static struct type check_last(struct checked_call *call)
{
    return call_takes_list(call) && call_counts(call) ? call_item(call) : type_unknown();
}

static struct value run_last(struct invocation *invocation)
{
    const struct list_value *list = counted_list(invocation);
    if (!list)
        return failure;
    return list->count ? list_item(list, list->count - 1) : no_item(invocation);
}

const struct builtin filter_last = {
    .name = "last",
    .doc = "the last item of a list",
    .picks = true,
    .role = ROLE_TAKES_END,
    .check = check_last,
    .run = run_last,
};

/* ---- reverse, list ---- */

/* All items, in order or from the end, as values of their own. */
static struct value *items_of(struct invocation *invocation, const struct list_value *list,
                              bool backwards)
{
    struct value *items = ARENA_ARRAY(invocation->rendering->arena, struct value, list->count);
    for (size_t i = 0; i < list->count; i++)
        items[backwards ? list->count - 1 - i : i] = list_item(list, i);
    return items;
}

static struct type check_reverse(struct checked_call *call)
{
    return call_takes_list(call) ? call_same_items(call, !call->subject.list.stream)
                                 : type_unknown();
}

static struct value run_reverse(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    return list_of(invocation, items_of(invocation, list, true), list->count, !list->stream);
}

const struct builtin filter_reverse = {
    .name = "reverse",
    .doc = "a list from its end",
    .stream = true,
    .check = check_reverse,
    .run = run_reverse,
};

static struct type check_list(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type type = call_same_items(call, false);
    type.list.citable = call->subject.list.citable;
    return type;
}

static struct value run_list(struct invocation *invocation)
{
    const struct list_value *list = subject_list(invocation);
    if (!list)
        return failure;
    if (!list->stream && list->shape == SHAPE_LIST)
        return value_list(list);
    return list_of(invocation, items_of(invocation, list, false), list->count, false);
}

const struct builtin filter_list = {
    .name = "list",
    .doc = "a list that can be counted and used several times",
    .check = check_list,
    .run = run_list,
};

/* ---- unique ---- */

static struct type check_unique(struct checked_call *call)
{
    if (!call_takes_list(call))
        return type_unknown();
    struct type key = call_key(call, 1);
    call_truth_argument(call, 0);
    if (key.kinds & (IS_LIST | IS_RECORD))
        check_fail(call->checker, &E314, call->call->span, "`unique` needs plain values");
    else
        check_equal(call->checker, key, key, call->call->span);
    return call_same_items(call, true);
}

/* What tells items apart: not letter case, unless asked for. */
static struct value unique_key(struct invocation *invocation, const struct value *item, bool exact)
{
    struct rendering *rendering = invocation->rendering;
    struct value key = argument_path(invocation, 1, item);
    if (rendering->failed || !value_usable(rendering, &key, invocation->span))
        return failure;
    if (key.kind == VALUE_LIST || key.kind == VALUE_RECORD || key.kind == VALUE_MAP)
        return render_fail(rendering, &E314, invocation->span, "`unique` needs plain values");
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

static struct value run_unique(struct invocation *invocation)
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

const struct builtin filter_unique = {
    .name = "unique",
    .doc = "each value once",
    .parameters = {{"case_sensitive", false}, {"attribute", false}},
    .stream = true,
    .check = check_unique,
    .run = run_unique,
};
