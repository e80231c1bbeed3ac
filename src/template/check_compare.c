/* Which comparisons can fail, and which can only have one answer. */
#include "template/check.h"

static struct type cannot_compare(struct checker *checker, const struct type *a,
                                  const struct type *b, struct span span)
{
    struct str left = type_describe(checker->arena, a);
    struct str right = type_describe(checker->arena, b);
    return check_fail(checker, E314, span, STR_FMT " cannot be compared with " STR_FMT,
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
    check_fail(checker, E320, span, "`" STR_FMT "` is not a word that this can be", STR_ARG(wrong));
    for (size_t i = 0; i < ids->list.count; i++)
        buf_addf(&all, "%s%s", i ? ", " : "", ids->list.items[i]);
    if (nearest)
        check_hint(checker, "did you mean `%s`?", nearest);
    else
        check_hint(checker, "it can be " STR_FMT, STR_ARG(buf_str(&all)));
}

/* A word or a grade with a text: the text must be written out, and be one of the ids there are. */
static void check_word(struct checker *checker, const struct type *chosen, const struct type *text,
                       struct span span)
{
    if (!text->literal.at) {
        check_fail(checker, E314, span, "a word or a grade cannot be compared with just any text");
        check_hint(checker, "write the word out, in quotation marks");
        return;
    }
    struct ids ids = possible_ids(checker, chosen);
    for (size_t i = 0; i < ids.list.count; i++)
        if (str_is(text->literal, ids.list.items[i]))
            return;
    if (ids.list.count > 0 && text->literal.len > 0)
        impossible_word(checker, text->literal, &ids, span);
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

/* The kinds of `a` for which some kind of `b` will not do. */
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
    if (a->stream || b->stream) {
        check_fail(checker, E314, span, "this list cannot be compared yet");
        check_hint(checker, "put | list behind the filter that made it");
        return;
    }
    check_equal(checker, *a->item, *b->item, span);
}

static void refuse_records(struct checker *checker, struct span span)
{
    check_fail(checker, E314, span, "records cannot be compared");
    check_hint(checker, "compare a field of each, such as `id`");
}

/* The nothing of an inline if without else equals only its kind, and fails nowhere. */
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
        check_fail(checker, E320, span, STR_FMT " never equals " STR_FMT, STR_ARG(left),
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
        check_fail(checker, E321, span, "which of two dates came first may not be known");
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
    check_fail(checker, E314, span, STR_FMT " cannot be put in order", STR_ARG(kind));
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
        check_equal(checker, item, *whole.item, span);
        return;
    }
    struct str kind = type_describe(checker->arena, &whole);
    check_fail(checker, E314, span, "`in` needs a list, not " STR_FMT, STR_ARG(kind));
}
