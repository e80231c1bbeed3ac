/* A YAML file as a tree in which every value and key keeps its place. */
#ifndef COUNCILBRIEF_DATA_YAML_NODE_H
#define COUNCILBRIEF_DATA_YAML_NODE_H

#include "diag/diag.h"

enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP };

enum scalar_style { SCALAR_PLAIN, SCALAR_QUOTED, SCALAR_BLOCK };

/* What an officer must know to mend a value that came out of a table. */
struct cell_origin {
    struct str column;        /* that it came from, or whose cell would have had to hold it */
    struct str before;        /* a column that counts before that one, and is empty; absent: none */
    const struct node *words; /* what the mapping has for the words of those columns; NULL: none */
};

struct node {
    enum node_kind kind;
    struct span span;                 /* of the value; for a block scalar from its | or > on */
    struct str text;                  /* of a scalar, as YAML reads it; never typed here */
    enum scalar_style style;          /* of a scalar */
    bool from_table;                  /* a row or a cell, not what an officer wrote */
    bool told;                        /* what is wrong with it has been said: say no more */
    const struct cell_origin *origin; /* of a value with columns in it; else NULL */
    size_t count;                     /* of a list or a map */
    const struct node *const *items;  /* of a list */
    const struct pair *pairs;         /* of a map, in the order of the file; keys differ */
};

struct pair {
    struct str key;
    struct span key_span;
    const struct node *value;
};

/* A plain empty scalar, `~` or `null`: the same as leaving the key out. */
bool node_is_absent(const struct node *node);

/* The value of a key of a map, or NULL; NULL and other kinds give NULL. */
const struct node *node_get(const struct node *map, const char *key);
const struct pair *node_pair(const struct node *map, struct str key);

/* `base` with all that `over` says in its place: maps are merged key by key, anything else is
   replaced, so that an absent value takes away what was there. Every node keeps its place. */
const struct node *node_overlay(struct arena *arena, const struct node *base,
                                const struct node *over);

/* Do two trees say the same, wherever and in whatever order of keys? */
bool node_equal(const struct node *a, const struct node *b);

/* A text for a message: on one line, and cut short with "…" when it is long. */
struct str text_shown(struct arena *arena, struct str text);

/* "a list", "a map", "nothing", "the text `x`": what an officer sees, for messages. */
struct str node_describe(struct arena *arena, const struct node *node);

#endif
