/* Translates single operations: colours, rectangles, paths and the frame of text. */
#include "pdf/page/paint.h"

#include "pdf/file/number.h"

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
