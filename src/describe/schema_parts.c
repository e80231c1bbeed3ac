/* Small parts of the schema: references, words, and the examples of the record tables as JSON, read
   with the program's own reader. */
#include "describe/schema.h"

#include "data/yaml/yaml.h"

/* ---- small pieces ---- */

const char *definition_name(struct arena *arena, const char *name)
{
    struct buf out = {.arena = arena};
    for (; *name; name++)
        buf_byte(&out, *name == ' ' ? '_' : *name);
    return str_z(arena, buf_str(&out));
}

void schema_add_ref_pair(struct schema *schema, const char *name)
{
    json_pair_text(&schema->json, "$ref",
                   str_format(schema->arena, "#/$defs/%s", definition_name(schema->arena, name)));
}

void schema_add_ref(struct schema *schema, const char *name)
{
    json_begin_object(&schema->json);
    schema_add_ref_pair(schema, name);
    json_end_object(&schema->json);
}

void schema_add_nothing(struct schema *schema)
{
    schema_add_ref(schema, "nothing");
}

void schema_add_words(struct schema *schema, const char *key, const struct str *words, size_t count)
{
    json_key(&schema->json, key);
    json_begin_array(&schema->json);
    for (size_t i = 0; i < count; i++)
        json_text(&schema->json, words[i]);
    json_end_array(&schema->json);
}

/* ---- examples ---- */

static void add_value(struct schema *schema, const struct field *field, const struct node *node);

static bool is_figures(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len > 0 && text.len < 10;
}

static void add_scalar(struct schema *schema, const struct field *field, struct str text)
{
    bool number =
        field->kind == FIELD_WHOLE || field->kind == FIELD_WHOLES || field->kind == FIELD_DECIMAL;
    if (!number || !is_figures(text)) {
        json_text(&schema->json, text);
        return;
    }
    int64_t value = 0;
    for (size_t i = 0; i < text.len; i++)
        value = value * 10 + (text.at[i] - '0');
    json_integer(&schema->json, value);
}

/* The keys of a record are fields of its table; those of judgements hold grades, as the field does.
 */
static const struct field *field_of_key(const struct field *field, struct str key)
{
    const struct field *inner = field->of ? record_field(field->of, key) : NULL;
    return inner ? inner : field;
}

static void add_map(struct schema *schema, const struct field *field, const struct node *node)
{
    json_begin_object(&schema->json);
    for (size_t i = 0; i < node->count; i++) {
        json_key(&schema->json, str_z(schema->arena, node->pairs[i].key));
        add_value(schema, field_of_key(field, node->pairs[i].key), node->pairs[i].value);
    }
    json_end_object(&schema->json);
}

/* Calls itself no deeper than the example is nested. */
static void add_value(struct schema *schema, const struct field *field, const struct node *node)
{
    if (node->kind == NODE_MAP) {
        add_map(schema, field, node);
    } else if (node->kind == NODE_LIST) {
        json_begin_array(&schema->json);
        for (size_t i = 0; i < node->count; i++)
            add_value(schema, field, node->items[i]);
        json_end_array(&schema->json);
    } else {
        add_scalar(schema, field, node->text);
    }
}

/* NULL when an example is not YAML, which a test of the record tables rules out. */
static const struct node *read_example(struct arena *arena, const char *example)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct source *source =
        source_from_text(arena, &diags, "example", str_format(arena, "example: %s\n", example));
    return source ? node_get(yaml_read(arena, &diags, source), "example") : NULL;
}

void schema_add_example(struct schema *schema, const struct field *field)
{
    const struct node *node = field->example ? read_example(schema->arena, field->example) : NULL;
    if (!node)
        return;
    json_key(&schema->json, "examples");
    json_begin_array(&schema->json);
    add_value(schema, field, node);
    json_end_array(&schema->json);
}
