/* Which comparisons and which arithmetic can fail, or can only have one answer. */
#include "template/check/checker.h"
#include "template/template_codes.h"

static struct type cannot_compare(struct checker *checker, const struct type *a,
                                  const struct type *b, struct span span)
{
    struct str left = type_describe(checker->arena, a);
    struct str right = type_describe(checker->arena, b);
    return check_fail(checker, &E314, span, STR_FMT " cannot be compared with " STR_FMT,
                      STR_ARG(left), STR_ARG(right));
}

/* ---- words of an enumeration ---- */

struct ids {
    LIST(const char *) list;
};

/* None when they are not known. */
static struct ids possible_ids(struct checker *checker, const struct type *chosen)
{
    struct ids ids = {0};
    bool word = chosen->kinds & IS_WORD;
    for (const struct word *each = word ? chosen->words : NULL; each && each->id; each++)
        *LIST_ADD(checker->arena, &ids.list) = each->id;
    const struct frameworks *frameworks = checker->frameworks;
    for (size_t i = 0; !word && frameworks && i < frameworks->grades.count; i++) {
        const struct grade *grade = &frameworks->grades.items[i];
        *LIST_ADD(checker->arena, &ids.list) = str_z(checker->arena, grade->id);
    }
    return ids;
}

static void impossible_word(struct checker *checker, struct str wrong, const struct ids *ids,
                            struct span span)
{
    struct buf all = {.arena = checker->arena};
    const char *nearest =
        diag_nearest(wrong, ids->list.items, ids->list.count, sizeof *ids->list.items);
    check_fail(checker, &E320, span, "`" STR_FMT "` is not a word that this can be",
               STR_ARG(wrong));
    for (size_t i = 0; i < ids->list.count; i++)
        buf_addf(&all, "%s%s", i ? ", " : "", ids->list.items[i]);
    if (nearest)
        check_hint(checker, "did you mean `%s`?", nearest);
    else
        check_hint(checker, "it can be " STR_FMT, STR_ARG(buf_str(&all)));
}

/* A word or a grade is compared with a text, which must be written out and be one of the ids that
   there are. */
static void check_word(struct checker *checker, const struct type *chosen, const struct type *text,
                       struct span span)
{
    if (!text->text.literal.at) {
        check_fail(checker, &E314, span, "a word or a grade cannot be compared with just any text");
        check_hint(checker, "write the word out, in quotation marks");
        return;
    }
    struct ids ids = possible_ids(checker, chosen);
    for (size_t i = 0; i < ids.list.count; i++)
        if (str_is(text->text.literal, ids.list.items[i]))
            return;
    if (ids.list.count > 0 && text->text.literal.len > 0)
        impossible_word(checker, text->text.literal, &ids, span);
    else if (ids.list.count == 0 && (chosen->kinds & IS_WORD))
        cannot_compare(checker, chosen, text, span);
}

/* ---- equality ---- */

enum { COMPARED_BY_KIND = IS_INSERTED | IS_DATE | IS_RECORD | IS_CHOSEN | IS_CITE | IS_LOOP };

/* Can any value of the one kind be compared with any of the other? */
static bool kinds_compare(unsigned a, unsigned b)
{
    unsigned both = a | b;
    if (both & IS_NONE)
        return true;
    if ((both & ~(unsigned)IS_CHOSEN) == 0)
        return true;
    if (a == b)
        return !(a & (IS_INSERTED | IS_RECORD | IS_CITE | IS_LOOP));
    return !(both & COMPARED_BY_KIND);
}

/* The same for two sets of kinds: can each of the one be compared with each of the other? */
static bool all_compare(unsigned a, unsigned b)
{
    for (unsigned left = 1; left < IS_UNKNOWN; left <<= 1)
        for (unsigned right = 1; right < IS_UNKNOWN; right <<= 1)
            if ((a & left) && (b & right) && !kinds_compare(left, right))
                return false;
    return true;
}

static bool never_equal(unsigned a, unsigned b)
{
    enum { NUMBERS = IS_NUMBER | IS_ANSWER };
    bool numbers = (a & NUMBERS) && (b & NUMBERS);
    bool wordings = (a & IS_WORDING) && (b & IS_WORDING);
    bool chosen = (a & IS_CHOSEN) && (b & IS_CHOSEN);
    return !numbers && !wordings && !chosen && !(a & b) && !((a | b) & IS_NONE);
}

static bool is_chosen_and_text(const struct type *a, const struct type *b)
{
    return (a->kinds & ~(unsigned)IS_CHOSEN) == 0 && (b->kinds & ~(unsigned)IS_WORDING) == 0;
}

static void check_lists_equal(struct checker *checker, const struct type *a, const struct type *b,
                              struct span span)
{
    if (a->list.stream || b->list.stream) {
        check_fail(checker, &E314, span, "this list cannot be compared yet");
        check_hint(checker, "put | list behind the filter that made it");
        return;
    }
    check_equal(checker, *a->list.item, *b->list.item, span);
}

static void refuse_records(struct checker *checker, struct span span)
{
    check_fail(checker, &E314, span, "records cannot be compared");
    check_hint(checker, "compare a field of each, such as `id`");
}

/* The nothing of an inline if without else equals only another such nothing, and never fails. */
void check_equal(struct checker *checker, struct type a, struct type b, struct span span)
{
    a.silent = b.silent = false;
    if (!check_present(checker, &a, span) || !check_present(checker, &b, span) ||
        type_is_unknown(&a) || type_is_unknown(&b))
        return;
    if (is_chosen_and_text(&a, &b)) {
        check_word(checker, &a, &b, span);
    } else if (is_chosen_and_text(&b, &a)) {
        check_word(checker, &b, &a, span);
    } else if (a.kinds == IS_RECORD && b.kinds == IS_RECORD) {
        if (!a.path.at || !b.path.at || !str_equal(a.path, b.path))
            refuse_records(checker, span);
    } else if (!all_compare(a.kinds, b.kinds)) {
        cannot_compare(checker, &a, &b, span);
    } else if (never_equal(a.kinds, b.kinds)) {
        struct str left = type_describe(checker->arena, &a);
        struct str right = type_describe(checker->arena, &b);
        check_fail(checker, &E320, span, STR_FMT " never equals " STR_FMT, STR_ARG(left),
                   STR_ARG(right));
    } else if ((a.kinds & IS_LIST) && (b.kinds & IS_LIST)) {
        check_lists_equal(checker, &a, &b, span);
    }
}

/* ---- order ---- */

void check_ordered(struct checker *checker, struct type a, struct type b, struct span span)
{
    enum { NUMBERS = IS_NUMBER | IS_ANSWER };
    if (!check_present(checker, &a, span) || !check_present(checker, &b, span) ||
        type_is_unknown(&a) || type_is_unknown(&b))
        return;
    if (a.kinds == IS_DATE && b.kinds == IS_DATE) {
        check_fail(checker, &E321, span, "which of two dates came first may not be known");
        check_hint(checker, "sort by them, or print a computed field");
        return;
    }
    bool numbers = type_within(&a, NUMBERS) && type_within(&b, NUMBERS);
    bool texts = a.kinds == IS_TEXT && b.kinds == IS_TEXT;
    if (!numbers && !texts)
        cannot_compare(checker, &a, &b, span);
}

void check_sortable(struct checker *checker, struct type key, struct span span)
{
    enum { NUMBERS = IS_NUMBER | IS_ANSWER };
    if (!check_present(checker, &key, span) || type_within(&key, NUMBERS) ||
        type_within(&key, IS_WORDING) || key.kinds == IS_DATE ||
        (key.kinds == IS_WORD && key.words))
        return;
    struct str kind = type_describe(checker->arena, &key);
    check_fail(checker, &E314, span, STR_FMT " cannot be put in order", STR_ARG(kind));
    if (key.kinds == IS_RECORD)
        check_hint(checker, "say by which field: attribute=\"name\"");
}

/* ---- membership ---- */

void check_membership(struct checker *checker, struct type item, struct type whole,
                      struct span span)
{
    if (!check_present(checker, &whole, span) || !check_present(checker, &item, span) ||
        type_is_unknown(&whole) || type_is_unknown(&item))
        return;
    if (type_within(&item, IS_WORDING) && type_within(&whole, IS_WORDING))
        return;
    if (whole.kinds == IS_LIST) {
        check_equal(checker, item, *whole.list.item, span);
        return;
    }
    struct str kind = type_describe(checker->arena, &whole);
    check_fail(checker, &E314, span, "`in` needs a list, not " STR_FMT, STR_ARG(kind));
}

/* ---- arithmetic ---- */

enum { MOST_DIGITS = 300 }; /* a float with more would be beyond what floats can hold */

static struct type may_overflow(struct checker *checker, struct operation op)
{
    check_fail(checker, &E341, op.span, "the result may have too many digits");
    return check_hint(checker, "print a computed field instead");
}

static bool divides(enum operator_kind kind)
{
    return kind == OPERATOR_DIVIDE || kind == OPERATOR_FLOOR_DIVIDE || kind == OPERATOR_REMAINDER;
}

static int64_t size_of(const struct type *type)
{
    return type->number.high > -type->number.low ? type->number.high : -type->number.low;
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
    const int64_t corners[] = {a->number.low * b->number.low, a->number.low * b->number.high,
                               a->number.high * b->number.low, a->number.high * b->number.high};
    return type_whole(least(corners, 4), most(corners, 4));
}

static struct type sum(struct checker *checker, struct operation op, const struct type *a,
                       int64_t low, int64_t high)
{
    if ((high > 0 && a->number.high > INT64_MAX - high) ||
        (low < 0 && a->number.low < -INT64_MAX - low))
        return may_overflow(checker, op);
    return type_whole(a->number.low + low, a->number.high + high);
}

/* Python rounds down, and gives the remainder the sign of the divisor. */
static struct type quotient(enum operator_kind kind, const struct type *a, const struct type *b)
{
    bool positive = b->number.low >= 0;
    if (kind == OPERATOR_REMAINDER)
        return type_whole(positive ? 0 : -size_of(b), size_of(b));
    return type_whole(positive && a->number.low >= 0 ? 0 : -size_of(a) - 1, size_of(a));
}

static struct type whole_result(struct checker *checker, struct operation op, const struct type *a,
                                const struct type *b)
{
    switch (op.kind) {
    case OPERATOR_ADD: return sum(checker, op, a, b->number.low, b->number.high);
    case OPERATOR_SUBTRACT: return sum(checker, op, a, -b->number.high, -b->number.low);
    case OPERATOR_MULTIPLY: return product(checker, op, a, b);
    default: return quotient(op.kind, a, b);
    }
}

/* How many places after the point the first digit of a divisor other than 0 may stand. */
static int places_of_divisor(const struct type *divisor)
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
    int larger = a->number.digits > b->number.digits ? a->number.digits : b->number.digits;
    switch (op.kind) {
    case OPERATOR_MULTIPLY: type.number.digits = a->number.digits + b->number.digits; break;
    case OPERATOR_DIVIDE:
    case OPERATOR_FLOOR_DIVIDE: type.number.digits = a->number.digits + places_of_divisor(b); break;
    default: type.number.digits = larger + 1; break;
    }
    return type.number.digits > MOST_DIGITS ? may_overflow(checker, op) : type;
}

static struct type number_result(struct checker *checker, struct operation op, const struct type *a,
                                 const struct type *b)
{
    if (divides(op.kind) && !b->filled) {
        check_fail(checker, &E341, op.span, "this may divide by nothing");
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
    check_fail(checker, &E314, op.span, "`" STR_FMT "` cannot be used on " STR_FMT " and " STR_FMT,
               STR_ARG(sign), STR_ARG(a), STR_ARG(b));
    bool texts = (left.kinds | right.kinds) & (IS_WORDING | IS_CHOSEN);
    return check_hint(checker, texts ? "join texts with `~`" : "only numbers can be computed with");
}

struct type check_sign(struct checker *checker, struct operation op, struct type operand)
{
    if (!check_present(checker, &operand, op.span) || type_is_unknown(&operand))
        return type_unknown();
    if (!type_within(&operand, IS_NUMBER))
        return check_fail(checker, &E314, op.span, "only numbers can have a sign");
    bool minus = op.kind == OPERATOR_SUBTRACT;
    if (minus && (operand.kinds & IS_DECIMAL) && !operand.filled) {
        check_fail(checker, &E341, op.span, "this may be nought, which has no sign");
        return check_hint(checker, "ask first: {%% if amount %%}");
    }
    struct type type = operand;
    type.path = STR_NONE;
    if (minus) {
        type.number.low = -operand.number.high;
        type.number.high = -operand.number.low;
    }
    return type;
}
