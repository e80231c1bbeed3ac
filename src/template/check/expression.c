/* Finds out what expressions can be, and refuses what may fail when they are evaluated. */
#include "template/check/checker.h"
#include "template/template_codes.h"

/* ---- kinds of expressions ---- */

static struct type check_operand(struct checker *checker, const struct expression *expression,
                                 size_t i)
{
    return check_expression(checker, expression->operands[i]);
}

static struct type check_condition(struct checker *checker, const struct expression *expression)
{
    struct type type = check_expression(checker, expression);
    check_truth(checker, type, expression->span);
    return type;
}

static struct type check_list(struct checker *checker, const struct expression *expression)
{
    struct type *parts = ARENA_ARRAY(checker->arena, struct type, expression->operand_count);
    for (size_t i = 0; i < expression->operand_count; i++) {
        parts[i] = check_operand(checker, expression, i);
        if (!type_is_unknown(&parts[i]) && (parts[i].list.stream || (parts[i].kinds & IS_LOOP)))
            parts[i] = check_fail(checker, &E314, expression->operands[i]->span,
                                  "this cannot be put into a list");
    }
    return type_parts(checker->arena, parts, expression->operand_count);
}

/* loop.cycle(a, b) */
static struct type check_cycle(struct checker *checker, const struct expression *expression)
{
    const struct expression loop = {
        .kind = EXPRESSION_NAME, .word = expression->word, .name = STR("loop")};
    struct type type = check_name(checker, &loop);
    for (size_t i = 0; i < expression->operand_count; i++) {
        struct type each = check_operand(checker, expression, i);
        type = i ? type_join(checker->arena, type, each) : each;
    }
    type.path = STR_NONE;
    return type;
}

static struct type check_field(struct checker *checker, const struct expression *expression)
{
    struct type owner = check_operand(checker, expression, 0);
    if (!check_present(checker, &owner, expression->operands[0]->word))
        owner.path = STR_NONE;
    struct type type = check_member(checker, owner, expression->name, expression->word);
    return check_known(checker, type, check_path_of(checker, expression));
}

/* ---- a[b] ---- */

static struct type list_item_type(struct checker *checker, const struct type *list,
                                  const struct expression *expression)
{
    const struct expression *index = expression->operands[1];
    if (list->list.stream) {
        check_fail(checker, &E314, expression->word, "this list has no numbered items yet");
        return check_hint(checker, "put | list behind the filter that made it");
    }
    struct type item = *list->list.item;
    bool first = index->kind == EXPRESSION_LITERAL && index->literal.kind == VALUE_WHOLE &&
                 index->literal.whole == 0;
    if (!first || !list->filled) {
        struct absence *absence = ARENA_NEW(checker->arena, struct absence);
        *absence = (struct absence){span_text(expression->word), expression->word, NULL,
                                    "the list may be shorter"};
        item.absence = absence;
    }
    return item;
}

static struct type check_index(struct checker *checker, const struct expression *expression)
{
    struct type whole = check_operand(checker, expression, 0);
    struct type index = check_operand(checker, expression, 1);
    if (!check_present(checker, &whole, expression->operands[0]->word) ||
        !check_present(checker, &index, expression->operands[1]->word) || type_is_unknown(&whole) ||
        type_is_unknown(&index))
        return type_unknown();
    struct type type;
    if (whole.kinds == IS_LIST && index.kinds == IS_WHOLE) {
        type = list_item_type(checker, &whole, expression);
    } else if ((whole.kinds == IS_RECORD || whole.kinds == IS_LOOP) && index.text.literal.at) {
        type = check_member(checker, whole, index.text.literal, expression->word);
    } else {
        struct str kind = type_describe(checker->arena, &whole);
        struct str by = type_describe(checker->arena, &index);
        return check_fail(checker, &E314, expression->word,
                          STR_FMT " has no item that is found by " STR_FMT, STR_ARG(kind),
                          STR_ARG(by));
    }
    return check_known(checker, type, check_path_of(checker, expression));
}

/* ---- choices: the second part is read only when the first turned out so ---- */

static struct type check_junction(struct checker *checker, const struct expression *expression)
{
    const struct known_value *facts = checker->facts;
    struct type left = check_condition(checker, expression->operands[0]);
    check_narrow(checker, expression->operands[0], expression->kind == EXPRESSION_AND);
    struct type right = check_operand(checker, expression, 1);
    checker->facts = facts;
    left.absence = NULL;
    return type_join(checker->arena, left, right);
}

static struct type check_choice(struct checker *checker, const struct expression *expression)
{
    const struct known_value *facts = checker->facts;
    check_condition(checker, expression->operands[1]);
    check_narrow(checker, expression->operands[1], true);
    struct type yes = check_operand(checker, expression, 0);
    checker->facts = facts;
    if (expression->operand_count < 3) {
        yes.silent = true;
        yes.filled = false;
        yes.path = STR_NONE;
        return yes;
    }
    check_narrow(checker, expression->operands[1], false);
    struct type no = check_operand(checker, expression, 2);
    checker->facts = facts;
    return type_join(checker->arena, yes, no);
}

/* ---- comparisons ---- */

/* x in ["a", "b"]: each item by itself, so that words written out are checked one by one. */
static void check_among(struct checker *checker, struct type item, const struct expression *list)
{
    if (!check_present(checker, &item, list->span))
        return;
    for (size_t i = 0; i < list->operand_count; i++)
        check_equal(checker, item, check_operand(checker, list, i), list->operands[i]->span);
}

static struct type check_compare(struct checker *checker, const struct expression *expression)
{
    struct type left = check_operand(checker, expression, 0);
    for (size_t i = 1; i < expression->operand_count; i++) {
        const struct expression *operand = expression->operands[i];
        struct operation op = expression->operators[i - 1];
        struct type right = check_expression(checker, operand);
        bool member = op.kind == OPERATOR_IN || op.kind == OPERATOR_NOT_IN;
        if (member && operand->kind == EXPRESSION_LIST)
            check_among(checker, left, operand);
        else if (member)
            check_membership(checker, left, right, operand->span);
        else if (op.kind == OPERATOR_EQUAL || op.kind == OPERATOR_NOT_EQUAL)
            check_equal(checker, left, right, operand->span);
        else
            check_ordered(checker, left, right, op.span);
        left = right;
    }
    return type_plain(IS_ANSWER);
}

/* ---- filters and tests ---- */

struct type check_call(struct checker *checker, const struct call *call, struct type subject)
{
    struct checked_call checked = {.checker = checker, .call = call, .subject = subject};
    for (size_t i = 0; i < PARAMETERS_MAX; i++)
        if (call->arguments[i])
            checked.arguments[i] = check_expression(checker, call->arguments[i]);
    return type_is_unknown(&subject) ? type_unknown() : call->builtin->check(&checked);
}

static struct type check_filter(struct checker *checker, const struct expression *expression)
{
    struct type subject = check_operand(checker, expression, 0);
    struct type type = check_call(checker, expression->call, subject);
    struct str path = check_path_of(checker, expression);
    return path.at ? check_known(checker, type, path) : type;
}

static struct type check_test(struct checker *checker, const struct expression *expression)
{
    check_call(checker, expression->call, check_operand(checker, expression, 0));
    return type_plain(IS_ANSWER);
}

struct type check_expression(struct checker *checker, const struct expression *expression)
{
    struct type type;
    if (!check_spend(checker, 1))
        return type_unknown();
    switch (expression->kind) {
    case EXPRESSION_LITERAL: return type_literal(&expression->literal);
    case EXPRESSION_LIST: return check_list(checker, expression);
    case EXPRESSION_NAME: return check_name(checker, expression);
    case EXPRESSION_FIELD: return check_field(checker, expression);
    case EXPRESSION_INDEX: return check_index(checker, expression);
    case EXPRESSION_FILTER: return check_filter(checker, expression);
    case EXPRESSION_TEST: return check_test(checker, expression);
    case EXPRESSION_NOT:
        check_condition(checker, expression->operands[0]);
        return type_plain(IS_ANSWER);
    case EXPRESSION_SIGN:
        return check_sign(checker, *expression->operators, check_operand(checker, expression, 0));
    case EXPRESSION_BINARY:
        type = check_operand(checker, expression, 0);
        return check_arithmetic(checker, *expression->operators, type,
                                check_operand(checker, expression, 1));
    case EXPRESSION_COMPARE: return check_compare(checker, expression);
    case EXPRESSION_AND:
    case EXPRESSION_OR: return check_junction(checker, expression);
    case EXPRESSION_CHOICE: return check_choice(checker, expression);
    case EXPRESSION_CYCLE: return check_cycle(checker, expression);
    }
    return type_unknown();
}
