/* How many actions there are by status, and which of them are overdue. */
#include "brief/lookup.h"
#include "derive/derive.h"

static const struct date *due_date(const struct action *action)
{
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    return revised ? &action->revised_due : &action->due;
}

/* When its sources knew what they say of it: the latest of their days. */
static struct date known_day(const struct derive *derive, const struct refs *refs)
{
    struct date latest = {.precision = DATE_UNKNOWN};
    for (size_t i = 0; i < refs->count; i++) {
        struct date known = source_day(derive->briefing, &refs->items[i]);
        if (known.precision != DATE_UNKNOWN &&
            (latest.precision == DATE_UNKNOWN || known.last > latest.last))
            latest = known;
    }
    return latest;
}

/* The day for which its status is stated: its own, else that of its sources, else of the paper. */
static struct date status_day(const struct derive *derive, const struct action *action)
{
    if (action->date.precision != DATE_UNKNOWN)
        return action->date;
    struct date known = known_day(derive, &action->fact.source);
    return known.precision != DATE_UNKNOWN ? known : derive->briefing->briefing->as_at;
}

static struct duty duty_of(const struct derive *derive, const struct action *action)
{
    bool open = action->status != STATUS_ABSENT && action->status != STATUS_COMPLETE;
    struct duty duty = {
        .due = due_date(action), .done = action->status == STATUS_COMPLETE, .verb = "done"};
    if (open)
        duty.not_done = status_day(derive, action);
    return duty;
}

/* By its own status, or because its date had surely passed when it was said not to be complete. */
static enum due_state state_of(const struct derive *derive, const struct action *action)
{
    if (action->status == STATUS_OVERDUE)
        return DUE_OVERDUE;
    struct duty duty = duty_of(derive, action);
    return due_state_of(derive, &duty);
}

static struct late_action late_action_of(const struct derive *derive, const struct action *action,
                                         enum due_state state)
{
    const struct date *due = due_date(action);
    struct duty duty = duty_of(derive, action);
    bool dated = due->precision != DATE_UNKNOWN;
    return (struct late_action){
        .action = action,
        .what = action->text,
        .owner = action->owner,
        .due = *due,
        .state = (int)state,
        .text = dated ? due_text(derive, &duty, state) : STR("date not stated"),
        .source = action->fact.source,
    };
}

static void count(struct action_tally *tally, int status)
{
    struct whole *const counts[] = {
        [STATUS_ABSENT] = &tally->unstated,         [STATUS_PLANNED] = &tally->planned,
        [STATUS_IN_PROGRESS] = &tally->in_progress, [STATUS_COMPLETE] = &tally->complete,
        [STATUS_OVERDUE] = &tally->overdue,
    };
    counts[status]->value++;
}

/* "2 planned, 1 overdue": what there is none of is left out. */
static struct str base_of(const struct derive *derive, const struct action_tally *tally)
{
    const struct {
        int64_t count;
        const char *words;
    } parts[] = {
        {tally->complete.value, "complete"},         {tally->in_progress.value, "in progress"},
        {tally->planned.value, "planned"},           {tally->overdue.value, "overdue"},
        {tally->unstated.value, "without a status"},
    };
    struct buf out = {.arena = derive->arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].count)
            buf_addf(&out, "%s%lld %s", out.len ? ", " : "", (long long)parts[i].count,
                     parts[i].words);
    return out.len ? buf_str(&out) : STR("not known");
}

static void set_texts(const struct derive *derive, struct action_tally *tally)
{
    tally->base = base_of(derive, tally);
    const struct cover *cover = cover_of(derive->briefing, COVER_ACTIONS);
    tally->text = cover ? absence_text(derive->arena, derive->briefing, cover) : STR("not known");
    if (!tally->total.value)
        return;
    int64_t percent = percentage(tally->complete.value, tally->total.value);
    tally->percent = (struct whole){.known = true, .value = percent};
    tally->text =
        str_format(derive->arena, "%lld of %lld complete (" STR_FMT ")",
                   (long long)tally->complete.value, (long long)tally->total.value,
                   STR_ARG(percentage_text(derive, tally->complete.value, tally->total.value)));
}

static bool is_late(enum due_state state)
{
    return state == DUE_OVERDUE || state == DUE_NOT_RECORDED || state == DUE_HISTORY;
}

/* Those whose date has passed: what is overdue, and of which nobody says whether it was done. */
static void collect_late(const struct derive *derive, struct action_tally *tally)
{
    const struct action_list *actions = &derive->briefing->actions;
    struct late_action *late = ARENA_ARRAY(derive->arena, struct late_action, actions->count);
    struct late_action *passed = ARENA_ARRAY(derive->arena, struct late_action, actions->count);
    for (size_t i = 0; i < actions->count; i++) {
        const struct action *action = &actions->items[i];
        enum due_state state = state_of(derive, action);
        bool overdue = state == DUE_OVERDUE;
        count(tally, overdue ? STATUS_OVERDUE : action->status);
        if (overdue)
            late[tally->late.count++] = late_action_of(derive, action, state);
        else if (is_late(state))
            passed[tally->passed.count++] = late_action_of(derive, action, state);
    }
    tally->late.items = late;
    tally->passed.items = passed;
}

void derive_actions(const struct derive *derive, struct derived *derived)
{
    const struct whole none = {.known = true};
    struct action_tally *tally = ARENA_NEW(derive->arena, struct action_tally);
    tally->planned = tally->in_progress = tally->complete = tally->overdue = tally->unstated = none;
    tally->total = (struct whole){.known = true, .value = (int64_t)derive->briefing->actions.count};
    collect_late(derive, tally);
    set_texts(derive, tally);
    derived->actions = tally;
    derived->actions_total = tally->total;
    derived->actions_complete = tally->complete;
}
