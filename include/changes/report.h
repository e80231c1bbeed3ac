/* What changed in the briefings of one council or of many, from one issue to the next, and the
   report on it: as text, as Markdown, as JSON. */
#ifndef COUNCILBRIEF_CHANGES_REPORT_H
#define COUNCILBRIEF_CHANGES_REPORT_H

#include "brief/calendar.h"
#include "brief/since.h"
#include "diag/diag.h"

enum issues_fate {
    ISSUES_COMPARED,
    ISSUES_FIRST,  /* there is none before it */
    ISSUES_GONE,   /* there is one before it alone */
    ISSUES_REFUSED /* one of the two could not be read, or they are not of one council */
};

/* One council's briefing, in the issue before and in this one. */
struct issues {
    struct str name;    /* "norfolk" of norfolk.facts.json */
    struct str council; /* full name; absent: no file could be read */
    enum issues_fate fate;
    const struct since *since;           /* NULL: it is gone or was refused */
    const struct briefing *before, *now; /* NULL: there is none, or it was refused */
};

struct report {
    struct arena *arena;
    bool is_of_one;       /* two files were compared, not two folders */
    struct issues *items; /* that changed, the most important first; then all others by council */
    size_t count, capacity;
    struct date before_first, before_last; /* days of the issues before; absent: there is none */
    struct date as_at;                     /* of these, the latest; absent: none could be read */
    bool refused, failed, is_bug;          /* what was said of some of them */
};

struct report_request {
    const char *before, *now; /* two facts files, or two folders of them */
    const char *project;      /* the folder that holds them, or NULL: see files/path.h */
    const struct strictness *strict;
    const struct frameworks *frameworks;
    const struct calendar *calendar;
    void (*tell)(void *self, const struct diags *diags); /* what was said of one council's files */
    void *self;
};

/* Compares them all. NULL after E101, E950 or E951, which are in `diags`. */
const struct report *report_make(struct arena *arena, struct diags *diags,
                                 const struct report_request *request);

/* Did this council's briefing change, come or go? */
bool issues_are_changed(const struct issues *pair);
bool report_is_changed(const struct report *report);

/* Is there anything to tell: was not every one of them refused? */
bool report_tells(const struct report *report);

enum report_form {
    REPORT_TEXT,
    REPORT_MARKDOWN,
    REPORT_PAPER /* Markdown for a leaflet: the same, and on which page each council stands */
};

/* "What changed since 1 October 2026", or "Correction notice of 1 November 2026". */
struct str report_title(const struct report *report, bool corrections);

/* Who changed and how, the most important first; or, of corrections alone, what was published and
   was wrong. */
struct str report_text(const struct report *report, enum report_form form, bool corrections);
/* The same as one document of JSON, and its schema. */
struct str report_json(const struct report *report, bool corrections);
struct str report_schema(struct arena *arena);

#endif
