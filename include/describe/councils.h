/* The councils of England as templates/councils.csv has them: names, codes, regions, those before
   and after them, statistical neighbours. */
#ifndef COUNCILBRIEF_DESCRIBE_COUNCILS_H
#define COUNCILBRIEF_DESCRIBE_COUNCILS_H

#include "data/bind/record.h"
#include "files/csv.h"

struct council_relation {
    struct str name, ons_code, date; /* the last two may be empty */
};

struct council_relations {
    struct council_relation *items;
    size_t count;
};

/* Empty is not known, or none. */
struct known_council {
    struct str name, short_name, type, la_code, ons_code, ofsted_urn, region, abolished;
    bool renamed; /* it is its predecessor under another name */
    struct council_relations predecessors, successors;
    struct texts neighbours; /* full names */
};

struct council_search {
    bool found;
    size_t row;       /* of the one that is meant */
    struct str *near; /* when none was, or several are: full names that may be meant */
    size_t near_count;
};

/* The council of that name, full or short, with words such as "Borough Council" or without; of
   several the one that is still there on a day, as 2026-11-30. */
struct council_search councils_find(struct arena *arena, const struct csv *csv, struct str name,
                                    struct str today);

struct known_council council_in(struct arena *arena, const struct csv *csv, size_t row);

#endif
