/* The rows of a table as strips: one a row, or one a line where a row is taller than a page. */
#include "layout/table.h"

enum {
    RULE_HEIGHT = 500,         /* between rows */
    HEADER_RULE_HEIGHT = 1000, /* below the header */
    TONE_GAP = 1000,           /* of paper between two fills side by side */
};

/* Some lines of a row, which become one strip. */
struct slice {
    size_t row, first, end; /* lines [first, end) of `count` */
    size_t count;
    milli leading;
};

/* Lines that a tall cell needs of its last row, beyond what it had in the rows above. */
static size_t lines_left(const struct set_cell *tall, milli leading)
{
    milli left = (milli)tall->lines.count * tall->own_leading - tall->fallen;
    return left > 0 ? (size_t)((left + leading - 1) / leading) : 0;
}

static struct slice whole_row(const struct set_table *set, size_t row)
{
    struct slice slice = {.row = row, .count = 1};
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row, column)->owner;
        if (place && place->own_leading > slice.leading)
            slice.leading = place->own_leading;
    }
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row, column)->owner;
        if (!place || !set_cell_ends(set, row, column))
            continue;
        size_t lines = place->rows == 1 ? place->lines.count : lines_left(place, slice.leading);
        slice.count = lines > slice.count ? lines : slice.count;
    }
    slice.end = slice.count;
    return slice;
}

static milli top_pad(const struct slice *slice)
{
    return slice->first ? 0 : CELL_PAD_Y;
}

static milli slice_height(const struct slice *slice)
{
    milli bottom = slice->end == slice->count ? CELL_PAD_Y : 0;
    return top_pad(slice) + (milli)(slice->end - slice->first) * slice->leading + bottom;
}

/* ---- backgrounds and rules ---- */

static void fill_cell(struct flow *flow, const struct set_table *set, const struct slice *slice,
                      const struct set_cell *place, struct content *content)
{
    const struct theme *theme = flow->request->theme;
    bool banded = slice->row < set->table->header_rows && !set->table->plain;
    if (place->cell->tone == TONE_NONE && !banded)
        return;
    struct rect rect = {flow->left + place->left, 0, place->width, slice_height(slice)};
    struct colour fill = theme->band;
    if (place->cell->tone != TONE_NONE) {
        fill = theme->tones[place->cell->tone].fill;
        rect.width -= TONE_GAP;
    }
    setting_background(flow, content, rect, fill);
}

/* Below the cells that end in this row: a tall cell is not cut in two. */
static void rule_below(struct flow *flow, const struct set_table *set, const struct slice *slice,
                       struct content *content)
{
    const struct theme *theme = flow->request->theme;
    if (set->table->plain || slice->end < slice->count)
        return;
    bool header = slice->row + 1 == set->table->header_rows;
    milli height = header ? HEADER_RULE_HEIGHT : RULE_HEIGHT;
    struct rect rect = {flow->left, slice_height(slice) - height, 0, height};
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
    milli left = flow->left + place->left + cell_pad_left(set, place->column);
    return left + (place->mark ? place->mark + MARK_GAP : 0);
}

static void set_mark(struct flow *flow, const struct set_table *set, const struct set_cell *place,
                     struct content *content, milli baseline)
{
    milli left = flow->left + place->left + cell_pad_left(set, place->column);
    milli shift = place->lines.count ? place->lines.items[0].x : 0;
    if (place->mark)
        add_mark(flow, place, content, left + shift, baseline);
}

static void set_text(struct flow *flow, const struct set_table *set, const struct slice *slice,
                     const struct set_cell *place, struct content *content)
{
    milli baseline = top_pad(slice) + setting_baseline(flow, &place->look, slice->leading);
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
        set_mark(flow, set, place, content, CELL_PAD_Y + first_baseline);
    for (; place->shown < place->lines.count; place->shown++) {
        milli top = CELL_PAD_Y + (milli)place->shown * place->own_leading - place->fallen;
        if (top >= slice_height(slice) && !last)
            break;
        setting_line(flow, content, place->runs.items, &place->lines.items[place->shown],
                     text_left(flow, set, place), top + first_baseline);
    }
    place->fallen += slice_height(slice);
}

/* The cell that is seen at a place of a row, at the first of its columns; else NULL. */
static struct set_cell *cell_from(const struct set_table *set, size_t row, size_t column)
{
    struct set_cell *owner = set_cell_at(set, row, column)->owner;
    return owner && owner->column == column ? owner : NULL;
}

static void set_slice(struct flow *flow, const struct set_table *set, const struct slice *slice,
                      struct content *content)
{
    for (size_t column = 0; column < set->table->column_count; column++)
        if (cell_from(set, slice->row, column))
            fill_cell(flow, set, slice, cell_from(set, slice->row, column), content);
    rule_below(flow, set, slice, content);
    for (size_t column = 0; column < set->table->column_count; column++) {
        struct set_cell *place = cell_from(set, slice->row, column);
        if (place && place->rows == 1)
            set_text(flow, set, slice, place, content);
        else if (place)
            set_tall_text(flow, set, slice, place, content);
    }
}

/* ---- strips ---- */

/* The header stays with the first row, the rows of a tall cell stay together, and a last row does
   not stand alone. */
static enum page_break break_before_row(const struct set_table *set, size_t row)
{
    const struct table *table = set->table;
    if (row <= table->header_rows)
        return BREAK_FORBIDDEN;
    for (size_t column = 0; column < table->column_count; column++)
        if (!set_cell_ends(set, row - 1, column))
            return BREAK_FORBIDDEN;
    bool alone = row == table->header_rows + 1 || row + 1 == table->row_count;
    return alone ? BREAK_POOR : BREAK_FREE;
}

static void add_slice(struct flow *flow, const struct set_table *set, const struct slice *slice)
{
    milli space =
        slice->row || slice->first ? 0 : flow->request->theme->styles[STYLE_TABLE].space_before;
    struct strip *strip = flow_strip(flow, slice_height(slice), space);
    if (slice->first)
        strip->before = slice->first == 1 || slice->end == slice->count ? BREAK_POOR : BREAK_INSIDE;
    else if (slice->row)
        strip->before = break_before_row(set, slice->row);
    strip->header = slice->row >= set->table->header_rows ? set->header : -1;
    set_slice(flow, set, slice, &strip->content);
}

static milli header_height(const struct flow *flow, const struct set_table *set)
{
    return set->header >= 0 ? flow->galley.headers.items[set->header].height : 0;
}

static void add_row(struct flow *flow, const struct set_table *set, size_t row)
{
    struct slice slice = whole_row(set, row);
    if (slice_height(&slice) + header_height(flow, set) <= flow_page_height(flow)) {
        add_slice(flow, set, &slice);
        return;
    }
    for (size_t line = 0; line < slice.count; line++) {
        slice.first = line;
        slice.end = line + 1;
        add_slice(flow, set, &slice);
    }
}

/* ---- the header, once more on each page ---- */

static void repeat_strip(struct flow *flow, struct repeated *header, const struct strip *strip)
{
    for (size_t i = 0; i < strip->content.ops.count; i++) {
        struct op *op = LIST_ADD(flow->arena, &header->ops);
        *op = strip->content.ops.items[i];
        if (op->element >= 0)
            op->element = ARTIFACT_LAYOUT;
        op->y += header->height;
    }
    header->height += strip->height;
}

/* A header that would fill half a page is not worth repeating. */
static int32_t add_header(struct flow *flow, size_t first_strip)
{
    struct repeated header = {0};
    for (size_t i = first_strip; i < flow->galley.strips.count; i++)
        repeat_strip(flow, &header, &flow->galley.strips.items[i]);
    if (!header.height || header.height > flow_page_height(flow) / 2)
        return -1;
    *LIST_ADD(flow->arena, &flow->galley.headers) = header;
    return (int32_t)(flow->galley.headers.count - 1);
}

void table_rows_set(struct flow *flow, struct set_table *set)
{
    size_t first_strip = flow->galley.strips.count;
    for (size_t row = 0; row < set->table->row_count; row++) {
        if (row == set->table->header_rows)
            set->header = add_header(flow, first_strip);
        add_row(flow, set, row);
    }
}
