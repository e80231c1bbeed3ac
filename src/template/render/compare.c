/* Compares values as Python does; what Python would refuse, or we cannot know, fails. */
#include "template/render/render.h"
#include "template/template_codes.h"

/* ---- words of an enumeration ---- */

static struct value unknown_word(struct rendering *rendering, struct str wrong,
                                 const char *const *ids, size_t count, struct span span)
{
    struct buf all = {.arena = rendering->arena};
    render_fail(rendering, &E320, span, "`" STR_FMT "` is not a word that this can be",
                STR_ARG(wrong));
    const char *nearest = diag_nearest(wrong, ids, count, sizeof *ids);
    if (nearest)
        return render_hint(rendering, "did you mean `%s`?", nearest);
    for (size_t i = 0; i < count; i++)
        buf_addf(&all, "%s%s", i ? ", " : "", ids[i]);
    return render_hint(rendering, "it can be " STR_FMT, STR_ARG(buf_str(&all)));
}

struct ids {
    LIST(const char *) list;
};

/* The ids that a word or a grade may have; none when they are not known. */
static void possible_ids(struct rendering *rendering, const struct value *value, struct ids *ids)
{
    if (value->kind == VALUE_WORD) {
        for (const struct word *word = value->words; word->id; word++)
            *LIST_ADD(rendering->arena, &ids->list) = word->id;
        return;
    }
    const struct frameworks *frameworks =
        rendering->briefing ? rendering->briefing->frameworks : NULL;
    for (size_t i = 0; frameworks && i < frameworks->grades.count; i++) {
        const struct grade *grade = &frameworks->grades.items[i];
        *LIST_ADD(rendering->arena, &ids->list) = str_z(rendering->arena, grade->id);
    }
}

static struct str word_id(const struct value *value)
{
    return value->kind == VALUE_WORD ? str_from(value->words[value->word - 1].id) : value->text;
}

/* A word or a grade equals a text by its id; the text must be one of the ids that there are. */
static bool word_equals(struct rendering *rendering, const struct value *word, struct str text,
                        struct span span)
{
    if (str_equal(word_id(word), text))
        return true;
    struct ids ids = {0};
    possible_ids(rendering, word, &ids);
    for (size_t i = 0; i < ids.list.count; i++)
        if (str_is(text, ids.list.items[i]))
            return false;
    if (ids.list.count > 0 && text.len > 0)
        unknown_word(rendering, text, ids.list.items, ids.list.count, span);
    return false;
}

static bool is_word(const struct value *value)
{
    return value->kind == VALUE_WORD || value->kind == VALUE_GRADE;
}

/* ---- equality ---- */

static bool dates_equal(const struct date *a, const struct date *b)
{
    return a->precision == b->precision && a->inferred == b->inferred &&
           a->approximate == b->approximate && a->first == b->first && a->last == b->last;
}

static bool lists_equal(struct rendering *rendering, const struct list_value *a,
                        const struct list_value *b, struct span span)
{
    if (a->stream || b->stream) {
        render_fail(rendering, &E314, span, "this list cannot be compared yet");
        render_hint(rendering, "put | list behind the filter that made it");
        return false;
    }
    if ((a->shape == SHAPE_LIST) != (b->shape == SHAPE_LIST))
        return false;
    bool equal = a->count == b->count;
    for (size_t i = 0; equal && i < a->count && render_spend(rendering, 1); i++) {
        struct value left = list_item(a, i), right = list_item(b, i);
        equal = values_equal(rendering, &left, &right, span);
    }
    return equal;
}

static bool cannot_compare(struct rendering *rendering, const struct value *a,
                           const struct value *b, struct span span)
{
    struct str left = value_describe(rendering->arena, a);
    struct str right = value_describe(rendering->arena, b);
    render_fail(rendering, &E314, span, STR_FMT " cannot be compared with " STR_FMT, STR_ARG(left),
                STR_ARG(right));
    return false;
}

/* Values of one kind, or of kinds that Python calls unequal without complaint. */
static bool same_kind_equal(struct rendering *rendering, const struct value *a,
                            const struct value *b, struct span span)
{
    if (a->kind == VALUE_NONE || b->kind == VALUE_NONE)
        return a->kind == b->kind;
    if (a->kind == VALUE_LIST && b->kind == VALUE_LIST)
        return lists_equal(rendering, a->list, b->list, span);
    if (a->kind == VALUE_DATE && b->kind == VALUE_DATE)
        return dates_equal(a->date, b->date);
    if (a->kind == VALUE_RECORD && b->kind == VALUE_RECORD) {
        if (a->record == b->record)
            return true;
        render_fail(rendering, &E314, span, "records cannot be compared");
        render_hint(rendering, "compare a field of each, such as `id`");
        return false;
    }
    bool own = a->kind >= VALUE_DATE || b->kind >= VALUE_DATE;
    bool maps = a->kind == VALUE_MAP && b->kind == VALUE_MAP;
    if (own || maps || a->kind == VALUE_INSERTED_MARKDOWN || b->kind == VALUE_INSERTED_MARKDOWN)
        return cannot_compare(rendering, a, b, span);
    return false;
}

/* The nothing of an inline if without else equals only another such nothing. */
static bool silent(const struct value *value)
{
    return value->kind == VALUE_UNDEFINED && !value->missing;
}

bool values_equal(struct rendering *rendering, const struct value *a, const struct value *b,
                  struct span span)
{
    int order;
    if (silent(a) && (silent(b) || b->kind != VALUE_UNDEFINED))
        return silent(b);
    if (silent(b) && a->kind != VALUE_UNDEFINED)
        return false;
    if (!value_usable(rendering, a, span) || !value_usable(rendering, b, span))
        return false;
    if (numbers_compare(a, b, &order))
        return order == 0;
    bool text_a = a->kind == VALUE_TEXT || a->kind == VALUE_MARKDOWN;
    bool text_b = b->kind == VALUE_TEXT || b->kind == VALUE_MARKDOWN;
    if (text_a && text_b)
        return str_equal(a->text, b->text);
    if (is_word(a) && is_word(b))
        return str_equal(word_id(a), word_id(b));
    if (is_word(a) && text_b)
        return word_equals(rendering, a, b->text, span);
    if (is_word(b) && text_a)
        return word_equals(rendering, b, a->text, span);
    return same_kind_equal(rendering, a, b, span);
}

/* ---- order ---- */

static bool dates_ordered(struct rendering *rendering, struct operation op, const struct date *a,
                          const struct date *b)
{
    bool swap = op.kind == OPERATOR_GREATER || op.kind == OPERATOR_LESS_EQUAL;
    const struct date *early = swap ? b : a, *late = swap ? a : b;
    /* Both < and > ask whether `early` ends before `late` begins; <= and >= are their opposites. */
    bool surely = early->last < late->first, never = early->first >= late->last;
    if (!surely && !never) {
        render_fail(rendering, &E321, op.span, "which of these dates came first is not known");
        return false;
    }
    bool opposite = op.kind == OPERATOR_LESS_EQUAL || op.kind == OPERATOR_GREATER_EQUAL;
    return surely != opposite;
}

bool values_ordered(struct rendering *rendering, struct operation op, const struct value *a,
                    const struct value *b)
{
    int order;
    if (!value_usable(rendering, a, op.span) || !value_usable(rendering, b, op.span))
        return false;
    if (a->kind == VALUE_DATE && b->kind == VALUE_DATE)
        return dates_ordered(rendering, op, a->date, b->date);
    if (a->kind == VALUE_TEXT && b->kind == VALUE_TEXT)
        order = str_compare(a->text, b->text);
    else if (!numbers_compare(a, b, &order))
        return cannot_compare(rendering, a, b, op.span);
    switch (op.kind) {
    case OPERATOR_LESS: return order < 0;
    case OPERATOR_LESS_EQUAL: return order <= 0;
    case OPERATOR_GREATER: return order > 0;
    default: return order >= 0;
    }
}

int values_compare(struct rendering *rendering, const struct value *a, const struct value *b,
                   struct span span)
{
    int order;
    if (!value_usable(rendering, a, span) || !value_usable(rendering, b, span))
        return 0;
    if (numbers_compare(a, b, &order))
        return order;
    if (a->kind == VALUE_TEXT && b->kind == VALUE_TEXT)
        return str_compare(a->text, b->text);
    if (a->kind == VALUE_WORD && b->kind == VALUE_WORD && a->words == b->words)
        return a->word - b->word;
    if (a->kind == VALUE_DATE && b->kind == VALUE_DATE) {
        if (a->date->first != b->date->first)
            return a->date->first < b->date->first ? -1 : 1;
        return (a->date->last > b->date->last) - (a->date->last < b->date->last);
    }
    cannot_compare(rendering, a, b, span);
    return 0;
}

/* ---- membership ---- */

static bool text_contains(struct rendering *rendering, struct str part, struct str whole)
{
    if (part.len == 0)
        return true;
    if (!render_spend_text(rendering, whole.len))
        return false;
    for (size_t at = str_find(whole, part.at[0], 0); at + part.len <= whole.len;
         at = str_find(whole, part.at[0], at + 1)) {
        if (str_equal(str_part(whole, at, at + part.len), part))
            return true;
        if (!render_spend_text(rendering, part.len))
            return false;
    }
    return false;
}

/* Python looks a key up by its value; lists and maps cannot be keys. */
static bool key_in(struct rendering *rendering, const struct value *key,
                   const struct map_value *map, struct span span)
{
    if (!value_usable(rendering, key, span) || !render_spend(rendering, map->count / 8))
        return false;
    if (key->kind == VALUE_TEXT)
        return map_find(map, key->text) != NULL;
    if (!value_is_number(key) && key->kind != VALUE_BOOL && key->kind != VALUE_NONE)
        render_fail(rendering, &E314, span, "only a text can be a key of a map");
    return false;
}

bool value_in(struct rendering *rendering, const struct value *item, const struct value *whole,
              struct span span)
{
    if (!value_usable(rendering, whole, span))
        return false;
    bool texts = (item->kind == VALUE_TEXT || item->kind == VALUE_MARKDOWN) &&
                 (whole->kind == VALUE_TEXT || whole->kind == VALUE_MARKDOWN);
    if (texts)
        return text_contains(rendering, item->text, whole->text);
    if (whole->kind == VALUE_MAP)
        return key_in(rendering, item, whole->map, span);
    if (whole->kind != VALUE_LIST) {
        if (value_usable(rendering, item, span)) {
            struct str kind = value_describe(rendering->arena, whole);
            render_fail(rendering, &E314, span, "`in` needs a list, not " STR_FMT, STR_ARG(kind));
        }
        return false;
    }
    for (size_t i = 0; i < whole->list->count && render_spend(rendering, 1); i++) {
        struct value each = list_item(whole->list, i);
        bool equal = values_equal(rendering, item, &each, span);
        if (equal || rendering->failed)
            return equal && !rendering->failed;
    }
    return false;
}
