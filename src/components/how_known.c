/* how-known: how it is known what the records say, each remark once, beside the record in words. */
#include "components/kit/kit.h"

#include <string.h>

enum { SHOWN_LETTERS = 70 };

/* A record while the remarks on it and on its parts are set. */
struct known {
    const struct record_table *table;
    const void *record;
    const struct known *whole; /* that it is a part of; NULL: it stands in a list of its own */
    struct refs source;        /* its own, or those of the whole */
};

/* ---- a record in words ---- */

static struct str text_in(const struct known *known, const char *key)
{
    const struct field *field = record_field(known->table, str_from(key));
    if (!field || (field->kind != FIELD_TEXT && field->kind != FIELD_MARKDOWN))
        return STR_NONE;
    return *(const struct str *)record_member(known->record, field);
}

/* When it happened: the first of its dates, as the table has them; "" when there is none. */
static struct str date_in(struct arena *arena, const struct known *known)
{
    if (known->table == &inspection_table)
        return date_text(arena, order_date(known->record), DATE_LONG);
    for (const struct field *field = known->table->fields; field->name; field++) {
        bool happened = (field->kind == FIELD_DATE || field->kind == FIELD_PERIOD) && !field->ahead;
        const struct date *date = record_member(known->record, field);
        if (happened && date->precision)
            return date_text(arena, date, DATE_LONG);
    }
    return STR("");
}

/* As much of a long text as names it, cut between two words. */
static struct str beginning(struct arena *arena, struct str text)
{
    size_t end = SHOWN_LETTERS;
    if (text.len <= end)
        return text;
    while (end > 0 && text.at[end] != ' ')
        end--;
    return end ? str_format(arena, STR_FMT " …", STR_ARG(str_trim(str_part(text, 0, end)))) : text;
}

/* The key under which it says what tells it from others of its kind; the remark's where none does.
 */
static const char *title_key(const struct known *known)
{
    static const char *const keys[] = {"name", "person",  "title",   "reviewer", "text",
                                       "what", "wording", "purpose", "about",    "speaker",
                                       "alt",  "why",     "role"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        if (text_in(known, keys[i]).len)
            return keys[i];
    return "how_known";
}

static struct str title_in(struct arena *arena, const struct known *known)
{
    const char *key = title_key(known);
    struct str title = strcmp(key, "how_known") ? text_in(known, key) : STR_NONE;
    return text_in(known, "person").len ? title : beginning(arena, title);
}

/* "Statutory direction", "Focused visit": what it is, with what tells it from others. */
static struct str name_in(struct arena *arena, const struct known *known)
{
    struct str kind = capital(arena, str_from(known->table->name)), title = title_in(arena, known);
    if (known->table == &intervention_table)
        return intervention_name(arena, known->record);
    if (known->table == &inspection_table)
        return capital(arena, title);
    return title.len ? str_format(arena, STR_FMT ": " STR_FMT, STR_ARG(kind), STR_ARG(title))
                     : kind;
}

/* Each part of it is placed where it was written, so that a fault in it is found there. */
static void add_words(struct phrase *phrase, const struct known *known)
{
    struct str date = date_in(phrase->arena, known);
    phrase_field(phrase, name_in(phrase->arena, known), known->record, title_key(known));
    if (text_in(known, "person").len)
        phrase_field_after(phrase, ", ", text_in(known, "role"), known->record, "role");
    if (date.len && known->table != &evidence_table)
        phrase_addf(phrase, ", " STR_FMT, STR_ARG(date));
}

/* ---- a row for each remark ---- */

static void add_subject(struct sheet *sheet, const struct known *known)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    add_words(&phrase, known);
    if (known->whole) {
        phrase_addz(&phrase, " (");
        add_words(&phrase, known->whole);
        phrase_addz(&phrase, ")");
    }
    sheet_cell(sheet, phrase.inlines)->header = true;
}

static void add_remark(struct sheet *sheet, const struct known *known, struct str remark)
{
    struct phrase phrase = phrase_new(sheet->composer, sheet->briefing);
    phrase_field(&phrase, remark, known->record, "how_known");
    phrase_cite_here(&phrase, known->source);
    sheet_cell(sheet, phrase.inlines);
}

/* A source is where its remark leads. */
static struct refs sources_in(struct arena *arena, const struct known *known)
{
    if (known->table == &evidence_table) {
        const struct evidence *source = known->record;
        struct ref *own = ARENA_NEW(arena, struct ref);
        *own = (struct ref){.id = source->id, .record = source, .table = &evidence_table};
        return (struct refs){own, 1};
    }
    const struct field *field = record_field(known->table, STR("source"));
    if (!field || field->kind != FIELD_REFS)
        return (struct refs){0};
    return *(const struct refs *)record_member(known->record, field);
}

static void add_record(struct sheet *sheet, const struct known *whole,
                       const struct record_table *table, const void *record);

static void add_parts(struct sheet *sheet, const struct known *known)
{
    for (const struct field *field = known->table->fields; field->name; field++) {
        const void *member = record_member(known->record, field);
        if (field_is_derived(field))
            continue;
        if (field->kind == FIELD_RECORD)
            add_record(sheet, known, field->of, *(const void *const *)member);
        const struct records *records = member;
        for (size_t i = 0; field->kind == FIELD_RECORDS && i < records->count; i++)
            add_record(sheet, known, field->of, records_at(records, field->of, i));
    }
}

/* Calls itself through its parts, no deeper than the tables are nested. */
static void add_record(struct sheet *sheet, const struct known *whole,
                       const struct record_table *table, const void *record)
{
    if (!record)
        return;
    struct known known = {.table = table, .record = record, .whole = whole};
    known.source = sources_in(sheet->composer->arena, &known);
    if (!known.source.count && whole)
        known.source = whole->source;
    struct str remark = text_in(&known, "how_known");
    if (remark.len) {
        add_subject(sheet, &known);
        add_remark(sheet, &known, remark);
    }
    add_parts(sheet, &known);
}

/* Those of one list of the specification, or of a record of it. */
static void add_field(struct sheet *sheet, const struct field *field)
{
    const void *member = record_member(sheet->briefing, field);
    if (field->kind == FIELD_RECORD)
        add_record(sheet, NULL, field->of, *(const void *const *)member);
    const struct records *records = member;
    for (size_t i = 0; field->kind == FIELD_RECORDS && i < records->count; i++)
        add_record(sheet, NULL, field->of, records_at(records, field->of, i));
}

/* Facts come first, and what they were taken from last. */
static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    static const struct column columns[] = {{.weight = 4}, {.weight = 7}};
    const struct caption_options *chosen = options;
    struct sheet sheet = sheet_new(composer, briefing, columns, sizeof columns / sizeof *columns);
    sheet_heads(&sheet, (const char *const[]){"What is said", "How we know"});
    for (int sources = 0; sources < 2; sources++)
        for (const struct field *field = briefing_table.fields; field->name; field++)
            if (!field_is_derived(field) && (field->of == &evidence_table) == sources)
                add_field(&sheet, field);
    sheet_set(&sheet, chosen->caption, "How we know what this paper says", caption_span(options));
}

const struct component component_how_known = {
    .name = "how-known",
    .doc = "What the records say in `how_known`, each beside the record that it is about.",
    .example = "```how-known\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
