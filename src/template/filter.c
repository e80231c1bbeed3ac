/* What filters and tests ask of their subject and arguments, when run and when checked. */
#include "template/filter.h"

#include "template/template_codes.h"

/* ---- the subject ---- */

bool subject_usable(struct invocation *invocation)
{
    return value_usable(invocation->rendering, &invocation->subject, invocation->span);
}

static void wrong_subject(struct invocation *invocation, const char *wanted)
{
    struct rendering *rendering = invocation->rendering;
    struct str kind = value_describe(rendering->arena, &invocation->subject);
    render_fail(rendering, &E314, invocation->span, "`%s` needs %s, not " STR_FMT,
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
    render_fail(rendering, &E313, invocation->call->arguments[i]->span,
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

bool default_fits(struct invocation *invocation, size_t path, size_t otherwise)
{
    const struct value *field = &invocation->arguments[path];
    bool dotted = field->kind == VALUE_TEXT && str_find(field->text, '.', 0) < field->text.len;
    if (!dotted || !invocation->given[otherwise])
        return true;
    render_fail(invocation->rendering, &E313, invocation->span,
                "`default` works with a single field only");
    return false;
}

/* ---- what they give ---- */

struct value result_value(const struct invocation *invocation, struct value value)
{
    value.origin = invocation->subject.origin;
    return value;
}

struct value result_text(const struct invocation *invocation, struct str text)
{
    return result_value(invocation, value_text(text));
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

struct value no_item(struct invocation *invocation)
{
    return undefined_value(invocation->rendering, str_from(invocation->call->builtin->name),
                           invocation->span, "the list is empty");
}

/* ---- under check: the subject ---- */

bool call_takes(struct checked_call *call, unsigned kinds, const char *wanted)
{
    if (!check_present(call->checker, &call->subject, call->call->span))
        return false;
    if (type_within(&call->subject, kinds))
        return true;
    struct str kind = type_describe(call->checker->arena, &call->subject);
    check_fail(call->checker, &E314, call->call->span, "`%s` needs %s, not " STR_FMT,
               call->call->builtin->name, wanted, STR_ARG(kind));
    return false;
}

bool call_takes_list(struct checked_call *call)
{
    if (call->subject.silent)
        call->subject.filled = false;
    call->subject.silent = false;
    return call_takes(call, IS_LIST, "a list") && !type_is_unknown(&call->subject);
}

bool call_counts(struct checked_call *call)
{
    if (!call->subject.list.stream)
        return true;
    check_fail(call->checker, &E314, call->call->span, "this list cannot be counted yet");
    check_hint(call->checker, "write | list | %s", call->call->builtin->name);
    return false;
}

/* ---- under check: the arguments ---- */

/* Not given, or given and present. */
static bool argument_present(struct checked_call *call, size_t i)
{
    const struct expression *argument = call->call->arguments[i];
    return !argument || check_present(call->checker, &call->arguments[i], argument->span);
}

static void refuse_argument(struct checked_call *call, size_t i, const char *wanted)
{
    const struct builtin *builtin = call->call->builtin;
    check_fail(call->checker, &E313, call->call->arguments[i]->span,
               "the argument `%s` of `%s` must be %s", builtin->parameters[i].name, builtin->name,
               wanted);
}

void call_text_argument(struct checked_call *call, size_t i)
{
    enum { TEXTS = IS_TEXT | IS_CHOSEN };
    if (call->call->arguments[i] && argument_present(call, i) &&
        !type_within(&call->arguments[i], TEXTS))
        refuse_argument(call, i, "a text");
}

void call_flag_argument(struct checked_call *call, size_t i)
{
    if (call->call->arguments[i] && argument_present(call, i) &&
        !type_within(&call->arguments[i], IS_ANSWER))
        refuse_argument(call, i, "true or false");
}

void call_truth_argument(struct checked_call *call, size_t i)
{
    if (call->call->arguments[i])
        check_truth(call->checker, call->arguments[i], call->call->arguments[i]->span);
}

static bool is_style(struct str literal, const char *const *styles)
{
    for (; *styles; styles++)
        if (str_is(literal, *styles))
            return true;
    return false;
}

void call_style(struct checked_call *call, size_t i, const char *const *styles)
{
    const struct expression *argument = call->call->arguments[i];
    const struct type *type = &call->arguments[i];
    if (!argument || type_is_unknown(type) ||
        (type_is_written(type) && is_style(type->text.literal, styles)))
        return;
    struct buf all = {.arena = call->checker->arena};
    for (size_t k = 0; styles[k]; k++)
        buf_addf(&all, "%s\"%s\"", !k ? "" : styles[k + 1] ? ", " : " or ", styles[k]);
    check_fail(call->checker, &E313, argument->span, "there is no such style of `%s`",
               call->call->builtin->name);
    check_hint(call->checker, "write " STR_FMT, STR_ARG(buf_str(&all)));
}

struct type call_key(struct checked_call *call, size_t i)
{
    const struct type *list = &call->subject;
    if (!list->list.item || type_is_unknown(list->list.item))
        return type_unknown();
    struct type item = *list->list.item;
    const struct expression *argument = call->call->arguments[i];
    if (!argument || type_is_unknown(&call->arguments[i]))
        return argument ? type_unknown() : item;
    if (type_is_written(&call->arguments[i]))
        return check_path(call->checker, item, list->list.given, call->arguments[i].text.literal,
                          argument->span);
    refuse_argument(call, i, "the name of a field, in quotation marks");
    return type_unknown();
}

struct type call_key_or(struct checked_call *call, size_t path, size_t otherwise)
{
    struct str name = call->arguments[path].text.literal;
    struct type key = call_key(call, path);
    if (!call->call->arguments[otherwise])
        return key;
    if (name.at && str_find(name, '.', 0) < name.len)
        return check_fail(call->checker, &E313, call->call->span,
                          "`default` works with a single field only");
    bool absent = key.absence;
    key.absence = NULL;
    return absent ? type_join(call->checker->arena, key, call->arguments[otherwise]) : key;
}

/* ---- under check: what they give ---- */

struct type call_item(struct checked_call *call)
{
    struct type item = *call->subject.list.item;
    item.path = STR_NONE;
    if (call->subject.filled)
        return item;
    struct absence *absence = ARENA_NEW(call->checker->arena, struct absence);
    *absence = (struct absence){str_from(call->call->builtin->name), call->call->span, NULL,
                                "the list may be empty"};
    item.absence = absence;
    return item;
}

struct type call_same_items(const struct checked_call *call, bool stream)
{
    struct type type = call->subject;
    type.list.stream = stream;
    type.list.citable = false;
    type.path = STR_NONE;
    type.list.parts = NULL;
    type.list.part_count = 0;
    type.list.group = false;
    return type;
}
