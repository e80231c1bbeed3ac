/* What the files of changes/ share: the two issues, and where in them a difference is. */
#ifndef COUNCILBRIEF_CHANGES_FINDER_H
#define COUNCILBRIEF_CHANGES_FINDER_H

#include "brief/corrected.h"
#include "brief/derived.h"
#include "changes/changes.h"

struct issue {
    const struct briefing *briefing; /* with today's frameworks */
    day as_at;
};

/* Two records that are the same one. */
struct pair_of_records {
    const void *before, *now;
};

struct finder {
    struct arena *arena;
    struct diags *diags;
    struct issue before, now;
    const struct calendar *calendar;
    LIST(struct pair_of_records) pairs; /* of the lists of the briefing; by `before` once sorted */
    LIST(struct difference) found;
    const struct key_named *corrected; /* one a correction of the new issue: what it names */
};

/* A record, or what there is of it. */
struct place {
    const struct place *above; /* the record that it is part of; NULL: none */
    const struct field *list;  /* the field that holds it: of the briefing, or of what is above */
    const struct record_table *table;
    const void *before, *now; /* NULL: only the other issue has it */
    enum how_changed how;     /* what a difference in it means, at most */
};

/* ---- match.c: which records are the same ---- */

struct matching {
    const void *const *partners; /* one a new record: the old one; NULL: none */
    const void *const *gone;     /* the old ones without a partner */
    size_t gone_count;
};

struct matching match_records(struct finder *finder, const struct record_table *table,
                              const struct records *before, const struct records *now);
/* ---- values.c: when values differ ---- */

/* Remembers the pairs of a list, and finds them: are these two the same record? */
void pairs_add(struct finder *finder, const struct matching *matching,
               const struct record_table *table, const struct records *now);
void pairs_sort(struct finder *finder);
/* What a record of the issue before is in this one; NULL: nothing. */
const void *record_now(const struct finder *finder, const void *before);
/* The id that it had before, as it says itself; absent: it says none. */
struct str record_was(const struct record_table *table, const void *record);
bool refs_same(const struct finder *finder, const struct ref *before, const struct ref *now);

enum closeness {
    DATES_SAME,
    DATES_CLOSER, /* the new one says the same and more */
    DATES_WIDER,  /* the new one says less */
    DATES_OTHER
};
enum closeness dates_compare(const struct field *field, const struct date *before,
                             const struct date *now);

/* How many of the old ones stand in the new ones too. */
size_t refs_kept(const struct finder *finder, const struct refs *before, const struct refs *now);
bool values_same(const struct finder *finder, const struct field *field, const void *before,
                 const void *now);
/* Do they differ in nothing that is said: in capitals, spaces, kinds of quotation marks, "16.50"?
 */
bool values_alike(const struct finder *finder, const struct field *field, const void *before,
                  const void *now);
struct str value_json(const struct finder *finder, const struct issue *issue,
                      const struct field *field, const void *record);

/* The entry of `corrections` or `withdrawn` that gives a reason, as far as it is known: it can be
   pasted. */
void hint_at_entry(struct finder *finder, struct diag *diag, const struct place *place,
                   const struct difference *found);

/* ---- words/names.c: what records are called, and values in words ---- */

struct str value_words(const struct finder *finder, const struct issue *issue,
                       const struct field *field, const void *record);
struct str grade_words(const struct finder *finder, struct str id);

const struct field *id_field(const struct record_table *table);
struct str record_id(const struct record_table *table, const void *record); /* absent: none */
/* When it took place, of a period its end, by the table's `happens`; absent: not known, or it has
 * no day. */
struct date record_day(const struct record_table *table, const void *record);
/* "full inspection, report of 19 January 2018", as it stands inside a sentence */
struct str record_what(const struct finder *finder, const struct issue *issue,
                       const struct record_table *table, const void *record);
/* What a reader is told of a record that is new, behind its name: "requires improvement overall";
   absent: nothing more. */
struct str record_news(const struct finder *finder, const struct issue *issue,
                       const struct record_table *table, const void *record);
/* Does it hold what somebody wrote or said, and not a name? */
bool is_a_sentence(const struct field *field);
/* A value as a line has it: cut short behind a word where it is long, in quotation marks where it
   is somebody's sentence. */
struct str as_named(struct arena *arena, const struct field *field, struct str text);

/* ---- words/labels.c: what fields and counts are called ---- */

struct str field_words(const struct finder *finder, const struct record_table *table,
                       const struct field *field);
/* As `as_named`, of two values side by side: where they differ only behind the place at which they
   would be cut, both begin shortly before that difference, and it is false. They may be alike
   still. */
bool words_apart(struct arena *arena, const struct field *field, struct str *is, struct str *was);
/* One text of a list, told apart from those of another list. */
struct str named_among(struct arena *arena, const struct field *field, struct str text,
                       const struct texts *others);
/* What a judgement of a report is called; its key where the framework does not have it. */
struct str judgement_called(const struct finder *finder, const struct record_table *table,
                            const void *record, struct str id);
/* "two inspections", "one action" */
struct str count_words(struct arena *arena, size_t count, const char *one, const char *many);
struct str kind_count(struct arena *arena, struct str kind, size_t count);

/* ---- records.c: differences of whole records, and what each says of its record ---- */

const void *record_of(const struct place *place); /* the new one, else the old one */
/* "people.to": the lists that lead to a field, and the field; NULL: the record itself. */
struct str path_of(struct arena *arena, const struct place *place, const char *field);
/* Without class, text, and values. */
struct difference difference_at(const struct finder *finder, const struct place *place,
                                const char *field);
/* The class of whatever says nothing of this council; absent: its class is that of what it says. */
int class_at_most(enum how_changed how);
/* Does a date lie wholly behind the day of the issue before, and not behind that of this one? */
bool is_since(const struct finder *finder, const struct date *date);
/* " (by its source, October 2026)", where that may have been on either side of the issue before;
   else absent. */
struct str by_its_source(const struct finder *finder, struct str text, const struct date *date);
void tell(struct finder *finder, const struct place *place, struct difference found);
void tell_new(struct finder *finder, const struct place *place);
void tell_gone(struct finder *finder, const struct place *place);

/* ---- fields.c: differences of one field ---- */

/* Is it told with the day on which the record ended? */
bool end_tells_it(const struct finder *finder, const struct place *place,
                  const struct field *field);
void tell_field(struct finder *finder, const struct place *place, const struct field *field);
/* Tells a day that both issues have, if it was to come on the day of one and not on that of the
   other. */
void tell_day_come(struct finder *finder, const struct place *place, const struct field *field);
/* One of them may be NULL. */
void tell_grade(struct finder *finder, const struct place *place, const struct field *field,
                const struct grade_entry *before, const struct grade_entry *now);

/* ---- compare.c: what differs ---- */

void compare_briefings(struct finder *finder);

/* ---- computed.c: what differs though no record does ---- */

/* Without class, words and values. */
struct difference computed_difference(const struct finder *finder, const char *field);
struct str computed_text(struct arena *arena, const struct difference *found);
void computed_tell(struct finder *finder, struct difference found);
/* The text of a measure; absent: the field is none, or it is not known. */
struct str measure_words(const struct field *field, const void *record);
/* Is it the same answer, whatever its wording? */
bool answers_agree_in(const struct finder *finder, const struct issue *before,
                      const struct issue *now, const struct field *field, const void *was,
                      const void *is);

/* What is computed otherwise today, of the records of the issue before on its own day. */
void compare_method(struct finder *finder, const struct issue *anew);
/* How all councils stand. */
void compare_england(struct finder *finder);

/* ---- passing.c: what time alone changed, and all else that is computed ---- */

void compare_computed(struct finder *finder);

#endif
