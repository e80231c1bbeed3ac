/* Facts: what was written is read back, field by field, and stands in the file in the forms that
   docs/facts.md promises. */
#include "brief/derived.h"
#include "brief/spec.h"
#include "brief/tables.h"
#include "data/yaml/yaml.h"
#include "facts/facts.h"
#include "files/file.h"

#include "support/cmocka.h"
#include <stdlib.h>
#include <string.h>

/* ---- specifications ---- */

struct fixture {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
    const struct calendar *calendar;
    struct bounds bounds; /* none: files are trusted */
    struct table_store *tables;
    struct arena *arena_of_file;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    diags_init(&fixture->diags, arena);
    fixture->frameworks = frameworks_read(arena, &fixture->diags, "templates/frameworks.yaml");
    fixture->calendar = calendar_read(arena, &fixture->diags, "templates/bank-holidays.yaml");
    fixture->tables = table_store_new(arena, "templates", &fixture->bounds, NULL);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    arena_free(fixture->arena);
    return 0;
}

/* For the day `as_at`, or its own where that is NULL; compared with all councils of its tables, or
   with nobody. NULL when the specification is refused. */
static const struct briefing *briefing_for(struct fixture *fixture, const struct source *source,
                                           const struct date *as_at, bool with_england)
{
    struct arena *arena = fixture->arena_of_file;
    struct diags diags;
    diags_init(&diags, arena);
    const struct node *root = yaml_read(arena, &diags, source);
    struct all_compared *compared = ARENA_NEW(arena, struct all_compared);
    root = root ? tables_add(fixture->tables, arena, &diags, source->path.at, root,
                             fixture->frameworks, compared)
                : NULL;
    struct briefing *briefing =
        root ? spec_bind(arena, &diags, root, fixture->frameworks, as_at) : NULL;
    if (!briefing || diags.errors)
        return NULL;
    briefing->compared = with_england && compared->all ? compared : NULL;
    spec_derive(arena, briefing, fixture->calendar);
    return briefing;
}

static const struct briefing *briefing_of(struct fixture *fixture, const struct source *source,
                                          struct arena *arena)
{
    fixture->arena_of_file = arena;
    return briefing_for(fixture, source, NULL, true);
}

static const struct briefing *sample(struct fixture *fixture, const char *text)
{
    struct str whole =
        str_format(fixture->arena,
                   "briefing: {title: Sample, as_at: 2018-01-22}\n"
                   "council: {name: Sampleshire County Council}\n"
                   "sources: [{id: S2, title: Two}, {id: S1, title: One, published: 2013-08?}]\n%s",
                   text);
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "sample.yaml", whole);
    const struct briefing *briefing = briefing_of(fixture, source, fixture->arena);
    assert_non_null(briefing);
    return briefing;
}

static const struct briefing *read_back(struct arena *arena, struct diags *diags, struct str text)
{
    const struct source *source =
        source_from_text_as(arena, diags, "sample.facts.json", text, SOURCE_TABLE);
    return source ? facts_read(arena, diags, source) : NULL;
}

/* ---- field by field ---- */

/* Where two records differ. */
struct comparison {
    struct arena *arena;
    size_t fields;
};

static void compare_records(struct comparison *comparison, const struct record_table *table,
                            const void *a, const void *b);

#define SAME(condition)                                                                            \
    do {                                                                                           \
        if (!(condition))                                                                          \
            fail_msg("`%s` differs: %s", field->name, #condition);                                 \
    } while (0)

static void compare_refs(const struct field *field, const struct refs *a, const struct refs *b)
{
    SAME(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        SAME(str_equal(a->items[i].id, b->items[i].id));
        SAME(a->items[i].table == b->items[i].table);
    }
}

static void compare_grades(const struct field *field, const struct grades *a,
                           const struct grades *b)
{
    SAME(a->count == b->count);
    for (size_t i = 0; i < a->count; i++) {
        SAME(str_equal(a->items[i].judgement, b->items[i].judgement));
        SAME(str_equal(a->items[i].grade, b->items[i].grade));
        compare_refs(field, &a->items[i].source, &b->items[i].source);
    }
}

static void compare_texts(const struct field *field, const struct texts *a, const struct texts *b)
{
    SAME(a->count == b->count);
    for (size_t i = 0; i < a->count; i++)
        SAME(str_equal(a->items[i], b->items[i]));
}

static void compare_dates(const struct field *field, const struct date *a, const struct date *b)
{
    SAME(a->precision == b->precision);
    SAME(a->inferred == b->inferred);
    SAME(a->approximate == b->approximate);
    SAME(a->first == b->first);
    SAME(a->last == b->last);
    SAME(a->start.precision == b->start.precision && a->end.precision == b->end.precision);
}

static void compare_decimals(const struct field *field, const struct decimal *a,
                             const struct decimal *b)
{
    SAME(str_equal(a->text, b->text));
    SAME(a->mantissa == b->mantissa);
    SAME(a->scale == b->scale);
}

static void compare_lists(struct comparison *comparison, const struct field *field,
                          const struct records *a, const struct records *b)
{
    SAME(a->count == b->count);
    const void *const *in_order = facts_order(comparison->arena, field->of, a);
    for (size_t i = 0; i < a->count; i++)
        compare_records(comparison, field->of, in_order[i], records_at(b, field->of, i));
}

static void compare_values(struct comparison *comparison, const struct field *field, const void *a,
                           const void *b)
{
    switch (field->kind) {
    case FIELD_TEXT:
    case FIELD_MARKDOWN:
    case FIELD_ID:
    case FIELD_GRADE:
    case FIELD_FRAMEWORK: SAME(str_equal(*(const struct str *)a, *(const struct str *)b)); break;
    case FIELD_WHOLE:
        SAME(((const struct whole *)a)->value == ((const struct whole *)b)->value);
        break;
    case FIELD_DECIMAL: compare_decimals(field, a, b); break;
    case FIELD_ANSWER: SAME(*(const enum answer *)a == *(const enum answer *)b); break;
    case FIELD_DATE:
    case FIELD_PERIOD: compare_dates(field, a, b); break;
    case FIELD_WORD: SAME(*(const int *)a == *(const int *)b); break;
    case FIELD_REF: {
        const struct refs one = {a, 1}, other = {b, 1};
        compare_refs(field, &one, &other);
        break;
    }
    case FIELD_REFS: compare_refs(field, a, b); break;
    case FIELD_GRADES: compare_grades(field, a, b); break;
    case FIELD_TEXTS: compare_texts(field, a, b); break;
    case FIELD_WHOLES: {
        const struct wholes *one = a, *other = b;
        SAME(one->count == other->count);
        SAME(memcmp(one->items, other->items, one->count * sizeof *one->items) == 0);
        break;
    }
    case FIELD_RECORD:
        compare_records(comparison, field->of, *(const void *const *)a, *(const void *const *)b);
        break;
    case FIELD_RECORDS: compare_lists(comparison, field, a, b); break;
    }
}

static void compare_records(struct comparison *comparison, const struct record_table *table,
                            const void *a, const void *b)
{
    for (const struct field *field = table->fields; field->name; field++) {
        const void *one = record_member(a, field), *other = record_member(b, field);
        SAME(field_is_filled(field, one) == field_is_filled(field, other));
        if (!field_is_filled(field, one))
            continue;
        comparison->fields++;
        compare_values(comparison, field, one, other);
    }
}

/* What a build writes: computed in the order in which the file has the records. */
static struct str facts_of(struct fixture *fixture, const struct briefing *briefing)
{
    struct arena *arena = fixture->arena_of_file;
    const struct briefing *again =
        facts_derive(arena, briefing, fixture->frameworks, fixture->calendar, NULL);
    assert_non_null(again);
    return facts_text(arena, again);
}

static int by_text(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

/* The lines of a text in their own order: two texts whose lists differ in order alone have the
 * same.
 */
static struct str sorted_lines(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    LIST(struct str) lines = {.count = 0};
    for (size_t at = 0, end; at < text.len; at = end + 1) {
        end = str_find(text, '\n', at);
        struct str line = str_part(text, at, end);
        *LIST_ADD(arena, &lines) = str_ends(line, ",") ? str_part(line, 0, line.len - 1) : line;
    }
    qsort(lines.items, lines.count, sizeof *lines.items, by_text);
    for (size_t i = 0; i < lines.count; i++)
        buf_addf(&out, STR_FMT "\n", STR_ARG(lines.items[i]));
    return buf_str(&out);
}

/* Everything that is computed follows from what the file has: nothing from places in YAML, from
   defaults of binding or from tables, but for the comparison with England. */
static void assert_derives_the_same(struct fixture *fixture, const char *path,
                                    const struct briefing *built, const struct briefing *back)
{
    struct arena *arena = fixture->arena_of_file;
    struct str text = facts_of(fixture, built);
    struct str written = sorted_lines(arena, facts_text(arena, built));
    if (!str_equal(written, sorted_lines(arena, text)))
        fail_msg("%s: what is computed anew is not what was computed", path);
    if (!str_equal(text, facts_of(fixture, back)))
        fail_msg("%s: what was read back gives other facts", path);
    struct diags diags;
    diags_init(&diags, arena);
    const struct briefing *read = read_back(arena, &diags, text);
    assert_non_null(read);
    if (!str_equal(text, facts_of(fixture, read)))
        fail_msg("%s: the facts of its facts are others", path);
}

/* The same on a later day: nothing stays that was computed for the day before. */
static void assert_derives_for_another_day(struct fixture *fixture, const struct source *source)
{
    enum { DAYS_LATER = 400 };
    struct arena *arena = fixture->arena_of_file;
    const struct briefing *built = briefing_for(fixture, source, NULL, false);
    const struct date later = date_of_day(built->briefing->as_at.last + DAYS_LATER);
    struct str then = facts_text(
        arena, facts_derive(arena, built, fixture->frameworks, fixture->calendar, &later));
    struct str anew = facts_of(fixture, briefing_for(fixture, source, &later, false));
    if (!str_equal(then, anew))
        fail_msg("%s: computed for a later day it is not what is built for that", source->path.at);
}

/* Fields that were compared; 0: the specification is refused. */
static size_t compare_file(struct fixture *fixture, const char *path)
{
    struct arena *arena = arena_new();
    struct comparison comparison = {.arena = arena};
    struct diags diags;
    diags_init(&diags, arena);
    const struct source *source = source_read(arena, &diags, path);
    const struct briefing *briefing = source ? briefing_of(fixture, source, arena) : NULL;
    if (briefing && briefing->briefing->as_at.precision) {
        struct str text = facts_text(arena, briefing);
        const struct briefing *back = read_back(arena, &diags, text);
        assert_non_null(back);
        compare_records(&comparison, &briefing_table, briefing, back);
        assert_true(str_equal(facts_text(arena, back), text));
        assert_derives_the_same(fixture, path, briefing, back);
        assert_derives_for_another_day(fixture, source);
    }
    arena_free(arena);
    return comparison.fields;
}

struct compared_files {
    size_t files, fields;
};

/* Those of the folder, and of the folders in it where `below`. */
static void compare_folder(struct fixture *fixture, const char *folder, bool below,
                           struct compared_files *compared)
{
    struct folder_names names;
    if (!folder_list(fixture->arena, folder, &names))
        return;
    for (size_t i = 0; i < names.count; i++) {
        const char *path = str_format(fixture->arena, "%s/%s", folder, names.items[i]).at;
        if (below) {
            compare_folder(fixture, path, false, compared);
        } else if (str_ends(str_from(path), ".yaml")) {
            size_t fields = compare_file(fixture, path);
            compared->fields += fields;
            compared->files += fields > 0;
        }
    }
}

static void every_field_of_every_specification_is_read_back(void **state)
{
    static const struct {
        const char *folder;
        bool below;
    } folders[] = {{"inputs", false},
                   {"inputs/england", false},
                   {"tests/says", true},
                   {"tests/golden", true},
                   {"tests/changes", true},
                   {"tests/stress", false},
                   {"tests/diagnostics", false},
                   {"tests/fix", false}};
    struct compared_files compared = {0};
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        compare_folder(*state, folders[i].folder, folders[i].below, &compared);
    print_message("%zu specifications with %zu fields\n", compared.files, compared.fields);
    assert_true(compared.files > 500); /* the demo inputs, all of England, and small ones */
    assert_true(compared.fields > 60000);
}

/* ---- forms ---- */

static void assert_holds(struct str text, const char *part)
{
    if (!strstr(text.at, part))
        fail_msg("no %s in %s", part, text.at);
}

static void each_kind_of_value_has_its_form(void **state)
{
    struct fixture *fixture = *state;
    const struct briefing *briefing =
        sample(fixture,
               "funding: [{amount: '16.50', unit: million, date: 2017-11-13/2017-11-24, "
               "source: [S1, S2]}]\n"
               "inspections: [{id: I1, framework: SIF, published: 2013-08-16, overall: inadequate, "
               "judgements: {adoption: good}, source: S1}]\n");
    struct str text = str_copy(fixture->arena, facts_text(fixture->arena, briefing));
    assert_holds(text, "{\n \"format\": 1,\n \"council\": \"Sampleshire County Council\",\n"
                       " \"as_at\": \"2018-01-22\",\n \"records\": {");
    assert_holds(text, "\"amount\": \"16.50\"");
    assert_holds(text, "\"text\": \"2017-11-13/2017-11-24\",\n     \"precision\": \"interval\",\n"
                       "     \"first\": \"2017-11-13\",\n     \"last\": \"2017-11-24\",\n"
                       "     \"inferred\": false,\n     \"approximate\": false");
    assert_holds(text, "\"text\": \"2013-08?\",\n     \"precision\": \"month\",\n"
                       "     \"first\": \"2013-08-01\",\n     \"last\": \"2013-08-31\",\n"
                       "     \"inferred\": true");
    assert_holds(text, "\"judgement\": \"adoption\",\n      \"grade\": \"good\",\n"
                       "      \"source\": [\n       \"S1\"\n      ]");
    assert_holds(text,
                 "\"inspection\": {\n     \"kind\": \"inspections\",\n     \"id\": \"I1\"\n    }");
    assert_holds(text, "\"rule\": \"Where the council stands\"");
}

static void the_order_of_records_with_ids_makes_no_difference(void **state)
{
    /* What is computed of them too: indicators and themes stand in the order of the records. */
    static const char one[] =
        "actions: [{id: A2, text: Second, theme: B}, "
        "{id: A1, text: First, theme: A}, {text: Without}, {text: Another}]\n"
        "indicators: [{id: N2, name: Two, unit: count, values: [{period: 2016, "
        "value: 2}]}, {id: N1, name: One, unit: count, values: [{period: "
        "2016, value: 1}]}]\n";
    static const char other[] = "indicators: [{id: N1, name: One, unit: count, values: [{period: "
                                "2016, value: 1}]}, {id: N2, name: Two, unit: count, values: "
                                "[{period: 2016, value: 2}]}]\n"
                                "actions: [{text: Without}, {id: A1, text: First, theme: A}, "
                                "{text: Another}, {id: A2, text: Second, theme: B}]\n";
    struct fixture *fixture = *state;
    struct str text = facts_of(fixture, sample(fixture, one));
    assert_true(str_equal(text, facts_of(fixture, sample(fixture, other))));
    const struct briefing *back = read_back(fixture->arena, &fixture->diags, text);
    assert_non_null(back);
    assert_true(str_is(back->actions.items[0].text, "First"));
    assert_true(str_is(back->actions.items[1].text, "Second"));
    assert_true(str_is(back->actions.items[2].text, "Without"));
    assert_true(str_is(back->sources.items[0].id, "S1"));
}

/* What an earlier program computed, or somebody wrote into the file, is no input. */
static void what_was_computed_before_is_computed_anew(void **state)
{
    struct fixture *fixture = *state;
    struct arena *arena = fixture->arena;
    const char *text =
        str_z(arena, facts_text(arena, sample(fixture, "actions: [{text: First, cost: TBC}]\n")));
    const char *at = strstr(text, "\"cost\"");
    assert_non_null(at);
    struct str changed =
        str_format(arena, "%.*s\"cost_pounds\": \"5\", %s", (int)(at - text), text, at);
    const struct briefing *back = read_back(arena, &fixture->diags, changed);
    assert_non_null(back);
    assert_true(str_is(back->actions.items[0].cost_pounds.text, "5"));
    struct str anew = facts_of(fixture, back);
    assert_null(strstr(anew.at, "cost_pounds"));
    assert_true(str_equal(anew, str_from(text)));
}

static void a_computed_fact_names_the_record_itself(void **state)
{
    struct fixture *fixture = *state;
    const struct briefing *briefing = sample(
        fixture, "deadlines: [{what: Later, due: 2018-05-01}, {what: Sooner, due: 2018-03-01}]\n");
    const struct briefing *back =
        read_back(fixture->arena, &fixture->diags, facts_text(fixture->arena, briefing));
    assert_non_null(back);
    assert_ptr_equal(back->derived->deadlines.items[0].deadline, &back->deadlines.items[1]);
    assert_ptr_equal(back->derived->deadlines.items[1].deadline, &back->deadlines.items[0]);
}

static void references_lead_to_their_records(void **state)
{
    struct fixture *fixture = *state;
    const struct briefing *briefing =
        sample(fixture, "recommendations: [{id: R1, text: Do it}]\n"
                        "actions: [{text: Done, answers: R1, source: S2}]\n");
    const struct briefing *back =
        read_back(fixture->arena, &fixture->diags, facts_text(fixture->arena, briefing));
    assert_non_null(back);
    assert_ptr_equal(back->actions.items[0].answers.items[0].record,
                     &back->recommendations.items[0]);
    assert_ptr_equal(back->actions.items[0].fact.source.items[0].record, &back->sources.items[1]);
}

/* ---- what is no facts file ---- */

/* Reads a sample with one part replaced, and expects what is said of it. */
static void expect_refusal(struct fixture *fixture, const char *part, const char *instead,
                           const char *message)
{
    struct arena *arena = fixture->arena;
    struct diags diags;
    diags_init(&diags, arena);
    struct str text =
        facts_text(arena, sample(fixture, "actions: [{id: A1, text: First, status: planned}]\n"));
    const char *whole = str_z(arena, text), *at = strstr(whole, part);
    assert_non_null(at);
    struct str changed =
        str_format(arena, "%.*s%s%s", (int)(at - whole), whole, instead, at + strlen(part));
    assert_null(read_back(arena, &diags, changed));
    assert_int_equal(diags.errors, 1);
    assert_string_equal(str_z(arena, diags.items.items[0].message), message);
}

static void what_is_no_facts_file_is_refused(void **state)
{
    expect_refusal(*state, "\"format\": 1", "\"format\": 2", "these facts are of format 2");
    expect_refusal(*state, "\"format\": 1", "\"format\": true",
                   "the number of a format is needed here");
    expect_refusal(*state, "\"records\": {", "\"recordz\": {", "the key `records` is missing here");
    expect_refusal(*state, "\"title\": \"Sample\"", "\"titel\": \"Sample\"",
                   "the key `title` is missing here");
    expect_refusal(*state, "\"as_at\": {", "\"at\": {",
                   "what a briefing cannot be without is needed here");
    expect_refusal(*state, "\"status\": \"planned\"", "\"status\": \"finished\"",
                   "a word of this field is needed here");
    expect_refusal(*state, "\"text\": \"2018-01-22\"", "\"text\": \"soon\"",
                   "a date is needed here");
    expect_refusal(*state, "\"id\": \"A1\"", "\"id\": 1", "a text is needed here");
    expect_refusal(*state, "\"actions\": [", "\"actions\": 7, \"more\": [",
                   "a list is needed here");
    expect_refusal(*state, "{\n \"format\"", "[\n \"format\"", "`,` is missing between two items");
}

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525 + 1013904223;
    return *seed >> 8;
}

/* A file of facts with a few bytes replaced by those that JSON and its values are made of. */
static struct str damaged(struct arena *arena, struct str text, uint32_t *seed)
{
    static const char bytes[] = "{}[]\",:0127-tfnaSI\\";
    struct str copy = str_copy(arena, text);
    char *at = (char *)copy.at;
    for (uint32_t i = next_random(seed) % 4 + 1; i > 0; i--)
        at[next_random(seed) % copy.len] = bytes[next_random(seed) % (sizeof bytes - 1)];
    return str_part(copy, 0, next_random(seed) % 8 ? copy.len : next_random(seed) % copy.len);
}

/* What is taken can be written again; what is not is told. */
static void damaged_files_are_read_or_refused(void **state)
{
    enum { ROUNDS = 2000 };
    struct fixture *fixture = *state;
    const struct briefing *briefing = sample(
        fixture, "actions: [{id: A1, text: First, due: 2018-03, answers: R1}, {text: Second}]\n"
                 "recommendations: [{id: R1, text: Do it}]\n"
                 "deadlines: [{what: Report, due: 2018-05-01}, {what: Plan, due: 2017-05-01}]\n"
                 "inspections: [{id: I1, framework: SIF, published: 2013-08-16, "
                 "judgements: {adoption: good}, source: S1}]\n");
    struct str text = facts_text(fixture->arena, briefing);
    uint32_t seed = 20180119;
    size_t taken = 0;
    for (int i = 0; i < ROUNDS; i++) {
        struct arena *arena = arena_new();
        struct diags diags;
        diags_init(&diags, arena);
        const struct briefing *back = read_back(arena, &diags, damaged(arena, text, &seed));
        assert_int_equal(back != NULL, diags.errors == 0);
        if (back)
            assert_true(str_starts(facts_text(arena, back), "{\n \"format\": 1,"));
        taken += back != NULL;
        arena_free(arena);
    }
    assert_in_range(taken, ROUNDS / 50, ROUNDS * 9 / 10);
}

static void keys_that_are_new_are_passed_over(void **state)
{
    struct fixture *fixture = *state;
    struct str text = STR("{\"format\": 1, \"council\": \"A\", \"since\": 3, \"records\": "
                          "{\"briefing\": {\"title\": \"T\", \"as_at\": {\"text\": \"2018\"}, "
                          "\"mood\": [1]}, \"council\": "
                          "{\"name\": \"A\"}, \"weather\": []}, \"derived\": {\"rain\": {}}}");
    const struct briefing *back = read_back(fixture->arena, &fixture->diags, text);
    assert_non_null(back);
    assert_true(str_is(back->briefing->title, "T"));
    assert_true(str_is(back->council->name, "A"));
}

#define TEST(function) cmocka_unit_test_setup_teardown(function, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_field_of_every_specification_is_read_back),
        TEST(each_kind_of_value_has_its_form),
        TEST(the_order_of_records_with_ids_makes_no_difference),
        TEST(what_was_computed_before_is_computed_anew),
        TEST(a_computed_fact_names_the_record_itself),
        TEST(references_lead_to_their_records),
        TEST(what_is_no_facts_file_is_refused),
        TEST(damaged_files_are_read_or_refused),
        TEST(keys_that_are_new_are_passed_over),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
