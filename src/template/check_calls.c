/* Calls of filters and tests under check: each has a rule that says what it takes and gives. */
#include "template/check.h"

struct rule {
    builtin_function *run;
    call_rule *check;
};

static const struct rule rules[] = {
    {filter_default, rule_default},
    {filter_string, rule_text},
    {filter_trim, rule_text},
    {filter_upper, rule_text},
    {filter_lower, rule_text},
    {filter_capitalize, rule_text},
    {filter_title, rule_text},
    {filter_replace, rule_replace},
    {filter_int, rule_int},
    {filter_float, rule_float},
    {filter_abs, rule_abs},
    {filter_round, rule_round},
    {filter_length, rule_length},
    {filter_join, rule_join},
    {filter_words, rule_words},
    {filter_first, rule_first},
    {filter_last, rule_last},
    {filter_reverse, rule_reverse},
    {filter_list, rule_list},
    {filter_unique, rule_unique},
    {filter_sum, rule_sum},
    {filter_sort, rule_sort},
    {filter_groupby, rule_groupby},
    {filter_batch, rule_batch},
    {filter_items, rule_items},
    {filter_min, rule_extreme},
    {filter_max, rule_extreme},
    {filter_map, rule_map},
    {filter_select, rule_select},
    {filter_reject, rule_select},
    {filter_selectattr, rule_selectattr},
    {filter_rejectattr, rule_selectattr},
    {filter_date, rule_date},
    {filter_money, rule_money},
    {filter_number, rule_figure},
    {filter_percent, rule_figure},
    {filter_ordinal, rule_ordinal},
    {filter_plural, rule_plural},
    {filter_grade, rule_grade},
    {filter_judgement, rule_judgement},
    {filter_framework, rule_framework},
    {filter_cite, rule_cite},
    {filter_markdown, rule_markdown},
    {test_defined, rule_question},
    {test_undefined, rule_question},
    {test_none, rule_question},
    {test_boolean, rule_question},
    {test_true, rule_question},
    {test_false, rule_question},
    {test_number, rule_question},
    {test_integer, rule_question},
    {test_float, rule_question},
    {test_string, rule_question},
    {test_mapping, rule_question},
    {test_iterable, rule_iterable},
    {test_odd, rule_parity},
    {test_even, rule_parity},
    {test_divisibleby, rule_divisible},
    {test_in, rule_in},
    {test_equal, rule_equal},
    {test_not_equal, rule_equal},
    {test_less, rule_order},
    {test_less_equal, rule_order},
    {test_greater, rule_order},
    {test_greater_equal, rule_order},
};

call_rule *call_rule_of(const struct builtin *builtin)
{
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (rules[i].run == builtin->run)
            return rules[i].check;
    return NULL;
}

struct type check_call(struct checker *checker, const struct call *call, struct type subject)
{
    struct checked_call checked = {.checker = checker, .call = call, .subject = subject};
    for (size_t i = 0; i < PARAMETERS_MAX; i++)
        if (call->arguments[i])
            checked.arguments[i] = check_expression(checker, call->arguments[i]);
    call_rule *rule = call_rule_of(call->builtin);
    if (!rule || type_is_unknown(&subject))
        return type_unknown();
    return rule(&checked);
}

/* ---- for the rules: the subject ---- */

bool call_takes(struct checked_call *call, unsigned kinds, const char *wanted)
{
    if (!check_present(call->checker, &call->subject, call->call->span))
        return false;
    if (type_within(&call->subject, kinds))
        return true;
    struct str kind = type_describe(call->checker->arena, &call->subject);
    check_fail(call->checker, E314, call->call->span, "`%s` needs %s, not " STR_FMT,
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
    if (!call->subject.stream)
        return true;
    check_fail(call->checker, E314, call->call->span, "this list cannot be counted yet");
    check_hint(call->checker, "write | list | %s", call->call->builtin->name);
    return false;
}

/* ---- arguments ---- */

/* Not given, or given and present. */
static bool argument_present(struct checked_call *call, size_t i)
{
    const struct expression *argument = call->call->arguments[i];
    return !argument || check_present(call->checker, &call->arguments[i], argument->span);
}

static void wrong_argument(struct checked_call *call, size_t i, const char *wanted)
{
    const struct builtin *builtin = call->call->builtin;
    check_fail(call->checker, E313, call->call->arguments[i]->span,
               "the argument `%s` of `%s` must be %s", builtin->parameters[i].name, builtin->name,
               wanted);
}

void call_text_argument(struct checked_call *call, size_t i)
{
    enum { TEXTS = IS_TEXT | IS_CHOSEN };
    if (call->call->arguments[i] && argument_present(call, i) &&
        !type_within(&call->arguments[i], TEXTS))
        wrong_argument(call, i, "a text");
}

void call_flag_argument(struct checked_call *call, size_t i)
{
    if (call->call->arguments[i] && argument_present(call, i) &&
        !type_within(&call->arguments[i], IS_ANSWER))
        wrong_argument(call, i, "true or false");
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
        (type->kinds == IS_TEXT && type->literal.at && is_style(type->literal, styles)))
        return;
    struct buf all = {.arena = call->checker->arena};
    for (size_t k = 0; styles[k]; k++)
        buf_addf(&all, "%s\"%s\"", !k ? "" : styles[k + 1] ? ", " : " or ", styles[k]);
    check_fail(call->checker, E313, argument->span, "there is no such style of `%s`",
               call->call->builtin->name);
    check_hint(call->checker, "write " STR_FMT, STR_ARG(buf_str(&all)));
}

struct type call_key(struct checked_call *call, size_t i)
{
    const struct type *list = &call->subject;
    if (!list->item || type_is_unknown(list->item))
        return type_unknown();
    struct type item = *list->item;
    item.given = list->given;
    const struct expression *argument = call->call->arguments[i];
    if (!argument || type_is_unknown(&call->arguments[i]))
        return argument ? type_unknown() : item;
    if (call->arguments[i].kinds == IS_TEXT && call->arguments[i].literal.at)
        return check_path(call->checker, item, call->arguments[i].literal, argument->span);
    wrong_argument(call, i, "the name of a field, in quotation marks");
    return type_unknown();
}
