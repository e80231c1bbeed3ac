/* Checks a bound briefing by the rules of the field: the tables below are all of them. */
#include "rules/rules.h"
#include "spec/spec.h"

#define COUNT_OF(table) (sizeof(table) / sizeof *(table))

static const struct {
    const char *name;
    void (*check)(const struct check *check);
} briefing_rules[] = {
    {"the briefing is made for a day", as_at_is_a_day},
    {"exempt paragraphs and classification fit", exempt_paragraphs_fit_the_class},
    {"the council still exists", council_still_exists},
    {"counts are plausible", counts_are_plausible},
    {"every source is used", sources_are_used},
    {"sources are published before they are read", source_dates_are_in_order},
    {"statuses fit their dates", statuses_fit_their_dates},
    {"ratings of provision add up", provision_adds_up},
};

static const struct {
    const char *name;
    void (*check)(const struct check *check, const struct inspection *inspection);
} inspection_rules[] = {
    {"an inspection has a date", inspection_has_a_date},
    {"a report follows its fieldwork", report_follows_fieldwork},
    {"a report is out on the day of the briefing", report_is_out},
    {"the framework was in use", framework_was_in_use},
    {"judgements are those of the framework", judgements_are_of_the_framework},
    {"an overall judgement only where there is one", overall_is_of_the_framework},
    {"grades are those of the framework", grades_are_of_the_framework},
    {"no more judgements than the framework has", counts_fit_the_framework},
    {"overall inadequate if a key judgement is", overall_agrees_with_key_judgements},
    {"overall within the range of the judgements", overall_is_within_judgements},
    {"an inadequate judgement shows in the overall one", inadequate_judgement_shows_in_overall},
};

static const struct {
    const char *name;
    void (*check)(const struct check *check, const struct intervention *intervention);
} intervention_rules[] = {
    {"an intervention ends after it begins", intervention_ends_after_it_begins},
    {"an intervention has begun on the day of the briefing", intervention_has_begun},
    {"only the department intervenes", intervention_is_the_departments},
    {"an intervention replaces an earlier one", intervention_replaces_an_earlier_one},
};

static void check_inspections(const struct check *check)
{
    const struct records *inspections = &check->briefing->inspections;
    for (size_t i = 0; i < inspections->count; i++)
        for (size_t rule = 0; rule < COUNT_OF(inspection_rules); rule++)
            inspection_rules[rule].check(check, records_at(inspections, &inspection_table, i));
}

static void check_interventions(const struct check *check)
{
    const struct records *interventions = &check->briefing->interventions;
    for (size_t i = 0; i < interventions->count; i++)
        for (size_t rule = 0; rule < COUNT_OF(intervention_rules); rule++)
            intervention_rules[rule].check(check,
                                           records_at(interventions, &intervention_table, i));
}

void spec_check(struct diags *diags, const struct briefing *briefing)
{
    struct check check = {diags, briefing};
    for (size_t rule = 0; rule < COUNT_OF(briefing_rules); rule++)
        briefing_rules[rule].check(&check);
    check_inspections(&check);
    check_interventions(&check);
}

void spec_check_derived(struct diags *diags, const struct briefing *briefing)
{
    struct check check = {diags, briefing};
    claims_agree_with_what_is_computed(&check);
}
