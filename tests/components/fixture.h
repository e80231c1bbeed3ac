/* Asks a component of a specification given as YAML and hands back its blocks as lines of text. */
#ifndef COUNCILBRIEF_TESTS_COMPONENTS_FIXTURE_H
#define COUNCILBRIEF_TESTS_COMPONENTS_FIXTURE_H

#include "brief/calendar.h"
#include "brief/spec.h"
#include "components/components.h"
#include "components/shown_blocks.h"
#include "data/bind/bind.h"
#include "data/yaml/yaml.h"

#include <stdio.h>
#include <stdlib.h>

struct fixture {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
    int scale; /* of the theme of charts, in thousandths: 1500 for large print */
};

static inline void fixture_start(struct fixture *fixture)
{
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    fixture->frameworks =
        frameworks_read(fixture->arena, &fixture->diags, "templates/frameworks.yaml");
    fixture->scale = 1000;
    assert_non_null(fixture->frameworks);
}

static inline void fixture_end(struct fixture *fixture)
{
    arena_free(fixture->arena);
}

static inline const struct node *fixture_yaml(struct fixture *fixture, const char *name,
                                              const char *text)
{
    const struct source *source = source_from_text(fixture->arena, &fixture->diags, name,
                                                   str_copy(fixture->arena, str_from(text)));
    return yaml_read(fixture->arena, &fixture->diags, source);
}

/* Before and after each test. */
static inline int start(void **state)
{
    struct fixture *fixture = malloc(sizeof *fixture);
    fixture_start(fixture);
    *state = fixture;
    return 0;
}

static inline int end(void **state)
{
    fixture_end(*state);
    free(*state);
    return 0;
}

/* Three sources, a council, and whatever records the test adds. */
static inline struct briefing *fixture_briefing(struct fixture *fixture, const char *records)
{
    struct str text = str_format(fixture->arena,
                                 "briefing: {title: A briefing, as_at: 2024-01-31}\n"
                                 "council: {name: Norfolk County Council, short_name: Norfolk}\n"
                                 "sources:\n"
                                 "  - {id: S1, title: One}\n"
                                 "  - {id: S2, title: Two}\n"
                                 "  - {id: S3, title: Three}\n"
                                 "%s",
                                 records);
    size_t errors = fixture->diags.errors;
    const struct node *root = fixture_yaml(fixture, "spec.yaml", str_z(fixture->arena, text));
    struct briefing *briefing =
        spec_bind(fixture->arena, &fixture->diags, root, fixture->frameworks, NULL);
    if (fixture->diags.errors != errors)
        diags_print(&fixture->diags, stderr, false, DIAG_ALL);
    assert_int_equal(fixture->diags.errors, errors);
    const struct calendar *calendar =
        calendar_read(fixture->arena, &fixture->diags, "templates/bank-holidays.yaml");
    spec_derive(fixture->arena, briefing, calendar);
    return briefing;
}

/* Options as YAML; NULL when they are refused. */
static inline const void *fixture_options(struct fixture *fixture,
                                          const struct component *component,
                                          const struct briefing *briefing, const char *yaml)
{
    void *options = arena_alloc(fixture->arena, component->options->size);
    struct bind_context context = {fixture->arena, &fixture->diags, fixture->frameworks};
    const struct node *node = fixture_yaml(fixture, "template.md", yaml);
    if (!bind_record(&context, component->options, node, options))
        return NULL;
    bool fine = !component->check || component->check(&fixture->diags, briefing, options);
    return fine ? options : NULL;
}

static inline const char *draw_briefing(struct fixture *fixture, const char *name,
                                        const char *options, const struct briefing *briefing)
{
    const struct component *component = component_find(components, str_from(name));
    assert_non_null(component);
    const void *bound = fixture_options(fixture, component, briefing, options);
    assert_non_null(bound);
    struct composer composer = {
        .arena = fixture->arena,
        .into = block_add(fixture->arena, NULL, BLOCK_COMPONENT, (struct span){0})};
    const struct block *answer = composer.into;
    component->compose(&composer, briefing, bound);
    assert_ptr_equal(composer.into, answer);
    struct canvas canvas = {.arena = fixture->arena,
                            .theme = fake_theme(fixture->scale),
                            .remarks.arena = fixture->arena};
    struct buf out = {.arena = fixture->arena};
    buf_add(&out, STR(""));
    show_blocks(&out, 0, answer, &canvas);
    return str_z(fixture->arena, buf_str(&out));
}

static inline const char *draw(struct fixture *fixture, const char *name, const char *options,
                               const char *records)
{
    return draw_briefing(fixture, name, options, fixture_briefing(fixture, records));
}

#define assert_drawn(name, options, records, expected)                                             \
    assert_string_equal(draw(*state, name, options, records), expected)

/* The code with which options are refused, or "accepted". */
static inline const char *refusal(struct fixture *fixture, const char *name, const char *options)
{
    const struct component *component = component_find(components, str_from(name));
    const struct briefing *briefing = fixture_briefing(fixture, "");
    if (fixture_options(fixture, component, briefing, options))
        return "accepted";
    assert_true(fixture->diags.items.count > 0);
    return fixture->diags.items.items[fixture->diags.items.count - 1].code->name;
}

#endif
