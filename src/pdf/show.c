/* Shows glyphs: strings of glyph numbers with the pen moved to exactly where layout put each. */
#include "pdf/paint.h"

#include "pdf/number.h"

struct show {
    struct buf *out;
    const struct pdf_font *font;
    const struct op *op;
    int64_t pen;     /* where PDF has the pen, in 1/32 of a thousandth of the size */
    int64_t advance; /* where layout has it, in milli */
    milli rise;
    bool in_array, in_string;
};

static void end_string(struct show *show)
{
    if (show->in_string)
        buf_byte(show->out, ')');
    show->in_string = false;
}

static void end_array(struct show *show)
{
    end_string(show);
    if (show->in_array)
        buf_addz(show->out, "] TJ\n");
    show->in_array = false;
}

static void set_rise(struct show *show, milli rise)
{
    if (rise == show->rise)
        return;
    end_array(show);
    pdf_number(show->out, rise);
    buf_addz(show->out, " Ts\n");
    show->rise = rise;
}

/* Whole thousandths of the size are fine enough: at 12 pt one is a 6,000th of an inch. What is less
   than one is let be, or kerning by half a unit would be mended back and forth at every glyph. */
static void move_pen(struct show *show, milli dx)
{
    int64_t target = (show->advance + dx) * OBJECT_PARTS * 1000;
    int64_t off = pdf_round_div(target, show->op->text.size) - show->pen;
    if (!show->in_array)
        buf_byte(show->out, '[');
    show->in_array = true;
    if (off > -OBJECT_PARTS && off < OBJECT_PARTS)
        return;
    int64_t move = pdf_round_div(off, OBJECT_PARTS);
    end_string(show);
    pdf_number(show->out, -move * 1000);
    show->pen += move * OBJECT_PARTS;
}

/* A byte of a string, behind a backslash where it would mean something. */
static char *put_byte(char *at, unsigned byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *at++ = '\\';
    *at++ = byte == '\r' ? 'r' : (char)byte;
    return at;
}

static void show_glyph(struct show *show, const struct glyph *glyph)
{
    set_rise(show, glyph->dy);
    move_pen(show, glyph->dx);
    char code[5], *end = code;
    if (!show->in_string)
        *end++ = '(';
    show->in_string = true;
    end = put_byte(end, glyph->id >> 8 & 0xFF);
    end = put_byte(end, glyph->id & 0xFF);
    buf_add(show->out, (struct str){code, (size_t)(end - code)});
    show->pen += pdf_typeface_width(show->font->typeface, glyph->id);
    show->advance += glyph->advance;
}

void paint_glyphs(struct buf *out, const struct pdf_font *font, const struct op *op)
{
    struct show show = {.out = out, .font = font, .op = op};
    for (size_t i = 0; i < op->text.glyphs.count; i++)
        show_glyph(&show, &op->text.glyphs.items[i]);
    end_array(&show);
    set_rise(&show, 0);
}
