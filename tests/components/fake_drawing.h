/* A drawing that writes what is drawn as lines of text, in points. Every character is 5 pt wide,
   5.5 when strong, and a line 12 pt high, all of it times the theme's scale. It defines every
   function of layout/drawing.h, so that no layout is linked. */
#ifndef TESTS_COMPONENTS_FAKE_DRAWING_H
#define TESTS_COMPONENTS_FAKE_DRAWING_H

#include "base/utf8.h"
#include "components/fake_theme.h"
#include "layout/drawing/drawing.h"

struct canvas {
    struct arena *arena;
    struct theme theme;
    struct buf *out;
    struct buf remarks;
};

struct drawing {
    struct canvas *canvas;
    struct buf out;
};

struct drawn_text {
    struct str lines[64];
    size_t count;
    milli widest, width, leading;
    enum cell_align align;
    struct drawn_look look;
};

/* No-break spaces are written as `~`, so that tests can see them. */
static inline void fake_text(struct buf *out, struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        bool no_break = i + 1 < text.len && (unsigned char)text.at[i] == 0xC2 &&
                        (unsigned char)text.at[i + 1] == 0xA0;
        buf_byte(out, no_break ? '~' : text.at[i]);
        i += no_break;
    }
}

struct drawing *drawing_open(struct canvas *canvas, struct span origin)
{
    (void)origin;
    struct drawing *drawing = ARENA_NEW(canvas->arena, struct drawing);
    drawing->canvas = canvas;
    drawing->out.arena = canvas->arena;
    buf_add(&drawing->out, STR(""));
    return drawing;
}

const struct theme *drawing_theme(const struct drawing *drawing)
{
    return &drawing->canvas->theme;
}

milli drawing_width(const struct drawing *drawing)
{
    (void)drawing;
    return 400 * MILLI_PER_POINT;
}

milli drawing_most_height(const struct drawing *drawing)
{
    (void)drawing;
    return 600 * MILLI_PER_POINT;
}

milli drawing_scaled(const struct drawing *drawing, milli measure)
{
    return theme_scaled(&drawing->canvas->theme, measure);
}

/* ---- text ---- */

milli drawing_text_width(struct drawing *drawing, const struct drawn_look *look, struct str text)
{
    milli characters = 0;
    for (size_t at = 0; at < text.len; characters++)
        utf8_next(text, &at);
    return drawing_scaled(drawing, characters * (look->strong ? 5500 : 5000));
}

milli drawing_word_width(struct drawing *drawing, const struct drawn_look *look, struct str text)
{
    milli widest = 0;
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, ' ', at);
        milli width = drawing_text_width(drawing, look, str_part(text, at, end));
        widest = width > widest ? width : widest;
        at = end + 1;
    }
    return widest;
}

/* As many words as a line takes. */
static inline size_t fake_line_end(struct drawing *drawing, const struct drawn_look *look,
                                   struct str text, milli width)
{
    size_t end = str_find(text, ' ', 0);
    while (end < text.len) {
        size_t next = str_find(text, ' ', end + 1);
        if (drawing_text_width(drawing, look, str_part(text, 0, next)) > width)
            break;
        end = next;
    }
    return end;
}

struct drawn_text *drawing_text(struct drawing *drawing, const struct drawn_look *look,
                                struct str text, milli width, enum cell_align align,
                                struct span origin)
{
    (void)origin;
    struct drawn_text *drawn = ARENA_NEW(drawing->canvas->arena, struct drawn_text);
    drawn->look = *look;
    drawn->align = align;
    drawn->width = width;
    drawn->leading = drawing_scaled(drawing, 12000);
    if (drawing_word_width(drawing, look, text) > width)
        buf_addf(&drawing->out, "  too wide: " STR_FMT "\n", STR_ARG(text));
    while (text.len && drawn->count < sizeof drawn->lines / sizeof *drawn->lines) {
        size_t end = fake_line_end(drawing, look, text, width);
        struct str line = str_part(text, 0, end);
        milli length = drawing_text_width(drawing, look, line);
        drawn->lines[drawn->count++] = line;
        drawn->widest = length > drawn->widest ? length : drawn->widest;
        text = str_part(text, end < text.len ? end + 1 : end, text.len);
    }
    return drawn;
}

milli drawn_width(const struct drawn_text *text)
{
    return text->widest;
}

milli drawn_height(const struct drawn_text *text)
{
    return (milli)text->count * text->leading;
}

milli drawn_baseline(const struct drawn_text *text)
{
    return text->leading * 3 / 4;
}

/* ---- what is drawn ---- */

static inline void fake_points(struct buf *out, milli value)
{
    milli tenths = (value < 0 ? -value + 50 : value + 50) / 100;
    buf_addf(out, " %s%d.%d", value < 0 ? "-" : "", (int)(tenths / 10), (int)(tenths % 10));
}

/* "  area 0.0 1.5 20.0 3.0 worst mark", or the same with another word. */
static inline void fake_shape(struct drawing *drawing, const char *word, struct rect area,
                              struct colour colour)
{
    buf_addf(&drawing->out, "  %s", word);
    fake_points(&drawing->out, area.x);
    fake_points(&drawing->out, area.y);
    fake_points(&drawing->out, area.width);
    fake_points(&drawing->out, area.height);
    buf_byte(&drawing->out, ' ');
    fake_colour_name(&drawing->out, colour);
    buf_byte(&drawing->out, '\n');
}

/* The box is that of the text as it is seen. Lines are parted by a slash. */
void drawing_place(struct drawing *drawing, const struct drawn_text *text, milli x, milli y)
{
    milli spare = text->width - text->widest;
    if (text->align != ALIGN_START)
        x += text->align == ALIGN_END ? spare : spare / 2;
    struct buf *out = &drawing->out;
    fake_shape(drawing, text->look.strong ? "strong" : "text",
               (struct rect){x, y, text->widest, drawn_height(text)}, text->look.colour);
    out->len--; /* the line goes on */
    for (size_t i = 0; i < text->count; i++) {
        buf_addz(out, i ? " / " : ": ");
        fake_text(out, text->lines[i]);
    }
    buf_byte(out, '\n');
}

/* What has no extent is not drawn. */
static inline void fake_area(struct drawing *drawing, const char *word, struct rect area,
                             struct colour colour)
{
    if (area.width > 0 && area.height > 0)
        fake_shape(drawing, word, area, colour);
}

void drawing_area(struct drawing *drawing, struct rect area, struct colour colour)
{
    fake_area(drawing, "area", area, colour);
}

void drawing_hatch(struct drawing *drawing, struct rect area, struct colour colour)
{
    fake_area(drawing, "hatch", area, colour);
}

void drawing_outline(struct drawing *drawing, struct rect area, milli stroke, struct colour colour)
{
    (void)stroke;
    fake_area(drawing, "outline", area, colour);
}

void drawing_line(struct drawing *drawing, milli x1, milli y1, milli x2, milli y2, milli stroke,
                  struct colour colour)
{
    (void)stroke;
    if (x1 != x2 || y1 != y2)
        fake_shape(drawing, "line", (struct rect){x1, y1, x2 - x1, y2 - y1}, colour);
}

void drawing_mark(struct drawing *drawing, enum mark_shape shape, milli x, milli y, milli size,
                  struct colour colour)
{
    fake_shape(drawing, fake_shapes[shape], (struct rect){x, y, size, size}, colour);
}

void drawing_open_mark(struct drawing *drawing, enum mark_shape shape, milli x, milli y, milli size,
                       milli stroke, struct colour colour)
{
    (void)stroke;
    buf_addz(&drawing->out, "  open");
    fake_shape(drawing, fake_shapes[shape], (struct rect){x, y, size, size}, colour);
}

void drawing_close(struct drawing *drawing, milli height, struct str alt)
{
    struct buf *out = drawing->canvas->out;
    if (height <= 0 || !drawing->out.len)
        return;
    buf_addz(out, "drawing");
    fake_points(out, height);
    buf_addz(out, height > drawing_most_height(drawing) ? " too tall: " : ": ");
    fake_text(out, alt);
    buf_byte(out, '\n');
    buf_add(out, buf_str(&drawing->out));
}

void canvas_remark(struct canvas *canvas, struct str remark)
{
    buf_add(&canvas->remarks, remark);
}

#endif
