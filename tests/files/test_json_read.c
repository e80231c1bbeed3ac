/* Reading JSON: what is read, and what is refused at which place. */
#include "support/cmocka.h"

#include "base/limits.h"
#include "files/json_read.h"

struct fixture {
    struct arena *arena;
    struct diags diags;
};

static int set_up(void **state)
{
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    *state = fixture;
    return 0;
}

static int tear_down(void **state)
{
    arena_free(((struct fixture *)*state)->arena);
    return 0;
}

static const struct json_map *read_data(struct fixture *fixture, const char *text)
{
    diags_init(&fixture->diags, fixture->arena);
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "data.json", str_from(text));
    assert_non_null(source);
    return json_read(fixture->arena, &fixture->diags, source);
}

static const struct json_value *value_of(const struct json_map *map, const char *key)
{
    const struct json_value *value = json_find(map, str_from(key));
    assert_non_null(value);
    return value;
}

/* One fault, at this place. */
static void expect_refused(const struct fixture *fixture, uint32_t line, uint32_t column)
{
    assert_int_equal(fixture->diags.errors, 1);
    const struct diag *diag = &fixture->diags.items.items[0];
    struct position position = source_position(diag->span.source, diag->span.start);
    assert_string_equal(diag->code->name, "E330");
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
}

static void values_have_their_kinds_and_places(void **state)
{
    const struct json_map *map = read_data(
        *state, " {\"a\": -12, \"b\": 1.50, \"c\": [true, null], \"d\": {}, \"e\": \"x\"}\n");
    assert_non_null(map);
    assert_int_equal(map->count, 5);
    assert_int_equal(value_of(map, "a")->whole, -12);
    assert_true(value_of(map, "b")->kind == JSON_REAL && value_of(map, "b")->real == 1.5);
    assert_int_equal(value_of(map, "c")->list.count, 2);
    assert_int_equal(value_of(map, "d")->map.count, 0);
    assert_string_equal(
        str_z(((struct fixture *)*state)->arena, span_text(value_of(map, "e")->span)), "\"x\"");
}

static void what_is_of_another_kind_is_not_found(void **state)
{
    const struct json_map *map = read_data(*state, "{\"a\": \"x\", \"b\": [1], \"c\": 1}");
    assert_non_null(map);
    assert_true(str_is(json_find_text(map, "a"), "x"));
    assert_int_equal(json_find_list(map, "b")->count, 1);
    assert_null(json_find_text(map, "c").at);
    assert_null(json_find_list(map, "a"));
    assert_null(json_find(map, STR("d")));
}

static void escapes_become_characters(void **state)
{
    const struct json_map *map =
        read_data(*state, "{\"a\": \"\\\"\\\\\\/\\n\\u00e9\\ud83d\\ude00\"}");
    assert_non_null(map);
    assert_string_equal(str_z(((struct fixture *)*state)->arena, value_of(map, "a")->text),
                        "\"\\/\n\u00E9\U0001F600");
}

static void what_is_not_json_is_refused_at_its_place(void **state)
{
    static const struct {
        const char *text;
        uint32_t column;
    } cases[] = {
        {"{\"a\" 1}", 6},
        {"{\"a\": 1 \"b\": 2}", 9},
        {"{\"a\": 1,}", 9},
        {"{a: 1}", 2},
        {"{\"a\": .5}", 7},
        {"{\"a\": 1.}", 7},
        {"{\"a\": 1e}", 7},
        {"{\"a\": +1}", 7},
        {"{\"a\": nul}", 7},
        {"{\"a\": 1} x", 10},
        {"{\"a\": \"\\x\"}", 8},
        {"{\"a\": \"\\u12\"}", 8},
        {"{\"a\": \"\\udc00\"}", 8},
        {"{\"a\": \"\\u0007\"}", 8},
        {"{\"a\": \"\\udb80\\udc00\"}", 8},
        {"{\"a\": [1, 2}", 12},
        {"{\"a\": 1e999}", 7},
        {"{\"a\": 99999999999999999999}", 7},
        {"{\"a\": 1, \"a\": 2}", 10},
        {"{\"a\": \"b}", 7},
        {"[]", 1},
    };
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        if (read_data(fixture, cases[i].text))
            fail_msg("%s was read", cases[i].text);
        expect_refused(fixture, 1, cases[i].column);
    }
}

static void nesting_and_keys_have_limits(void **state)
{
    struct fixture *fixture = *state;
    struct buf deep = {.arena = fixture->arena}, wide = {.arena = fixture->arena};
    buf_addz(&deep, "{\"a\": ");
    for (int i = 0; i < 100000; i++)
        buf_byte(&deep, '[');
    assert_null(read_data(fixture, deep.at));
    expect_refused(fixture, 1, 6 + LIMIT_DATA_DEPTH);
    for (int i = 0; i <= LIMIT_DATA_KEYS; i++)
        buf_addf(&wide, "%c\"k%d\": 1", i ? ',' : '{', i);
    buf_byte(&wide, '}');
    assert_null(read_data(fixture, wide.at));
    expect_refused(fixture, 1, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_have_their_kinds_and_places),
        cmocka_unit_test(what_is_of_another_kind_is_not_found),
        cmocka_unit_test(escapes_become_characters),
        cmocka_unit_test(what_is_not_json_is_refused_at_its_place),
        cmocka_unit_test(nesting_and_keys_have_limits),
    };
    return cmocka_run_group_tests_name("base/json_read", tests, set_up, tear_down);
}
