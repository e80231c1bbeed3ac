/* Diagnostics kept in the manifest: a briefing that is not built again still has its warnings. */
#ifndef COUNCILBRIEF_BATCH_STORED_H
#define COUNCILBRIEF_BATCH_STORED_H

#include "base/json.h"
#include "diag/diag.h"
#include "files/json_read.h"

/* A list, with places as offsets into files. */
void stored_write(struct json *json, const struct diags *diags);

/* Reports them anew; the files that they speak of are read again, and must not have changed. False
   when that cannot be done. */
bool stored_read(struct diags *diags, const struct json_list *list);

/* Do all places lie in files for which `is_known` is true? */
bool stored_places(const struct json_list *list, bool (*is_known)(void *context, struct str path),
                   void *context);

#endif
