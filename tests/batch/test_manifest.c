/* The manifest's lines and rules for make: what is written is read back, and nothing else is. */
#include "base/json.h"
#include "batch/manifest/entry.h"
#include "batch/manifest/manifest.h"
#include "files/input.h"
#include "rules/rules_codes.h"
#include "template/template_codes.h"

#include "support/cmocka.h"
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static int setup(void **state)
{
    *state = arena_new();
    return 0;
}

static int teardown(void **state)
{
    arena_free(*state);
    return 0;
}

static void assert_escaped(struct arena *arena, const char *path, const char *expected)
{
    assert_string_equal(str_z(arena, deps_escape(arena, str_from(path))), expected);
}

static void escapes_for_make(void **state)
{
    assert_escaped(*state, "out/norfolk.pdf", "out/norfolk.pdf");
    assert_escaped(*state, "a b", "a\\ b");
    assert_escaped(*state, "a\\ b", "a\\\\\\ b");
    assert_escaped(*state, "a\\b", "a\\b");
    assert_escaped(*state, "#1 of $2", "\\#1\\ of\\ $$2");
    assert_null(deps_escape(*state, STR("a\nb")).at);
    assert_null(deps_escape(*state, STR("100%")).at);
    assert_null(deps_escape(*state, STR("a=b")).at);
}

static void parses_only_entries(void **state)
{
    struct entry entry;
    assert_true(entry_parse(*state,
                            STR("{\"output\":\"a.pdf\",\"specification\":\"a.yaml\",\"inputs\":"
                                "[{\"path\":\"a.yaml\",\"hash\":\"00\"}]}"),
                            &entry));
    assert_int_equal(entry.inputs.count, 1);
    assert_true(str_is(entry.inputs.items[0].hash, "00"));
    assert_true(entry_parse(*state, STR("{\"id\":\"7\",\"inputs\":[]}"), &entry));
    assert_false(entry_parse(*state, STR("{\"id\":\"7\"}"), &entry));
    assert_false(entry_parse(*state, STR("{\"output\":\"a.pdf\",\"inputs\":[]}"), &entry));
    assert_false(entry_parse(*state, STR("{\"id\":\"7\",\"inputs\":[3]}"), &entry));
    assert_false(entry_parse(*state, STR("{\"id\":\"7\",\"inputs\":[{\"path\":\"a\"}]}"), &entry));
    assert_false(entry_parse(*state, STR("{\"id\":\"7\",\"inputs\":[]"), &entry));
    assert_false(entry_parse(*state, STR("[]"), &entry));
    assert_false(entry_parse(*state, STR(""), &entry));
}

/* ---- diagnostics ---- */

static struct str stored(struct arena *arena, const struct diags *diags)
{
    struct buf text = {.arena = arena};
    struct json json = {.out = &text};
    json_begin_object(&json);
    json_key(&json, "diagnostics");
    stored_diags_write(&json, diags);
    json_end_object(&json);
    return buf_str(&text);
}

static const struct json_list *parse(struct arena *arena, struct str text)
{
    struct diags diags;
    diags_init(&diags, arena);
    const struct source *source = source_from_text(arena, &diags, "stored", text);
    const struct json_map *map = json_read(arena, &diags, source);
    assert_non_null(map);
    return &map->entries[0].value.list;
}

/* A file with a text of two lines, so that places have something to lie in. */
static const struct source *file_source(struct arena *arena, struct diags *diags)
{
    char path[] = "/tmp/councilbrief-test-XXXXXX";
    int file = mkstemp(path);
    assert_true(file >= 0);
    assert_int_equal(write(file, "one: two\nthree: vier\n", 21), 21);
    close(file);
    const struct source *source = source_read(arena, diags, path);
    assert_non_null(source);
    return source;
}

static struct str printed(struct arena *arena, const struct diags *diags)
{
    char *text = NULL;
    size_t len = 0;
    FILE *out = open_memstream(&text, &len);
    assert_non_null(out);
    diags_print(diags, out, false, DIAG_ALL);
    fclose(out);
    struct str copy = str_copy(arena, (struct str){text, len});
    free(text);
    return copy;
}

static void tells_again_what_it_stored(void **state)
{
    struct arena *arena = *state;
    struct diags first, second;
    diags_init(&first, arena);
    diags_init(&second, arena);
    const struct source *source = file_source(arena, &first);
    struct diag *diag =
        diag_report(&first, &W226, (struct span){source, 16, 20}, "`%s` is no number", "vier");
    diag_hint(&first, diag, "write `four`");
    diag_note(&first, diag, (struct span){source, 0, 3}, "as for `one`");
    diag_suggest(&first, diag, (struct span){source, 16, 20}, STR("four"));
    diag_report_file(&first, &W341, "a/b.md", "without a place");
    assert_true(stored_diags_read(&second, parse(arena, stored(arena, &first))));
    assert_int_equal(second.warnings, 2);
    assert_true(str_equal(second.items.items[0].fix.text, STR("four")));
    assert_string_equal(printed(arena, &second).at, printed(arena, &first).at);
    unlink(str_z(arena, source->path));
}

static void refuses_what_it_cannot_tell(void **state)
{
    static const char *const lists[] = {
        "{\"d\":[3]}",
        "{\"d\":[{\"code\":\"W999\",\"message\":\"m\"}]}",
        "{\"d\":[{\"code\":\"W226\",\"message\":\"m\",\"file\":\"/no/"
        "such\",\"line\":1,\"start\":0,\"length\":1}]}",
        "{\"d\":[{\"code\":\"W226\",\"message\":\"m\",\"file\":\"/dev/"
        "null\",\"line\":1,\"start\":0,\"length\":1}]}",
    };
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        struct diags diags;
        diags_init(&diags, *state);
        assert_false(stored_diags_read(&diags, parse(*state, str_from(lists[i]))));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(escapes_for_make, setup, teardown),
        cmocka_unit_test_setup_teardown(parses_only_entries, setup, teardown),
        cmocka_unit_test_setup_teardown(tells_again_what_it_stored, setup, teardown),
        cmocka_unit_test_setup_teardown(refuses_what_it_cannot_tell, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
