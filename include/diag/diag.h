/* Diagnostics: what is wrong, where, and what to write instead. All of a job go to one sink. */
#ifndef COUNCILBRIEF_DIAG_DIAG_H
#define COUNCILBRIEF_DIAG_DIAG_H

#include "base/list.h"
#include "diag/code.h"
#include "diag/source.h"

#include <stdbool.h>
#include <stdio.h>

struct inputs;
struct unseen;

struct diag_note {
    struct span span; /* may be nowhere */
    struct str message;
};

/* An edit that mends the fault: the span becomes the text. */
struct diag_fix {
    struct span span; /* nowhere: there is none */
    struct str text;
    bool certain; /* nobody need look at it: `councilbrief fix` makes it */
};

struct diag {
    const struct code *code;
    enum severity severity;
    struct span span;   /* may be nowhere: then `path` says which file, if any */
    struct str path;    /* for a file that could not be read */
    struct str message; /* one sentence without full stop, names in `backticks` */
    struct str hint;    /* follows the caret: "did you mean `x`?", "write 2018-01-19" */
    struct diag_fix fix;
    LIST(struct diag_note) notes;
};

/* That warnings count as errors, but for some. */
struct strictness {
    LIST(const struct code *) allowed;
};

/* Which faults have been told: a hash table of places in `items`, counted from 1; 0 is free. */
struct diag_table {
    uint32_t *slots;
    size_t capacity; /* a power of two */
};

/* The sink. Counts are of all, also of those past LIMIT_DIAGNOSTICS that were not kept. */
struct diags {
    struct arena *arena;
    const struct strictness *strict; /* warnings count as errors; NULL: they do not */
    struct inputs *inputs;           /* who reads files says here which; NULL: nobody asks */
    /* What was told when things were read that jobs share, such as their template; may be NULL. It
       is not counted below. */
    const struct diags *shared;
    LIST(struct diag) items;
    struct diag_table told;
    size_t repeated; /* counted below, but told before: same code, place and words */
    size_t errors;   /* failures and bugs among them */
    size_t failures; /* of the machine */
    size_t bugs;     /* of ours */
    size_t warnings;
};

void diags_init(struct diags *diags, struct arena *arena);

/* Adds a diagnostic with the severity of its code and returns it, for a hint and notes.
   Never NULL. The pointer is valid until the next report. */
__attribute__((format(printf, 4, 5))) struct diag *diag_report(struct diags *diags,
                                                               const struct code *code,
                                                               struct span span, const char *format,
                                                               ...);

/* The same for a file as a whole, which may not exist. */
__attribute__((format(printf, 4, 5))) struct diag *diag_report_file(struct diags *diags,
                                                                    const struct code *code,
                                                                    const char *path,
                                                                    const char *format, ...);

__attribute__((format(printf, 3, 4))) void diag_hint(struct diags *diags, struct diag *diag,
                                                     const char *format, ...);
__attribute__((format(printf, 4, 5))) void diag_note(struct diags *diags, struct diag *diag,
                                                     struct span span, const char *format, ...);

/* Reports a character that nobody sees, or that must not be printed. */
void diag_report_unseen(struct diags *diags, const struct unseen *unseen, struct span span);

/* The edit that the hint names, for editors: `span` becomes `text`, which must be what to write.
   Nothing is suggested for a table. */
void diag_suggest(struct diags *diags, struct diag *diag, struct span span, struct str text);
/* The same for an edit that cannot be wrong, since it says the same in the form that is read. */
void diag_correct(struct diags *diags, struct diag *diag, struct span span, struct str text);

/* Adds all of another sink again: of a file that several jobs share. */
void diags_repeat(struct diags *diags, const struct diags *from);
/* The same, where the first is reported with a note at the place that made this job read the file.
 */
void diags_repeat_for(struct diags *diags, const struct diags *from, struct span span,
                      const char *note);

/* What the same was said to several times over: a sink, and what it is called. */
struct diags_part {
    struct diags diags;
    const char *name;
};

/* Adds what several sinks were told, each thing once; of what only one of them was told, its name
   is said: "(only in NAME)". */
void diags_join(struct diags *diags, const struct diags_part *parts, size_t count);

/* Of `count` words at `words` (pointers `stride` bytes apart to C strings) the nearest to `wrong`,
   or NULL when none is near enough to be what was meant. */
const char *diag_nearest(struct str wrong, const void *words, size_t count, size_t stride);

enum diag_order { DIAG_ALL, DIAG_LIMITED };

/* Prints as text, sorted by place; DIAG_LIMITED stops after LIMIT_DIAGNOSTICS_SHOWN in each file
   and says so. For other forms see diag_output.h. */
void diags_print(const struct diags *diags, FILE *out, bool colour, enum diag_order order);

/* The first error, in the order of printing: its place (empty: it has none), a line end, and what
   it says with its code in brackets. Absent when there is none. */
struct str diags_first_error(struct arena *arena, const struct diags *diags);

#endif
