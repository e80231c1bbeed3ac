/* Records out of rows, and how they join what officers wrote. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_MERGE_H
#define COUNCILBRIEF_BRIEF_TABLES_MERGE_H

#include "base/list.h"
#include "data/yaml/node.h"

/* Records for one list of the specification. */
struct added {
    struct str list;
    struct span span; /* where the mapping names the list */
    LIST(const struct node *) items;
};

struct additions {
    struct arena *arena;
    LIST(struct added) lists;
};

/* The list of a name, which is added where it is new. */
struct added *additions_list(struct additions *additions, struct str name, struct span span);
/* Adds a record. One of the same id from the same table is one with it, where both say the same but
   for their lists, which are joined: rows of several years become one record. `from` is how many
   records of the list other tables gave. */
void additions_add(struct arena *arena, struct added *added, size_t from,
                   const struct node *record);
/* Adds the lists of a record to that of the same id from a table before, which says the rest of it
   too: what must improve, to the inspection that found it. False when there is none. */
bool additions_complete(struct arena *arena, struct added *added, size_t from,
                        const struct node *record);
/* Adds the lists of a record to those of the one with its id; nothing when there is none. */
void additions_join(struct arena *arena, struct added *added, size_t from,
                    const struct node *record);

/* The specification with them in its lists. */
const struct node *merge_additions(struct arena *arena, struct diags *diags,
                                   const struct node *root, const struct additions *additions);

#endif
