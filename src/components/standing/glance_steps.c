/* What at-a-glance says of intervention and of the next deadline. */
#include "components/standing/glance.h"

void say_absence(struct glance *glance, enum cover_kind kind)
{
    const struct cover *cover = cover_of(glance->value.briefing, kind);
    if (!cover)
        return;
    phrase_addz(&glance->value, "None");
    phrase_add(&glance->details,
               absence_text(glance->details.arena, glance->details.briefing, cover));
    phrase_addz(&glance->details, ".");
    phrase_cite(&glance->details, cover->fact.source);
}

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
        phrase_date(details, FIELD_AT(running, issued));
    } else {
        phrase_addz(details, ", since when is not known");
    }
    phrase_addz(details, ".");
    add_months(details, derived->current_intervention);
    if (doubtful_intervention(glance->value.briefing))
        phrase_addz(details, " Its end is not known, though the grade has since been good.");
    phrase_cite(details, running->fact.source);
}

static void add_known_open(struct phrase *phrase, const struct intervention *intervention)
{
    struct date known = intervention_known_open(phrase->briefing, intervention);
    phrase_addf(phrase, "in force when last checked, " STR_FMT,
                STR_ARG(date_text(phrase->arena, &known, DATE_LONG)));
}

/* Nobody has looked for three months: neither in force nor ended. */
static void say_unsure(struct glance *glance, const struct intervention *unsure)
{
    struct phrase *details = &glance->details;
    phrase_addz(&glance->value, "Not known now");
    glance->tone = TONE_WEAK;
    add_kind(details, unsure);
    phrase_addz(details, ", ");
    if (intervention_known_open(details->briefing, unsure).precision)
        add_known_open(details, unsure);
    else
        phrase_addz(details, "when it was in force is not known");
    phrase_addz(details, ".");
    phrase_cite(details, unsure->fact.source);
}

static void say_ended(struct glance *glance, const struct intervention *ended)
{
    struct phrase *details = &glance->details;
    phrase_addz(&glance->value, "Ended");
    add_kind(details, ended);
    struct str how = LABEL_OF(&intervention_table, ended, ended_how);
    phrase_addz(details, how.len ? " " : " ended");
    phrase_field(details, how, NAMED(ended, ended_how));
    if (ended->ended.precision) {
        phrase_addz(details, ", ");
        phrase_date(details, FIELD_AT(ended, ended));
    } else {
        phrase_addz(details, ", on a day not known");
    }
    phrase_addz(details, ".");
    phrase_cite(details, ended->ended_source.count ? ended->ended_source : ended->fact.source);
}

/* The last that the Department for Education wrote about social care. */
static const struct intervention *latest_letter(const struct briefing *briefing)
{
    const struct intervention *found = NULL;
    for (size_t i = 0; i < briefing->interventions.count; i++) {
        const struct intervention *one = &briefing->interventions.items[i];
        if (one->kind == INTERVENTION_LETTER && intervention_is_of_education(one) &&
            one->service != SERVICE_SEND && one->service != SERVICE_WHOLE_COUNCIL)
            found = one;
    }
    return found;
}

/* A warning is not an intervention, but a reader must hear of it. */
static void say_warning(struct glance *glance, const struct intervention *letter)
{
    phrase_addz(&glance->value, "Warning letter");
    add_kind(&glance->details, letter);
    phrase_addz(&glance->details, ": ");
    phrase_date(&glance->details, FIELD_AT(letter, issued));
    phrase_addz(&glance->details, ".");
    phrase_cite(&glance->details, letter->fact.source);
}

struct glance glance_intervention(struct composer *composer, const struct briefing *briefing)
{
    struct glance glance = glance_new(composer, briefing, "Intervention");
    const struct intervention *unsure = unsure_intervention(briefing);
    const struct intervention *ended = ended_intervention(briefing);
    if (briefing->derived->in_intervention == ANSWER_YES) {
        say_running(&glance, briefing->derived);
    } else if (unsure) {
        say_unsure(&glance, unsure);
    } else if (ended) {
        say_ended(&glance, ended);
    } else if (latest_letter(briefing)) {
        say_warning(&glance, latest_letter(briefing));
    } else if (!briefing->interventions.count) {
        say_absence(&glance, COVER_INTERVENTIONS);
    }
    return glance;
}

/* ---- the next deadline ---- */

static bool is_before(const struct action_plan *plan, const struct due *due)
{
    return plan && plan->days.known && (!due || plan->days.high < due->days.high);
}

/* "Plan of action ..., in 10 weeks: 70 working days after ..." */
static void add_plan(struct phrase *phrase, const struct action_plan *plan)
{
    phrase_addz(phrase, phrase->inlines ? " " : "");
    phrase_add(phrase, plan->what);
    phrase_addz(phrase, plan->state == DUE_NOT_RECORDED ? " " : ", ");
    phrase_addf(phrase, STR_FMT ": " STR_FMT ".", STR_ARG(plan->text), STR_ARG(plan->base));
    phrase_cite(phrase, plan->inspection->fact.source);
}

static void say_plan(struct glance *glance, const struct action_plan *plan)
{
    struct arena *arena = glance->value.arena;
    bool known = plan->due.precision != DATE_UNKNOWN;
    phrase_add(&glance->value, known ? capital(arena, date_text(arena, &plan->due, DATE_LONG))
                                     : STR("Date not known"));
    add_plan(&glance->details, plan);
}

static void add_what(struct phrase *phrase, const struct due *due)
{
    phrase_field(phrase, due->what, NAMED(due->deadline, what));
    phrase_addz(phrase, due->state == DUE_NOT_RECORDED ? " " : ", ");
    phrase_addf(phrase, STR_FMT ".", STR_ARG(due->text));
    phrase_printed(phrase, NAMED(due->deadline, not_done));
    phrase_cite(phrase, due->source);
}

static void say_due(struct glance *glance, const struct due *due)
{
    struct arena *arena = glance->value.arena;
    phrase_field(&glance->value, capital(arena, date_text(arena, &due->due, DATE_LONG)),
                 NAMED(due->deadline, due));
    add_what(&glance->details, due);
}

/* How many deadlines are in that state, and the last of them. */
static size_t count_due(const struct derived *derived, enum due_state state,
                        const struct due **latest)
{
    size_t count = 0;
    for (size_t i = 0; i < derived->deadlines.count; i++) {
        const struct due *due = &derived->deadlines.items[i];
        if (due->state != (int)state)
            continue;
        *latest = due;
        count++;
    }
    return count;
}

/* After what is to come: the deadlines that a record says were missed. */
static void add_overdue(struct glance *glance, const struct derived *derived)
{
    const struct due *latest = NULL;
    size_t count = count_due(derived, DUE_OVERDUE, &latest);
    struct phrase *phrase = &glance->details;
    if (!count)
        return;
    glance->tone = TONE_WEAK;
    phrase_addz(phrase, phrase->inlines ? " " : "");
    if (count == 1)
        phrase_strong(phrase, STR("Overdue:"));
    else
        phrase_strong(phrase, str_format(phrase->arena, "%zu overdue, the last:", count));
    phrase_addz(phrase, " ");
    add_what(phrase, latest);
}

/* The deadlines that passed recently without anyone saying whether they were met. */
static void add_passed(struct phrase *phrase, const struct derived *derived)
{
    for (size_t i = 0; i < derived->deadlines.count; i++) {
        const struct due *due = &derived->deadlines.items[i];
        if (due->state != DUE_NOT_RECORDED)
            continue;
        phrase_addz(phrase, phrase->inlines ? " " : "");
        add_what(phrase, due);
    }
    if (plan_is_open(derived->action_plan))
        add_plan(phrase, derived->action_plan);
    for (size_t i = 0; i < derived->other_plans.count; i++)
        if (plan_is_open(&derived->other_plans.items[i]))
            add_plan(phrase, &derived->other_plans.items[i]);
}

/* Nothing with a date lies ahead: what is overdue, has passed, or has no date. */
static void say_no_date(struct glance *glance, const struct derived *derived)
{
    const struct due *one = NULL;
    glance->term = "Deadlines";
    if (count_due(derived, DUE_OVERDUE, &one)) {
        phrase_addz(&glance->value, "Overdue");
    } else if (count_due(derived, DUE_NOT_RECORDED, &one) || any_plan_is_open(derived)) {
        phrase_addz(&glance->value, "Date has passed");
    } else if (next_plan(derived)) {
        say_plan(glance, next_plan(derived));
    } else if (count_due(derived, DUE_UNDATED, &one)) {
        phrase_addz(&glance->value, "Date not known");
        add_what(&glance->details, one);
    } else {
        say_absence(glance, COVER_DEADLINES);
    }
}

struct glance glance_deadline(struct composer *composer, const struct briefing *briefing)
{
    struct glance glance = glance_new(composer, briefing, "Next deadline");
    const struct derived *derived = briefing->derived;
    const struct due *next = next_due(derived);
    if (is_before(next_plan(derived), next))
        say_plan(&glance, next_plan(derived));
    else if (next)
        say_due(&glance, next);
    else
        say_no_date(&glance, derived);
    add_overdue(&glance, derived);
    add_passed(&glance.details, derived);
    return glance;
}
