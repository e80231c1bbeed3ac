/* The JSON Schema of facts: one definition a record table, one property a field. It lets keys pass
   that it does not know, as readers must: what is new is added within a format. */
#include "facts/forms.h"

#include "base/json.h"
#include "describe/describe.h"

struct schema {
    struct arena *arena;
    struct json json;
};

static void add_type(struct schema *schema, const char *type)
{
    json_pair_text(&schema->json, "type", str_from(type));
}

static void add_reference(struct schema *schema, const char *name)
{
    json_pair_text(&schema->json, "$ref",
                   str_format(schema->arena, "#/$defs/%s", definition_name(schema->arena, name)));
}

/* ---- kinds of values ---- */

static void add_words(struct schema *schema, const struct word *words)
{
    json_key(&schema->json, "enum");
    json_begin_array(&schema->json);
    for (const struct word *word = words; word->id; word++)
        json_text(&schema->json, str_from(word->id));
    json_end_array(&schema->json);
}

static void begin_list(struct schema *schema)
{
    add_type(schema, "array");
    json_key(&schema->json, "items");
    json_begin_object(&schema->json);
}

static void add_list_of(struct schema *schema, const char *type)
{
    begin_list(schema);
    add_type(schema, type);
    json_end_object(&schema->json);
}

static void add_list_of_records(struct schema *schema, const char *name)
{
    begin_list(schema);
    add_reference(schema, name);
    json_end_object(&schema->json);
}

static void add_decimal(struct schema *schema)
{
    add_type(schema, "string");
    json_pair_text(&schema->json, "pattern", STR("^-?[0-9]+(\\.[0-9]+)?$"));
}

static void add_record(struct schema *schema, const struct field *field)
{
    add_reference(schema, facts_may_point(field) ? "named record" : field->of->name);
}

static void add_kind(struct schema *schema, const struct field *field)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID:
    case FIELD_REF:
    case FIELD_GRADE:
    case FIELD_FRAMEWORK: add_type(schema, "string"); break;
    case FIELD_WHOLE: add_type(schema, "integer"); break;
    case FIELD_DECIMAL: add_decimal(schema); break;
    case FIELD_ANSWER: add_type(schema, "boolean"); break;
    case FIELD_DATE:
    case FIELD_PERIOD: add_reference(schema, "date"); break;
    case FIELD_WORD: add_words(schema, field->words); break;
    case FIELD_REFS:
    case FIELD_TEXTS: add_list_of(schema, "string"); break;
    case FIELD_WHOLES: add_list_of(schema, "integer"); break;
    case FIELD_GRADES: add_list_of_records(schema, "judgement"); break;
    case FIELD_RECORD: add_record(schema, field); break;
    case FIELD_RECORDS: add_list_of_records(schema, field->of->name); break;
    }
}

/* ---- records ---- */

static void begin_property(struct schema *schema, const char *name, const char *doc)
{
    json_key(&schema->json, name);
    json_begin_object(&schema->json);
    json_pair_text(&schema->json, "description", str_from(doc));
}

static void add_property(struct schema *schema, const struct field *field)
{
    begin_property(schema, field->name, field->doc);
    add_kind(schema, field);
    if (field_is_derived(field)) {
        json_key(&schema->json, "readOnly");
        json_boolean(&schema->json, true);
    }
    json_end_object(&schema->json);
}

/* A list is left out when it is empty, even one that a specification must have. */
static bool is_always_there(const struct field *field)
{
    return field->presence == REQUIRED || field->presence == DERIVED_ALWAYS;
}

/* What is computed stands beside the records, and a paper is not of the specification. */
static bool is_beside(const struct record_table *table)
{
    return table == &derived_table || table == &paper_table || table == &since_table;
}

static void add_required(struct schema *schema, const struct record_table *table)
{
    json_key(&schema->json, "required");
    json_begin_array(&schema->json);
    for (const struct field *field = table->fields; field->name; field++)
        if (is_always_there(field) && !is_beside(field->of))
            json_text(&schema->json, str_from(field->name));
    json_end_array(&schema->json);
}

/* Pairs of an object that has been begun. */
static void add_table(struct schema *schema, const struct record_table *table)
{
    json_pair_text(&schema->json, "description", str_from(table->doc));
    add_type(schema, "object");
    json_key(&schema->json, "properties");
    json_begin_object(&schema->json);
    for (const struct field *field = table->fields; field->name; field++)
        if (!is_beside(field->of))
            add_property(schema, field);
    json_end_object(&schema->json);
    add_required(schema, table);
}

/* The rule is one of docs/computed.md, by its heading there. */
static void add_derived_fact(struct schema *schema, const struct field *field)
{
    struct json *json = &schema->json;
    begin_property(schema, field->name, field->doc);
    add_type(schema, "object");
    json_key(json, "properties");
    json_begin_object(json);
    json_key(json, "rule");
    json_begin_object(json);
    json_pair_text(json, "const", str_from(field->rule));
    json_end_object(json);
    json_key(json, "value");
    json_begin_object(json);
    add_kind(schema, field);
    json_end_object(json);
    json_end_object(json);
    json_key(json, "required");
    json_begin_array(json);
    json_text(json, STR("rule"));
    json_text(json, STR("value"));
    json_end_array(json);
    json_end_object(json);
}

static void add_derived(struct schema *schema)
{
    begin_property(schema, "derived", derived_table.doc);
    add_type(schema, "object");
    json_key(&schema->json, "properties");
    json_begin_object(&schema->json);
    for (const struct field *field = derived_table.fields; field->name; field++)
        add_derived_fact(schema, field);
    json_end_object(&schema->json);
    add_required(schema, &derived_table);
    json_end_object(&schema->json);
}

/* ---- what no table describes ---- */

/* A key of a form that is the same in every file. */
struct member {
    const char *form; /* the definition that it belongs to */
    const char *key, *type, *doc;
    bool always;
};

static const struct member members[] = {
    {"date", "text", "string",
     "As a specification writes it: `2018-01-19`, `2018-01`, `2013-spring`, `2018`, "
     "`2017-11-13/2017-11-24`, `../2018-01-22`; `?` behind it: part of it was worked out, not "
     "stated; `~`: about then. It says all that the other keys do.",
     true},
    {"date", "precision", "string",
     "How much is known: day, month, season, quarter or financial year, year, or interval for a "
     "span.",
     true},
    {"date", "first", "string", "The earliest day that may be meant; no key: it is open.", false},
    {"date", "last", "string", "The latest day that may be meant; no key: it is open.", false},
    {"date", "inferred", "boolean", "Whether part of it was worked out, not stated.", true},
    {"date", "approximate", "boolean", "Whether it is only about right.", true},
    {"judgement", "judgement", "string", "The key of the judgement in its framework.", true},
    {"judgement", "grade", "string", "The id of the grade.", true},
    {"judgement", "source", "array", "The sources of this grade, by their ids.", true},
    {"named record", "kind", "string", "The list under `records` in which it stands.", true},
    {"named record", "id", "string", "Its id there, where it has one.", false},
    {"named record", "number", "integer",
     "Its place in that list, counted from 1, where it has no id.", false},
    {NULL, "format", "integer", "The number of this format.", true},
    {NULL, "council", "string", "The council’s name.", true},
    {NULL, "as_at", "string", "The day for which everything was computed.", true},
};

static bool is_of(const struct member *member, const char *form)
{
    return form == member->form || (form && member->form && str_is(str_from(form), member->form));
}

static bool is_day(const struct member *member)
{
    return str_is(str_from(member->key), "first") || str_is(str_from(member->key), "last") ||
           str_is(str_from(member->key), "as_at");
}

static void add_member(struct schema *schema, const struct member *member)
{
    begin_property(schema, member->key, member->doc);
    add_type(schema, member->type);
    if (is_day(member))
        json_pair_text(&schema->json, "format", STR("date"));
    json_end_object(&schema->json);
}

static void add_members(struct schema *schema, const char *form)
{
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (is_of(&members[i], form))
            add_member(schema, &members[i]);
}

static void add_required_members(struct schema *schema, const char *form)
{
    for (size_t i = 0; i < sizeof members / sizeof *members; i++)
        if (is_of(&members[i], form) && members[i].always)
            json_text(&schema->json, str_from(members[i].key));
}

static void begin_definition(struct schema *schema, const char *name)
{
    json_key(&schema->json, definition_name(schema->arena, name));
    json_begin_object(&schema->json);
}

static void add_form(struct schema *schema, const char *form)
{
    begin_definition(schema, form);
    add_type(schema, "object");
    json_key(&schema->json, "properties");
    json_begin_object(&schema->json);
    add_members(schema, form);
    json_end_object(&schema->json);
    json_key(&schema->json, "required");
    json_begin_array(&schema->json);
    add_required_members(schema, form);
    json_end_array(&schema->json);
    json_end_object(&schema->json);
}

/* ---- the whole ---- */

static void add_definitions(struct schema *schema)
{
    struct tables tables = tables_from(schema->arena, &briefing_table, true);
    json_key(&schema->json, "$defs");
    json_begin_object(&schema->json);
    for (size_t i = 0; i < tables.count; i++) {
        if (is_beside(tables.items[i]))
            continue;
        begin_definition(schema, tables.items[i]->name);
        add_table(schema, tables.items[i]);
        json_end_object(&schema->json);
    }
    add_form(schema, "date");
    add_form(schema, "judgement");
    add_form(schema, "named record");
    json_end_object(&schema->json);
}

static void add_file(struct schema *schema)
{
    add_type(schema, "object");
    json_key(&schema->json, "properties");
    json_begin_object(&schema->json);
    add_members(schema, NULL);
    begin_property(schema, "records",
                   "What was written, by kind; a kind without records has no key.");
    add_reference(schema, briefing_table.name);
    json_end_object(&schema->json);
    add_derived(schema);
    json_end_object(&schema->json);
    json_key(&schema->json, "required");
    json_begin_array(&schema->json);
    add_required_members(schema, NULL);
    json_text(&schema->json, STR("records"));
    json_text(&schema->json, STR("derived"));
    json_end_array(&schema->json);
}

struct str facts_schema(struct arena *arena)
{
    struct buf out = {.arena = arena};
    struct schema schema = {arena, {.out = &out, .indent = 1}};
    json_begin_object(&schema.json);
    json_pair_text(&schema.json, "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    json_pair_text(&schema.json, "$id",
                   str_format(arena, "urn:councilbrief:schema:facts:%d", FACTS_FORMAT));
    json_pair_text(&schema.json, "title", STR("facts"));
    json_pair_text(&schema.json, "description",
                   STR("What a specification of councilbrief says and what follows from it."));
    add_file(&schema);
    add_definitions(&schema);
    json_end_object(&schema.json);
    buf_byte(&out, '\n');
    return buf_str(&out);
}
