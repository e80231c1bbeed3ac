/* Tests: what stands behind `is`. */
#include "template/filter.h"

static bool usable(struct invocation *invocation)
{
    return value_usable(invocation->rendering, &invocation->subject, invocation->span);
}

struct value test_defined(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind != VALUE_UNDEFINED);
}

struct value test_undefined(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_UNDEFINED);
}

struct value test_none(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_NONE);
}

struct value test_boolean(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_BOOL);
}

struct value test_true(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_BOOL && invocation->subject.truth);
}

struct value test_false(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_BOOL && !invocation->subject.truth);
}

/* In Python True and False are numbers too. */
struct value test_number(struct invocation *invocation)
{
    double number;
    return value_bool(value_float(&invocation->subject, &number));
}

struct value test_integer(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_WHOLE);
}

struct value test_float(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_FLOAT ||
                      invocation->subject.kind == VALUE_DECIMAL);
}

struct value test_string(struct invocation *invocation)
{
    return value_bool(value_is_text(&invocation->subject));
}

struct value test_mapping(struct invocation *invocation)
{
    return value_bool(invocation->subject.kind == VALUE_RECORD ||
                      invocation->subject.kind == VALUE_MAP);
}

struct value test_iterable(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    bool silent = subject->kind == VALUE_UNDEFINED && !subject->missing;
    if (!silent && !usable(invocation))
        return value_bool(false);
    return value_bool(silent || subject->kind == VALUE_LIST || subject->kind == VALUE_MAP ||
                      subject->kind == VALUE_RECORD || value_is_text(subject));
}

/* ---- numbers ---- */

static bool divides(struct invocation *invocation, int64_t divisor)
{
    if (!usable(invocation))
        return false;
    if (invocation->subject.kind != VALUE_WHOLE) {
        render_fail(invocation->rendering, E314, invocation->span, "`%s` needs a whole number",
                    invocation->call->builtin->name);
        return false;
    }
    return divisor == -1 || invocation->subject.whole % divisor == 0;
}

struct value test_even(struct invocation *invocation)
{
    return value_bool(divides(invocation, 2));
}

struct value test_odd(struct invocation *invocation)
{
    return value_bool(!divides(invocation, 2));
}

struct value test_divisibleby(struct invocation *invocation)
{
    int64_t divisor = argument_whole(invocation, 0, 1);
    if (divisor == 0)
        return render_fail(invocation->rendering, E316, invocation->span,
                           "nothing can be divided by 0");
    return value_bool(divides(invocation, divisor));
}

/* ---- comparisons ---- */

struct value test_equal(struct invocation *invocation)
{
    return value_bool(values_equal(invocation->rendering, &invocation->subject,
                                   &invocation->arguments[0], invocation->span));
}

struct value test_not_equal(struct invocation *invocation)
{
    return value_bool(!test_equal(invocation).truth);
}

struct value test_in(struct invocation *invocation)
{
    return value_bool(value_in(invocation->rendering, &invocation->subject,
                               &invocation->arguments[0], invocation->span));
}

static struct value ordered(struct invocation *invocation, enum operator_kind kind)
{
    struct operation op = {kind, invocation->span};
    return value_bool(
        values_ordered(invocation->rendering, op, &invocation->subject, &invocation->arguments[0]));
}

struct value test_less(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_LESS);
}

struct value test_less_equal(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_LESS_EQUAL);
}

struct value test_greater(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_GREATER);
}

struct value test_greater_equal(struct invocation *invocation)
{
    return ordered(invocation, OPERATOR_GREATER_EQUAL);
}
