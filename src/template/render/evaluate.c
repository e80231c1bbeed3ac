/* Evaluates expressions: a value, or a failure that gives the statement up. */
#include "template/render/render.h"
#include "template/template_codes.h"

#include "base/limits.h"

static const struct value failure = {.kind = VALUE_FAULT};

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
            return render_fail(rendering, &E314, expression->operands[i]->span,
                               "this cannot be put into a list");
        if (items[i].kind == VALUE_LIST && items[i].list->depth >= list->depth)
            list->depth = items[i].list->depth + 1;
    }
    if (list->depth > LIMIT_TEMPLATE_DEPTH)
        return render_fail(rendering, &E307, expression->span,
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

/* loop.cycle(a, b): all are evaluated, and the turn of the loop chooses one. */
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

/* ---- filters and tests ---- */

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

static struct value run_call(struct rendering *rendering, const struct call *call,
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

/* To ask whether a key is given is not to read it. */
static bool asks_only(const struct expression *expression)
{
    enum builtin_role role = expression->call->builtin->role;
    return role == ROLE_ASKS_GIVEN || role == ROLE_ASKS_ABSENT;
}

static struct value evaluate_call(struct rendering *rendering, const struct expression *expression)
{
    bool asked = rendering->asks;
    rendering->asks |= asks_only(expression);
    struct value subject = evaluate_operand(rendering, expression, 0);
    rendering->asks = asked;
    if (rendering->failed)
        return failure;
    struct value result = run_call(rendering, expression->call, subject);
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
