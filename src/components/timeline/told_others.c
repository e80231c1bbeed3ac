/* Plain sentences of the short timeline: people, reviews, developments, money and other events. */
#include "brief/lookup.h"
#include "components/timeline/timeline.h"

static struct phrase new_phrase(const struct timeline *timeline)
{
    return phrase_new(timeline->composer, timeline->briefing);
}

/* ---- changes of leadership ---- */

static const struct date *day_of(const struct leadership_event *event)
{
    return event->date.precision || !event->announced.precision ? &event->date : &event->announced;
}

/* "becomes interim director", and no interim interim director. */
static void say_becomes(struct phrase *what, const struct leadership_event *event, const char *how)
{
    struct str role = uncapital(what->arena, event->role);
    phrase_addz(what, how);
    if (event->event == LEADERSHIP_INTERIM && !str_holds(role, STR("interim")))
        phrase_addz(what, "interim ");
    if (event->event == LEADERSHIP_ACTING && !str_holds(role, STR("acting")))
        phrase_addz(what, "acting ");
    if (event->event == LEADERSHIP_PERMANENT && !str_holds(role, STR("permanent")))
        phrase_addz(what, "permanent ");
    phrase_field(what, role, NAMED(event, role));
}

/* Words between the person and the post; NULL: the post comes first. */
static const char *way_into(int event)
{
    switch (event) {
    case LEADERSHIP_APPOINTED: return " is appointed ";
    case LEADERSHIP_IN_POST: return " is ";
    case LEADERSHIP_INTERIM:
    case LEADERSHIP_ACTING:
    case LEADERSHIP_PERMANENT: return " becomes ";
    case LEADERSHIP_TOOK_OFFICE: return " takes office as ";
    default: return NULL;
    }
}

/* Words behind the person or the post; NULL: none would be true of every case. */
static const char *way_out_of(int event)
{
    switch (event) {
    case LEADERSHIP_STOOD_DOWN: return " stands down";
    case LEADERSHIP_RESIGNED: return " resigns";
    case LEADERSHIP_LEFT: return " leaves";
    case LEADERSHIP_RETIRED: return " retires";
    case LEADERSHIP_DISMISSED: return " is dismissed";
    case LEADERSHIP_TERM_ENDED: return " reaches the end of the term of office";
    default: return NULL;
    }
}

/* "Diane Wood, chief executive", "The director of children’s services". */
static void say_holder(struct phrase *what, const struct leadership_event *event)
{
    struct str role = uncapital(what->arena, event->role);
    phrase_field(what, FIELD_OF(event, person));
    phrase_addz(what, event->person.len ? ", " : "The ");
    phrase_field(what, role, NAMED(event, role));
    phrase_addz(what, event->person.len ? "," : "");
}

/* What no sentence fits: "Director of children’s services: post vacant". */
static void say_entry(struct phrase *what, const struct leadership_event *event)
{
    struct str label = LABEL_OF(&leadership_event_table, event, event);
    phrase_field(what, FIELD_OF(event, person));
    phrase_addz(what, event->person.len ? ", " : "");
    phrase_field(what, event->person.len ? event->role : capital(what->arena, event->role),
                 NAMED(event, role));
    phrase_field_after(what, ": ", label, NAMED(event, event));
    phrase_whole_after(what, " (", FIELD_AT(event, count));
    if (event->count.known)
        phrase_addz(what, event->count.value == 1 ? " person)" : " people)");
    phrase_field_after(what, ", by ", FIELD_OF(event, by));
}

/* ---- what is one change: an offer to resign and the answer to it ---- */

static bool may_be_one_change(const struct leadership_event *a, const struct leadership_event *b)
{
    return !date_surely_after(&a->date, &b->date) && !date_surely_after(&b->date, &a->date);
}

/* The event of that kind about the same person and post at the same time; NULL: none. */
static const struct leadership_event *partner_of(const struct briefing *briefing,
                                                 const struct leadership_event *event, int kind)
{
    for (size_t i = 0; i < briefing->leadership.count; i++) {
        const struct leadership_event *one = &briefing->leadership.items[i];
        if (one->event == kind && str_equal(one->person, event->person) &&
            str_equal(one->role, event->role) && may_be_one_change(one, event))
            return one;
    }
    return NULL;
}

/* Is it an offer that was declined by the same person at the same time as another one? */
static bool are_alike(const struct briefing *briefing, const struct leadership_event *a,
                      const struct leadership_event *b)
{
    const struct leadership_event *first = partner_of(briefing, a, LEADERSHIP_RESIGNATION_DECLINED);
    const struct leadership_event *other = partner_of(briefing, b, LEADERSHIP_RESIGNATION_DECLINED);
    return a->event == b->event && first && other && str_equal(first->by, other->by) &&
           may_be_one_change(a, b);
}

/* The sources of an event that is told in the sentence of another one. */
static void join_event(struct phrase *what, const struct leadership_event *event,
                       struct refs *source)
{
    *source = refs_join(what->arena, *source, event->fact.source);
    phrase_printed(what, NAMED(event, event));
    phrase_printed(what, NAMED(event, date));
}

/* "Diane Wood, chief executive, and Anne Burns, cabinet member, offer to resign; the leader
   declines." */
static void say_offers(struct phrase *what, const struct leadership_event *event,
                       struct refs *source)
{
    const struct leadership_event_list *all = &what->briefing->leadership;
    const struct leadership_event *declined =
        partner_of(what->briefing, event, LEADERSHIP_RESIGNATION_DECLINED);
    size_t people = 1;
    say_holder(what, event);
    for (const struct leadership_event *one = event + 1; one < all->items + all->count; one++) {
        if (!are_alike(what->briefing, event, one))
            continue;
        phrase_addz(what, " and ");
        say_holder(what, one);
        join_event(what, one, source);
        join_event(what, partner_of(what->briefing, one, LEADERSHIP_RESIGNATION_DECLINED), source);
        people++;
    }
    phrase_addz(what, people > 1 ? " offer to resign" : " offers to resign");
    if (!declined)
        return;
    join_event(what, declined, source);
    phrase_addz(what, "; ");
    phrase_field(what, FIELD_OF(declined, by));
    phrase_addz(what, declined->by.len ? " declines" : "the offer is declined");
}

/* Is it told in the sentence of an offer that stands before it in the file? */
static bool is_told_elsewhere(const struct briefing *briefing, const struct leadership_event *event)
{
    if (event->event == LEADERSHIP_RESIGNATION_DECLINED)
        return partner_of(briefing, event, LEADERSHIP_RESIGNATION_OFFERED) != NULL;
    if (event->event != LEADERSHIP_RESIGNATION_OFFERED)
        return false;
    for (const struct leadership_event *one = briefing->leadership.items; one < event; one++)
        if (are_alike(briefing, one, event))
            return true;
    return false;
}

void tell_leadership(struct timeline *timeline, const void *record)
{
    const struct leadership_event *event = record;
    const char *into = way_into(event->event), *out_of = way_out_of(event->event);
    struct refs source = event->fact.source;
    struct phrase what = new_phrase(timeline);
    if (is_told_elsewhere(timeline->briefing, event))
        return;
    phrase_addz(&what, day_of(event) == &event->date ? "" : "Announced: ");
    if (event->person.len && into) {
        phrase_field(&what, FIELD_OF(event, person));
        say_becomes(&what, event, into);
    } else if (out_of) {
        say_holder(&what, event);
        phrase_addz(&what, out_of);
    } else if (event->event == LEADERSHIP_RESIGNATION_OFFERED && event->person.len) {
        say_offers(&what, event, &source);
    } else {
        say_entry(&what, event);
    }
    enum happening_rank rank = event->event == LEADERSHIP_IN_POST ? RANK_STATE
                               : role_is_director(event->role)    ? RANK_DIRECTOR
                                                                  : RANK_REST;
    timeline_tell(timeline, &what, source, rank, day_of(event), event,
                  day_of(event) == &event->date ? "date" : "announced");
}

/* ---- the rest ---- */

void tell_control(struct timeline *timeline, const void *record)
{
    const struct control *control = record;
    struct phrase began = new_phrase(timeline), ended = new_phrase(timeline);
    phrase_field_after(&began, "Political control begins: ", FIELD_OF(control, party));
    phrase_field_after(&began, ", led by ", FIELD_OF(control, leader));
    if (control->from.precision)
        timeline_tell(timeline, &began, control->fact.source, RANK_REST, FIELD_AT(control, from));
    phrase_field_after(&ended, "Political control ends: ", FIELD_OF(control, party));
    if (control->to.precision && !control_is_taken_over(timeline->briefing->council, control))
        timeline_tell(timeline, &ended, control->fact.source, RANK_REST, FIELD_AT(control, to));
}

void tell_review(struct timeline *timeline, const void *record)
{
    const struct review *review = record;
    struct phrase what = new_phrase(timeline);
    struct str name = review->name.len ? review->name : review_name(what.arena, review);
    phrase_field(&what, capital(what.arena, name), NAMED(review, name));
    phrase_printed(&what, NAMED(review, kind));
    phrase_printed(&what, NAMED(review, reviewer));
    if (review->status != STATUS_COMPLETE)
        phrase_field_after(&what, " (", LABEL_OF(&review_table, review, status), review, "status");
    phrase_addz(&what, review->status && review->status != STATUS_COMPLETE ? ")" : "");
    phrase_field_after(&what, ": ", FIELD_OF(review, purpose));
    if (review->date.precision || !review->published.precision)
        timeline_tell(timeline, &what, review->fact.source, RANK_REVIEW, FIELD_AT(review, date));
    else
        timeline_tell(timeline, &what, review->fact.source, RANK_REVIEW,
                      FIELD_AT(review, published));
}

void tell_development(struct timeline *timeline, const void *record)
{
    const struct development *one = record;
    struct phrase what = new_phrase(timeline);
    struct str kind = LABEL_OF(&development_table, one, kind);
    phrase_field(&what, capital(what.arena, kind), NAMED(one, kind));
    phrase_field_after(&what, ", ", FIELD_OF(one, body));
    phrase_field_after(&what, ": ", FIELD_OF(one, text));
    bool dated = one->date.precision || !one->published.precision;
    timeline_tell(timeline, &what, one->fact.source, RANK_DEVELOPMENT,
                  dated ? &one->date : &one->published, one, dated ? "date" : "published");
}

void tell_event(struct timeline *timeline, const void *record)
{
    const struct event *event = record;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(event, text));
    phrase_field_after(&what, " (", FIELD_OF(event, who));
    phrase_addz(&what, event->who.len ? ")" : "");
    timeline_tell(timeline, &what, event->fact.source, RANK_REST, FIELD_AT(event, date));
}

/* "£16.5 million is promised by the Cabinet"; of a budget, "£41.3 million, budget". */
static void say_status(struct phrase *what, const struct funding *funding)
{
    bool done = funding->status && funding->status < FUNDING_BUDGET;
    phrase_field_after(what, done ? " is " : ", ", LABEL_OF(&funding_table, funding, status),
                       funding, "status");
    phrase_field_after(what, done ? " by " : ", by ", FIELD_OF(funding, by));
    bool joins = done && str_starts(funding->purpose, "to ") && !str_holds(funding->by, STR(","));
    phrase_field_after(what, joins ? " " : ": ", FIELD_OF(funding, purpose));
}

/* A part of an amount, and what has only a time that it is for, stand behind what was decided. */
void tell_funding(struct timeline *timeline, const void *record)
{
    const struct funding *funding = record;
    struct phrase what = new_phrase(timeline);
    bool by_period = !funding->date.precision && funding->period.precision;
    struct str amount = amount_text(what.arena, funding);
    phrase_addz(&what, by_period ? "Money for this time: " : "");
    phrase_field(&what, by_period ? amount : capital(what.arena, amount), NAMED(funding, amount));
    phrase_printed(&what, NAMED(funding, unit));
    say_status(&what, funding);
    struct happening *told = timeline_tell(
        timeline, &what, funding->fact.source,
        by_period || funding->part_of.record ? RANK_REST : RANK_MONEY,
        by_period ? &funding->period : &funding->date, funding, by_period ? "period" : "date");
    if (told)
        told->amount = money_text(what.arena, funding);
}
