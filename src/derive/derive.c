/* Computes what a specification implies for the day of the briefing. */
#include "derive/derive.h"

#include "brief/lookup.h"
#include "brief/spec.h"

static enum answer is_abolished(const struct derive *derive)
{
    const struct date *abolished = &derive->briefing->council->abolished;
    if (is_future(derive->briefing, abolished))
        return ANSWER_NO;
    return is_past(derive->briefing, abolished) ? ANSWER_YES : ANSWER_ABSENT;
}

static struct str abolition(const struct derive *derive, enum answer abolished)
{
    const struct date *date = &derive->briefing->council->abolished;
    if (date->precision == DATE_UNKNOWN)
        return STR_NONE;
    const char *verb = abolished == ANSWER_YES  ? "was abolished"
                       : abolished == ANSWER_NO ? "is to be abolished"
                                                : "was or is to be abolished";
    const char *joint = date->precision == DATE_INTERVAL                    ? ": "
                        : date->precision == DATE_DAY && !date->approximate ? " on "
                                                                            : " in ";
    return str_format(derive->arena, "%s%s" STR_FMT, verb, joint, STR_ARG(long_date(derive, date)));
}

/* Of Ofsted alone: what it published together with others, or did not publish, is not counted. */
static struct whole count_reports(const struct derive *derive)
{
    const struct inspection_list *inspections = &derive->briefing->inspections;
    struct whole count = {.known = true};
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *one = &inspections->items[i];
        const struct framework *framework = inspection_framework(derive->briefing, one);
        count.value += framework && !one->inspectors.len && !one->published_by.len &&
                       one->published.precision != DATE_UNKNOWN &&
                       !is_future(derive->briefing, &one->published);
    }
    return count;
}

void spec_derive(struct arena *arena, struct briefing *briefing, const struct calendar *calendar)
{
    struct derive derive = {.arena = arena, .briefing = briefing, .calendar = calendar};
    find_full_inspections(&derive);
    struct derived *derived = ARENA_NEW(arena, struct derived);
    derived->standing = derive_standing(&derive);
    derived->consecutive_inadequate = derive_consecutive(&derive, derived->standing);
    derived->published_tests = derive_published_tests(&derive);
    derive_interventions(&derive, derived);
    derived->deadlines = derive_deadlines(&derive);
    derived->provision = derive_provision(&derive);
    derived->claims = derive_claims(&derive, derived);
    derive_actions(&derive, derived);
    derive_indicators(&derive, derived);
    derive_quality(&derive, derived);
    derive_work(&derive, derived);
    derive_pace(&derive, derived);
    derived->action_plan = derive_action_plan(&derive);
    derived->other_plans = derive_other_plans(&derive);
    derive_directors(&derive, derived);
    derived->abolished = is_abolished(&derive);
    derived->past_work = has_past_work(derive.briefing) ? ANSWER_YES : ANSWER_NO;
    derived->abolition = abolition(&derive, derived->abolished);
    derived->typical_wait = derived->abolished == ANSWER_YES ? NULL : derive_typical_wait(&derive);
    derive_england(arena, briefing, derived);
    derived->reports_published = count_reports(&derive);
    derived->evidence = derive_evidence(&derive, derived);
    derived->coverage = derive_coverage(&derive);
    derived->message = derive_message(&derive, derived);
    briefing->derived = derived;
}
