/* Rules on what sources claim and where they differ: a conflict says which is used, and why. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/check.h"
#include "rules/rules_codes.h"

static bool share_a_source(const struct refs *a, const struct refs *b)
{
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            if (str_equal(a->items[i].id, b->items[j].id))
                return true;
    return false;
}

static bool is_explained(const struct check *check, const struct claim *claim)
{
    const struct conflict_list *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = &conflicts->items[i];
        if (share_a_source(&conflict->fact.source, &claim->fact.source))
            return true;
    }
    return false;
}

static void claims_agree_with_what_is_computed(const struct check *check)
{
    const struct tested_claim_list *claims = &check->briefing->derived->claims;
    for (size_t i = 0; i < claims->count; i++) {
        const struct tested_claim *tested = &claims->items[i];
        const struct claim *claim = tested->claim;
        if (!claim_disagrees(claim, tested->computed) || is_explained(check, claim))
            continue;
        struct diag *diag =
            diag_report(check->diags, &W225, SPAN_OF(claim, value),
                        "the source claims %lld, and what is computed is " STR_FMT,
                        (long long)claim->value.value, STR_ARG(tested->computed->text));
        diag_hint(check->diags, diag, "add a conflict that says which is used and why");
    }
}

static void conflicts_have_two_sides(const struct check *check)
{
    const struct conflict_list *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = &conflicts->items[i];
        if (conflict->says.count != 1)
            continue;
        struct diag *diag = diag_report(check->diags, &W241, SPAN_OF(conflict, says),
                                        "a conflict needs two who disagree");
        diag_hint(check->diags, diag, "add what the other source says");
    }
}

/* ---- what holds, and why ---- */

const struct rule claims_rules[] = {
    {CODES_OF(&W241), .holds = "a conflict has at least two sides",
     .evidence = "One side alone tells the reader nothing, but may be all that is known yet.",
     .briefing = conflicts_have_two_sides},
    {CODES_OF(&W225), .holds = "claims agree with what is computed, or a conflict says why not",
     .evidence = "Both are printed; sources count differently.",
     .derived = claims_agree_with_what_is_computed},
    {.codes = NULL},
};
