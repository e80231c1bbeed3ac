/* Calls filters and tests: evaluates their arguments and hands these over by kind. */
#include "template/filter.h"

const struct builtin *builtin_find(enum builtin_kind kind, struct str name)
{
    for (const struct builtin *builtin = builtin_table; builtin->name; builtin++)
        if (builtin->kind == kind && str_is(name, builtin->name))
            return builtin;
    return NULL;
}

const char *builtin_nearest(enum builtin_kind kind, struct str name)
{
    const char *names[96];
    size_t count = 0;
    for (const struct builtin *builtin = builtin_table; builtin->name; builtin++)
        if (builtin->kind == kind && count < sizeof names / sizeof *names)
            names[count++] = builtin->name;
    return diag_nearest(name, names, count, sizeof *names);
}

static struct invocation *prepare(struct rendering *rendering, const struct call *call)
{
    struct invocation *invocation = ARENA_NEW(rendering->arena, struct invocation);
    invocation->rendering = rendering;
    invocation->call = call;
    invocation->span = call->span;
    for (size_t i = 0; i < PARAMETERS_MAX && !rendering->failed; i++) {
        if (!call->arguments[i])
            continue;
        invocation->given[i] = true;
        invocation->arguments[i] = evaluate(rendering, call->arguments[i]);
    }
    if (call->inner && !rendering->failed)
        invocation->inner = prepare(rendering, call->inner);
    return invocation;
}

struct value builtin_call(struct rendering *rendering, const struct call *call,
                          struct value subject)
{
    struct invocation *invocation = prepare(rendering, call);
    invocation->subject = subject;
    if (subject.kind == VALUE_FAULT)
        rendering->failed = true;
    if (rendering->failed)
        return (struct value){.kind = VALUE_FAULT};
    struct value result = call->builtin->run(invocation);
    return rendering->failed ? (struct value){.kind = VALUE_FAULT} : result;
}

/* ---- the subject ---- */

static void wrong_subject(struct invocation *invocation, const char *wanted)
{
    struct rendering *rendering = invocation->rendering;
    struct str kind = value_describe(rendering->arena, &invocation->subject);
    render_fail(rendering, E314, invocation->span, "`%s` needs %s, not " STR_FMT,
                invocation->call->builtin->name, wanted, STR_ARG(kind));
}

const struct list_value *subject_list(struct invocation *invocation)
{
    static const struct list_value empty = {.backing = LIST_VALUES};
    const struct value *subject = &invocation->subject;
    if (subject->kind == VALUE_UNDEFINED && !subject->missing)
        return &empty;
    if (!value_usable(invocation->rendering, subject, invocation->span))
        return NULL;
    if (subject->kind == VALUE_MAP && render_spend(invocation->rendering, subject->map->count))
        return map_keys(invocation->rendering->arena, subject->map);
    if (subject->kind != VALUE_LIST)
        wrong_subject(invocation, "a list");
    else if (render_spend(invocation->rendering, subject->list->count))
        return subject->list;
    return NULL;
}

struct str subject_text(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    if (subject->kind == VALUE_MARKDOWN)
        return subject->text;
    struct str text = value_print(invocation->rendering, subject, invocation->span);
    return render_spend_text(invocation->rendering, text.len) && !invocation->rendering->failed
               ? text
               : STR_NONE;
}

/* ---- arguments ---- */

static void wrong_argument(struct invocation *invocation, size_t i, const char *wanted)
{
    struct rendering *rendering = invocation->rendering;
    const struct builtin *builtin = invocation->call->builtin;
    render_fail(rendering, E313, invocation->call->arguments[i]->span,
                "the argument `%s` of `%s` must be %s", builtin->parameters[i].name, builtin->name,
                wanted);
}

static bool usable_argument(struct invocation *invocation, size_t i)
{
    return value_usable(invocation->rendering, &invocation->arguments[i],
                        invocation->call->arguments[i]->span);
}

struct str argument_text(struct invocation *invocation, size_t i, struct str otherwise)
{
    if (!invocation->given[i])
        return otherwise;
    if (!usable_argument(invocation, i))
        return STR_NONE;
    if (value_is_text(&invocation->arguments[i]))
        return value_print(invocation->rendering, &invocation->arguments[i], invocation->span);
    wrong_argument(invocation, i, "a text");
    return STR_NONE;
}

int64_t argument_whole(struct invocation *invocation, size_t i, int64_t otherwise)
{
    if (!invocation->given[i])
        return otherwise;
    if (!usable_argument(invocation, i))
        return otherwise;
    if (invocation->arguments[i].kind == VALUE_WHOLE)
        return invocation->arguments[i].whole;
    wrong_argument(invocation, i, "a whole number");
    return otherwise;
}

bool argument_flag(struct invocation *invocation, size_t i)
{
    if (!invocation->given[i] || !usable_argument(invocation, i))
        return false;
    if (invocation->arguments[i].kind == VALUE_BOOL)
        return invocation->arguments[i].truth;
    wrong_argument(invocation, i, "true or false");
    return false;
}

bool argument_truth(struct invocation *invocation, size_t i)
{
    return invocation->given[i] && value_truth(invocation->rendering, &invocation->arguments[i],
                                               invocation->call->arguments[i]->span);
}

struct value argument_path(struct invocation *invocation, size_t i, const struct value *item)
{
    if (!invocation->given[i])
        return *item;
    if (invocation->arguments[i].kind != VALUE_TEXT) {
        if (usable_argument(invocation, i))
            wrong_argument(invocation, i, "the name of a field, in quotation marks");
        return *item;
    }
    return resolve_path(invocation->rendering, item, invocation->arguments[i].text,
                        invocation->call->arguments[i]->span);
}

struct value list_of(struct invocation *invocation, const struct value *values, size_t count,
                     bool stream)
{
    struct list_value *list = ARENA_NEW(invocation->rendering->arena, struct list_value);
    *list = (struct list_value){
        .backing = LIST_VALUES, .stream = stream, .depth = 1, .count = count, .values = values};
    for (size_t i = 0; i < count; i++)
        if (values[i].kind == VALUE_LIST && values[i].list->depth >= list->depth)
            list->depth = values[i].list->depth + 1;
    return value_list(list);
}
