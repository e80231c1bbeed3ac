/* What a component is: a fenced block in a template that becomes tables, lists, notes or a chart.
 */
#ifndef COUNCILBRIEF_DOC_COMPONENT_H
#define COUNCILBRIEF_DOC_COMPONENT_H

#include "data/bind/record.h"

struct briefing;
struct diags;
#include "doc/compose.h"

/* What a block without words says of the sections behind it. */
enum section_marker {
    MARKS_NOTHING,
    MARKS_NUMBERED, /* they and their paragraphs are numbered, down to the annexes */
    MARKS_TINTED    /* the next one stands on a panel */
};

struct component {
    const char *name;    /* "ratings-table": the info string of its fenced block */
    const char *became;  /* of an old name: the component to use now; else NULL */
    const char *doc;     /* a sentence for the reference page */
    const char *example; /* a whole fenced block */
    const struct record_table *options;
    enum block_kind parts; /* BLOCK_PAGE_ONE_ENDS or BLOCK_ANNEXES: it parts the paper; else 0 */
    enum section_marker marks;
    /* Checks options against the briefing; may be NULL. True without errors. */
    bool (*check)(struct diags *diags, const struct briefing *briefing, const void *options);
    /* Answers with blocks; none when there is nothing to show. NULL when it parts the paper
       or marks sections. */
    void (*compose)(struct composer *composer, const struct briefing *briefing,
                    const void *options);
};

/* In a NULL-terminated list; the program's own is in src/components/list.c. NULL: not there. */
const struct component *component_find(const struct component *const *list, struct str name);
/* The name nearest to `name`; NULL when none is near enough to be what was meant. */
const char *component_nearest(struct arena *arena, const struct component *const *list,
                              struct str name);

/* ---- checking a template before there is any data: check.c ---- */

struct template_set;

/* Every fenced block in the files of the template, in branches not taken too: E407 for a component
   that does not exist, E201 and its kind for options it does not have. Option values that the
   template fills in are left alone. True without errors. */
bool fences_check(struct arena *arena, struct diags *diags, const struct template_set *set,
                  const struct frameworks *frameworks, const struct component *const *components);

#endif
