/* Rule on counts of unnamed judgements: with those that are named, no more than the framework has.
 */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* The one source that a part of an inspection comes from; absent when there are several. */
static struct str only_source(const struct refs *own, const struct inspection *inspection)
{
    const struct refs *refs = own->count ? own : &inspection->fact.source;
    return refs->count == 1 ? refs->items[0].id : STR_NONE;
}

/* Judgements below the overall one that are the council's own. */
static int64_t judgements_of(const struct framework *framework)
{
    int64_t count = 0;
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        count += !str_is(judgement->id, "overall") && judgement->level != LEVEL_SEPARATE;
    }
    return count;
}

static int64_t named_by(const struct framework *framework, const struct inspection *inspection,
                        struct str source)
{
    int64_t count = 0;
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        count += judgement && judgement->level != LEVEL_SEPARATE &&
                 str_equal(only_source(&entry->source, inspection), source);
    }
    return count;
}

static int64_t counted_by(const struct inspection *inspection, struct str source)
{
    int64_t count = 0;
    for (size_t i = 0; i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        if (str_equal(only_source(&unnamed->fact.source, inspection), source))
            count += count_of(&unnamed->count);
    }
    return count;
}

/* Is there an earlier entry of the same source: then its sum was checked there. */
static bool summed_before(const struct inspection *inspection, size_t at, struct str source)
{
    for (size_t i = 0; i < at; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        if (str_equal(only_source(&unnamed->fact.source, inspection), source))
            return true;
    }
    return false;
}

static void check_counts_of(const struct check *check, const struct inspection *inspection,
                            const struct framework *framework, const struct unnamed *unnamed)
{
    struct str source = only_source(&unnamed->fact.source, inspection);
    int64_t counted = counted_by(inspection, source);
    int64_t named = named_by(framework, inspection, source), has = judgements_of(framework);
    if (counted + named <= has)
        return;
    struct diag *diag =
        diag_report(check->diags, &E223, SPAN_OF(unnamed, count),
                    STR_FMT " has %lld judgements below the overall one, and this makes %lld",
                    STR_ARG(framework->id), (long long)has, (long long)(counted + named));
    diag_hint(check->diags, diag, "the source counts %lld and names %lld", (long long)counted,
              (long long)named);
    note_framework(check, diag, inspection);
}

static void counts_fit_the_framework(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework)
        return;
    for (size_t i = 0; i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        struct str source = only_source(&unnamed->fact.source, inspection);
        if (source.len && unnamed->count.known && !summed_before(inspection, i, source))
            check_counts_of(check, inspection, framework, unnamed);
    }
}

/* ---- against the judgements that other sources name ---- */

/* How many of the council's own judgements are named with this grade; -1 unless all are named. */
static int64_t named_with(const struct framework *framework, const struct inspection *inspection,
                          struct str grade)
{
    int64_t named = 0, with = 0;
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        if (!judgement || judgement->level == LEVEL_SEPARATE)
            continue;
        named++;
        with += str_equal(entry->grade, grade);
    }
    return named == judgements_of(framework) ? with : -1;
}

/* A count on a narrower basis may be lower than what is named, never higher. */
static void counts_agree_with_names(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    for (size_t i = 0; framework && i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        int64_t named = named_with(framework, inspection, unnamed->grade);
        int64_t counted = unnamed->count.known ? count_of(&unnamed->count) : 1;
        if (!unnamed->grade.len || named < 0 || counted <= named)
            continue;
        struct diag *diag =
            diag_report(check->diags, &W243, SPAN_OF(unnamed, grade),
                        "%lld judgement%s named with this grade, and %lld counted",
                        (long long)named, named == 1 ? " is" : "s are", (long long)counted);
        diag_hint(check->diags, diag, "all judgements are named: the count adds none to them");
        diag_note(check->diags, diag, SPAN_OF(inspection, judgements),
                  "the judgements are named here");
    }
}

/* ---- against the overall judgement ---- */

static void widen(const struct check *check, struct range *range, struct str grade)
{
    const struct grade *found = grade_find(check->briefing->frameworks, grade);
    if (!found || !found->rank.known)
        return;
    int64_t rank = found->rank.value;
    range->low = range->known && range->low < rank ? range->low : rank;
    range->high = range->known && range->high > rank ? range->high : rank;
    range->known = true;
}

/* The ranks of all that one source names or counts. */
static struct range ranks_of(const struct check *check, const struct inspection *inspection,
                             const struct framework *framework, struct str source)
{
    struct range range = {0};
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        if (judgement && judgement->level != LEVEL_SEPARATE &&
            str_equal(only_source(&entry->source, inspection), source))
            widen(check, &range, entry->grade);
    }
    for (size_t i = 0; i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        if (str_equal(only_source(&unnamed->fact.source, inspection), source))
            widen(check, &range, unnamed->grade);
    }
    return range;
}

static void check_overall(const struct check *check, const struct inspection *inspection,
                          const struct framework *framework, const struct unnamed *unnamed)
{
    struct str source = only_source(&unnamed->fact.source, inspection);
    if (counted_by(inspection, source) + named_by(framework, inspection, source) !=
        judgements_of(framework))
        return;
    struct range range = ranks_of(check, inspection, framework, source);
    const struct grade *overall = grade_find(check->briefing->frameworks, inspection->overall);
    if (!overall || !overall->rank.known || !range.known ||
        (overall->rank.value >= range.low && overall->rank.value <= range.high))
        return;
    struct diag *diag = diag_report(check->diags, &E225, SPAN_OF(inspection, overall),
                                    overall->rank.value < range.low
                                        ? "`" STR_FMT "` is better than every judgement counted"
                                        : "`" STR_FMT "` is worse than every judgement counted",
                                    STR_ARG(inspection->overall));
    diag_note(check->diags, diag, SPAN_OF(inspection, unnamed), "the judgements are counted here");
}

static void overall_is_within_counts(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    if (!framework || framework->overall_rule == OVERALL_RULE_ABSENT)
        return;
    for (size_t i = 0; i < inspection->unnamed.count; i++) {
        const struct unnamed *unnamed = &inspection->unnamed.items[i];
        struct str source = only_source(&unnamed->fact.source, inspection);
        if (source.len && !summed_before(inspection, i, source))
            check_overall(check, inspection, framework, unnamed);
    }
}

/* ---- what holds, and why ---- */

const struct rule counts_rules[] = {
    {CODES_OF(&E223), .holds = "no more judgements than the framework has",
     .evidence = "It cannot be otherwise, for one source.", .inspection = counts_fit_the_framework},
    {CODES_OF(&W243), .holds = "counts agree with the judgements that are named",
     .evidence = "Two sources may count on different bases.",
     .inspection = counts_agree_with_names},
    {CODES_OF(&E225),
     .holds = "overall lies within the range of the judgements that a source counts",
     .evidence = "It follows from the same rule on judgements that are named, once a source counts "
                 "all of them.",
     .inspection = overall_is_within_counts},
    {.codes = NULL},
};
