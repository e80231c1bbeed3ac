/* What a condition tells the static check about the values behind it. */
#include "template/check.h"

void check_know(struct checker *checker, struct str path, bool filled)
{
    if (!path.at)
        return;
    struct known_value *fact = ARENA_NEW(checker->arena, struct known_value);
    *fact = (struct known_value){path, filled, checker->facts};
    checker->facts = fact;
}

struct type check_known(struct checker *checker, struct type type, struct str path)
{
    type.path = path;
    for (const struct known_value *fact = path.at ? checker->facts : NULL; fact;
         fact = fact->next) {
        if (!str_equal(fact->path, path))
            continue;
        type.absence = NULL;
        type.silent = false;
        type.filled = type.filled || fact->filled;
    }
    return type;
}

/* `x is defined`, `x is not undefined` */
static void narrow_by_test(struct checker *checker, const struct expression *test, bool truth)
{
    builtin_function *run = test->call->builtin->run;
    bool passed = truth != test->negated;
    bool given = (run == test_defined && passed) || (run == test_undefined && !passed);
    if (given)
        check_know(checker, check_path_of(checker, test->operands[0]), false);
}

static bool is_nought(const struct expression *expression)
{
    return expression->kind == EXPRESSION_LITERAL && expression->literal.kind == VALUE_WHOLE &&
           expression->literal.whole == 0;
}

/* `x > 0`, `x != 0`, `x | length > 0` */
static void narrow_by_comparison(struct checker *checker, const struct expression *comparison,
                                 bool truth)
{
    if (comparison->operand_count != 2 || !is_nought(comparison->operands[1]))
        return;
    enum operator_kind kind = comparison->operators[0].kind;
    bool filled =
        truth ? kind == OPERATOR_GREATER || kind == OPERATOR_NOT_EQUAL : kind == OPERATOR_EQUAL;
    const struct expression *left = comparison->operands[0];
    if (left->kind == EXPRESSION_FILTER && left->call->builtin->run == filter_length)
        left = left->operands[0];
    if (filled)
        check_know(checker, check_path_of(checker, left), true);
}

void check_narrow(struct checker *checker, const struct expression *condition, bool truth)
{
    bool both;
    switch (condition->kind) {
    case EXPRESSION_NOT: check_narrow(checker, condition->operands[0], !truth); break;
    case EXPRESSION_AND:
    case EXPRESSION_OR:
        both = truth == (condition->kind == EXPRESSION_AND);
        for (size_t i = 0; both && i < condition->operand_count; i++)
            check_narrow(checker, condition->operands[i], truth);
        break;
    case EXPRESSION_TEST: narrow_by_test(checker, condition, truth); break;
    case EXPRESSION_COMPARE: narrow_by_comparison(checker, condition, truth); break;
    default:
        if (truth)
            check_know(checker, check_path_of(checker, condition), true);
        break;
    }
}
