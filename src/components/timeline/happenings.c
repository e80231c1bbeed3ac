/* What the full timeline says of each kind of record that has a date. Notes are left to the
   components that show a kind in full; reviews and events have none and keep theirs. */
#include "brief/lookup.h"
#include "components/timeline/timeline.h"

/* Adds what a phrase says, unless its date is outside the window. */
static void add(struct timeline *timeline, const struct phrase *what, const struct date *date,
                const void *record, const char *date_field)
{
    bool later = timeline_is_later(timeline, date);
    if (!timeline_is_wanted(timeline, date) || (timeline->only_later && !later))
        return;
    *LIST_ADD(what->arena, &timeline->items) = (struct happening){
        .date = date,
        .record = record,
        .date_field = date_field,
        .what = what->inlines,
        .later = later,
    };
}

static struct phrase new_phrase(const struct timeline *timeline)
{
    return phrase_new(timeline->composer, timeline->briefing);
}

/* "issued", or "to be issued" on a day that lies after that of the briefing. */
static void add_verb(const struct timeline *timeline, struct phrase *what, const char *verb,
                     const struct date *date)
{
    phrase_addf(what, timeline_is_later(timeline, date) ? ", to be %s" : " %s", verb);
}

/* ---- inspections ---- */

/* What an inspection that is not a full one gave beside an overall grade: "; outcome: ...". */
static void add_outcome(struct phrase *phrase, const struct inspection *inspection)
{
    const struct framework *framework =
        framework_find(phrase->briefing->frameworks, inspection->framework);
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement =
            framework ? judgement_find(framework, entry->judgement) : NULL;
        if (!judgement || framework->full == ANSWER_YES)
            continue;
        phrase_addf(phrase, "; " STR_FMT ": ", STR_ARG(judgement->short_label));
        phrase->inlines = inline_join(
            phrase->inlines, inline_text(phrase->arena, grade_label(phrase->briefing, entry->grade),
                                         entry->grade_span));
    }
}

static void add_inspection(struct timeline *timeline, const void *record)
{
    const struct inspection *inspection = record;
    bool published = inspection->published.precision != DATE_UNKNOWN;
    struct phrase what = new_phrase(timeline);
    struct str name = inspection->name;
    phrase_add(&what, capital(what.arena, name));
    phrase_printed(&what, NAMED(inspection, kind));
    phrase_printed(&what, NAMED(inspection, framework));
    if (published)
        add_verb(timeline, &what, "published", &inspection->published);
    if (inspection->overall.len) {
        phrase_addz(&what, ": overall ");
        phrase_field(&what, grade_label(timeline->briefing, inspection->overall),
                     NAMED(inspection, overall));
    }
    add_outcome(&what, inspection);
    phrase_field_after(&what, "; scope: ", FIELD_OF(inspection, scope));
    if (published && inspection->fieldwork.precision) {
        phrase_addz(&what, "; fieldwork ");
        phrase_date(&what, FIELD_AT(inspection, fieldwork));
    }
    phrase_cite(&what, inspection->fact.source);
    add(timeline, &what, published ? &inspection->published : &inspection->fieldwork, inspection,
        published ? "published" : "fieldwork");
}

/* ---- interventions ---- */

static void add_issue(struct timeline *timeline, const struct intervention *intervention)
{
    struct phrase what = new_phrase(timeline);
    phrase_add(&what, intervention_name(what.arena, intervention));
    phrase_printed(&what, NAMED(intervention, kind));
    add_verb(timeline, &what, beginning_of(intervention->kind), &intervention->issued);
    phrase_field_after(&what, " (", FIELD_OF(intervention, by));
    phrase_addz(&what, intervention->by.len ? ")" : "");
    phrase_cite(&what, intervention->fact.source);
    add(timeline, &what, FIELD_AT(intervention, issued));
}

static void add_end(struct timeline *timeline, const struct intervention *intervention)
{
    if (!intervention->ended.precision && !intervention->ended_how)
        return;
    struct phrase what = new_phrase(timeline);
    struct str how = LABEL_OF(&intervention_table, intervention, ended_how);
    phrase_add(&what, intervention_name(what.arena, intervention));
    add_verb(timeline, &what, how.len ? str_z(what.arena, how) : "ended", &intervention->ended);
    phrase_cite(&what, intervention->ended_source.count ? intervention->ended_source
                                                        : intervention->fact.source);
    add(timeline, &what, FIELD_AT(intervention, ended));
}

static void add_helper(struct timeline *timeline, const struct intervention *intervention,
                       const struct helper *helper)
{
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(helper, name));
    phrase_field_after(&what, " (", FIELD_OF(helper, employer));
    phrase_addz(&what, helper->employer.len ? ") appointed as " : " appointed as ");
    phrase_field(&what,
                 helper->role.len ? helper->role : str_from(helper_word(intervention, helper)),
                 NAMED(helper, role));
    phrase_cite(&what, sources_of(&helper->fact, &intervention->fact));
    add(timeline, &what, FIELD_AT(helper, from));
}

/* That an appointment ended; of one that goes on nothing is said. */
static void add_helpers_end(struct timeline *timeline, const struct intervention *intervention,
                            const struct helper *helper)
{
    if (!helper->to.precision)
        return;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(helper, name));
    phrase_addz(&what, ", ");
    phrase_field(&what,
                 helper->role.len ? helper->role : str_from(helper_word(intervention, helper)),
                 NAMED(helper, role));
    phrase_addz(&what, ": appointment");
    add_verb(timeline, &what, "ended", &helper->to);
    phrase_cite(&what, sources_of(&helper->fact, &intervention->fact));
    add(timeline, &what, FIELD_AT(helper, to));
}

static void add_intervention(struct timeline *timeline, const void *record)
{
    const struct intervention *intervention = record;
    add_issue(timeline, intervention);
    for (size_t i = 0; i < intervention->people.count; i++) {
        add_helper(timeline, intervention, &intervention->people.items[i]);
        add_helpers_end(timeline, intervention, &intervention->people.items[i]);
    }
    add_end(timeline, intervention);
}

/* ---- people, reviews, money, other events ---- */

static void add_leadership(struct timeline *timeline, const void *record)
{
    const struct leadership_event *event = record;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(event, person));
    phrase_addz(&what, event->person.len ? ", " : "");
    phrase_field(&what, event->person.len ? event->role : capital(what.arena, event->role),
                 NAMED(event, role));
    phrase_addz(&what, ": ");
    phrase_field(&what, LABEL_OF(&leadership_event_table, event, event), event, "event");
    phrase_whole_after(&what, " (", FIELD_AT(event, count));
    if (event->count.known)
        phrase_addz(&what, event->count.value == 1 ? " person)" : " people)");
    phrase_field_after(&what, ", by ", FIELD_OF(event, by));
    phrase_post(&what, event);
    phrase_cite(&what, event->fact.source);
    if (event->date.precision || !event->announced.precision)
        add(timeline, &what, FIELD_AT(event, date));
    else
        add(timeline, &what, FIELD_AT(event, announced));
}

/* Where neither day is known there is no change to tell; the front sheet has it. */
static void add_control(struct timeline *timeline, const void *record)
{
    const struct control *control = record;
    struct phrase began = new_phrase(timeline), ended = new_phrase(timeline);
    phrase_field_after(&began, "Political control began: ", FIELD_OF(control, party));
    phrase_field_after(&began, ", led by ", FIELD_OF(control, leader));
    phrase_cite(&began, control->fact.source);
    if (control->from.precision)
        add(timeline, &began, FIELD_AT(control, from));
    phrase_field_after(&ended, "Political control ended: ", FIELD_OF(control, party));
    phrase_cite(&ended, control->fact.source);
    if (control->to.precision && !control_is_taken_over(timeline->briefing->council, control))
        add(timeline, &ended, FIELD_AT(control, to));
}

static void add_review(struct timeline *timeline, const void *record)
{
    const struct review *review = record;
    struct phrase what = new_phrase(timeline);
    phrase_field_after(&what, "", FIELD_OF(review, name));
    struct str name = capital(what.arena, review_name(what.arena, review));
    if (!review->name.len)
        phrase_add(&what, name);
    phrase_field_after(&what, ", commissioned by ", FIELD_OF(review, commissioned_by));
    phrase_field_after(&what, ": ", FIELD_OF(review, purpose));
    struct str status = LABEL_OF(&review_table, review, status);
    phrase_field_after(&what, " (", status, review, "status");
    phrase_addz(&what, status.len ? ")" : "");
    phrase_fact(&what, &review->fact);
    if (review->date.precision)
        phrase_date_after(&what, "; published ", FIELD_AT(review, published));
    if (review->date.precision || !review->published.precision)
        add(timeline, &what, FIELD_AT(review, date));
    else
        add(timeline, &what, FIELD_AT(review, published));
}

static void add_development(struct timeline *timeline, const void *record)
{
    const struct development *one = record;
    struct phrase what = new_phrase(timeline);
    struct str kind = LABEL_OF(&development_table, one, kind);
    phrase_field(&what, capital(what.arena, kind), NAMED(one, kind));
    phrase_field_after(&what, ", ", FIELD_OF(one, body));
    phrase_field_after(&what, " (", FIELD_OF(one, reference));
    phrase_addz(&what, one->reference.len ? ")" : "");
    phrase_field_after(&what, ": ", FIELD_OF(one, text));
    bool dated = one->date.precision || !one->published.precision;
    if (one->date.precision)
        phrase_date_after(&what, "; published ", FIELD_AT(one, published));
    if (one->has_more == ANSWER_YES)
        phrase_cite(&what, one->fact.source);
    else
        phrase_fact(&what, &one->fact);
    add(timeline, &what, dated ? &one->date : &one->published, one, dated ? "date" : "published");
}

static void add_event(struct timeline *timeline, const void *record)
{
    const struct event *event = record;
    struct phrase what = new_phrase(timeline);
    phrase_field(&what, FIELD_OF(event, text));
    phrase_field_after(&what, " (", FIELD_OF(event, who));
    phrase_addz(&what, event->who.len ? ")" : "");
    phrase_fact(&what, &event->fact);
    add(timeline, &what, FIELD_AT(event, date));
}

/* Where nothing says on which day, it stands at the time that the money is for, and says so. */
static void add_funding(struct timeline *timeline, const void *record)
{
    const struct funding *funding = record;
    struct phrase what = new_phrase(timeline);
    bool by_period = !funding->date.precision && funding->period.precision;
    struct str amount = amount_text(what.arena, funding);
    phrase_addz(&what, by_period ? "Money for this time: " : "");
    phrase_field(&what, by_period ? amount : capital(what.arena, amount), NAMED(funding, amount));
    phrase_printed(&what, NAMED(funding, unit));
    phrase_field_after(&what, " ", LABEL_OF(&funding_table, funding, status), funding, "status");
    phrase_field_after(&what, " by ", FIELD_OF(funding, by));
    phrase_field_after(&what, ": ", FIELD_OF(funding, purpose));
    phrase_cite(&what, funding->fact.source);
    if (by_period)
        add(timeline, &what, FIELD_AT(funding, period));
    else
        add(timeline, &what, FIELD_AT(funding, date));
}

/* ---- kinds ---- */

const struct timeline_kind timeline_kinds[TIMELINE_KINDS] = {
    {"inspections", offsetof(struct briefing, inspections), &inspection_table, add_inspection,
     tell_inspection},
    {"interventions", offsetof(struct briefing, interventions), &intervention_table,
     add_intervention, tell_intervention},
    {"leadership", offsetof(struct briefing, leadership), &leadership_event_table, add_leadership,
     tell_leadership},
    {"control", offsetof(struct council, control), &control_table, add_control, tell_control},
    {"reviews", offsetof(struct briefing, reviews), &review_table, add_review, tell_review},
    {"developments", offsetof(struct briefing, developments), &development_table, add_development,
     tell_development},
    {"events", offsetof(struct briefing, events), &event_table, add_event, tell_event},
    {"funding", offsetof(struct briefing, funding), &funding_table, add_funding, tell_funding},
};
