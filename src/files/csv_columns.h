/* What must hold of a table before its rows can be read. */
#ifndef COUNCILBRIEF_FILES_CSV_COLUMNS_H
#define COUNCILBRIEF_FILES_CSV_COLUMNS_H

#include "files/csv.h"

struct diags;

/* Reports names that are missing, and those that stand twice; of those that are wanted alone, where
   that is known. */
void csv_check_names(struct arena *arena, struct diags *diags, const struct csv *csv,
                     const struct csv_wanted *wanted);

bool csv_is_wanted(const struct csv_wanted *wanted, struct str name);

/* Reports a text whose cells are separated by something other than commas (E126); true when not. */
bool csv_check_separator(struct diags *diags, const struct source *source,
                         const struct csv_wanted *wanted);

#endif
