/* The filter sum: whole numbers exactly, floats only where every Python agrees. */
#include "template/filter.h"

#include <math.h>

static const struct value failure = {.kind = VALUE_FAULT};

/* A sum of floats, added one after the other, and how far it may be from the true one. Python adds
   so up to 3.11 and makes up for what is lost from 3.12 on; both print the same when what was lost
   is too little to count. */
struct real_sum {
    double sum, lost;
};

static void add_real(struct real_sum *total, double real)
{
    double sum = total->sum + real;
    bool larger = fabs(total->sum) >= fabs(real);
    double rest = larger ? total->sum - sum + real : real - sum + total->sum;
    total->lost += fabs(rest);
    total->sum = sum;
}

static struct value finish(struct invocation *invocation, const struct real_sum *total)
{
    bool sure = isfinite(total->sum) && total->sum + total->lost == total->sum &&
                total->sum - total->lost == total->sum;
    if (sure)
        return value_real(total->sum);
    render_fail(invocation->rendering, E316, invocation->span,
                "these decimals do not add up exactly");
    return render_hint(invocation->rendering, "use a computed field, or add whole numbers");
}

/* Adds to `whole` until the first float, and from there on to `total`. */
static void add(struct invocation *invocation, struct value *whole, struct real_sum *total,
                bool *real, const struct value *item)
{
    struct rendering *rendering = invocation->rendering;
    struct operation plus = {OPERATOR_ADD, invocation->span};
    double number;
    bool fraction = item->kind == VALUE_FLOAT || item->kind == VALUE_DECIMAL;
    if (!*real && !fraction) {
        *whole = evaluate_arithmetic(rendering, plus, *whole, *item);
        return;
    }
    if (!*real)
        total->sum = (double)whole->whole;
    *real = true;
    if (value_is_number(item) && value_float(item, &number))
        add_real(total, number);
    else
        evaluate_arithmetic(rendering, plus, value_real(total->sum), *item);
}

struct value filter_sum(struct invocation *invocation)
{
    struct rendering *rendering = invocation->rendering;
    const struct list_value *list = subject_list(invocation);
    struct value whole = value_whole(argument_whole(invocation, 1, 0));
    struct real_sum total = {0};
    bool real = false;
    for (size_t i = 0; list && i < list->count && !rendering->failed; i++) {
        struct value item = list_item(list, i);
        item = argument_path(invocation, 0, &item);
        add(invocation, &whole, &total, &real, &item);
    }
    if (!list || rendering->failed)
        return failure;
    return real ? finish(invocation, &total) : whole;
}
