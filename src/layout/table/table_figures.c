/* Columns of figures: units stand below units, tenths below tenths. */
#include "layout/table/set_table.h"

/* The parts of a number on both sides of its decimal point, or of where one would be. */
struct number_parts {
    milli head, tail;
};

static bool is_digit(struct str text, size_t at)
{
    return at < text.len && text.at[at] >= '0' && text.at[at] <= '9';
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
