/* How many actions there are by status, and which of them are overdue. */
#include "brief/lookup.h"
#include "derive/derive.h"

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

struct date day_said(const struct derive *derive, const struct date *said,
                     const struct refs *source)
{
    if (said->precision != DATE_UNKNOWN)
        return *said;
    struct date known = known_day(derive, source);
    return known.precision != DATE_UNKNOWN ? known : derive->briefing->briefing->as_at;
}

/* The day for which its status is stated. */
static struct date status_day(const struct derive *derive, const struct action *action)
{
    bool updated = action->updated.precision != DATE_UNKNOWN;
    return day_said(derive, updated ? &action->updated : &action->date, &action->fact.source);
}

static struct duty duty_of(const struct derive *derive, const struct action *action)
{
    bool done = action->status == STATUS_COMPLETE || status_is_dropped(action->status);
    struct duty duty = {.due = action_due(action), .done = done, .verb = "done"};
    if (status_is_open(action->status))
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
    const struct date *due = action_due(action);
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
        [STATUS_OVERDUE] = &tally->overdue,         [STATUS_ON_HOLD] = &tally->on_hold,
        [STATUS_SUPERSEDED] = &tally->superseded,   [STATUS_WITHDRAWN] = &tally->withdrawn,
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
        {tally->complete.value, "complete"},   {tally->in_progress.value, "in progress"},
        {tally->planned.value, "planned"},     {tally->overdue.value, "overdue"},
        {tally->on_hold.value, "on hold"},     {tally->superseded.value, "superseded"},
        {tally->withdrawn.value, "withdrawn"}, {tally->unstated.value, "without a status"},
    };
    struct buf out = {.arena = derive->arena};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (parts[i].count)
            buf_addf(&out, "%s%lld %s", out.len ? ", " : "", (long long)parts[i].count,
                     parts[i].words);
    return out.len ? buf_str(&out) : STR("not known");
}

struct str share_text(const struct derive *derive, int64_t part, int64_t whole, const char *what)
{
    return str_format(derive->arena, "%lld of %lld %s" STR_FMT, (long long)part, (long long)whole,
                      what, STR_ARG(percentage_text(derive, part, whole)));
}

struct str progress_text(const struct derive *derive, const struct theme_tally *tally,
                         const struct progress_words *words)
{
    struct buf out = {.arena = derive->arena};
    int64_t stated = tally->total.value - tally->unstated.value;
    if (stated)
        buf_add(&out, share_text(derive, tally->complete.value, stated, words->complete));
    if (tally->overdue.value)
        buf_addf(&out, "%s%lld overdue", out.len ? ", " : "", (long long)tally->overdue.value);
    if (tally->unstated.value)
        buf_addf(&out, "%s%lld %s", out.len ? ", " : "", (long long)tally->unstated.value,
                 words->unstated);
    return buf_str(&out);
}

static const struct progress_words action_words = {"complete", "without a status"};

static void set_texts(const struct derive *derive, struct action_tally *tally)
{
    tally->base = base_of(derive, tally);
    const struct cover *cover = cover_of(derive->briefing, COVER_ACTIONS);
    tally->text = cover ? absence_text(derive->arena, derive->briefing, cover) : STR("not known");
    if (!tally->total.value)
        return;
    int64_t stated = tally->total.value - tally->unstated.value;
    if (stated)
        tally->percent =
            (struct whole){.known = true, .value = percentage(tally->complete.value, stated)};
    const struct theme_tally all = {
        .total = tally->total, .complete = tally->complete, .unstated = tally->unstated};
    tally->text = progress_text(derive, &all, &action_words);
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

/* ---- by theme ---- */

static struct theme_tally *theme_of(struct theme_tally *themes, size_t *count, struct str theme)
{
    for (size_t i = 0; i < *count; i++)
        if (str_alike(themes[i].theme, theme))
            return &themes[i];
    const struct whole none = {.known = true};
    themes[*count] = (struct theme_tally){
        .theme = theme, .total = none, .complete = none, .overdue = none, .unstated = none};
    return &themes[(*count)++];
}

struct theme_tally_list tally_themes(const struct derive *derive, const struct themed *items,
                                     size_t item_count, const struct progress_words *words)
{
    struct theme_tally *themes = ARENA_ARRAY(derive->arena, struct theme_tally, item_count + 1);
    size_t count = 0;
    for (int named = 1; named >= 0; named--)
        for (size_t i = 0; i < item_count && (named || count); i++) {
            if ((items[i].theme.len > 0) != (named == 1))
                continue;
            struct theme_tally *tally = theme_of(themes, &count, items[i].theme);
            tally->total.value++;
            tally->complete.value += items[i].complete;
            tally->overdue.value += items[i].overdue;
            tally->unstated.value += items[i].unstated;
        }
    for (size_t i = 0; i < count; i++)
        themes[i].text = progress_text(derive, &themes[i], words);
    return (struct theme_tally_list){.items = themes, .count = count};
}

static struct theme_tally_list themes_of_actions(const struct derive *derive)
{
    const struct action_list *actions = &derive->briefing->actions;
    struct themed *items = ARENA_ARRAY(derive->arena, struct themed, actions->count);
    for (size_t i = 0; i < actions->count; i++) {
        const struct action *action = &actions->items[i];
        items[i] = (struct themed){action->theme, action->status == STATUS_COMPLETE,
                                   state_of(derive, action) == DUE_OVERDUE,
                                   action->status == STATUS_ABSENT};
    }
    return tally_themes(derive, items, actions->count, &action_words);
}

/* ---- the whole ---- */

/* Costs are texts; of those that are one amount the pounds are kept beside them. */
static void read_costs(const struct derive *derive)
{
    struct action *actions = (struct action *)derive->briefing->actions.items;
    for (size_t i = 0; i < derive->briefing->actions.count; i++)
        if (!money_read(derive->arena, actions[i].cost, &actions[i].cost_pounds))
            actions[i].cost_pounds = (struct decimal){.text = STR_NONE};
}

void derive_actions(const struct derive *derive, struct derived *derived)
{
    const struct whole none = {.known = true};
    struct action_tally *tally = ARENA_NEW(derive->arena, struct action_tally);
    tally->planned = tally->in_progress = tally->complete = tally->overdue = tally->unstated = none;
    tally->on_hold = tally->superseded = tally->withdrawn = none;
    read_costs(derive);
    tally->themes = themes_of_actions(derive);
    tally->total = (struct whole){.known = true, .value = (int64_t)derive->briefing->actions.count};
    collect_late(derive, tally);
    set_texts(derive, tally);
    derived->actions = tally;
    derived->actions_total = tally->total;
    derived->actions_complete = tally->complete;
}
