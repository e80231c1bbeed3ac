/* Tables by their meaning: which cells are visible, and which headers each belongs to. */
#include "doc/table.h"

#include "base/list.h"

enum mark_shape tone_shape(enum grade_tone tone)
{
    static const enum mark_shape shapes[] = {
        [TONE_NONE] = MARK_NONE,     [TONE_BEST] = MARK_STAR,    [TONE_GOOD] = MARK_DISC,
        [TONE_WEAK] = MARK_TRIANGLE, [TONE_WORST] = MARK_SQUARE, [TONE_NEUTRAL] = MARK_RING,
    };
    return shapes[tone];
}

enum heading_of table_heading_of(const struct table *table, size_t cell)
{
    size_t row = cell / table->column_count, column = cell % table->column_count;
    if (row < table->header_rows || table->cells[cell].heads_rows)
        return HEADS_COLUMN;
    bool heads = table->cells[cell].header || (table->plain && !column);
    return heads ? HEADS_ROW : HEADS_NOTHING;
}

/* ---- places ---- */

enum { NO_OWNER = -1 };

/* How many columns a cell takes: never more than there are, nor one that a tall cell covers. */
static size_t columns_of(const struct table *table, const struct table_place *places, size_t cell)
{
    size_t column = cell % table->column_count, columns = 1;
    int span = table->cells[cell].column_span;
    size_t wanted = span > 1 ? (size_t)span : 1;
    while (columns < wanted && column + columns < table->column_count &&
           places[cell + columns].owner == (size_t)NO_OWNER)
        columns++;
    return columns;
}

/* The same for rows; no cell reaches from the head into the body. */
static size_t rows_of(const struct table *table, size_t cell)
{
    size_t row = cell / table->column_count;
    int span = table->cells[cell].row_span;
    size_t wanted = span > 1 ? (size_t)span : 1;
    size_t room = (row < table->header_rows ? table->header_rows : table->row_count) - row;
    return wanted < room ? wanted : room;
}

static struct table_place *find_places(struct arena *arena, const struct table *table)
{
    size_t count = table->row_count * table->column_count;
    struct table_place *places = ARENA_ARRAY(arena, struct table_place, count);
    for (size_t i = 0; i < count; i++)
        places[i].owner = (size_t)NO_OWNER;
    for (size_t i = 0; i < count; i++) {
        if (places[i].owner != (size_t)NO_OWNER)
            continue;
        places[i].columns = columns_of(table, places, i);
        places[i].rows = rows_of(table, i);
        for (size_t row = 0; row < places[i].rows; row++)
            for (size_t column = 0; column < places[i].columns; column++)
                places[i + row * table->column_count + column].owner = i;
    }
    return places;
}

/* ---- headers ---- */

static bool needs_headers(const struct table *table)
{
    bool needed = table->header_rows > 1 || table->pairs;
    for (size_t i = 0; i < table->row_count * table->column_count && !needed; i++)
        needed = table->places[i].columns > 1 || table->places[i].rows > 1;
    return needed;
}

struct header_list {
    size_t *items;
    size_t count, capacity;
};

/* Each header once, however many places it takes. */
static void add_header(struct arena *arena, const struct table *table, struct header_list *headers,
                       size_t place, size_t cell, enum heading_of heads)
{
    size_t owner = table->places[place].owner;
    if (owner == cell || table_heading_of(table, owner) != heads)
        return;
    for (size_t i = 0; i < headers->count; i++)
        if (headers->items[i] == owner)
            return;
    *LIST_ADD(arena, headers) = owner;
}

/* The headers of its columns, from the top; within the head, only those above it. */
static void add_column_headers(struct arena *arena, const struct table *table, size_t cell,
                               struct header_list *headers)
{
    size_t width = table->column_count, head = table->header_rows;
    for (size_t row = 0; row < head && row < cell / width; row++)
        for (size_t i = 0; i < table->places[cell].columns; i++)
            add_header(arena, table, headers, row * width + cell % width + i, cell, HEADS_COLUMN);
}

/* The headers of its rows that stand to its left; the nearest alone where terms come in pairs. */
static void add_row_headers(struct arena *arena, const struct table *table, size_t cell,
                            struct header_list *headers)
{
    size_t width = table->column_count;
    for (size_t i = 0; i < table->places[cell].rows; i++)
        for (size_t column = table->pairs && cell % width ? cell % width - 1 : 0;
             column < cell % width; column++)
            add_header(arena, table, headers, (cell / width + i) * width + column, cell, HEADS_ROW);
}

static bool row_heads(const struct table *table, size_t row)
{
    size_t cell = row * table->column_count;
    return table->places[cell].owner == cell && table->cells[cell].heads_rows;
}

/* The header of the block of rows that it is in. */
static void add_block_header(struct arena *arena, const struct table *table, size_t cell,
                             struct header_list *headers)
{
    size_t own = cell / table->column_count, row = own;
    while (row > 0 && !row_heads(table, row))
        row--;
    if (row < own && row_heads(table, row))
        add_header(arena, table, headers, row * table->column_count, cell, HEADS_COLUMN);
}

static const struct cell_headers *find_headers(struct arena *arena, const struct table *table)
{
    size_t count = table->row_count * table->column_count;
    if (!needs_headers(table))
        return NULL;
    struct cell_headers *all = ARENA_ARRAY(arena, struct cell_headers, count);
    for (size_t i = 0; i < count; i++) {
        struct header_list headers = {0};
        if (table->places[i].owner != i)
            continue;
        add_column_headers(arena, table, i, &headers);
        add_block_header(arena, table, i, &headers);
        add_row_headers(arena, table, i, &headers);
        all[i] = (struct cell_headers){headers.items, headers.count};
    }
    return all;
}

void table_settle(struct arena *arena, struct table *table)
{
    table->places = find_places(arena, table);
    table->headers = find_headers(arena, table);
}
