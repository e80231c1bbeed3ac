/* A job in small for tests of reading specifications. */
#include "support/spec_fixture.h"

#include "support/cmocka.h"

#include <stdlib.h>

int spec_set_up(void **state)
{
    struct spec_fixture *fixture = calloc(1, sizeof *fixture);
    if (!fixture)
        return -1;
    fixture->arena = arena_new();
    diags_init(&fixture->diags, fixture->arena);
    *state = fixture;
    return 0;
}

int spec_tear_down(void **state)
{
    struct spec_fixture *fixture = *state;
    arena_free(fixture->arena);
    free(fixture);
    return 0;
}

const struct source *spec_source(struct spec_fixture *fixture, const char *text)
{
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "in.yaml", str_from(text));
    assert_non_null(source);
    return source;
}

const struct diag *spec_diag(struct spec_fixture *fixture, const struct code *code)
{
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        if (fixture->diags.items.items[i].code == code)
            return &fixture->diags.items.items[i];
    fail_msg("there is no %s among %zu diagnostics", code->name, fixture->diags.items.count);
    return NULL;
}

static void expect_place(struct span span, uint32_t line, uint32_t column)
{
    assert_non_null(span.source);
    struct position position = source_position(span.source, span.start);
    if (position.line != line || position.column != column)
        fail_msg("at %u:%u, not at %u:%u", (unsigned)position.line, (unsigned)position.column,
                 (unsigned)line, (unsigned)column);
}

static void expect_text(struct str text, const char *expected)
{
    if (expected && !str_is(text, expected))
        fail_msg("\"" STR_FMT "\" is not \"%s\"", STR_ARG(text), expected);
}

void spec_expect(const struct diag *diag, uint32_t line, uint32_t column, const char *message,
                 const char *hint)
{
    expect_text(diag->message, message);
    expect_text(diag->hint, hint);
    expect_place(diag->span, line, column);
}

void spec_expect_note(const struct diag *diag, size_t i, uint32_t line, uint32_t column)
{
    assert_true(i < diag->notes.count);
    expect_place(diag->notes.items[i].span, line, column);
}

void spec_expect_errors(struct spec_fixture *fixture, size_t count)
{
    if (fixture->diags.errors == count)
        return;
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        print_error(STR_FMT "\n", STR_ARG(fixture->diags.items.items[i].message));
    fail_msg("%zu errors, not %zu", fixture->diags.errors, count);
}
