/* Reading JSON: values, each with its place in the file. */
#ifndef COUNCILBRIEF_FILES_JSON_READ_H
#define COUNCILBRIEF_FILES_JSON_READ_H

#include "diag/diag.h"

enum json_kind {
    JSON_NULL,
    JSON_ANSWER, /* answer: true or false */
    JSON_WHOLE,  /* whole */
    JSON_REAL,   /* real: finite */
    JSON_TEXT,   /* text: its escapes resolved */
    JSON_LIST,   /* list */
    JSON_MAP     /* map */
};

struct json_list {
    const struct json_value *items;
    size_t count;
};

/* In the order of the file; no key stands twice. */
struct json_map {
    const struct json_entry *entries;
    size_t count;
};

struct json_value {
    enum json_kind kind;
    struct span span;
    union {
        bool answer;
        int64_t whole;
        double real;
        struct str text;
        struct json_list list;
        struct json_map map;
    };
};

struct json_entry {
    struct str key;
    struct json_value value;
};

/* The map that the source holds; NULL after E330. Numbers are as Python reads them, and what a
   template could not print as Python does is refused. */
const struct json_map *json_read(struct arena *arena, struct diags *diags,
                                 const struct source *source);

/* The value of a key; NULL when the map has none. */
const struct json_value *json_find(const struct json_map *map, struct str key);

/* The same where only a text or a list will do; absent or NULL for anything else. */
struct str json_find_text(const struct json_map *map, const char *key);
const struct json_list *json_find_list(const struct json_map *map, const char *key);

#endif
