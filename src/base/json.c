/* Writing JSON: one value after the other into a buffer. */
#include "base/json.h"

#include <inttypes.h>

static void new_line(struct json *json)
{
    if (!json->indent)
        return;
    buf_byte(json->out, '\n');
    for (unsigned i = 0; i < json->indent * json->depth; i++)
        buf_byte(json->out, ' ');
}

/* What stands between the value before and the one to come. */
static void separate(struct json *json)
{
    if (json->place == JSON_NEXT)
        buf_byte(json->out, ',');
    if (json->place != JSON_BEHIND_KEY && json->depth > 0)
        new_line(json);
    json->place = JSON_NEXT;
}

static void begin(struct json *json, char bracket)
{
    separate(json);
    buf_byte(json->out, bracket);
    json->depth++;
    json->place = JSON_FIRST;
}

static void end(struct json *json, char bracket)
{
    json->depth--;
    if (json->place != JSON_FIRST)
        new_line(json);
    buf_byte(json->out, bracket);
    json->place = JSON_NEXT;
}

void json_begin_object(struct json *json)
{
    begin(json, '{');
}

void json_end_object(struct json *json)
{
    end(json, '}');
}

void json_begin_array(struct json *json)
{
    begin(json, '[');
}

void json_end_array(struct json *json)
{
    end(json, ']');
}

/* The letter of a short escape, or 0. */
static char short_escape(char byte)
{
    switch (byte) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    default: return 0;
    }
}

/* UTF-8 goes through as it is; control characters have no other form than an escape. */
static void add_quoted(struct buf *out, struct str text)
{
    buf_byte(out, '"');
    for (size_t i = 0, plain = 0; i <= text.len; i++) {
        bool special = i < text.len && ((unsigned char)text.at[i] < 0x20 || text.at[i] == 0x7F ||
                                        short_escape(text.at[i]));
        if (!special && i < text.len)
            continue;
        buf_add(out, str_part(text, plain, i));
        plain = i + 1;
        if (special && short_escape(text.at[i]))
            buf_addf(out, "\\%c", short_escape(text.at[i]));
        else if (special)
            buf_addf(out, "\\u%04x", (unsigned)(unsigned char)text.at[i]);
    }
    buf_byte(out, '"');
}

void json_key(struct json *json, const char *key)
{
    separate(json);
    add_quoted(json->out, str_from(key));
    buf_addz(json->out, json->indent ? ": " : ":");
    json->place = JSON_BEHIND_KEY;
}

void json_text(struct json *json, struct str text)
{
    separate(json);
    add_quoted(json->out, text);
}

void json_integer(struct json *json, int64_t number)
{
    separate(json);
    buf_addf(json->out, "%" PRId64, number);
}

void json_boolean(struct json *json, bool value)
{
    separate(json);
    buf_addz(json->out, value ? "true" : "false");
}

void json_null(struct json *json)
{
    separate(json);
    buf_addz(json->out, "null");
}

void json_pair_text(struct json *json, const char *key, struct str text)
{
    json_key(json, key);
    if (text.at)
        json_text(json, text);
    else
        json_null(json);
}

void json_pair_integer(struct json *json, const char *key, int64_t number)
{
    json_key(json, key);
    json_integer(json, number);
}
