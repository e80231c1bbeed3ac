/* Writing JSON: one value after the other, with commas and escapes where they belong. */
#ifndef COUNCILBRIEF_BASE_JSON_H
#define COUNCILBRIEF_BASE_JSON_H

#include "base/str.h"

/* Where the next value stands. */
enum json_place { JSON_FIRST, JSON_NEXT, JSON_BEHIND_KEY };

/* Begin with {.out = &buf}. Every object and list that is begun must be ended; nothing checks
   that. */
struct json {
    struct buf *out;
    unsigned indent; /* spaces per level; 0: all on one line */
    unsigned depth;
    enum json_place place;
};

void json_begin_object(struct json *json);
void json_end_object(struct json *json);
void json_begin_array(struct json *json);
void json_end_array(struct json *json);

/* Inside an object, call it before each value. */
void json_key(struct json *json, const char *key);

void json_text(struct json *json, struct str text);
void json_integer(struct json *json, int64_t number);
void json_boolean(struct json *json, bool value);
void json_null(struct json *json);
/* A value that is JSON already, on one line. */
void json_written(struct json *json, struct str value);

/* A key and its value in one call; an absent text is null. */
void json_pair_text(struct json *json, const char *key, struct str text);
void json_pair_integer(struct json *json, const char *key, int64_t number);

#endif
