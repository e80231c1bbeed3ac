/* Shows glyphs: strings of glyph numbers with the pen moved to exactly where layout put each. */
#include "pdf/page/paint.h"

#include "pdf/file/number.h"

struct show {
    struct buf *out;
    const struct pdf_font *font;
    int64_t size;
    int64_t pen;     /* where PDF has the pen, in 1/32 of a thousandth of the size */
    int64_t advance; /* where layout has it, in milli */
    int64_t ahead;   /* of layout before PDF, in 1/32 of a thousandth of a milli */
    milli rise;
    bool in_array, in_string;
};

static void end_array(struct show *show)
{
    if (show->in_array)
        buf_addz(show->out, show->in_string ? ")] TJ\n" : "] TJ\n");
    show->in_array = show->in_string = false;
}

static void set_rise(struct show *show, milli rise)
{
    end_array(show);
    pdf_number(show->out, rise);
    buf_addz(show->out, " Ts\n");
    show->rise = rise;
}

/* How far PDF's pen must go to stand where layout wants it, in whole thousandths of the size: fine
   enough, for at 12 pt one is a 6,000th of an inch. What is less than one is let be, or kerning by
   half a unit would be mended back and forth at every glyph. */
static int64_t move_wanted(const struct show *show, milli dx)
{
    int64_t ahead = show->ahead + (int64_t)dx * OBJECT_PARTS * 1000;
    int64_t clearly_less = (OBJECT_PARTS - 1) * show->size;
    if (ahead < clearly_less && ahead > -clearly_less) /* as nearly always, without a division */
        return 0;
    int64_t target = (show->advance + dx) * OBJECT_PARTS * 1000;
    int64_t off = pdf_round_div(target, show->size) - show->pen;
    return off > -OBJECT_PARTS && off < OBJECT_PARTS ? 0 : pdf_round_div(off, OBJECT_PARTS);
}

static char *put_move(struct show *show, char *at, int64_t move)
{
    if (show->in_string)
        *at++ = ')';
    show->in_string = false;
    show->pen += move * OBJECT_PARTS;
    show->ahead -= move * OBJECT_PARTS * show->size;
    return pdf_number_put(at, -move * 1000);
}

/* A byte of a string, behind a backslash where it would mean something. */
static char *put_byte(char *at, unsigned byte)
{
    if (byte == '(' || byte == ')' || byte == '\\' || byte == '\r')
        *at++ = '\\';
    *at++ = byte == '\r' ? 'r' : (char)byte;
    return at;
}

static char *put_code(struct show *show, char *at, uint32_t glyph)
{
    if (!show->in_string)
        *at++ = '(';
    show->in_string = true;
    at = put_byte(at, glyph >> 8 & 0xFF);
    return put_byte(at, glyph & 0xFF);
}

static void show_glyph(struct show *show, const struct glyph *glyph)
{
    enum { ROOM = 8 + PDF_NUMBER_ROOM }; /* "[)", a move, "(", and a code that is escaped */
    if (glyph->dy != show->rise)
        set_rise(show, glyph->dy);
    char *at = buf_room(show->out, ROOM);
    if (!show->in_array)
        *at++ = '[';
    show->in_array = true;
    int64_t move = move_wanted(show, glyph->dx);
    if (move)
        at = put_move(show, at, move);
    buf_end(show->out, put_code(show, at, glyph->id));
    int32_t width = pdf_typeface_width(show->font->typeface, glyph->id);
    show->pen += width;
    show->advance += glyph->advance;
    show->ahead += (int64_t)glyph->advance * OBJECT_PARTS * 1000 - width * show->size;
}

void paint_glyphs(struct buf *out, const struct pdf_font *font, const struct op *op)
{
    struct show show = {.out = out, .font = font, .size = op->text.size};
    for (size_t i = 0; i < op->text.glyphs.count; i++)
        show_glyph(&show, &op->text.glyphs.items[i]);
    end_array(&show);
    if (show.rise)
        set_rise(&show, 0);
}
