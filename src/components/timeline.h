/* What the parts of the timeline hand to each other. */
#ifndef COUNCILBRIEF_COMPONENTS_TIMELINE_H
#define COUNCILBRIEF_COMPONENTS_TIMELINE_H

#include "components/options.h"

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
};

struct timeline {
    struct composer *composer;
    const struct briefing *briefing;
    const struct timeline_options *options;
    LIST(struct happening) items; /* sorted once collected */
};

/* Adds what happened in the window, of the kinds that are asked for, in the order of the records.
 */
void timeline_collect(struct timeline *timeline);

/* Is that a kind of event? E416 and false when not. */
bool timeline_check_kind(struct diags *diags, struct str name, struct span span);

#endif
