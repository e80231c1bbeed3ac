/* Abbreviations, which are told in full at their first use. Private to the doc room. */
#ifndef COUNCILBRIEF_DOC_SETTLE_SHORT_FORMS_H
#define COUNCILBRIEF_DOC_SETTLE_SHORT_FORMS_H

#include "base/list.h"
#include "brief/briefing.h"

struct abbreviation {
    struct str term, expansion;
    bool told;   /* in print, in running text */
    bool spoken; /* to a screen reader, where print has no room for it: in headings, captions */
};

struct abbreviations {
    struct abbreviation *items;
    size_t count, capacity;
};

/* Of the glossary, and the short names of frameworks. */
struct abbreviations abbreviations_of(struct arena *arena, const struct briefing *briefing);

struct abbreviated {
    size_t start, end;
    struct str expansion;
    struct str behind; /* what running text has behind it: " (single inspection framework)" */
};

/* The first use of a waiting abbreviation in text[from...], as a whole word: where it stands, and
   what it is short for; absent where the long form stands beside it already. False when there is
   none. Its turn is then over. Of two that begin at one place the longer is meant: "DfE
   Commissioner", not "DfE". `running`: in text where the long form is printed. */
bool abbreviation_find(struct arena *arena, struct abbreviations *all, struct str text, size_t from,
                       bool running, struct abbreviated *found);

/* A description, which is read without the text around it: each abbreviation in full that the text
   has not told yet. */
struct str abbreviations_told(struct arena *arena, const struct abbreviations *all,
                              struct str text);

#endif
