/* Questions about interventions, and about what led to them, that rules, derived facts and
   components ask. */
#include "brief/lookup.h"

#include "brief/spec.h"

bool intervention_is_of_education(const struct intervention *intervention)
{
    return !intervention->department.len ||
           str_alike(intervention->department, STR("Department for Education")) ||
           str_alike(intervention->department, STR("DfE"));
}

static bool is_about_social_care(const struct intervention *intervention)
{
    return intervention->service == SERVICE_ABSENT ||
           intervention->service == SERVICE_SOCIAL_CARE || intervention->service == SERVICE_BOTH;
}

bool intervention_counts(const struct intervention *intervention)
{
    return intervention->kind != INTERVENTION_ABSENT && intervention->kind != INTERVENTION_LETTER &&
           intervention->voluntary != ANSWER_YES && intervention_is_of_education(intervention) &&
           is_about_social_care(intervention);
}

static void keep_known(struct date *latest, const struct briefing *briefing,
                       const struct date *date)
{
    day today = briefing->briefing->as_at.first;
    if (date->precision == DATE_UNKNOWN || date->first == DAY_OPEN_START || date->first > today)
        return;
    struct date known = date_of_day(date->last < today ? date->last : today);
    if (latest->precision == DATE_UNKNOWN || known.first > latest->first)
        *latest = known;
}

/* It was in force when it was issued, when a source spoke of it, and when somebody looked for all
   interventions and found no end of it. */
struct date intervention_known_open(const struct briefing *briefing,
                                    const struct intervention *intervention)
{
    struct date latest = {.precision = DATE_UNKNOWN};
    keep_known(&latest, briefing, &intervention->issued);
    keep_known(&latest, briefing, &intervention->known_open);
    for (size_t i = 0; i < intervention->fact.source.count; i++) {
        struct date known = source_day(briefing, &intervention->fact.source.items[i]);
        keep_known(&latest, briefing, &known);
    }
    const struct cover *cover = cover_of(briefing, COVER_INTERVENTIONS);
    if (cover)
        keep_known(&latest, briefing, &cover->as_at);
    return latest;
}

static day three_months_after(day number)
{
    struct civil civil = civil_from_day(number);
    int month = civil.month + 3;
    int32_t year = civil.year + (month > 12);
    month = month > 12 ? month - 12 : month;
    int last = days_in_month(year, month);
    return day_from_civil(year, month, civil.day < last ? civil.day : last);
}

enum force intervention_force(const struct briefing *briefing,
                              const struct intervention *intervention)
{
    const struct date *ended = &intervention->ended;
    day today = briefing->briefing->as_at.first;
    if (ended->precision != DATE_UNKNOWN)
        return ended->first > today ? FORCE_RUNS : FORCE_ENDED;
    if (intervention->ended_how != END_ABSENT)
        return FORCE_ENDED;
    struct date known = intervention_known_open(briefing, intervention);
    bool fresh = known.precision != DATE_UNKNOWN && today <= three_months_after(known.first);
    return fresh ? FORCE_RUNS : FORCE_UNKNOWN;
}

static bool led_to_an_intervention(const struct briefing *briefing,
                                   const struct development *development)
{
    for (size_t i = 0; i < briefing->interventions.count; i++)
        if (refs_name(&briefing->interventions.items[i].triggered_by, development))
            return true;
    return false;
}

void developments_weigh(struct briefing *briefing)
{
    struct development *developments = (struct development *)briefing->developments.items;
    for (size_t i = 0; i < briefing->developments.count; i++) {
        struct development *one = &developments[i];
        bool more = one->findings.count || one->options.count || one->response.len ||
                    one->signatures.known || one->led_to.count ||
                    led_to_an_intervention(briefing, one);
        one->has_more = more ? ANSWER_YES : ANSWER_NO;
    }
}

/* ---- who controls the council ---- */

/* Has another time begun since, by the day of the briefing? */
static bool is_followed(const struct briefing *briefing, const struct control *control)
{
    const struct control_list *all = &briefing->council->control;
    for (size_t i = 0; i < all->count; i++)
        if (is_past(briefing, &all->items[i].from) &&
            date_surely_after(&all->items[i].from, &control->from))
            return true;
    return false;
}

bool control_is_current(const struct briefing *briefing, const struct control *control)
{
    if (!is_past(briefing, &control->from))
        return false;
    if (control->to.precision != DATE_UNKNOWN)
        return is_future(briefing, &control->to);
    return !is_followed(briefing, control);
}
