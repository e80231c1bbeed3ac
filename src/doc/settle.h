/* The words of a composed document. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_H
#define COUNCILBRIEF_DOC_SETTLE_H

#include "base/list.h"
#include "doc/block.h"

/* In place: the blocks are the document's own. Inlines, tables and whatever else a block points at
   are copied. */
void document_settle(struct arena *arena, struct block *document, const struct briefing *briefing);

/* ---- abbreviate.c: abbreviations of the glossary that wait for their first use ---- */

struct abbreviation {
    struct str term, expansion;
    bool used;
};

struct abbreviations {
    struct abbreviation *items;
    size_t count, capacity;
};

struct abbreviations abbreviations_of(struct arena *arena, const struct briefing *briefing);

/* The first use of a waiting abbreviation in text[from...], as a whole word: where it stands, and
   what it is short for. False when there is none. Its turn is then over. */
struct abbreviated {
    size_t start, end;
    struct str expansion;
};
bool abbreviation_find(struct abbreviations *all, struct str text, size_t from,
                       struct abbreviated *found);

#endif
