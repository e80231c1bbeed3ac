/* Reads JSON (RFC 8259) into values, each with its place. The first fault ends the reading. */
#include "files/json_read.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/real.h"
#include "base/utf8.h"
#include "files/files_codes.h"

struct reader {
    struct arena *arena;
    struct diags *diags;
    const struct source *source;
    uint32_t pos;
    int depth;
};

static bool read_value(struct reader *reader, struct json_value *value);

/* Reports E330 at [start, end) and returns false. */
__attribute__((format(printf, 4, 5))) static bool refuse(struct reader *reader, uint32_t start,
                                                         uint32_t end, const char *format, ...);

static bool refuse(struct reader *reader, uint32_t start, uint32_t end, const char *format, ...)
{
    va_list args;
    struct buf message = {.arena = reader->arena};
    va_start(args, format);
    buf_addv(&message, format, args);
    va_end(args);
    struct span span = {reader->source, start, end};
    diag_report(reader->diags, &E330, span, STR_FMT, STR_ARG(buf_str(&message)));
    return false;
}

static char next_byte(const struct reader *reader)
{
    return reader->pos < reader->source->text.len ? reader->source->text.at[reader->pos] : '\0';
}

static void skip_space(struct reader *reader)
{
    for (char byte = next_byte(reader); byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
         byte = next_byte(reader))
        reader->pos++;
}

/* Is this the next byte that counts? Then the reader goes past it. */
static bool skip(struct reader *reader, char byte)
{
    skip_space(reader);
    bool here = next_byte(reader) == byte;
    reader->pos += here;
    return here;
}

static bool expect(struct reader *reader, char byte, const char *where)
{
    if (skip(reader, byte))
        return true;
    uint32_t end = reader->pos + (reader->pos < reader->source->text.len);
    return refuse(reader, reader->pos, end, "`%c` is missing %s", byte, where);
}

/* ---- numbers ---- */

static bool skip_digits(struct reader *reader)
{
    uint32_t start = reader->pos;
    while (ascii_is_digit(next_byte(reader)))
        reader->pos++;
    return reader->pos > start;
}

/* Past a number as JSON writes it; false when it is written otherwise. */
static bool skip_number(struct reader *reader, bool *whole)
{
    reader->pos += next_byte(reader) == '-';
    bool zero = next_byte(reader) == '0';
    uint32_t start = reader->pos;
    bool sound = skip_digits(reader) && (!zero || reader->pos == start + 1);
    *whole = true;
    if (next_byte(reader) == '.') {
        *whole = false;
        reader->pos++;
        sound = skip_digits(reader) && sound;
    }
    if (next_byte(reader) == 'e' || next_byte(reader) == 'E') {
        *whole = false;
        reader->pos++;
        reader->pos += next_byte(reader) == '-' || next_byte(reader) == '+';
        sound = skip_digits(reader) && sound;
    }
    return sound;
}

static bool parse_whole(struct str text, int64_t *number)
{
    bool negative = text.at[0] == '-';
    *number = 0;
    for (size_t i = negative; i < text.len; i++) {
        if (*number > (INT64_MAX - 9) / 10)
            return false;
        *number = *number * 10 + (text.at[i] - '0');
    }
    *number = negative ? -*number : *number;
    return true;
}

static bool read_number(struct reader *reader, struct json_value *value)
{
    bool whole;
    uint32_t start = reader->pos;
    double real = 0;
    int64_t number = 0;
    if (!skip_number(reader, &whole))
        return refuse(reader, start, reader->pos, "this is not a number as JSON writes them");
    struct str text = str_part(reader->source->text, start, reader->pos);
    bool fits = whole ? parse_whole(text, &number) : real_parse(text, &real);
    if (!fits)
        return refuse(reader, start, reader->pos, "this number has too many digits");
    *value = whole ? (struct json_value){.kind = JSON_WHOLE, .whole = number}
                   : (struct json_value){.kind = JSON_REAL, .real = real};
    return true;
}

/* ---- texts: what a template may not hold is refused here too ---- */

/* Four hexadecimal digits at the reader. */
static bool read_unit(struct reader *reader, uint32_t *unit)
{
    uint32_t start = reader->pos;
    *unit = 0;
    for (; reader->pos < start + 4; reader->pos++) {
        int digit = ascii_hex_value(next_byte(reader));
        if (digit < 0)
            return refuse(reader, start - 2, reader->pos,
                          "\\u needs four hexadecimal digits behind it");
        *unit = *unit * 16 + (uint32_t)digit;
    }
    return true;
}

static bool is_high(uint32_t unit)
{
    return unit >= 0xD800 && unit < 0xDC00;
}

static bool is_low(uint32_t unit)
{
    return unit >= 0xDC00 && unit < 0xE000;
}

/* A character beyond the first plane is written as two units. */
static bool read_pair(struct reader *reader, uint32_t start, uint32_t high, uint32_t *code_point)
{
    uint32_t low = 0;
    bool escape = str_starts(str_part(reader->source->text, reader->pos, reader->pos + 2), "\\u");
    reader->pos += escape ? 2 : 0;
    if (escape && !read_unit(reader, &low))
        return false;
    if (!is_low(low))
        return refuse(reader, start, reader->pos, "this is half a character");
    *code_point = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

static bool read_unicode(struct reader *reader, uint32_t start, struct buf *out)
{
    uint32_t code_point;
    if (!read_unit(reader, &code_point))
        return false;
    if (is_low(code_point))
        return refuse(reader, start, reader->pos, "this is half a character");
    if (is_high(code_point) && !read_pair(reader, start, code_point, &code_point))
        return false;
    bool line = code_point == '\n' || code_point == '\r' || code_point == '\t';
    bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    if ((control && !line) || utf8_is_reserved(code_point))
        return refuse(reader, start, reader->pos, "the character U+%04X is not allowed",
                      (unsigned)code_point);
    buf_code_point(out, code_point);
    return true;
}

static bool read_escape(struct reader *reader, struct buf *out)
{
    static const char letters[] = "\"\\/nrt", meanings[] = "\"\\/\n\r\t";
    uint32_t start = reader->pos++;
    char letter = next_byte(reader);
    reader->pos += letter != '\0';
    if (letter == 'u')
        return read_unicode(reader, start, out);
    for (size_t i = 0; i < sizeof letters - 1; i++)
        if (letter == letters[i]) {
            buf_byte(out, meanings[i]);
            return true;
        }
    return refuse(reader, start, reader->pos, "this escape is not one that texts may have");
}

static bool read_text(struct reader *reader, struct str *text)
{
    uint32_t open = reader->pos++;
    struct buf out = {.arena = reader->arena};
    buf_addz(&out, "");
    while (next_byte(reader) != '"') {
        char byte = next_byte(reader);
        if (byte == '\0')
            return refuse(reader, open, open + 1, "this quotation mark has no partner");
        if (byte == '\n' || byte == '\r' || byte == '\t')
            return refuse(reader, open, reader->pos, "a text must end on its line; write \\n");
        if (byte != '\\') {
            buf_byte(&out, byte);
            reader->pos++;
        } else if (!read_escape(reader, &out)) {
            return false;
        }
    }
    reader->pos++;
    *text = buf_str(&out);
    return true;
}

/* ---- lists and maps ---- */

static bool read_list(struct reader *reader, struct json_value *value)
{
    LIST(struct json_value) items = {0};
    reader->pos++;
    while (!skip(reader, ']')) {
        if (items.count > 0 && !expect(reader, ',', "between two items"))
            return false;
        if (!read_value(reader, LIST_ADD(reader->arena, &items)))
            return false;
    }
    *value = (struct json_value){.kind = JSON_LIST, .list = {items.items, items.count}};
    return true;
}

static bool has_key(const struct json_entry *entries, size_t count, struct str key)
{
    struct json_map map = {entries, count};
    return json_find(&map, key) != NULL;
}

static bool read_entry(struct reader *reader, struct json_entry *entry,
                       const struct json_entry *before, size_t count)
{
    skip_space(reader);
    uint32_t start = reader->pos;
    if (next_byte(reader) != '"')
        return refuse(reader, start, start + 1, "a key in quotation marks is missing here");
    if (!read_text(reader, &entry->key))
        return false;
    if (has_key(before, count, entry->key))
        return refuse(reader, start, reader->pos, "the key `" STR_FMT "` is given twice",
                      STR_ARG(entry->key));
    return expect(reader, ':', "behind the key") && read_value(reader, &entry->value);
}

static bool read_map(struct reader *reader, struct json_value *value)
{
    LIST(struct json_entry) entries = {0};
    uint32_t start = reader->pos++;
    while (!skip(reader, '}')) {
        if (entries.count > 0 && !expect(reader, ',', "between two keys"))
            return false;
        if (entries.count >= LIMIT_DATA_KEYS)
            return refuse(reader, start, start + 1, "this map has more than %d keys",
                          LIMIT_DATA_KEYS);
        struct json_entry *entry = LIST_ADD(reader->arena, &entries);
        if (!read_entry(reader, entry, entries.items, entries.count - 1))
            return false;
    }
    *value = (struct json_value){.kind = JSON_MAP, .map = {entries.items, entries.count}};
    return true;
}

/* ---- any value ---- */

static bool read_word(struct reader *reader, struct json_value *value)
{
    static const struct {
        const char *word;
        struct json_value value;
    } words[] = {{"true", {.kind = JSON_ANSWER, .answer = true}},
                 {"false", {.kind = JSON_ANSWER}},
                 {"null", {.kind = JSON_NULL}}};
    uint32_t start = reader->pos;
    while (next_byte(reader) >= 'a' && next_byte(reader) <= 'z')
        reader->pos++;
    struct str word = str_part(reader->source->text, start, reader->pos);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i].word)) {
            *value = words[i].value;
            return true;
        }
    uint32_t end = reader->pos > start ? reader->pos : start + (next_byte(reader) != '\0');
    return refuse(reader, start, end, "a value is missing here");
}

static bool read_any(struct reader *reader, struct json_value *value)
{
    char byte = next_byte(reader);
    if (byte == '{')
        return read_map(reader, value);
    if (byte == '[')
        return read_list(reader, value);
    if (byte == '-' || ascii_is_digit(byte))
        return read_number(reader, value);
    if (byte != '"')
        return read_word(reader, value);
    *value = (struct json_value){.kind = JSON_TEXT};
    return read_text(reader, &value->text);
}

static bool read_value(struct reader *reader, struct json_value *value)
{
    skip_space(reader);
    uint32_t start = reader->pos;
    if (++reader->depth > LIMIT_DATA_DEPTH)
        return refuse(reader, start, start + 1, "values stand inside one another more than %d deep",
                      LIMIT_DATA_DEPTH);
    if (!read_any(reader, value))
        return false;
    value->span = (struct span){reader->source, start, reader->pos};
    reader->depth--;
    return true;
}

const struct json_map *json_read(struct arena *arena, struct diags *diags,
                                 const struct source *source)
{
    struct reader reader = {.arena = arena, .diags = diags, .source = source};
    struct json_value *value = ARENA_NEW(arena, struct json_value);
    if (!read_value(&reader, value))
        return NULL;
    skip_space(&reader);
    uint32_t end = (uint32_t)source->text.len;
    if (reader.pos < end)
        refuse(&reader, reader.pos, end, "nothing may follow the value");
    else if (value->kind != JSON_MAP)
        refuse(&reader, value->span.start, value->span.end, "a map in braces is needed here");
    else
        return &value->map;
    return NULL;
}

/* ---- looking into a map ---- */

const struct json_value *json_find(const struct json_map *map, struct str key)
{
    for (size_t i = 0; i < map->count; i++)
        if (str_equal(map->entries[i].key, key))
            return &map->entries[i].value;
    return NULL;
}

struct str json_find_text(const struct json_map *map, const char *key)
{
    const struct json_value *value = json_find(map, str_from(key));
    return value && value->kind == JSON_TEXT ? value->text : STR_NONE;
}

const struct json_list *json_find_list(const struct json_map *map, const char *key)
{
    const struct json_value *value = json_find(map, str_from(key));
    return value && value->kind == JSON_LIST ? &value->list : NULL;
}
