/* A job in small for tests of reading specifications: an arena, a sink, and what they expect. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_SPEC_FIXTURE_H
#define COUNCILBRIEF_TESTS_SUPPORT_SPEC_FIXTURE_H

#include "diag/diag.h"

struct spec_fixture {
    struct arena *arena;
    struct diags diags;
};

int spec_set_up(void **state);
int spec_tear_down(void **state);

const struct source *spec_source(struct spec_fixture *fixture, const char *text);

/* The first diagnostic with that code; fails the test when there is none. */
const struct diag *spec_diag(struct spec_fixture *fixture, const struct code *code);

/* Fails unless it stands at line and column, and says and advises this; NULL: anything. */
void spec_expect(const struct diag *diag, uint32_t line, uint32_t column, const char *message,
                 const char *hint);

/* Fails unless its note `i` stands there. */
void spec_expect_note(const struct diag *diag, size_t i, uint32_t line, uint32_t column);

/* Fails unless there are exactly so many errors. */
void spec_expect_errors(struct spec_fixture *fixture, size_t count);

#endif
