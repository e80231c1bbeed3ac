/* Binding made-up gardens, and what tests expect of it. */
#ifndef COUNCILBRIEF_TESTS_DATA_FIXTURE_H
#define COUNCILBRIEF_TESTS_DATA_FIXTURE_H

#include "support/cmocka.h"

#include "data/bind/bind.h"
#include "data/yaml/yaml.h"
#include "support/garden_fixture.h"
#include "support/spec_fixture.h"

static inline const struct garden *bind_with(struct spec_fixture *fixture, const char *text,
                                             const struct frameworks *known)
{
    const struct node *root =
        yaml_read(fixture->arena, &fixture->diags, spec_source(fixture, text));
    assert_non_null(root);
    struct bind_context context = {fixture->arena, &fixture->diags, known};
    struct garden *garden = ARENA_NEW(fixture->arena, struct garden);
    size_t errors = fixture->diags.errors;
    bool ok = bind_record(&context, &garden_table, root, garden);
    assert_int_equal(ok, fixture->diags.errors == errors);
    return garden;
}

static inline const struct garden *bind(struct spec_fixture *fixture, const char *text)
{
    return bind_with(fixture, text, &garden_frameworks);
}

static inline const struct garden *bind_soundly(struct spec_fixture *fixture, const char *text)
{
    const struct garden *garden = bind(fixture, text);
    spec_expect_errors(fixture, 0);
    return garden;
}

/* Binds `text`, in which one thing is wrong. */
static inline const struct diag *fault(struct spec_fixture *fixture, const struct code *code,
                                       const char *text)
{
    bind(fixture, text);
    spec_expect_errors(fixture, 1);
    return spec_diag(fixture, code);
}

static inline void assert_str(struct str text, const char *expected)
{
    if (!str_is(text, expected))
        fail_msg("\"" STR_FMT "\" is not \"%s\"", STR_ARG(text), expected);
}

static inline const struct bed *bed_at(const struct garden *garden, size_t i)
{
    assert_true(i < garden->beds.count);
    return &garden->beds.items[i];
}

struct refusal {
    const char *text;
    const struct code *code;
    const char *message, *hint;
};

static inline void expect_refusals(const struct refusal *refusals, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        void *state;
        assert_int_equal(spec_set_up(&state), 0);
        const struct diag *diag = fault(state, refusals[i].code, refusals[i].text);
        struct str message = diag->message, hint = diag->hint;
        if (refusals[i].message && !str_is(message, refusals[i].message))
            fail_msg("%s: " STR_FMT, refusals[i].text, STR_ARG(message));
        if (refusals[i].hint && !str_is(hint, refusals[i].hint))
            fail_msg("%s: " STR_FMT, refusals[i].text, STR_ARG(hint));
        spec_tear_down(&state);
    }
}

#define EXPECT(refusals) expect_refusals((refusals), sizeof(refusals) / sizeof *(refusals))

#define TEST(name) cmocka_unit_test_setup_teardown(name, spec_set_up, spec_tear_down)

#endif
