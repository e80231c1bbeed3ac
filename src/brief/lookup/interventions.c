/* Questions about interventions, and about what led to them, that rules, derived facts and
   components ask. */
#include "brief/lookup.h"

#include "brief/spec.h"

bool intervention_is_of_education(const struct intervention *intervention)
{
    if (intervention->kind == INTERVENTION_BEST_VALUE)
        return false;
    return !intervention->department.len ||
           str_alike(intervention->department, STR("Department for Education")) ||
           str_alike(intervention->department, STR("DfE"));
}

static bool is_about_social_care(const struct intervention *intervention)
{
    return intervention->service == SERVICE_ABSENT ||
           intervention->service == SERVICE_SOCIAL_CARE || intervention->service == SERVICE_BOTH;
}

enum answer intervention_binds(const struct intervention *intervention)
{
    if (intervention->statutory)
        return (enum answer)intervention->statutory;
    switch (intervention->kind) {
    case INTERVENTION_DIRECTION:
    case INTERVENTION_COMMISSIONER:
    case INTERVENTION_TRUST:
    case INTERVENTION_REMOVAL:
    case INTERVENTION_BEST_VALUE: return ANSWER_YES;
    case INTERVENTION_LETTER:
    case INTERVENTION_IMPROVEMENT_PARTNER:
    case INTERVENTION_SUPPORT: return ANSWER_NO;
    default: return ANSWER_ABSENT;
    }
}

bool intervention_is_an_order(const struct intervention *intervention)
{
    return intervention->kind == INTERVENTION_DIRECTION ||
           intervention->kind == INTERVENTION_REMOVAL;
}

struct str intervention_kind_name(struct arena *arena, const struct intervention *intervention)
{
    const struct word *words = record_field(&intervention_table, STR("kind"))->words;
    struct str kind = str_from(word_label(words, intervention->kind));
    bool said = intervention->kind == INTERVENTION_DIRECTION;
    if (intervention->statutory == ANSWER_NO)
        kind = str_format(arena, "non-statutory " STR_FMT, STR_ARG(kind));
    else if (intervention->statutory == ANSWER_YES && !said)
        kind = str_format(arena, "statutory " STR_FMT, STR_ARG(kind));
    if (intervention->voluntary == ANSWER_YES)
        kind = str_format(arena, "voluntary " STR_FMT, STR_ARG(kind));
    return kind;
}

/* A partner from within the sector and support after an intervention are none themselves; nor is a
   partnership that the councils chose. */
static bool is_kind_of_intervention(const struct intervention *intervention)
{
    switch (intervention->kind) {
    case INTERVENTION_ABSENT:
    case INTERVENTION_LETTER:
    case INTERVENTION_IMPROVEMENT_PARTNER:
    case INTERVENTION_SUPPORT:
    case INTERVENTION_BEST_VALUE: return false;
    case INTERVENTION_PARTNERSHIP: return intervention->statutory == ANSWER_YES;
    default: return true;
    }
}

bool intervention_counts(const struct intervention *intervention)
{
    return is_kind_of_intervention(intervention) && intervention->voluntary != ANSWER_YES &&
           intervention_is_of_education(intervention) && is_about_social_care(intervention);
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

bool dates_may_be_one(const struct date *a, const struct date *b)
{
    return a->precision && b->precision && !date_surely_after(a, b) && !date_surely_after(b, a);
}

bool intervention_is_replaced_then(const struct briefing *briefing,
                                   const struct intervention *intervention)
{
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (one->replaces.record == intervention &&
            dates_may_be_one(&one->issued, &intervention->ended))
            return true;
    }
    return false;
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

bool control_is_taken_over(const struct council *council, const struct control *control)
{
    for (size_t i = 0; i < council->control.count; i++) {
        const struct control *other = &council->control.items[i];
        if (other != control && other->from.precision &&
            !date_surely_after(&other->from, &control->to) &&
            !date_surely_after(&control->to, &other->from))
            return true;
    }
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
