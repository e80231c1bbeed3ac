/* Computes what a specification implies for the day of the briefing. */
#include "derive.h"

#include "../facts.h"
#include "spec/spec.h"

void measure_set(struct measure *measure, struct range value)
{
    measure->value = value;
    measure->at_least = (struct whole){.known = value.known, .value = value.low};
    measure->at_most = (struct whole){.known = value.known, .value = value.high};
}

void measure_set_claim(const struct derive *derive, struct measure *measure, enum claim_kind kind)
{
    const struct records *claims = &derive->briefing->claims;
    const struct inspection *latest = derive->full_count ? derive->full[0] : NULL;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = records_at(claims, &claim_table, i);
        if (claim->kind != (int)kind || !claim_disagrees(derive->briefing, latest, claim, measure))
            continue;
        measure->claimed = claim->wording;
        measure->claim_source = claim->fact.source;
        return;
    }
}

struct str long_date(const struct derive *derive, const struct date *date)
{
    return date_text(derive->arena, date, DATE_LONG);
}

void spec_derive(struct arena *arena, struct briefing *briefing)
{
    struct derive derive = {.arena = arena, .briefing = briefing};
    find_full_inspections(&derive);
    struct derived *derived = ARENA_NEW(arena, struct derived);
    derived->standing = derive_standing(&derive);
    derived->consecutive_inadequate = derive_consecutive(&derive);
    derive_interventions(&derive, derived);
    derived->deadlines = derive_deadlines(&derive);
    derived->provision = derive_provision(&derive);
    derive_actions(&derive, derived);
    briefing->derived = derived;
}
