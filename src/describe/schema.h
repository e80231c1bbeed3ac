/* What the parts of the schema share. */
#ifndef COUNCILBRIEF_DESCRIBE_SCHEMA_H
#define COUNCILBRIEF_DESCRIBE_SCHEMA_H

#include "base/json.h"
#include "describe/describe.h"

struct schema {
    struct arena *arena;
    const struct frameworks *frameworks;
    struct json json;
};

/* { "$ref": "#/$defs/NAME" }, and the pair alone for an object that has been begun. Spaces of the
   name become `_`. */
void schema_add_ref(struct schema *schema, const char *name);
void schema_add_ref_pair(struct schema *schema, const char *name);

/* One alternative of an `anyOf`: the value was left out. */
void schema_add_nothing(struct schema *schema);

/* A list of texts. */
void schema_add_words(struct schema *schema, const char *key, const struct str *words,
                      size_t count);

/* Adds a pattern for a word, whose capitals and marks make no difference. */
void schema_add_spelling(struct buf *out, struct str spelling);

/* $defs of every kind of value: `date`, `text`, `references` and so on. */
void schema_add_kinds(struct schema *schema);

/* The schema of what may follow a field's key, its absence apart: pairs of an object that
   has been begun. */
void schema_add_kind(struct schema *schema, const struct field *field);

/* $defs of each grade and its spellings, of `grade`, and of `framework`. */
void schema_add_grades(struct schema *schema);

/* What follows from the framework that an inspection names: its judgements and their grades. */
void schema_add_framework_rules(struct schema *schema);

/* A field's example as JSON, in an array under `examples`; nothing when there is none. */
void schema_add_example(struct schema *schema, const struct field *field);

#endif
