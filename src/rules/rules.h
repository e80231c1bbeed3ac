/* What each rule is given, and how its row is written at the end of its file. */
#ifndef COUNCILBRIEF_RULES_RULES_H
#define COUNCILBRIEF_RULES_RULES_H

#include "brief/briefing.h"
#include "rules/rule.h"

struct diag;
struct diags;

struct check {
    struct diags *diags;
    const struct briefing *briefing;
};

/* The codes of a row. */
#define CODES_OF(...)                                                                              \
    .codes = (const struct code *const[])                                                          \
    {                                                                                              \
        __VA_ARGS__, NULL                                                                          \
    }

/* "`good`, `requires_improvement` or `inadequate`" (inspections/judgements.c). */
struct str list_of_words(const struct check *check, const struct texts *texts);

/* Reports a reference to the very record that it stands in (interventions/developments.c). */
void report_own_cause(const struct check *check, const struct ref *ref);
/* Points at `framework` of the inspection (inspections/judgements.c). */
void note_framework(const struct check *check, struct diag *diag,
                    const struct inspection *inspection);

/* Letters that stand behind a name: "CBE" (names.c). */
bool is_post_nominal(struct str word);

/* The day on which the council took over from those before it; absent when it always was
   (council.c). */
struct date council_began(const struct council *council);
/* Reports a body under `of` that is the council itself, or a predecessor that is misspelt
   (council.c). */
void check_body(const struct check *check, const void *record, struct str of);

#endif
