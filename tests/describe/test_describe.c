/* Tests of the descriptions of the format: tables in order, starters that mean what was asked for.
 */
#include "support/cmocka.h"

#include <string.h>

#include "brief/briefing.h"
#include "data/yaml/yaml.h"
#include "describe/describe.h"
#include "support/spec_fixture.h"

static size_t place_of(const struct tables *tables, const struct record_table *table)
{
    for (size_t i = 0; i < tables->count; i++)
        if (tables->items[i] == table)
            return i;
    return tables->count;
}

static void tables_come_once_and_in_the_order_of_the_file(void **state)
{
    struct spec_fixture *fixture = *state;
    struct tables tables = tables_from(fixture->arena, &briefing_table, false);
    for (size_t i = 0; i < tables.count; i++)
        assert_int_equal(place_of(&tables, tables.items[i]), i);
    assert_int_equal(place_of(&tables, &briefing_table), 0);
    assert_true(place_of(&tables, &contact_table) < place_of(&tables, &council_table));
    assert_true(place_of(&tables, &council_table) < place_of(&tables, &evidence_table));
    assert_true(place_of(&tables, &term_table) < tables.count);
}

static void computed_tables_come_only_when_asked_for(void **state)
{
    struct spec_fixture *fixture = *state;
    struct tables written = tables_from(fixture->arena, &briefing_table, false);
    struct tables all = tables_from(fixture->arena, &briefing_table, true);
    assert_int_equal(place_of(&written, &derived_table), written.count);
    assert_true(place_of(&all, &standing_table) < all.count);
}

static const struct node *start(struct spec_fixture *fixture, const char *council,
                                const char *as_at)
{
    const struct starter starter = {
        .council = str_from(council), .as_at = str_from(as_at), .schema = STR("s.json")};
    struct str text = starter_text(fixture->arena, &starter);
    assert_true(str_starts(text, "# yaml-language-server: $schema=s.json\n"));
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "start.yaml", text);
    const struct node *root = yaml_read(fixture->arena, &fixture->diags, source);
    spec_expect_errors(fixture, 0);
    return root;
}

static void any_name_is_read_as_it_was_given(void **state)
{
    static const char *const names[] = {
        "Norfolk County Council",
        "Bath & North: \"East\"",
        "#1 Council",
        "- a",
        "yes",
        "12",
        "a\\b",
        "it's",
        "[a]",
        "\xC3\x85 Council",
        "a # b",
    };
    struct spec_fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const struct node *root = start(fixture, names[i], "2018-01-22");
        const struct node *name = node_get(node_get(root, "council"), "name");
        assert_non_null(name);
        assert_string_equal(str_z(fixture->arena, name->text), names[i]);
    }
}

static void the_day_is_the_one_asked_for(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct node *root = start(fixture, "Exampleshire", "2024-06-30");
    assert_true(str_is(node_get(node_get(root, "briefing"), "as_at")->text, "2024-06-30"));
}

static void nothing_about_another_council_is_switched_on(void **state)
{
    struct spec_fixture *fixture = *state;
    const struct node *root = start(fixture, "Exampleshire", "2018-01-22");
    assert_int_equal(root->count, 3); /* with the number of the format */
    assert_int_equal(node_get(root, "briefing")->count, 2);
    assert_int_equal(node_get(root, "council")->count, 1);
}

static void check_example(struct spec_fixture *fixture, const struct field *field)
{
    const char *text = str_format(fixture->arena, "%s: %s\n", field->name, field->example).at;
    const struct node *root =
        yaml_read(fixture->arena, &fixture->diags, spec_source(fixture, text));
    if (fixture->diags.errors || !root || root->count != 1)
        fail_msg("%s: the example cannot stand in a file: %s", field->name, field->example);
}

static void every_example_can_stand_in_a_file(void **state)
{
    struct spec_fixture *fixture = *state;
    struct tables tables = tables_from(fixture->arena, &briefing_table, false);
    for (size_t i = 0; i < tables.count; i++)
        for (const struct field *field = tables.items[i]->fields; field->name; field++)
            if (field->example)
                check_example(fixture, field);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(tables_come_once_and_in_the_order_of_the_file, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(computed_tables_come_only_when_asked_for, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(any_name_is_read_as_it_was_given, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(the_day_is_the_one_asked_for, spec_set_up, spec_tear_down),
        cmocka_unit_test_setup_teardown(nothing_about_another_council_is_switched_on, spec_set_up,
                                        spec_tear_down),
        cmocka_unit_test_setup_teardown(every_example_can_stand_in_a_file, spec_set_up,
                                        spec_tear_down),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
