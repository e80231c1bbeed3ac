/* Which record, and which key of it, a correction or a withdrawal speaks of. */
#ifndef COUNCILBRIEF_BRIEF_CORRECTED_H
#define COUNCILBRIEF_BRIEF_CORRECTED_H

#include "brief/briefing.h"

/* The list of the briefing of that name ("deadlines"), or its record `council` or `briefing`; NULL:
   there is none. */
const struct field *briefing_list(struct str kind);

struct named_record {
    const struct field *list;         /* of the briefing, also where the record is a part of one */
    const struct record_table *table; /* of the record */
    const void *record;               /* NULL: none is named */
    size_t candidates;                /* where nothing says which of a list: how many it has */
};

/* The record with the id `of`, be it a part of another; of those without an id the one that is
   called so, by the first key that its table is known by, else by the next; without `of` the only
   one of the list `kind`. Either may be absent, and `kind` be no list. */
struct named_record record_named(struct arena *arena, const struct briefing *briefing,
                                 struct str of, struct str kind);

/* The first key by which the records of a table are known: a deadline by `what`. */
const struct field *first_known_by(const struct record_table *table);

struct key_named {
    const struct record_table *table;
    const void *record;        /* that has the key: the one asked for, or a part of it */
    const struct field *field; /* NULL: there is no such key */
    struct str judgement;      /* of a grade: its key in the framework; else absent */
    struct str unknown;        /* the step that leads nowhere, where there is no such key */
};

/* A key of a record: "issued"; "judgements.adoption" for one grade; "target.value" for a key of a
   part; "people.Dave Hill.to" or "people.1.to" for one of several, which stands for itself where it
   is the only one. `record` may be NULL: then keys of what it holds are looked for by table alone.
 */
struct key_named key_named(struct arena *arena, const struct briefing *briefing,
                           const struct record_table *table, const void *record, struct str path);

/* What each correction of a briefing names; without a field where it names nothing that is there.
 */
const struct key_named *corrections_named(struct arena *arena, const struct briefing *briefing);

/* The grade that a key names, by its id; absent: the report has none. */
struct str key_grade(const struct key_named *key);
/* Is that what the record has now, in whatever form the officer writes it? */
bool key_says(struct arena *arena, const struct briefing *briefing, const struct key_named *key,
              struct str words);

#endif
