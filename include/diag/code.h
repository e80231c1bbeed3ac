/* A code of a diagnostic: what it means, how to mend it, and what it looks like. Each room lists
   its own in ROOM_codes.h; src/batch/catalogue.c lists the rooms. */
#ifndef COUNCILBRIEF_DIAG_CODE_H
#define COUNCILBRIEF_DIAG_CODE_H

#include <stdbool.h>

enum severity {
    SEVERITY_ERROR,
    SEVERITY_WARNING,
    SEVERITY_FAILURE, /* an error of the machine, not of a text: cannot read, write, find a font */
    SEVERITY_BUG      /* an error of ours */
};

/* A code once published never changes its meaning. 1xx reading files and YAML, 2xx specifications,
   3xx templates, 4xx Markdown and components, 5xx theme, fonts and layout, 6xx PDF, 9xx the
   environment. W codes are warnings. */
struct code {
    const char *name; /* "E210" */
    enum severity severity;
    bool of_all;             /* it is no matter which of several parts tells it: see diags_join */
    const char *title;       /* a noun phrase: "Unknown key" */
    const char *explanation; /* a paragraph: what it means and how to mend it */
    /* Whole lines, each with its line ending, as they stand in tests/diagnostics/CODE.*: there the
       test finds `wrong`, puts `right` in its place, and sees the fault gone. NULL where a few
       lines cannot show the fault: a missing file, a full disk. */
    const char *wrong, *right;
};

#endif
