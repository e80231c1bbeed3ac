/* Text in drawings: measured and broken as in a paragraph, then placed where the component says. */
#include "layout/drawing/canvas.h"

struct drawn_text {
    struct run_list runs;
    struct lines lines;
    milli leading, baseline;
};

/* The element is that of the figure, which opens only when the drawing is closed. */
static struct look look_in(const struct drawing *drawing, const struct drawn_look *wanted)
{
    struct look look = look_of(drawing->flow, wanted->role, 0);
    if (wanted->strong)
        look.face = face_strong(look.face);
    look.colour = wanted->colour;
    return look;
}

static enum cell_side side_of(enum cell_align align)
{
    if (align == ALIGN_END)
        return SIDE_RIGHT;
    return align == ALIGN_CENTRE ? SIDE_CENTRE : SIDE_LEFT;
}

static struct paragraph_widths measure(const struct drawing *drawing, const struct run_list *runs)
{
    const struct paragraph paragraph = setting_paragraph(runs, drawing->flow->width, 0);
    return setting_measure(drawing->flow, &paragraph);
}

struct drawn_text *drawing_text(struct drawing *drawing, const struct drawn_look *look,
                                struct str text, milli width, enum cell_align align,
                                struct span origin)
{
    struct flow *flow = drawing->flow;
    const struct look wanted = look_in(drawing, look);
    struct drawn_text *drawn = ARENA_NEW(flow->arena, struct drawn_text);
    drawn->leading = flow->request->theme->styles[look->role].leading;
    drawn->baseline = setting_baseline(flow, &wanted, drawn->leading);
    runs_add_text(flow, &drawn->runs, &wanted, text, origin);
    if (!drawn->runs.count)
        return drawn;
    if (measure(drawing, &drawn->runs).least > width)
        setting_report_wide(flow, &drawn->runs, width, "its place in the drawing");
    struct paragraph paragraph = setting_paragraph(&drawn->runs, width, drawn->leading);
    paragraph.side = side_of(align);
    drawn->lines =
        paragraph_break(flow->arena, flow->request->metrics, flow->request->hyphens, &paragraph);
    return drawn;
}

/* Characters that cannot be set are reported when the text is set, not when it is measured. */
static struct paragraph_widths widths_of(struct drawing *drawing, const struct drawn_look *look,
                                         struct str text)
{
    const struct look wanted = look_in(drawing, look);
    struct flow *flow = drawing->flow;
    struct stretches stretches =
        coverage_split(flow->arena, flow->request->metrics, text, wanted.face);
    struct run_list runs = {0};
    for (size_t i = 0; i < stretches.count; i++)
        *LIST_ADD(flow->arena, &runs) = (struct run){
            .text = stretches.items[i].text,
            .face = stretches.items[i].face,
            .size = wanted.size,
            .link = -1,
        };
    return runs.count ? measure(drawing, &runs) : (struct paragraph_widths){0};
}

milli drawing_text_width(struct drawing *drawing, const struct drawn_look *look, struct str text)
{
    return widths_of(drawing, look, text).natural;
}

milli drawing_word_width(struct drawing *drawing, const struct drawn_look *look, struct str text)
{
    return widths_of(drawing, look, text).least;
}

milli drawn_width(const struct drawn_text *text)
{
    return text->lines.widest;
}

milli drawn_height(const struct drawn_text *text)
{
    return (milli)text->lines.count * text->leading;
}

milli drawn_baseline(const struct drawn_text *text)
{
    return text->baseline;
}

/* An unseen space behind a text: whoever reads or copies what a drawing holds, in spite of its
   alternative text, would take its last word and the first of the next for one. */
static void set_apart(struct drawing *drawing, const struct drawn_text *text, milli x,
                      milli baseline)
{
    const struct line *line = &text->lines.items[text->lines.count - 1];
    if (!line->count)
        return;
    const struct piece *last = &line->pieces[line->count - 1];
    const struct run *run = &text->runs.items[last->run];
    const struct metrics *metrics = drawing->flow->request->metrics;
    const struct piece space = {
        .x = last->x + last->glyphs.width,
        .run = last->run,
        .text = STR(" "),
        .glyphs = metrics->shape(metrics->self, drawing->flow->arena, run->face, run->size,
                                 STR(" "), run->features),
    };
    const struct line behind = {.pieces = &space, .count = 1};
    setting_line(drawing->flow, &drawing->content, text->runs.items, &behind, x, baseline);
}

void drawing_place(struct drawing *drawing, const struct drawn_text *text, milli x, milli y)
{
    milli baseline = y + text->baseline;
    for (size_t i = 0; i < text->lines.count; i++, baseline += text->leading)
        setting_line(drawing->flow, &drawing->content, text->runs.items, &text->lines.items[i], x,
                     baseline);
    if (text->lines.count)
        set_apart(drawing, text, x, baseline - text->leading);
}
