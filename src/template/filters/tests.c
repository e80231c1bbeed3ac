/* Tests: what follows `is`. */
#include "template/filter.h"
#include "template/template_codes.h"

/* ---- answered for everything, also for what is absent ---- */

/* Answered for everything, also for what is absent. */
static struct type check_question(struct checked_call *call)
{
    (void)call;
    return type_plain(IS_ANSWER);
}

static struct value run_defined(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind != VALUE_UNDEFINED);
}

const struct builtin test_defined = {
    .kind = BUILTIN_TEST,
    .name = "defined",
    .doc = "the value is given",
    .role = ROLE_ASKS_GIVEN,
    .check = check_question,
    .run = run_defined,
};

static struct value run_undefined(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_UNDEFINED);
}

const struct builtin test_undefined = {
    .kind = BUILTIN_TEST,
    .name = "undefined",
    .doc = "the value is not given",
    .role = ROLE_ASKS_ABSENT,
    .check = check_question,
    .run = run_undefined,
};

static struct value run_none(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_NONE);
}

const struct builtin test_none = {
    .kind = BUILTIN_TEST,
    .name = "none",
    .doc = "the value is none",
    .check = check_question,
    .run = run_none,
};

static struct value run_boolean(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_BOOL);
}

const struct builtin test_boolean = {
    .kind = BUILTIN_TEST,
    .name = "boolean",
    .doc = "the value is true or false",
    .check = check_question,
    .run = run_boolean,
};

static struct value run_true(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_BOOL && invocation->subject.truth);
}

const struct builtin test_true = {
    .kind = BUILTIN_TEST,
    .name = "true",
    .doc = "the value is true",
    .check = check_question,
    .run = run_true,
};

static struct value run_false(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_BOOL && !invocation->subject.truth);
}

const struct builtin test_false = {
    .kind = BUILTIN_TEST,
    .name = "false",
    .doc = "the value is false",
    .check = check_question,
    .run = run_false,
};

/* In Python True and False are numbers too. */
static struct value run_number(struct invocation *invocation)
{
    double number;
    return value_bool(value_float(&invocation->subject, &number));
}

const struct builtin test_number = {
    .kind = BUILTIN_TEST,
    .name = "number",
    .doc = "the value is a number",
    .check = check_question,
    .run = run_number,
};

static struct value run_integer(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_WHOLE);
}

const struct builtin test_integer = {
    .kind = BUILTIN_TEST,
    .name = "integer",
    .doc = "the value is a whole number",
    .check = check_question,
    .run = run_integer,
};

static struct value run_float(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_FLOAT ||
                      invocation->subject.kind == VALUE_DECIMAL);
}

const struct builtin test_float = {
    .kind = BUILTIN_TEST,
    .name = "float",
    .doc = "the value is a decimal number",
    .check = check_question,
    .run = run_float,
};

static struct value run_string(struct invocation *invocation)
{
    return value_bool(value_is_text(&invocation->subject));
}

const struct builtin test_string = {
    .kind = BUILTIN_TEST,
    .name = "string",
    .doc = "the value is a text",
    .check = check_question,
    .run = run_string,
};

static struct value run_mapping(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_RECORD ||
                      invocation->subject.kind == VALUE_MAP);
}

const struct builtin test_mapping = {
    .kind = BUILTIN_TEST,
    .name = "mapping",
    .doc = "the value is a record",
    .check = check_question,
    .run = run_mapping,
};

/* ---- iterable ---- */

static struct type check_iterable(struct checked_call *call)
{
    call->subject.silent = false;
    check_present(call->checker, &call->subject, call->call->span);
    return type_plain(IS_ANSWER);
}

static struct value run_iterable(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    bool silent = subject->kind == VALUE_UNDEFINED && !subject->missing;
    if (!silent && !subject_usable(invocation))
        return value_bool(false);
    return value_bool(silent || subject->kind == VALUE_LIST || subject->kind == VALUE_MAP ||
                      subject->kind == VALUE_RECORD || value_is_text(subject));
}

const struct builtin test_iterable = {
    .kind = BUILTIN_TEST,
    .name = "iterable",
    .doc = "the value can be repeated over",
    .check = check_iterable,
    .run = run_iterable,
};

/* ---- numbers ---- */

static struct type check_parity(struct checked_call *call)
{
    call_takes(call, IS_WHOLE, "a whole number");
    return type_plain(IS_ANSWER);
}

static bool divides(struct invocation *invocation, int64_t divisor)
{
    if (!subject_usable(invocation))
        return false;
    if (invocation->subject.kind != VALUE_WHOLE) {
        render_fail(invocation->rendering, &E314, invocation->span, "`%s` needs a whole number",
                    invocation->call->builtin->name);
        return false;
    }
    return divisor == -1 || invocation->subject.whole % divisor == 0;
}

static struct value run_odd(struct invocation *invocation)
{
    return value_bool(!divides(invocation, 2));
}

const struct builtin test_odd = {
    .kind = BUILTIN_TEST,
    .name = "odd",
    .doc = "the number is odd",
    .check = check_parity,
    .run = run_odd,
};

static struct value run_even(struct invocation *invocation)
{
    return value_bool(divides(invocation, 2));
}

const struct builtin test_even = {
    .kind = BUILTIN_TEST,
    .name = "even",
    .doc = "the number is even",
    .check = check_parity,
    .run = run_even,
};

static struct type check_divisible(struct checked_call *call)
{
    const struct type *divisor = &call->arguments[0];
    struct span span = call->call->arguments[0]->span;
    call_takes(call, IS_WHOLE, "a whole number");
    if (!type_within(divisor, IS_WHOLE) || !type_is_given(divisor))
        check_fail(call->checker, &E313, span,
                   "the argument of `divisibleby` must be a whole number");
    else if (!type_is_unknown(divisor) && !divisor->filled)
        check_fail(call->checker, &E341, span, "this may divide by nothing");
    return type_plain(IS_ANSWER);
}

static struct value run_divisibleby(struct invocation *invocation)
{
    int64_t divisor = argument_whole(invocation, 0, 1);
    if (divisor == 0)
        return render_fail(invocation->rendering, &E316, invocation->span,
                           "nothing can be divided by 0");
    return value_bool(divides(invocation, divisor));
}

const struct builtin test_divisibleby = {
    .kind = BUILTIN_TEST,
    .name = "divisibleby",
    .doc = "the number can be divided by another",
    .parameters = {{"num", true}},
    .check = check_divisible,
    .run = run_divisibleby,
};

/* ---- comparisons ---- */

static struct type check_in(struct checked_call *call)
{
    check_membership(call->checker, call->subject, call->arguments[0], call->call->span);
    return type_plain(IS_ANSWER);
}

static struct value run_in(struct invocation *invocation)
{
    return value_bool(value_in(invocation->rendering, &invocation->subject,
                               &invocation->arguments[0], invocation->span));
}

const struct builtin test_in = {
    .kind = BUILTIN_TEST,
    .name = "in",
    .doc = "the value is in a list",
    .parameters = {{"seq", true}},
    .check = check_in,
    .run = run_in,
};

static struct type check_equality(struct checked_call *call)
{
    check_equal(call->checker, call->subject, call->arguments[0], call->call->span);
    return type_plain(IS_ANSWER);
}

static struct value run_equal(struct invocation *invocation)
{
    return value_bool(values_equal(invocation->rendering, &invocation->subject,
                                   &invocation->arguments[0], invocation->span));
}

const struct builtin test_equalto = {
    .kind = BUILTIN_TEST,
    .name = "equalto",
    .doc = "the two are equal",
    .parameters = {{POSITIONAL, true}},
    .check = check_equality,
    .run = run_equal,
};

const struct builtin test_eq = {
    .kind = BUILTIN_TEST,
    .name = "eq",
    .doc = "the two are equal",
    .parameters = {{POSITIONAL, true}},
    .check = check_equality,
    .run = run_equal,
};

static struct value run_not_equal(struct invocation *invocation)
{
    return value_bool(!run_equal(invocation).truth);
}

const struct builtin test_ne = {
    .kind = BUILTIN_TEST,
    .name = "ne",
    .doc = "the two differ",
    .parameters = {{POSITIONAL, true}},
    .check = check_equality,
    .run = run_not_equal,
};

static struct type check_order(struct checked_call *call)
{
    check_ordered(call->checker, call->subject, call->arguments[0], call->call->span);
    return type_plain(IS_ANSWER);
}

static struct value ordered(struct invocation *invocation, enum operator_kind kind)
{
    struct operation op = {kind, invocation->span};
    return value_bool(
        values_ordered(invocation->rendering, op, &invocation->subject, &invocation->arguments[0]));
}

static struct value run_less(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_LESS);
}

const struct builtin test_lt = {
    .kind = BUILTIN_TEST,
    .name = "lt",
    .doc = "the value is less",
    .parameters = {{POSITIONAL, true}},
    .check = check_order,
    .run = run_less,
};

const struct builtin test_lessthan = {
    .kind = BUILTIN_TEST,
    .name = "lessthan",
    .doc = "the value is less",
    .parameters = {{POSITIONAL, true}},
    .check = check_order,
    .run = run_less,
};

static struct value run_less_equal(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_LESS_EQUAL);
}

const struct builtin test_le = {
    .kind = BUILTIN_TEST,
    .name = "le",
    .doc = "the value is not more",
    .parameters = {{POSITIONAL, true}},
    .check = check_order,
    .run = run_less_equal,
};

static struct value run_greater(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_GREATER);
}

const struct builtin test_gt = {
    .kind = BUILTIN_TEST,
    .name = "gt",
    .doc = "the value is more",
    .parameters = {{POSITIONAL, true}},
    .check = check_order,
    .run = run_greater,
};

const struct builtin test_greaterthan = {
    .kind = BUILTIN_TEST,
    .name = "greaterthan",
    .doc = "the value is more",
    .parameters = {{POSITIONAL, true}},
    .check = check_order,
    .run = run_greater,
};

static struct value run_greater_equal(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_GREATER_EQUAL);
}

const struct builtin test_ge = {
    .kind = BUILTIN_TEST,
    .name = "ge",
    .doc = "the value is not less",
    .parameters = {{POSITIONAL, true}},
    .check = check_order,
    .run = run_greater_equal,
};
