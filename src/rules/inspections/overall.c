/* Rules on the overall judgement: whether it agrees with the judgements below it. */
#include "brief/lookup.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

/* The framework, when it has this rule and the overall judgement is known. */
static const struct framework *framework_with_rule(const struct check *check,
                                                   const struct inspection *inspection,
                                                   enum overall_rule rule)
{
    const struct framework *framework = inspection_framework(check->briefing, inspection);
    bool applies = framework && framework->overall_rule == (int)rule && inspection->overall.len &&
                   framework_allows(framework, NULL, inspection->overall);
    return applies ? framework : NULL;
}

static const struct grade_entry *entry_of(const struct inspection *inspection, struct str judgement)
{
    for (size_t i = 0; i < inspection->judgements.count; i++)
        if (str_equal(inspection->judgements.items[i].judgement, judgement))
            return &inspection->judgements.items[i];
    return NULL;
}

/* The key judgements of an inspection, as far as they are known. */
struct key_judgements {
    bool all_known;
    const struct grade_entry *inadequate; /* the first that is; NULL: none known to be */
};

static struct key_judgements key_judgements(const struct framework *framework,
                                            const struct inspection *inspection)
{
    struct key_judgements keys = {.all_known = true};
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (judgement->level != LEVEL_KEY)
            continue;
        const struct grade_entry *entry = entry_of(inspection, judgement->id);
        if (!entry)
            keys.all_known = false;
        else if (!keys.inadequate && grade_is_inadequate(entry->grade))
            keys.inadequate = entry;
    }
    return keys;
}

static void overall_agrees_with_key_judgements(const struct check *check,
                                               const struct inspection *inspection)
{
    const struct framework *framework =
        framework_with_rule(check, inspection, OVERALL_ANY_KEY_INADEQUATE);
    if (!framework)
        return;
    struct key_judgements keys = key_judgements(framework, inspection);
    bool inadequate = grade_is_inadequate(inspection->overall);
    if (keys.inadequate && !inadequate) {
        struct diag *diag = diag_report(check->diags, &E224, SPAN_OF(inspection, overall),
                                        STR_FMT " is inadequate overall when a key judgement is",
                                        STR_ARG(framework->id));
        diag_hint(check->diags, diag, "write `inadequate`, or correct the key judgement");
        diag_suggest(check->diags, diag, diag->span, STR("inadequate"));
        diag_note(check->diags, diag, keys.inadequate->grade_span,
                  "`" STR_FMT "` is inadequate here", STR_ARG(keys.inadequate->judgement));
    } else if (inadequate && keys.all_known && !keys.inadequate) {
        struct diag *diag = diag_report(
            check->diags, &E224, SPAN_OF(inspection, overall),
            STR_FMT " is inadequate overall only when a key judgement is", STR_ARG(framework->id));
        diag_note(check->diags, diag, SPAN_OF(inspection, judgements),
                  "none of the key judgements is inadequate");
    }
}

/* Best and worst rank of the judgements; false unless the grade of every one is known. */
static bool rank_range(const struct check *check, const struct framework *framework,
                       const struct inspection *inspection, struct range *range)
{
    *range = (struct range){0};
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (judgement->level != LEVEL_KEY && judgement->level != LEVEL_SUB)
            continue;
        const struct grade *grade =
            grade_find(check->briefing->frameworks, inspection_grade(inspection, judgement->id));
        if (!grade || !grade->rank.known)
            return false;
        int64_t rank = grade->rank.value;
        range->low = range->known && range->low < rank ? range->low : rank;
        range->high = range->known && range->high > rank ? range->high : rank;
        range->known = true;
    }
    return range->known;
}

/* Both kinds of framework keep to the range of their judgements. */
static const struct framework *framework_with_range(const struct check *check,
                                                    const struct inspection *inspection)
{
    const struct framework *within =
        framework_with_rule(check, inspection, OVERALL_WITHIN_JUDGEMENTS);
    return within ? within : framework_with_rule(check, inspection, OVERALL_ANY_KEY_INADEQUATE);
}

static void overall_is_within_judgements(const struct check *check,
                                         const struct inspection *inspection)
{
    const struct framework *framework = framework_with_range(check, inspection);
    struct range range;
    if (!framework || !rank_range(check, framework, inspection, &range))
        return;
    const struct grade *overall = grade_find(check->briefing->frameworks, inspection->overall);
    if (!overall->rank.known ||
        (overall->rank.value >= range.low && overall->rank.value <= range.high))
        return;
    struct diag *diag = diag_report(check->diags, &E225, SPAN_OF(inspection, overall),
                                    overall->rank.value < range.low
                                        ? "`" STR_FMT "` is better than every judgement below it"
                                        : "`" STR_FMT "` is worse than every judgement below it",
                                    STR_ARG(inspection->overall));
    diag_note(check->diags, diag, SPAN_OF(inspection, judgements), "the judgements are given here");
}

static void inadequate_judgement_shows_in_overall(const struct check *check,
                                                  const struct inspection *inspection)
{
    const struct framework *framework =
        framework_with_rule(check, inspection, OVERALL_WITHIN_JUDGEMENTS);
    if (!framework || grade_is_inadequate(inspection->overall) || inspection->fact.how_known.len)
        return;
    const struct grade_entry *entry = key_judgements(framework, inspection).inadequate;
    if (!entry)
        return;
    struct diag *diag = diag_report(check->diags, &W221, entry->grade_span,
                                    "`" STR_FMT "` is inadequate and the overall judgement is not",
                                    STR_ARG(entry->judgement));
    diag_hint(check->diags, diag,
              "this is rare: check it against the report, and say in `how_known` that you did");
}

static void overall_is_a_grade_given(const struct check *check, const struct inspection *inspection)
{
    const struct framework *framework = framework_with_range(check, inspection);
    struct range range;
    if (!framework || !rank_range(check, framework, inspection, &range))
        return;
    const struct grade *overall = grade_find(check->briefing->frameworks, inspection->overall);
    if (!overall->rank.known || overall->rank.value <= range.low ||
        overall->rank.value >= range.high)
        return;
    for (size_t i = 0; i < inspection->judgements.count; i++)
        if (str_equal(inspection->judgements.items[i].grade, inspection->overall))
            return;
    struct diag *diag = diag_report(check->diags, &W248, SPAN_OF(inspection, overall),
                                    "no judgement has the overall grade `" STR_FMT "`",
                                    STR_ARG(inspection->overall));
    diag_hint(check->diags, diag, "this has not been seen: check it against the report");
    diag_note(check->diags, diag, SPAN_OF(inspection, judgements), "the judgements are given here");
}

/* Under the SIF always; under ILACS where the council is not inadequate overall. */
static void judgements_are_near_the_overall_one(const struct check *check,
                                                const struct inspection *inspection)
{
    const struct framework *framework = framework_with_range(check, inspection);
    bool any_will_do = grade_is_inadequate(inspection->overall) && framework &&
                       framework->overall_rule == OVERALL_WITHIN_JUDGEMENTS;
    if (!framework || any_will_do)
        return;
    const struct frameworks *frameworks = check->briefing->frameworks;
    const struct grade *overall = grade_find(frameworks, inspection->overall);
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        const struct grade *grade = grade_find(frameworks, entry->grade);
        bool ranked = grade && grade->rank.known && overall->rank.known;
        if (!judgement || judgement->level != LEVEL_KEY || !ranked)
            continue;
        int64_t apart = grade->rank.value - overall->rank.value;
        if (apart >= -1 && apart <= 1)
            continue;
        struct diag *diag = diag_report(check->diags, &W251, entry->grade_span,
                                        "`" STR_FMT "` is two grades from the overall judgement",
                                        STR_ARG(entry->judgement));
        diag_hint(check->diags, diag, "this has not been seen: check it against the report");
        diag_note(check->diags, diag, SPAN_OF(inspection, overall),
                  "the overall judgement is here");
    }
}

/* ---- what holds, and why ---- */

const struct rule overall_rules[] = {
    {CODES_OF(&E224),
     .holds = "under the SIF, overall is inadequate if and only if a key judgement is",
     .evidence = "It is so in all 167 SIF reports.",
     .inspection = overall_agrees_with_key_judgements},
    {CODES_OF(&E225), .holds = "overall lies within the range of the judgements",
     .evidence = "It is so in all 167 SIF and all 310 ILACS reports.",
     .inspection = overall_is_within_judgements},
    {CODES_OF(&W248), .holds = "some judgement has the overall grade",
     .evidence =
         "It is so in all 477 reports with an overall judgement; the handbooks do not say so.",
     .inspection = overall_is_a_grade_given},
    {CODES_OF(&W251), .holds = "no key judgement is two grades from the overall one",
     .evidence =
         "It is so in all 167 SIF reports, and in the 276 ILACS reports above inadequate; the "
         "handbooks do not say so.",
     .inspection = judgements_are_near_the_overall_one},
    {CODES_OF(&W221), .holds = "an inadequate judgement shows in the overall one",
     .evidence =
         "Under ILACS leaders alone were inadequate in three reports that were not so overall; the "
         "other judgements never, in 33 reports.",
     .inspection = inadequate_judgement_shows_in_overall},
    {.codes = NULL},
};
