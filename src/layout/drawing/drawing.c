/* Drawings: areas, lines and marks as operations, gathered until the drawing becomes a figure. */
#include "layout/drawing/canvas.h"
#include "layout/layout_codes.h"

enum {
    HATCH_STEP = 3500, /* from one oblique line to the next, measured along an edge */
    HATCH_STROKE = 800,
};

struct drawing *drawing_open(struct canvas *canvas, struct span origin)
{
    struct drawing *drawing = ARENA_NEW(canvas->flow->arena, struct drawing);
    drawing->flow = canvas->flow;
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

/* ---- the end ---- */

static element_id open_figure(struct drawing *drawing, milli height, struct str alt)
{
    struct flow *flow = drawing->flow;
    element_id id = flow_open(flow, TAG_FIGURE, drawing->origin);
    struct element *figure = flow_element(flow, id);
    figure->alt = alt;
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

void flow_chart(struct flow *flow, const struct chart *chart)
{
    struct canvas canvas = {flow, {.arena = flow->arena}};
    flow_paragraph(flow, STYLE_CAPTION, chart->caption);
    flow_keep(flow);
    chart->draw(&canvas, chart->self);
    if (!canvas.remarks.len && !chart->note)
        return;
    struct inline_node remarks = {.text = buf_str(&canvas.remarks)};
    remarks.next = (struct inline_node *)chart->note;
    flow_keep(flow);
    flow_paragraph(flow, STYLE_SMALL, canvas.remarks.len ? &remarks : chart->note);
}
