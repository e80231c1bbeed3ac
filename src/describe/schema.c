/* The JSON Schema of a specification: one definition a record table, one property a field. */
#include "describe/schema.h"

#include "brief/briefing.h"
#include "data/bind/bind.h"

/* ---- fields ---- */

static struct str description(struct schema *schema, const struct field *field)
{
    struct buf out = {.arena = schema->arena};
    buf_addz(&out, field->doc);
    if (field->presence == EXPECTED)
        buf_addz(&out, " Expected: there is a warning when it is missing.");
    if (field->unprinted)
        buf_addf(&out, " Never printed; it is for %s.", field->unprinted);
    return buf_str(&out);
}

/* A field that may be left out may also stand there with nothing after its key. */
static void add_property(struct schema *schema, const struct field *field)
{
    struct json *json = &schema->json;
    json_key(json, field->name);
    json_begin_object(json);
    json_pair_text(json, "description", description(schema, field));
    if (field->presence == REQUIRED) {
        schema_add_kind(schema, field);
    } else {
        json_key(json, "anyOf");
        json_begin_array(json);
        json_begin_object(json);
        schema_add_kind(schema, field);
        json_end_object(json);
        schema_add_nothing(schema);
        json_end_array(json);
    }
    schema_add_example(schema, field);
    json_end_object(json);
}

static void add_properties(struct schema *schema, const struct record_table *table)
{
    json_key(&schema->json, "properties");
    json_begin_object(&schema->json);
    for (const struct field *field = table->fields; field->name; field++)
        if (!field_is_derived(field))
            add_property(schema, field);
    json_end_object(&schema->json);
}

static void add_required(struct schema *schema, const struct record_table *table)
{
    json_key(&schema->json, "required");
    json_begin_array(&schema->json);
    for (const struct field *field = table->fields; field->name; field++)
        if (field->presence == REQUIRED)
            json_text(&schema->json, str_from(field->name));
    json_end_array(&schema->json);
}

/* ---- records ---- */

/* Pairs of an object that has been begun. */
static void add_record(struct schema *schema, const struct record_table *table)
{
    struct json *json = &schema->json;
    json_pair_text(json, "title", str_from(table->name));
    json_pair_text(json, "description", str_from(table->doc));
    json_pair_text(json, "type", STR("object"));
    add_properties(schema, table);
    add_required(schema, table);
    json_key(json, "additionalProperties");
    json_boolean(json, false);
    if (table == &inspection_table)
        schema_add_framework_rules(schema);
}

static void add_definition(struct schema *schema, const struct record_table *table)
{
    json_key(&schema->json, definition_name(schema->arena, table->name));
    json_begin_object(&schema->json);
    add_record(schema, table);
    json_end_object(&schema->json);
}

static void add_definitions(struct schema *schema)
{
    struct tables tables = tables_from(schema->arena, &briefing_table, false);
    json_key(&schema->json, "$defs");
    json_begin_object(&schema->json);
    for (size_t i = 1; i < tables.count; i++)
        add_definition(schema, tables.items[i]);
    add_definition(schema, &graded_table);
    schema_add_grades(schema);
    schema_add_kinds(schema);
    json_end_object(&schema->json);
}

struct str schema_text(struct arena *arena, const struct frameworks *frameworks)
{
    struct buf out = {.arena = arena};
    struct schema schema = {arena, frameworks, {.out = &out, .indent = 1}};
    json_begin_object(&schema.json);
    json_pair_text(&schema.json, "$schema", STR("https://json-schema.org/draft/2020-12/schema"));
    json_pair_text(&schema.json, "$id", STR("urn:councilbrief:schema:briefing"));
    add_record(&schema, &briefing_table);
    add_definitions(&schema);
    json_end_object(&schema.json);
    buf_byte(&out, '\n');
    return buf_str(&out);
}
