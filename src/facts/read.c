/* Reads facts back: each value by the table that it was written by. */
#include "facts/forms.h"
#include "files/files_codes.h"

#include "brief/lookup.h"
#include "brief/spec.h"
#include "data/bind/bind.h"
#include "files/input.h"
#include "files/json_read.h"

#include <stdlib.h>

/* A reference to resolve, and a record that may be named, once all are known. */
struct known {
    enum id_space space;
    struct str id;
    size_t place; /* in the file */
    const void *record;
    const struct record_table *table;
};

struct awaited {
    struct ref *ref;
    enum id_space space;
};

struct reader {
    struct arena *arena;
    struct diags *diags;
    struct briefing *briefing;
    LIST(struct known) ids;
    LIST(struct awaited) refs;
    bool recorded; /* what was computed is passed over, but for the comparison with England */
    bool failed;   /* the first fault is reported, and no other */
};

/* A value, and the member of a record to fill with it. */
struct place {
    const struct field *field;
    const struct json_value *value;
    const void *record;
    const struct record_table *table;
    void *at;
};

__attribute__((format(printf, 3, 4))) static void
refuse(struct reader *reader, const struct json_value *value, const char *format, ...)
{
    va_list args;
    struct buf message = {.arena = reader->arena};
    va_start(args, format);
    buf_addv(&message, format, args);
    va_end(args);
    if (reader->failed)
        return;
    struct diag *diag =
        diag_report(reader->diags, &E953, value->span, STR_FMT, STR_ARG(buf_str(&message)));
    diag_hint(reader->diags, diag, "have it written again: `councilbrief build --to facts`");
    reader->failed = true;
}

static void fail(struct reader *reader, const struct json_value *value, const char *what)
{
    refuse(reader, value, "%s is needed here", what);
}

/* ---- parts of values ---- */

static struct str text_in(struct reader *reader, const struct json_value *value)
{
    if (value->kind == JSON_TEXT)
        return value->text.at ? value->text : STR("");
    fail(reader, value, "a text");
    return STR_NONE;
}

static const struct json_value *key_of(struct reader *reader, const struct json_value *map,
                                       const char *key)
{
    const struct json_value *value =
        map->kind == JSON_MAP ? json_find(&map->map, str_from(key)) : NULL;
    if (!value && map->kind == JSON_MAP)
        refuse(reader, map, "the key `%s` is missing here", key);
    else if (!value)
        fail(reader, map, "a map");
    return value;
}

static struct str text_of(struct reader *reader, const struct json_value *map, const char *key)
{
    const struct json_value *value = key_of(reader, map, key);
    return value ? text_in(reader, value) : STR_NONE;
}

/* The items of a list; none after a fault. */
static struct json_list list_in(struct reader *reader, const struct json_value *value)
{
    if (value->kind == JSON_LIST)
        return value->list;
    fail(reader, value, "a list");
    return (struct json_list){NULL, 0};
}

/* ---- one function a kind ---- */

static void read_record(struct reader *reader, const struct record_table *table,
                        const struct json_value *value, void *record);

static void take_text(struct reader *reader, const struct place *place)
{
    *(struct str *)place->at = text_in(reader, place->value);
}

static void take_whole(struct reader *reader, const struct place *place)
{
    if (place->value->kind == JSON_WHOLE)
        *(struct whole *)place->at = (struct whole){true, place->value->whole};
    else
        fail(reader, place->value, "a whole number");
}

static void take_decimal(struct reader *reader, const struct place *place)
{
    struct decimal *decimal = place->at;
    decimal->text = text_in(reader, place->value);
    if (!decimal_parse(decimal->text, decimal))
        fail(reader, place->value, "a number as a text");
}

static void take_answer(struct reader *reader, const struct place *place)
{
    if (place->value->kind == JSON_ANSWER)
        *(enum answer *)place->at = place->value->answer ? ANSWER_YES : ANSWER_NO;
    else
        fail(reader, place->value, "true or false");
}

static void take_date(struct reader *reader, const struct place *place)
{
    struct str why, instead, text = text_of(reader, place->value, "text");
    if (text.at && !date_parse(reader->arena, text, place->at, &why, &instead))
        fail(reader, place->value, "a date");
}

static void take_word(struct reader *reader, const struct place *place)
{
    struct str text = text_in(reader, place->value);
    for (int i = 0; place->field->words[i].id; i++)
        if (str_is(text, place->field->words[i].id)) {
            *(int *)place->at = i + 1;
            return;
        }
    fail(reader, place->value, "a word of this field");
}

static void take_id(struct reader *reader, const struct place *place)
{
    struct str id = text_in(reader, place->value);
    const size_t count = reader->ids.count;
    *(struct str *)place->at = id;
    *LIST_ADD(reader->arena, &reader->ids) =
        (struct known){place->field->ids, id, count, place->record, place->table};
}

static void await(struct reader *reader, struct ref *ref, const struct json_value *value,
                  enum id_space space)
{
    ref->id = text_in(reader, value);
    *LIST_ADD(reader->arena, &reader->refs) = (struct awaited){ref, space};
}

static void take_ref(struct reader *reader, const struct place *place)
{
    await(reader, place->at, place->value, place->field->ids);
}

static struct refs refs_in(struct reader *reader, const struct json_value *value,
                           enum id_space space)
{
    struct json_list values = list_in(reader, value);
    struct ref *items = ARENA_ARRAY(reader->arena, struct ref, values.count);
    for (size_t i = 0; i < values.count; i++)
        await(reader, &items[i], &values.items[i], space);
    return (struct refs){items, values.count};
}

static void take_refs(struct reader *reader, const struct place *place)
{
    *(struct refs *)place->at = refs_in(reader, place->value, place->field->ids);
}

static void take_grades(struct reader *reader, const struct place *place)
{
    struct json_list values = list_in(reader, place->value);
    struct grade_entry *items = ARENA_ARRAY(reader->arena, struct grade_entry, values.count);
    for (size_t i = 0; i < values.count; i++) {
        const struct json_value *source = key_of(reader, &values.items[i], "source");
        items[i].judgement = text_of(reader, &values.items[i], "judgement");
        items[i].grade = text_of(reader, &values.items[i], "grade");
        if (source)
            items[i].source = refs_in(reader, source, IDS_SOURCES);
    }
    *(struct grades *)place->at = (struct grades){items, values.count};
}

static void take_texts(struct reader *reader, const struct place *place)
{
    struct json_list values = list_in(reader, place->value);
    struct str *items = ARENA_ARRAY(reader->arena, struct str, values.count);
    for (size_t i = 0; i < values.count; i++)
        items[i] = text_in(reader, &values.items[i]);
    *(struct texts *)place->at =
        (struct texts){items, ARENA_ARRAY(reader->arena, struct span, values.count), values.count};
}

static void take_wholes(struct reader *reader, const struct place *place)
{
    struct json_list values = list_in(reader, place->value);
    int64_t *items = ARENA_ARRAY(reader->arena, int64_t, values.count);
    for (size_t i = 0; i < values.count; i++) {
        if (values.items[i].kind == JSON_WHOLE)
            items[i] = values.items[i].whole;
        else
            fail(reader, &values.items[i], "a whole number");
    }
    *(struct wholes *)place->at =
        (struct wholes){items, ARENA_ARRAY(reader->arena, struct span, values.count), values.count};
}

/* ---- records ---- */

/* A record that is named by its kind, and by its id or its number there; NULL: it is written out.
 */
static const void *named_record(struct reader *reader, const struct place *place)
{
    const struct json_map *map = place->value->kind == JSON_MAP ? &place->value->map : NULL;
    const struct json_value *kind = map ? json_find(map, STR("kind")) : NULL;
    const struct field *field = NULL;
    if (!kind || !facts_may_point(place->field))
        return NULL;
    if (!(field = record_field(&briefing_table, text_in(reader, kind))) ||
        field->of != place->field->of)
        return NULL;
    const struct records *records = record_member(reader->briefing, field);
    const struct json_value *id = json_find(map, STR("id")),
                            *number = json_find(map, STR("number"));
    for (size_t i = 0; i < records->count; i++) {
        const void *record = records_at(records, field->of, i);
        bool is_it = id ? str_equal(facts_id(field->of, record), text_in(reader, id))
                        : number && number->kind == JSON_WHOLE && number->whole == (int64_t)i + 1;
        if (is_it)
            return record;
    }
    fail(reader, place->value, "a record of this file");
    return NULL;
}

static void take_one(struct reader *reader, const struct place *place)
{
    const void *named = named_record(reader, place);
    if (!named && !reader->failed) {
        void *record = arena_alloc(reader->arena, place->field->of->size);
        read_record(reader, place->field->of, place->value, record);
        named = record;
    }
    *(const void **)place->at = named;
}

static void take_list(struct reader *reader, const struct place *place)
{
    const struct record_table *of = place->field->of;
    struct json_list values = list_in(reader, place->value);
    char *items = arena_array(reader->arena, values.count, of->size);
    for (size_t i = 0; i < values.count; i++)
        read_record(reader, of, &values.items[i], items + i * of->size);
    *(struct records *)place->at = (struct records){items, values.count};
}

static void (*const take_kind[])(struct reader *, const struct place *) = {
    [FIELD_TEXT] = take_text,       [FIELD_MARKDOWN] = take_text,  [FIELD_WHOLE] = take_whole,
    [FIELD_DECIMAL] = take_decimal, [FIELD_ANSWER] = take_answer,  [FIELD_DATE] = take_date,
    [FIELD_PERIOD] = take_date,     [FIELD_WORD] = take_word,      [FIELD_ID] = take_id,
    [FIELD_REF] = take_ref,         [FIELD_REFS] = take_refs,      [FIELD_GRADE] = take_text,
    [FIELD_GRADES] = take_grades,   [FIELD_FRAMEWORK] = take_text, [FIELD_TEXTS] = take_texts,
    [FIELD_WHOLES] = take_wholes,   [FIELD_RECORD] = take_one,     [FIELD_RECORDS] = take_list,
};

static void read_field(struct reader *reader, const struct record_table *table,
                       const struct field *field, const struct json_value *value, void *record)
{
    const struct place place = {field, value, record, table, (char *)record + field->offset};
    if (value && !reader->failed)
        take_kind[field->kind](reader, &place);
}

/* A list is left out when it is empty, even one that a specification must have. */
static bool must_be_there(const struct field *field)
{
    return field->presence == REQUIRED && field->kind != FIELD_RECORDS &&
           field->kind != FIELD_REFS && field->kind != FIELD_TEXTS && field->kind != FIELD_GRADES &&
           field->kind != FIELD_WHOLES;
}

/* Calls itself no deeper than the values are nested, which has a limit. */
static void read_record(struct reader *reader, const struct record_table *table,
                        const struct json_value *value, void *record)
{
    if (value->kind != JSON_MAP) {
        fail(reader, value, table->a_name);
        return;
    }
    for (const struct field *field = table->fields; field->name; field++) {
        if (reader->recorded && field_is_derived(field))
            continue;
        const struct json_value *part = must_be_there(field)
                                            ? key_of(reader, value, field->name)
                                            : json_find(&value->map, str_from(field->name));
        read_field(reader, table, field, part, record);
    }
}

/* ---- the file ---- */

static void read_derived(struct reader *reader, const struct json_map *map)
{
    struct derived *derived = ARENA_NEW(reader->arena, struct derived);
    bool england_alone = reader->recorded;
    reader->recorded = false; /* what is computed has no other fields */
    for (const struct field *field = derived_table.fields; field->name; field++) {
        if (england_alone && field->of != &england_table)
            continue;
        const struct json_value *fact = json_find(map, str_from(field->name));
        const struct json_value *value = fact ? key_of(reader, fact, "value") : NULL;
        read_field(reader, &derived_table, field, value, derived);
    }
    reader->briefing->derived = derived;
}

static int compare_known(const struct known *known, enum id_space space, struct str id)
{
    int order = (known->space > space) - (known->space < space);
    return order ? order : str_compare(known->id, id);
}

static int by_id(const void *left, const void *right)
{
    const struct known *a = left, *b = right;
    int order = compare_known(a, b->space, b->id);
    return order ? order : (a->place > b->place) - (a->place < b->place);
}

/* The first of that id among those of a space; NULL: there is none. */
static const struct known *find_known(const struct reader *reader, enum id_space space,
                                      struct str id)
{
    size_t low = 0, high = reader->ids.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_known(&reader->ids.items[middle], space, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    const struct known *found = &reader->ids.items[low];
    return low < reader->ids.count && compare_known(found, space, id) == 0 ? found : NULL;
}

/* In its own space, or for IDS_ANY in the first that has it. */
static const struct known *find_named(const struct reader *reader, const struct awaited *awaited)
{
    if (awaited->space != IDS_ANY)
        return find_known(reader, awaited->space, awaited->ref->id);
    const struct known *found = NULL;
    for (enum id_space space = IDS_SOURCES; space < IDS_ANY && !found; space++)
        found = find_known(reader, space, awaited->ref->id);
    return found;
}

/* A reference that leads nowhere stays without a record. */
static void resolve(struct reader *reader)
{
    if (reader->ids.count)
        qsort(reader->ids.items, reader->ids.count, sizeof *reader->ids.items, by_id);
    for (size_t i = 0; i < reader->refs.count; i++) {
        const struct awaited *awaited = &reader->refs.items[i];
        const struct known *known = find_named(reader, awaited);
        if (!known)
            continue;
        awaited->ref->record = known->record;
        awaited->ref->table = known->table;
    }
}

/* What no reader of a briefing could do without. */
static bool is_whole(const struct briefing *briefing)
{
    return briefing->briefing && briefing->briefing->as_at.precision && briefing->council &&
           briefing->derived;
}

/* The value of a key of the file; NULL after a fault, this one or an earlier one. */
static const struct json_value *part_of(struct reader *reader, const struct json_value *file,
                                        const char *key)
{
    return reader->failed ? NULL : key_of(reader, file, key);
}

static void check_format(struct reader *reader, const struct json_value *format)
{
    if (format->kind != JSON_WHOLE)
        fail(reader, format, "the number of a format");
    if (reader->failed || format->whole == FACTS_FORMAT)
        return;
    struct diag *diag = diag_report(reader->diags, &E954, format->span,
                                    "these facts are of format %lld", (long long)format->whole);
    diag_hint(reader->diags, diag, "this program reads format %d", FACTS_FORMAT);
    reader->failed = true;
}

static void read_file(struct reader *reader, const struct json_value *file)
{
    const struct json_value *format = part_of(reader, file, "format");
    if (format)
        check_format(reader, format);
    const struct json_value *records = part_of(reader, file, "records");
    if (records)
        read_record(reader, &briefing_table, records, reader->briefing);
    const struct json_value *derived = part_of(reader, file, "derived");
    if (derived && derived->kind != JSON_MAP)
        fail(reader, derived, "a map");
    if (derived && !reader->failed)
        read_derived(reader, &derived->map);
    if (!reader->failed && !is_whole(reader->briefing))
        fail(reader, file, "what a briefing cannot be without");
    resolve(reader);
}

static struct briefing *read_source(struct arena *arena, struct diags *diags,
                                    const struct source *source, bool recorded)
{
    const struct json_map *map = json_read(arena, diags, source);
    if (!map)
        return NULL;
    const struct json_value file = {
        .kind = JSON_MAP, .span = {source, 0, (uint32_t)source->text.len}, .map = *map};
    struct reader reader = {.arena = arena,
                            .diags = diags,
                            .briefing = ARENA_NEW(arena, struct briefing),
                            .recorded = recorded};
    read_file(&reader, &file);
    return reader.failed ? NULL : reader.briefing;
}

const struct briefing *facts_read(struct arena *arena, struct diags *diags,
                                  const struct source *source)
{
    return read_source(arena, diags, source, false);
}

const struct briefing *facts_read_file(struct arena *arena, struct diags *diags, const char *path)
{
    const struct source *source = source_read_as(arena, diags, path, SOURCE_FACTS);
    return source ? facts_read(arena, diags, source) : NULL;
}

/* ---- computed anew ---- */

/* A copy of the records: written and read, for they name each other. */
static struct briefing *copy_records(struct arena *arena, const struct briefing *briefing)
{
    struct diags unheard;
    diags_init(&unheard, arena);
    const struct source *source =
        source_from_text_as(arena, &unheard, "facts", facts_text(arena, briefing), SOURCE_FACTS);
    return source ? read_source(arena, &unheard, source, true) : NULL;
}

const struct briefing *facts_derive(struct arena *arena, const struct briefing *briefing,
                                    const struct frameworks *frameworks,
                                    const struct calendar *calendar, const struct date *as_at)
{
    struct briefing *copy = copy_records(arena, briefing);
    if (!copy)
        return NULL;
    struct front_sheet *sheet = ARENA_NEW(arena, struct front_sheet);
    *sheet = *copy->briefing;
    if (as_at)
        sheet->as_at = *as_at;
    copy->briefing = sheet;
    copy->frameworks = frameworks;
    copy->england_told = copy->derived->england;
    /* What binding computes, then what the stage behind the rules does. */
    inspections_name(arena, copy);
    developments_weigh(copy);
    spec_derive(arena, copy, calendar);
    return copy;
}
