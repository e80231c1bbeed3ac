/* What sources claim, each beside what the records give for the time it speaks of. */
#include "brief/lookup.h"
#include "derive/derive.h"

/* The inspections as they stood when a claim was made: those after the one it is about fall away.
 */
static struct derive as_at_claim(const struct derive *derive, const struct claim *claim)
{
    struct derive then = *derive;
    while (then.full_count && claim_is_of_an_earlier_time(derive->briefing, then.full[0], claim)) {
        then.full++;
        then.full_count--;
    }
    return then;
}

/* NULL for the kinds of claims about which nothing is computed. */
static const struct measure *computed_for(const struct derive *derive,
                                          const struct derived *derived, const struct claim *claim)
{
    if (claim->kind == CLAIM_MONTHS_IN_INTERVENTION)
        return derived->months_in_intervention;
    if (claim->kind != CLAIM_CONSECUTIVE_INADEQUATE)
        return NULL;
    struct derive then = as_at_claim(derive, claim);
    return derive_consecutive(&then, derive_standing(&then));
}

static enum answer agreement(const struct claim *claim, const struct measure *computed)
{
    if (!claim->value.known || !computed->value.known)
        return ANSWER_ABSENT;
    return claim_disagrees(claim, computed) ? ANSWER_NO : ANSWER_YES;
}

struct tested_claim_list derive_claims(const struct derive *derive, const struct derived *derived)
{
    const struct claim_list *claims = &derive->briefing->claims;
    struct tested_claim *tested = ARENA_ARRAY(derive->arena, struct tested_claim, claims->count);
    size_t count = 0;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
        const struct measure *computed = computed_for(derive, derived, claim);
        if (computed)
            tested[count++] = (struct tested_claim){
                .claim = claim, .computed = computed, .agrees = agreement(claim, computed)};
    }
    return (struct tested_claim_list){.items = tested, .count = count};
}
