/* What is printed of any record wherever another one speaks of it: how it is called, and what it
   found. */
#include "components/kit/kit.h"

#include "brief/lookup.h"

/* ---- how a record is called ---- */

static struct str dated(struct arena *arena, struct str name, const struct date *date)
{
    if (!date->precision)
        return name;
    return str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name),
                      STR_ARG(bounds_text(arena, date)));
}

/* "Court judgment, Family Court, 26 March 2021". */
static struct str development_title(struct arena *arena, const struct development *development)
{
    struct str name = LABEL_OF(&development_table, development, kind);
    if (development->body.len)
        name = str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name), STR_ARG(development->body));
    return dated(arena, name, ref_day(&development_table, development));
}

static struct str review_title(struct arena *arena, const struct review *review)
{
    struct str name = review->name.len ? review->name : review_name(arena, review);
    return dated(arena, name, ref_day(&review_table, review));
}

static struct str leadership_title(struct arena *arena, const struct leadership_event *event)
{
    struct str what = LABEL_OF(&leadership_event_table, event, event);
    struct str name =
        str_format(arena, STR_FMT "%s" STR_FMT ": " STR_FMT, STR_ARG(event->person),
                   event->person.len ? ", " : "", STR_ARG(event->role), STR_ARG(what));
    return dated(arena, name, &event->date);
}

/* Without `from`, `organisation` may be where the person comes from, as older files have it: then
   the paper says no more than the record does. */
void phrase_post(struct phrase *phrase, const struct leadership_event *event)
{
    phrase_field_after(phrase, ". Comes from ", FIELD_OF(event, from));
    phrase_field_after(phrase, event->from.len ? ". The post is at " : ". Organisation named: ",
                       FIELD_OF(event, organisation));
    phrase_field_after(phrase, ". The post is shared with ", FIELD_OF(event, shared_with));
    phrase_date_after(phrase, ". Announced: ", FIELD_AT(event, announced));
    phrase_date_after(phrase, ". For a fixed term until ", FIELD_AT(event, until));
    phrase_field_after(phrase, ". Pay: ", FIELD_OF(event, pay));
}

/* The text of a record that is known by one, or its title. */
static struct str text_title(const struct record_table *table, const void *record)
{
    static const char *const names[] = {"title", "name", "text", "what", "party"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct field *field = record_field(table, str_from(names[i]));
        if (field && field->kind == FIELD_TEXT)
            return *(const struct str *)record_member(record, field);
    }
    return STR_NONE;
}

struct str record_title(struct arena *arena, const struct record_table *table, const void *record)
{
    struct str title;
    if (table == &inspection_table)
        title = dated(arena, ((const struct inspection *)record)->name, ref_day(table, record));
    else if (table == &intervention_table)
        title = dated(arena, intervention_name(arena, record), ref_day(table, record));
    else if (table == &development_table)
        title = development_title(arena, record);
    else if (table == &review_table)
        title = review_title(arena, record);
    else if (table == &leadership_event_table)
        title = leadership_title(arena, record);
    else
        title = text_title(table, record);
    return capital(arena, title);
}

static struct str on_day(struct arena *arena, struct str name, const struct date *date)
{
    if (!date->precision)
        return name;
    return str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name),
                      STR_ARG(date_text(arena, date, DATE_PLAIN)));
}

static struct str inspection_cause(struct arena *arena, const struct inspection *inspection)
{
    if (!inspection->published.precision || inspection->inspectors.len)
        return on_day(arena, inspection->name, order_date(inspection));
    return str_format(arena, "Ofsted’s report of " STR_FMT,
                      STR_ARG(date_text(arena, &inspection->published, DATE_PLAIN)));
}

struct str cause_text(struct arena *arena, const struct ref *ref)
{
    if (!ref->record)
        return STR_NONE;
    if (ref->table == &inspection_table)
        return inspection_cause(arena, ref->record);
    if (ref->table != &development_table)
        return without_remarks(arena, record_title(arena, ref->table, ref->record));
    const struct development *one = ref->record;
    struct str name = LABEL_OF(&development_table, one, kind);
    if (one->body.len)
        name = str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(name), STR_ARG(one->body));
    return on_day(arena, name, ref_day(&development_table, one));
}

/* The sources of a record that has any. */
static void cite_record(struct phrase *phrase, const struct record_table *table, const void *record)
{
    const struct field *source = record_field(table, STR("source"));
    if (source && source->kind == FIELD_REFS)
        phrase_cite(phrase, *(const struct refs *)record_member(record, source));
}

void phrase_record(struct phrase *phrase, const char *before, const struct record_table *table,
                   const void *record)
{
    struct str title = record_title(phrase->arena, table, record);
    if (phrase->inlines || before[0] != ';')
        phrase_addz(phrase, before);
    phrase_add(phrase, title);
    cite_record(phrase, table, record);
}

void phrase_refs(struct phrase *phrase, const char *before, const struct refs *refs,
                 const void *record, const char *field)
{
    bool first = true;
    for (size_t i = 0; i < refs->count; i++) {
        const struct ref *ref = &refs->items[i];
        if (!ref->record)
            continue;
        struct str title = record_title(phrase->arena, ref->table, ref->record);
        phrase_field_after(phrase, first ? before : "; ", title, record, field);
        cite_record(phrase, ref->table, ref->record);
        first = false;
    }
}

/* ---- what it found ---- */

static void set_finding(struct composer *composer, const struct briefing *briefing,
                        const struct finding *finding, const struct fact *whole)
{
    struct phrase phrase = phrase_new(composer, briefing);
    struct str polarity = LABEL_OF(&finding_table, finding, polarity);
    struct str text =
        finding->quoted == ANSWER_YES ? quoted(phrase.arena, finding->text) : finding->text;
    phrase_field(&phrase, capital(phrase.arena, polarity), NAMED(finding, polarity));
    phrase_field_after(&phrase, ": ", text, finding, "text");
    phrase_printed(&phrase, NAMED(finding, quoted));
    phrase_field_after(&phrase, " (", FIELD_OF(finding, by));
    phrase_addz(&phrase, finding->by.len ? ")" : "");
    phrase_field_after(&phrase, ". Note: ", finding->fact.note, finding, "note");
    phrase_cite(&phrase, sources_of(&finding->fact, whole));
    compose_item_open(composer);
    compose_paragraph(composer, phrase.inlines);
    compose_close(composer);
}

void set_findings(struct composer *composer, const struct briefing *briefing, const char *lead_in,
                  const struct finding_list *findings, const struct fact *whole)
{
    if (!findings->count)
        return;
    if (lead_in)
        part_open(composer, str_from(lead_in), (struct span){0});
    compose_list_open(composer, false, true);
    for (size_t i = 0; i < findings->count; i++)
        set_finding(composer, briefing, &findings->items[i], whole);
    compose_close(composer);
    if (lead_in)
        compose_part_close(composer);
}
