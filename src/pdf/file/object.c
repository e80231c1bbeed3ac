/* Writes what objects hold, in as few bytes as PDF's syntax allows. */
#include "pdf/file/object.h"

#include "pdf/file/number.h"
#include "pdf/file/text.h"

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
    bool usual = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
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
