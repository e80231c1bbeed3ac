/* The specification stage: from a source text to a checked briefing with its derived facts. */
#ifndef COUNCILBRIEF_BRIEF_SPEC_H
#define COUNCILBRIEF_BRIEF_SPEC_H

#include "brief/briefing.h"
#include "brief/calendar.h"

/* The tree as it would be in the format of today. NULL, with E256, when it is of a later one: then
   nothing else is worth saying about it. */
const struct node *spec_renew(struct arena *arena, struct diags *diags, const struct node *root);

/* Binds a tree to a briefing. `as_at` (may be absent) stands in for briefing.as_at. Returns what
   could be bound; NULL only when the root is not a map. Look at diags->errors before using it. */
struct briefing *spec_bind(struct arena *arena, struct diags *diags, const struct node *root,
                           const struct frameworks *frameworks, const struct date *as_at);

/* Checks what concerns several fields: frameworks, grades, order of dates, counts, sources. */
void spec_check(struct diags *diags, const struct briefing *briefing);

/* Computes briefing->derived, counting working days by the calendar. Only for a briefing without
   errors. */
void spec_derive(struct arena *arena, struct briefing *briefing, const struct calendar *calendar);

/* The same briefing for a paper of that length, whose page one must be so tight, and which goes
   without so much; nothing of it has been printed yet. */
const struct briefing *spec_for_paper(struct arena *arena, const struct briefing *briefing,
                                      enum paper_length length, int fit, int squeeze);

/* Checks what sources claim against what was computed. */
void spec_check_derived(struct diags *diags, const struct briefing *briefing);

/* Prints every field of every record that has a value, computed ones too: for --dump spec. */
void spec_dump(const struct briefing *briefing, FILE *out);

/* Source number for citations: its place in `sources`, counted from 1; 0 when it is not there. */
size_t spec_source_number(const struct briefing *briefing, struct str id);
/* The same for a reference, without a search when it is resolved. */
size_t spec_ref_number(const struct briefing *briefing, const struct ref *ref);

/* Of an inspection's sources the reports of Ofsted, which hold its grades; all of them where it has
   none. What else supports it is cited where all is told of it. */
struct refs reports_among(struct arena *arena, const struct briefing *briefing,
                          struct refs sources);

/* "Norfolk", or the full name when there is no short one. */
struct str council_short_name(const struct council *council);

/* The latest item of `covers` of a kind; NULL: nobody looked for it. */
const struct cover *cover_of(const struct briefing *briefing, enum cover_kind kind);
/* The day for which it holds: no later than that of the briefing. */
struct date cover_day(const struct briefing *briefing, const struct cover *cover);
/* That there is no record of a kind: "No intervention on 1 November 2026". The only words of
   absence that a paper has; absent for NULL, as nobody looked. */
struct str absence_text(struct arena *arena, const struct briefing *briefing,
                        const struct cover *cover);

/* Has a date by which something was due surely passed? */
bool has_passed(const struct briefing *briefing, const struct date *due);

enum force {
    FORCE_ENDED,
    FORCE_RUNS,   /* it has no end, and was known to be in force within three months */
    FORCE_UNKNOWN /* it has no end, and nobody has looked since */
};

/* How an intervention stands on the day of the briefing. */
enum force intervention_force(const struct briefing *briefing,
                              const struct intervention *intervention);
/* The latest day on which it was known to be in force; absent: none. */
struct date intervention_known_open(const struct briefing *briefing,
                                    const struct intervention *intervention);
bool intervention_is_of_education(const struct intervention *intervention);

/* Is it an intervention in children's social care, in the sense of the law and of guidance? A
   warning letter is not, nor is what the council chose without a direction, nor what another
   department does. */
bool intervention_counts(const struct intervention *intervention);
/* A full inspection or re-inspection of all that its framework judges, whoever was inspected. */
bool inspection_is_full(const struct briefing *briefing, const struct inspection *inspection);
/* Is it a full one of this council itself? Nothing else sets its grade, or what is counted. */
bool inspection_sets_position(const struct briefing *briefing, const struct inspection *inspection);
/* "SIF re-inspection", "area SEND inspection"; "focused visit" where no framework is given. What it
   is called without the body that was inspected, which `name` of an inspection has. */
struct str inspection_kind_name(struct arena *arena, const struct briefing *briefing,
                                const struct inspection *inspection);
/* The council before this one that goes by this name; NULL: none does. */
const struct relation *predecessor_called(const struct council *council, struct str name);

/* Reads templates/frameworks.yaml. NULL after errors. */
const struct frameworks *frameworks_read(struct arena *arena, struct diags *diags,
                                         const char *path);

/* ---- Visits every field that was written, in every record of a specification ---- */

/* `field` is one of `table`, which describes `record`; `data` is the caller's own. Records are
 * visited before the records inside them. */
typedef void walk_visit(const void *record, const struct record_table *table,
                        const struct field *field, void *data);

void briefing_walk(const struct briefing *briefing, walk_visit *visit, void *data);

#endif
