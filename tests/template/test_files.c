/* Template folders, late-bound values, and where the rendered text came from. */
#include "template/fixture.h"
#include "template/template_codes.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

struct folder {
    struct arena *arena;
    char path[64];
    const char *files[16];
    size_t count;
};

static void folder_open(struct folder *folder, const struct fixture *fixture)
{
    *folder = (struct folder){.arena = fixture->arena, .path = "/tmp/councilbrief-test-XXXXXX"};
    assert_non_null(mkdtemp(folder->path));
}

static void folder_write(struct folder *folder, const char *name, const char *text)
{
    const char *path = str_z(folder->arena, str_format(folder->arena, "%s/%s", folder->path, name));
    folder->files[folder->count++] = path;
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    fclose(file);
}

static void folder_close(struct folder *folder)
{
    for (size_t i = 0; i < folder->count; i++)
        remove(folder->files[i]);
    rmdir(folder->path);
}

static const struct template_set *read_main(struct fixture *fixture, const struct folder *folder)
{
    diags_init(&fixture->diags, fixture->arena);
    return template_read(fixture->arena, &fixture->diags, folder->path, "main.md");
}

static const struct rendered *render_main(struct fixture *fixture, const char *text)
{
    struct folder folder;
    folder_open(&folder, fixture);
    folder_write(&folder, "main.md", text);
    const struct template_set *set = read_main(fixture, &folder);
    folder_close(&folder);
    assert_non_null(set);
    return template_render(fixture->arena, &fixture->diags, set, fixture->briefing);
}

static struct str bytes_at(const struct rendered *rendered, size_t start, size_t end)
{
    return span_text(rendered_origin(rendered, start, end));
}

static void every_value_becomes_one_character(void **state)
{
    struct fixture *fixture = *state;
    const struct rendered *rendered = render_main(
        fixture, "# {{ briefing.title }}: {{ 'x*' }}{{ council.region | default('') }}\n");
    assert_non_null(rendered);
    assert_string_equal(str_z(fixture->arena, rendered->text),
                        "# \U000F0000: \U000F0001\U000F0002\n");
    assert_int_equal(rendered->insert_count, 3);
    assert_string_equal(str_z(fixture->arena, rendered->inserts[0].text), "A *starred* title");
    assert_int_equal(rendered->inserts[2].text.len, 0);
    struct str plain = rendered_plain(fixture->arena, rendered, rendered->text);
    assert_string_equal(str_z(fixture->arena, plain), "# A *starred* title: x*\n");
}

static void a_value_leads_back_to_the_specification_and_to_its_tag(void **state)
{
    struct fixture *fixture = *state;
    const struct rendered *rendered =
        render_main(fixture, "{{ council.name | upper }} {{ 1 + 1 }}{{ inspections[0] | cite }}");
    const struct insert *insert = &rendered->inserts[0];
    assert_string_equal(str_z(fixture->arena, span_text(insert->origin)), "Norfolk County Council");
    assert_string_equal(str_z(fixture->arena, span_text(insert->expression)),
                        "{{ council.name | upper }}");
    assert_null(rendered->inserts[1].origin.source);
    assert_int_equal(rendered->inserts[1].cite.count, 0);
    assert_int_equal(rendered->inserts[2].cite.count, 2);
    assert_string_equal(str_z(fixture->arena, rendered->inserts[2].text), "[1, 2]");
}

static void text_leads_back_to_the_template(void **state)
{
    struct fixture *fixture = *state;
    const struct rendered *rendered =
        render_main(fixture, "one\n  {% if true %}\ntwo {{ 1 }} three\n{% endif %}\n");
    assert_string_equal(str_z(fixture->arena, bytes_at(rendered, 4, 7)), "two");
    assert_string_equal(str_z(fixture->arena, bytes_at(rendered, 8, 12)), "{{ 1 }}");
    assert_string_equal(str_z(fixture->arena, bytes_at(rendered, 13, 18)), "three");
    assert_string_equal(str_z(fixture->arena, bytes_at(rendered, 4, 18)), "two {{ 1 }} three");
    assert_int_equal(
        rendered_origin(rendered, 18, 18).end - rendered_origin(rendered, 18, 18).start, 0);
}

static void markdown_is_inserted_and_leads_back_line_by_line(void **state)
{
    struct fixture *fixture = *state;
    const struct rendered *rendered = render_main(fixture, "a\n{{ briefing.purpose | markdown }}z");
    assert_string_equal(str_z(fixture->arena, rendered->text),
                        "a\nSome **bold** text.\n\nA second paragraph.z");
    assert_int_equal(rendered->insert_count, 0);
    struct span bold = rendered_origin(rendered, 7, 15), second = rendered_origin(rendered, 25, 31);
    assert_string_equal(str_z(fixture->arena, span_text(bold)), "**bold**");
    assert_string_equal(str_z(fixture->arena, span_text(second)), "second");
    assert_int_equal(source_position(second.source, second.start).line, 10);
    assert_null(render_main(fixture, "{{ council.name | markdown }}"));
    expect_diag(fixture, 0, &E314, 1, 19, NULL);
}

static void values_are_counted(void **state)
{
    struct fixture *fixture = *state;
    assert_null(render_main(fixture, "{% set l = [1,2,3,4,5,6,7,8,9,10] %}"
                                     "{% for a in l %}{% for b in l %}{% for c in l %}"
                                     "{% for d in l %}{{ 1 }}{{ 2 }}{{ 3 }}{{ 4 }}{{ 5 }}{{ 6 }}"
                                     "{{ 7 }}{% endfor %}{% endfor %}{% endfor %}{% endfor %}"));
    assert_int_equal(fixture->diags.errors, 1);
    assert_ptr_equal(fixture->diags.items.items[0].code, &E319);
}

static void an_included_file_sees_the_names_and_keeps_its_own(void **state)
{
    struct fixture *fixture = *state;
    struct folder folder;
    folder_open(&folder, fixture);
    folder_write(&folder, "main.md",
                 "{% set a = 1 %}{% for i in [7] %}{% include \"part.md\" %}{% endfor %}{{ a }}");
    folder_write(&folder, "part.md", "{{ i }}{{ a }}{% set a = 2 %}{{ a }}\n");
    const struct template_set *set = read_main(fixture, &folder);
    const struct rendered *rendered =
        template_render(fixture->arena, &fixture->diags, set, fixture->briefing);
    struct str plain = rendered_plain(fixture->arena, rendered, rendered->text);
    assert_string_equal(str_z(fixture->arena, plain), "712\n1");
    struct span from = rendered->inserts[0].expression;
    assert_true(str_ends(from.source->path, "part.md"));
    folder_close(&folder);
}

static void the_loop_of_another_file_is_not_seen(void **state)
{
    struct fixture *fixture = *state;
    struct folder folder;
    folder_open(&folder, fixture);
    folder_write(&folder, "main.md", "{% for i in [7] %}{% include \"part.md\" %}{% endfor %}");
    folder_write(&folder, "part.md", "{{ loop.index }}");
    const struct template_set *set = read_main(fixture, &folder);
    assert_null(template_render(fixture->arena, &fixture->diags, set, fixture->briefing));
    expect_diag(fixture, 0, &E310, 1, 4, "`loop` is not known here");
    folder_close(&folder);
}

static void includes_stay_inside_the_folder(void **state)
{
    static const char *const names[] = {"../a.md",   "/etc/passwd", "a//b.md", "./a.md", "",
                                        "a/../b.md", "a\\\\b.md",   "c:a.md",  "a/"};
    struct fixture *fixture = *state;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct folder folder;
        folder_open(&folder, fixture);
        struct str text = str_format(fixture->arena, "x {%% include \"%s\" %%}", names[i]);
        folder_write(&folder, "main.md", str_z(fixture->arena, text));
        assert_null(read_main(fixture, &folder));
        expect_diag(fixture, 0, &E308, 1, 14, NULL);
        folder_close(&folder);
    }
    expect_refused(state, "{% include 'a.md' %}", &E308, 1, 12, "nothing can be included here");
}

static void a_file_that_is_missing_is_named_with_its_include(void **state)
{
    struct fixture *fixture = *state;
    struct folder folder;
    folder_open(&folder, fixture);
    folder_write(&folder, "main.md", "{% include \"gone.md\" %}");
    assert_null(read_main(fixture, &folder));
    assert_int_equal(fixture->diags.errors, 1);
    assert_int_equal(fixture->diags.items.items[0].notes.count, 1);
    folder_close(&folder);
}

static void files_that_include_themselves_are_refused(void **state)
{
    struct fixture *fixture = *state;
    struct folder folder;
    folder_open(&folder, fixture);
    folder_write(&folder, "main.md", "{% include \"part.md\" %}");
    folder_write(&folder, "part.md", "a\n{% include \"main.md\" %}");
    assert_null(read_main(fixture, &folder));
    expect_diag(fixture, 0, &E309, 2, 12,
                "`main.md` includes itself, through the files in between");
    folder_close(&folder);
}

/* main includes f1, f1 includes f2 and so on to the last. */
static const struct template_set *read_chain(struct fixture *fixture, int length, bool from_end)
{
    struct folder folder;
    folder_open(&folder, fixture);
    for (int i = 1; i <= length; i++) {
        struct str name = str_format(fixture->arena, "f%d", i);
        struct str text = str_format(fixture->arena, "{%% include \"f%d\" %%}", i + 1);
        folder_write(&folder, str_z(fixture->arena, name),
                     i < length ? str_z(fixture->arena, text) : "end");
    }
    struct buf main_text = {.arena = fixture->arena};
    for (int i = from_end ? length : 1; i >= 1; i--)
        buf_addf(&main_text, "{%% include \"f%d\" %%}", i);
    folder_write(&folder, "main.md", main_text.at);
    const struct template_set *set = read_main(fixture, &folder);
    folder_close(&folder);
    return set;
}

static void includes_go_eight_deep(void **state)
{
    struct fixture *fixture = *state;
    assert_non_null(read_chain(fixture, 8, false));
    assert_non_null(read_chain(fixture, 8, true));
    assert_null(read_chain(fixture, 9, false));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E309);
    assert_null(read_chain(fixture, 9, true));
    assert_ptr_equal(fixture->diags.items.items[0].code, &E309);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_becomes_one_character),
        cmocka_unit_test(a_value_leads_back_to_the_specification_and_to_its_tag),
        cmocka_unit_test(text_leads_back_to_the_template),
        cmocka_unit_test(markdown_is_inserted_and_leads_back_line_by_line),
        cmocka_unit_test(values_are_counted),
        cmocka_unit_test(an_included_file_sees_the_names_and_keeps_its_own),
        cmocka_unit_test(the_loop_of_another_file_is_not_seen),
        cmocka_unit_test(includes_stay_inside_the_folder),
        cmocka_unit_test(a_file_that_is_missing_is_named_with_its_include),
        cmocka_unit_test(files_that_include_themselves_are_refused),
        cmocka_unit_test(includes_go_eight_deep),
    };
    return cmocka_run_group_tests_name("template/files", tests, set_up, tear_down);
}
