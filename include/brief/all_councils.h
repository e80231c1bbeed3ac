/* A table of inspections as a whole: what a council is compared with. */
#ifndef COUNCILBRIEF_BRIEF_ALL_COUNCILS_H
#define COUNCILBRIEF_BRIEF_ALL_COUNCILS_H

#include "data/bind/framework.h"
#include "files/input.h"

struct table_store;

struct council_report { /* of a full inspection of the council itself */
    const struct framework *framework;
    struct date published; /* else when its fieldwork was */
    struct date began;     /* fieldwork; absent: not known */
    /* One a judgement of the framework, in its order; NULL: it has none that is on the scale. */
    const struct grade *const *grades;
};

struct listed_council {
    struct str code, name;
    struct str said; /* the name in one form for comparing */
    struct str region;                    /* absent: the table does not say */
    const struct council_report *reports; /* oldest first */
    size_t count;
};

struct all_councils {
    const struct frameworks *frameworks;
    const struct listed_council *items; /* in the order of the table */
    size_t count;
    day begins; /* the first report of all */
    /* Rows that cannot be read, so that nothing can be said of all; each with where its council is
       named. */
    const struct unread_row {
        size_t row;
        struct span at;
    } * unread;
    size_t unread_count;
};

/* NULL: the table has no such council. */
const struct listed_council *council_of_code(const struct all_councils *all, struct str code);
/* By its name, whatever kind of council that says. */
const struct listed_council *council_called(struct arena *arena, const struct all_councils *all,
                                            struct str name);

/* The table that a specification compares its council with. */
struct all_compared {
    const char *path;               /* of the table */
    struct str mapping;             /* its name */
    const struct all_councils *all; /* NULL: there is nothing to compare with */
    struct str code;                /* the council's own in the table; absent: it is not there */
    struct str source;              /* the id of the table's source; absent: it is none */
};

/* The table of a path, read with a mapping of that name; NULL when it cannot be. */
const struct all_councils *tables_all_councils(struct table_store *store, struct arena *arena,
                                               const struct bounds *bounds,
                                               const struct frameworks *frameworks, struct str path,
                                               struct str mapping);

#endif
