/* What components answer with: blocks, added one after the other. */
#ifndef COUNCILBRIEF_DOC_COMPOSE_H
#define COUNCILBRIEF_DOC_COMPOSE_H

#include "doc/block.h"

struct composer {
    struct arena *arena;
    struct block *into; /* the innermost open block */
    bool large_print;   /* what is drawn has no room there for labels beside one another */
    int level;          /* of the heading that it all stands under; 0: none has come */
    int side_level;     /* headings of this level are side heads; 0: none is */
};

struct block *compose_add(struct composer *composer, enum block_kind kind, struct span origin);
struct block *compose_paragraph(struct composer *composer, struct inline_node *inlines);
/* A note on what stands above it; none without inlines. */
void compose_note(struct composer *composer, struct inline_node *inlines);
void compose_table(struct composer *composer, const struct table *table);
/* A picture. Finds out whether its file lies beside the specification. */
void compose_figure(struct composer *composer, const struct briefing *briefing,
                    const struct illustration *illustration);

/* Opened blocks hold what is added until they are closed. */
struct block *compose_open(struct composer *composer, enum block_kind kind, struct span origin);
struct block *compose_list_open(struct composer *composer, bool ordered, bool tight);
struct block *compose_item_open(struct composer *composer); /* numbered behind the one before */
void compose_close(struct composer *composer);

/* Opens a part under a heading of its own, one level below the one that it stands under, until it
   is closed. Before the title no heading may stand, and the words lead in alone. */
struct block *compose_part_open(struct composer *composer, struct inline_node *heading);
void compose_part_close(struct composer *composer);

#endif
