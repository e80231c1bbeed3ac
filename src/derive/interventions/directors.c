/* Who was director of children's services, how many there were, and for how long each. */
#include "brief/lookup.h"
#include "derive/derive.h"

enum { A_MONTH = 31 }; /* days */

static bool is_beginning(int event)
{
    return event == LEADERSHIP_APPOINTED || event == LEADERSHIP_IN_POST ||
           event == LEADERSHIP_INTERIM || event == LEADERSHIP_ACTING ||
           event == LEADERSHIP_PERMANENT || event == LEADERSHIP_TOOK_OFFICE;
}

/* What was announced, and not from when, may not have happened yet. */
static bool may_be_to_come(const struct derive *derive, const struct leadership_event *event)
{
    return is_future(derive->briefing, &event->date) ||
           (event->date.precision == DATE_UNKNOWN && event->announced.precision != DATE_UNKNOWN);
}

static bool is_of_a_director(const struct derive *derive, const struct leadership_event *event)
{
    bool holder = is_beginning(event->event) || is_departure(event->event) ||
                  event->event == LEADERSHIP_RESIGNATION_OFFERED ||
                  event->event == LEADERSHIP_RESIGNATION_DECLINED;
    return holder && role_is_director(event->role) && !may_be_to_come(derive, event);
}

/* The latest term of a person. */
static struct tenure *find_tenure(struct tenure *tenures, size_t count, struct str person)
{
    for (size_t i = count; i > 0; i--)
        if (str_equal(tenures[i - 1].person, person))
            return &tenures[i - 1];
    return NULL;
}

/* No later than a date. */
static struct date by(struct date date)
{
    if (date.precision == DATE_UNKNOWN || date.precision == DATE_INTERVAL)
        return date;
    const struct date_end end = {date.precision, date.first, date.last};
    return (struct date){
        .precision = DATE_INTERVAL,
        .inferred = date.inferred,
        .approximate = date.approximate,
        .first = DAY_OPEN_START,
        .last = date.last,
        .end = end,
    };
}

/* An end and a new beginning within a month of it are one term. */
static bool is_a_gap(const struct date *to, const struct date *from)
{
    return from->precision != DATE_UNKNOWN && (int64_t)from->first > (int64_t)to->last + A_MONTH;
}

/* Has somebody else begun since this term did? Terms stand in the order of their beginnings. */
static bool was_succeeded(const struct tenure *tenure, const struct tenure *end)
{
    for (const struct tenure *later = tenure + 1; later < end; later++)
        if (!str_equal(later->person, tenure->person) &&
            date_surely_after(&later->from, &tenure->from))
            return true;
    return false;
}

/* Does an event begin another term, after one that ended or in which somebody followed? */
static bool begins_anew(const struct tenure *tenure, const struct tenure *end,
                        const struct leadership_event *event)
{
    if (!is_beginning(event->event))
        return false;
    if (tenure->to.precision != DATE_UNKNOWN)
        return is_a_gap(&tenure->to, &event->date);
    return was_succeeded(tenure, end);
}

/* Whoever is appointed again, or found in post after a fixed term, holds the post beyond it. */
static void set_fixed_term(struct tenure *tenure, const struct leadership_event *event)
{
    bool renewed =
        event->event != LEADERSHIP_IN_POST || date_surely_after(&event->date, &tenure->until);
    if (event->until.precision != DATE_UNKNOWN || renewed)
        tenure->until = event->until;
}

static void set_interim(struct tenure *tenure, const struct leadership_event *event)
{
    bool interim = event->event == LEADERSHIP_INTERIM || event->event == LEADERSHIP_ACTING ||
                   str_holds(event->role, STR("interim")) || str_holds(event->role, STR("acting"));
    if (event->event == LEADERSHIP_PERMANENT)
        tenure->interim = ANSWER_NO;
    else if (interim)
        tenure->interim = ANSWER_YES;
    else if (event->event == LEADERSHIP_APPOINTED || event->event == LEADERSHIP_TOOK_OFFICE)
        tenure->interim = ANSWER_NO;
}

/* `in_post` says only that the post was held on that day: it began by then; so does `permanent`,
   which follows a time as interim. */
static void add_event(struct tenure *tenure, const struct leadership_event *event)
{
    bool beginning = is_beginning(event->event);
    bool held_before = event->event == LEADERSHIP_IN_POST || event->event == LEADERSHIP_PERMANENT;
    if (is_departure(event->event))
        tenure->to = event->date;
    else if (beginning && date_surely_after(&event->date, &tenure->to))
        tenure->to = (struct date){.precision = DATE_UNKNOWN};
    if (beginning && tenure->from.precision == DATE_UNKNOWN)
        tenure->from = held_before ? by(event->date) : event->date;
    if (beginning)
        set_fixed_term(tenure, event);
    set_interim(tenure, event);
}

/* "from July 2013", "in post by 16 August 2013". */
static struct str beginning_text(const struct derive *derive, const struct date *from)
{
    if (from->precision == DATE_UNKNOWN)
        return STR("from a date that is not known");
    struct str text = long_date(derive, from);
    if (str_starts(text, "by "))
        return str_format(derive->arena, "in post " STR_FMT, STR_ARG(text));
    return str_format(derive->arena, "from " STR_FMT, STR_ARG(text));
}

/* "from 1 July 2024; fixed term until 31 March 2025; no departure is recorded" */
static struct str base_of_tenure(const struct derive *derive, const struct tenure *tenure)
{
    struct buf out = {.arena = derive->arena};
    bool ended = tenure->to.precision != DATE_UNKNOWN && !tenure->only_until;
    buf_add(&out, beginning_text(derive, &tenure->from));
    if (ended)
        buf_addf(&out, " to " STR_FMT, STR_ARG(long_date(derive, &tenure->to)));
    if (!ended && tenure->until.precision != DATE_UNKNOWN)
        buf_addf(&out, "; for a fixed term until " STR_FMT,
                 STR_ARG(long_date(derive, &tenure->until)));
    if (!ended)
        buf_addz(&out,
                 tenure->only_until ? "; no other end is recorded" : "; its end is not known");
    return buf_str(&out);
}

/* A fixed term that is over by the day of the briefing ended then, where nothing else is known. */
static void end_fixed_term(const struct derive *derive, struct tenure *tenure)
{
    tenure->only_until =
        tenure->to.precision == DATE_UNKNOWN && is_past(derive->briefing, &tenure->until);
    if (tenure->only_until)
        tenure->to = tenure->until;
}

static void finish(const struct derive *derive, struct tenure *tenure)
{
    end_fixed_term(derive, tenure);
    bool ended = tenure->to.precision != DATE_UNKNOWN;
    if (ended)
        tenure->months = months_between(&tenure->from, &tenure->to);
    tenure->at_least = (struct whole){tenure->months.known, tenure->months.low};
    tenure->at_most = (struct whole){tenure->months.known, tenure->months.high};
    tenure->text =
        ended ? time_between_text(derive->arena, &tenure->from, &tenure->to) : STR("not known");
    tenure->base = base_of_tenure(derive, tenure);
}

/* An event with the day by which it is sorted: its own, or that of the one before it. */
struct posting {
    const struct leadership_event *event;
    day key;
};

static day key_of(const struct date *date, day before)
{
    if (date->precision == DATE_UNKNOWN)
        return before;
    return date->first == DAY_OPEN_START ? date->last : date->first;
}

/* Those of directors, in the order of time; those of one day as in the file. */
static size_t sort_postings(const struct derive *derive, struct posting *postings)
{
    const struct leadership_event_list *events = &derive->briefing->leadership;
    size_t count = 0;
    day before = DAY_OPEN_START;
    for (size_t i = 0; i < events->count; i++) {
        const struct leadership_event *event = &events->items[i];
        if (!is_of_a_director(derive, event))
            continue;
        before = key_of(&event->date, before);
        size_t at = count++;
        for (; at > 0 && postings[at - 1].key > before; at--)
            postings[at] = postings[at - 1];
        postings[at] = (struct posting){event, before};
    }
    return count;
}

/* One entry a term of a person who is named; `unnamed` counts the events that name nobody. */
static size_t collect(const struct posting *postings, size_t posting_count, struct tenure *tenures,
                      size_t *unnamed)
{
    size_t count = 0;
    for (size_t i = 0; i < posting_count; i++) {
        const struct leadership_event *event = postings[i].event;
        *unnamed += !event->person.len;
        if (!event->person.len)
            continue;
        struct tenure *tenure = find_tenure(tenures, count, event->person);
        if (!tenure || begins_anew(tenure, tenures + count, event)) {
            tenure = &tenures[count++];
            *tenure = (struct tenure){.person = event->person,
                                      .role = event->role,
                                      .interim = ANSWER_NO,
                                      .source = event->fact.source};
        }
        add_event(tenure, event);
    }
    return count;
}

static bool has_tenure(const struct tenure *tenures, size_t count, struct str person)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(tenures[i].person, person))
            return true;
    return false;
}

/* Was every term of this person held for the time being? */
static bool only_interim(const struct tenure *tenures, size_t count, struct str person)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(tenures[i].person, person) && tenures[i].interim != ANSWER_YES)
            return false;
    return true;
}

/* "Sheila Lock (interim)": each name once, and that others may be meant where none is given. */
static struct str base_of(const struct derive *derive, const struct tenure *tenures, size_t count,
                          size_t unnamed, size_t *people)
{
    struct buf out = {.arena = derive->arena};
    for (size_t i = 0; i < count; i++) {
        if (has_tenure(tenures, i, tenures[i].person))
            continue;
        buf_addf(&out, "%s" STR_FMT "%s", (*people)++ ? ", " : "", STR_ARG(tenures[i].person),
                 only_interim(tenures, count, tenures[i].person) ? " (interim)" : "");
    }
    if (unnamed)
        buf_addf(&out, "%s%zu event%s that name%s nobody", count ? "; and " : "", unnamed,
                 unnamed == 1 ? "" : "s", unnamed == 1 ? "s" : "");
    return out.len ? buf_str(&out) : STR("not known");
}

/* An event that names nobody may be about somebody named elsewhere, or about one person more. */
void derive_directors(const struct derive *derive, struct derived *derived)
{
    size_t events = derive->briefing->leadership.count, unnamed = 0, people = 0;
    struct posting *postings = ARENA_ARRAY(derive->arena, struct posting, events);
    struct tenure *tenures = ARENA_ARRAY(derive->arena, struct tenure, events);
    size_t count = collect(postings, sort_postings(derive, postings), tenures, &unnamed);
    for (size_t i = 0; i < count; i++)
        finish(derive, &tenures[i]);
    struct measure *directors = ARENA_NEW(derive->arena, struct measure);
    directors->base = base_of(derive, tenures, count, unnamed, &people);
    bool known = count || unnamed;
    measure_set(directors, (struct range){
                               .known = known,
                               .low = people ? (int64_t)people : known,
                               .high = (int64_t)(people + unnamed),
                           });
    directors->text = range_text(derive->arena, directors->value, "person", "people");
    derived->directors = directors;
    derived->tenures = (struct tenure_list){.items = tenures, .count = count};
}
