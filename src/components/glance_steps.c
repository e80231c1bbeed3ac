/* What at-a-glance says of intervention and of the next deadline. */
#include "glance.h"

/* ---- intervention ---- */

static void add_kind(struct phrase *phrase, const struct intervention *intervention)
{
    phrase_add(phrase, intervention_name(phrase->arena, intervention));
}

static void add_months(struct phrase *phrase, const struct measure *measure)
{
    if (measure && measure->value.known)
        phrase_addf(phrase, " In intervention for " STR_FMT ".", STR_ARG(measure->text));
}

static void say_running(struct glance *glance, const struct derived *derived)
{
    const struct intervention *running = running_intervention(glance->value.briefing);
    struct phrase *details = &glance->details;
    phrase_addz(&glance->value, "In force");
    glance->tone = TONE_WEAK;
    if (!running)
        return;
    add_kind(details, running);
    if (running->issued.precision) {
        phrase_addf(details, ", %s ", beginning_of(running->kind));
        phrase_date(details, &running->issued, running, "issued");
    } else {
        phrase_addz(details, ", since when is not known");
    }
    phrase_addz(details, ".");
    add_months(details, derived->current_intervention);
    if (doubtful_intervention(glance->value.briefing))
        phrase_addz(details, " No source gives an end, though the grade has since been good.");
    phrase_cite(details, running->fact.source);
}

static void say_ended(struct glance *glance, const struct intervention *ended)
{
    struct phrase *details = &glance->details;
    phrase_addz(&glance->value, "Ended");
    add_kind(details, ended);
    struct str how = label_of(&intervention_table, "ended_how", ended->ended_how);
    phrase_addz(details, how.len ? " " : " ended");
    phrase_field(details, how, ended, "ended_how");
    if (ended->ended.precision) {
        phrase_addz(details, ", ");
        phrase_date(details, &ended->ended, ended, "ended");
    } else {
        phrase_addz(details, ", on a day not known");
    }
    phrase_addz(details, ".");
    phrase_cite(details, ended->ended_source.count ? ended->ended_source : ended->fact.source);
}

/* A warning is not an intervention, but a reader must hear of it. */
static void say_warnings(struct glance *glance, const struct records *interventions)
{
    const struct intervention *letter =
        records_at(interventions, &intervention_table, interventions->count - 1);
    phrase_addz(&glance->value, "None known");
    add_kind(&glance->details, letter);
    phrase_addz(&glance->details, ": ");
    phrase_date(&glance->details, &letter->issued, letter, "issued");
    phrase_addz(&glance->details, ".");
    phrase_cite(&glance->details, letter->fact.source);
}

struct glance glance_intervention(struct flow *flow, const struct briefing *briefing)
{
    struct glance glance = glance_new(flow, briefing, "Intervention");
    const struct intervention *ended = ended_intervention(briefing);
    if (briefing->derived->in_intervention == ANSWER_YES) {
        say_running(&glance, briefing->derived);
    } else if (ended) {
        say_ended(&glance, ended);
    } else if (briefing->interventions.count) {
        say_warnings(&glance, &briefing->interventions);
    } else {
        phrase_addz(&glance.value, "None known");
        phrase_addz(&glance.details, "No intervention is recorded.");
    }
    return glance;
}

/* ---- the next deadline ---- */

static bool is_before(const struct action_plan *plan, const struct due *due)
{
    return plan && plan->days.known && (!due || plan->days.high < due->days.high);
}

static void say_plan(struct glance *glance, const struct action_plan *plan)
{
    struct phrase *details = &glance->details;
    phrase_add(&glance->value, date_text(glance->value.arena, &plan->due, DATE_LONG));
    phrase_addf(details, "Action plan due at Ofsted, " STR_FMT ".", STR_ARG(plan->text));
    phrase_cite(details, plan->inspection->fact.source);
}

static void add_what(struct phrase *phrase, const struct due *due)
{
    phrase_field(phrase, due->what, due->deadline, "what");
    phrase_addf(phrase, ", " STR_FMT ".", STR_ARG(due->text));
    phrase_cite(phrase, due->source);
}

static void say_due(struct glance *glance, const struct due *due)
{
    phrase_date(&glance->value, &due->due, due->deadline, "due");
    add_what(&glance->details, due);
}

static size_t count_overdue(const struct derived *derived, const struct due **latest)
{
    size_t count = 0;
    for (size_t i = 0; i < derived->deadlines.count; i++) {
        const struct due *due = records_at(&derived->deadlines, &due_table, i);
        if (due->overdue != ANSWER_YES)
            continue;
        *latest = due;
        count++;
    }
    return count;
}

/* Behind what is to come: "1 deadline has passed without a record of delivery: ..." */
static void add_overdue(struct phrase *phrase, size_t count, const struct due *latest)
{
    if (!count)
        return;
    phrase_addz(phrase, phrase->inlines ? " " : "");
    if (count == 1)
        phrase_strong(phrase, STR("Overdue:"));
    else
        phrase_strong(phrase, str_format(phrase->arena, "%zu overdue, the last:", count));
    phrase_addz(phrase, " ");
    add_what(phrase, latest);
}

/* Nothing with a date lies ahead: what is overdue, or else what has no date, or else nothing. */
static void say_no_date(struct glance *glance, const struct derived *derived, size_t overdue)
{
    const struct action_plan *plan = derived->action_plan;
    if (overdue) {
        phrase_addz(&glance->value, "Overdue");
        return;
    }
    if (plan_is_ahead(plan)) {
        phrase_addz(&glance->value, "Date not known");
        phrase_addf(&glance->details, "Action plan due at Ofsted: " STR_FMT ".",
                    STR_ARG(plan->text));
        return;
    }
    for (size_t i = 0; i < derived->deadlines.count; i++) {
        const struct due *due = records_at(&derived->deadlines, &due_table, i);
        if (due->days.known || due->deadline->done.precision)
            continue;
        phrase_addz(&glance->value, "Date not known");
        add_what(&glance->details, due);
        return;
    }
    phrase_addz(&glance->value, "None known");
    phrase_addz(&glance->details, "No deadline is recorded that is still to come.");
}

struct glance glance_deadline(struct flow *flow, const struct briefing *briefing)
{
    struct glance glance = glance_new(flow, briefing, "Next deadline");
    const struct derived *derived = briefing->derived;
    const struct due *next = next_due(derived), *latest = NULL;
    size_t overdue = count_overdue(derived, &latest);
    if (is_before(derived->action_plan, next) && plan_is_ahead(derived->action_plan))
        say_plan(&glance, derived->action_plan);
    else if (next)
        say_due(&glance, next);
    else
        say_no_date(&glance, derived, overdue);
    if (overdue) {
        glance.tone = TONE_WEAK;
        add_overdue(&glance.details, overdue, latest);
    }
    return glance;
}
