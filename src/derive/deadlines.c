/* How each deadline stands, and when plans are due that an inspection obliges the council to send.
 */
#include "brief/lookup.h"
#include "derive/derive.h"

#include <stdlib.h>

/* ---- when a plan is due that an inspection obliges the council to send ---- */

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

/* Is it owed, and about when? */
static bool set_plan(const struct derive *derive, struct action_plan *plan,
                     const struct whole *working_days)
{
    if (!working_days->known || has_written_deadline(derive, plan->inspection) ||
        !date_is_bounded(&plan->inspection->published) ||
        is_future(derive->briefing, &plan->inspection->published))
        return false;
    plan->working_days = *working_days;
    set_due(derive, plan, working_days->value);
    return !was_due_anyway(derive, plan, working_days->value);
}

const struct action_plan *derive_action_plan(const struct derive *derive)
{
    const struct inspection *latest = derive->full_count ? derive->full[0] : NULL;
    const struct framework *framework =
        latest ? inspection_framework(derive->briefing, latest) : NULL;
    if (!framework)
        return NULL;
    struct action_plan *plan = ARENA_NEW(derive->arena, struct action_plan);
    plan->inspection = latest;
    plan->what = STR("Plan of action to Ofsted and the Secretary of State");
    plan->base = str_format(derive->arena,
                            "%lld working days after the council received the report (SI "
                            "2007/462), counted from its publication",
                            (long long)framework->plan_days.value);
    return set_plan(derive, plan, &framework->plan_days) ? plan : NULL;
}

/* ---- after visits and other inspections ---- */

struct plan_list {
    struct action_plan *items;
    size_t count, capacity;
};

static void add_plan(const struct derive *derive, struct plan_list *plans,
                     const struct inspection *inspection, struct str what,
                     const struct whole *working_days)
{
    struct action_plan plan = {
        .inspection = inspection,
        .what = what,
        .base = str_format(derive->arena,
                           "%lld working days after the council received the letter, counted from "
                           "its publication",
                           (long long)working_days->value),
    };
    if (set_plan(derive, &plan, working_days))
        *LIST_ADD(derive->arena, plans) = plan;
}

static bool has_answer(const struct inspection *inspection, const struct texts *answers)
{
    for (size_t i = 0; i < inspection->judgements.count; i++)
        for (size_t k = 0; k < answers->count; k++)
            if (str_equal(inspection->judgements.items[i].grade, answers->items[k]))
                return true;
    return answers->count == 0;
}

static void add_plans(const struct derive *derive, struct plan_list *plans,
                      const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(derive->briefing, inspection);
    if (!framework || framework->full == ANSWER_YES ||
        predecessor_called(derive->briefing->council, inspection->of))
        return;
    if (priority_area_count(inspection)) {
        add_plan(derive, plans, inspection, STR("Draft plan for the areas for priority action"),
                 &framework->priority_draft_days);
        add_plan(derive, plans, inspection, STR("Final plan for the areas for priority action"),
                 &framework->priority_plan_days);
    }
    if (framework->plan_called.len && has_answer(inspection, &framework->plan_after))
        add_plan(derive, plans, inspection, framework->plan_called, &framework->plan_days);
}

struct action_plan_list derive_other_plans(const struct derive *derive)
{
    const struct inspection_list *inspections = &derive->briefing->inspections;
    struct plan_list plans = {0};
    for (size_t i = 0; i < inspections->count; i++)
        add_plans(derive, &plans, &inspections->items[i]);
    return (struct action_plan_list){.items = plans.items, .count = plans.count};
}

/* ---- how each deadline stands, and how long until it or since ---- */

enum {
    ABOUT = 31,        /* days by which a date that is only about right may be out */
    HISTORY_YEARS = 1, /* after which nobody asks whether it was done */
};

/* ---- how it stands ---- */

bool has_passed(const struct briefing *briefing, const struct date *due)
{
    if (due->precision == DATE_UNKNOWN || due->last == DAY_OPEN_END)
        return false;
    return briefing->briefing->as_at.first > due->last;
}

/* Does a record say that it was not done, of a day on which it was surely due? */
static bool is_known_not_done(const struct briefing *briefing, const struct duty *duty)
{
    int64_t margin = duty->due->approximate ? ABOUT : 0;
    return duty->not_done.precision != DATE_UNKNOWN && !is_future(briefing, &duty->not_done) &&
           (int64_t)duty->not_done.first > (int64_t)duty->due->last + margin;
}

/* The last day on which it can have been due; of "from 1 March", that day. */
static day last_day(const struct date *due)
{
    return due->last == DAY_OPEN_END ? due->start.last : due->last;
}

/* Never of what has no end, such as "not done from 1 March on". */
static day a_year_after(day number)
{
    if (number == DAY_OPEN_END)
        return DAY_OPEN_END;
    struct civil civil = civil_from_day(number);
    int32_t year = civil.year + HISTORY_YEARS;
    int last = days_in_month(year, civil.month);
    return day_from_civil(year, civil.month, civil.day < last ? civil.day : last);
}

/* A year later, or once another full inspection has been. */
static bool is_history(const struct derive *derive, day since)
{
    if (derive->briefing->briefing->as_at.first > a_year_after(since))
        return true;
    return derive->full_count && inspection_date(derive->full[0])->first > since;
}

static bool is_to_come(const struct derive *derive, const struct date *due)
{
    day first = due->first == DAY_OPEN_START ? due->end.first : due->first;
    return first >= derive->briefing->briefing->as_at.first;
}

enum due_state due_state_of(const struct derive *derive, const struct duty *duty)
{
    const struct date *due = duty->due;
    if (duty->done)
        return DUE_DONE;
    if (due->precision == DATE_UNKNOWN)
        return DUE_UNDATED;
    if (is_to_come(derive, due))
        return DUE_TO_COME;
    bool passed = has_passed(derive->briefing, due);
    if (passed && is_known_not_done(derive->briefing, duty) &&
        !is_history(derive, duty->not_done.last))
        return DUE_OVERDUE;
    if (is_history(derive, last_day(due)))
        return DUE_HISTORY;
    return passed ? DUE_NOT_RECORDED : DUE_PERHAPS_PASSED;
}

enum answer due_is_overdue(enum due_state state)
{
    if (state == DUE_OVERDUE)
        return ANSWER_YES;
    bool no = state == DUE_TO_COME || state == DUE_DONE || state == DUE_DROPPED;
    return no ? ANSWER_NO : ANSWER_ABSENT;
}

/* ---- in words ---- */

/* "on 1 March 2018", "in March 2018", "by 1 March 2018", "about 1 March 2018" */
static struct str when_text(const struct derive *derive, const struct date *date)
{
    struct str text = long_date(derive, date);
    if (date->approximate || date->precision == DATE_INTERVAL)
        return text;
    return str_format(derive->arena, "%s " STR_FMT, date->precision == DATE_DAY ? "on" : "in",
                      STR_ARG(text));
}

static struct str overdue_text(const struct derive *derive, const struct duty *duty)
{
    struct str ago = time_from_today(derive, duty->due);
    if (duty->not_done.last >= derive->briefing->briefing->as_at.first)
        return ago;
    return str_format(derive->arena, STR_FMT "; not %s " STR_FMT, STR_ARG(ago), duty->verb,
                      STR_ARG(when_text(derive, &duty->not_done)));
}

static struct str perhaps_text(const struct derive *derive, const struct date *due)
{
    if (due->last != DAY_OPEN_END)
        return time_from_today(derive, due);
    struct date start = period_start(due);
    return str_format(derive->arena, "no earlier than " STR_FMT,
                      STR_ARG(long_date(derive, &start)));
}

/* Of "by" a day, that day; of "from" a day on, that day too. */
static struct date one_day_of(const struct date *due)
{
    struct date one = *due;
    if (due->precision != DATE_UNKNOWN && due->first == DAY_OPEN_START)
        one.first = due->end.first;
    if (due->precision != DATE_UNKNOWN && due->last == DAY_OPEN_END)
        one.last = due->start.last;
    return one;
}

static struct str coming_text(const struct derive *derive, const struct date *due)
{
    struct date one = one_day_of(due);
    struct str text = time_from_today(derive, &one);
    if (!due->inferred)
        return text;
    return str_format(derive->arena, STR_FMT " (date inferred)", STR_ARG(text));
}

struct str due_text(const struct derive *derive, const struct duty *duty, enum due_state state)
{
    switch (state) {
    case DUE_DONE: return STR("done");
    case DUE_UNDATED: return STR("date not stated");
    case DUE_OVERDUE: return overdue_text(derive, duty);
    case DUE_PERHAPS_PASSED: return perhaps_text(derive, duty->due);
    case DUE_NOT_RECORDED:
    case DUE_HISTORY:
        return str_format(derive->arena, "was due " STR_FMT "; not recorded whether %s",
                          STR_ARG(when_text(derive, duty->due)), duty->verb);
    default: return coming_text(derive, duty->due);
    }
}

/* ---- deadlines ---- */

static bool is_done(const struct derive *derive, const struct deadline *deadline)
{
    return deadline->done.precision != DATE_UNKNOWN &&
           !is_future(derive->briefing, &deadline->done);
}

static struct str end_text(const struct deadline *deadline)
{
    const struct word *words = record_field(&deadline_table, STR("ended"))->words;
    return str_from(word_label(words, deadline->ended));
}

/* With the day on which it was known not to be done, unless that is said already. */
static struct str deadline_text(const struct derive *derive, const struct deadline *deadline,
                                const struct duty *duty, enum due_state state)
{
    struct str text = state == DUE_DROPPED ? end_text(deadline) : due_text(derive, duty, state);
    bool is_said =
        state == DUE_OVERDUE && duty->not_done.last < derive->briefing->briefing->as_at.first;
    if (duty->not_done.precision == DATE_UNKNOWN || is_said)
        return text;
    return str_format(derive->arena, STR_FMT "; not yet done " STR_FMT, STR_ARG(text),
                      STR_ARG(when_text(derive, &duty->not_done)));
}

static struct due due_of(const struct derive *derive, const struct deadline *deadline)
{
    struct date date = one_day_of(&deadline->due);
    struct range days = days_between(&derive->briefing->briefing->as_at, &date);
    const struct duty duty = {
        .due = &deadline->due,
        .done = is_done(derive, deadline),
        .not_done = deadline->not_done,
        .verb = "done",
    };
    enum due_state state = deadline->ended ? DUE_DROPPED : due_state_of(derive, &duty);
    return (struct due){
        .head = deadline->fact.head,
        .deadline = deadline,
        .what = deadline->what,
        .due = deadline->due,
        .days = days,
        .at_least = {.known = days.known, .value = days.low},
        .at_most = {.known = days.known, .value = days.high},
        .state = (int)state,
        .overdue = due_is_overdue(state),
        .text = deadline_text(derive, deadline, &duty, state),
        .source = deadline->fact.source,
    };
}

/* Those of one day stay as they are in the specification. */
static int by_day(const void *left, const void *right)
{
    const struct due *a = left, *b = right;
    if (a->days.known != b->days.known)
        return a->days.known ? -1 : 1;
    if (a->days.high != b->days.high)
        return a->days.high < b->days.high ? -1 : 1;
    if (a->days.low != b->days.low)
        return a->days.low < b->days.low ? -1 : 1;
    return a->deadline < b->deadline ? -1 : a->deadline > b->deadline;
}

struct due_list derive_deadlines(const struct derive *derive)
{
    const struct deadline_list *deadlines = &derive->briefing->deadlines;
    struct due *dues = ARENA_ARRAY(derive->arena, struct due, deadlines->count);
    for (size_t i = 0; i < deadlines->count; i++)
        dues[i] = due_of(derive, &deadlines->items[i]);
    if (deadlines->count)
        qsort(dues, deadlines->count, sizeof *dues, by_day);
    return (struct due_list){.items = dues, .count = deadlines->count};
}
