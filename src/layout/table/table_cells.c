/* The cells of a table: their elements, how their text looks, how wide and how many lines. */
#include "layout/table/table.h"

milli cell_pad_left(const struct flow *flow, const struct set_table *set, size_t column)
{
    return set->table->plain && !column ? 0 : cell_pad_x(flow);
}

/* ---- elements and runs ---- */

static bool is_header(const struct table *table, const struct cell *cell, size_t row, size_t column)
{
    return cell->header || row < table->header_rows || (table->plain && !column);
}

/* Does it head what is below it, rather than beside it? */
static bool heads_below(const struct table *table, const struct cell *cell, size_t row)
{
    return row < table->header_rows || cell->heads_rows;
}

static enum style_role cell_role(const struct table *table, const struct cell *cell, size_t row)
{
    if (cell->large)
        return STYLE_LEAD;
    return heads_below(table, cell, row) ? STYLE_TABLE_HEADER : STYLE_TABLE;
}

static struct look cell_look(const struct flow *flow, const struct set_table *set,
                             const struct set_cell *place, size_t row, size_t column)
{
    const struct table *table = set->table;
    const struct theme *theme = flow->request->theme;
    const struct cell *cell = place->cell;
    bool column_header = heads_below(table, cell, row);
    struct look look = look_of(flow, cell_role(table, cell, row), place->element);
    if (cell->strong || cell->large || (!column_header && is_header(table, cell, row, column)))
        look.face = face_strong(look.face);
    if (cell->muted)
        look.colour = theme->muted;
    if (cell->tone != TONE_NONE)
        look.colour = theme->tones[cell->tone].ink;
    if (column_header || cell->tone != TONE_NONE)
        look.link_colour = look.colour; /* whose contrast on this ground is known */
    look.features = table->columns[column].tabular ? SHAPE_TABULAR : 0;
    look.expands = !is_header(table, cell, row, column);
    return look;
}

static milli mark_size(const struct flow *flow, const struct cell *cell, const struct look *look)
{
    const struct metrics *metrics = flow->request->metrics;
    if (cell->shape == MARK_NONE)
        return 0;
    return metrics->extent(metrics->self, look->face, look->size).cap_height;
}

static element_id open_cell(struct flow *flow, const struct set_table *set, const struct cell *cell,
                            size_t row, size_t column)
{
    bool header = is_header(set->table, cell, row, column);
    struct span origin = cell->inlines ? cell->inlines->origin : set->table->origin;
    element_id id = flow_open(flow, header ? TAG_TH : TAG_TD, origin);
    struct element *element = flow_element(flow, id);
    if (header)
        element->scope = heads_below(set->table, cell, row) ? SCOPE_COLUMN : SCOPE_ROW;
    return id;
}

static enum cell_side side_of(enum cell_align align)
{
    if (align == ALIGN_END)
        return SIDE_RIGHT;
    return align == ALIGN_CENTRE ? SIDE_CENTRE : SIDE_LEFT;
}

/* How many columns a cell takes: never more than there are, nor one that a tall cell covers. */
static size_t columns_of(const struct set_table *set, const struct cell *cell, size_t row,
                         size_t column)
{
    size_t wanted = cell->column_span > 1 ? (size_t)cell->column_span : 1, columns = 1;
    while (columns < wanted && column + columns < set->table->column_count &&
           !set_cell_at(set, row, column + columns)->owner)
        columns++;
    return columns;
}

/* The same for rows; head and body are apart. */
static size_t rows_of(const struct table *table, const struct cell *cell, size_t row)
{
    size_t wanted = cell->row_span > 1 ? (size_t)cell->row_span : 1;
    size_t room = (row < table->header_rows ? table->header_rows : table->row_count) - row;
    return wanted < room ? wanted : room;
}

static void take_places(const struct set_table *set, struct set_cell *place)
{
    for (size_t row = place->row; row < place->row + place->rows; row++)
        for (size_t column = place->column; column < place->column + place->columns; column++)
            set_cell_at(set, row, column)->owner = place;
}

static void place_cell(struct set_table *set, struct set_cell *place, size_t row, size_t column)
{
    place->cell = &set->table->cells[row * set->table->column_count + column];
    place->row = row;
    place->column = column;
    place->columns = columns_of(set, place->cell, row, column);
    place->rows = rows_of(set->table, place->cell, row);
    place->side = side_of(set->table->columns[column].align);
    take_places(set, place);
}

static void add_cell(struct flow *flow, struct set_table *set, size_t row, size_t column)
{
    const struct table *table = set->table;
    struct set_cell *place = set_cell_at(set, row, column);
    place_cell(set, place, row, column);
    place->element = open_cell(flow, set, place->cell, row, column);
    struct element *element = flow_element(flow, place->element);
    element->column_span = (int)place->columns;
    element->row_span = (int)place->rows;
    place->look = cell_look(flow, set, place, row, column);
    place->own_leading = flow->request->theme->styles[cell_role(table, place->cell, row)].leading;
    place->mark = mark_size(flow, place->cell, &place->look);
    runs_add(flow, &place->runs, &place->look, place->cell->inlines);
    for (size_t i = 0; i < place->runs.count; i++)
        place->parted |= place->runs.items[i].forced_break;
    flow_close(flow);
}

static void add_row(struct flow *flow, struct set_table *set, size_t row)
{
    flow_open(flow, TAG_TR, set->table->origin);
    for (size_t column = 0; column < set->table->column_count; column++)
        if (!set_cell_at(set, row, column)->owner)
            add_cell(flow, set, row, column);
    flow_close(flow);
}

static void add_rows(struct flow *flow, struct set_table *set, enum tag group, size_t from,
                     size_t to)
{
    if (from == to)
        return;
    flow_open(flow, group, set->table->origin);
    for (size_t row = from; row < to; row++)
        add_row(flow, set, row);
    flow_close(flow);
}

void table_cells_open(struct flow *flow, struct set_table *set)
{
    /* A head without rows is the body itself: PDF/UA wants a body wherever there is a head. */
    size_t rows = set->table->row_count, head = set->table->header_rows;
    head = head == rows ? 0 : head;
    add_rows(flow, set, TAG_THEAD, 0, head);
    add_rows(flow, set, TAG_TBODY, head, rows);
}

/* ---- widths ---- */

/* What a cell takes beside its text. */
static milli trimmings(const struct flow *flow, const struct set_table *set,
                       const struct set_cell *place)
{
    return cell_pad_left(flow, set, place->column) + cell_pad_x(flow) + cell_mark_room(flow, place);
}

/* What is begun here stays in the scratch arena until all cells are broken. */
static void measure_cell(struct flow *flow, const struct set_table *set, struct set_cell *place)
{
    struct paragraph paragraph = setting_paragraph(&place->runs, flow->width, place->own_leading);
    place->begun = paragraph_begin(flow->arena, flow->scratch, flow->request->metrics, &paragraph);
    struct paragraph_widths widths = paragraph_widths_of(place->begun);
    milli beside = trimmings(flow, set, place);
    place->text = widths.natural;
    place->natural = widths.natural + beside;
    place->least = widths.least + beside;
}

static milli larger(milli a, milli b)
{
    return a > b ? a : b;
}

/* A wide cell asks its last column for what the others do not give. */
static void widen_for_span(struct column_need *needs, size_t span, milli least)
{
    milli sum = 0;
    for (size_t i = 0; i < span; i++)
        sum += needs[i].least;
    struct column_need *last = &needs[span - 1];
    last->least += larger(least - sum, 0);
    last->natural = larger(last->natural, last->least);
}

static void measure_row(struct flow *flow, const struct set_table *set, size_t row, bool wide,
                        struct column_need *needs)
{
    for (size_t column = 0; column < set->table->column_count; column++) {
        struct set_cell *place = set_cell_at(set, row, column);
        if (!place->cell || (place->columns > 1) != wide)
            continue;
        measure_cell(flow, set, place);
        if (wide) {
            widen_for_span(&needs[column], place->columns, place->least);
            continue;
        }
        needs[column].least = larger(needs[column].least, place->least);
        needs[column].natural = larger(needs[column].natural, place->natural);
    }
}

void table_cells_measure(struct flow *flow, struct set_table *set)
{
    const struct table *table = set->table;
    struct column_need *needs = ARENA_ARRAY(flow->arena, struct column_need, table->column_count);
    for (size_t column = 0; column < table->column_count; column++)
        needs[column].weight = table->columns[column].weight;
    for (int wide = 0; wide <= 1; wide++)
        for (size_t row = 0; row < table->row_count; row++)
            measure_row(flow, set, row, wide, needs);
    table_figures_widen(flow, set, needs);
    table_fit(flow, set, needs);
}

/* ---- lines ---- */

static void break_cell(struct flow *flow, const struct set_table *set, struct set_cell *place,
                       size_t column)
{
    for (size_t i = 0; i < column; i++)
        place->left += set->widths[i];
    for (size_t i = 0; i < place->columns; i++)
        place->width += set->widths[column + i];
    milli width = larger(place->width - trimmings(flow, set, place), 1);
    struct paragraph paragraph = setting_paragraph(&place->runs, width, place->own_leading);
    paragraph.side = place->side;
    if (place->runs.count && place->least > place->width)
        setting_report_wide(flow, &place->runs, width, "its column");
    place->lines = setting_finish(flow, place->begun, &paragraph, "its column");
}

void table_cells_break(struct flow *flow, struct set_table *set)
{
    for (size_t row = 0; row < set->table->row_count; row++)
        for (size_t column = 0; column < set->table->column_count; column++)
            if (set_cell_at(set, row, column)->cell)
                break_cell(flow, set, set_cell_at(set, row, column), column);
    table_figures_align(set);
}
