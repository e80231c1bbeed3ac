/* Objects of a PDF as text: numbers, texts, names, dictionaries, number trees. */
#include "pdf/file/object.h"

#include "base/ascii.h"
#include "base/utf8.h"

/* ---- UTF-8 to the UTF-16 that PDF's text strings are made of ---- */

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

/* ---- fixed-point numbers for content streams ---- */

int64_t pdf_round_div(int64_t dividend, int64_t divisor)
{
    int64_t half = divisor / 2;
    return (dividend >= 0 ? dividend + half : dividend - half) / divisor;
}

static uint64_t size_of(int64_t number)
{
    return number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
}

static char *put_whole(char *at, uint64_t number)
{
    if (number >= 10)
        at = put_whole(at, number / 10);
    *at++ = (char)('0' + number % 10);
    return at;
}

/* What follows the point, without noughts at its end. */
static char *put_decimals(char *at, unsigned thousandths)
{
    *at++ = '.';
    *at++ = (char)('0' + thousandths / 100);
    if (thousandths % 100)
        *at++ = (char)('0' + thousandths / 10 % 10);
    if (thousandths % 10)
        *at++ = (char)('0' + thousandths % 10);
    return at;
}

char *pdf_number_put(char *at, int64_t thousandths)
{
    uint64_t size = size_of(thousandths);
    if (thousandths < 0)
        *at++ = '-';
    at = put_whole(at, size / 1000);
    return size % 1000 ? put_decimals(at, (unsigned)(size % 1000)) : at;
}

void pdf_number(struct buf *out, int64_t thousandths)
{
    buf_end(out, pdf_number_put(buf_room(out, PDF_NUMBER_ROOM), thousandths));
}

void pdf_integer(struct buf *out, int64_t number)
{
    char *at = buf_room(out, PDF_NUMBER_ROOM);
    if (number < 0)
        *at++ = '-';
    buf_end(out, put_whole(at, size_of(number)));
}

/* ---- syntax ---- */

static bool is_delimiter(char byte)
{
    switch (byte) {
    case '[':
    case ']':
    case '<':
    case '>':
    case '(':
    case ')':
    case ' ': return true;
    default: return false;
    }
}

/* Before what begins with a letter, a digit or a sign: it must not run into what stands there. */
static struct buf *apart(struct object *object)
{
    struct buf *out = &object->text;
    if (out->len && !is_delimiter(out->at[out->len - 1]))
        buf_byte(out, ' ');
    return out;
}

static void add_key(struct object *object, const char *key)
{
    buf_byte(&object->text, '/');
    buf_addz(&object->text, key);
}

static bool is_printable(struct str bytes)
{
    for (size_t i = 0; i < bytes.len; i++)
        if (bytes.at[i] < ' ' || bytes.at[i] > '~')
            return false;
    return true;
}

static void add_printable(struct buf *out, struct str text)
{
    buf_byte(out, '(');
    size_t done = 0;
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] == '(' || text.at[i] == ')' || text.at[i] == '\\') {
            buf_add(out, str_part(text, done, i));
            buf_byte(out, '\\');
            done = i;
        }
    buf_add(out, str_part(text, done, text.len));
    buf_byte(out, ')');
}

static void add_hexadecimal(struct buf *out, struct str bytes)
{
    static const char digits[] = "0123456789ABCDEF";
    buf_byte(out, '<');
    for (size_t i = 0; i < bytes.len; i++) {
        unsigned byte = (unsigned char)bytes.at[i];
        buf_add(out, (struct str){(const char[]){digits[byte >> 4], digits[byte & 15]}, 2});
    }
    buf_byte(out, '>');
}

/* ---- items ---- */

void object_add(struct object *object, const struct object *value)
{
    struct buf *out = apart(object);
    pdf_integer(out, value->number);
    buf_add(out, STR(" 0 R"));
}

/* Does a name hold that byte as it is? */
static bool is_regular(char byte)
{
    bool usual = ascii_is_letter(byte);
    return usual || (byte > ' ' && byte <= '~' && !strchr("()<>[]{}/%#", byte));
}

void object_add_name(struct object *object, const char *name)
{
    struct buf *out = &object->text;
    buf_byte(out, '/');
    size_t len = 0;
    while (is_regular(name[len]))
        len++;
    buf_add(out, (struct str){name, len});
    for (const char *at = name + len; *at; at++)
        if (is_regular(*at))
            buf_byte(out, *at);
        else
            buf_addf(out, "#%02X", (unsigned)(unsigned char)*at);
}

void object_add_number(struct object *object, int64_t number)
{
    pdf_integer(apart(object), number);
}

void object_add_milli(struct object *object, milli length)
{
    pdf_number(apart(object), length);
}

void object_add_part(struct object *object, int64_t parts)
{
    enum { THOUSANDTHS = 1000 };
    pdf_number(apart(object), pdf_round_div(parts * THOUSANDTHS, OBJECT_PARTS));
}

/* As (text) where that can be, else as <hexadecimal>, which takes twice the room. */
void object_add_bytes(struct object *object, struct str bytes)
{
    if (is_printable(bytes))
        add_printable(&object->text, bytes);
    else
        add_hexadecimal(&object->text, bytes);
}

/* ---- entries ---- */

void object_put(struct object *object, const char *key, const struct object *value)
{
    add_key(object, key);
    object_add(object, value);
}

void object_put_name(struct object *object, const char *key, const char *name)
{
    add_key(object, key);
    object_add_name(object, name);
}

void object_put_number(struct object *object, const char *key, int64_t number)
{
    add_key(object, key);
    object_add_number(object, number);
}

void object_put_true(struct object *object, const char *key)
{
    add_key(object, key);
    buf_add(&object->text, STR(" true"));
}

void object_put_bytes(struct object *object, const char *key, struct str bytes)
{
    add_key(object, key);
    object_add_bytes(object, bytes);
}

void object_put_text(struct object *object, const char *key, struct str text)
{
    add_key(object, key);
    if (is_printable(text))
        add_printable(&object->text, text);
    else
        pdf_text_string(&object->text, text);
}

void object_put_rect(struct object *object, const char *key, milli left, milli bottom, milli right,
                     milli top)
{
    object_open_array(object, key);
    object_add_milli(object, left);
    object_add_milli(object, bottom);
    object_add_milli(object, right);
    object_add_milli(object, top);
    object_close_array(object);
}

/* ---- arrays and dictionaries inside ---- */

static void open_inside(struct object *object, const char *key, struct str bracket)
{
    if (key)
        add_key(object, key);
    buf_add(&object->text, bracket);
}

void object_open_dict(struct object *object, const char *key)
{
    open_inside(object, key, STR("<<"));
}

void object_close_dict(struct object *object)
{
    buf_add(&object->text, STR(">>"));
}

void object_open_array(struct object *object, const char *key)
{
    open_inside(object, key, STR("["));
}

void object_close_array(struct object *object)
{
    buf_byte(&object->text, ']');
}

/* ---- the whole ---- */

static void add_dict(struct buf *out, const struct object *object)
{
    buf_add(out, STR("<<"));
    buf_add(out, buf_str(&object->text));
    buf_add(out, STR(">>"));
}

void object_write(struct buf *out, const struct object *object)
{
    switch (object->kind) {
    case OBJECT_FREE: break;
    case OBJECT_SHARED: buf_add(out, buf_str(&object->text)); break;
    case OBJECT_DICT: add_dict(out, object); break;
    case OBJECT_ARRAY:
        buf_byte(out, '[');
        buf_add(out, buf_str(&object->text));
        buf_byte(out, ']');
        break;
    case OBJECT_STREAM:
        add_dict(out, object);
        buf_add(out, STR("\nstream\r\n"));
        buf_add(out, object->stream);
        buf_add(out, STR("\nendstream"));
        break;
    }
}
