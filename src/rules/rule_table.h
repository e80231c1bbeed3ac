/* The rules of the field as a list to read: what each checks, and why it is an error or a doubt. */
#ifndef COUNCILBRIEF_RULES_RULE_TABLE_H
#define COUNCILBRIEF_RULES_RULE_TABLE_H

#include "diag/codes.h"

#include <stddef.h>

struct rule {
    const enum code *codes; /* those it reports, the most severe first */
    size_t code_count;
    const char *holds;    /* what is so when the rule is kept, as a clause */
    const char *evidence; /* why it is as severe as it is, as a sentence */
};

/* Rule `i` in the order in which they are applied; NULL behind the last. */
const struct rule *spec_rule(size_t i);

#endif
