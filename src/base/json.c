/* Writes JSON into a buffer, one value after the other. */
#include "base/json.h"

#include "base/shown.h"
#include "base/unseen.h"
#include "base/utf8.h"

#include <inttypes.h>

static void new_line(struct json *json)
{
    if (!json->indent)
        return;
    buf_byte(json->out, '\n');
    for (unsigned i = 0; i < json->indent * json->depth; i++)
        buf_byte(json->out, ' ');
}

/* Writes what separates the next value from the one before. */
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

/* The letter of a byte's short escape, or 0. */
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

/* The first byte at or after `at` that is not ASCII or must be escaped. */
static size_t plain_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] >= ' ' && text.at[at] <= '~' && text.at[at] != '"' &&
           text.at[at] != '\\')
        at++;
    return at;
}

/* Adds the character at `at`, escaped if no terminal should be sent it; returns where the next
   begins. */
static size_t add_character(struct buf *out, struct str text, size_t at)
{
    size_t next = at;
    uint32_t c = utf8_next(text, &next);
    if (c < 0x80 && short_escape((char)c))
        buf_addf(out, "\\%c", short_escape((char)c));
    else if (shown_is_hidden(c))
        buf_addf(out, "\\u%04x", (unsigned)c);
    else
        buf_add(out, str_part(text, at, next));
    return next;
}

/* JSON must be UTF-8 and the name of a file need not be: each byte that is not becomes U+FFFD. */
static void add_quoted(struct buf *out, struct str text)
{
    buf_byte(out, '"');
    for (size_t at = 0, sound = utf8_check(text); at < text.len;) {
        size_t end = plain_end(text, at);
        buf_add(out, str_part(text, at, end));
        at = end;
        if (at == sound && at < text.len) {
            buf_code_point(out, 0xFFFD);
            at++;
            sound = at + utf8_check(str_part(text, at, text.len));
        } else if (at < text.len) {
            at = add_character(out, text, at);
        }
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

void json_written(struct json *json, struct str value)
{
    separate(json);
    buf_add(json->out, value);
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
