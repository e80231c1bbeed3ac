/* When the council's plan of action is due at Ofsted and the Secretary of State: so many working
   days after the council received the report, which is about when it was published. */
#include "brief/lookup.h"
#include "derive/derive.h"

/* From the earliest day to the latest that publication can have been. */
static struct date span_of(day first, day last)
{
    struct date from = date_of_day(first), to = date_of_day(last);
    if (first == last)
        return from;
    return (struct date){
        .precision = DATE_INTERVAL,
        .first = first,
        .last = last,
        .start = {from.precision, from.first, from.last},
        .end = {to.precision, to.first, to.last},
    };
}

static void set_due(const struct derive *derive, struct action_plan *plan, int64_t working_days)
{
    const struct date *published = &plan->inspection->published;
    struct working_day first = calendar_add(derive->calendar, published->first, working_days);
    struct working_day last = calendar_add(derive->calendar, published->last, working_days);
    if (!first.known || !last.known) {
        plan->state = DUE_UNDATED;
        plan->missing_year = first.known ? last.missing_year : first.missing_year;
        plan->text = str_format(derive->arena, "not known: the bank holidays of %d are missing",
                                (int)plan->missing_year);
        return;
    }
    plan->due = span_of(first.day, last.day);
    plan->due.inferred = published->inferred;
    plan->days = days_between(&derive->briefing->briefing->as_at, &plan->due);
    plan->at_least = (struct whole){.known = true, .value = plan->days.low};
    plan->at_most = (struct whole){.known = true, .value = plan->days.high};
    plan->due.approximate =
        true; /* the day on which the council received the report is not known */
    const struct duty duty = {.due = &plan->due, .verb = "sent"};
    plan->state = (int)due_state_of(derive, &duty);
    plan->text = due_text(derive, &duty, (enum due_state)plan->state);
}

/* Working days are five in seven, and holidays take a few more: once twice the number of days has
   passed the plan was due, whatever the holidays were. */
static bool was_due_anyway(const struct derive *derive, const struct action_plan *plan,
                           int64_t working_days)
{
    struct range passed =
        days_between(&plan->inspection->published, &derive->briefing->briefing->as_at);
    return plan->missing_year && passed.low > 2 * working_days;
}

/* What an officer wrote about the inspection counts in place of what is computed. */
static bool has_written_deadline(const struct derive *derive, const struct inspection *inspection)
{
    const struct deadline_list *deadlines = &derive->briefing->deadlines;
    for (size_t i = 0; inspection && i < deadlines->count; i++) {
        const struct deadline *deadline = &deadlines->items[i];
        if (deadline->about.record == inspection)
            return true;
    }
    return false;
}

const struct action_plan *derive_action_plan(const struct derive *derive)
{
    const struct inspection *latest = derive->full_count ? derive->full[0] : NULL;
    const struct framework *framework =
        latest ? inspection_framework(derive->briefing, latest) : NULL;
    if (!framework || has_written_deadline(derive, latest) || !framework->plan_days.known ||
        !date_is_bounded(&latest->published))
        return NULL;
    struct action_plan *plan = ARENA_NEW(derive->arena, struct action_plan);
    plan->inspection = latest;
    plan->base = str_format(derive->arena,
                            "%lld working days after the council received the report (SI "
                            "2007/462), counted from its publication",
                            (long long)framework->plan_days.value);
    set_due(derive, plan, framework->plan_days.value);
    return was_due_anyway(derive, plan, framework->plan_days.value) ? NULL : plan;
}
