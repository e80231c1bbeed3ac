/* Rule on numbers that stand beside a source's own words: they are the ones that the words name. */
#include "base/diag.h"
#include "rules.h"

enum { MONTHS_IN_A_YEAR = 12, DIGITS_MOST = 6 };

static const struct {
    const char *word;
    int value;
} number_words[] = {
    {"one", 1},    {"first", 1},   {"once", 1},   {"two", 2},     {"second", 2},
    {"twice", 2},  {"both", 2},    {"three", 3},  {"third", 3},   {"four", 4},
    {"fourth", 4}, {"five", 5},    {"fifth", 5},  {"six", 6},     {"sixth", 6},
    {"seven", 7},  {"seventh", 7}, {"eight", 8},  {"eighth", 8},  {"nine", 9},
    {"ninth", 9},  {"ten", 10},    {"tenth", 10}, {"eleven", 11}, {"twelve", 12},
};

static bool is_word_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9');
}

static bool same_word(struct str word, const char *lower)
{
    struct str other = str_from(lower);
    if (word.len != other.len)
        return false;
    for (size_t i = 0; i < word.len; i++) {
        bool capital = word.at[i] >= 'A' && word.at[i] <= 'Z';
        if ((capital ? word.at[i] - 'A' + 'a' : word.at[i]) != other.at[i])
            return false;
    }
    return true;
}

/* The number that a word names, in letters or digits; 0 when it names none. */
static int64_t number_of(struct str word)
{
    for (size_t i = 0; i < sizeof number_words / sizeof *number_words; i++)
        if (same_word(word, number_words[i].word))
            return number_words[i].value;
    int64_t value = 0;
    for (size_t i = 0; i < word.len; i++) {
        if (word.at[i] < '0' || word.at[i] > '9' || i == DIGITS_MOST)
            return 0;
        value = value * 10 + (word.at[i] - '0');
    }
    return value;
}

/* Does the text name numbers, and is `value` none of them, neither as it is nor as `unit` of them?
 */
static bool names_others(struct str text, int64_t value, int64_t unit)
{
    bool any = false;
    for (size_t at = 0; at < text.len;) {
        size_t end = at;
        while (end < text.len && is_word_byte(text.at[end]))
            end++;
        int64_t number = number_of(str_part(text, at, end));
        if (number && (number == value || number * unit == value))
            return false;
        any = any || number;
        at = end + 1;
    }
    return any;
}

static void check_number(const struct check *check, const void *record, const char *field,
                         const struct whole *number, struct str wording, int64_t unit)
{
    if (!number->known || !names_others(wording, number->value, unit))
        return;
    struct diag *diag =
        diag_report(check->diags, W247, record_span_of(record, field),
                    "the wording does not name the number %lld", (long long)number->value);
    diag_note(check->diags, diag, record_span_of(record, "wording"), "the wording is here");
}

void numbers_agree_with_their_wording(const struct check *check)
{
    const struct records *claims = &check->briefing->claims;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = records_at(claims, &claim_table, i);
        int64_t unit = claim->kind == CLAIM_MONTHS_IN_INTERVENTION ? MONTHS_IN_A_YEAR : 1;
        check_number(check, claim, "value", &claim->value, claim->wording, unit);
    }
    const struct records *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = records_at(inspections, &inspection_table, i);
        for (size_t k = 0; k < inspection->unnamed.count; k++) {
            const struct unnamed *unnamed = records_at(&inspection->unnamed, &unnamed_table, k);
            check_number(check, unnamed, "count", &unnamed->count, unnamed->wording, 1);
        }
    }
}

void conflicts_have_two_sides(const struct check *check)
{
    const struct records *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = records_at(conflicts, &conflict_table, i);
        if (conflict->says.count != 1)
            continue;
        struct diag *diag = diag_report(check->diags, W241, record_span_of(conflict, "says"),
                                        "a conflict needs two who disagree");
        diag_hint(check->diags, diag, "add what the other source says");
    }
}
