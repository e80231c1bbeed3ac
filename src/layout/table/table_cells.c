/* The cells of a table: their elements, how their text looks, how wide and how many lines. */
#include "layout/table/set_table.h"

milli cell_pad_left(const struct flow *flow, const struct set_table *set, size_t column)
{
    return set->table->plain && !column ? 0 : cell_pad_x(flow);
}

/* ---- elements and runs ---- */

static enum style_role cell_role(const struct set_cell *place)
{
    if (place->cell->large)
        return STYLE_LEAD;
    return place->heading_of == HEADS_COLUMN ? STYLE_TABLE_HEADER : STYLE_TABLE;
}

static struct look cell_look(const struct flow *flow, const struct set_table *set,
                             const struct set_cell *place)
{
    const struct theme *theme = flow->request->theme;
    const struct cell *cell = place->cell;
    struct look look = look_of(flow, cell_role(place), place->element);
    if (cell->strong || cell->large || place->heading_of == HEADS_ROW)
        look.face = face_strong(look.face);
    if (cell->muted)
        look.colour = theme->muted;
    if (cell->tone != TONE_NONE)
        look.colour = theme->tones[cell->tone].ink;
    if (place->heading_of == HEADS_COLUMN || cell->tone != TONE_NONE)
        look.link_colour = look.colour; /* whose contrast on this ground is known */
    look.features = set->table->columns[place->column].tabular ? SHAPE_TABULAR : 0;
    return look;
}

static milli mark_size(const struct flow *flow, const struct cell *cell, const struct look *look)
{
    const struct metrics *metrics = flow->request->metrics;
    if (cell->shape == MARK_NONE)
        return 0;
    return metrics->extent(metrics->self, look->face, look->size).cap_height;
}

static element_id open_cell(struct flow *flow, const struct set_table *set,
                            const struct set_cell *place)
{
    static const enum scope scopes[] = {
        [HEADS_NOTHING] = SCOPE_NONE, [HEADS_COLUMN] = SCOPE_COLUMN, [HEADS_ROW] = SCOPE_ROW};
    const struct inline_node *inlines = place->cell->inlines;
    element_id id = flow_open(flow, place->heading_of ? TAG_TH : TAG_TD,
                              inlines ? inlines->origin : set->table->origin);
    struct element *element = flow_element(flow, id);
    element->scope = scopes[place->heading_of];
    element->column_span = (int)place->columns;
    element->row_span = (int)place->rows;
    return id;
}

static enum cell_side side_of(enum cell_align align)
{
    if (align == ALIGN_END)
        return SIDE_RIGHT;
    return align == ALIGN_CENTRE ? SIDE_CENTRE : SIDE_LEFT;
}

static void place_cell(struct set_table *set, size_t index)
{
    const struct table *table = set->table;
    struct set_cell *place = &set->cells[index];
    place->cell = &table->cells[index];
    place->row = index / table->column_count;
    place->column = index % table->column_count;
    place->columns = table->places[index].columns;
    place->rows = table->places[index].rows;
    place->heading_of = table_heading_of(table, index);
    place->side = side_of(table->columns[place->column].align);
}

static void add_cell(struct flow *flow, struct set_table *set, size_t index)
{
    struct set_cell *place = &set->cells[index];
    place_cell(set, index);
    place->element = open_cell(flow, set, place);
    place->look = cell_look(flow, set, place);
    place->own_leading = flow->request->theme->styles[cell_role(place)].leading;
    place->mark = mark_size(flow, place->cell, &place->look);
    runs_add(flow, &place->runs, &place->look, place->cell->inlines);
    for (size_t i = 0; i < place->runs.count; i++)
        place->parted |= place->runs.items[i].forced_break;
    flow_close(flow);
}

static void add_row(struct flow *flow, struct set_table *set, size_t row)
{
    size_t width = set->table->column_count;
    flow_open(flow, TAG_TR, set->table->origin);
    for (size_t i = row * width; i < (row + 1) * width; i++) {
        set->cells[i].owner = &set->cells[set->table->places[i].owner];
        if (set->table->places[i].owner == i)
            add_cell(flow, set, i);
    }
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

/* A wide cell takes from its last column whatever the others do not give. */
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
