/* Filters on single values: default, string. */
#include "template/filter.h"

struct value filter_default(struct invocation *invocation)
{
    const struct value *subject = &invocation->subject;
    bool replace = subject->kind == VALUE_UNDEFINED;
    if (!replace && argument_truth(invocation, 1))
        replace = !value_truth(invocation->rendering, subject, invocation->span);
    if (!replace)
        return *subject;
    return invocation->given[0] ? invocation->arguments[0] : value_text(STR(""));
}

struct value filter_string(struct invocation *invocation)
{
    struct value value = value_text(subject_text(invocation));
    value.origin = invocation->subject.origin;
    return value;
}
