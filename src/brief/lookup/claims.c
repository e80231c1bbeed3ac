/* Questions about what sources claim: when it was said, and whether it differs from what was
 * computed. */
#include "brief/lookup.h"

#include "brief/spec.h"

/* When a claim was made: its own date, else the publication of its first source that has one. */
static struct date claim_date(const struct briefing *briefing, const struct claim *claim)
{
    if (claim->date.precision != DATE_UNKNOWN)
        return claim->date;
    for (size_t i = 0; i < claim->fact.source.count; i++) {
        size_t number = spec_ref_number(briefing, &claim->fact.source.items[i]);
        const struct evidence *source = number ? &briefing->sources.items[number - 1] : NULL;
        if (source && source->published.precision != DATE_UNKNOWN)
            return source->published;
    }
    return (struct date){.precision = DATE_UNKNOWN};
}

bool claim_is_of_an_earlier_time(const struct briefing *briefing,
                                 const struct inspection *inspection, const struct claim *claim)
{
    if (claim->kind != CLAIM_CONSECUTIVE_INADEQUATE)
        return false;
    if (claim->about.record && claim->about.table == &inspection_table)
        return claim->about.record != inspection;
    struct date date = claim_date(briefing, claim);
    return date_surely_after(inspection_date(inspection), &date);
}

bool claim_disagrees(const struct claim *claim, const struct measure *measure)
{
    if (!claim->value.known)
        return false;
    if (!measure->at_least.known && !measure->at_most.known)
        return true;
    return (measure->at_least.known && claim->value.value < measure->at_least.value) ||
           (measure->at_most.known && claim->value.value > measure->at_most.value);
}
