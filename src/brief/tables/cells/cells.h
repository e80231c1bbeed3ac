/* What a cell of a published table holds: days, numbers, and words for what is not given. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_CELLS_CELLS_H
#define COUNCILBRIEF_BRIEF_TABLES_CELLS_CELLS_H

#include "brief/tables/mapping.h"

/* A word for a value that is not given: its reason as a clause, such as "not applicable"; absent
   when the text is no such word. The mapping's own words come before those known everywhere. */
struct str cell_missing(const struct mapping *mapping, struct str text);

/* Is it what a spreadsheet writes where a formula of its own fails, or a column is too narrow? */
bool cell_failed(struct str text);

/* A number as a specification writes it: without the sign of a currency, separators of thousands, a
   percent sign, and what a computer's arithmetic left behind its last digit. A text that is no such
   number stays as it is, for binding to report. A whole number has no `.0`. */
struct str cell_number(struct arena *arena, struct str text, bool whole);

/* A day in the form of the mapping as a specification writes it. False when it is none: `*why` then
   is a clause that says so, `*instead` what to write, or absent. */
bool cell_date(struct arena *arena, enum date_form form, struct str text, struct str *iso,
               struct str *why, struct str *instead);

#endif
