/* Which arithmetic can fail: on what is no number, beyond 18 digits, or by dividing by nothing. */
#include "template/check.h"

enum { MOST_DIGITS = 300 }; /* a float of more would leave what floats can hold */

static struct type may_overflow(struct checker *checker, struct operation op)
{
    check_fail(checker, E341, op.span, "the result may have too many digits");
    return check_hint(checker, "print a computed field instead");
}

static bool divides(enum operator_kind kind)
{
    return kind == OPERATOR_DIVIDE || kind == OPERATOR_FLOOR_DIVIDE || kind == OPERATOR_REMAINDER;
}

static int64_t size_of(const struct type *type)
{
    return type->high > -type->low ? type->high : -type->low;
}

static int64_t least(const int64_t *numbers, size_t count)
{
    int64_t least = numbers[0];
    for (size_t i = 1; i < count; i++)
        least = numbers[i] < least ? numbers[i] : least;
    return least;
}

static int64_t most(const int64_t *numbers, size_t count)
{
    int64_t most = numbers[0];
    for (size_t i = 1; i < count; i++)
        most = numbers[i] > most ? numbers[i] : most;
    return most;
}

static struct type product(struct checker *checker, struct operation op, const struct type *a,
                           const struct type *b)
{
    if (size_of(a) > 0 && size_of(b) > INT64_MAX / size_of(a))
        return may_overflow(checker, op);
    const int64_t corners[] = {a->low * b->low, a->low * b->high, a->high * b->low,
                               a->high * b->high};
    return type_whole(least(corners, 4), most(corners, 4));
}

static struct type sum(struct checker *checker, struct operation op, const struct type *a,
                       int64_t low, int64_t high)
{
    if ((high > 0 && a->high > INT64_MAX - high) || (low < 0 && a->low < -INT64_MAX - low))
        return may_overflow(checker, op);
    return type_whole(a->low + low, a->high + high);
}

/* Python rounds down, and gives the remainder the sign of the divisor. */
static struct type quotient(enum operator_kind kind, const struct type *a, const struct type *b)
{
    bool positive = b->low >= 0;
    if (kind == OPERATOR_REMAINDER)
        return type_whole(positive ? 0 : -size_of(b), size_of(b));
    return type_whole(positive && a->low >= 0 ? 0 : -size_of(a) - 1, size_of(a));
}

static struct type whole_result(struct checker *checker, struct operation op, const struct type *a,
                                const struct type *b)
{
    switch (op.kind) {
    case OPERATOR_ADD: return sum(checker, op, a, b->low, b->high);
    case OPERATOR_SUBTRACT: return sum(checker, op, a, -b->high, -b->low);
    case OPERATOR_MULTIPLY: return product(checker, op, a, b);
    default: return quotient(op.kind, a, b);
    }
}

/* How many places behind the point a divisor that is not 0 may begin. */
static int nearness_to_nought(const struct type *divisor)
{
    enum { DECIMAL_PLACES = 6 };
    if (divisor->kinds & IS_FLOAT)
        return MOST_DIGITS;
    return divisor->kinds & IS_DECIMAL ? DECIMAL_PLACES : 0;
}

static struct type real_result(struct checker *checker, struct operation op, const struct type *a,
                               const struct type *b)
{
    struct type type = type_plain(IS_FLOAT);
    int larger = a->digits > b->digits ? a->digits : b->digits;
    switch (op.kind) {
    case OPERATOR_MULTIPLY: type.digits = a->digits + b->digits; break;
    case OPERATOR_DIVIDE:
    case OPERATOR_FLOOR_DIVIDE: type.digits = a->digits + nearness_to_nought(b); break;
    default: type.digits = larger + 1; break;
    }
    return type.digits > MOST_DIGITS ? may_overflow(checker, op) : type;
}

static struct type number_result(struct checker *checker, struct operation op, const struct type *a,
                                 const struct type *b)
{
    if (divides(op.kind) && !b->filled) {
        check_fail(checker, E341, op.span, "this may divide by nothing");
        return check_hint(checker, "ask first: {%% if total %%}");
    }
    bool whole = a->kinds == IS_WHOLE && b->kinds == IS_WHOLE;
    if (whole && op.kind != OPERATOR_DIVIDE)
        return whole_result(checker, op, a, b);
    struct type type = real_result(checker, op, a, b);
    bool either = (a->kinds & IS_WHOLE) && (b->kinds & IS_WHOLE) && !whole;
    if (!either || type_is_unknown(&type))
        return type;
    return type_join(checker->arena, type, whole_result(checker, op, a, b));
}

struct type check_arithmetic(struct checker *checker, struct operation op, struct type left,
                             struct type right)
{
    if (op.kind == OPERATOR_JOIN) {
        check_printable(checker, left, op.span);
        check_printable(checker, right, op.span);
        return type_plain(IS_TEXT);
    }
    if (!check_present(checker, &left, op.span) || !check_present(checker, &right, op.span) ||
        type_is_unknown(&left) || type_is_unknown(&right))
        return type_unknown();
    if (type_within(&left, IS_NUMBER) && type_within(&right, IS_NUMBER))
        return number_result(checker, op, &left, &right);
    if (left.kinds == IS_TEXT && right.kinds == IS_TEXT && op.kind == OPERATOR_ADD)
        return type_plain(IS_TEXT);
    struct str a = type_describe(checker->arena, &left), sign = span_text(op.span);
    struct str b = type_describe(checker->arena, &right);
    check_fail(checker, E314, op.span, "`" STR_FMT "` cannot be used on " STR_FMT " and " STR_FMT,
               STR_ARG(sign), STR_ARG(a), STR_ARG(b));
    bool texts = (left.kinds | right.kinds) & (IS_WORDING | IS_CHOSEN);
    return check_hint(checker, texts ? "join texts with `~`" : "only numbers can be computed with");
}

struct type check_sign(struct checker *checker, struct operation op, struct type operand)
{
    if (!check_present(checker, &operand, op.span) || type_is_unknown(&operand))
        return type_unknown();
    if (!type_within(&operand, IS_NUMBER))
        return check_fail(checker, E314, op.span, "only numbers can have a sign");
    bool minus = op.kind == OPERATOR_SUBTRACT;
    if (minus && (operand.kinds & IS_DECIMAL) && !operand.filled) {
        check_fail(checker, E341, op.span, "this may be nought, which has no sign");
        return check_hint(checker, "ask first: {%% if amount %%}");
    }
    struct type type = operand;
    type.path = STR_NONE;
    if (minus) {
        type.low = -operand.high;
        type.high = -operand.low;
    }
    return type;
}
