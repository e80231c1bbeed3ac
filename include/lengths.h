/* What a template says of itself in its template.yaml: its lengths, and what it expects. */
#ifndef COUNCILBRIEF_LENGTHS_H
#define COUNCILBRIEF_LENGTHS_H

#include "brief/length.h"
#include "diag/diag.h"

struct front_sheet;

struct template_lengths {
    struct record_head head;
    struct texts lengths; /* as they were written */
    int usual;            /* enum paper_length: the one without a choice; never absent */
    bool has[PAPER_LENGTHS];
    struct texts expects; /* keys of the front sheet */
};

extern const struct record_table template_lengths_table;

/* Reads templates/NAME/template.yaml; without that file the standard length is the only one. NULL
   after diagnostics. */
const struct template_lengths *template_lengths_read(struct arena *arena, struct diags *diags,
                                                     const char *path);

enum paper_length template_length_longest(const struct template_lengths *lengths);

/* A length that somebody asks for. */
struct length_choice {
    enum paper_length length; /* LENGTH_ABSENT: nobody says */
    struct span at;           /* where it was written; nowhere for the command line */
    struct str template_name;
};

/* The length to make; LENGTH_ABSENT after E128, where the template does not have the one chosen. */
enum paper_length template_length(struct diags *diags, const struct template_lengths *lengths,
                                  const struct length_choice *choice);

/* Warns of each key that the template expects and that is not there. */
void template_expect(struct diags *diags, const struct template_lengths *lengths,
                     const struct front_sheet *sheet);

#endif
