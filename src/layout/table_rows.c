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

static struct slice whole_row(const struct set_table *set, size_t row)
{
    struct slice slice = {.row = row, .count = 1};
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row, column);
        if (!place->cell)
            continue;
        slice.count = place->lines.count > slice.count ? place->lines.count : slice.count;
        slice.leading = place->own_leading > slice.leading ? place->own_leading : slice.leading;
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
    setting_rect(flow, content, rect, fill);
}

static void rule_below(struct flow *flow, const struct set_table *set, const struct slice *slice,
                       struct content *content)
{
    const struct theme *theme = flow->request->theme;
    if (set->table->plain || slice->end < slice->count)
        return;
    bool header = slice->row + 1 == set->table->header_rows;
    milli height = header ? HEADER_RULE_HEIGHT : RULE_HEIGHT;
    struct rect rect = {flow->left, slice_height(slice) - height, set->width, height};
    setting_rect(flow, content, rect, header ? theme->accent : theme->rule);
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

static void set_text(struct flow *flow, const struct set_table *set, const struct slice *slice,
                     size_t column, struct content *content)
{
    const struct set_cell *place = set_cell_at(set, slice->row, column);
    milli left = flow->left + place->left + cell_pad_left(set, column);
    milli text_left = left + (place->mark ? place->mark + MARK_GAP : 0);
    milli baseline = top_pad(slice) + setting_baseline(flow, &place->look, slice->leading);
    if (place->mark && !slice->first) {
        milli shift = place->lines.count ? place->lines.items[0].x : 0;
        add_mark(flow, place, content, left + shift, baseline);
    }
    for (size_t i = slice->first; i < slice->end && i < place->lines.count; i++) {
        setting_line(flow, content, place->runs.items, &place->lines.items[i], text_left, baseline);
        baseline += slice->leading;
    }
}

static void set_slice(struct flow *flow, const struct set_table *set, const struct slice *slice,
                      struct content *content)
{
    for (size_t column = 0; column < set->table->column_count; column++)
        if (set_cell_at(set, slice->row, column)->cell)
            fill_cell(flow, set, slice, set_cell_at(set, slice->row, column), content);
    rule_below(flow, set, slice, content);
    for (size_t column = 0; column < set->table->column_count; column++)
        if (set_cell_at(set, slice->row, column)->cell)
            set_text(flow, set, slice, column, content);
}

/* ---- strips ---- */

/* The header stays with the first row; a last row does not stand alone. */
static enum page_break break_before_row(const struct table *table, size_t row)
{
    if (row <= table->header_rows)
        return BREAK_FORBIDDEN;
    bool alone = row == table->header_rows + 1 || row + 1 == table->row_count;
    return alone && !table->plain ? BREAK_POOR : BREAK_FREE;
}

static void add_slice(struct flow *flow, const struct set_table *set, const struct slice *slice)
{
    milli space =
        slice->row || slice->first ? 0 : flow->request->theme->styles[STYLE_TABLE].space_before;
    struct strip *strip = flow_strip(flow, slice_height(slice), space);
    if (slice->first)
        strip->before = slice->first == 1 || slice->end == slice->count ? BREAK_POOR : BREAK_INSIDE;
    else if (slice->row)
        strip->before = break_before_row(set->table, slice->row);
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
