/* Rules on dates wherever they stand: none later than the briefing, none later than its sources. */
#include "brief/lookup.h"
#include "brief/spec.h"
#include "diag/diag.h"
#include "rules/rules.h"
#include "rules/rules_codes.h"

static bool is_date(const struct field *field)
{
    return field->kind == FIELD_DATE || field->kind == FIELD_PERIOD;
}

/* ---- later than the day of the briefing ---- */

/* Fields that have a rule of their own, which says more. */
static bool has_its_own_rule(const struct record_table *table, const struct field *field)
{
    struct str name = str_from(field->name);
    if (table == &inspection_table)
        return str_is(name, "published") || str_is(name, "fieldwork");
    return (table == &intervention_table && str_is(name, "issued")) ||
           (table == &evidence_table && str_is(name, "published"));
}

/* Of a change in leadership that was announced before: its day may be to come, and what a source
   knows is the announcement. */
static bool is_foretold(const void *record, const struct record_table *table,
                        const struct field *field)
{
    return table == &leadership_event_table && str_is(str_from(field->name), "date") &&
           ((const struct leadership_event *)record)->announced.precision != DATE_UNKNOWN;
}

static void check_future(const void *record, const struct record_table *table,
                         const struct field *field, void *data)
{
    const struct check *check = data;
    if (!is_date(field) || field->ahead || has_its_own_rule(table, field) ||
        is_foretold(record, table, field))
        return;
    if (!is_future(check->briefing, record_member(record, field)))
        return;
    struct diag *diag = diag_report(check->diags, &W228, record_span(record, field),
                                    "`%s` lies after the day of the briefing", field->name);
    diag_hint(check->diags, diag, "what is still to come belongs under `deadlines`");
}

static void events_are_not_in_the_future(const struct check *check)
{
    briefing_walk(check->briefing, check_future, (void *)check);
}

/* ---- later than a source ---- */

/* The last day on which a source was written or changed; DAY_OPEN_END where that is not known. */
static day last_word(const struct evidence *source)
{
    if (!source || source->published.precision == DATE_UNKNOWN)
        return DAY_OPEN_END;
    bool later =
        source->updated.precision != DATE_UNKNOWN && source->updated.last > source->published.last;
    return later ? source->updated.last : source->published.last;
}

/* The first source that was written before the day; NULL when none was. */
static const struct evidence *older_source(const struct refs *refs, day first)
{
    for (size_t i = 0; i < refs->count; i++)
        if (last_word(refs->items[i].record) < first)
            return refs->items[i].record;
    return NULL;
}

static bool all_older(const struct refs *refs, day first)
{
    for (size_t i = 0; i < refs->count; i++)
        if (last_word(refs->items[i].record) >= first)
            return false;
    return refs->count > 0;
}

/* What supports a date: each source must have been written by then, or at least one of them. */
struct support {
    const struct refs *refs; /* NULL: none */
    bool one_will_do;
};

/* "By" a day may come from any of the sources, too. */
static const struct evidence *source_too_old(struct support support, const struct date *date)
{
    if (!support.refs || date->precision == DATE_UNKNOWN)
        return NULL;
    if (date->first != DAY_OPEN_START && !support.one_will_do)
        return older_source(support.refs, date->first);
    day from = date->first != DAY_OPEN_START ? date->first : date->last;
    return all_older(support.refs, from) ? support.refs->items[0].record : NULL;
}

static void report_older(const struct check *check, struct span span, const char *what,
                         const char *instead, const struct evidence *source)
{
    struct diag *diag =
        diag_report(check->diags, &W236, span, "%s is later than its source `" STR_FMT "`", what,
                    STR_ARG(source->id));
    diag_hint(check->diags, diag, "correct the date, or %s", instead);
    diag_note(check->diags, diag, SPAN_OF(source, published), "the source was published here");
}

static bool is_end(const struct field *field)
{
    return str_is(str_from(field->name), "ended");
}

/* `ended` has sources of its own; without them, one of those of the whole record must know of it.
 */
static struct support support_for(const void *record, const struct record_table *table,
                                  const struct field *field)
{
    const struct field *source = record_field(table, STR("source"));
    bool ended = is_end(field);
    if (ended) {
        const struct refs *own = record_member(record, record_field(table, STR("ended_source")));
        if (own->count)
            return (struct support){.refs = own};
    }
    if (!source || source->kind != FIELD_REFS)
        return (struct support){0};
    return (struct support){.refs = record_member(record, source), .one_will_do = ended};
}

static struct date beginning_of_inspection(const struct inspection *inspection)
{
    struct date start = period_start(&inspection->fieldwork);
    return start.precision != DATE_UNKNOWN ? start : inspection->published;
}

/* Appointments are announced before they begin, mostly within the year where no day is given. */
static struct date when_announced(const struct record_table *table, const struct field *field,
                                  struct date date)
{
    enum { DAYS_AHEAD = 366 };
    if (table != &leadership_event_table || date.precision == DATE_UNKNOWN ||
        str_is(str_from(field->name), "announced"))
        return date;
    date.first -= date.first == DAY_OPEN_START ? 0 : DAYS_AHEAD;
    date.last -= date.last == DAY_OPEN_END ? 0 : DAYS_AHEAD;
    return date;
}

/* When what a reference names began; absent for other records. */
static struct date beginning_of(const struct ref *ref)
{
    if (ref->record && ref->table == &inspection_table)
        return beginning_of_inspection(ref->record);
    if (ref->record && ref->table == &intervention_table)
        return ((const struct intervention *)ref->record)->issued;
    return (struct date){.precision = DATE_UNKNOWN};
}

/* A day on which officers did something with what the sources say, who need not know of it: they
   brought it up to date, or found that an issue had it wrong. */
static bool is_of_officers(const struct record_table *table, const struct field *field)
{
    return table == &correction_table || table == &withdrawal_table ||
           str_is(str_from(field->name), "updated");
}

static void check_against_sources(const void *record, const struct record_table *table,
                                  const struct field *field, void *data)
{
    const struct check *check = data;
    bool refers = field->kind == FIELD_REF && table != &intervention_table;
    if (table == &evidence_table || (!refers && (!is_date(field) || field->ahead)) ||
        is_foretold(record, table, field) || is_of_officers(table, field))
        return;
    struct date date = refers ? beginning_of(record_member(record, field))
                              : *(const struct date *)record_member(record, field);
    date = when_announced(table, field, date);
    const struct evidence *source = source_too_old(support_for(record, table, field), &date);
    if (source)
        report_older(check, record_span(record, field), refers ? "what this names" : "this date",
                     is_end(field) ? "name the source that says so in `ended_source`"
                                   : "name another source",
                     source);
}

/* ---- parts of an inspection or intervention, with sources of their own ---- */

static void check_part(const struct check *check, const struct date *begun, const struct refs *refs,
                       struct span span)
{
    const struct evidence *source = source_too_old((struct support){.refs = refs}, begun);
    if (source)
        report_older(check, span, "what this is a part of", "name another source", source);
}

/* Every part is a fact, whose sources are its first member but one. */
static void check_parts(const struct check *check, const struct date *begun,
                        const struct records *parts, const struct record_table *table)
{
    for (size_t i = 0; i < parts->count; i++) {
        const struct fact *part = records_at(parts, table, i);
        check_part(check, begun, &part->source, SPAN_OF(part, source));
    }
}

static void check_inspection_parts(const struct check *check, const struct inspection *inspection)
{
    const struct date begun = beginning_of_inspection(inspection);
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        if (entry->source.items != inspection->fact.source.items)
            check_part(check, &begun, &entry->source, entry->grade_span);
    }
    check_parts(check, &begun, &inspection->unnamed.untyped, &unnamed_table);
    check_parts(check, &begun, &inspection->bodies.untyped, &judged_body_table);
    check_parts(check, &begun, &inspection->findings.untyped, &finding_table);
    check_parts(check, &begun, &inspection->areas.untyped, &improvement_area_table);
}

static void check_intervention_parts(const struct check *check,
                                     const struct intervention *intervention)
{
    const struct date *begun = &intervention->issued;
    check_parts(check, begun, &intervention->requirements.untyped, &requirement_table);
    check_parts(check, begun, &intervention->findings.untyped, &finding_table);
    check_parts(check, begun, &intervention->people.untyped, &helper_table);
    for (size_t i = 0; i < intervention->people.count; i++)
        check_parts(check, begun, &intervention->people.items[i].tasks.untyped, &requirement_table);
}

static void facts_are_not_later_than_their_sources(const struct check *check)
{
    const struct inspection_list *inspections = &check->briefing->inspections;
    const struct intervention_list *interventions = &check->briefing->interventions;
    briefing_walk(check->briefing, check_against_sources, (void *)check);
    for (size_t i = 0; i < inspections->count; i++)
        check_inspection_parts(check, &inspections->items[i]);
    for (size_t i = 0; i < interventions->count; i++)
        check_intervention_parts(check, &interventions->items[i]);
}

/* ---- long before a source ---- */

/* Was the statement made so long before each source that they can hardly have reported it? */
static bool is_long_before(const struct quote *quote)
{
    enum { DAYS_MOST = 183 };
    for (size_t i = 0; i < quote->fact.source.count; i++) {
        const struct evidence *source = quote->fact.source.items[i].record;
        struct range days = {0};
        if (source)
            days = days_between(&quote->date, &source->published);
        if (!days.known || days.low <= DAYS_MOST)
            return false;
    }
    return quote->fact.source.count > 0;
}

static void quotes_are_of_their_sources_time(const struct check *check)
{
    for (size_t i = 0; i < check->briefing->quotes.count; i++) {
        const struct quote *quote = &check->briefing->quotes.items[i];
        if (!is_long_before(quote))
            continue;
        struct diag *diag = diag_report(check->diags, &W252, SPAN_OF(quote, date),
                                        "this was said long before its source was published");
        diag_hint(check->diags, diag, "check the year, or name the source that reported it first");
        diag_note(check->diags, diag,
                  record_span_of(quote->fact.source.items[0].record, "published"),
                  "the source was published here");
    }
}

/* ---- what holds, and why ---- */

const struct rule dates_rules[] = {
    {CODES_OF(&W228), .holds = "what happened is not later than the day of the briefing",
     .evidence = "What is planned may stand there too, so it is no error.",
     .briefing = events_are_not_in_the_future},
    {CODES_OF(&W236), .holds = "no fact is later than a source that is named for it",
     .evidence = "A source cannot know what came later; but its own date may have been worked out "
                 "wrongly. The "
                 "day on which officers brought something up to date or corrected it is their own.",
     .briefing = facts_are_not_later_than_their_sources},
    {CODES_OF(&W252), .holds = "what is quoted was said not long before its source",
     .evidence = "Articles quote what was said in the days before; but older words are quoted too.",
     .briefing = quotes_are_of_their_sources_time},
    {.codes = NULL},
};
