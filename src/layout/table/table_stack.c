/* Tables with more columns than there is room for: each row becomes a block, with its header above
   and a line for each column below, "header | value". */
#include "layout/table/set_table.h"

enum {
    READABLE_EM = 12,     /* in a narrower column, text may not become taller than it is wide */
    READABLE_COLUMNS = 3, /* so few are read side by side, whatever their form */
    STACK_COLUMNS = 2,
    LEAST_EMS = 32, /* of body text in a column that has room for many of a table */
};

/* ---- when ---- */

static bool has_room(const struct set_table *set, const struct set_cell *place)
{
    int64_t width = 0;
    for (size_t i = 0; i < place->columns; i++)
        width += set->widths[place->column + i];
    int64_t room = width - (place->natural - place->text);
    if (place->least > width)
        return false;
    if (set->table->grades || set->table->column_count <= READABLE_COLUMNS ||
        room >= READABLE_EM * place->look.size)
        return true;
    int64_t lines = (place->text + room - 1) / room;
    return lines * place->own_leading <= room;
}

bool table_is_cramped(const struct set_table *set)
{
    if (set->table->plain || set->table->panel || !set->table->header_rows ||
        set->table->column_count < STACK_COLUMNS)
        return false;
    for (size_t i = 0; i < set->table->row_count * set->table->column_count; i++)
        if (set->cells[i].cell && !has_room(set, &set->cells[i]))
            return true;
    return false;
}

/* ---- without spare columns ---- */

bool table_lines_are_long(const struct flow *flow)
{
    return flow_width(flow) >= LEAST_EMS * flow->request->theme->styles[STYLE_BODY].size;
}

/* How many of a cell's columns stay. */
static int kept_columns(const struct table *table, size_t column, const struct cell *cell)
{
    int kept = 0;
    for (int i = 0; i < cell->column_span || !i; i++)
        kept +=
            column + (size_t)i < table->column_count && !table->columns[column + (size_t)i].spare;
    return kept;
}

/* A row of the head that only told spare columns apart: the cells of the row above reach into it.
 */
static bool is_idle(const struct table *table, size_t row)
{
    bool idle = row + 1 == table->header_rows && row > 0;
    for (size_t column = 0; column < table->column_count && idle; column++)
        idle = table->columns[column].spare ||
               table->cells[(row - 1) * table->column_count + column].row_span > 1;
    return idle;
}

/* A column of the same table, without a row. */
static void copy_column(const struct table *table, size_t from, size_t idle, struct table *narrowed,
                        struct cell *to)
{
    for (size_t row = 0; row < table->row_count; row++) {
        if (row == idle)
            continue;
        const struct cell *cell = &table->cells[row * table->column_count + from];
        *to = *cell;
        to->column_span = kept_columns(table, from, cell);
        to->row_span -= row + 1 == idle && cell->row_span > 1;
        to += narrowed->column_count;
    }
}

static void copy_kept(struct arena *arena, const struct table *table, struct table *narrowed)
{
    size_t head = table->header_rows, at = 0;
    size_t idle = head && is_idle(table, head - 1) ? head - 1 : table->row_count;
    narrowed->row_count -= idle < table->row_count;
    narrowed->header_rows -= idle < table->row_count;
    struct column *columns = ARENA_ARRAY(arena, struct column, narrowed->column_count);
    struct cell *cells =
        ARENA_ARRAY(arena, struct cell, narrowed->column_count * narrowed->row_count);
    narrowed->columns = columns;
    narrowed->cells = cells;
    for (size_t column = 0; column < table->column_count; column++) {
        const struct column *from = &table->columns[column];
        if (from->spare)
            continue;
        columns[at] = *from;
        columns[at].weight = from->narrow ? from->narrow : from->weight;
        copy_column(table, column, idle, narrowed, &cells[at++]);
    }
}

/* Each pair of term and value on a row of its own. */
static const struct table *pairs_parted(struct flow *flow, const struct table *table)
{
    static const struct column columns[STACK_COLUMNS] = {{.weight = 2}, {.weight = 5}};
    LIST(struct cell) cells = {0};
    for (size_t i = 0; i < table->row_count * table->column_count; i++) {
        struct cell cell = table->cells[i];
        cell.column_span = 0;
        if (table->places[i].owner == i)
            *LIST_ADD(flow->arena, &cells) = cell;
    }
    struct table *parted = ARENA_NEW(flow->arena, struct table);
    *parted = *table;
    parted->columns = columns;
    parted->column_count = STACK_COLUMNS;
    parted->cells = cells.items;
    parted->row_count = cells.count / STACK_COLUMNS;
    table_settle(flow->arena, parted);
    return parted;
}

const struct table *table_narrowed(struct flow *flow, const struct table *table)
{
    size_t kept = 0;
    if (table->pairs && !table_lines_are_long(flow))
        return pairs_parted(flow, table);
    for (size_t i = 0; i < table->column_count; i++)
        kept += !table->columns[i].spare;
    if (kept == table->column_count || !kept || table_lines_are_long(flow))
        return table;
    struct table *narrowed = ARENA_NEW(flow->arena, struct table);
    *narrowed = *table;
    narrowed->column_count = kept;
    copy_kept(flow->arena, table, narrowed);
    table_settle(flow->arena, narrowed);
    return narrowed;
}

/* ---- how ---- */

struct stack {
    struct flow *flow;
    const struct set_table *set;
    LIST(struct cell) cells;
};

static bool is_blank(const struct cell *cell)
{
    return inlines_are_blank(cell->inlines) && cell->shape == MARK_NONE;
}

/* What is seen in a column of a row; NULL where a wide cell covers it, or there is nothing. */
static const struct cell *cell_seen(const struct set_table *set, size_t row, size_t column)
{
    const struct set_cell *owner = set_cell_at(set, row, column)->owner;
    return owner && owner->column == column && !is_blank(owner->cell) ? owner->cell : NULL;
}

/* The column that names a row: the first with a header, or else with anything. */
static size_t naming_column(const struct set_table *set, size_t row)
{
    size_t found = set->table->column_count;
    for (size_t column = set->table->column_count; column-- > 0;)
        if (cell_seen(set, row, column))
            found = column;
    for (size_t column = set->table->column_count; column-- > 0;)
        if (cell_seen(set, row, column) && cell_seen(set, row, column)->header)
            found = column;
    return found;
}

static struct inline_node **copy_inlines(struct flow *flow, struct inline_node **end,
                                         const struct inline_node *inlines)
{
    for (; inlines; inlines = inlines->next) {
        *end = ARENA_NEW(flow->arena, struct inline_node);
        **end = *inlines;
        (*end)->next = NULL;
        end = &(*end)->next;
    }
    return end;
}

/* The headers of a column, from the top: "Grade, 2015". */
static const struct inline_node *column_label(const struct stack *stack, size_t column)
{
    struct inline_node *label = NULL, **end = &label;
    const struct set_cell *last = NULL;
    for (size_t row = 0; row < stack->set->table->header_rows; row++) {
        const struct set_cell *owner = set_cell_at(stack->set, row, column)->owner;
        if (!owner || owner == last || inlines_are_blank(owner->cell->inlines))
            continue;
        if (last) {
            *end = inline_text(stack->flow->arena, STR(", "), (struct span){0});
            end = &(*end)->next;
        }
        end = copy_inlines(stack->flow, end, owner->cell->inlines);
        last = owner;
    }
    return label;
}

static struct cell *add_cell(struct stack *stack, const struct cell *from)
{
    struct cell *cell = LIST_ADD(stack->flow->arena, &stack->cells);
    if (from)
        *cell = *from;
    cell->row_span = cell->column_span = 0;
    return cell;
}

/* With the heading of its column, which is printed nowhere else: "Action: Reduce caseloads". */
static const struct inline_node *named_inlines(const struct stack *stack, size_t column,
                                               const struct inline_node *inlines)
{
    const struct inline_node *label = column_label(stack, column);
    struct inline_node *name = NULL, **end = &name;
    if (!label)
        return inlines;
    end = copy_inlines(stack->flow, end, label);
    *end = inline_text(stack->flow->arena, STR(": "), (struct span){0});
    copy_inlines(stack->flow, &(*end)->next, inlines);
    return name;
}

static void add_name(struct stack *stack, size_t column, const struct cell *from)
{
    struct cell *name = add_cell(stack, from);
    name->inlines = named_inlines(stack, column, from->inlines);
    name->header = name->heads_rows = true;
    name->muted = false; /* it stands on a band */
    name->column_span = STACK_COLUMNS;
    add_cell(stack, NULL);
}

static void add_value(struct stack *stack, size_t column, const struct cell *from)
{
    struct cell *label = add_cell(stack, NULL);
    label->inlines = column_label(stack, column);
    label->header = true;
    bool named = label->inlines;
    if (!named)
        stack->cells.count--;
    struct cell *value = add_cell(stack, from);
    value->strong |= value->header;
    value->header = false;
    if (named)
        return;
    value->column_span = STACK_COLUMNS;
    add_cell(stack, NULL);
}

static void add_block(struct stack *stack, size_t row)
{
    size_t naming = naming_column(stack->set, row);
    if (naming == stack->set->table->column_count)
        return;
    add_name(stack, naming, cell_seen(stack->set, row, naming));
    for (size_t column = 0; column < stack->set->table->column_count; column++) {
        const struct cell *cell = cell_seen(stack->set, row, column);
        if (cell && column != naming)
            add_value(stack, column, cell);
    }
}

const struct table *table_stacked(struct flow *flow, const struct set_table *set)
{
    static const struct column columns[STACK_COLUMNS] = {{.weight = 1}, {.weight = 2}};
    struct stack stack = {.flow = flow, .set = set};
    for (size_t row = set->table->header_rows; row < set->table->row_count; row++)
        add_block(&stack, row);
    struct table *table = ARENA_NEW(flow->arena, struct table);
    *table = (struct table){
        .caption = set->table->caption,
        .columns = columns,
        .column_count = STACK_COLUMNS,
        .cells = stack.cells.items,
        .row_count = stack.cells.count / STACK_COLUMNS,
        .origin = set->table->origin,
    };
    table_settle(flow->arena, table);
    return table;
}
