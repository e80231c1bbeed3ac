/* Drawings: areas, lines, marks and text in a box, for components that chart something. */
#include "layout/drawing/drawing.h"

#include "layout/flow/flow.h"
#include "layout/layout_codes.h"

/* ---- the shapes that stand before a grade, so that colour is never the only carrier ---- */

/* A corner in thousandths of the box, from its top left. */
struct corner {
    int16_t x, y;
};

struct outline {
    const struct corner *corners;
    size_t count;
};

/* A little larger than the box: beside solid shapes a star looks small. */
static const struct corner star[] = {{500, -50}, {641, 336}, {1052, 351}, {728, 604}, {841, 999},
                                     {500, 770}, {159, 999}, {272, 604},  {-52, 351}, {359, 336}};
static const struct corner triangle[] = {{500, 40}, {1000, 960}, {0, 960}};
static const struct corner square_on_point[] = {{500, 0}, {1000, 500}, {500, 1000}, {0, 500}};
static const struct corner arrow_up[] = {{500, 0},    {950, 480}, {640, 480}, {640, 1000},
                                         {360, 1000}, {360, 480}, {50, 480}};
static const struct corner arrow_down[] = {{500, 1000}, {50, 520},  {360, 520}, {360, 0},
                                           {640, 0},    {640, 520}, {950, 520}};
static const struct corner bar[] = {{0, 0}, {1000, 0}, {1000, 1000}, {0, 1000}};

#define OUTLINE(corners)                                                                           \
    {                                                                                              \
        (corners), sizeof(corners) / sizeof *(corners)                                             \
    }

static const struct outline outlines[] = {
    [MARK_STAR] = OUTLINE(star),
    [MARK_TRIANGLE] = OUTLINE(triangle),
    [MARK_SQUARE] = OUTLINE(square_on_point),
    [MARK_UP] = OUTLINE(arrow_up),
    [MARK_DOWN] = OUTLINE(arrow_down),
};

static const struct outline level_bar = OUTLINE(bar);

static const struct path_step *outline_steps(struct arena *arena, const struct outline *outline,
                                             struct rect box, size_t *count)
{
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, outline->count + 1);
    for (size_t i = 0; i < outline->count; i++) {
        steps[i].verb = i ? PATH_LINE : PATH_MOVE;
        steps[i].x = box.x + (milli)((int64_t)box.width * outline->corners[i].x / 1000);
        steps[i].y = box.y + (milli)((int64_t)box.height * outline->corners[i].y / 1000);
    }
    steps[outline->count].verb = PATH_CLOSE;
    *count = outline->count + 1;
    return steps;
}

/* Two bars, one above the other: the sign of what is equal. */
static const struct path_step *level_steps(struct arena *arena, struct rect box, size_t *count)
{
    const milli thick = box.height * 22 / 100;
    struct rect part = {box.x, box.y + box.height * 22 / 100, box.width, thick};
    size_t one;
    const struct path_step *upper = outline_steps(arena, &level_bar, part, &one);
    part.y += 2 * thick;
    const struct path_step *lower = outline_steps(arena, &level_bar, part, &one);
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, 2 * one);
    for (size_t i = 0; i < one; i++) {
        steps[i] = upper[i];
        steps[one + i] = lower[i];
    }
    *count = 2 * one;
    return steps;
}

enum { CIRCLE_STEPS = 6 }; /* a move, four quarters, a close */

/* A circle as four curves; `turn` -1 draws it the other way round, to cut a hole. */
static void circle_steps(struct path_step *steps, milli x, milli y, milli radius, milli turn)
{
    const milli arm = (milli)((int64_t)radius * 5523 / 10000); /* of a curve's control points */
    const milli r = radius, s = turn * radius, a = turn * arm;
    const struct path_step circle[CIRCLE_STEPS] = {
        {PATH_MOVE, 0, 0, 0, 0, x, y - r},
        {PATH_CURVE, x + a, y - r, x + s, y - arm, x + s, y},
        {PATH_CURVE, x + s, y + arm, x + a, y + r, x, y + r},
        {PATH_CURVE, x - a, y + r, x - s, y + arm, x - s, y},
        {PATH_CURVE, x - s, y - arm, x - a, y - r, x, y - r},
        {PATH_CLOSE, 0, 0, 0, 0, 0, 0},
    };
    for (size_t i = 0; i < CIRCLE_STEPS; i++)
        steps[i] = circle[i];
}

static const struct path_step *round_steps(struct arena *arena, enum mark_shape shape,
                                           struct rect box, size_t *count)
{
    milli radius = box.width / 2;
    *count = shape == MARK_RING ? 2 * CIRCLE_STEPS : CIRCLE_STEPS;
    struct path_step *steps = ARENA_ARRAY(arena, struct path_step, *count);
    circle_steps(steps, box.x + radius, box.y + radius, radius, 1);
    if (shape == MARK_RING)
        circle_steps(steps + CIRCLE_STEPS, box.x + radius, box.y + radius, radius * 6 / 10, -1);
    return steps;
}

const struct path_step *mark_steps(struct arena *arena, enum mark_shape shape, milli x, milli y,
                                   milli size, size_t *count)
{
    struct rect box = {x, y, size, size};
    *count = 0;
    if (shape == MARK_NONE)
        return NULL;
    if (shape == MARK_LEVEL)
        return level_steps(arena, box, count);
    if (shape == MARK_DISC || shape == MARK_RING)
        return round_steps(arena, shape, box, count);
    return outline_steps(arena, &outlines[shape], box, count);
}

/* ---- drawings ---- */

struct canvas {
    struct flow *flow;
    struct buf remarks;
    const struct inline_node *caption; /* of the first drawing */
    element_id figure;                 /* open, with the caption in it; -1: none is */
};

struct drawing {
    struct flow *flow;
    struct canvas *canvas;
    struct span origin;
    struct content content; /* of no element yet */
};

enum {
    HATCH_STEP = 3500, /* from one oblique line to the next, measured along an edge */
    HATCH_STROKE = 800,
};

struct drawing *drawing_open(struct canvas *canvas, struct span origin)
{
    struct drawing *drawing = ARENA_NEW(canvas->flow->arena, struct drawing);
    drawing->flow = canvas->flow;
    drawing->canvas = canvas;
    drawing->origin = origin;
    return drawing;
}

const struct theme *drawing_theme(const struct drawing *drawing)
{
    return drawing->flow->request->theme;
}

milli drawing_width(const struct drawing *drawing)
{
    return flow_width(drawing->flow);
}

milli drawing_most_height(const struct drawing *drawing)
{
    return flow_page_height(drawing->flow);
}

milli drawing_scaled(const struct drawing *drawing, milli measure)
{
    return theme_scaled(drawing->flow->request->theme, measure);
}

/* ---- shapes ---- */

static struct op *add_op(struct drawing *drawing, enum op_kind kind, struct colour colour)
{
    struct op *op = LIST_ADD(drawing->flow->arena, &drawing->content.ops);
    op->kind = kind;
    op->colour = colour;
    return op;
}

/* A path of straight lines; one step more closes it. */
static struct path_step *add_lines(struct drawing *drawing, size_t count, milli stroke,
                                   struct colour colour)
{
    struct path_step *steps = ARENA_ARRAY(drawing->flow->arena, struct path_step, count);
    struct op *op = add_op(drawing, OP_PATH, colour);
    op->path.steps = steps;
    op->path.count = count;
    op->path.stroke = stroke;
    return steps;
}

static struct path_step step(enum path_verb verb, milli x, milli y)
{
    return (struct path_step){.verb = verb, .x = x, .y = y};
}

void drawing_area(struct drawing *drawing, struct rect area, struct colour colour)
{
    if (area.width <= 0 || area.height <= 0)
        return;
    struct op *op = add_op(drawing, OP_RECT, colour);
    op->x = area.x;
    op->y = area.y;
    op->rect.width = area.width;
    op->rect.height = area.height;
}

static milli least(milli a, milli b)
{
    return a < b ? a : b;
}

/* The lines on which x and y add up to a multiple of the step, so that areas that meet or overlap
   have them in common. Each begins on the left or the lower edge and ends on the upper or the right
   one: none has to be cut. */
void drawing_hatch(struct drawing *drawing, struct rect area, struct colour colour)
{
    if (area.width <= 0 || area.height <= 0)
        return;
    const milli gap = drawing_scaled(drawing, HATCH_STEP);
    const milli corner = area.x + area.y, far = corner + area.width + area.height;
    const milli first = corner - corner % gap + (corner % gap < 0 ? 0 : gap);
    if (first >= far)
        return;
    const size_t lines = (size_t)((far - first - 1) / gap + 1);
    struct path_step *steps =
        add_lines(drawing, 2 * lines, drawing_scaled(drawing, HATCH_STROKE), colour);
    for (size_t i = 0; i < lines; i++) {
        const milli sum = first + gap * (milli)i;
        const milli low = least(sum - area.x, area.y + area.height);
        const milli right = least(sum - area.y, area.x + area.width);
        steps[2 * i] = step(PATH_MOVE, sum - low, low);
        steps[2 * i + 1] = step(PATH_LINE, right, sum - right);
    }
}

void drawing_outline(struct drawing *drawing, struct rect area, milli stroke, struct colour colour)
{
    if (area.width <= 0 || area.height <= 0 || stroke <= 0)
        return;
    struct path_step *steps = add_lines(drawing, 5, stroke, colour);
    steps[0] = step(PATH_MOVE, area.x, area.y);
    steps[1] = step(PATH_LINE, area.x + area.width, area.y);
    steps[2] = step(PATH_LINE, area.x + area.width, area.y + area.height);
    steps[3] = step(PATH_LINE, area.x, area.y + area.height);
    steps[4] = step(PATH_CLOSE, 0, 0);
}

void drawing_line(struct drawing *drawing, milli x1, milli y1, milli x2, milli y2, milli stroke,
                  struct colour colour)
{
    if ((x1 == x2 && y1 == y2) || stroke <= 0)
        return;
    struct path_step *steps = add_lines(drawing, 2, stroke, colour);
    steps[0] = step(PATH_MOVE, x1, y1);
    steps[1] = step(PATH_LINE, x2, y2);
}

void drawing_mark(struct drawing *drawing, enum mark_shape shape, milli x, milli y, milli size,
                  struct colour colour)
{
    size_t count;
    const struct path_step *steps = mark_steps(drawing->flow->arena, shape, x, y, size, &count);
    if (!count || size <= 0)
        return;
    struct op *op = add_op(drawing, OP_PATH, colour);
    op->path.steps = steps;
    op->path.count = count;
    op->path.filled = true;
}

void drawing_open_mark(struct drawing *drawing, enum mark_shape shape, milli x, milli y, milli size,
                       milli stroke, struct colour colour)
{
    drawing_mark(drawing, shape, x, y, size, drawing_theme(drawing)->paper);
    size_t count;
    const struct path_step *steps = mark_steps(drawing->flow->arena, shape, x, y, size, &count);
    if (!count || size <= 0)
        return;
    struct op *op = add_op(drawing, OP_PATH, colour);
    op->path.steps = steps;
    op->path.count = count;
    op->path.stroke = stroke;
}

/* ---- the end ---- */

static element_id open_figure(struct drawing *drawing, milli height, struct str alt)
{
    struct flow *flow = drawing->flow;
    struct canvas *canvas = drawing->canvas;
    bool captioned = canvas->figure >= 0;
    element_id id = captioned ? canvas->figure : flow_open(flow, TAG_FIGURE, drawing->origin);
    struct element *figure = flow_element(flow, id);
    figure->alt = figure_told(flow->arena, captioned ? canvas->caption : NULL, alt);
    canvas->figure = -1;
    figure->box = (struct rect){flow->left, 0, drawing_width(drawing), height};
    return id;
}

/* Gives the operations their element, and places in the reading order behind its own. */
static void move_content(struct drawing *drawing, struct strip *strip, element_id figure)
{
    struct flow *flow = drawing->flow;
    strip->figure = figure;
    strip->content = drawing->content;
    for (size_t i = 0; i < strip->content.ops.count; i++) {
        struct op *op = &strip->content.ops.items[i];
        op->element = figure;
        op->order = ++flow->order;
        op->x += flow->left;
    }
}

static bool is_too_tall(struct drawing *drawing, milli height)
{
    if (height <= drawing_most_height(drawing))
        return false;
    struct diags *diags = drawing->flow->diags;
    struct diag *diag =
        diag_report(diags, &E527, drawing->origin, "the drawing is taller than a page");
    diag_hint(diags, diag, "show fewer rows in it");
    return true;
}

void drawing_close(struct drawing *drawing, milli height, struct str alt)
{
    struct flow *flow = drawing->flow;
    if (height <= 0 || !drawing->content.ops.count || is_too_tall(drawing, height))
        return;
    const struct text_style *style = &flow->request->theme->styles[STYLE_CHART];
    labels_flush(flow);
    side_clear(flow);
    element_id figure = open_figure(drawing, height, alt);
    move_content(drawing, flow_strip(flow, height, style->space_before), figure);
    flow->pending.after = style->space_after;
    flow_close(flow);
}

void canvas_remark(struct canvas *canvas, struct str remark)
{
    buf_add(&canvas->remarks, remark);
}

/* ---- the whole ---- */

/* The caption stands above, in the figure that the first drawing becomes. */
static void open_captioned(struct canvas *canvas)
{
    if (inlines_are_blank(canvas->caption))
        return;
    canvas->figure = flow_open(canvas->flow, TAG_FIGURE, canvas->caption->origin);
    flow_caption(canvas->flow, canvas->caption);
}

/* Where nothing was drawn the caption is words like others. */
static void close_captioned(struct canvas *canvas)
{
    struct flow *flow = canvas->flow;
    if (canvas->figure < 0)
        return;
    flow_element(flow, canvas->figure)->tag = TAG_DIV;
    flow_element(flow, canvas->figure + 1)->tag = TAG_P;
    flow_close(flow);
}

void flow_chart(struct flow *flow, const struct chart *chart)
{
    struct canvas canvas = {flow, {.arena = flow->arena}, chart->caption, -1};
    open_captioned(&canvas);
    flow_keep(flow);
    chart->draw(&canvas, chart->self);
    close_captioned(&canvas);
    if (!canvas.remarks.len && !chart->note)
        return;
    struct inline_node remarks = {.text = buf_str(&canvas.remarks)};
    remarks.next = (struct inline_node *)chart->note;
    flow_keep(flow);
    flow_paragraph(flow, STYLE_SMALL, canvas.remarks.len ? &remarks : chart->note);
}

/* ---- text: measured and broken as in a paragraph, then placed where the component says ---- */

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

void drawing_place(struct drawing *drawing, const struct drawn_text *text, milli x, milli y)
{
    milli baseline = y + text->baseline;
    for (size_t i = 0; i < text->lines.count; i++, baseline += text->leading)
        setting_line(drawing->flow, &drawing->content, text->runs.items, &text->lines.items[i], x,
                     baseline);
    if (text->lines.count)
        setting_space(drawing->flow, &drawing->content, text->runs.items,
                      &text->lines.items[text->lines.count - 1], x, baseline - text->leading);
}
