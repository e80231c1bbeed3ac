/* Paints a row of a table into its strips: backgrounds, rules, marks and text. */
#include "layout/table/set_table.h"

enum {
    RULE_HEIGHT = 500,         /* between rows */
    HEADER_RULE_HEIGHT = 1000, /* below the header */
    TONE_GAP = 1000,           /* of paper between two fills side by side */
    BAR_HEIGHT = 5000,         /* below the text of a cell */
    BAR_GAP = 2000,            /* above it */
    PANEL_GAP = 4000,          /* the same in a panel, and between its groups */
};

static milli top_pad(const struct flow *flow, const struct slice *slice)
{
    return slice->first ? 0 : cell_pad_y(flow);
}

milli slice_height(const struct flow *flow, const struct slice *slice)
{
    const struct theme *theme = flow->request->theme;
    milli bottom = slice->end == slice->count ? cell_pad_y(flow) : 0;
    if (bottom && slice->bar)
        bottom += theme_scaled(theme, BAR_GAP + BAR_HEIGHT);
    return top_pad(flow, slice) + (milli)(slice->end - slice->first) * slice->leading + bottom;
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

static void fill_cell(struct flow *flow, const struct set_table *set, const struct slice *slice,
                      const struct set_cell *place, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    bool panel = set->table->panel;
    bool head = slice->row < set->table->header_rows || set_row_heads(set, slice->row);
    bool banded = panel || (head && !set->table->plain);
    if (place->cell->tone == TONE_NONE && !banded)
        return;
    struct rect rect = {flow->left + place->left, 0, place->width, slice_height(flow, slice)};
    struct colour fill = theme->band;
    if (place->cell->tone != TONE_NONE) {
        fill = theme->tones[place->cell->tone].fill;
        rect.width -= panel ? 0 : theme_scaled(theme, TONE_GAP);
    }
    if (panel)
        rect = panel_ground(theme, set, slice, place, rect);
    setting_background(flow, content, rect, fill);
}

/* Below the cells that end in this row: a tall cell is not cut in two. */
static void rule_below(struct flow *flow, const struct set_table *set, const struct slice *slice,
                       struct content *content)
{
    const struct theme *theme = flow->request->theme;
    if (set->table->plain || set->table->panel || slice->end < slice->count)
        return;
    size_t next = slice->row + 1;
    bool total =
        next < set->table->row_count && next + set->table->total_rows == set->table->row_count;
    bool header = next == set->table->header_rows || set_row_heads(set, slice->row) || total;
    milli height = theme_scaled(theme, header ? HEADER_RULE_HEIGHT : RULE_HEIGHT);
    struct rect rect = {flow->left, slice_height(flow, slice) - height, 0, height};
    for (size_t column = 0; column < set->table->column_count; column++) {
        bool ends = set_cell_ends(set, slice->row, column);
        if (ends)
            rect.width += set->widths[column];
        if (rect.width && (!ends || column + 1 == set->table->column_count))
            setting_rect(flow, content, rect, header ? theme->accent : theme->rule);
        if (!ends) {
            rect.x += rect.width + set->widths[column];
            rect.width = 0;
        }
    }
}

/* ---- marks and text ---- */

static void add_mark(struct flow *flow, const struct set_cell *place, struct content *content,
                     milli x, milli baseline)
{
    const struct theme *theme = flow->request->theme;
    struct op *op = LIST_ADD(flow->arena, &content->ops);
    op->kind = OP_PATH;
    op->element = ARTIFACT_LAYOUT;
    op->order = ++flow->order;
    op->x = x;
    op->y = baseline - place->mark;
    op->colour =
        place->cell->tone != TONE_NONE ? theme->tones[place->cell->tone].mark : place->look.colour;
    op->path.steps =
        mark_steps(flow->arena, place->cell->shape, 0, 0, place->mark, &op->path.count);
    op->path.filled = true;
}

static milli text_left(const struct flow *flow, const struct set_table *set,
                       const struct set_cell *place)
{
    milli left = flow->left + place->left + cell_pad_left(flow, set, place->column);
    return left + place->shift + cell_mark_room(flow, place);
}

static void set_mark(struct flow *flow, const struct set_table *set, const struct set_cell *place,
                     struct content *content, milli baseline)
{
    milli left = text_left(flow, set, place) - cell_mark_room(flow, place);
    milli first = place->lines.count ? place->lines.items[0].x : 0;
    if (place->mark)
        add_mark(flow, place, content, left + first, baseline);
}

/* Right below the text, as wide as the cell is without its padding; what is not filled is a track.
 */
static void set_bar(struct flow *flow, const struct set_table *set, const struct slice *slice,
                    const struct set_cell *place, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    milli left = cell_pad_left(flow, set, place->column);
    milli height = theme_scaled(theme, BAR_HEIGHT);
    milli below = top_pad(flow, slice) + theme_scaled(theme, BAR_GAP) +
                  (milli)(place->lines.count - slice->first) * slice->leading;
    struct rect bar = {flow->left + place->left + left, below,
                       place->width - left - cell_pad_x(flow), height};
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

static void set_text(struct flow *flow, const struct set_table *set, const struct slice *slice,
                     const struct set_cell *place, struct content *content)
{
    milli baseline = top_pad(flow, slice) + setting_baseline(flow, &place->look, slice->leading);
    if (!slice->first)
        set_mark(flow, set, place, content, baseline);
    for (size_t i = slice->first; i < slice->end && i < place->lines.count; i++) {
        setting_line(flow, content, place->runs.items, &place->lines.items[i],
                     text_left(flow, set, place), baseline);
        baseline += slice->leading;
    }
}

/* The lines of a tall cell run on through the strips of its rows; the last takes what is left. */
static void set_tall_text(struct flow *flow, const struct set_table *set, const struct slice *slice,
                          struct set_cell *place, struct content *content)
{
    bool last = slice->end == slice->count && set_cell_ends(set, slice->row, place->column);
    milli first_baseline = setting_baseline(flow, &place->look, place->own_leading);
    if (!place->fallen)
        set_mark(flow, set, place, content, cell_pad_y(flow) + first_baseline);
    for (; place->shown < place->lines.count; place->shown++) {
        milli top = cell_pad_y(flow) + (milli)place->shown * place->own_leading - place->fallen;
        if (top >= slice_height(flow, slice) && !last)
            break;
        setting_line(flow, content, place->runs.items, &place->lines.items[place->shown],
                     text_left(flow, set, place), top + first_baseline);
    }
    place->fallen += slice_height(flow, slice);
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
    for (size_t column = 0; column < set->table->column_count; column++)
        if (cell_from(set, slice->row, column))
            fill_cell(flow, set, slice, cell_from(set, slice->row, column), content);
    rule_below(flow, set, slice, content);
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
