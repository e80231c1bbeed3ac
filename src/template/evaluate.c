/* Evaluates expressions: a value, or a failure that gives the statement up. */
#include "base/limits.h"
#include "template/filter.h"

static const struct value failure = {.kind = VALUE_FAULT};

bool value_truth(struct rendering *rendering, const struct value *value, struct span span)
{
    if (value->kind == VALUE_UNDEFINED && !value->missing)
        return false;
    if (!value_usable(rendering, value, span))
        return false;
    switch (value->kind) {
    case VALUE_NONE: return false;
    case VALUE_BOOL: return value->truth;
    case VALUE_WHOLE: return value->whole != 0;
    case VALUE_DECIMAL: return value->decimal.mantissa != 0;
    case VALUE_FLOAT: return value->real != 0;
    case VALUE_MAP: return value->map->count > 0;
    case VALUE_TEXT:
    case VALUE_MARKDOWN:
    case VALUE_INSERTED_MARKDOWN: return value->text.len > 0;
    case VALUE_LIST: break;
    default: return true;
    }
    if (value->list->stream) {
        render_fail(rendering, E314, span, "Jinja counts this list as true even when it is empty");
        render_hint(rendering, "put | list behind the filter that made it");
        return false;
    }
    return value->list->count > 0;
}

static struct value evaluate_operand(struct rendering *rendering,
                                     const struct expression *expression, size_t i)
{
    return evaluate(rendering, expression->operands[i]);
}

static struct value evaluate_list(struct rendering *rendering, const struct expression *expression)
{
    struct value *items = ARENA_ARRAY(rendering->arena, struct value, expression->operand_count);
    struct list_value *list = ARENA_NEW(rendering->arena, struct list_value);
    *list = (struct list_value){
        .backing = LIST_VALUES, .depth = 1, .count = expression->operand_count, .values = items};
    for (size_t i = 0; i < list->count; i++) {
        items[i] = evaluate_operand(rendering, expression, i);
        if (rendering->failed)
            return failure;
        bool once = items[i].kind == VALUE_LIST && items[i].list->stream;
        if (once || items[i].kind == VALUE_LOOP)
            return render_fail(rendering, E314, expression->operands[i]->span,
                               "this cannot be put into a list");
        if (items[i].kind == VALUE_LIST && items[i].list->depth >= list->depth)
            list->depth = items[i].list->depth + 1;
    }
    if (list->depth > LIMIT_TEMPLATE_DEPTH)
        return render_fail(rendering, E307, expression->span,
                           "lists stand inside lists more than %d deep", LIMIT_TEMPLATE_DEPTH);
    return value_list(list);
}

/* a and b, a or b: the operand that decides, as in Python. */
static struct value evaluate_junction(struct rendering *rendering,
                                      const struct expression *expression)
{
    struct value left = evaluate_operand(rendering, expression, 0);
    bool truth = value_truth(rendering, &left, expression->operands[0]->span);
    if (rendering->failed || truth == (expression->kind == EXPRESSION_OR))
        return left;
    return evaluate_operand(rendering, expression, 1);
}

static bool compare(struct rendering *rendering, struct operation op, const struct value *left,
                    const struct value *right, struct span span)
{
    switch (op.kind) {
    case OPERATOR_EQUAL: return values_equal(rendering, left, right, span);
    case OPERATOR_NOT_EQUAL: return !values_equal(rendering, left, right, span);
    case OPERATOR_IN: return value_in(rendering, left, right, span);
    case OPERATOR_NOT_IN: return !value_in(rendering, left, right, span);
    default: return values_ordered(rendering, op, left, right);
    }
}

/* a < b < c: each operand once, and no further than the first that fails. */
static struct value evaluate_compare(struct rendering *rendering,
                                     const struct expression *expression)
{
    struct value left = evaluate_operand(rendering, expression, 0);
    bool truth = true;
    for (size_t i = 1; truth && i < expression->operand_count && !rendering->failed; i++) {
        struct value right = evaluate_operand(rendering, expression, i);
        if (rendering->failed)
            break;
        truth = compare(rendering, expression->operators[i - 1], &left, &right,
                        expression->operands[i]->span);
        left = right;
    }
    return rendering->failed ? failure : value_bool(truth);
}

static struct value evaluate_choice(struct rendering *rendering,
                                    const struct expression *expression)
{
    struct value condition = evaluate_operand(rendering, expression, 1);
    bool truth = value_truth(rendering, &condition, expression->operands[1]->span);
    if (rendering->failed)
        return failure;
    if (truth)
        return evaluate_operand(rendering, expression, 0);
    if (expression->operand_count < 3)
        return (struct value){.kind = VALUE_UNDEFINED};
    return evaluate_operand(rendering, expression, 2);
}

/* loop.cycle(a, b): all are evaluated, and the turn of the loop chooses. */
static struct value evaluate_cycle(struct rendering *rendering, const struct expression *expression)
{
    struct value chosen = failure;
    struct value loop = resolve_name(rendering, STR("loop"), expression->word);
    for (size_t i = 0; i < expression->operand_count && !rendering->failed; i++) {
        struct value value = evaluate_operand(rendering, expression, i);
        if (i == loop.loop->index % expression->operand_count)
            chosen = value;
    }
    return rendering->failed ? failure : chosen;
}

/* Who asks whether a key is given has not read it yet. */
static bool asks_only(const struct expression *expression)
{
    builtin_function *run = expression->call->builtin->run;
    return run == test_defined || run == test_undefined;
}

static struct value evaluate_call(struct rendering *rendering, const struct expression *expression)
{
    bool asked = rendering->asks;
    rendering->asks |= asks_only(expression);
    struct value subject = evaluate_operand(rendering, expression, 0);
    rendering->asks = asked;
    if (rendering->failed)
        return failure;
    struct value result = builtin_call(rendering, expression->call, subject);
    if (rendering->failed || !expression->negated)
        return result;
    return value_bool(!result.truth);
}

static struct value evaluate_not(struct rendering *rendering, const struct expression *expression)
{
    struct value operand = evaluate_operand(rendering, expression, 0);
    bool truth = value_truth(rendering, &operand, expression->operands[0]->span);
    return rendering->failed ? failure : value_bool(!truth);
}

static struct value evaluate_pair(struct rendering *rendering, const struct expression *expression)
{
    struct value left = evaluate_operand(rendering, expression, 0);
    struct value right = rendering->failed ? left : evaluate_operand(rendering, expression, 1);
    if (rendering->failed)
        return failure;
    if (expression->kind == EXPRESSION_INDEX)
        return resolve_index(rendering, &left, &right, expression->word);
    return evaluate_arithmetic(rendering, *expression->operators, left, right);
}

struct value evaluate(struct rendering *rendering, const struct expression *expression)
{
    if (!render_spend(rendering, 1))
        return failure;
    struct value operand;
    switch (expression->kind) {
    case EXPRESSION_LITERAL: return expression->literal;
    case EXPRESSION_LIST: return evaluate_list(rendering, expression);
    case EXPRESSION_NAME: return resolve_name(rendering, expression->name, expression->word);
    case EXPRESSION_FIELD:
        operand = evaluate_operand(rendering, expression, 0);
        return rendering->failed
                   ? failure
                   : resolve_field(rendering, &operand, expression->name, expression->word);
    case EXPRESSION_FILTER:
    case EXPRESSION_TEST: return evaluate_call(rendering, expression);
    case EXPRESSION_NOT: return evaluate_not(rendering, expression);
    case EXPRESSION_SIGN:
        operand = evaluate_operand(rendering, expression, 0);
        return evaluate_sign(rendering, *expression->operators, operand);
    case EXPRESSION_INDEX:
    case EXPRESSION_BINARY: return evaluate_pair(rendering, expression);
    case EXPRESSION_COMPARE: return evaluate_compare(rendering, expression);
    case EXPRESSION_AND:
    case EXPRESSION_OR: return evaluate_junction(rendering, expression);
    case EXPRESSION_CHOICE: return evaluate_choice(rendering, expression);
    case EXPRESSION_CYCLE: return evaluate_cycle(rendering, expression);
    }
    return failure;
}
