/* The table of rules as it is applied: each entry has one of the four functions. */
#ifndef COUNCILBRIEF_RULES_APPLY_H
#define COUNCILBRIEF_RULES_APPLY_H

#include "rules/rule_table.h"
#include "rules/rules.h"

struct rule_entry {
    struct rule rule;
    void (*briefing)(const struct check *check);
    void (*inspection)(const struct check *check, const struct inspection *inspection);
    void (*intervention)(const struct check *check, const struct intervention *intervention);
    void (*derived)(const struct check *check); /* once everything is computed */
};

/* Ends with an entry without codes. */
extern const struct rule_entry rule_table[];

#endif
