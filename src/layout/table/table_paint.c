/* The rows of a table: how tall each is, and painted into strips with backgrounds, rules, marks and
 * text. */
#include "layout/table/set_table.h"

/* ---- the rows of a table as strips ---- */

enum {
    SIDE_LINES = 2, /* of a cell, at the least, on each side of a page break within it */
    LONE_LINES = 3, /* a row with fewer does not stand alone on a page */
    TAIL_LINES = 5, /* with fewer, the first or last row hardly stands well on its own */
};

/* How many lines of its last row a tall cell needs, beyond what it had in the rows above. */
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
        slice.bar |= place && place->cell->bar;
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
    return slice_height(flow, slice) + header <= flow_page_height(flow);
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
    bool bound = row < set->table->header_rows || has_tall_cell(set, row) || whole.bar;
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
    if (row <= table->header_rows || row + table->total_rows >= table->row_count)
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
    struct strip *strip = flow_strip(flow, slice_height(flow, slice), space);
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

/* ---- paints a row of a table into its strips: backgrounds, rules, marks and text ---- */

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
