/* The texts of JSON with their escapes. What a template may not hold is refused here too. */
#include "data.h"

#include "base/utf8.h"

/* Four hexadecimal digits at the reader. */
static bool read_unit(struct data_reader *reader, uint32_t *unit)
{
    uint32_t start = reader->pos;
    *unit = 0;
    for (; reader->pos < start + 4; reader->pos++) {
        char byte = data_byte(reader);
        bool digit = byte >= '0' && byte <= '9', small = byte >= 'a' && byte <= 'f';
        if (!digit && !small && !(byte >= 'A' && byte <= 'F'))
            return data_fail(reader, start - 2, reader->pos,
                             "\\u needs four hexadecimal digits behind it");
        int digit_value = digit ? byte - '0' : (byte | 0x20) - 'a' + 10;
        *unit = *unit * 16 + (uint32_t)digit_value;
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
static bool read_pair(struct data_reader *reader, uint32_t start, uint32_t high,
                      uint32_t *code_point)
{
    uint32_t low = 0;
    bool escape = str_starts(str_part(reader->source->text, reader->pos, reader->pos + 2), "\\u");
    reader->pos += escape ? 2 : 0;
    if (escape && !read_unit(reader, &low))
        return false;
    if (!is_low(low))
        return data_fail(reader, start, reader->pos, "this is half a character");
    *code_point = 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);
    return true;
}

static bool read_unicode(struct data_reader *reader, uint32_t start, struct buf *out)
{
    uint32_t code_point;
    if (!read_unit(reader, &code_point))
        return false;
    if (is_low(code_point))
        return data_fail(reader, start, reader->pos, "this is half a character");
    if (is_high(code_point) && !read_pair(reader, start, code_point, &code_point))
        return false;
    bool line = code_point == '\n' || code_point == '\r' || code_point == '\t';
    bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    if ((control && !line) || utf8_is_reserved(code_point))
        return data_fail(reader, start, reader->pos, "the character U+%04X is not allowed",
                         (unsigned)code_point);
    buf_code_point(out, code_point);
    return true;
}

static bool read_escape(struct data_reader *reader, struct buf *out)
{
    static const char letters[] = "\"\\/nrt", meanings[] = "\"\\/\n\r\t";
    uint32_t start = reader->pos++;
    char letter = data_byte(reader);
    reader->pos += letter != '\0';
    if (letter == 'u')
        return read_unicode(reader, start, out);
    for (size_t i = 0; i < sizeof letters - 1; i++)
        if (letter == letters[i]) {
            buf_byte(out, meanings[i]);
            return true;
        }
    return data_fail(reader, start, reader->pos, "this escape is not one that texts may have");
}

bool data_read_text(struct data_reader *reader, struct str *text)
{
    uint32_t open = reader->pos++;
    struct buf out = {.arena = reader->arena};
    buf_addz(&out, "");
    while (data_byte(reader) != '"') {
        char byte = data_byte(reader);
        if (byte == '\0')
            return data_fail(reader, open, open + 1, "this quotation mark has no partner");
        if (byte == '\n' || byte == '\r' || byte == '\t')
            return data_fail(reader, open, reader->pos, "a text must end on its line; write \\n");
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
