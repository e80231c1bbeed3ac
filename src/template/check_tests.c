/* Rules of the tests: what stands behind `is`. */
#include "template/check.h"

/* Answered for everything, also for what is absent. */
struct type rule_question(struct checked_call *call)
{
    (void)call;
    return type_plain(IS_ANSWER);
}

struct type rule_iterable(struct checked_call *call)
{
    call->subject.silent = false;
    check_present(call->checker, &call->subject, call->call->span);
    return type_plain(IS_ANSWER);
}

struct type rule_parity(struct checked_call *call)
{
    call_takes(call, IS_WHOLE, "a whole number");
    return type_plain(IS_ANSWER);
}

struct type rule_divisible(struct checked_call *call)
{
    const struct type *divisor = &call->arguments[0];
    struct span span = call->call->arguments[0]->span;
    call_takes(call, IS_WHOLE, "a whole number");
    if (!type_within(divisor, IS_WHOLE) || divisor->absence)
        check_fail(call->checker, E313, span,
                   "the argument of `divisibleby` must be a whole number");
    else if (!type_is_unknown(divisor) && !divisor->filled)
        check_fail(call->checker, E341, span, "this may divide by nothing");
    return type_plain(IS_ANSWER);
}

struct type rule_in(struct checked_call *call)
{
    check_membership(call->checker, call->subject, call->arguments[0], call->call->span);
    return type_plain(IS_ANSWER);
}

struct type rule_equal(struct checked_call *call)
{
    check_equal(call->checker, call->subject, call->arguments[0], call->call->span);
    return type_plain(IS_ANSWER);
}

struct type rule_order(struct checked_call *call)
{
    check_ordered(call->checker, call->subject, call->arguments[0], call->call->span);
    return type_plain(IS_ANSWER);
}
