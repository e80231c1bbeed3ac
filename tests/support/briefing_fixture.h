/* A specification written in a test, read and bound with the frameworks that are shipped. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_BRIEFING_FIXTURE_H
#define COUNCILBRIEF_TESTS_SUPPORT_BRIEFING_FIXTURE_H

#include "brief/derived.h"
#include "brief/spec.h"
#include "data/bind/bind.h"
#include "data/yaml/yaml.h"
#include "diag/diag.h"

struct briefing_fixture {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
    struct briefing *briefing;
};

/* The front of every fixture; tests add their records behind it. */
#define FIXTURE_HEAD                                                                               \
    "briefing: {title: Sample, as_at: 2018-01-22}\n"                                               \
    "council: {name: Sampleshire County Council, short_name: Sampleshire}\n"                       \
    "sources:\n"                                                                                   \
    "  - {id: S1, title: One, published: 2013-08-16}\n"                                            \
    "  - {id: S2, title: Two, published: 2018-01-22}\n"

static inline void fixture_open(struct briefing_fixture *fixture, const char *text)
{
    *fixture = (struct briefing_fixture){.arena = arena_new()};
    diags_init(&fixture->diags, fixture->arena);
    fixture->frameworks =
        frameworks_read(fixture->arena, &fixture->diags, "templates/frameworks.yaml");
    const struct source *source =
        source_from_text(fixture->arena, &fixture->diags, "sample.yaml", str_from(text));
    const struct node *root = yaml_read(fixture->arena, &fixture->diags, source);
    fixture->briefing = spec_bind(fixture->arena, &fixture->diags, root, fixture->frameworks, NULL);
}

/* Opens and applies the rules. */
static inline void fixture_check(struct briefing_fixture *fixture, const char *text)
{
    fixture_open(fixture, text);
    spec_check(&fixture->diags, fixture->briefing);
}

/* Opens and computes; applies the rules for computed values. */
static inline const struct derived *fixture_derive(struct briefing_fixture *fixture,
                                                   const char *text)
{
    fixture_open(fixture, text);
    const struct calendar *calendar =
        calendar_read(fixture->arena, &fixture->diags, "templates/bank-holidays.yaml");
    spec_derive(fixture->arena, fixture->briefing, calendar);
    spec_check_derived(&fixture->diags, fixture->briefing);
    return fixture->briefing->derived;
}

static inline void fixture_close(struct briefing_fixture *fixture)
{
    arena_free(fixture->arena);
}

static inline size_t fixture_count(const struct briefing_fixture *fixture, const struct code *code)
{
    size_t count = 0;
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        count += fixture->diags.items.items[i].code == code;
    return count;
}

/* The first diagnostic of a code, or NULL. */
static inline const struct diag *fixture_diag(const struct briefing_fixture *fixture,
                                              const struct code *code)
{
    for (size_t i = 0; i < fixture->diags.items.count; i++)
        if (fixture->diags.items.items[i].code == code)
            return &fixture->diags.items.items[i];
    return NULL;
}

#endif
