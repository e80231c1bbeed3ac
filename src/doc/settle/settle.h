/* The words of a composed document. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_SETTLE_H
#define COUNCILBRIEF_DOC_SETTLE_SETTLE_H

#include "doc/block.h"

/* Works in place, because the blocks are the document's own. Inlines, tables and whatever else a
   block points at are copied. */
void document_settle(struct arena *arena, struct block *document, const struct briefing *briefing);

#endif
