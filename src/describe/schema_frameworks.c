/* Grades and frameworks in the schema: what may be written depends on the framework that is named.
 */
#include "describe/schema.h"

#include "data/bind/bind.h"

static const struct framework *framework_at(const struct schema *schema, size_t i)
{
    return &schema->frameworks->frameworks.items[i];
}

static const struct grade *grade_at(const struct schema *schema, size_t i)
{
    return &schema->frameworks->grades.items[i];
}

/* ---- grades in all their spellings ---- */

static bool is_mark(char letter)
{
    return letter == ' ' || letter == '_' || letter == '-';
}

/* As grade_read takes it: in any case, the marks between words alike. */
void schema_add_spelling(struct buf *out, struct str spelling)
{
    for (size_t i = 0; i < spelling.len; i++) {
        char letter = spelling.at[i];
        bool small = letter >= 'a' && letter <= 'z', capital = letter >= 'A' && letter <= 'Z';
        if (small || capital)
            buf_addf(out, "[%c%c]", small ? letter - 'a' + 'A' : letter,
                     small ? letter : letter - 'A' + 'a');
        else if (is_mark(letter))
            buf_addz(out, "[ _-]");
        else
            buf_addf(out, "[%c]", letter);
    }
}

static struct str spelling_pattern(struct arena *arena, const struct grade *grade)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, "^\\s*(");
    schema_add_spelling(&out, grade->id);
    buf_byte(&out, '|');
    schema_add_spelling(&out, grade->label);
    for (size_t i = 0; i < grade->spellings.count; i++) {
        buf_byte(&out, '|');
        schema_add_spelling(&out, grade->spellings.items[i]);
    }
    buf_addz(&out, ")\\s*$");
    return buf_str(&out);
}

static const char *grade_name(struct schema *schema, struct str id)
{
    return str_format(schema->arena, "grade_" STR_FMT, STR_ARG(id)).at;
}

static void add_grade_definition(struct schema *schema, const struct grade *grade)
{
    struct json *json = &schema->json;
    json_key(json, grade_name(schema, grade->id));
    json_begin_object(json);
    json_pair_text(json, "type", STR("string"));
    json_pair_text(json, "pattern", spelling_pattern(schema->arena, grade));
    json_end_object(json);
}

/* Alternatives of an `anyOf`: the ids, which an editor offers, and all other spellings. */
static void add_grades_of(struct schema *schema, const struct texts *ids)
{
    struct json *json = &schema->json;
    struct str *labels = ARENA_ARRAY(schema->arena, struct str, ids->count);
    for (size_t i = 0; i < ids->count; i++)
        labels[i] = grade_find(schema->frameworks, ids->items[i])->label;
    json_begin_object(json);
    schema_add_words(schema, "enum", ids->items, ids->count);
    schema_add_words(schema, "enumDescriptions", labels, ids->count);
    json_end_object(json);
    for (size_t i = 0; i < ids->count; i++)
        schema_add_ref(schema, grade_name(schema, ids->items[i]));
}

static struct texts all_grades(const struct schema *schema)
{
    size_t count = schema->frameworks->grades.count;
    struct str *ids = ARENA_ARRAY(schema->arena, struct str, count);
    for (size_t i = 0; i < count; i++)
        ids[i] = grade_at(schema, i)->id;
    return (struct texts){.items = ids, .count = count};
}

static bool has_id(const struct str *ids, size_t count, struct str id)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(ids[i], id))
            return true;
    return false;
}

/* Each by its id; and each family of variants, of which the day of an inspection tells one. */
static void add_framework_definition(struct schema *schema)
{
    size_t frameworks = schema->frameworks->frameworks.count, count = frameworks;
    struct str *ids = ARENA_ARRAY(schema->arena, struct str, 2 * frameworks);
    struct str *labels = ARENA_ARRAY(schema->arena, struct str, 2 * frameworks);
    for (size_t i = 0; i < frameworks; i++) {
        ids[i] = framework_at(schema, i)->id;
        labels[i] = framework_at(schema, i)->label;
    }
    for (size_t i = 0; i < frameworks; i++) {
        struct str family = framework_at(schema, i)->family;
        if (has_id(ids, count, family))
            continue;
        ids[count] = family;
        labels[count++] = STR("the variant in force when fieldwork began");
    }
    json_key(&schema->json, "framework");
    json_begin_object(&schema->json);
    schema_add_words(schema, "enum", ids, count);
    schema_add_words(schema, "enumDescriptions", labels, count);
    json_end_object(&schema->json);
}

void schema_add_grades(struct schema *schema)
{
    for (size_t i = 0; i < schema->frameworks->grades.count; i++)
        add_grade_definition(schema, grade_at(schema, i));
    struct texts all = all_grades(schema);
    json_key(&schema->json, "grade");
    json_begin_object(&schema->json);
    json_key(&schema->json, "anyOf");
    json_begin_array(&schema->json);
    add_grades_of(schema, &all);
    json_end_array(&schema->json);
    json_end_object(&schema->json);
    add_framework_definition(schema);
}

/* ---- what follows from a framework ---- */

/* { "anyOf": [ the grades, nothing ] }; a framework that gives no grades allows nothing. */
static void add_allowed(struct schema *schema, struct texts grades, const char *doc)
{
    struct json *json = &schema->json;
    json_begin_object(json);
    if (doc)
        json_pair_text(json, "description", str_from(doc));
    json_key(json, "anyOf");
    json_begin_array(json);
    if (grades.count)
        add_grades_of(schema, &grades);
    schema_add_nothing(schema);
    json_end_array(json);
    json_end_object(json);
}

/* A judgement with keys of its own, so that its grade has sources of its own. Some editors do not
   take keys beside a `$ref`, so the two stand side by side. */
static void add_graded(struct schema *schema, struct texts grades)
{
    struct json *json = &schema->json;
    json_begin_object(json);
    json_key(json, "allOf");
    json_begin_array(json);
    schema_add_ref(schema, graded_table.name);
    json_begin_object(json);
    json_key(json, "properties");
    json_begin_object(json);
    json_key(json, "grade");
    add_allowed(schema, grades, NULL);
    json_end_object(json);
    json_end_object(json);
    json_end_array(json);
    json_end_object(json);
}

static void add_judgement(struct schema *schema, const struct framework *framework,
                          const struct judgement *judgement)
{
    struct json *json = &schema->json;
    struct texts grades = framework_grades(framework, judgement);
    json_key(json, str_z(schema->arena, judgement->id));
    json_begin_object(json);
    json_pair_text(json, "description", judgement->label);
    json_key(json, "anyOf");
    json_begin_array(json);
    add_grades_of(schema, &grades);
    add_graded(schema, grades);
    schema_add_nothing(schema);
    json_end_array(json);
    json_end_object(json);
}

/* The overall judgement has a key of its own beside `judgements`. */
static bool is_overall(const struct judgement *judgement)
{
    return str_is(judgement->id, "overall");
}

static void add_judgements(struct schema *schema, const struct framework *framework)
{
    struct json *json = &schema->json;
    json_key(json, "judgements");
    json_begin_object(json);
    json_key(json, "properties");
    json_begin_object(json);
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (!is_overall(judgement))
            add_judgement(schema, framework, judgement);
    }
    json_end_object(json);
    json_key(json, "additionalProperties");
    json_boolean(json, false);
    json_end_object(json);
}

static void add_overall(struct schema *schema, const struct framework *framework)
{
    bool has = framework->overall == ANSWER_YES;
    struct texts grades = has ? framework_grades(framework, NULL) : (struct texts){0};
    struct str doc = has ? STR_NONE
                         : str_format(schema->arena, "Leave it out: " STR_FMT ".",
                                      STR_ARG(framework->overall_note));
    json_key(&schema->json, "overall");
    add_allowed(schema, grades, doc.at);
}

static void add_condition(struct schema *schema, const struct framework *framework)
{
    static const struct str framework_key[] = {{"framework", 9}};
    struct json *json = &schema->json;
    json_key(json, "if");
    json_begin_object(json);
    json_key(json, "properties");
    json_begin_object(json);
    json_key(json, "framework");
    json_begin_object(json);
    json_pair_text(json, "const", framework->id);
    json_end_object(json);
    json_end_object(json);
    schema_add_words(schema, "required", framework_key, 1);
    json_end_object(json);
}

static void add_rule(struct schema *schema, const struct framework *framework)
{
    struct json *json = &schema->json;
    json_begin_object(json);
    add_condition(schema, framework);
    json_key(json, "then");
    json_begin_object(json);
    json_key(json, "properties");
    json_begin_object(json);
    add_overall(schema, framework);
    add_judgements(schema, framework);
    json_end_object(json);
    json_end_object(json);
    json_end_object(json);
}

void schema_add_framework_rules(struct schema *schema)
{
    json_key(&schema->json, "allOf");
    json_begin_array(&schema->json);
    for (size_t i = 0; i < schema->frameworks->frameworks.count; i++)
        add_rule(schema, framework_at(schema, i));
    json_end_array(&schema->json);
}
