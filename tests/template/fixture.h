/* Templates in tests: a small briefing, and what a template gives or is refused for. */
#ifndef COUNCILBRIEF_TESTS_TEMPLATE_FIXTURE_H
#define COUNCILBRIEF_TESTS_TEMPLATE_FIXTURE_H

#include "brief/spec.h"
#include "support/cmocka.h"

#include "base/utf8.h"
#include "data/yaml/yaml.h"
#include "template/template.h"

struct fixture {
    struct arena *arena;
    struct diags diags;
    struct briefing *briefing;
};

static const char sample_yaml[] =
    "briefing:\n"
    "  title: A *starred* title\n"
    "  as_at: 2018-01-22\n"
    "  key_decision: no\n"
    "  key_points: [First, Second, Third]\n"
    "  exempt_paragraphs: [1, 3]\n"
    "  purpose: |\n"
    "    Some **bold** text.\n"
    "\n"
    "    A second paragraph.\n"
    "council: {name: Norfolk County Council, short_name: Norfolk}\n"
    "sources:\n"
    "  - {id: S1, title: One, published: 2013-08-16, kind: news}\n"
    "  - {id: S2, title: Two, published: 2018-01-22, kind: ofsted_report}\n"
    "inspections:\n"
    "  - id: I2015\n"
    "    framework: SIF\n"
    "    published: 2015-10-19\n"
    "    overall: inadequate\n"
    "    judgements: {help_protection: requires_improvement, leadership: requires_improvement}\n"
    "    source: [S1, S2]\n"
    "  - id: I2018\n"
    "    framework: SIF\n"
    "    kind: reinspection\n"
    "    fieldwork: 2017-11-13/2017-11-24\n"
    "    overall: requires_improvement\n"
    "    source: S2\n"
    "interventions:\n"
    "  - {id: D1, kind: direction, issued: 2013-12, source: S1}\n"
    "  - {id: D2, kind: notice, issued: 2015-11-09, replaces: D1, source: S1}\n"
    "funding:\n"
    "  - {amount: 16.5, unit: million, purpose: Social work, source: S1}\n"
    "  - {amount: 9, unit: thousand, purpose: Training, source: S1}\n"
    "  - {amount: 1250, unit: pounds, purpose: Books, source: S2}\n"
    "  - {amount: 800, amount_is: nearly, per: week, purpose: A placement, source: S2}\n";

static inline int set_up(void **state)
{
    static const char path[] = "sample.yaml";
    struct arena *arena = arena_new();
    struct fixture *fixture = ARENA_NEW(arena, struct fixture);
    fixture->arena = arena;
    diags_init(&fixture->diags, arena);
    const struct frameworks *frameworks =
        frameworks_read(arena, &fixture->diags, "templates/frameworks.yaml");
    const struct source *source =
        source_from_text(arena, &fixture->diags, path, str_from(sample_yaml));
    const struct node *root = yaml_read(arena, &fixture->diags, source);
    fixture->briefing = spec_bind(arena, &fixture->diags, root, frameworks, NULL);
    assert_non_null(fixture->briefing);
    assert_int_equal(fixture->diags.errors, 0);
    diags_init(&fixture->diags, arena);
    *state = fixture;
    return 0;
}

static inline int tear_down(void **state)
{
    arena_free(((struct fixture *)*state)->arena);
    return 0;
}

static inline struct str render_one(struct fixture *fixture, const char *text)
{
    diags_init(&fixture->diags, fixture->arena);
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "test.md", str_from(text));
    assert_non_null(source);
    struct span whole = {source, 0, (uint32_t)source->text.len};
    return template_render_line(fixture->arena, &fixture->diags, whole, source->text,
                                fixture->briefing)
        .text;
}

static inline void expect_text(void **state, const char *text, const char *expected)
{
    struct fixture *fixture = *state;
    struct str rendered = render_one(fixture, text);
    if (fixture->diags.errors)
        fail_msg("%s: %s", text, str_z(fixture->arena, fixture->diags.items.items[0].message));
    assert_string_equal(str_z(fixture->arena, rendered), expected);
}

/* Fails unless diagnostic `i` is this one, at this place of the first source. */
static inline void expect_diag(struct fixture *fixture, size_t i, const struct code *code,
                               uint32_t line, uint32_t column, const char *message)
{
    assert_true(fixture->diags.items.count > i);
    const struct diag *diag = &fixture->diags.items.items[i];
    assert_non_null(diag->span.source);
    struct position position = source_position(diag->span.source, diag->span.start);
    assert_string_equal(diag->code->name, code->name);
    assert_int_equal(position.line, line);
    assert_int_equal(position.column, column);
    if (message)
        assert_string_equal(str_z(fixture->arena, diag->message), message);
}

static inline void expect_refused(void **state, const char *text, const struct code *code,
                                  uint32_t line, uint32_t column, const char *message)
{
    struct fixture *fixture = *state;
    struct str rendered = render_one(fixture, text);
    assert_null(rendered.at);
    expect_diag(fixture, 0, code, line, column, message);
}

static inline void expect_hint(void **state, const char *hint)
{
    struct fixture *fixture = *state;
    assert_string_equal(str_z(fixture->arena, fixture->diags.items.items[0].hint), hint);
}

#endif
