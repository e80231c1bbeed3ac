/* Writing JSON: commas, nesting, escapes, and lines. */
#include "support/cmocka.h"

#include "base/json.h"

static void write_sample(struct json *json)
{
    json_begin_object(json);
    json_pair_text(json, "name", STR("Norfolk"));
    json_pair_text(json, "note", STR_NONE);
    json_key(json, "lines");
    json_begin_array(json);
    json_integer(json, 41);
    json_integer(json, -9223372036854775807);
    json_end_array(json);
    json_key(json, "empty");
    json_begin_array(json);
    json_end_array(json);
    json_key(json, "nested");
    json_begin_object(json);
    json_key(json, "known");
    json_boolean(json, true);
    json_key(json, "guessed");
    json_boolean(json, false);
    json_end_object(json);
    json_key(json, "none");
    json_null(json);
    json_end_object(json);
}

static void values_are_separated_on_one_line(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf out = {.arena = arena};
    write_sample(&(struct json){.out = &out});
    assert_string_equal(out.at, "{\"name\":\"Norfolk\",\"note\":null,"
                                "\"lines\":[41,-9223372036854775807],\"empty\":[],"
                                "\"nested\":{\"known\":true,\"guessed\":false},\"none\":null}");
    arena_free(arena);
}

static void values_are_indented_when_asked(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf out = {.arena = arena};
    write_sample(&(struct json){.out = &out, .indent = 2});
    assert_string_equal(out.at, "{\n"
                                "  \"name\": \"Norfolk\",\n"
                                "  \"note\": null,\n"
                                "  \"lines\": [\n"
                                "    41,\n"
                                "    -9223372036854775807\n"
                                "  ],\n"
                                "  \"empty\": [],\n"
                                "  \"nested\": {\n"
                                "    \"known\": true,\n"
                                "    \"guessed\": false\n"
                                "  },\n"
                                "  \"none\": null\n"
                                "}");
    arena_free(arena);
}

static void what_is_json_already_is_a_value(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf out = {.arena = arena};
    struct json json = {.out = &out};
    json_begin_array(&json);
    json_written(&json, STR("{\"a\":[1]}"));
    json_written(&json, STR("\"b\""));
    json_end_array(&json);
    assert_string_equal(out.at, "[{\"a\":[1]},\"b\"]");
    arena_free(arena);
}

static void texts_are_escaped(void **state)
{
    (void)state;
    struct arena *arena = arena_new();
    struct buf out = {.arena = arena};
    struct json json = {.out = &out};
    json_text(&json, (struct str){"a\"b\\c\n\r\t\x01\x7F\0z", 12});
    assert_string_equal(out.at, "\"a\\\"b\\\\c\\n\\r\\t\\u0001\\u007f\\u0000z\"");
    out.len = 0;
    json = (struct json){.out = &out};
    json_text(&json, STR("caf\xC3\xA9 \xF0\x9F\x91\xB6/"));
    assert_string_equal(out.at, "\"caf\xC3\xA9 \xF0\x9F\x91\xB6/\"");
    out.len = 0;
    json = (struct json){.out = &out};
    json_text(&json, STR_NONE);
    assert_string_equal(out.at, "\"\"");
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(values_are_separated_on_one_line),
        cmocka_unit_test(values_are_indented_when_asked),
        cmocka_unit_test(what_is_json_already_is_a_value),
        cmocka_unit_test(texts_are_escaped),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
