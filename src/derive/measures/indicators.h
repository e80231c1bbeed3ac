/* What the two halves of looking at an indicator share. */
#ifndef COUNCILBRIEF_DERIVE_MEASURES_INDICATORS_H
#define COUNCILBRIEF_DERIVE_MEASURES_INDICATORS_H

#include "brief/quantity.h"
#include "derive/derive.h"

/* One indicator while it is looked at. */
struct look {
    const struct derive *derive;
    struct arena *arena;
    const struct indicator *indicator;
    const struct indicator_value *const *values; /* in order of time */
    size_t count, latest;                        /* the place of the latest; `count`: none */
};

/* All that a value may be. */
struct reach {
    int64_t low, high;
};

struct reach reach_of(const struct indicator_value *value);
/* How `a` stands to `b`: higher, lower or the same; absent where that is not certain. */
enum verdict order_of(struct reach a, struct reach b);
/* The same as better or worse, where the indicator says which way is better. */
enum verdict judged(const struct indicator *indicator, enum verdict order);
/* The decimals of two numbers, of which one is told by how far it is from the other. */
int places_of_both(const struct decimal *a, const struct decimal *b);
/* "in 2024-25", "on 31 March 2025" */
struct str when_text(const struct look *look, const struct date *period);

/* Sets target, gap and target_state. */
void set_target(const struct look *look, struct measured *measured);
/* Sets compared and rank. */
void set_compared(const struct look *look, struct measured *measured);

#endif
