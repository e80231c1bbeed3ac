/* The timeline's files: what is said of each record with a date, as an entry or as a sentence, and
   how that is chosen and put in order. */
#ifndef COUNCILBRIEF_COMPONENTS_TIMELINE_TIMELINE_H
#define COUNCILBRIEF_COMPONENTS_TIMELINE_TIMELINE_H

#include "components/kit/kit.h"

struct timeline_options {
    struct record_head head;
    struct date from, to;
    struct texts include;
    struct whole most;  /* events, chosen by rank; absent: all */
    enum answer months; /* is what happened in one month one row? */
    struct str elsewhere;
    struct str caption;
};

/* What changes the message comes first. */
enum happening_rank {
    RANK_POSITION, /* full inspections, and when interventions began and ended */
    RANK_DEVELOPMENT,
    RANK_DIRECTOR,
    RANK_MONEY,
    RANK_REVIEW,
    RANK_REST,
    RANK_STATE /* that somebody is in post, which is no event */
};

struct happening {
    const struct date *date;
    const void *record; /* and the field that its date is in */
    const char *date_field;
    struct inline_node *what;
    bool later; /* than the day of the briefing, for certain */
    /* In the short form: */
    enum happening_rank rank;
    struct str when;   /* as its row says it */
    struct str amount; /* that it tells; absent: none */
    bool chosen;
};

struct timeline {
    struct composer *composer;
    const struct briefing *briefing;
    const struct timeline_options *options;
    bool only_later;              /* entries are wanted for what lies after the day alone */
    LIST(struct happening) items; /* sorted once collected */
    size_t left_out;              /* by the short form */
};

enum { TIMELINE_KINDS = 8 };

extern const struct timeline_kind {
    const char *name; /* first, so that diag_nearest can read the names */
    size_t offset;    /* of the records in the briefing; of `control`, in the council */
    const struct record_table *table;
    void (*add)(struct timeline *timeline, const void *record);  /* as an entry of a register */
    void (*tell)(struct timeline *timeline, const void *record); /* in a plain sentence */
} timeline_kinds[TIMELINE_KINDS];

/* ---- collect.c ---- */

void timeline_collect(struct timeline *timeline,
                      void (*add)(const struct timeline_kind *, struct timeline *, const void *));
void timeline_sort(struct timeline *timeline);
void timeline_set_entries(const struct timeline *timeline, size_t from, size_t to, const char *head,
                          struct str caption);
/* The rows of those that lie after the day of the briefing, which are the last ones with a date. */
void timeline_set_later(const struct timeline *timeline, size_t from, size_t to);

/* ---- short.c: the short form ---- */

void timeline_set_short(struct timeline *timeline);

/* ---- told.c and told_others.c: a sentence for each kind ---- */

bool timeline_is_wanted(const struct timeline *timeline, const struct date *date);
bool timeline_is_later(const struct timeline *timeline, const struct date *date);
/* Ends a sentence with its stop and its sources, and adds what it tells where that had happened by
   the day of the briefing. What has no date is counted as left out. NULL: not told. */
struct happening *timeline_tell(struct timeline *timeline, struct phrase *what, struct refs source,
                                enum happening_rank rank, const struct date *date,
                                const void *record, const char *date_field);

void tell_inspection(struct timeline *timeline, const void *record);
void tell_intervention(struct timeline *timeline, const void *record);
void tell_leadership(struct timeline *timeline, const void *record);
void tell_control(struct timeline *timeline, const void *record);
void tell_review(struct timeline *timeline, const void *record);
void tell_development(struct timeline *timeline, const void *record);
void tell_event(struct timeline *timeline, const void *record);
void tell_funding(struct timeline *timeline, const void *record);

#endif
