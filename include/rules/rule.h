/* The rules of the field as a list to read: what each checks, and why it is an error or a doubt. */
#ifndef COUNCILBRIEF_RULES_RULE_H
#define COUNCILBRIEF_RULES_RULE_H

#include "diag/code.h"

#include <stddef.h>

struct check;
struct inspection;
struct intervention;

/* What holds, and one of four functions that looks whether it does. */
struct rule {
    const struct code *const *codes; /* those it reports, the most severe first, then NULL; a row
                                        with none ends a list */
    const char *holds;               /* what is so when the rule is kept, as a clause */
    const char *evidence;            /* why it is as severe as it is, as a sentence */
    void (*briefing)(const struct check *check);
    void (*inspection)(const struct check *check, const struct inspection *inspection);
    void (*intervention)(const struct check *check, const struct intervention *intervention);
    void (*derived)(const struct check *check); /* once everything is computed */
};

struct rule_group {
    const char *title; /* what its rules are about; NULL ends the groups */
    const struct rule *rules;
};

/* In the order in which they are applied. */
extern const struct rule_group rule_groups[];

#endif
