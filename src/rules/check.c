/* Checks a bound briefing by the rules of the field. The figures in their evidence come from 492
   inspections of 2013 to 2026, which `make england-check` counts again. */
#include "brief/spec.h"
#include "rules/rules.h"

extern const struct rule paper_rules[], council_rules[], numbers_rules[], sources_rules[],
    dates_rules[], names_rules[], capitals_rules[], claims_rules[], inspections_rules[],
    tables_rules[], visits_rules[], judgements_rules[], counts_rules[], overall_rules[],
    interventions_rules[], steps_rules[], work_rules[];
extern const struct rule values_rules[], series_rules[], quality_rules[];
extern const struct rule developments_rules[], people_rules[], plans_rules[], money_rules[],
    issues_rules[];

/* One line for each file of rules. */
const struct rule_group rule_groups[] = {
    {"The paper", paper_rules},
    {"The council, and whose the inspections are", council_rules},
    {"Numbers", numbers_rules},
    {"Sources", sources_rules},
    {"Dates, wherever they stand", dates_rules},
    {"People", names_rules},
    {"Words in capitals", capitals_rules},
    {"Claims and conflicts", claims_rules},
    {"Inspections: when, and under what", inspections_rules},
    {"Visits, and areas for priority action", visits_rules},
    {"Inspections that a table has too", tables_rules},
    {"Judgements and grades", judgements_rules},
    {"Counts of judgements", counts_rules},
    {"The overall judgement", overall_rules},
    {"Interventions", interventions_rules},
    {"Steps: what follows what, and by when", steps_rules},
    {"Interventions: who carries them out, and whether they bind", people_rules},
    {"Developments: decisions, judgments, petitions", developments_rules},
    {"Actions, deadlines and provision", work_rules},
    {"Indicators: one value", values_rules},
    {"Indicators: values over time, targets and comparisons", series_rules},
    {"Audits, complaints, and people who were asked", quality_rules},
    {"Recommendations, risks and milestones", plans_rules},
    {"Money", money_rules},
    {"From one issue to the next", issues_rules},
    {NULL, NULL},
};

static void check_inspections(const struct check *check, const struct rule *rule)
{
    const struct inspection_list *inspections = &check->briefing->inspections;
    for (size_t i = 0; rule->inspection && i < inspections->count; i++)
        rule->inspection(check, &inspections->items[i]);
}

static void check_interventions(const struct check *check, const struct rule *rule)
{
    const struct intervention_list *interventions = &check->briefing->interventions;
    for (size_t i = 0; rule->intervention && i < interventions->count; i++)
        rule->intervention(check, &interventions->items[i]);
}

void spec_check(struct diags *diags, const struct briefing *briefing)
{
    struct check check = {diags, briefing};
    for (const struct rule_group *group = rule_groups; group->title; group++)
        for (const struct rule *rule = group->rules; rule->codes; rule++) {
            if (rule->briefing)
                rule->briefing(&check);
            check_inspections(&check, rule);
            check_interventions(&check, rule);
        }
}

void spec_check_derived(struct diags *diags, const struct briefing *briefing)
{
    struct check check = {diags, briefing};
    for (const struct rule_group *group = rule_groups; group->title; group++)
        for (const struct rule *rule = group->rules; rule->codes; rule++)
            if (rule->derived)
                rule->derived(&check);
}
