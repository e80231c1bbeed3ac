/* The four answers of at-a-glance: each a value that is seen first, and details below it. */
#ifndef COUNCILBRIEF_COMPONENTS_STANDING_GLANCE_H
#define COUNCILBRIEF_COMPONENTS_STANDING_GLANCE_H

#include "components/kit/kit.h"

struct glance {
    const char *term;
    struct phrase value, details;
    enum grade_tone tone;
    enum mark_shape shape;
};

/* ---- glance_steps.c ---- */
struct glance glance_intervention(struct composer *composer, const struct briefing *briefing);
struct glance glance_deadline(struct composer *composer, const struct briefing *briefing);

/* "None", and up to which day nobody found any; nothing where nobody looked. */
void say_absence(struct glance *glance, enum cover_kind kind);

/* One that says nothing is not shown. */
static inline bool glance_speaks(const struct glance *glance)
{
    return glance->value.inlines;
}

static inline struct glance glance_new(struct composer *composer, const struct briefing *briefing,
                                       const char *term)
{
    return (struct glance){
        .term = term,
        .value = phrase_new(composer, briefing),
        .details = phrase_new(composer, briefing),
        .tone = TONE_NEUTRAL,
    };
}

#endif
