/* How well the facts are supported, and what sources claim of what is computed. */
#include "brief/lookup.h"
#include "brief/spec.h"
#include "derive/derive.h"

/* ---- what sources claim, each beside what the records give for the time it speaks of ---- */

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

/* ---- how well the facts are supported: sources, dates that were worked out, disagreement ---- */

/* A record that states a fact is one that is expected to name its sources. */
static bool states_a_fact(const struct field *field)
{
    return field->kind == FIELD_REFS && field->presence == EXPECTED && field->ids == IDS_SOURCES;
}

static void count_sources(struct assurance *assurance, const struct refs *refs)
{
    assurance->facts.value++;
    assurance->sourced.value += refs->count > 0;
    assurance->unsourced.value += refs->count == 0;
    assurance->single_source.value += refs->count == 1;
}

static bool is_exact(const struct date *date)
{
    if (date->precision == DATE_INTERVAL)
        return date->start.precision == DATE_DAY && date->end.precision == DATE_DAY;
    return date->precision == DATE_DAY;
}

static void count_date(struct assurance *assurance, const struct date *date)
{
    if (date->precision == DATE_UNKNOWN)
        return;
    assurance->dates.value++;
    assurance->inferred.value += date->inferred;
    assurance->approximate.value += date->approximate;
    assurance->imprecise.value += !is_exact(date);
}

static bool is_date(const struct field *field)
{
    return field->kind == FIELD_DATE || field->kind == FIELD_PERIOD;
}

/* When a record was brought up to date, or a plan came true, is no date that a fact lacks. */
static bool may_be_missed(const struct field *field)
{
    struct str name = str_from(field->name);
    return is_date(field) && !field->ahead && !str_is(name, "updated") && !str_is(name, "actual");
}

/* Has the record fields for a date of what happened, and none of them filled? */
static bool is_undated(const struct record_table *table, const void *record)
{
    bool could = false;
    for (const struct field *field = table->fields; field->name; field++) {
        const struct date *date = record_member(record, field);
        if (!may_be_missed(field))
            continue;
        if (date->precision != DATE_UNKNOWN)
            return false;
        could = true;
    }
    return could;
}

/* What says something of the paper or its sources, and not of the council's services. */
static bool is_no_fact(const struct record_table *table)
{
    return table == &front_sheet_table || table == &council_table || table == &evidence_table ||
           table == &cover_table || table == &correction_table || table == &withdrawal_table;
}

static void count_field(const void *record, const struct record_table *table,
                        const struct field *field, void *data)
{
    struct assurance *assurance = data;
    if (strcmp(field->name, "how_known") == 0)
        assurance->remarks.value += field_is_filled(field, record_member(record, field));
    if (is_no_fact(table))
        return;
    if (is_date(field))
        count_date(assurance, record_member(record, field));
    if (states_a_fact(field)) {
        count_sources(assurance, record_member(record, field));
        assurance->undated.value += is_undated(table, record);
    }
}

/* "all 60 facts name a source", "58 of 60 facts name a source". */
static void add_sourced(struct buf *out, long long sourced, long long facts)
{
    if (sourced < facts)
        buf_addf(out, "%lld of %lld facts name%s a source", sourced, facts,
                 sourced == 1 ? "s" : "");
    else if (facts == 1)
        buf_addz(out, "the only fact names a source");
    else if (facts == 2)
        buf_addz(out, "both facts name a source");
    else
        buf_addf(out, "all %lld facts name a source", facts);
}

/* How many of those rest on one source alone. */
static void add_single(struct buf *out, long long single, long long sourced)
{
    if (!single || !sourced)
        return;
    if (single == sourced)
        buf_addz(out, sourced == 1 ? ", and only one" : ", and each rests on one alone");
    else
        buf_addf(out, ", and %lld of them rest%s on one alone", single, single == 1 ? "s" : "");
}

static struct str text_of(struct arena *arena, const struct assurance *assurance)
{
    struct buf out = {.arena = arena};
    if (!assurance->facts.value)
        return STR("it states no facts");
    add_sourced(&out, (long long)assurance->sourced.value, (long long)assurance->facts.value);
    add_single(&out, (long long)assurance->single_source.value,
               (long long)assurance->sourced.value);
    return buf_str(&out);
}

static int64_t count_disputed(const struct derived *derived)
{
    const struct measure *const measures[] = {derived->consecutive_inadequate,
                                              derived->months_in_intervention};
    int64_t count = 0;
    for (size_t i = 0; i < sizeof measures / sizeof *measures; i++)
        count += measures[i]->claimed.len > 0;
    return count;
}

const struct assurance *derive_evidence(const struct derive *derive, const struct derived *derived)
{
    const struct briefing *briefing = derive->briefing;
    struct assurance *assurance = ARENA_NEW(derive->arena, struct assurance);
    struct whole *const counts[] = {
        &assurance->facts,     &assurance->sourced,   &assurance->unsourced,
        &assurance->dates,     &assurance->inferred,  &assurance->approximate,
        &assurance->sources,   &assurance->conflicts, &assurance->disputed,
        &assurance->imprecise, &assurance->undated,   &assurance->single_source,
        &assurance->remarks,
    };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        counts[i]->known = true;
    briefing_walk(briefing, count_field, assurance);
    assurance->sources.value = (int64_t)briefing->sources.count;
    assurance->conflicts.value = (int64_t)briefing->conflicts.count;
    assurance->disputed.value = count_disputed(derived);
    if (assurance->facts.value)
        assurance->sourced_percent =
            (struct whole){true, percentage(assurance->sourced.value, assurance->facts.value)};
    assurance->text = text_of(derive->arena, assurance);
    return assurance;
}
