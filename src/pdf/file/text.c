/* UTF-8 to the UTF-16 that PDF's text strings are made of. */
#include "pdf/file/text.h"

#include "base/utf8.h"

struct units {
    uint16_t at[2];
    int count;
};

static struct units units_of(uint32_t code_point)
{
    if (code_point < 0x10000)
        return (struct units){{(uint16_t)code_point}, 1};
    uint32_t rest = code_point - 0x10000;
    return (struct units){{(uint16_t)(0xD800 | rest >> 10), (uint16_t)(0xDC00 | (rest & 0x3FF))},
                          2};
}

static void unit_bytes(struct buf *out, uint16_t unit)
{
    buf_byte(out, (char)(unit >> 8));
    buf_byte(out, (char)(unit & 0xFF));
}

struct str pdf_text_utf16(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    unit_bytes(&out, 0xFEFF);
    for (size_t at = 0; at < text.len;) {
        struct units units = units_of(utf8_next(text, &at));
        for (int i = 0; i < units.count; i++)
            unit_bytes(&out, units.at[i]);
    }
    return buf_str(&out);
}

size_t pdf_text_units(struct str text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.len;)
        count += (size_t)units_of(utf8_next(text, &at)).count;
    return count;
}

void pdf_text_hex_unit(struct buf *out, uint16_t unit)
{
    static const char digits[] = "0123456789ABCDEF";
    char *at = buf_room(out, 4);
    for (int shift = 12; shift >= 0; shift -= 4)
        *at++ = digits[unit >> shift & 0xF];
    buf_end(out, at);
}

void pdf_text_hex(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        struct units units = units_of(utf8_next(text, &at));
        for (int i = 0; i < units.count; i++)
            pdf_text_hex_unit(out, units.at[i]);
    }
}

void pdf_text_string(struct buf *out, struct str text)
{
    buf_addz(out, "<FEFF");
    pdf_text_hex(out, text);
    buf_byte(out, '>');
}

bool pdf_text_is_private(struct str text)
{
    if (text.len < 3) /* as in UTF-8 none of them is */
        return false;
    for (size_t at = 0; at < text.len;) {
        uint32_t code_point = utf8_next(text, &at);
        if (code_point >= 0xE000 && code_point <= 0xF8FF)
            return true;
    }
    return false;
}
