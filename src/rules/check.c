/* Checks a bound briefing by the rules of the field: src/rules/table.c lists all of them. */
#include "brief/spec.h"
#include "rules/apply.h"

static void check_inspections(const struct check *check, const struct rule_entry *entry)
{
    const struct inspection_list *inspections = &check->briefing->inspections;
    for (size_t i = 0; entry->inspection && i < inspections->count; i++)
        entry->inspection(check, &inspections->items[i]);
}

static void check_interventions(const struct check *check, const struct rule_entry *entry)
{
    const struct intervention_list *interventions = &check->briefing->interventions;
    for (size_t i = 0; entry->intervention && i < interventions->count; i++)
        entry->intervention(check, &interventions->items[i]);
}

void spec_check(struct diags *diags, const struct briefing *briefing)
{
    struct check check = {diags, briefing};
    for (const struct rule_entry *entry = rule_table; entry->rule.codes; entry++) {
        if (entry->briefing)
            entry->briefing(&check);
        check_inspections(&check, entry);
        check_interventions(&check, entry);
    }
}

void spec_check_derived(struct diags *diags, const struct briefing *briefing)
{
    struct check check = {diags, briefing};
    for (const struct rule_entry *entry = rule_table; entry->rule.codes; entry++)
        if (entry->derived)
            entry->derived(&check);
}

const struct rule *spec_rule(size_t i)
{
    size_t count = 0;
    while (rule_table[count].rule.codes)
        count++;
    return i < count ? &rule_table[i].rule : NULL;
}
