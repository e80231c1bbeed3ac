/* Rules on numbers: what is counted, amounts of money, and those beside a source's own words. */
#include "base/number_words.h"
#include "brief/lookup.h"
#include "brief/spec.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* ---- counts, and the width of a picture ---- */

enum { PERCENT = 100 };

static void check_whole(const void *record, const struct record_table *table,
                        const struct field *field, void *data)
{
    (void)table;
    if (field->kind != FIELD_WHOLE)
        return;
    struct diags *diags = data;
    const struct whole *number = record_member(record, field);
    int64_t most = field->percent ? PERCENT : COUNT_MOST;
    if (!number->known || (number->value >= 0 && number->value <= most))
        return;
    struct diag *diag = diag_report(diags, &E235, record_span(record, field), "`%s` cannot be %lld",
                                    field->name, (long long)number->value);
    diag_hint(diags, diag, "write a number from 0 to %lld", (long long)most);
}

static void counts_are_plausible(const struct check *check)
{
    briefing_walk(check->briefing, check_whole, check->diags);
}

static void figures_fit_the_page(const struct check *check)
{
    const struct figure_list *figures = &check->briefing->figures;
    for (size_t i = 0; i < figures->count; i++) {
        const struct figure *figure = &figures->items[i];
        int64_t width = figure->width.value;
        bool fits = width >= FIGURE_WIDTH_LEAST && width <= FIGURE_WIDTH_MOST;
        if (!figure->width.known || fits || width < 0 || width > PERCENT)
            continue; /* what is below zero or beyond all was reported as such */
        struct diag *diag = diag_report(check->diags, &E235, SPAN_OF(figure, width),
                                        "a figure cannot be %lld percent wide", (long long)width);
        diag_hint(check->diags, diag, "write a number from %d to %d", FIGURE_WIDTH_LEAST,
                  FIGURE_WIDTH_MOST);
    }
}

/* ---- what a source calls a number ---- */

enum { MONTHS_IN_A_YEAR = 12, THOUSANDTHS = 1000, ROUGHLY = 10 };

/* Is one number meant by another: the same, or near it where the words say that they are rough? */
static bool is_meant(int64_t value, const struct named_number *named, int64_t unit)
{
    int64_t wanted = value * THOUSANDTHS, said = named->thousandths * unit;
    int64_t apart = wanted > said ? wanted - said : said - wanted;
    return apart == 0 || (named->rough && apart <= said / ROUGHLY);
}

/* `half` may be half of a year, or fifty per cent; `two thirds` are 66 or 67. */
static bool is_fraction(int64_t value, const struct named_number *named)
{
    int64_t percent = named->thousandths * PERCENT;
    return named->fraction && value * THOUSANDTHS <= percent + THOUSANDTHS &&
           value * THOUSANDTHS >= percent - THOUSANDTHS;
}

/* `one in five`: twenty per cent. */
static bool is_share(int64_t value, const struct named_number *of, const struct named_number *named,
                     struct str text)
{
    struct str between = str_trim(str_part(text, of->end, named->start));
    return str_is(between, "in") && named->thousandths > 0 &&
           value == (of->thousandths * PERCENT + named->thousandths / 2) / named->thousandths;
}

/* Years are `unit` of what is counted, and months that follow are added: `two years and six
 * months`. */
static bool are_together(int64_t value, const struct named_number *years,
                         const struct named_number *months, int64_t unit)
{
    return unit > 1 && value * THOUSANDTHS == years->thousandths * unit + months->thousandths;
}

/* Does the text name numbers, and is `value` none of them, neither as it is nor as `unit` of them?
 */
static bool names_others(struct str text, int64_t value, int64_t unit)
{
    bool any = false;
    struct named_number named, before = {.thousandths = 0};
    for (size_t at = 0; number_words_next(text, &at, &named); before = named) {
        if (is_meant(value, &named, 1) || is_meant(value, &named, unit) ||
            is_fraction(value, &named) || is_share(value, &before, &named, text) ||
            are_together(value, &before, &named, unit))
            return false;
        any = any || !named.weak;
    }
    return any;
}

static void check_number(const struct check *check, const void *record, const char *field,
                         const struct whole *number, struct str wording, int64_t unit)
{
    if (!number->known || !names_others(wording, number->value, unit))
        return;
    struct diag *diag =
        diag_report(check->diags, &W247, record_span_of(record, field),
                    "the wording does not name the number %lld", (long long)number->value);
    diag_note(check->diags, diag, record_span_of(record, "wording"), "the wording is here");
}

static void numbers_agree_with_their_wording(const struct check *check)
{
    const struct claim_list *claims = &check->briefing->claims;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
        int64_t unit = claim->kind == CLAIM_MONTHS_IN_INTERVENTION ? MONTHS_IN_A_YEAR : 1;
        check_number(check, claim, "value", &claim->value, claim->wording, unit);
    }
    const struct inspection_list *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = &inspections->items[i];
        for (size_t k = 0; k < inspection->unnamed.count; k++) {
            const struct unnamed *unnamed = &inspection->unnamed.items[k];
            check_number(check, unnamed, "count", &unnamed->count, unnamed->wording, 1);
        }
    }
}

/* ---- what holds, and why ---- */

const struct rule numbers_rules[] = {
    {CODES_OF(&E235), .holds = "figures fit the width of the page",
     .evidence = "Wider ones would run over its edge, and narrower ones show nothing.",
     .briefing = figures_fit_the_page},
    {CODES_OF(&E235), .holds = "counts are neither below zero nor beyond belief",
     .evidence = "Nothing counted here comes near a million.", .briefing = counts_are_plausible},
    {CODES_OF(&W247), .holds = "a number is the one that its wording names",
     .evidence = "Words can be counted in more than one way, so it is no error.",
     .briefing = numbers_agree_with_their_wording},
    {.codes = NULL},
};
