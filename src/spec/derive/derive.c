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
        if (claim->kind != (int)kind || !claim_disagrees(claim, measure) ||
            (latest && claim_is_of_an_earlier_time(derive->briefing, latest, claim)))
            continue;
        measure->head = claim->fact.head;
        measure->claimed = claim->wording;
        measure->claim_source = claim->fact.source;
        return;
    }
}

struct str long_date(const struct derive *derive, const struct date *date)
{
    return date_text(derive->arena, date, DATE_LONG);
}

struct str time_from_today(const struct derive *derive, const struct date *when)
{
    return time_from_text(derive->arena, derive->briefing->briefing->as_at.first, when);
}

void spec_derive(struct arena *arena, struct briefing *briefing, const struct calendar *calendar)
{
    struct derive derive = {.arena = arena, .briefing = briefing, .calendar = calendar};
    find_full_inspections(&derive);
    struct derived *derived = ARENA_NEW(arena, struct derived);
    derived->standing = derive_standing(&derive);
    derived->consecutive_inadequate = derive_consecutive(&derive);
    derive_interventions(&derive, derived);
    derived->deadlines = derive_deadlines(&derive);
    derived->provision = derive_provision(&derive);
    derived->claims = derive_claims(&derive, derived);
    derive_actions(&derive, derived);
    derive_pace(&derive, derived);
    derived->action_plan = derive_action_plan(&derive);
    derive_directors(&derive, derived);
    derived->evidence = derive_evidence(&derive, derived);
    briefing->derived = derived;
}
