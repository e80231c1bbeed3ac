/* Kinds of values in the schema. An editor gives a scalar the type that YAML guesses, our reader
   none at all, so that each kind says what it is as a text and which other scalars it may be. */
#include "describe/schema.h"

#include "brief/lookup.h"
#include "data/bind/bind.h"

enum { DECIMALS = 6, PERCENT_MOST = 100, YEAR_FIRST = 1000, YEAR_LAST = 9999 };

static void add_type(struct json *json, const char *type)
{
    json_pair_text(json, "type", str_from(type));
}

/* {"type": "string", "pattern": ...} */
static void add_pattern(struct json *json, const char *pattern)
{
    json_begin_object(json);
    add_type(json, "string");
    json_pair_text(json, "pattern", str_from(pattern));
    json_end_object(json);
}

static void add_integers(struct json *json, int64_t least, int64_t most)
{
    json_begin_object(json);
    add_type(json, "integer");
    json_pair_integer(json, "minimum", least);
    json_pair_integer(json, "maximum", most);
    json_end_object(json);
}

/* Any number or truth value: what an editor makes of a text such as 926 or true. Not said with
   `type`, because an editor would offer `true` and `false` to whoever types a title. */
static void add_other_scalars(struct schema *schema)
{
    static const struct str others[] = {{"array", 5}, {"null", 4}, {"object", 6}, {"string", 6}};
    json_begin_object(&schema->json);
    json_key(&schema->json, "not");
    json_begin_object(&schema->json);
    schema_add_words(schema, "type", others, sizeof others / sizeof *others);
    json_end_object(&schema->json);
    json_end_object(&schema->json);
}

/* ---- what each kind may be; alternatives of an `anyOf` ---- */

static void add_text(struct schema *schema)
{
    add_pattern(&schema->json, "\\S");
    add_other_scalars(schema);
}

static void add_id(struct schema *schema)
{
    add_pattern(&schema->json, "^\\s*[A-Za-z0-9][A-Za-z0-9._-]*\\s*$");
    add_other_scalars(schema);
}

static void add_whole(struct schema *schema)
{
    add_integers(&schema->json, 0, COUNT_MOST);
    add_pattern(&schema->json, "^\\s*[0-9]{1,18}\\s*$");
}

static void add_percentage(struct schema *schema)
{
    add_integers(&schema->json, 0, PERCENT_MOST);
    add_pattern(&schema->json, "^\\s*[0-9]{1,3}\\s*%?\\s*$");
}

static void add_decimal(struct schema *schema)
{
    json_begin_object(&schema->json);
    add_type(&schema->json, "number");
    json_end_object(&schema->json);
    add_pattern(&schema->json,
                str_format(schema->arena, "^\\s*-?[0-9]{1,18}(\\.[0-9]{1,%d})?\\s*$", DECIMALS).at);
}

static void add_date(struct schema *schema)
{
    add_pattern(&schema->json, date_pattern(schema->arena).at);
    add_integers(&schema->json, YEAR_FIRST, YEAR_LAST);
}

static void add_answer(struct schema *schema)
{
    static const struct str answers[] = {{"yes", 3}, {"no", 2}};
    json_begin_object(&schema->json);
    schema_add_words(schema, "enum", answers, sizeof answers / sizeof *answers);
    json_end_object(&schema->json);
    json_begin_object(&schema->json);
    add_type(&schema->json, "boolean");
    json_end_object(&schema->json);
    add_pattern(&schema->json,
                "^\\s*([Yy][Ee][Ss]|[Nn][Oo]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee])\\s*$");
}

/* One value of a kind, or a list of them. */
static void add_one_or_list(struct schema *schema, const char *kind)
{
    schema_add_ref(schema, kind);
    json_begin_object(&schema->json);
    add_type(&schema->json, "array");
    json_key(&schema->json, "items");
    schema_add_ref(schema, kind);
    json_end_object(&schema->json);
}

static void add_texts(struct schema *schema)
{
    add_one_or_list(schema, "text");
}

static void add_wholes(struct schema *schema)
{
    add_one_or_list(schema, "whole_number");
}

static void add_refs(struct schema *schema)
{
    add_one_or_list(schema, "id");
}

/* A judgement without a framework: any key, any grade, with sources of its own if need be. */
static void add_judgements(struct schema *schema)
{
    struct json *json = &schema->json;
    json_begin_object(json);
    add_type(json, "object");
    json_key(json, "additionalProperties");
    json_begin_object(json);
    json_key(json, "anyOf");
    json_begin_array(json);
    schema_add_ref(schema, "grade");
    schema_add_ref(schema, graded_table.name);
    schema_add_nothing(schema);
    json_end_array(json);
    json_end_object(json);
    json_end_object(json);
}

/* The names of the definitions; words and records have none, grades and frameworks are elsewhere.
 */
static const struct kind {
    const char *name;
    void (*add)(struct schema *schema);
} kinds[] = {
    [FIELD_TEXT] = {"text", add_text},
    [FIELD_MARKDOWN] = {"text", NULL},
    [FIELD_WHOLE] = {"whole_number", add_whole},
    [FIELD_DECIMAL] = {"number", add_decimal},
    [FIELD_ANSWER] = {"answer", add_answer},
    [FIELD_DATE] = {"date", add_date},
    [FIELD_PERIOD] = {"date", NULL},
    [FIELD_ID] = {"id", add_id},
    [FIELD_REF] = {"id", NULL},
    [FIELD_REFS] = {"references", add_refs},
    [FIELD_GRADE] = {"grade", NULL},
    [FIELD_GRADES] = {"judgements", add_judgements},
    [FIELD_FRAMEWORK] = {"framework", NULL},
    [FIELD_TEXTS] = {"texts", add_texts},
    [FIELD_WHOLES] = {"whole_numbers", add_wholes},
    [FIELD_RECORDS] = {NULL, NULL},
};

static const struct kind percentage = {"percentage", add_percentage};

static const struct kind *kind_of(const struct field *field)
{
    return field->percent ? &percentage : &kinds[field->kind];
}

static void add_kind_definition(struct schema *schema, const struct kind *kind)
{
    json_key(&schema->json, kind->name);
    json_begin_object(&schema->json);
    json_key(&schema->json, "anyOf");
    json_begin_array(&schema->json);
    kind->add(schema);
    json_end_array(&schema->json);
    json_end_object(&schema->json);
}

void schema_add_kinds(struct schema *schema)
{
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (kinds[i].add)
            add_kind_definition(schema, &kinds[i]);
    add_kind_definition(schema, &percentage);
    json_key(&schema->json, "nothing");
    json_begin_object(&schema->json);
    json_pair_text(&schema->json, "type", STR("null"));
    json_end_object(&schema->json);
}

/* ---- what may follow a key ---- */

/* What an editor offers. */
static void add_offer(struct schema *schema, const struct word *words)
{
    struct json *json = &schema->json;
    json_begin_object(json);
    json_key(json, "enum");
    json_begin_array(json);
    for (const struct word *word = words; word->id; word++)
        json_text(json, str_from(word->id));
    json_end_array(json);
    json_key(json, "enumDescriptions");
    json_begin_array(json);
    for (const struct word *word = words; word->id; word++)
        json_text(json, str_from(word->label));
    json_end_array(json);
    json_end_object(json);
}

/* The words, which an editor offers, and all spellings of them that are taken too. */
static void add_choice(struct schema *schema, const struct word *words)
{
    struct json *json = &schema->json;
    struct buf spellings = {.arena = schema->arena};
    for (const struct word *word = words; word->id; word++) {
        buf_addz(&spellings, word == words ? "^\\s*(" : "|");
        schema_add_spelling(&spellings, str_from(word->id));
    }
    buf_addz(&spellings, ")\\s*$");
    json_key(json, "anyOf");
    json_begin_array(json);
    add_offer(schema, words);
    add_pattern(json, str_z(schema->arena, buf_str(&spellings)));
    json_end_array(json);
}

static void add_list(struct schema *schema, const struct field *field)
{
    add_type(&schema->json, "array");
    json_key(&schema->json, "items");
    schema_add_ref(schema, field->of->name);
    if (field->presence == REQUIRED)
        json_pair_integer(&schema->json, "minItems", 1);
}

void schema_add_kind(struct schema *schema, const struct field *field)
{
    switch (field->kind) {
    case FIELD_WORD: add_choice(schema, field->words); break;
    case FIELD_RECORD: schema_add_ref_pair(schema, field->of->name); break;
    case FIELD_RECORDS: add_list(schema, field); break;
    default:
        schema_add_ref_pair(schema, kind_of(field)->name);
        if (field->presence == REQUIRED)
            json_pair_integer(&schema->json, "minItems", 1);
    }
}
