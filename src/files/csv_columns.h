/* Checks of a table's first row; private to base/csv*.c. */
#ifndef COUNCILBRIEF_FILES_CSV_COLUMNS_H
#define COUNCILBRIEF_FILES_CSV_COLUMNS_H

#include "files/csv.h"

struct diags;

/* Reports a text whose cells are told apart by another mark than commas (E126); true when not. */
bool csv_check_separator(struct diags *diags, const struct source *source);

/* Reports columns without a name, and names that stand twice (E124). */
void csv_check_names(struct arena *arena, struct diags *diags, const struct csv *csv);

#endif
