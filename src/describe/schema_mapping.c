/* The JSON Schema of a mapping: its keys, and records in which any value may be a text with
 * columns. */
#include "describe/schema.h"

#include "brief/briefing.h"
#include "brief/tables.h"

/* ---- small pieces ---- */

static void add_type(struct json *json, const char *type)
{
    json_pair_text(json, "type", str_from(type));
}

/* A value as editors read it: 2025 is a number, yes may be a truth value. */
static void add_scalar_types(struct json *json)
{
    static const char *const types[] = {"string", "number", "boolean", "null"};
    json_key(json, "type");
    json_begin_array(json);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++)
        json_text(json, str_from(types[i]));
    json_end_array(json);
}

/* A map whose values are of a kind: pairs of an object that has been begun. */
static void add_map_of(struct schema *schema, const char *definition)
{
    add_type(&schema->json, "object");
    json_key(&schema->json, "additionalProperties");
    schema_add_ref(schema, definition);
}

/* One, or a list of them. */
static void add_several(struct schema *schema, const char *definition)
{
    struct json *json = &schema->json;
    json_key(json, "anyOf");
    json_begin_array(json);
    schema_add_ref(schema, definition);
    json_begin_object(json);
    add_type(json, "array");
    json_key(json, "items");
    schema_add_ref(schema, definition);
    json_end_object(json);
    json_end_array(json);
}

static void add_closed(struct json *json)
{
    json_key(json, "additionalProperties");
    json_boolean(json, false);
}

static void begin_definition(struct schema *schema, const char *name)
{
    json_key(&schema->json, definition_name(schema->arena, name));
    json_begin_object(&schema->json);
}

/* ---- records ---- */

static void add_field(struct schema *schema, const struct field *field)
{
    struct json *json = &schema->json;
    json_key(json, field->name);
    json_begin_object(json);
    json_pair_text(json, "description", str_from(field->doc));
    if (field->kind == FIELD_RECORDS)
        add_several(schema, field->of->name);
    else if (field->kind == FIELD_RECORD)
        schema_add_ref_pair(schema, field->of->name);
    else if (field->kind == FIELD_GRADES)
        add_map_of(schema, "text");
    else
        add_several(schema, "text");
    json_end_object(json);
}

static void add_record(struct schema *schema, const struct record_table *table)
{
    struct json *json = &schema->json;
    begin_definition(schema, table->name);
    json_pair_text(json, "description", str_from(table->doc));
    add_type(json, "object");
    json_key(json, "properties");
    json_begin_object(json);
    json_key(json, FOR_EACH);
    json_begin_object(json);
    json_pair_text(json, "description", STR("Columns by which rows are put into groups."));
    add_several(schema, "text");
    json_end_object(json);
    for (const struct field *field = table->fields; field->name; field++)
        if (!field_is_derived(field))
            add_field(schema, field);
    json_end_object(json);
    add_closed(json);
    json_end_object(json);
}

/* The lists of a specification, each with a record or several. */
static void add_records(struct schema *schema)
{
    struct json *json = &schema->json;
    begin_definition(schema, "records");
    add_type(json, "object");
    json_key(json, "properties");
    json_begin_object(json);
    for (const struct field *field = briefing_table.fields; field->name; field++)
        if (field->kind == FIELD_RECORDS && !field_is_derived(field) &&
            field->of != &table_use_table)
            add_field(schema, field);
    json_end_object(json);
    add_closed(json);
    json_end_object(json);
}

/* ---- what may follow a key ---- */

static void add_object(struct schema *schema, const char *const (*members)[2], size_t count)
{
    struct json *json = &schema->json;
    add_type(json, "object");
    json_key(json, "properties");
    json_begin_object(json);
    for (size_t i = 0; i < count; i++) {
        json_key(json, members[i][0]);
        schema_add_ref(schema, members[i][1]);
    }
    json_end_object(json);
    add_closed(json);
}

static void add_definitions(struct schema *schema)
{
    static const char *const second[][2] = {{"key", "text"}, {"latest", "text"}};
    static const char *const compare[][2] = {{"region", "text"}};
    static const char *const other[][2] = {
        {"where", "where"}, {"same", "words"}, {"records", "records"}};
    struct json *json = &schema->json;
    begin_definition(schema, "text");
    add_scalar_types(json);
    json_end_object(json);
    begin_definition(schema, "texts");
    add_several(schema, "text");
    json_end_object(json);
    begin_definition(schema, "words");
    add_map_of(schema, "text");
    json_end_object(json);
    begin_definition(schema, "where");
    add_map_of(schema, "texts");
    json_end_object(json);
    begin_definition(schema, "second");
    add_object(schema, second, sizeof second / sizeof *second);
    json_end_object(json);
    begin_definition(schema, "compare");
    add_object(schema, compare, sizeof compare / sizeof *compare);
    json_end_object(json);
    begin_definition(schema, "other");
    add_object(schema, other, sizeof other / sizeof *other);
    json_end_object(json);
}

static void add_line(struct schema *schema)
{
    add_type(&schema->json, "integer");
    json_pair_integer(&schema->json, "minimum", 1);
}

static void add_form(struct schema *schema)
{
    json_key(&schema->json, "enum");
    json_begin_array(&schema->json);
    for (size_t i = 0; mapping_forms[i]; i++)
        json_text(&schema->json, str_from(mapping_forms[i]));
    json_end_array(&schema->json);
}

static void add_shape(struct schema *schema, enum mapping_shape shape)
{
    switch (shape) {
    case MAPPING_TEXT: schema_add_ref_pair(schema, "text"); break;
    case MAPPING_TEXTS: schema_add_ref_pair(schema, "texts"); break;
    case MAPPING_LINE: add_line(schema); break;
    case MAPPING_FORM: add_form(schema); break;
    case MAPPING_WHERE: schema_add_ref_pair(schema, "where"); break;
    case MAPPING_WORDS: schema_add_ref_pair(schema, "words"); break;
    case MAPPING_LISTS: add_map_of(schema, "words"); break;
    case MAPPING_SOURCE: schema_add_ref_pair(schema, evidence_table.name); break;
    case MAPPING_SECOND: schema_add_ref_pair(schema, "second"); break;
    case MAPPING_COMPARE: schema_add_ref_pair(schema, "compare"); break;
    case MAPPING_RECORDS: schema_add_ref_pair(schema, "records"); break;
    case MAPPING_OTHERS: add_map_of(schema, "other"); break;
    }
}

/* ---- the file ---- */

static void add_keys(struct schema *schema)
{
    struct json *json = &schema->json;
    json_key(json, "properties");
    json_begin_object(json);
    for (const struct mapping_key *key = mapping_keys; key->name; key++) {
        json_key(json, key->name);
        json_begin_object(json);
        json_pair_text(json, "description", str_from(key->doc));
        add_shape(schema, key->shape);
        json_end_object(json);
    }
    json_end_object(json);
    schema_add_words(schema, "required", &STR("records"), 1);
    add_closed(json);
}

struct str mapping_schema_text(struct arena *arena)
{
    struct buf out = {.arena = arena};
    struct schema schema = {arena, NULL, {.out = &out, .indent = 1}};
    struct tables tables = tables_from(arena, &briefing_table, false);
    json_begin_object(&schema.json);
    json_pair_text(&schema.json, "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    json_pair_text(&schema.json, "$id", STR("urn:councilbrief:schema:mapping"));
    json_pair_text(&schema.json, "title", STR("mapping"));
    json_pair_text(&schema.json, "description", STR("What the columns of a kind of table mean."));
    add_type(&schema.json, "object");
    add_keys(&schema);
    json_key(&schema.json, "$defs");
    json_begin_object(&schema.json);
    add_definitions(&schema);
    add_records(&schema);
    for (size_t i = 1; i < tables.count; i++)
        add_record(&schema, tables.items[i]);
    json_end_object(&schema.json);
    json_end_object(&schema.json);
    buf_byte(&out, '\n');
    return buf_str(&out);
}
