/* Painting: areas, lines, marks, pictures and text as operators. */
#include "pdf/page/paint.h"

#include "base/list.h"
#include "pdf/file/object.h"

/* ---- pictures as image objects ---- */

/* ---- which there are ---- */

static bool same(const struct picture *a, const struct picture *b)
{
    return a == b || (a->kind == b->kind && a->width == b->width && a->height == b->height &&
                      a->channels == b->channels && str_equal(a->data, b->data) &&
                      str_equal(a->alpha, b->alpha));
}

/* Its place in the list; the length of the list when it is not there. */
static size_t find(const struct pdf_pictures *pictures, const struct picture *picture)
{
    size_t at = 0;
    while (at < pictures->items.count && !same(pictures->items.items[at], picture))
        at++;
    return at;
}

struct pdf_pictures pdf_pictures_of(struct arena *arena, const struct pages *pages)
{
    struct pdf_pictures pictures = {.arena = arena};
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->items[p].op_count; i++) {
            const struct op *op = &pages->items[p].ops[i];
            if (op->kind == OP_IMAGE && find(&pictures, op->image.picture) == pictures.items.count)
                *LIST_ADD(arena, &pictures.items) = op->image.picture;
        }
    return pictures;
}

static const char *name_of(const struct pdf_pictures *pictures, size_t number)
{
    return str_format(pictures->arena, "I%zu", number).at;
}

const char *pdf_picture_name(const struct pdf_pictures *pictures, const struct picture *picture)
{
    return name_of(pictures, find(pictures, picture));
}

/* ---- objects ---- */

static void put_image(struct object *image, const struct picture *picture, const char *colours)
{
    object_put_name(image, "Type", "XObject");
    object_put_name(image, "Subtype", "Image");
    object_put_number(image, "Width", picture->width);
    object_put_number(image, "Height", picture->height);
    object_put_name(image, "ColorSpace", colours);
    object_put_number(image, "BitsPerComponent", 8);
}

static struct object *write_picture(struct objects *objects, const struct picture *picture)
{
    struct object *image = picture->kind == PICTURE_JPEG
                               ? objects_jpeg(objects, picture->data)
                               : objects_compressed(objects, picture->data);
    put_image(image, picture, picture->channels == 1 ? "DeviceGray" : "DeviceRGB");
    if (picture->alpha.at) {
        struct object *mask = objects_compressed(objects, picture->alpha);
        put_image(mask, picture, "DeviceGray");
        object_put(image, "SMask", mask);
    }
    return image;
}

void pdf_pictures_put(const struct pdf_pictures *pictures, struct object *resources,
                      struct objects *objects)
{
    if (!pictures->items.count)
        return;
    object_open_dict(resources, "XObject");
    for (size_t i = 0; i < pictures->items.count; i++)
        object_put(resources, name_of(pictures, i),
                   write_picture(objects, pictures->items.items[i]));
    object_close_dict(resources);
}

/* ---- shows glyphs ---- */

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

/* A byte of a string, after a backslash where it would mean something. */
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

/* ---- translates single operations: colours, rectangles, paths and the frame of text ---- */

static void numbers(struct buf *out, const int64_t *thousandths, size_t count, const char *operator)
{
    enum { OPERATOR_ROOM = 4 };
    char *at = buf_room(out, count * (PDF_NUMBER_ROOM + 1) + OPERATOR_ROOM);
    for (size_t i = 0; i < count; i++) {
        at = pdf_number_put(at, thousandths[i]);
        *at++ = ' ';
    }
    while (*operator)
        *at++ = *operator++;
    *at++ = '\n';
    buf_end(out, at);
}

#define NUMBERS(out, operator, ...)                                                                \
    numbers((out), (const int64_t[]){__VA_ARGS__},                                                 \
            sizeof((const int64_t[]){__VA_ARGS__}) / sizeof(int64_t), (operator))

/* ---- colours ---- */

static int64_t channel(uint8_t value)
{
    return pdf_round_div((int64_t)value * 1000, UINT8_MAX);
}

static void set_colour(struct buf *out, struct colour colour, bool *has, struct colour *current,
                       const char *operator)
{
    bool same = colour.red == current->red && colour.green == current->green &&
                colour.blue == current->blue;
    if (*has && same)
        return;
    NUMBERS(out, operator, channel(colour.red), channel(colour.green), channel(colour.blue));
    *has = true;
    *current = colour;
}

static void set_fill(struct paint *paint, struct colour colour)
{
    set_colour(paint->out, colour, &paint->has_fill, &paint->fill, "rg");
}

static void set_stroke(struct paint *paint, struct colour colour, milli width)
{
    set_colour(paint->out, colour, &paint->has_stroke, &paint->stroke, "RG");
    if (paint->line_width != width || width == 0)
        NUMBERS(paint->out, "w", width);
    paint->line_width = width;
}

/* ---- operations ---- */

/* The display list counts downwards from the top, PDF upwards from the bottom. */
static int64_t upwards(const struct paint *paint, int64_t y)
{
    return paint->page_height - y;
}

static void paint_text(struct paint *paint, const struct op *op)
{
    struct buf *out = paint->out;
    const struct pdf_font *font = paint->faces->fonts[op->text.face];
    if (op->text.glyphs.count == 0)
        return;
    set_fill(paint, op->colour);
    buf_addz(out, "BT\n");
    if (paint->font != font || paint->size != op->text.size) {
        buf_byte(out, '/');
        buf_addz(out, font->name);
        buf_byte(out, ' ');
        NUMBERS(out, "Tf", op->text.size);
        paint->font = font;
        paint->size = op->text.size;
    }
    NUMBERS(out, "Td", op->x, upwards(paint, op->y));
    paint_glyphs(out, font, op);
    buf_addz(out, "ET\n");
}

static void paint_rect(struct paint *paint, const struct op *op)
{
    set_fill(paint, op->colour);
    NUMBERS(paint->out, "re", op->x, upwards(paint, (int64_t)op->y + op->rect.height),
            op->rect.width, op->rect.height);
    buf_addz(paint->out, "f\n");
}

static void path_step(struct paint *paint, const struct op *op, const struct path_step *step)
{
    int64_t x = (int64_t)op->x + step->x, y = upwards(paint, (int64_t)op->y + step->y);
    switch (step->verb) {
    case PATH_MOVE: NUMBERS(paint->out, "m", x, y); break;
    case PATH_LINE: NUMBERS(paint->out, "l", x, y); break;
    case PATH_CURVE:
        NUMBERS(paint->out, "c", (int64_t)op->x + step->x1,
                upwards(paint, (int64_t)op->y + step->y1), (int64_t)op->x + step->x2,
                upwards(paint, (int64_t)op->y + step->y2), x, y);
        break;
    case PATH_CLOSE: buf_addz(paint->out, "h\n"); break;
    }
}

static void paint_path(struct paint *paint, const struct op *op)
{
    if (op->path.count == 0)
        return;
    if (op->path.filled)
        set_fill(paint, op->colour);
    else
        set_stroke(paint, op->colour, op->path.stroke);
    for (size_t i = 0; i < op->path.count; i++)
        path_step(paint, op, &op->path.steps[i]);
    buf_addz(paint->out, op->path.filled ? "f\n" : "S\n");
}

/* Which side of its box each turn leads a picture's rows and columns to. In PDF a picture fills the
   unit square, its first row on top; the six numbers move that square into the box: a to d are 1 or
   -1 box, e and f 0 or 1 box to the right and up. */
static const int8_t turns[][6] = {
    [TURN_NONE] = {1, 0, 0, 1, 0, 0},         [TURN_MIRRORED] = {-1, 0, 0, 1, 1, 0},
    [TURN_HALF] = {-1, 0, 0, -1, 1, 1},       [TURN_HALF_MIRRORED] = {1, 0, 0, -1, 0, 1},
    [TURN_TRANSPOSED] = {0, -1, -1, 0, 1, 1}, [TURN_RIGHT] = {0, -1, 1, 0, 0, 1},
    [TURN_TRANSVERSED] = {0, 1, 1, 0, 0, 0},  [TURN_LEFT] = {0, 1, -1, 0, 1, 0},
};

static void paint_image(struct paint *paint, const struct op *op)
{
    const int8_t *turn = turns[op->image.picture->turn];
    int64_t width = op->image.width, height = op->image.height;
    int64_t bottom = upwards(paint, op->y + height);
    buf_addz(paint->out, "q\n");
    NUMBERS(paint->out, "cm", turn[0] * width, turn[1] * height, turn[2] * width, turn[3] * height,
            op->x + turn[4] * width, bottom + turn[5] * height);
    buf_addf(paint->out, "/%s Do\nQ\n", pdf_picture_name(paint->pictures, op->image.picture));
}

void paint_op(struct paint *paint, const struct op *op)
{
    switch (op->kind) {
    case OP_TEXT: paint_text(paint, op); break;
    case OP_RECT: paint_rect(paint, op); break;
    case OP_PATH: paint_path(paint, op); break;
    case OP_IMAGE: paint_image(paint, op); break;
    }
}
