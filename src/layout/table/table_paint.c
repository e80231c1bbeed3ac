/* Paints the rows of a table into their strips: grounds, rules, bars, marks and text. */
#include "layout/table/set_table.h"

enum {
    HAIRLINE = 500,     /* between rows */
    GROUP_RULE = 750,   /* below a head of several columns */
    STRONG_RULE = 1000, /* above and below the head, above totals, below the last row */
    TONE_GAP = 1500,    /* of paper between two fills */
    BAR_HEIGHT = 5000,  /* below the text of a cell */
    BAR_GAP = 2000,     /* above it */
    OPEN_STROKE = 1200, /* of an open mark */
    PANEL_GAP = 4000,   /* between the grounds of a panel, and between its groups */
};

static milli top_pad(const struct flow *flow, const struct set_table *set,
                     const struct slice *slice)
{
    return slice->first ? 0 : cell_pad_y(flow, set);
}

milli slice_height(const struct flow *flow, const struct set_table *set, const struct slice *slice)
{
    const struct theme *theme = flow->request->theme;
    milli bottom = slice->end == slice->count ? cell_pad_y(flow, set) + slice->extra : 0;
    if (bottom && slice->bar)
        bottom += theme_scaled(theme, BAR_GAP + BAR_HEIGHT);
    return top_pad(flow, set, slice) + (milli)(slice->end - slice->first) * slice->leading + bottom;
}

/* ---- backgrounds and rules ---- */

/* Does a row of a panel end what a tall cell at its left holds together? */
static bool ends_group(const struct set_table *set, const struct slice *slice)
{
    const struct set_cell *first = set_cell_at(set, slice->row, 0)->owner;
    bool last_row = slice->row + 1 == set->table->row_count;
    return first && first->rows > 1 && !last_row && set_cell_ends(set, slice->row, 0) &&
           slice->end == slice->count;
}

/* The ground of a cell of a panel stands apart from those beside and below it. */
static struct rect panel_ground(const struct theme *theme, const struct set_table *set,
                                const struct slice *slice, const struct set_cell *place,
                                struct rect rect)
{
    milli gap = theme_scaled(theme, PANEL_GAP);
    if (place->column + place->columns < set->table->column_count)
        rect.width -= gap;
    if (ends_group(set, slice))
        rect.height -= gap;
    return rect;
}

static bool is_filled_at(const struct set_table *set, size_t row, size_t column)
{
    if (row >= set->table->row_count || column >= set->table->column_count)
        return false;
    const struct set_cell *owner = set_cell_at(set, row, column)->owner;
    return owner && set_cell_is_filled(set, owner);
}

/* Fills stand apart from those beside and below them. */
static struct rect tone_ground(const struct theme *theme, const struct set_table *set,
                               const struct slice *slice, const struct set_cell *place,
                               struct rect rect)
{
    milli gap = theme_scaled(theme, TONE_GAP);
    if (is_filled_at(set, slice->row, place->column + place->columns))
        rect.width -= gap;
    if (slice->end == slice->count && set_cell_ends(set, slice->row, place->column))
        rect.height -= gap;
    return rect;
}

static void fill_cell(struct flow *flow, const struct set_table *set, const struct slice *slice,
                      const struct set_cell *place, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    enum grade_tone tone = place->cell->tone;
    if (!set_cell_is_filled(set, place))
        return;
    struct rect rect = {flow->left + place->left, 0, place->width, slice_height(flow, set, slice)};
    rect = set->table->panel ? panel_ground(theme, set, slice, place, rect)
                             : tone_ground(theme, set, slice, place, rect);
    setting_background(flow, content, rect,
                       tone == TONE_NONE ? theme->band : theme->tones[tone].fill);
}

/* The bar at the left of a tall cell says that it holds for all of its rows. */
static void bar_beside(struct flow *flow, const struct set_table *set, const struct slice *slice,
                       const struct set_cell *place, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    if (!set_cell_is_tall(place) || !place->column || set->table->plain ||
        set_cell_is_filled(set, place))
        return;
    milli width = theme_scaled(theme, place->cell->joint ? JOINT_BAR : TALL_BAR);
    struct rect bar = {flow->left + place->left, 0, width, slice_height(flow, set, slice)};
    setting_rect(flow, content, bar, theme->side_rule);
}

struct ruling {
    milli height;
    struct colour colour;
    bool strong; /* across everything */
};

/* What stands below a row: ink where the head, the body or a block of rows ends. */
static struct ruling ruling_below(const struct theme *theme, const struct set_table *set,
                                  size_t row)
{
    const struct table *table = set->table;
    size_t next = row + 1;
    if (next < table->header_rows)
        return (struct ruling){theme_scaled(theme, GROUP_RULE), theme->ink, false};
    bool strong = next == table->header_rows || next == table->row_count ||
                  next + table->total_rows == table->row_count || set_row_heads(set, next);
    return (struct ruling){theme_scaled(theme, strong ? STRONG_RULE : HAIRLINE),
                           strong ? theme->ink : theme->rule, strong};
}

/* Not under a tall cell that goes on, nor between two fills; within the head only under what heads
   several columns. */
static bool is_ruled(const struct set_table *set, size_t row, size_t column, bool strong)
{
    const struct set_cell *owner = set_cell_at(set, row, column)->owner;
    if (!set_cell_ends(set, row, column))
        return false;
    if (row + 1 < set->table->header_rows)
        return owner && owner->columns > 1;
    return strong || !is_filled_at(set, row, column) || !is_filled_at(set, row + 1, column);
}

static void rule_below(struct flow *flow, const struct set_table *set, const struct slice *slice,
                       struct content *content)
{
    if (slice->end < slice->count)
        return;
    const struct ruling ruling = ruling_below(flow->request->theme, set, slice->row);
    struct rect rect = {flow->left, slice_height(flow, set, slice) - ruling.height, 0,
                        ruling.height};
    for (size_t column = 0; column < set->table->column_count; column++) {
        bool ruled = is_ruled(set, slice->row, column, ruling.strong);
        if (ruled)
            rect.width += set->widths[column];
        if (rect.width && (!ruled || column + 1 == set->table->column_count))
            setting_rect(flow, content, rect, ruling.colour);
        if (!ruled) {
            rect.x += rect.width + set->widths[column];
            rect.width = 0;
        }
    }
}

static void rule_row(struct flow *flow, const struct set_table *set, const struct slice *slice,
                     struct content *content)
{
    const struct theme *theme = flow->request->theme;
    if (set->table->plain || set->table->panel)
        return;
    struct rect top = {flow->left, 0, 0, theme_scaled(theme, STRONG_RULE)};
    for (size_t i = 0; i < set->table->column_count; i++)
        top.width += set->widths[i];
    if (!slice->row && !slice->first)
        setting_rect(flow, content, top, theme->ink);
    rule_below(flow, set, slice, content);
}

/* ---- marks and text ---- */

static struct colour mark_colour(const struct theme *theme, const struct set_table *set,
                                 const struct set_cell *place)
{
    if (place->cell->tone == TONE_NONE)
        return place->look.colour;
    const struct tone *tone = &theme->tones[place->cell->tone];
    return set_cell_is_filled(set, place) ? tone->mark_on_fill : tone->mark;
}

static void add_mark(struct flow *flow, const struct set_table *set, const struct set_cell *place,
                     struct content *content, milli x, milli baseline)
{
    const struct theme *theme = flow->request->theme;
    struct op *op = LIST_ADD(flow->arena, &content->ops);
    op->kind = OP_PATH;
    op->element = ARTIFACT_LAYOUT;
    op->order = ++flow->order;
    op->x = x;
    op->y = baseline - place->mark;
    op->colour = mark_colour(theme, set, place);
    op->path.steps =
        mark_steps(flow->arena, place->cell->shape, 0, 0, place->mark, &op->path.count);
    op->path.filled = !place->cell->open;
    op->path.stroke = place->cell->open ? theme_scaled(theme, OPEN_STROKE) : 0;
}

static milli text_left(const struct flow *flow, const struct set_table *set,
                       const struct set_cell *place)
{
    milli left = flow->left + place->left + cell_pad_left(flow, set, place);
    return left + place->shift + cell_mark_room(flow, place);
}

static void set_mark(struct flow *flow, const struct set_table *set, const struct set_cell *place,
                     struct content *content, milli baseline)
{
    milli left = text_left(flow, set, place) - cell_mark_room(flow, place);
    milli first = place->lines.count ? place->lines.items[0].x : 0;
    if (place->mark)
        add_mark(flow, set, place, content, left + first, baseline);
}

/* Right below the text, as wide as the cell is without its padding; what is not filled is a track.
 */
static void set_bar(struct flow *flow, const struct set_table *set, const struct slice *slice,
                    const struct set_cell *place, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    milli left = cell_pad_left(flow, set, place);
    milli height = theme_scaled(theme, BAR_HEIGHT);
    milli below = top_pad(flow, set, slice) + theme_scaled(theme, BAR_GAP) +
                  (milli)(place->lines.count - slice->first) * slice->leading;
    struct rect bar = {flow->left + place->left + left, below,
                       place->width - left - cell_pad_right(flow, set, place), height};
    setting_rect(flow, content, bar, theme->rule);
    bar.width = (milli)((int64_t)bar.width * place->cell->share / 1000);
    if (bar.width > 0)
        setting_rect(flow, content, bar, theme->accent);
}

/* Does the text of a cell end in these lines of its row? */
static bool text_ends(const struct slice *slice, const struct set_cell *place)
{
    size_t lines = place->lines.count;
    return lines <= slice->end && (lines > slice->first || !slice->first);
}

/* Cells beside taller ones: among grades in the middle of the row, in their head at its foot. */
static milli drop_of(const struct set_table *set, const struct slice *slice,
                     const struct set_cell *place)
{
    if (!set->table->grades || slice->first || slice->end < slice->count)
        return 0;
    milli spare = (milli)(slice->count - set_cell_lines(place)) * slice->leading + slice->extra;
    return slice->row < set->table->header_rows ? spare : spare / 2;
}

/* A line of a cell; what stands below the text begins under its mark. */
static void set_cell_line(struct flow *flow, const struct set_table *set,
                          const struct set_cell *place, size_t line, struct content *content,
                          milli baseline)
{
    milli left = text_left(flow, set, place);
    if (!line)
        set_mark(flow, set, place, content, baseline);
    if (line < place->lines.count)
        setting_line(flow, content, place->runs.items, &place->lines.items[line], left, baseline);
    if (line + 1 == place->lines.count && place->below.count)
        setting_space(flow, content, place->runs.items, &place->lines.items[line], left, baseline);
    if (line >= place->lines.count)
        setting_line(flow, content, place->below_runs.items,
                     &place->below.items[line - place->lines.count],
                     left - cell_mark_room(flow, place), baseline);
}

static void set_text(struct flow *flow, const struct set_table *set, const struct slice *slice,
                     const struct set_cell *place, struct content *content)
{
    milli baseline = top_pad(flow, set, slice) + drop_of(set, slice, place) +
                     setting_baseline(flow, &place->look, slice->leading);
    if (!slice->first && !set_cell_lines(place))
        set_mark(flow, set, place, content, baseline);
    for (size_t i = slice->first; i < slice->end && i < set_cell_lines(place); i++) {
        set_cell_line(flow, set, place, i, content, baseline);
        baseline += slice->leading;
    }
}

/* The lines of a tall cell run on through the strips of its rows; the last takes what is left. */
static void set_tall_text(struct flow *flow, const struct set_table *set, const struct slice *slice,
                          struct set_cell *place, struct content *content)
{
    bool last = slice->end == slice->count && set_cell_ends(set, slice->row, place->column);
    milli first_baseline = setting_baseline(flow, &place->look, place->own_leading);
    for (; place->shown < set_cell_lines(place); place->shown++) {
        milli top = place->drop + (milli)place->shown * place->own_leading - place->fallen;
        if (top >= slice_height(flow, set, slice) && !last)
            break;
        set_cell_line(flow, set, place, place->shown, content, top + first_baseline);
    }
    place->fallen += slice_height(flow, set, slice);
}

/* The cell that is seen at a place of a row, at the first of its columns; else NULL. */
static struct set_cell *cell_from(const struct set_table *set, size_t row, size_t column)
{
    struct set_cell *owner = set_cell_at(set, row, column)->owner;
    return owner && owner->column == column ? owner : NULL;
}

static void paint_ground(struct flow *flow, const struct set_table *set, const struct slice *slice,
                         struct content *content)
{
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = cell_from(set, slice->row, column);
        if (!place)
            continue;
        fill_cell(flow, set, slice, place, content);
        bar_beside(flow, set, slice, place, content);
    }
    rule_row(flow, set, slice, content);
}

static void paint_cell(struct flow *flow, const struct set_table *set, const struct slice *slice,
                       struct set_cell *place, struct content *content)
{
    if (place->rows == 1)
        set_text(flow, set, slice, place, content);
    else
        set_tall_text(flow, set, slice, place, content);
    if (place->cell->bar && place->rows == 1 && text_ends(slice, place))
        set_bar(flow, set, slice, place, content);
}

void table_row_paint(struct flow *flow, const struct set_table *set, const struct slice *slices,
                     size_t count, size_t first_strip)
{
    struct strip *strips = &flow->galley.strips.items[first_strip];
    for (size_t i = 0; i < count; i++)
        paint_ground(flow, set, &slices[i], &strips[i].content);
    for (size_t column = 0; column < set->table->column_count; column++) {
        struct set_cell *place = cell_from(set, slices->row, column);
        for (size_t i = 0; i < count && place; i++)
            paint_cell(flow, set, &slices[i], place, &strips[i].content);
    }
}
