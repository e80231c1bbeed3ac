/* Binds numbers: figures alone, read without rounding and without a locale. */
#include "base/ascii.h"
#include "base/number_words.h"
#include "base/unseen.h"
#include "data/bind/binder.h"
#include "data/data_codes.h"

enum {
    DECIMALS = 6,
    DIGITS = 18 /* any number of 18 digits fits an int64_t */
};

/* A number taken apart. */
struct figures {
    bool negative;
    struct str whole, decimals; /* digits only; decimals absent without a point */
};

static size_t digits_end(struct str text, size_t start)
{
    while (start < text.len && ascii_is_digit(text.at[start]))
        start++;
    return start;
}

/* An optional minus, digits, and a point with digits after it; nothing else. */
static bool take_apart(struct str text, struct figures *figures)
{
    size_t start = text.len > 0 && text.at[0] == '-';
    size_t end = digits_end(text, start);
    *figures = (struct figures){.negative = start, .whole = str_part(text, start, end)};
    if (end < text.len && text.at[end] == '.') {
        size_t decimals_end = digits_end(text, end + 1);
        figures->decimals = str_part(text, end + 1, decimals_end);
        end = decimals_end;
        if (figures->decimals.len == 0)
            return false;
    }
    return figures->whole.len > 0 && end == text.len;
}

static int64_t append_digits(int64_t number, struct str digits)
{
    for (size_t i = 0; i < digits.len; i++)
        number = number * 10 + (digits.at[i] - '0');
    return number;
}

/* ---- what to write instead ---- */

/* What officers write after an amount. */
static const struct unit {
    const char *word;
    const char *unit; /* as the field `unit` of a record has it; "" for none */
} units[] = {
    {"m", "million"},         {"mn", "million"},
    {"million", "million"},   {"k", "thousand"},
    {"thousand", "thousand"}, {"pounds", "pounds"},
    {"gbp", "pounds"},        {"%", ""},
    {"per cent", ""},         {"", ""},
};

/* What stands in tables for a number that is not given; none of these is nought. */
static const char *const missing_words[] = {
    /* letters and signs */
    "c", "x", "z", "u", "k", "n", ":", ".", "..", "...", "-", "--", "*", "**", "~", "?", "!",
    "\xE2\x80\x93", "\xE2\x80\x94", "\xE2\x88\x92", "\xE2\x80\xA6",
    /* marks of official statistics */
    "[c]", "[x]", "[z]", "[u]", "[k]", "[low]", "[w]", "[r]", "[p]", "[e]", "(c)", "(x)", "(z)",
    /* words */
    "low", "na", "n/a", "n.a.", "#n/a", "nk", "n/k", "nr", "null", "nan", "blank", "not available",
    "not applicable", "not known", "not recorded", "not given", "not published", "not collected",
    "unknown", "suppressed", "confidential", "missing", "withheld", "tbc", "tba", "to be confirmed",
    "dk"};

static bool same_word(struct str text, const char *word)
{
    size_t i = 0;
    while (i < text.len && word[i] && ascii_is_same(text.at[i], word[i]))
        i++;
    return i == text.len && !word[i];
}

static const struct unit *find_unit(struct str text)
{
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (same_word(text, units[i].word))
            return &units[i];
    return NULL;
}

static size_t skip_currency(struct str text)
{
    static const char *const signs[] = {"\xC2\xA3", "\xE2\x82\xAC", "$", "+"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (str_starts(text, signs[i]))
            return str_from(signs[i]).len;
    return 0;
}

/* Is a separator followed by exactly three digits? */
static bool divides_thousands(struct str text, size_t at)
{
    bool separator =
        at < text.len && (text.at[at] == ',' || text.at[at] == '_' || text.at[at] == ' ');
    return separator && digits_end(text, at + 1) == at + 4;
}

/* Writes the number at the front of a text as it should be written, and returns what follows it;
   nothing is written when there is none. */
static struct str tidy_number(struct buf *out, struct str text)
{
    if (str_starts(text, "\u2212") || str_starts(text, "\u2013")) {
        buf_byte(out, '-');
        text = str_part(text, strlen("\u2212"), text.len);
    }
    size_t at = skip_currency(text), start = at;
    at = digits_end(text, at);
    buf_add(out, str_part(text, start, at));
    while (at > start && divides_thousands(text, at)) {
        buf_add(out, str_part(text, at + 1, at + 4));
        at += 4;
    }
    bool point = at < text.len && (text.at[at] == '.' || text.at[at] == ',');
    size_t end = point ? digits_end(text, at + 1) : at;
    if (point && end > at + 1) {
        buf_addz(out, out->len ? "." : "0.");
        buf_add(out, str_part(text, at + 1, end));
        at = end;
    }
    return str_trim(str_part(text, point && end == at + 1 ? end : at, text.len));
}

static bool has_word(const struct field *field, const char *word)
{
    if (!field || field->kind != FIELD_WORD)
        return false;
    for (const struct word *each = field->words; each->id; each++)
        if (str_is(str_from(each->id), word))
            return true;
    return false;
}

static void hint_figures(struct binder *binder, struct diag *diag, struct str figures)
{
    diag_hint(binder->diags, diag, "write " STR_FMT, STR_ARG(figures));
    diag_correct(binder->diags, diag, diag->span, figures);
}

/* Dollars and euros are no pounds, and nobody here knows the rate. */
static bool is_foreign(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == '$' || str_starts(str_part(text, i, text.len), "\u20AC"))
            return true;
    return false;
}

/* In `1,25` the comma may stand for a point, or a figure behind it is missing. */
static bool is_comma_a_point(struct str text, struct str figures)
{
    return str_find(text, '.', 0) == text.len && str_find(figures, '.', 0) < figures.len;
}

static bool is_missing_word(struct str text)
{
    for (size_t i = 0; i < sizeof missing_words / sizeof *missing_words; i++)
        if (same_word(text, missing_words[i]))
            return true;
    return false;
}

/* A number that is not given is left out, and never nought. */
static void hint_missing(struct binder *binder, struct diag *diag, const struct node *node,
                         struct str text)
{
    if (node->origin)
        diag_hint(binder->diags, diag,
                  "leave such a cell empty, or let the mapping say `\"" STR_FMT
                  "\": \"\"` under `words`; it is never nought",
                  STR_ARG(text_shown(binder->arena, text)));
    else
        diag_hint(binder->diags, diag, "leave the line out when the number is not known");
}

/* `twenty-one` is 21: the whole text, and a whole number. */
static bool hint_words(struct binder *binder, struct diag *diag, struct str text)
{
    struct named_number named;
    size_t at = 0;
    if (!number_words_next(text, &at, &named) || at < text.len || named.fraction ||
        (named.start ? !named.rough : ascii_is_digit(text.at[0])) || named.thousandths % 1000)
        return false;
    struct str figures = str_format(binder->arena, "%lld", (long long)named.thousandths / 1000);
    if (named.start)
        diag_hint(binder->diags, diag, "write " STR_FMT ", and `" STR_FMT "` in the note",
                  STR_ARG(figures), STR_ARG(text_shown(binder->arena, text)));
    else
        hint_figures(binder, diag, figures);
    return true;
}

/* Words and signs by which sources round an amount, and how the key `amount_is` has them. */
static const struct rounding {
    const char *word, *is;
} roundings[] = {
    {"nearly", "nearly"},       {"almost", "nearly"}, {"just under", "nearly"},
    {"under", "nearly"},        {"over", "over"},     {"more than", "over"},
    {"just over", "over"},      {"about", "about"},   {"around", "about"},
    {"approximately", "about"}, {"circa", "about"},   {"c.", "about"},
    {"some", "about"},          {"~", "about"},       {"up to", "up_to"},
    {"at least", "at_least"},
};

static bool begins_with_word(struct str text, const char *word)
{
    struct str front = str_part(text, 0, strlen(word));
    return str_alike(front, str_from(word));
}

/* Takes the word that rounds an amount off its text, or the sign behind it; NULL: there is none. */
static const char *take_rounding(struct str *text)
{
    if (str_ends(*text, "~")) {
        *text = str_trim(str_part(*text, 0, text->len - 1));
        return "about";
    }
    for (size_t i = 0; i < sizeof roundings / sizeof *roundings; i++) {
        if (!begins_with_word(*text, roundings[i].word))
            continue;
        *text = str_trim(str_part(*text, strlen(roundings[i].word), text->len));
        return roundings[i].is;
    }
    return NULL;
}

/* "write `22` here, `unit: million` and `amount_is: nearly`" */
static bool hint_rounded(struct binder *binder, struct diag *diag, const struct slot *slot,
                         struct str text)
{
    const char *is = take_rounding(&text);
    if (!is || !has_word(record_field(slot->scope->table, STR("amount_is")), is))
        return false;
    struct buf tidy = {.arena = binder->arena};
    const struct unit *unit = find_unit(tidy_number(&tidy, unseen_plain(binder->arena, text)));
    if (!unit || !ascii_is_digit(tidy.len ? tidy.at[tidy.len - 1] : '\0'))
        return false;
    struct str figures = buf_str(&tidy);
    if (unit->unit[0])
        diag_hint(binder->diags, diag, "write `" STR_FMT "` here, `unit: %s` and `amount_is: %s`",
                  STR_ARG(figures), unit->unit, is);
    else
        diag_hint(binder->diags, diag, "write `" STR_FMT "` here, and `amount_is: %s`",
                  STR_ARG(figures), is);
    return true;
}

static void hint_tidy(struct binder *binder, struct diag *diag, const struct slot *slot,
                      struct str text)
{
    struct buf tidy = {.arena = binder->arena};
    const struct unit *unit = find_unit(tidy_number(&tidy, unseen_plain(binder->arena, text)));
    const struct field *unit_field =
        slot->field->kind == FIELD_DECIMAL ? record_field(slot->scope->table, STR("unit")) : NULL;
    if (!ascii_is_digit(tidy.len ? tidy.at[tidy.len - 1] : '\0') || !unit)
        diag_hint(binder->diags, diag, "write it in figures alone, such as 9000");
    else if (has_word(unit_field, unit->unit))
        diag_hint(binder->diags, diag, "write `" STR_FMT "` here, and `unit: %s`",
                  STR_ARG(buf_str(&tidy)), unit->unit);
    else if (unit->unit[0])
        diag_hint(binder->diags, diag, "write the whole amount in figures alone, such as 9000");
    else if (is_comma_a_point(text, buf_str(&tidy)))
        diag_hint(binder->diags, diag, "write " STR_FMT " if the comma stands for a point",
                  STR_ARG(buf_str(&tidy)));
    else
        hint_figures(binder, diag, buf_str(&tidy));
}

static void hint_number(struct binder *binder, struct diag *diag, const struct slot *slot,
                        const struct node *node, struct str text)
{
    if (is_missing_word(text))
        hint_missing(binder, diag, node, text);
    else if (is_foreign(text))
        diag_hint(binder->diags, diag,
                  "write it in pounds, and what the source has in the note: amounts are in pounds");
    else if (!hint_rounded(binder, diag, slot, text) && !hint_words(binder, diag, text))
        hint_tidy(binder, diag, slot, text);
}

static void report_number(struct binder *binder, const struct slot *slot, const struct node *node,
                          const char *kind)
{
    struct str text = str_trim(node->text);
    struct diag *diag = diag_report(binder->diags, &E206, node->span, "`" STR_FMT "` is not %s",
                                    STR_ARG(text_shown(binder->arena, text)), kind);
    hint_number(binder, diag, slot, node, text);
}

static void report_size(struct binder *binder, const struct node *node)
{
    diag_report(binder->diags, &E206, node->span, "`" STR_FMT "` has too many digits",
                STR_ARG(text_shown(binder->arena, node->text)));
}

/* ---- whole numbers ---- */

/* `60%` and `60 %` of a field that counts hundredths are 60. */
static struct str without_percent_sign(struct str text)
{
    return str_ends(text, "%") ? str_trim(str_part(text, 0, text.len - 1)) : text;
}

static bool is_nought(struct str digits)
{
    size_t i = 0;
    while (i < digits.len && digits.at[i] == '0')
        i++;
    return i == digits.len;
}

/* A spreadsheet keeps 60% as 0.6, 100% as 1.0, and may keep 9 as 9.0. */
static void hint_decimals(struct binder *binder, struct diag *diag, const struct slot *slot,
                          const struct figures *figures)
{
    if (!slot->field->percent && !figures->negative && is_nought(figures->decimals))
        hint_figures(binder, diag, figures->whole);
    else if (slot->field->percent)
        diag_hint(binder->diags, diag, "write per cent, such as 60 or 60%%, without decimals");
    else
        diag_hint(binder->diags, diag, "`%s` takes no decimals", slot->field->name);
}

static bool read_whole(struct binder *binder, const struct slot *slot, const struct node *node,
                       int64_t *number)
{
    struct figures figures;
    struct str text = want_code(binder, node);
    bool ok = take_apart(slot->field->percent ? without_percent_sign(text) : text, &figures);
    if (ok && figures.decimals.at) {
        struct diag *diag =
            diag_report(binder->diags, &E206, node->span, "`" STR_FMT "` is not a whole number",
                        STR_ARG(text_shown(binder->arena, node->text)));
        hint_decimals(binder, diag, slot, &figures);
        return false;
    }
    if (!ok) {
        report_number(binder, slot, node, "a whole number");
        return false;
    }
    if (figures.whole.len > DIGITS) {
        report_size(binder, node);
        return false;
    }
    int64_t size = append_digits(0, figures.whole);
    *number = figures.negative ? -size : size;
    return true;
}

void bind_whole(struct binder *binder, const struct slot *slot)
{
    struct whole *whole = slot->at;
    if (want_scalar(binder, slot) && want_text(binder, slot->node).at)
        whole->known = read_whole(binder, slot, slot->node, &whole->value);
}

void bind_wholes(struct binder *binder, const struct slot *slot)
{
    struct nodes nodes = want_scalars(binder, slot);
    int64_t *items = ARENA_ARRAY(binder->arena, int64_t, nodes.count);
    struct span *spans = ARENA_ARRAY(binder->arena, struct span, nodes.count);
    size_t count = 0;
    for (size_t i = 0; i < nodes.count; i++) {
        if (!read_whole(binder, slot, nodes.items[i], &items[count]))
            continue;
        spans[count++] = nodes.items[i]->span;
    }
    *(struct wholes *)slot->at = (struct wholes){items, spans, count};
}

/* ---- decimals ---- */

static void fill_decimal(struct str text, const struct figures *figures, struct decimal *decimal)
{
    int64_t mantissa = append_digits(append_digits(0, figures->whole), figures->decimals);
    *decimal = (struct decimal){
        .text = text,
        .mantissa = figures->negative ? -mantissa : mantissa,
        .scale = (int)figures->decimals.len,
    };
}

bool decimal_parse(struct str text, struct decimal *decimal)
{
    struct figures figures;
    if (!take_apart(text, &figures) || figures.decimals.len > DECIMALS ||
        figures.whole.len + figures.decimals.len > DIGITS)
        return false;
    fill_decimal(text, &figures, decimal);
    return true;
}

static bool check_decimal(struct binder *binder, const struct slot *slot,
                          const struct figures *figures)
{
    if (figures->decimals.len > DECIMALS) {
        diag_report(binder->diags, &E206, slot->node->span,
                    "`" STR_FMT "` has more than %d decimals",
                    STR_ARG(text_shown(binder->arena, slot->node->text)), DECIMALS);
        return false;
    }
    if (figures->whole.len + figures->decimals.len > DIGITS) {
        report_size(binder, slot->node);
        return false;
    }
    return true;
}

void bind_decimal(struct binder *binder, const struct slot *slot)
{
    if (!want_scalar(binder, slot))
        return;
    struct str text = want_code(binder, slot->node);
    struct figures figures;
    if (!text.at)
        return;
    if (!take_apart(text, &figures)) {
        report_number(binder, slot, slot->node, "a number");
        return;
    }
    if (check_decimal(binder, slot, &figures))
        fill_decimal(text, &figures, slot->at);
}
