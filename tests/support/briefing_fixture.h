/* A specification written in a test, read and bound with the frameworks that are shipped. */
#ifndef COUNCILBRIEF_TESTS_SPEC_SAMPLE_H
#define COUNCILBRIEF_TESTS_SPEC_SAMPLE_H

#include "brief/spec.h"
#include "data/bind/bind.h"
#include "data/yaml/yaml.h"
#include "diag/diag.h"

struct sample {
    struct arena *arena;
    struct diags diags;
    const struct frameworks *frameworks;
    struct briefing *briefing;
};

/* The front of every sample; tests add their records behind it. */
#define SAMPLE_HEAD                                                                                \
    "briefing: {title: Sample, as_at: 2018-01-22}\n"                                               \
    "council: {name: Sampleshire County Council, short_name: Sampleshire}\n"                       \
    "sources:\n"                                                                                   \
    "  - {id: S1, title: One, published: 2013-08-16}\n"                                            \
    "  - {id: S2, title: Two, published: 2018-01-22}\n"

static inline void sample_open(struct sample *sample, const char *text)
{
    *sample = (struct sample){.arena = arena_new()};
    diags_init(&sample->diags, sample->arena);
    sample->frameworks =
        frameworks_read(sample->arena, &sample->diags, "templates/frameworks.yaml");
    const struct source *source =
        source_from_text(sample->arena, &sample->diags, "sample.yaml", str_from(text));
    const struct node *root = yaml_read(sample->arena, &sample->diags, source);
    sample->briefing = spec_bind(sample->arena, &sample->diags, root, sample->frameworks, NULL);
}

/* Opens and applies the rules. */
static inline void sample_check(struct sample *sample, const char *text)
{
    sample_open(sample, text);
    spec_check(&sample->diags, sample->briefing);
}

/* Opens and computes; applies the rules for computed values. */
static inline const struct derived *sample_derive(struct sample *sample, const char *text)
{
    sample_open(sample, text);
    const struct calendar *calendar =
        calendar_read(sample->arena, &sample->diags, "templates/bank-holidays.yaml");
    spec_derive(sample->arena, sample->briefing, calendar);
    spec_check_derived(&sample->diags, sample->briefing);
    return sample->briefing->derived;
}

static inline void sample_close(struct sample *sample)
{
    arena_free(sample->arena);
}

static inline size_t sample_count(const struct sample *sample, enum code code)
{
    size_t count = 0;
    for (size_t i = 0; i < sample->diags.items.count; i++)
        count += sample->diags.items.items[i].code == code;
    return count;
}

/* The first diagnostic of a code, or NULL. */
static inline const struct diag *sample_diag(const struct sample *sample, enum code code)
{
    for (size_t i = 0; i < sample->diags.items.count; i++)
        if (sample->diags.items.items[i].code == code)
            return &sample->diags.items.items[i];
    return NULL;
}

#endif
