/* How recommendations and milestones stand, how many there are of each kind, and what risks score.
 */
#include "brief/lookup.h"
#include "derive/derive.h"

/* ---- recommendations ---- */

static enum due_state state_of_recommendation(const struct derive *derive,
                                              const struct recommendation *one, struct duty *duty)
{
    bool over = one->status == STATUS_COMPLETE || status_is_dropped(one->status);
    *duty = (struct duty){.due = &one->due, .done = over, .verb = "done"};
    if (status_is_open(one->status))
        duty->not_done = day_said(derive, &one->updated, &one->fact.source);
    return one->status == STATUS_OVERDUE ? DUE_OVERDUE : due_state_of(derive, duty);
}

static void set_recommendation(const struct derive *derive, struct recommendation *one)
{
    struct duty duty;
    enum due_state state = state_of_recommendation(derive, one, &duty);
    one->state = (int)state;
    one->state_text = one->due.precision != DATE_UNKNOWN ? due_text(derive, &duty, state)
                                                         : STR("date not stated");
}

static void count_recommendation(struct recommendation_tally *tally,
                                 const struct recommendation *one)
{
    struct whole *const responses[] = {
        [RESPONSE_ABSENT] = &tally->unanswered,
        [RESPONSE_ACCEPTED] = &tally->accepted,
        [RESPONSE_PARTLY] = &tally->partly,
        [RESPONSE_REJECTED] = &tally->rejected,
    };
    responses[one->response]->value++;
    tally->complete.value += one->status == STATUS_COMPLETE;
    tally->dropped.value += status_is_dropped(one->status);
    tally->unstated.value += one->status == STATUS_ABSENT;
    tally->open.value += status_is_open(one->status);
    tally->overdue.value += one->state == DUE_OVERDUE;
}

struct part {
    int64_t count;
    const char *words;
};

/* "2 open, 1 overdue": what there is none of is left out. */
static void add_parts(struct buf *out, const char *before, const struct part *parts, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (parts[i].count) {
            buf_addf(out, "%s%lld %s", out->len ? before : "", (long long)parts[i].count,
                     parts[i].words);
            before = ", ";
        }
}

/* Each is counted once: an overdue one as that, and one of which no status is known is neither
   complete nor open. */
static struct str recommendations_text(const struct derive *derive,
                                       const struct recommendation_tally *tally)
{
    const struct part by_status[] = {{tally->open.value - tally->overdue.value, "open"},
                                     {tally->overdue.value, "overdue"},
                                     {tally->dropped.value, "no longer pursued"},
                                     {tally->unstated.value, "without a status"}};
    const struct part by_response[] = {{tally->accepted.value, "accepted"},
                                       {tally->partly.value, "accepted in part"},
                                       {tally->rejected.value, "rejected"}};
    struct buf out = {.arena = derive->arena};
    int64_t stated = tally->total.value - tally->unstated.value;
    if (stated) {
        buf_addf(&out, "%lld of %lld complete", (long long)tally->complete.value,
                 (long long)stated);
        add_parts(&out, ", ", by_status, sizeof by_status / sizeof *by_status);
    }
    add_parts(&out, "; ", by_response, sizeof by_response / sizeof *by_response);
    return out.len ? buf_str(&out) : STR_NONE;
}

static const struct recommendation_tally *tally_recommendations(const struct derive *derive)
{
    const struct whole none = {.known = true};
    struct recommendation *all = (struct recommendation *)derive->briefing->recommendations.items;
    size_t count = derive->briefing->recommendations.count;
    struct recommendation_tally *tally = ARENA_NEW(derive->arena, struct recommendation_tally);
    tally->open = tally->complete = tally->overdue = none;
    tally->dropped = tally->unstated = none;
    tally->accepted = tally->partly = tally->rejected = tally->unanswered = none;
    tally->total = (struct whole){.known = true, .value = (int64_t)count};
    for (size_t i = 0; i < count; i++) {
        set_recommendation(derive, &all[i]);
        count_recommendation(tally, &all[i]);
    }
    tally->text = recommendations_text(derive, tally);
    return tally;
}

/* ---- milestones ---- */

static bool is_reached(const struct derive *derive, const struct milestone *one)
{
    bool dated =
        one->actual.precision != DATE_UNKNOWN && !is_future(derive->briefing, &one->actual);
    return dated || one->rag == RAG_BLUE;
}

/* A rating that is not blue says that it was not reached on the day of the rating. */
static void set_milestone(const struct derive *derive, struct milestone *one)
{
    bool revised = one->revised.precision != DATE_UNKNOWN;
    struct duty duty = {.due = revised ? &one->revised : &one->planned,
                        .done = is_reached(derive, one),
                        .verb = "reached"};
    if (one->rag && !duty.done)
        duty.not_done = day_said(derive, &one->updated, &one->fact.source);
    enum due_state state = due_state_of(derive, &duty);
    one->state = (int)state;
    one->state_text = due_text(derive, &duty, state);
}

/* Has its date passed, and nobody says whether it was reached? */
static bool is_unrecorded(const struct milestone *one)
{
    return one->state == DUE_NOT_RECORDED || one->state == DUE_HISTORY;
}

static const struct progress_words milestone_words = {"reached",
                                                      "passed and not recorded whether reached"};

static void count_milestone(struct milestone_tally *tally, const struct milestone *one)
{
    tally->reached.value += one->state == DUE_DONE;
    tally->overdue.value += one->state == DUE_OVERDUE;
    tally->passed.value += is_unrecorded(one);
}

static struct str milestones_text(const struct derive *derive, const struct milestone_tally *tally)
{
    const struct theme_tally all = {.total = tally->total,
                                    .complete = tally->reached,
                                    .overdue = tally->overdue,
                                    .unstated = tally->passed};
    return tally->total.value ? progress_text(derive, &all, &milestone_words) : STR_NONE;
}

static const struct milestone_tally *tally_milestones(const struct derive *derive)
{
    const struct whole none = {.known = true};
    struct milestone *all = (struct milestone *)derive->briefing->milestones.items;
    size_t count = derive->briefing->milestones.count;
    struct milestone_tally *tally = ARENA_NEW(derive->arena, struct milestone_tally);
    struct themed *themed = ARENA_ARRAY(derive->arena, struct themed, count);
    tally->reached = tally->overdue = tally->passed = none;
    tally->total = (struct whole){.known = true, .value = (int64_t)count};
    for (size_t i = 0; i < count; i++) {
        set_milestone(derive, &all[i]);
        count_milestone(tally, &all[i]);
        themed[i] = (struct themed){all[i].theme, all[i].state == DUE_DONE,
                                    all[i].state == DUE_OVERDUE, is_unrecorded(&all[i])};
    }
    tally->text = milestones_text(derive, tally);
    tally->themes = tally_themes(derive, themed, count, &milestone_words);
    return tally;
}

/* ---- risks ---- */

/* What was written counts; else the product, where both are known. */
static struct whole level_of(struct whole score, struct whole likelihood, struct whole impact)
{
    if (score.known || !likelihood.known || !impact.known)
        return score;
    return (struct whole){.known = true, .value = likelihood.value * impact.value};
}

static void set_levels(const struct derive *derive)
{
    struct risk *risks = (struct risk *)derive->briefing->risks.items;
    for (size_t i = 0; i < derive->briefing->risks.count; i++) {
        struct risk *risk = &risks[i];
        risk->level = level_of(risk->score, risk->likelihood, risk->impact);
        risk->level_after = level_of(risk->score_after, risk->likelihood_after, risk->impact_after);
    }
}

/* ---- amounts of money that have parts ---- */

/* The parts of an amount together. */
struct parts {
    size_t count;
    int64_t pence;
    bool addable; /* all exact and of one status */
    int status;
};

static struct parts parts_of(const struct briefing *briefing, const struct funding *whole)
{
    struct parts parts = {.addable = true};
    for (size_t i = 0; i < briefing->funding.count; i++) {
        const struct funding *one = &briefing->funding.items[i];
        int64_t pence = 0;
        if (one->part_of.record != whole || one == whole)
            continue;
        if (!parts.count)
            parts.status = one->status;
        bool fits = money_pence(&one->amount, one->unit, &pence) && pence >= 0;
        parts.addable = parts.addable && fits && funding_is_exact(one) &&
                        one->status == parts.status && parts.pence <= INT64_MAX - pence;
        parts.pence += parts.addable ? pence : 0;
        parts.count++;
    }
    return parts;
}

/* "£1,234.50", the pence where there are any. */
static struct str pounds_text(const struct derive *derive, int64_t pence)
{
    enum { PENCE = 100 };
    struct buf out = {.arena = derive->arena};
    buf_addz(&out, "\xC2\xA3");
    buf_grouped(&out, (uint64_t)pence / PENCE);
    if (pence % PENCE)
        buf_addf(&out, ".%02d", (int)(pence % PENCE));
    return buf_str(&out);
}

static void set_parts_text(const struct derive *derive, struct amount_parts *made, int64_t sum,
                           int64_t whole)
{
    long long count = (long long)made->count.value;
    const char *are = count == 1 ? "part of it is" : "parts of it are";
    struct str difference = pounds_text(derive, sum > whole ? sum - whole : whole - sum);
    if (!made->complete)
        made->text = str_format(derive->arena, "%lld %s recorded", count, are);
    else if (made->complete == ANSWER_YES)
        made->text = str_format(derive->arena, "%lld %s recorded, which %s up to it", count, are,
                                count == 1 ? "comes" : "add");
    else
        made->text = str_format(derive->arena, "%lld %s recorded, " STR_FMT " %s than the whole",
                                count, are, STR_ARG(difference), sum > whole ? "more" : "less");
}

static struct amount_parts describe_parts(const struct derive *derive, const struct funding *whole,
                                          const struct parts *parts)
{
    struct amount_parts made = {.head = whole->fact.head,
                                .whole = whole,
                                .count = {.known = true, .value = (int64_t)parts->count}};
    int64_t pence = 0;
    bool known = parts->addable && funding_is_exact(whole) &&
                 money_pence(&whole->amount, whole->unit, &pence);
    if (parts->addable)
        money_read(derive->arena, pounds_text(derive, parts->pence), &made.pounds);
    if (known)
        made.complete = parts->pence == pence ? ANSWER_YES : ANSWER_NO;
    set_parts_text(derive, &made, parts->pence, pence);
    return made;
}

static struct amount_parts_list derive_amount_parts(const struct derive *derive)
{
    const struct funding_list *all = &derive->briefing->funding;
    struct amount_parts *made = ARENA_ARRAY(derive->arena, struct amount_parts, all->count);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        struct parts parts = parts_of(derive->briefing, &all->items[i]);
        if (parts.count)
            made[count++] = describe_parts(derive, &all->items[i], &parts);
    }
    return (struct amount_parts_list){.items = made, .count = count};
}

void derive_work(const struct derive *derive, struct derived *derived)
{
    derived->recommendations = tally_recommendations(derive);
    derived->milestones = tally_milestones(derive);
    set_levels(derive);
    derived->funding_parts = derive_amount_parts(derive);
}
