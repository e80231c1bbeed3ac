/* Draws a component of a specification given as YAML and hands back the lines of the fake flow. */
#ifndef TESTS_COMPONENTS_DRAWING_H
#define TESTS_COMPONENTS_DRAWING_H

#include "components/fake_flow.h"
#include "components/list.h"
#include "spec/bind.h"
#include "spec/yaml.h"

#include <stdio.h>

struct drawing {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
};

static inline void drawing_start(struct drawing *drawing)
{
    drawing->arena = arena_new();
    diags_init(&drawing->diags, drawing->arena);
    drawing->frameworks =
        frameworks_read(drawing->arena, &drawing->diags, "templates/frameworks.yaml");
    assert_non_null(drawing->frameworks);
}

static inline void drawing_end(struct drawing *drawing)
{
    arena_free(drawing->arena);
}

static inline const struct node *drawing_yaml(struct drawing *drawing, const char *name,
                                              const char *text)
{
    const struct source *source = source_from_text(drawing->arena, &drawing->diags, name,
                                                   str_copy(drawing->arena, str_from(text)));
    return yaml_read(drawing->arena, &drawing->diags, source);
}

/* Three sources, a council, and whatever records the test adds. */
static inline struct briefing *drawing_briefing(struct drawing *drawing, const char *records)
{
    struct str text = str_format(drawing->arena,
                                 "briefing: {title: A briefing, as_at: 2024-01-31}\n"
                                 "council: {name: Norfolk County Council, short_name: Norfolk}\n"
                                 "sources:\n"
                                 "  - {id: S1, title: One}\n"
                                 "  - {id: S2, title: Two}\n"
                                 "  - {id: S3, title: Three}\n"
                                 "%s",
                                 records);
    size_t errors = drawing->diags.errors;
    const struct node *root = drawing_yaml(drawing, "spec.yaml", str_z(drawing->arena, text));
    struct briefing *briefing =
        spec_bind(drawing->arena, &drawing->diags, root, drawing->frameworks, NULL);
    if (drawing->diags.errors != errors)
        diags_print(&drawing->diags, stderr, false, DIAG_ALL);
    assert_int_equal(drawing->diags.errors, errors);
    const struct calendar *calendar =
        calendar_read(drawing->arena, &drawing->diags, "templates/bank-holidays.yaml");
    spec_derive(drawing->arena, briefing, calendar);
    return briefing;
}

/* Options as YAML; NULL when they are refused. */
static inline const void *drawing_options(struct drawing *drawing,
                                          const struct component *component,
                                          const struct briefing *briefing, const char *yaml)
{
    void *options = arena_alloc(drawing->arena, component->options->size);
    struct bind_context context = {drawing->arena, &drawing->diags, drawing->frameworks};
    const struct node *node = drawing_yaml(drawing, "template.md", yaml);
    if (!bind_record(&context, component->options, node, options))
        return NULL;
    bool fine = !component->check || component->check(&drawing->diags, briefing, options);
    return fine ? options : NULL;
}

static inline const char *draw_briefing(struct drawing *drawing, const char *name,
                                        const char *options, const struct briefing *briefing)
{
    const struct component *component = component_find(components, str_from(name));
    assert_non_null(component);
    const void *bound = drawing_options(drawing, component, briefing, options);
    assert_non_null(bound);
    struct flow flow = {.arena = drawing->arena, .diags = &drawing->diags};
    flow.out.arena = drawing->arena;
    buf_add(&flow.out, STR(""));
    component->layout(&flow, briefing, bound);
    assert_int_equal(flow.depth, 0);
    return str_z(drawing->arena, buf_str(&flow.out));
}

static inline const char *draw(struct drawing *drawing, const char *name, const char *options,
                               const char *records)
{
    return draw_briefing(drawing, name, options, drawing_briefing(drawing, records));
}

/* The code with which options are refused, or "accepted". */
static inline const char *refusal(struct drawing *drawing, const char *name, const char *options)
{
    const struct component *component = component_find(components, str_from(name));
    const struct briefing *briefing = drawing_briefing(drawing, "");
    if (drawing_options(drawing, component, briefing, options))
        return "accepted";
    assert_true(drawing->diags.items.count > 0);
    return code_info(drawing->diags.items.items[drawing->diags.items.count - 1].code)->name;
}

#endif
