/* Citations: the numbers of sources in the order of their first use, the one line that names those
   of a table or a section, and the list that they lead to. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_SOURCES_H
#define COUNCILBRIEF_DOC_SETTLE_SOURCES_H

#include "base/list.h"
#include "brief/briefing.h"
#include "doc/block.h"

/* References to sources, each once. */
struct cited {
    struct ref *items;
    size_t count, capacity;
};

struct numbering {
    struct arena *arena;
    const struct briefing *briefing;
    struct block **notes; /* by place in `sources`: the note on it; NULL: the paper has none */
    size_t *numbers;      /* by place in `sources`: 0 until it is cited */
    size_t given;         /* the last number */
};

struct numbering numbering_new(struct arena *arena, const struct briefing *briefing,
                               struct block *document);

/* Adds what is not there yet; what is no source of the specification is left out. */
void cited_add(const struct numbering *numbering, struct cited *cited, struct refs refs);
bool cited_has(const struct numbering *numbering, const struct cited *cited, const struct ref *ref);

/* Gives a citation its numbers, primary sources first, and finds out where it leads. Where the
   paper has no list of sources it becomes their names. */
void citation_number(struct numbering *numbering, struct inline_node *cite);

/* What a line of sources begins with. */
enum source_lead {
    LEAD_PLAIN,
    LEAD_ABOVE, /* a line above it in its section names some of them already */
    LEAD_POINTS /* of what stands below the table whose note it ends */
};

/* "Source: Ofsted’s reports of 19 October 2015 and 19 January 2018 (1, 2)."; behind
   a line of its section "Sources: as above; BBC, May 2018 (3)." */
struct inline_node *sources_line(struct numbering *numbering, const struct cited *cited,
                                 enum source_lead lead);

bool block_lists_sources(const struct block *block);

/* Puts a list of sources into the order of their numbers, once all are given. Those that nothing
   cites come apart, in a list of their own behind it; NULL: there are none. */
struct block *source_list_order(struct numbering *numbering, struct block *list);

#endif
