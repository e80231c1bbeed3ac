/* Counts of what there is: actions by status, and settings that are good or better. */
#include "brief/lookup.h"
#include "derive/derive.h"

/* ---- how many settings of each kind are good or better ---- */

/* What the ratings of a kind of provision add up to. */
struct tally {
    int64_t good_or_better, rated;
    bool mixed;   /* a count holds grades on both sides of the line */
    bool unsplit; /* a count holds several grades */
};

static bool is_good(const struct derive *derive, struct str text)
{
    const struct grade *grade = grade_read(derive->briefing->frameworks, text);
    return grade && (grade->tone == TONE_BEST || grade->tone == TONE_GOOD);
}

static void add_rating(const struct derive *derive, struct tally *tally,
                       const struct provision_count *rating)
{
    size_t good = 0;
    for (size_t i = 0; i < rating->grades.count; i++)
        good += is_good(derive, rating->grades.items[i]);
    tally->rated += rating->count.value;
    tally->unsplit = tally->unsplit || rating->grades.count > 1;
    if (good == rating->grades.count)
        tally->good_or_better += rating->count.value;
    else if (good)
        tally->mixed = true;
}

static struct tally tally_of(const struct derive *derive, const struct provision *provision)
{
    struct tally tally = {0};
    for (size_t i = 0; i < provision->ratings.count; i++)
        add_rating(derive, &tally, &provision->ratings.items[i]);
    return tally;
}

static int64_t rounded(int64_t part, int64_t whole)
{
    return (part * 200 + whole) / (2 * whole);
}

int64_t percentage(int64_t part, int64_t whole)
{
    int64_t percent = rounded(part, whole);
    if (part < whole && percent >= 100)
        return 99;
    return part > 0 && percent == 0 ? 1 : percent;
}

struct str percentage_text(const struct derive *derive, int64_t part, int64_t whole)
{
    int64_t percent = percentage(part, whole);
    const char *beyond = "";
    if (percent < rounded(part, whole))
        beyond = "over ";
    else if (percent > rounded(part, whole))
        beyond = "under ";
    return str_format(derive->arena, "%s%lld%%", beyond, (long long)percent);
}

/* "of the 9 children's homes; the split between grades is not known" */
static struct str base_of_share(const struct derive *derive, const struct provision *provision,
                                const struct tally *tally)
{
    struct buf out = {.arena = derive->arena};
    bool total_known = provision->total.known;
    struct str all = whole_text(derive->arena, total_known ? provision->total.value : tally->rated);
    buf_addf(&out, "of the " STR_FMT " " STR_FMT "%s", STR_ARG(all), STR_ARG(provision->kind),
             total_known ? "" : " whose rating is given");
    int64_t unrated = provision->total.value - tally->rated;
    if (total_known && unrated > 0)
        buf_addf(&out, ", " STR_FMT " of them without a known rating",
                 STR_ARG(whole_text(derive->arena, unrated)));
    if (tally->mixed)
        buf_addz(&out, "; the source does not say how many are good or better");
    else if (tally->unsplit)
        buf_addz(&out, "; the split between grades is not known");
    return buf_str(&out);
}

static struct share share_of(const struct derive *derive, const struct provision *provision)
{
    struct tally tally = tally_of(derive, provision);
    int64_t total = provision->total.known ? provision->total.value : tally.rated;
    struct share share = {
        .head = provision->fact.head,
        .kind = provision->kind,
        .total = {.known = provision->total.known || provision->ratings.count, .value = total},
        .text = STR("not known"),
        .base = base_of_share(derive, provision, &tally),
        .source = provision->fact.source,
    };
    if (!provision->ratings.count || tally.mixed || total <= 0)
        return share;
    int64_t percent = percentage(tally.good_or_better, total);
    share.good_or_better = (struct whole){.known = true, .value = tally.good_or_better};
    share.percent = (struct whole){.known = true, .value = percent};
    share.text = str_format(derive->arena, STR_FMT " of " STR_FMT " (" STR_FMT ")",
                            STR_ARG(whole_text(derive->arena, tally.good_or_better)),
                            STR_ARG(whole_text(derive->arena, total)),
                            STR_ARG(percentage_text(derive, tally.good_or_better, total)));
    return share;
}

struct share_list derive_provision(const struct derive *derive)
{
    const struct provision_list *provisions = &derive->briefing->provision;
    struct share *shares = ARENA_ARRAY(derive->arena, struct share, provisions->count);
    for (size_t i = 0; i < provisions->count; i++)
        shares[i] = share_of(derive, &provisions->items[i]);
    return (struct share_list){.items = shares, .count = provisions->count};
}

/* ---- how many actions there are by status, and which of them are overdue ---- */

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
