/* How diagnostics leave the program: as text for people, or for machines as JSON, as commands to
   GitHub's workflows, or as SARIF 2.1.0. */
#ifndef COUNCILBRIEF_DIAG_DIAG_OUTPUT_H
#define COUNCILBRIEF_DIAG_DIAG_OUTPUT_H

#include "diag/diag.h"

struct diag_style {
    bool colour;           /* text only */
    enum diag_order order; /* text only: machines are given all that was kept */
    /* All that there are, a list for each room; for a form that describes them (SARIF). */
    const struct code *const *const *codes;
};

/* One form: one file, one const struct. `write` is called once a job. */
struct diag_format {
    const char *name;
    bool for_people;     /* other lines may stand between */
    const char *between; /* stands between what two jobs wrote */
    void (*begin)(struct buf *out, struct diag_style style);
    void (*write)(struct buf *out, const struct diags *diags, struct diag_style style);
    void (*end)(struct buf *out, struct diag_style style);
};

extern const struct diag_format diag_text, diag_json, diag_github, diag_sarif;

/* Format i of them, text first; NULL after the last. */
const struct diag_format *diag_format_at(size_t i);

/* All diagnostics of one run of the program, in the order in which they are added. */
struct diag_output {
    const struct diag_format *format;
    struct diag_style style;
    FILE *out;
    bool written; /* something stands there already */
};

void diag_output_begin(const struct diag_output *output);
void diag_output_add(struct diag_output *output, const struct diags *diags);
/* The same with what `write` gave, perhaps in another process. */
void diag_output_add_written(struct diag_output *output, struct str written);
void diag_output_end(const struct diag_output *output);

#endif
