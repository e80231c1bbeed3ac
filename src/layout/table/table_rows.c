/* The rows of a table as strips: how tall each is, where pages may end, and the head once more on
   each page. */
#include "layout/table/set_table.h"

/* ---- the rows of a table as strips ---- */

enum {
    SIDE_LINES = 2,   /* of a cell, at the least, on each side of a page break within it */
    LONE_LINES = 3,   /* a row with fewer does not stand alone on a page */
    TAIL_LINES = 5,   /* with fewer, the first or last row hardly stands well on its own */
    WHOLE_LINES = 12, /* a row with fewer is not cut */
    WHOLE_ROWS = 12,  /* nor is a table with no more rows parted */
};

/* How many lines of its last row a tall cell needs, beyond what it had in the rows above. */
static size_t lines_left(const struct set_cell *tall, milli leading)
{
    milli left = (milli)set_cell_lines(tall) * tall->own_leading - tall->fallen;
    return left > 0 ? (size_t)((left + leading - 1) / leading) : 0;
}

/* The same row as far as the cells that end in it alone want it. */
static struct slice own_lines(const struct set_table *set, size_t row)
{
    struct slice slice = {.row = row, .count = 1, .extra = set->extra[row]};
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row, column)->owner;
        if (!place)
            continue;
        slice.leading = place->own_leading > slice.leading ? place->own_leading : slice.leading;
        slice.bar |= place->cell->bar;
        if (place->rows == 1 && set_cell_lines(place) > slice.count)
            slice.count = set_cell_lines(place);
    }
    slice.end = slice.count;
    return slice;
}

static struct slice whole_row(const struct set_table *set, size_t row)
{
    struct slice slice = own_lines(set, row);
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row, column)->owner;
        if (!place || place->rows == 1 || !set_cell_ends(set, row, column))
            continue;
        size_t lines = lines_left(place, slice.leading);
        slice.count = lines > slice.count ? lines : slice.count;
    }
    slice.end = slice.count;
    return slice;
}

/* ---- where a row may be cut ---- */

static bool has_tall_cell(const struct set_table *set, size_t row)
{
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *owner = set_cell_at(set, row, column)->owner;
        if (owner && owner->rows > 1)
            return true;
    }
    return false;
}

/* Each cell has ended before this line, or has lines enough above and below it. */
static bool may_cut(const struct set_table *set, const struct slice *row, size_t line)
{
    if (line < SIDE_LINES || line + SIDE_LINES > row->count)
        return false;
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row->row, column);
        if (place->cell && place->lines.count > line && place->lines.count < line + SIDE_LINES)
            return false;
    }
    return true;
}

static bool fits_page(const struct flow *flow, const struct set_table *set,
                      const struct slice *slice)
{
    milli header = set->header >= 0 ? flow->galley.headers.items[set->header].height : 0;
    return slice_height(flow, set, slice) + header <= flow_page_height(flow);
}

/* ---- tall cells: in the middle of their rows, or at their foot in the head of grades ---- */

/* The height of the rows of a tall cell; among grades they share what it needs beyond that. */
static milli tall_height(const struct flow *flow, const struct set_table *set,
                         const struct set_cell *place)
{
    milli need = 2 * cell_pad_y(flow, set) + (milli)set_cell_lines(place) * place->own_leading;
    milli height = 0, rows = (milli)place->rows;
    for (size_t row = 0; row < place->rows; row++) {
        const struct slice slice = own_lines(set, place->row + row);
        height += slice_height(flow, set, &slice);
    }
    if (!set->table->grades || height >= need)
        return height;
    for (size_t row = 0; row < place->rows; row++)
        set->extra[place->row + row] += (need - height + rows - 1) / rows;
    return need;
}

static void drop_tall(const struct flow *flow, const struct set_table *set, struct set_cell *place)
{
    milli pad = cell_pad_y(flow, set);
    milli text = (milli)set_cell_lines(place) * place->own_leading;
    milli spare = tall_height(flow, set, place) - 2 * pad - text;
    bool head = set->table->grades && place->row < set->table->header_rows;
    place->drop = pad;
    if (spare > 0 && set_cell_is_tall(place))
        place->drop += spare / 2;
    else if (spare > 0 && head)
        place->drop += spare;
}

/* Also finds out whether the whole stands on one page. */
static void prepare_rows(const struct flow *flow, struct set_table *set)
{
    size_t rows = set->table->row_count, width = set->table->column_count;
    milli height = 0;
    for (size_t i = 0; i < rows * width; i++)
        if (set->cells[i].cell && set->cells[i].rows > 1)
            drop_tall(flow, set, &set->cells[i]);
    for (size_t row = 0; row < rows; row++) {
        const struct slice slice = own_lines(set, row);
        height += slice_height(flow, set, &slice);
    }
    bool few = rows - set->table->header_rows <= WHOLE_ROWS;
    set->whole = (few || set->table->grades) && height <= flow_page_height(flow);
}

struct slices {
    struct slice *items;
    size_t count, capacity;
};

/* The head, rows of tall cells and rows with bars are cut only if they are taller than a page. */
static struct slices slices_of(struct flow *flow, const struct set_table *set, size_t row)
{
    struct slice whole = whole_row(set, row), slice = whole;
    bool fits = fits_page(flow, set, &whole);
    bool bound = row < set->table->header_rows || has_tall_cell(set, row) || whole.bar ||
                 whole.count < WHOLE_LINES || set->table->grades;
    struct slices slices = {0};
    for (size_t line = 1; line < whole.count; line++) {
        if (bound ? fits : !may_cut(set, &whole, line))
            continue;
        slice.end = line;
        *LIST_ADD(flow->arena, &slices) = slice;
        slice.first = line;
    }
    slice.end = whole.count;
    *LIST_ADD(flow->arena, &slices) = slice;
    return slices;
}

/* ---- strips ---- */

static size_t row_lines(const struct set_table *set, size_t row)
{
    size_t lines = 0;
    for (size_t column = 0; column < set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(set, row, column);
        if (place->cell && place->rows == 1 && place->lines.count > lines)
            lines = place->lines.count;
    }
    return lines;
}

/* How bad it is that a row stands alone, the first or the last of its table. */
static enum page_break break_beside(const struct set_table *set, size_t lone_row)
{
    return row_lines(set, lone_row) < LONE_LINES ? BREAK_FORBIDDEN : BREAK_POOR;
}

/* In a stacked table, the header of a block stays with its first line, and its last is not alone.
 */
static enum page_break break_within_block(const struct set_table *set, size_t row)
{
    if (set_row_heads(set, row - 1))
        return BREAK_FORBIDDEN;
    bool last = row + 1 == set->table->row_count || set_row_heads(set, row + 1);
    return last ? break_beside(set, row) : BREAK_SPLIT;
}

/* The header stays with the first row, the rows of a tall cell stay together, rows that sum up stay
   with those above, and neither the first nor the last row stands alone. */
static enum page_break break_before_row(const struct set_table *set, size_t row)
{
    const struct table *table = set->table;
    bool bound = set->whole || row <= table->header_rows;
    if (bound || row + table->total_rows >= table->row_count)
        return row ? BREAK_FORBIDDEN : BREAK_FREE;
    for (size_t column = 0; column < table->column_count; column++)
        if (!set_cell_ends(set, row - 1, column))
            return BREAK_FORBIDDEN;
    if (set_row_heads(set, 0))
        return set_row_heads(set, row) ? BREAK_FREE : break_within_block(set, row);
    bool second = row == table->header_rows + 1, last = row + 1 == table->row_count;
    enum page_break above = second ? break_beside(set, row - 1) : BREAK_FREE;
    enum page_break below = last ? break_beside(set, row) : BREAK_FREE;
    return above > below ? above : below;
}

/* A few lines of the first or last row are hardly a table. */
static enum page_break break_within_row(const struct set_table *set, const struct slice *slice)
{
    bool tail = slice->row + 1 == set->table->row_count && slice->count - slice->first < TAIL_LINES;
    bool head = slice->row == set->table->header_rows && slice->first < TAIL_LINES;
    return tail || head ? BREAK_POOR : BREAK_SPLIT;
}

static void add_strip(struct flow *flow, const struct set_table *set, const struct slice *slice)
{
    bool begins = !slice->row && !slice->first;
    milli space = begins ? flow->request->theme->styles[STYLE_TABLE].space_before : 0;
    struct strip *strip = flow_strip(flow, slice_height(flow, set, slice), space);
    if (slice->first)
        strip->before = break_within_row(set, slice);
    else if (slice->row)
        strip->before = break_before_row(set, slice->row);
    strip->joined = slice->first > 0;
    strip->header = slice->row >= set->table->header_rows ? set->header : -1;
}

static void add_row(struct flow *flow, const struct set_table *set, size_t row)
{
    struct slices slices = slices_of(flow, set, row);
    size_t first_strip = flow->galley.strips.count;
    for (size_t i = 0; i < slices.count; i++)
        add_strip(flow, set, &slices.items[i]);
    table_row_paint(flow, set, slices.items, slices.count, first_strip);
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

/* The caption over the rest of a table on the next page. */
static void add_caption(struct flow *flow, const struct set_table *set, struct repeated *header)
{
    const struct text_style *style = &flow->request->theme->styles[STYLE_CAPTION];
    if (inlines_are_blank(set->table->caption))
        return;
    struct look look = look_of(flow, STYLE_CAPTION, ARTIFACT_LAYOUT);
    struct str words = str_trim(inlines_text(flow->arena, set->table->caption));
    struct run_list runs = {0};
    runs_add_text(flow, &runs, &look,
                  str_format(flow->arena, STR_FMT " (continued)", STR_ARG(words)),
                  set->table->caption->origin);
    struct paragraph paragraph = setting_paragraph(&runs, flow_width(flow), style->leading);
    struct lines lines = setting_break(flow, &paragraph, "the page");
    struct content content = {0};
    milli baseline = setting_baseline(flow, &look, style->leading);
    for (size_t i = 0; i < lines.count; i++)
        setting_line(flow, &content, runs.items, &lines.items[i], flow->left,
                     baseline + (milli)i * style->leading);
    header->ops = content.ops;
    header->height = (milli)lines.count * style->leading + style->space_after;
}

/* A header that would fill half a page is not worth repeating. */
static int32_t add_header(struct flow *flow, const struct set_table *set, size_t first_strip)
{
    struct repeated header = {0};
    add_caption(flow, set, &header);
    for (size_t i = first_strip; i < flow->galley.strips.count; i++)
        repeat_strip(flow, &header, &flow->galley.strips.items[i]);
    if (!header.height || header.height > flow_page_height(flow) / 2)
        return -1;
    *LIST_ADD(flow->arena, &flow->galley.headers) = header;
    return (int32_t)(flow->galley.headers.count - 1);
}

/* Below the caption stand the header rows, or the header of the block that goes on. */
void table_rows_set(struct flow *flow, struct set_table *set)
{
    size_t first_strip = flow->galley.strips.count;
    int32_t header = -1;
    prepare_rows(flow, set);
    for (size_t row = 0; row < set->table->row_count; row++) {
        if (row == set->table->header_rows)
            header = set->header = add_header(flow, set, first_strip);
        if (set_row_heads(set, row)) {
            first_strip = flow->galley.strips.count;
            set->header = header;
        }
        add_row(flow, set, row);
        if (set_row_heads(set, row))
            set->header = add_header(flow, set, first_strip);
    }
}
