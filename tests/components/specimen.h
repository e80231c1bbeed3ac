/* Asks a component of a specification given as YAML and hands back its blocks as lines of text. */
#ifndef TESTS_COMPONENTS_SPECIMEN_H
#define TESTS_COMPONENTS_SPECIMEN_H

#include "components/list.h"
#include "components/shown_blocks.h"
#include "data/bind/bind.h"
#include "data/yaml/yaml.h"

#include <stdio.h>
#include <stdlib.h>

struct specimen {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
    int scale; /* of the theme of charts, in thousandths: 1500 for large print */
};

static inline void specimen_start(struct specimen *specimen)
{
    specimen->arena = arena_new();
    diags_init(&specimen->diags, specimen->arena);
    specimen->frameworks =
        frameworks_read(specimen->arena, &specimen->diags, "templates/frameworks.yaml");
    specimen->scale = 1000;
    assert_non_null(specimen->frameworks);
}

static inline void specimen_end(struct specimen *specimen)
{
    arena_free(specimen->arena);
}

static inline const struct node *specimen_yaml(struct specimen *specimen, const char *name,
                                               const char *text)
{
    const struct source *source = source_from_text(specimen->arena, &specimen->diags, name,
                                                   str_copy(specimen->arena, str_from(text)));
    return yaml_read(specimen->arena, &specimen->diags, source);
}

/* Before and after each test. */
static inline int start(void **state)
{
    struct specimen *specimen = malloc(sizeof *specimen);
    specimen_start(specimen);
    *state = specimen;
    return 0;
}

static inline int end(void **state)
{
    specimen_end(*state);
    free(*state);
    return 0;
}

/* Three sources, a council, and whatever records the test adds. */
static inline struct briefing *specimen_briefing(struct specimen *specimen, const char *records)
{
    struct str text = str_format(specimen->arena,
                                 "briefing: {title: A briefing, as_at: 2024-01-31}\n"
                                 "council: {name: Norfolk County Council, short_name: Norfolk}\n"
                                 "sources:\n"
                                 "  - {id: S1, title: One}\n"
                                 "  - {id: S2, title: Two}\n"
                                 "  - {id: S3, title: Three}\n"
                                 "%s",
                                 records);
    size_t errors = specimen->diags.errors;
    const struct node *root = specimen_yaml(specimen, "spec.yaml", str_z(specimen->arena, text));
    struct briefing *briefing =
        spec_bind(specimen->arena, &specimen->diags, root, specimen->frameworks, NULL);
    if (specimen->diags.errors != errors)
        diags_print(&specimen->diags, stderr, false, DIAG_ALL);
    assert_int_equal(specimen->diags.errors, errors);
    const struct calendar *calendar =
        calendar_read(specimen->arena, &specimen->diags, "templates/bank-holidays.yaml");
    spec_derive(specimen->arena, briefing, calendar);
    return briefing;
}

/* Options as YAML; NULL when they are refused. */
static inline const void *specimen_options(struct specimen *specimen,
                                           const struct component *component,
                                           const struct briefing *briefing, const char *yaml)
{
    void *options = arena_alloc(specimen->arena, component->options->size);
    struct bind_context context = {specimen->arena, &specimen->diags, specimen->frameworks};
    const struct node *node = specimen_yaml(specimen, "template.md", yaml);
    if (!bind_record(&context, component->options, node, options))
        return NULL;
    bool fine = !component->check || component->check(&specimen->diags, briefing, options);
    return fine ? options : NULL;
}

static inline const char *draw_briefing(struct specimen *specimen, const char *name,
                                        const char *options, const struct briefing *briefing)
{
    const struct component *component = component_find(components, str_from(name));
    assert_non_null(component);
    const void *bound = specimen_options(specimen, component, briefing, options);
    assert_non_null(bound);
    struct composer composer = {
        specimen->arena, block_add(specimen->arena, NULL, BLOCK_COMPONENT, (struct span){0})};
    const struct block *answer = composer.into;
    component->compose(&composer, briefing, bound);
    assert_ptr_equal(composer.into, answer);
    struct canvas canvas = {.arena = specimen->arena,
                            .theme = fake_theme(specimen->scale),
                            .remarks.arena = specimen->arena};
    struct buf out = {.arena = specimen->arena};
    buf_add(&out, STR(""));
    show_blocks(&out, 0, answer, &canvas);
    return str_z(specimen->arena, buf_str(&out));
}

static inline const char *draw(struct specimen *specimen, const char *name, const char *options,
                               const char *records)
{
    return draw_briefing(specimen, name, options, specimen_briefing(specimen, records));
}

#define assert_drawn(name, options, records, expected)                                             \
    assert_string_equal(draw(*state, name, options, records), expected)

/* The code with which options are refused, or "accepted". */
static inline const char *refusal(struct specimen *specimen, const char *name, const char *options)
{
    const struct component *component = component_find(components, str_from(name));
    const struct briefing *briefing = specimen_briefing(specimen, "");
    if (specimen_options(specimen, component, briefing, options))
        return "accepted";
    assert_true(specimen->diags.items.count > 0);
    return specimen->diags.items.items[specimen->diags.items.count - 1].code->name;
}

#endif
