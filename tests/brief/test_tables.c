/* Records out of tables: how rows are filled into a mapping, and how they join what officers wrote.
 */
#include "brief/brief_codes.h"
#include "data/data_codes.h"
#include "files/files_codes.h"
#include "support/cmocka.h"

#include "brief/tables.h"
#include "files/input.h"
#include "support/briefing_fixture.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct table_store *store;
    char folder[32];
};

static const char *path_of(struct fixture *fixture, const char *name)
{
    return str_format(fixture->arena, "%s/%s", fixture->folder, name).at;
}

static void write_file(struct fixture *fixture, const char *name, const char *text)
{
    FILE *file = fopen(path_of(fixture, name), "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static int set_up(void **state)
{
    struct fixture *fixture = calloc(1, sizeof *fixture);
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    snprintf(fixture->folder, sizeof fixture->folder, "/tmp/test_tables.XXXXXX");
    assert_non_null(mkdtemp(fixture->folder));
    mkdir(path_of(fixture, "tables"), 0777);
    write_file(fixture, "t.csv",
               "code,what,who,state,from,to\n"
               "E1,First,Ann,A,2020-01-01,2020-01-31\n"
               "E2,Other,,,,\n"
               "E1,\"Second, \"\"so called\"\"\",,G,2020-02-01,\n"
               "E1,Third,Bob,,,2020-03-31\n");
    write_file(fixture, "tables/m.yaml",
               "key: code\n"
               "words: {rag: {A: amber, G: green}, tasks: {First: \"\", Third: three}}\n"
               "records:\n"
               "  actions:\n"
               "    text: <what> << <who or \"nobody\">\n"
               "    owner: <who>\n"
               "    rag: <state as rag>\n"
               "    note: <what as tasks>\n"
               "    due: <from>/<to or \"..\">\n"
               "    evidence: always\n"
               "  inspections:\n"
               "    id: I<from or to>\n"
               "    overall: good\n"
               "    judgements: {leaders: good, help: <who>}\n"
               "    bodies:\n"
               "      - {name: Board, grade: <state>}\n"
               "      - {name: Other board}\n");
    fixture->store = table_store_new(fixture->arena, fixture->folder, &(struct bounds){0}, NULL);
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    struct fixture *fixture = *state;
    remove(path_of(fixture, "tables/m.yaml"));
    remove(path_of(fixture, "t.csv"));
    rmdir(path_of(fixture, "tables"));
    rmdir(fixture->folder);
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

/* The specification with the records of its tables. The keys are not bound, so they may be any. */
static const struct node *add(struct fixture *fixture, const char *text)
{
    const char *path = path_of(fixture, "spec.yaml");
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, path, str_from(text));
    const struct node *root = yaml_read(fixture->arena, &fixture->diags, source);
    return tables_add(fixture->store, fixture->arena, &fixture->diags, path, root, NULL, NULL);
}

#define TABLE "tables: [{file: t.csv, mapping: m}]\n"
#define HEAD  "council: {ons_code: E1}\n" TABLE

static const struct node *item(const struct node *root, const char *list, size_t i)
{
    const struct node *items = node_get(root, list);
    assert_non_null(items);
    assert_true(i < items->count);
    return items->items[i];
}

static void assert_text(const struct node *record, const char *key, const char *text)
{
    const struct node *value = node_get(record, key);
    if (node_is_absent(value) != (text == NULL) || (text && !str_is(value->text, text)))
        fail_msg("%s: `%.*s`, not `%s`", key, value ? (int)value->text.len : 4,
                 value ? value->text.at : "none", text ? text : "none");
}

/* ---- filling ---- */

static void rows_of_the_council_become_records_in_order(void **state)
{
    const struct node *root = add(*state, HEAD);
    assert_int_equal(node_get(root, "actions")->count, 3);
    assert_text(item(root, "actions", 0), "text", "First < Ann");
    assert_text(item(root, "actions", 1), "text", "Second, \"so called\" < nobody");
    assert_text(item(root, "actions", 2), "text", "Third < Bob");
    assert_int_equal(((struct fixture *)*state)->diags.items.count, 0);
}

static void empty_cells_leave_values_out(void **state)
{
    const struct node *root = add(*state, HEAD);
    assert_text(item(root, "actions", 0), "owner", "Ann");
    assert_text(item(root, "actions", 1), "owner", NULL);
    assert_text(item(root, "actions", 0), "due", "2020-01-01/2020-01-31");
    assert_text(item(root, "actions", 1), "due", "2020-02-01/..");
    assert_text(item(root, "actions", 2), "due", NULL);
    assert_text(item(root, "inspections", 2), "id", "I2020-03-31");
}

static void words_are_looked_up_and_others_kept(void **state)
{
    const struct node *root = add(*state, HEAD);
    assert_text(item(root, "actions", 0), "rag", "amber");
    assert_text(item(root, "actions", 1), "rag", "green");
    assert_text(item(root, "actions", 0), "note", NULL); /* stands for nothing */
    assert_text(item(root, "actions", 1), "note", "Second, \"so called\"");
    assert_text(item(root, "actions", 2), "note", "three");
}

static void words_around_nothing_are_left_out(void **state)
{
    const struct node *root = add(*state, HEAD);
    const struct node *with = node_get(item(root, "inspections", 1), "bodies");
    const struct node *without = node_get(item(root, "inspections", 2), "bodies");
    assert_int_equal(with->count, 2);
    assert_int_equal(without->count, 1);
    assert_text(without->items[0], "name", "Other board");
    assert_null(node_get(item(root, "inspections", 1), "judgements"));
    assert_text(node_get(item(root, "inspections", 2), "judgements"), "leaders", "good");
}

static void values_stand_where_their_cells_do(void **state)
{
    const struct node *root = add(*state, HEAD);
    const struct node *owner = node_get(item(root, "actions", 2), "owner");
    struct position at = source_position(owner->span.source, owner->span.start);
    assert_int_equal(at.line, 5);
    assert_int_equal(at.column, 10);
    assert_true(str_is(span_text(owner->span), "Bob"));
    assert_true(owner->from_table && item(root, "actions", 2)->from_table);
    struct span quoted = node_get(item(root, "actions", 1), "text")->span;
    assert_true(str_is(span_text(quoted), "\"Second, \"\"so called\"\"\""));
}

/* Also in a column that goes only into an id in this row, since it is a date in another place. */
static void a_bad_date_is_told_before_anything_is_made_of_it(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, "t.csv",
               "code,what,who,state,from,to\n"
               "E1,First,Ann,A,2020-01-01,banana\n"
               "E1,Second,Ann,A,,13/01/2020\n"
               "E1,Third,Ann,A,2020-01-01,..\n");
    const struct node *root = add(fixture, HEAD);
    assert_non_null(root);
    assert_int_equal(fixture->diags.items.count, 2);
    for (size_t i = 0; i < 2; i++)
        assert_ptr_equal(fixture->diags.items.items[i].code, &E205);
    assert_true(str_is(span_text(fixture->diags.items.items[1].span), "13/01/2020"));
    assert_true(str_starts(fixture->diags.items.items[1].hint, "write 2020-01-13, or say"));
    assert_true(node_get(item(root, "actions", 0), "due")->told);
    assert_false(node_get(item(root, "inspections", 0), "id")->told); /* of another column */
    assert_true(node_get(item(root, "inspections", 1), "id")->told);
}

static void a_value_that_is_lacking_stands_at_its_empty_cell(void **state)
{
    const struct node *root = add(*state, "council: {ons_code: E2}\n" TABLE);
    const struct node *due = node_get(item(root, "actions", 0), "due");
    assert_true(node_is_absent(due));
    struct position at = source_position(due->span.source, due->span.start);
    assert_int_equal(at.line, 3);
    assert_int_equal(at.column, 12);
    assert_true(str_is(due->origin->column, "from"));
    assert_false(due->origin->before.at);
    root = add(*state, HEAD);
    const struct node *id = node_get(item(root, "inspections", 2), "id");
    assert_true(str_is(id->origin->column, "to"));
    assert_true(str_is(id->origin->before, "from"));
}

static void value_stands_in_for_the_code(void **state)
{
    const struct node *root =
        add(*state, "tables: [{file: t.csv, mapping: m, value: E2}, {file: t.csv, mapping: m, "
                    "value: E1}]\n");
    assert_int_equal(node_get(root, "actions")->count, 4);
    assert_text(item(root, "actions", 0), "text", "Other < nobody");
}

/* ---- whose rows ---- */

static size_t told_codes(struct fixture *fixture, const char *text, const struct code **first)
{
    struct diags diags;
    diags_init(&diags, fixture->arena);
    fixture->diags = diags;
    add(fixture, text);
    *first = fixture->diags.items.count ? fixture->diags.items.items[0].code : 0;
    return fixture->diags.items.count;
}

static void the_same_rows_are_taken_once(void **state)
{
    const struct code *code;
    assert_int_equal(told_codes(*state,
                                "council: {ons_code: E1}\ntables: [{file: t.csv, mapping: m}, "
                                "{file: tables/../t.csv, mapping: m, value: E1}]\n",
                                &code),
                     1);
    assert_int_equal(code, &E268);
}

static void a_folder_is_no_table(void **state)
{
    const struct code *code;
    assert_int_equal(told_codes(*state,
                                "council: {ons_code: E1}\n"
                                "tables: [{file: tables, mapping: m}]\n",
                                &code),
                     1);
    assert_int_equal(code, &E262);
}

static void a_key_in_capitals_is_named(void **state)
{
    const struct code *code;
    assert_int_equal(told_codes(*state, "council: {ONS_code: E1}\n" TABLE, &code), 1);
    assert_int_equal(code, &E201);
    assert_int_equal(told_codes(*state, "council: {la_code: E1}\n" TABLE, &code), 1);
    assert_int_equal(code, &E266);
}

static void rows_about_another_council_are_noticed(void **state)
{
    static const struct {
        const char *row, *council;
        const struct code *code; /* 0: they are about the same */
    } cases[] = {
        {"Norfolk", "name: Norfolk County Council", 0},
        {"Kingston upon Hull, City of", "name: Hull City Council", 0},
        {"Windsor and Maidenhead", "name: Royal Borough of Windsor & Maidenhead", 0},
        {"St. Helens", "name: St Helens Borough Council", 0},
        {"Cheshire East", "name: Cheshire West and Chester Council", &W263},
        {"West Sussex", "name: EAST SUSSEX County Council", &W263},
        {"Suffolk", "name: Norfolk County Council", &W263},
        {"BCP", "name: Bournemouth Council, short_name: BCP", 0},
        {"Cumbria", "name: Cumberland, predecessors: [{name: Cumbria County Council}]", 0},
        {"Cumberland", "name: Cumbria, successors: [{name: Cumberland}]", 0},
        {"", "name: Norfolk County Council", 0},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *file = str_format(fixture->arena, "%zu.csv", i).at;
        write_file(fixture, file,
                   str_format(fixture->arena, "code,who,name\nE1,Ann,\"%s\"\n", cases[i].row).at);
        write_file(fixture, "tables/named.yaml",
                   "key: code\nname: name\nrecords: {actions: {owner: <who>}}\n");
        for (int by_value = 0; by_value < 2; by_value++) {
            const struct code *code;
            struct str text = str_format(
                fixture->arena, "council: {%s%s}\ntables: [{file: %s, mapping: named%s}]\n",
                cases[i].council, by_value ? "" : ", ons_code: E1", file,
                by_value ? ", value: E1" : "");
            size_t told = told_codes(fixture, text.at, &code);
            assert_int_equal(told, cases[i].code ? 1 : 0);
            assert_int_equal(code, cases[i].code && by_value ? &E269 : cases[i].code);
        }
        remove(path_of(fixture, file));
    }
    remove(path_of(fixture, "tables/named.yaml"));
}

/* ---- joining ---- */

static void what_an_officer_wrote_counts(void **state)
{
    struct fixture *fixture = *state;
    const struct node *root = add(fixture, HEAD "inspections:\n"
                                                "  - {id: X, overall: inadequate}\n"
                                                "  - id: I2020-03-31\n"
                                                "    overall: outstanding\n"
                                                "    lead_inspector: Alex\n"
                                                "    judgements: {help: bob, quality: good}\n");
    assert_int_equal(node_get(root, "inspections")->count, 4);
    const struct node *joined = item(root, "inspections", 1);
    assert_text(joined, "overall", "outstanding");
    assert_text(joined, "lead_inspector", "Alex");
    const struct node *judgements = node_get(joined, "judgements");
    assert_int_equal(judgements->count, 3);
    assert_text(judgements, "leaders", "good"); /* only the table has it */
    assert_int_equal(node_get(joined, "bodies")->count, 1);
    assert_false(joined->from_table);
    assert_text(item(root, "inspections", 0), "id", "X");
    assert_text(item(root, "inspections", 2), "id", "I2020-01-01");
    assert_int_equal(fixture->diags.items.count, 1); /* good and outstanding; Bob and bob agree */
    assert_ptr_equal(fixture->diags.items.items[0].code, &W262);
}

static size_t told_of_bodies(struct fixture *fixture, const char *bodies)
{
    struct diags diags;
    diags_init(&diags, fixture->arena);
    fixture->diags = diags;
    struct str text =
        str_format(fixture->arena, HEAD "inspections: [{id: I2020-03-31, bodies: %s}]\n", bodies);
    assert_non_null(add(fixture, str_z(fixture->arena, text)));
    return fixture->diags.items.count;
}

static void a_list_that_differs_is_told(void **state)
{
    struct fixture *fixture = *state;
    assert_int_equal(told_of_bodies(fixture, "[{name: Another, grade: bad}]"), 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &W262);
    assert_int_equal(told_of_bodies(fixture, "[]"), 1);
    assert_int_equal(told_of_bodies(fixture, "nonsense"), 1);
}

static void lists_that_are_none_are_left_to_binding(void **state)
{
    const struct node *root = add(*state, HEAD "actions: nonsense\ninspections:\n");
    assert_text(root, "actions", "nonsense");
    assert_int_equal(node_get(root, "inspections")->count, 3);
}

static void specifications_without_tables_stay_as_they_are(void **state)
{
    struct fixture *fixture = *state;
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "s.yaml", STR("council: {}\n"));
    const struct node *root = yaml_read(fixture->arena, &fixture->diags, source);
    assert_ptr_equal(
        tables_add(fixture->store, fixture->arena, &fixture->diags, "s.yaml", root, NULL, NULL), root);
}

/* ---- sharing ---- */

static void faults_of_a_table_are_told_to_every_job(void **state)
{
    struct fixture *fixture = *state;
    write_file(fixture, "t.csv", "code,what\nE1,a\nE1\n");
    for (int job = 0; job < 3; job++) {
        struct diags diags;
        diags_init(&diags, fixture->arena);
        fixture->diags = diags;
        assert_null(add(fixture, HEAD));
        assert_int_equal(fixture->diags.items.count, 1);
        const struct diag *diag = &fixture->diags.items.items[0];
        assert_ptr_equal(diag->code, &E121);
        assert_true(diag->hint.len > 0);
        assert_int_equal(diag->notes.count, 2); /* the columns, and what asks for the table */
        assert_true(str_is(span_text(diag->notes.items[1].span), "t.csv"));
    }
}

static void a_table_is_read_once(void **state)
{
    struct fixture *fixture = *state;
    const struct inputs *inputs[2];
    const struct node *first, *second;
    inputs[0] = fixture->diags.inputs = inputs_new(fixture->arena);
    first = add(fixture, HEAD);
    write_file(fixture, "t.csv", "nothing\n");
    inputs[1] = fixture->diags.inputs = inputs_new(fixture->arena);
    second = add(fixture, HEAD);
    assert_int_equal(node_get(second, "actions")->count, 3);
    for (int job = 0; job < 2; job++) { /* the mapping, that no note stands there, the rows */
        assert_int_equal(inputs[job]->list.count, 3);
        assert_true(str_ends(inputs[job]->list.items[1].path, "t.csv.yaml"));
        assert_true(str_ends(inputs[job]->list.items[2].path, "t.csv"));
    }
    assert_ptr_equal(item(first, "actions", 0)->span.source,
                     item(second, "actions", 0)->span.source);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(rows_of_the_council_become_records_in_order),
        TEST(empty_cells_leave_values_out),
        TEST(words_are_looked_up_and_others_kept),
        TEST(words_around_nothing_are_left_out),
        TEST(values_stand_where_their_cells_do),
        TEST(a_bad_date_is_told_before_anything_is_made_of_it),
        TEST(a_value_that_is_lacking_stands_at_its_empty_cell),
        TEST(value_stands_in_for_the_code),
        TEST(the_same_rows_are_taken_once),
        TEST(a_folder_is_no_table),
        TEST(a_key_in_capitals_is_named),
        TEST(rows_about_another_council_are_noticed),
        TEST(what_an_officer_wrote_counts),
        TEST(a_list_that_differs_is_told),
        TEST(lists_that_are_none_are_left_to_binding),
        TEST(specifications_without_tables_stay_as_they_are),
        TEST(faults_of_a_table_are_told_to_every_job),
        TEST(a_table_is_read_once),
#undef TEST
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
