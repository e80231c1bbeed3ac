/* What the parts of binding share. */
#ifndef COUNCILBRIEF_DATA_BIND_BINDER_H
#define COUNCILBRIEF_DATA_BIND_BINDER_H

#include "data/bind/bind.h"
#include "data/bind/framework.h"

/* A record that has an id. */
struct known_id {
    const char *id; /* first, so that diag_nearest can walk a list of them */
    enum id_space space;
    size_t order; /* in the file */
    struct span span;
    const void *record;
    const struct record_table *table;
};

/* A reference to resolve once every id is known. */
struct pending_ref {
    struct ref *ref;
    enum id_space space;
};

/* One binding from its first key to the last reference. */
struct binder {
    struct arena *arena;
    struct diags *diags;
    const struct frameworks *frameworks; /* NULL: grades are taken as they stand */
    LIST(struct known_id) ids;
    LIST(struct pending_ref) refs;
    size_t compared; /* ids looked at to find what was meant, up to COMPARISONS */
};

/* The record that is being bound, inside the one that it is part of. */
struct scope {
    const struct record_table *table;
    const void *record;
    const struct scope *parent; /* NULL: the outermost */
};

/* One field that was written: its value, and the member of the record to fill. */
struct slot {
    const struct scope *scope;
    const struct field *field;
    const struct node *node; /* never absent */
    void *at;
};

struct nodes {
    const struct node *const *items;
    size_t count;
};

/* ---- questions every kind of field asks; each reports what is wrong ---- */

/* Is the value a single one (E203)? */
bool want_scalar(struct binder *binder, const struct slot *slot);
/* The text of a scalar without white space around it; absent when it is blank (E214). */
struct str want_text(struct binder *binder, const struct node *node);
/* The same of what is compared with words, or read as a date or a number: without what cannot be
   seen around it or in it, and with plain spaces. */
struct str want_code(struct binder *binder, const struct node *node);
/* The scalars of a list, or the one scalar that stands for a list of one (E203, E214). */
struct nodes want_scalars(struct binder *binder, const struct slot *slot);

/* Adds a hint if one of the words is near enough to be what was meant; true when it did. */
bool hint_nearest(struct binder *binder, struct diag *diag, struct str wrong,
                  const char *const *words, size_t count);

/* For a value out of a table adds a hint with the words that its mapping knows, if any. */
void hint_table_words(struct binder *binder, struct diag *diag, const struct node *node);

/* Fills the record of `scope` from a map. */
void bind_map(struct binder *binder, const struct scope *scope, const struct node *node,
              void *record);

/* ---- one function a kind of field ---- */

void bind_text(struct binder *binder, const struct slot *slot);
void bind_texts(struct binder *binder, const struct slot *slot);
void bind_answer(struct binder *binder, const struct slot *slot);
void bind_date(struct binder *binder, const struct slot *slot);
void bind_word(struct binder *binder, const struct slot *slot);

void bind_whole(struct binder *binder, const struct slot *slot);
void bind_wholes(struct binder *binder, const struct slot *slot);
void bind_decimal(struct binder *binder, const struct slot *slot);

void bind_id(struct binder *binder, const struct slot *slot);
void bind_ref(struct binder *binder, const struct slot *slot);
void bind_refs(struct binder *binder, const struct slot *slot);

void bind_framework(struct binder *binder, const struct slot *slot);
void bind_grade(struct binder *binder, const struct slot *slot);
void bind_grades(struct binder *binder, const struct slot *slot);

/* References out of any node: one id or a list of them, in the space given. */
struct refs read_refs(struct binder *binder, const struct slot *slot, enum id_space space);
/* Reports ids used twice and references that lead nowhere; points the others at their records. */
void resolve_refs(struct binder *binder);

/* Reports a key that `table` does not have (E201). */
void report_unknown_key(struct binder *binder, const struct scope *scope, const struct pair *pair);

#endif
