/* What sources are called in a few words, below a table or a section. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_SOURCE_NAMES_H
#define COUNCILBRIEF_DOC_SETTLE_SOURCE_NAMES_H

#include "doc/settle/sources.h"

/* Sources of one publisher and one kind, which are told together. */
struct told {
    struct cited sources;
    struct str publisher;
    int kind; /* enum evidence_kind */
};

struct told_list {
    struct told *items;
    size_t count, capacity;
};

struct told_list told_together(struct arena *arena, const struct briefing *briefing,
                               const struct cited *cited);

/* "Ofsted’s reports of 19 October 2015 and 19 January 2018". */
struct str told_name(struct arena *arena, const struct told *told);

/* All of them: "Ofsted’s report of 19 January 2018; Eastern Daily Press, 16 August 2013". */
struct str source_names(struct arena *arena, const struct briefing *briefing,
                        const struct cited *cited);

#endif
