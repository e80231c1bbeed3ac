/* How many actions there are by status, and which of them are overdue. */
#include "../facts.h"
#include "derive.h"

static const struct date *due_date(const struct action *action)
{
    bool revised = action->revised_due.precision != DATE_UNKNOWN;
    return revised ? &action->revised_due : &action->due;
}

/* By its own status, or because its date has surely passed and nothing says that it was done. A
   date that is only about right has not surely passed the day after. */
static bool is_overdue(const struct derive *derive, const struct action *action)
{
    const struct date *due = due_date(action);
    bool passed = !due->approximate && date_surely_after(&derive->briefing->briefing->as_at, due);
    return action->status == STATUS_OVERDUE || (action->status != STATUS_COMPLETE && passed);
}

static struct late_action late_action_of(const struct derive *derive, const struct action *action)
{
    const struct date *due = due_date(action);
    return (struct late_action){
        .action = action,
        .what = action->text,
        .owner = action->owner,
        .due = *due,
        .text = due->precision ? time_from_today(derive, due) : STR("no date"),
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
    return out.len ? buf_str(&out) : STR("no action is recorded");
}

static void set_texts(const struct derive *derive, struct action_tally *tally)
{
    tally->base = base_of(derive, tally);
    tally->text = STR("none recorded");
    if (!tally->total.value)
        return;
    int64_t percent = percentage(tally->complete.value, tally->total.value);
    tally->percent = (struct whole){.known = true, .value = percent};
    tally->text = str_format(derive->arena, "%lld of %lld complete (" STR_FMT ")",
                             (long long)tally->complete.value, (long long)tally->total.value,
                             STR_ARG(percentage_text(derive, tally->complete.value,
                                                     tally->total.value)));
}

void derive_actions(const struct derive *derive, struct derived *derived)
{
    const struct records *actions = &derive->briefing->actions;
    const struct whole none = {.known = true};
    struct action_tally *tally = ARENA_NEW(derive->arena, struct action_tally);
    tally->planned = tally->in_progress = tally->complete = tally->overdue = tally->unstated = none;
    tally->total = (struct whole){.known = true, .value = (int64_t)actions->count};
    struct late_action *late = ARENA_ARRAY(derive->arena, struct late_action, actions->count);
    size_t late_count = 0;
    for (size_t i = 0; i < actions->count; i++) {
        const struct action *action = records_at(actions, &action_table, i);
        bool overdue = is_overdue(derive, action);
        if (overdue)
            late[late_count++] = late_action_of(derive, action);
        count(tally, overdue ? STATUS_OVERDUE : action->status);
    }
    tally->late = (struct records){.items = late, .count = late_count};
    set_texts(derive, tally);
    derived->actions = tally;
    derived->actions_total = tally->total;
    derived->actions_complete = tally->complete;
}
