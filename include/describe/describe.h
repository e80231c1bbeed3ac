/* The format of a specification, described for editors, for readers and for beginners. All of it is
   made from the record tables and the file of frameworks, so that no fact is written twice. */
#ifndef COUNCILBRIEF_DESCRIBE_DESCRIBE_H
#define COUNCILBRIEF_DESCRIBE_DESCRIBE_H

#include "data/bind/framework.h"
#include "data/bind/record.h"

/* JSON Schema of a specification, draft 2020-12. It takes a file as this program reads it (every
   scalar a text) and as editors do (2018 a number, yes a word or a truth value). What it cannot
   say, such as that ids are used once and dates are in order, only `check` finds. */
struct str schema_text(struct arena *arena, const struct frameworks *frameworks);

/* JSON Schema of a mapping, a file of templates/tables. */
struct str mapping_schema_text(struct arena *arena);

/* The reference in Markdown: how to write a specification, every record and field, frameworks. */
struct str reference_text(struct arena *arena, const struct frameworks *frameworks);

/* The same for a file of another kind, such as a theme: its records and fields alone. */
struct str reference_records(struct arena *arena, const struct record_table *root);

/* What a difference between two issues means, key by key, in Markdown. */
struct str changes_text(struct arena *arena);

/* Adds a row for each field of one table, under a head of five columns. */
void reference_fields(struct buf *out, const struct record_table *table);

struct known_council;

struct starter {
    struct str council; /* its full name; one line, not blank */
    struct str as_at;   /* the day of the briefing */
    struct str schema; /* where an editor finds the schema, from the file's own folder; or absent */
    const struct known_council *known; /* what is known of it; NULL: nothing */
    const char *const *with;           /* kinds of records to show with all their keys, or `all` */
    size_t with_count;
};

/* A commented specification that checks clean as it is: what must be written is written, and what
   is known; ten kinds of records have an example, switched off by `# ` at the very left. */
struct str starter_text(struct arena *arena, const struct starter *starter);

/* ---- shared by all that describe ---- */

struct tables {
    const struct record_table *const *items;
    size_t count;
};

/* `root` and the tables it leads to, each once, in the order in which a reader meets them; through
   computed fields only if `derived`. */
struct tables tables_from(struct arena *arena, const struct record_table *root, bool derived);

/* The name of a definition in a schema: spaces become `_`. */
const char *definition_name(struct arena *arena, const char *name);

#endif
