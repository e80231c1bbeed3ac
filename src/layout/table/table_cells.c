/* The cells of a table: their elements, how their text looks, how wide and how many lines; and
   figures that stand under one another. */
#include "base/ascii.h"
#include "layout/table/set_table.h"

/* ---- columns of figures: units stand below units, tenths below tenths ---- */

/* The parts of a number on both sides of its decimal point, or of where one would be. */
struct number_parts {
    milli head, tail;
};

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && ascii_is_digit(text.at[at]);
}

/* Where the whole part of the first number in a text ends: "1,250" of "£1,250.50"; 0: no number. */
static size_t whole_part(struct str text)
{
    size_t at = 0;
    while (at < text.len && !is_digit(text, at))
        at++;
    if (at == text.len)
        return 0;
    while (is_digit(text, at) || (at < text.len && text.at[at] == ',' && is_digit(text, at + 1)))
        at++;
    return at;
}

static milli width_before(const struct piece *piece, size_t end)
{
    milli width = 0;
    for (size_t i = 0; i < piece->glyphs.count; i++)
        if (piece->glyphs.items[i].cluster < end)
            width += piece->glyphs.items[i].advance;
    return width;
}

static bool find_parts(const struct lines *lines, struct number_parts *figure)
{
    if (lines->count != 1)
        return false;
    const struct line *line = &lines->items[0];
    for (size_t i = 0; i < line->count; i++) {
        size_t end = whole_part(line->pieces[i].text);
        if (!end)
            continue;
        figure->head = line->pieces[i].x - line->x + width_before(&line->pieces[i], end);
        figure->tail = line->width - figure->head;
        return true;
    }
    return false;
}

/* ---- a column ---- */

static bool holds_figures(const struct set_table *set, size_t column)
{
    const struct column *wanted = &set->table->columns[column];
    return wanted->tabular && wanted->align == ALIGN_END;
}

/* A cell of the body that is no wider than its column; else NULL. */
static struct set_cell *figure_cell(const struct set_table *set, size_t row, size_t column)
{
    struct set_cell *place = set_cell_at(set, row, column);
    return place->cell && place->columns == 1 ? place : NULL;
}

static void widest_parts(const struct number_parts *figure, struct number_parts *parts)
{
    parts->head = figure->head > parts->head ? figure->head : parts->head;
    parts->tail = figure->tail > parts->tail ? figure->tail : parts->tail;
}

static void widen_column(struct flow *flow, const struct set_table *set, size_t column,
                         struct column_need *need)
{
    struct number_parts own = {0}, parts = {0};
    milli beside = 0;
    for (size_t row = set->table->header_rows; row < set->table->row_count; row++) {
        const struct set_cell *place = figure_cell(set, row, column);
        if (!place || place->text <= 0)
            continue;
        struct paragraph paragraph =
            setting_paragraph(&place->runs, place->text, place->own_leading);
        struct lines lines = paragraph_break(flow->arena, flow->request->metrics, NULL, &paragraph);
        if (!find_parts(&lines, &own))
            continue;
        widest_parts(&own, &parts);
        milli trimmings = place->natural - place->text;
        beside = trimmings > beside ? trimmings : beside;
    }
    milli both = parts.head + parts.tail + beside;
    need->natural = both > need->natural ? both : need->natural;
}

void table_figures_widen(struct flow *flow, const struct set_table *set, struct column_need *needs)
{
    for (size_t column = 0; column < set->table->column_count; column++)
        if (holds_figures(set, column))
            widen_column(flow, set, column, &needs[column]);
}

/* Moves each number to the left by what its tail is shorter than the longest. */
static void align_column(const struct set_table *set, size_t column)
{
    struct number_parts own = {0}, parts = {0};
    milli room = set->width;
    for (size_t row = set->table->header_rows; row < set->table->row_count; row++) {
        const struct set_cell *place = figure_cell(set, row, column);
        if (!place || !find_parts(&place->lines, &own))
            continue;
        widest_parts(&own, &parts);
        milli width = place->width - (place->natural - place->text);
        room = width < room ? width : room;
    }
    if (parts.head + parts.tail > room)
        return;
    for (size_t row = set->table->header_rows; row < set->table->row_count; row++) {
        struct set_cell *place = figure_cell(set, row, column);
        if (place && find_parts(&place->lines, &own))
            place->shift = own.tail - parts.tail;
    }
}

void table_figures_align(const struct set_table *set)
{
    for (size_t column = 0; column < set->table->column_count; column++)
        if (holds_figures(set, column))
            align_column(set, column);
}

/* ---- the cells of a table ---- */

bool set_cell_is_filled(const struct set_table *set, const struct set_cell *place)
{
    enum grade_tone tone = place->cell->tone;
    if (set->table->panel)
        return true;
    return tone != TONE_NONE && tone != TONE_NEUTRAL && !place->cell->quiet;
}

static bool is_boxed(const struct set_table *set)
{
    return set->table->plain || set->table->panel;
}

/* What stands on a ground, or right behind one, is a little way from its edge; a bar has its room.
 */
milli cell_pad_left(const struct flow *flow, const struct set_table *set,
                    const struct set_cell *place)
{
    const struct theme *theme = flow->request->theme;
    size_t column = place->column;
    if (is_boxed(set))
        return set->table->plain && !column ? 0 : cell_pad_x(flow);
    milli indent = place->cell->indent * theme_scaled(theme, INDENT);
    if (set_cell_is_tall(place) && column && !set_cell_is_filled(set, place))
        return theme_scaled(theme, (place->cell->joint ? JOINT_BAR : TALL_BAR) + TALL_GAP);
    bool ground = set->filled[column] || (column && set->filled[column - 1]);
    return indent + (ground ? cell_pad_x(flow) : 0);
}

milli cell_pad_right(const struct flow *flow, const struct set_table *set,
                     const struct set_cell *place)
{
    const struct theme *theme = flow->request->theme;
    bool last = place->column + place->columns == set->table->column_count;
    if (is_boxed(set))
        return cell_pad_x(flow);
    if (last && !set->filled[set->table->column_count - 1])
        return 0;
    if (place->cell->joint)
        return theme_scaled(theme, JOINT_GAP);
    return theme_scaled(theme, set->table->grades ? GRADES_GAP : COLUMN_GAP);
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
    bool heads = place->heading_of == HEADS_COLUMN && !cell->heads_rows;
    bool term = place->heading_of == HEADS_ROW && set->table->plain;
    if (set->table->grades && heads)
        look.face = theme->styles[STYLE_TABLE].face;
    if (cell->strong || cell->large || term)
        look.face = face_strong(look.face);
    if (cell->muted)
        look.colour = theme->muted;
    bool grounded = cell->tone != TONE_NONE && set_cell_is_filled(set, place);
    if (grounded)
        look.colour = theme->tones[cell->tone].ink;
    if (heads || grounded)
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

/* Small and muted; on a ground of its own the colour stays. */
static struct look below_look(const struct flow *flow, const struct set_table *set,
                              const struct set_cell *place)
{
    struct look look = look_of(flow, STYLE_SMALL, place->element);
    if (set_cell_is_filled(set, place))
        look.colour = look.link_colour = place->look.colour;
    return look;
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
    set->filled[place->column] |= set_cell_is_filled(set, place);
}

static void add_cell(struct flow *flow, struct set_table *set, size_t index)
{
    struct set_cell *place = &set->cells[index];
    place->element = open_cell(flow, set, place);
    place->look = cell_look(flow, set, place);
    place->own_leading = flow->request->theme->styles[cell_role(place)].leading;
    place->mark = mark_size(flow, place->cell, &place->look);
    struct look look = place->look;
    bool strong = place->cell->strong || place->cell->large;
    if (strong && place->heading_of == HEADS_NOTHING && !inlines_are_blank(place->cell->inlines))
        look.element = flow_inline_element(flow, TAG_STRONG, place->element);
    runs_add(flow, &place->runs, &look, place->cell->inlines);
    const struct look small = below_look(flow, set, place);
    runs_add(flow, &place->below_runs, &small, place->cell->below);
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
    for (size_t i = 0; i < set->table->row_count * set->table->column_count; i++)
        if (set->table->places[i].owner == i)
            place_cell(set, i);
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
    return cell_pad_left(flow, set, place) + cell_pad_right(flow, set, place) +
           cell_mark_room(flow, place);
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
    if (!place->below_runs.count)
        return;
    paragraph = setting_paragraph(&place->below_runs, flow->width, place->own_leading);
    beside -= cell_mark_room(flow, place); /* it begins under the mark */
    milli below = setting_measure(flow, &paragraph).least + beside;
    place->least = below > place->least ? below : place->least;
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
    if (!place->below_runs.count)
        return;
    paragraph = setting_paragraph(&place->below_runs, width + cell_mark_room(flow, place),
                                  place->own_leading);
    paragraph.side = place->side;
    place->below = setting_break(flow, &paragraph, "its column");
}

void table_cells_break(struct flow *flow, struct set_table *set)
{
    for (size_t row = 0; row < set->table->row_count; row++)
        for (size_t column = 0; column < set->table->column_count; column++)
            if (set_cell_at(set, row, column)->cell)
                break_cell(flow, set, set_cell_at(set, row, column), column);
    table_figures_align(set);
}
