/* The check of fenced blocks in templates, before there is any data. */
#include "support/cmocka.h"

#include "doc/component.h"
#include "doc/fixture.h"
#include "template/parse/parser.h"

struct checked {
    struct fixture fixture;
    bool sound;
};

static void check(struct checked *checked, const char *text)
{
    struct fixture *fixture = &checked->fixture;
    fixture_start(fixture);
    struct template_file *file = ARENA_NEW(fixture->arena, struct template_file);
    file->source = source_from_text(fixture->arena, &fixture->diags, "test.md", str_from(text));
    struct parser parser = {.arena = fixture->arena, .diags = &fixture->diags};
    struct span whole = {file->source, 0, (uint32_t)file->source->text.len};
    file->body = template_parse(&parser, whole, file->source->text);
    assert_int_equal(fixture->diags.errors, 0);
    struct template_set set = {.main = file};
    *LIST_ADD(fixture->arena, &set.files) = file;
    checked->sound = fences_check(fixture->arena, &fixture->diags, &set, NULL, boxes);
}

static void expect_fault(const char *text, const char *codes, const char *marked, const char *hint)
{
    struct checked checked;
    check(&checked, text);
    assert_false(checked.sound);
    assert_string_equal(fixture_codes(&checked.fixture), codes);
    assert_string_equal(str_z(checked.fixture.arena, fixture_marked(&checked.fixture)), marked);
    if (hint)
        assert_string_equal(str_z(checked.fixture.arena, checked.fixture.diags.items.items[0].hint),
                            hint);
    fixture_end(&checked.fixture);
}

static void expect_sound(const char *text)
{
    struct checked checked;
    check(&checked, text);
    if (!checked.sound)
        fail_msg("%s: %s", text, fixture_codes(&checked.fixture));
    fixture_end(&checked.fixture);
}

static void unknown_components_are_refused(void **state)
{
    (void)state;
    expect_fault("# T\n\n```bxo\n```\n", "E407", "bxo", "did you mean `box`?");
    expect_fault("{% if council.note is defined %}\n```bxo\n```\n{% endif %}\n", "E407", "bxo",
                 NULL);
    expect_fault("```box\n```\n````bxo\n```\n````\n", "E407", "bxo", NULL);
    expect_fault("```box\n```\n\n```nothing like it\n```", "E407", "nothing", NULL);
}

static void unknown_options_are_refused(void **state)
{
    (void)state;
    expect_fault("```box\ncaptoin: x\n```\n", "E201", "captoin", "did you mean `caption`?");
    expect_fault("```box\ncaptoin: About {{ council.name }}\n```\n", "E201", "captoin", NULL);
    expect_fault("```box\n{% if council.note is defined %}\ncaptoin: x\n{% endif %}\n```\n", "E201",
                 "captoin", NULL);
    expect_fault("{% for i in inspections %}{% else %}\n```box\nmost: few\n```\n{% endfor %}",
                 "E206", "few", NULL);
}

static void what_is_filled_in_is_left_alone(void **state)
{
    (void)state;
    expect_sound("```box\ncaption: About {{ council.name }}, {{ 1 }}\nmost: 3\n```\n");
    expect_sound("```box\nmost: {{ 3 }}\n```\n");
    expect_sound("```box\n{% if council.note is defined %}\ncaption: a\n{% else %}\n"
                 "caption: b\n{% endif %}\n```\n");
    expect_sound("```{{ council.name }}\n```\n");
    expect_sound("```box\n{# captoin: x #}\n```\n{# ```bxo #}\n");
    expect_sound("{{ \"```bxo\" }}\n\n```\nno name\n```\n");
    expect_sound("a ``` b\n\n```box");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(unknown_components_are_refused),
        cmocka_unit_test(unknown_options_are_refused),
        cmocka_unit_test(what_is_filled_in_is_left_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
