/* What the parts of checking a mapping share. */
#ifndef COUNCILBRIEF_BRIEF_TABLES_MAPPING_CHECK_H
#define COUNCILBRIEF_BRIEF_TABLES_MAPPING_CHECK_H

#include "brief/tables/mapping.h"
#include "data/bind/binder.h"

struct checking {
    struct binder binder; /* for its arena, its diagnostics and its way of reporting keys */
    struct mapping *mapping;
    bool sound;
};

/* Reports what is wrong with the mapping (E264). */
__attribute__((format(printf, 3, 4))) struct diag *
mapping_refuse(struct checking *checking, struct span span, const char *format, ...);
__attribute__((format(printf, 3, 4))) void mapping_hint(struct checking *checking,
                                                        struct diag *diag, const char *format, ...);

/* Adds a name, once. */
void column_names_add(struct arena *arena, struct column_names *names, struct str name,
                      const struct node *at);

/* The key of `council` that a mapping names (NULL: none); absent after E264. */
struct str want_council_key(struct checking *checking, const struct node *node);

void check_source(struct checking *checking, const struct node *source);

/* Records in which keys of a format before have the names of today. */
const struct node *records_renewed(struct checking *checking, const struct node *records);

/* A map from lists of a specification to the records that rows become. */
void check_records(struct checking *checking, const struct node *records);

/* Tells the text of one column; NULL after E264. */
const struct node *want_column(struct checking *checking, const struct node *node,
                               const char *what);

#endif
