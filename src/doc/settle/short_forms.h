/* Abbreviations, which are told in full at their first use. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_SHORT_FORMS_H
#define COUNCILBRIEF_DOC_SETTLE_SHORT_FORMS_H

#include "base/list.h"
#include "brief/briefing.h"

struct abbreviation {
    struct str term, expansion;
    bool used;
};

struct abbreviations {
    struct abbreviation *items;
    size_t count, capacity;
};

struct abbreviations abbreviations_of(struct arena *arena, const struct briefing *briefing);

struct abbreviated {
    size_t start, end;
    struct str expansion;
};

/* The first use of a waiting abbreviation in text[from...], as a whole word: where it stands, and
   what it is short for. False when there is none. Its turn is then over. Of two that begin at one
   place the longer is meant: "DfE Commissioner", not "DfE". */
bool abbreviation_find(struct abbreviations *all, struct str text, size_t from,
                       struct abbreviated *found);

#endif
