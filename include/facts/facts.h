/* What a specification says and what follows from it, as JSON for other programs and for the issue
   after this one. docs/facts.md says what stays stable. */
#ifndef COUNCILBRIEF_FACTS_FACTS_H
#define COUNCILBRIEF_FACTS_FACTS_H

#include "brief/briefing.h"
#include "brief/calendar.h"
#include "diag/diag.h"

/* Another number whenever a name or a form changes its meaning or goes; not for what is new. */
enum { FACTS_FORMAT = 1 };

/* What the file is called, behind the name of the specification. */
#define FACTS_SUFFIX ".facts.json"

/* The file: all records by kind, those with ids in their order, then what was computed. The same
   records give the same bytes, in whatever order those with ids were written. */
struct str facts_text(struct arena *arena, const struct briefing *briefing);

/* One value of a record as the file has it, on one line; and a whole record. */
struct str facts_value(struct arena *arena, const struct briefing *briefing,
                       const struct field *field, const void *member);
struct str facts_record(struct arena *arena, const struct briefing *briefing,
                        const struct record_table *table, const void *record);

/* The records of a list in the order in which the file has them: by id, then those without, as they
   were written. */
const void *const *facts_order(struct arena *arena, const struct record_table *table,
                               const struct records *records);

/* A file read back to records, the computed ones too; NULL after E330, E953 and E954. Keys that it
   does not know are passed over. Nothing has a place in a YAML file, and there are no frameworks.
 */
const struct briefing *facts_read(struct arena *arena, struct diags *diags,
                                  const struct source *source);

/* The same of a file on the disk, which may have LIMIT_FACTS_BYTES; NULL after E101 to E106 too. */
const struct briefing *facts_read_file(struct arena *arena, struct diags *diags, const char *path);

/* The same records, of a briefing that was built or read, with all that is computed of them
   computed anew: by these frameworks and this calendar, for that day or, where it is NULL, for its
   own. The comparison with England, which takes the whole table, is that of the briefing. NULL
   where the briefing cannot be one: only of a file that no program wrote. */
const struct briefing *facts_derive(struct arena *arena, const struct briefing *briefing,
                                    const struct frameworks *frameworks,
                                    const struct calendar *calendar, const struct date *as_at);

/* JSON Schema of the file, draft 2020-12. */
struct str facts_schema(struct arena *arena);

#endif
