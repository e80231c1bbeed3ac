/* Rule on claims: a source that disagrees with what is computed is explained by a conflict. */
#include "../facts.h"
#include "base/diag.h"
#include "rules.h"

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
    const struct records *conflicts = &check->briefing->conflicts;
    for (size_t i = 0; i < conflicts->count; i++) {
        const struct conflict *conflict = records_at(conflicts, &conflict_table, i);
        if (share_a_source(&conflict->fact.source, &claim->fact.source))
            return true;
    }
    return false;
}

static const struct measure *computed_for(const struct check *check, const struct claim *claim)
{
    switch (claim->kind) {
    case CLAIM_CONSECUTIVE_INADEQUATE: return check->briefing->derived->consecutive_inadequate;
    case CLAIM_MONTHS_IN_INTERVENTION: return check->briefing->derived->months_in_intervention;
    default: return NULL;
    }
}

void claims_agree_with_what_is_computed(const struct check *check)
{
    const struct records *claims = &check->briefing->claims;
    const struct inspection *latest = check->briefing->derived->standing->inspection;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = records_at(claims, &claim_table, i);
        const struct measure *measure = computed_for(check, claim);
        if (!measure || !claim_disagrees(check->briefing, latest, claim, measure) ||
            is_explained(check, claim))
            continue;
        struct diag *diag = diag_report(check->diags, W225, record_span_of(claim, "value"),
                                        "the source claims %lld, and what is computed is " STR_FMT,
                                        (long long)claim->value.value, STR_ARG(measure->text));
        diag_hint(check->diags, diag, "add a conflict that says which is used and why");
    }
}
