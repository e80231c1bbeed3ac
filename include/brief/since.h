/* What changed between two issues of one council's briefing (src/changes/); read-only for
 * everybody else. Tables: src/brief/records/computed/since.c. */
#ifndef COUNCILBRIEF_BRIEF_SINCE_H
#define COUNCILBRIEF_BRIEF_SINCE_H

#include "brief/briefing.h"

enum difference_class {
    DIFFERENCE_ABSENT,
    DIFFERENCE_HAPPENED,   /* it took place after the day of the issue before */
    DIFFERENCE_MOVED,      /* what has a state has another one */
    DIFFERENCE_TIME_ALONE, /* nobody changed anything but the day */
    DIFFERENCE_RECORDED,   /* it is older than the issue before, which did not have it */
    DIFFERENCE_MORE_EXACT, /* the same, known better */
    DIFFERENCE_CORRECTED,  /* the issue before had it wrong, or said more than is known */
    DIFFERENCE_WITHDRAWN,  /* the issue before had it, and this one has not */
    DIFFERENCE_COMPARISON, /* other councils moved */
    DIFFERENCE_METHOD,     /* it is computed otherwise */
    DIFFERENCE_MINOR       /* the wording, a note, an address */
};

struct difference { /* of one record, one field of it, or one computed fact */
    struct record_head head;
    int class;          /* enum difference_class; never absent */
    struct str council; /* full name */
    struct str kind;    /* "inspections", as in the specification; "derived" */
    struct str id;      /* of the record, in the new issue; absent: it has none */
    struct str field;   /* "overall", "judgements.adoption"; absent: the whole record */
    struct str what;    /* the record in words: "Ofsted’s report of 19 January 2018" */
    struct str text;    /* a sentence, or a line that can stand in a list */
    struct str was, is; /* in words; absent: there was or is none */
    struct str was_value, is_value; /* the same as the facts files have them, as JSON */
    struct date date;               /* when it took place; absent: not known, or it has no day */
    struct str why;                 /* why it was corrected, withdrawn, or is computed otherwise */
    struct date on;                 /* of a correction or withdrawal: when that was found */
    struct refs source;             /* in the new issue; of what is withdrawn, in the old one */
    const void *record; /* not a field: in the new issue; NULL: it is gone, or it is computed */
    const struct record_table *table; /* nor this: of that record */
    const struct field *changed;      /* nor this: NULL for the whole record */
};
RECORD_LIST(difference);

struct since { /* one council, from one issue to the next */
    struct record_head head;
    struct str council;    /* full name */
    enum answer first;     /* is there no issue before? then all lists are empty */
    struct date before;    /* the day of the issue before; absent: none */
    struct date as_at;     /* the day of this one */
    enum answer changed;   /* anything but time alone, comparisons, the method and what is minor? */
    enum answer corrected_any; /* is anything corrected or withdrawn? */
    struct difference_list happened, moved, time_alone, recorded, more_exact, corrected, withdrawn,
        comparison, method, minor;
    struct whole count; /* of all but minor ones */
    struct str text;    /* "Since 1 October 2026: one inspection and one correction." */
};

extern const struct record_table difference_table, since_table;

#endif
