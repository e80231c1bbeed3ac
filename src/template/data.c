/* Reads JSON (RFC 8259) into values, each with its place. The first fault ends the reading. */
#include "data.h"

#include "base/ascii.h"
#include "base/limits.h"
#include "base/real.h"

static bool read_value(struct data_reader *reader, struct value *value);

bool data_fail(struct data_reader *reader, uint32_t start, uint32_t end, const char *format, ...)
{
    va_list args;
    struct buf message = {.arena = reader->arena};
    va_start(args, format);
    buf_addv(&message, format, args);
    va_end(args);
    struct span span = {reader->source, start, end};
    diag_report(reader->diags, E330, span, STR_FMT, STR_ARG(buf_str(&message)));
    return false;
}

char data_byte(const struct data_reader *reader)
{
    return reader->pos < reader->source->text.len ? reader->source->text.at[reader->pos] : '\0';
}

static void skip_space(struct data_reader *reader)
{
    for (char byte = data_byte(reader); byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r';
         byte = data_byte(reader))
        reader->pos++;
}

/* Is this the next byte that counts? Then the reader goes past it. */
static bool skip(struct data_reader *reader, char byte)
{
    skip_space(reader);
    bool here = data_byte(reader) == byte;
    reader->pos += here;
    return here;
}

static bool expect(struct data_reader *reader, char byte, const char *where)
{
    if (skip(reader, byte))
        return true;
    uint32_t end = reader->pos + (reader->pos < reader->source->text.len);
    return data_fail(reader, reader->pos, end, "`%c` is missing %s", byte, where);
}

/* ---- numbers ---- */

static bool skip_digits(struct data_reader *reader)
{
    uint32_t start = reader->pos;
    while (ascii_is_digit(data_byte(reader)))
        reader->pos++;
    return reader->pos > start;
}

/* Past a number as JSON writes it; false when it is written otherwise. */
static bool skip_number(struct data_reader *reader, bool *whole)
{
    reader->pos += data_byte(reader) == '-';
    bool zero = data_byte(reader) == '0';
    uint32_t start = reader->pos;
    bool sound = skip_digits(reader) && (!zero || reader->pos == start + 1);
    *whole = true;
    if (data_byte(reader) == '.') {
        *whole = false;
        reader->pos++;
        sound = skip_digits(reader) && sound;
    }
    if (data_byte(reader) == 'e' || data_byte(reader) == 'E') {
        *whole = false;
        reader->pos++;
        reader->pos += data_byte(reader) == '-' || data_byte(reader) == '+';
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

static bool read_number(struct data_reader *reader, struct value *value)
{
    bool whole;
    uint32_t start = reader->pos;
    double real = 0;
    int64_t number = 0;
    if (!skip_number(reader, &whole))
        return data_fail(reader, start, reader->pos, "this is not a number as JSON writes them");
    struct str text = str_part(reader->source->text, start, reader->pos);
    bool fits = whole ? parse_whole(text, &number) : real_parse(text, &real);
    if (!fits)
        return data_fail(reader, start, reader->pos, "this number has too many digits");
    *value = whole ? value_whole(number) : value_real(real);
    return true;
}

/* ---- lists and maps ---- */

static bool read_list(struct data_reader *reader, struct value *value)
{
    LIST(struct value) items = {0};
    struct list_value *list = ARENA_NEW(reader->arena, struct list_value);
    reader->pos++;
    *list = (struct list_value){.backing = LIST_VALUES, .depth = 1};
    while (!skip(reader, ']')) {
        if (items.count > 0 && !expect(reader, ',', "between two items"))
            return false;
        struct value *item = LIST_ADD(reader->arena, &items);
        if (!read_value(reader, item))
            return false;
        if (item->kind == VALUE_LIST && item->list->depth >= list->depth)
            list->depth = item->list->depth + 1;
    }
    list->count = items.count;
    list->values = items.items;
    *value = value_list(list);
    return true;
}

static bool has_key(const struct map_entry *entries, size_t count, struct str key)
{
    struct map_value map = {entries, count};
    return map_find(&map, key) != NULL;
}

static bool read_entry(struct data_reader *reader, struct map_entry *entry,
                       const struct map_entry *before, size_t count)
{
    skip_space(reader);
    uint32_t start = reader->pos;
    if (data_byte(reader) != '"')
        return data_fail(reader, start, start + 1, "a key in quotation marks is missing here");
    if (!data_read_text(reader, &entry->key))
        return false;
    if (has_key(before, count, entry->key))
        return data_fail(reader, start, reader->pos, "the key `" STR_FMT "` is given twice",
                         STR_ARG(entry->key));
    return expect(reader, ':', "behind the key") && read_value(reader, &entry->value);
}

static bool read_map(struct data_reader *reader, struct value *value)
{
    LIST(struct map_entry) entries = {0};
    uint32_t start = reader->pos++;
    while (!skip(reader, '}')) {
        if (entries.count > 0 && !expect(reader, ',', "between two keys"))
            return false;
        if (entries.count >= LIMIT_DATA_KEYS)
            return data_fail(reader, start, start + 1, "this map has more than %d keys",
                             LIMIT_DATA_KEYS);
        struct map_entry *entry = LIST_ADD(reader->arena, &entries);
        if (!read_entry(reader, entry, entries.items, entries.count - 1))
            return false;
    }
    struct map_value *map = ARENA_NEW(reader->arena, struct map_value);
    *map = (struct map_value){entries.items, entries.count};
    *value = value_map(map);
    return true;
}

/* ---- any value ---- */

static bool read_word(struct data_reader *reader, struct value *value)
{
    static const struct {
        const char *word;
        struct value value;
    } words[] = {{"true", {.kind = VALUE_BOOL, .truth = true}},
                 {"false", {.kind = VALUE_BOOL}},
                 {"null", {.kind = VALUE_NONE}}};
    uint32_t start = reader->pos;
    while (data_byte(reader) >= 'a' && data_byte(reader) <= 'z')
        reader->pos++;
    struct str word = str_part(reader->source->text, start, reader->pos);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (str_is(word, words[i].word)) {
            *value = words[i].value;
            return true;
        }
    uint32_t end = reader->pos > start ? reader->pos : start + (data_byte(reader) != '\0');
    return data_fail(reader, start, end, "a value is missing here");
}

static bool read_any(struct data_reader *reader, struct value *value)
{
    char byte = data_byte(reader);
    if (byte == '{')
        return read_map(reader, value);
    if (byte == '[')
        return read_list(reader, value);
    if (byte == '-' || ascii_is_digit(byte))
        return read_number(reader, value);
    if (byte != '"')
        return read_word(reader, value);
    *value = value_text(STR_NONE);
    return data_read_text(reader, &value->text);
}

static bool read_value(struct data_reader *reader, struct value *value)
{
    skip_space(reader);
    uint32_t start = reader->pos;
    if (++reader->depth > LIMIT_TEMPLATE_DEPTH)
        return data_fail(reader, start, start + 1,
                         "values stand inside one another more than %d deep", LIMIT_TEMPLATE_DEPTH);
    if (!read_any(reader, value))
        return false;
    value->origin = (struct span){reader->source, start, reader->pos};
    reader->depth--;
    return true;
}

const struct map_value *data_read(struct arena *arena, struct diags *diags,
                                  const struct source *source)
{
    struct data_reader reader = {.arena = arena, .diags = diags, .source = source};
    struct value value;
    if (!read_value(&reader, &value))
        return NULL;
    skip_space(&reader);
    uint32_t end = (uint32_t)source->text.len;
    if (reader.pos < end)
        data_fail(&reader, reader.pos, end, "nothing may follow the value");
    else if (value.kind != VALUE_MAP)
        data_fail(&reader, value.origin.start, value.origin.end, "a map in braces is needed here");
    else
        return value.map;
    return NULL;
}
