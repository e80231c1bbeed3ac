/* Faults of YAML in an officer's words. Knows no YAML library. */
#ifndef COUNCILBRIEF_DATA_YAML_YAML_FAULT_H
#define COUNCILBRIEF_DATA_YAML_YAML_FAULT_H

#include "data/yaml/node.h"
#include "diag/diag.h"

/* The text that is read, and where it stands in a source. When the text is not what the source
   says there, every place in it is the whole of `at`. */
struct yaml_text {
    struct str text;
    struct span at;
    bool exact;
};

struct span yaml_span(const struct yaml_text *text, size_t start, size_t end);

/* What the parser says: its own words, and byte offsets in the text. */
struct yaml_fault {
    struct str problem;
    struct str context; /* absent: none */
    size_t at, context_at;
    size_t quote_start, quote_end; /* the last text in quotation marks before it; 0, 0: none */
};

/* Reports E110. */
void yaml_fault_report(struct diags *diags, const struct yaml_text *text,
                       const struct yaml_fault *fault);

/* A plain text runs on over lines that are indented further, and so swallows list items that do not
   line up. Reports E110 for the first of them in the text at `span`; true when there is one. */
bool yaml_report_swallowed(struct diags *diags, struct span span);

/* ---- keys given twice ---- */

/* Reports keys that stand twice among the pairs (E113), moves the first of each to the front in
   their order, and returns how many are left. */
size_t yaml_drop_repeats(struct arena *arena, struct diags *diags, struct pair *pairs,
                         size_t count);

#endif
