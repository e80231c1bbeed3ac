/* The timeline's two files: what is said of each record with a date, and how that is put in order.
 */
#ifndef COUNCILBRIEF_COMPONENTS_TIMELINE_TIMELINE_H
#define COUNCILBRIEF_COMPONENTS_TIMELINE_TIMELINE_H

#include "components/kit/kit.h"

struct timeline_options {
    struct record_head head;
    struct date from, to;
    struct texts include;
    struct str caption;
};

struct happening {
    const struct date *date;
    const void *record; /* and the field that its date is in */
    const char *date_field;
    struct inline_node *what;
    bool later; /* than the day of the briefing, for certain */
};

struct timeline {
    struct composer *composer;
    const struct briefing *briefing;
    const struct timeline_options *options;
    LIST(struct happening) items; /* sorted once collected */
};

enum { TIMELINE_KINDS = 8 };

extern const struct timeline_kind {
    const char *name; /* first, so that diag_nearest can read the names */
    size_t offset;    /* of the records in the briefing; of `control`, in the council */
    const struct record_table *table;
    void (*add)(struct timeline *timeline, const void *record);
} timeline_kinds[TIMELINE_KINDS];

#endif
