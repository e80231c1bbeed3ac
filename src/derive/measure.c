/* What the steps share: measures, what sources claim them to be, and days in words. */
#include "brief/lookup.h"
#include "derive/derive.h"

void measure_set(struct measure *measure, struct range value)
{
    measure->value = value;
    measure->at_least = (struct whole){.known = value.known, .value = value.low};
    measure->at_most = (struct whole){.known = value.known, .value = value.high};
}

void measure_set_claim(const struct derive *derive, struct measure *measure, enum claim_kind kind)
{
    const struct claim_list *claims = &derive->briefing->claims;
    const struct inspection *latest = derive->full_count ? derive->full[0] : NULL;
    for (size_t i = 0; i < claims->count; i++) {
        const struct claim *claim = &claims->items[i];
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
