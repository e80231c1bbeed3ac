/* The widths of a table's columns: those with which it is least high, as far as can be told from
   how long the text of each cell is. */
#include "layout/table/set_table.h"

enum {
    AXIS_WHOLE = 1700, /* the width of the text, in the weights of a table on the axis */
    COMFORT_EM =
        9, /* no column is narrower than this many em, unless its text is, or there is no room */
    COUNTED_ROWS = 96, /* of a long table, this many rows, evenly spread, stand for all */
    FIRST_STEP = 8,    /* the first width that changes hands, a part of the table's */
    LAST_STEP = 256,
    LINE = 1000,     /* heights are in thousandths of a line */
    WRAP_COST = 250, /* of each cell that needs more than one: short texts stay whole */
};

struct fitting {
    const struct flow *flow;
    const struct set_table *set;
    milli *widths, *floors;
    size_t stride; /* every n-th row is counted */
};

/* ---- how high a table is ---- */

/* How tall a text of this width comes out. */
static int64_t text_height(int64_t text, int64_t room, milli size)
{
    if (text <= room)
        return LINE;
    int64_t used = room - size; /* a line is seldom full */
    int64_t lines = text * LINE / (used > 0 ? used : 1);
    return lines > 2 * LINE ? lines : 2 * LINE;
}

/* How many bytes of a cell's text stand between a run and the next forced break; moves `*run` to
   it. */
static int64_t part_bytes(const struct run_list *runs, size_t *run)
{
    int64_t bytes = 0;
    for (; *run < runs->count; (*run)++) {
        bytes += (int64_t)runs->items[*run].text.len;
        if (runs->items[*run].forced_break) {
            (*run)++;
            break;
        }
    }
    return bytes;
}

/* A cell is as wide as the widest part between its forced breaks; the widths of the others are
   estimated from their bytes. */
static int64_t parted_height(const struct set_cell *place, int64_t room)
{
    int64_t height = 0, most = 1;
    for (size_t run = 0; run < place->runs.count;) {
        int64_t bytes = part_bytes(&place->runs, &run);
        most = bytes > most ? bytes : most;
    }
    for (size_t run = 0; run < place->runs.count;)
        height += text_height(place->text * part_bytes(&place->runs, &run) / most, room,
                              place->look.size);
    return height;
}

static int64_t cell_height(const struct set_cell *place, milli width)
{
    int64_t room = width - (place->natural - place->text);
    if (!place->runs.count)
        return LINE;
    return place->parted ? parted_height(place, room)
                         : text_height(place->text, room, place->look.size);
}

static int64_t row_height(const struct fitting *fitting, size_t row)
{
    int64_t height = 0, wrapped = 0;
    for (size_t column = 0; column < fitting->set->table->column_count; column++) {
        const struct set_cell *place = set_cell_at(fitting->set, row, column);
        if (!place->cell || place->columns > 1 || place->rows > 1)
            continue;
        int64_t own = cell_height(place, fitting->widths[column]);
        height = own > height ? own : height;
        wrapped += own > LINE ? WRAP_COST : 0;
    }
    return height + wrapped;
}

static int64_t table_height(const struct fitting *fitting)
{
    int64_t height = 0;
    for (size_t row = 0; row < fitting->set->table->row_count; row += fitting->stride)
        height += row_height(fitting, row);
    return height;
}

/* ---- finding the least ---- */

static void move(struct fitting *fitting, size_t from, size_t to, milli step)
{
    fitting->widths[from] -= step;
    fitting->widths[to] += step;
}

/* Moves a width between the two columns for which that lowers the table most; false: no move does.
 */
static bool improve(struct fitting *fitting, milli step, int64_t *height)
{
    size_t count = fitting->set->table->column_count, best_from = 0, best_to = 0;
    int64_t best = *height;
    for (size_t pair = 0; pair < count * count; pair++) {
        size_t from = pair / count, to = pair % count;
        if (from == to || fitting->widths[from] - step < fitting->floors[from])
            continue;
        move(fitting, from, to, step);
        int64_t tried = table_height(fitting);
        move(fitting, to, from, step);
        if (tried >= best)
            continue;
        best = tried;
        best_from = from;
        best_to = to;
    }
    if (best == *height)
        return false;
    move(fitting, best_from, best_to, step);
    *height = best;
    return true;
}

static void find_least(struct fitting *fitting)
{
    int64_t height = table_height(fitting);
    for (int part = FIRST_STEP; part <= LAST_STEP; part *= 2)
        while (improve(fitting, fitting->set->width / part, &height))
            continue;
}

/* ---- columns of grades ---- */

static bool holds_grades(const struct set_table *set, size_t column)
{
    for (size_t row = 0; row < set->table->row_count; row++) {
        const struct cell *cell = set_cell_at(set, row, column)->cell;
        if (cell && cell->tone != TONE_NONE)
            return true;
    }
    return false;
}

/* Columns that are compared side by side are equally wide, unless one needs more. The cells of a
   panel are not compared, and may be as wide as their text wants. */
static void even_grades(const struct fitting *fitting)
{
    size_t count = fitting->set->table->column_count, alike = 0;
    int64_t sum = 0;
    milli least = 0;
    for (size_t i = 0; i < count; i++) {
        if (!holds_grades(fitting->set, i))
            continue;
        alike++;
        sum += fitting->widths[i];
        least = fitting->floors[i] > least ? fitting->floors[i] : least;
    }
    if (!alike || least > sum / (int64_t)alike)
        return;
    for (size_t i = 0; i < count; i++)
        if (holds_grades(fitting->set, i)) {
            fitting->widths[i] = (milli)(sum / (int64_t)alike);
            sum -= fitting->widths[i];
            alike--;
        }
}

/* ---- from where to start ---- */

/* A column of figures keeps its figures whole, and a column of words does not become a chimney. */
static milli floor_of(const struct fitting *fitting, const struct column_need *need, int em)
{
    milli comfort = em * fitting->flow->request->theme->styles[STYLE_TABLE].size;
    if (em && need->weight <= 0)
        comfort = fitting->set->width / 3;
    milli wanted = need->natural < comfort ? need->natural : comfort;
    return wanted > need->least ? wanted : need->least;
}

/* Whole where all fit on one line, else as comfortable as there is room for. */
static void set_floors(struct fitting *fitting, struct column_need *needs, bool whole)
{
    size_t count = fitting->set->table->column_count;
    int64_t sum = INT64_MAX;
    for (int em = COMFORT_EM; em >= 0 && sum > fitting->set->width; em--) {
        sum = 0;
        for (size_t i = 0; i < count; i++) {
            fitting->floors[i] = whole ? needs[i].natural : floor_of(fitting, &needs[i], em);
            sum += fitting->floors[i];
        }
    }
    for (size_t i = 0; i < count; i++)
        needs[i].least = fitting->floors[i];
}

/* The column that has most to give. */
static size_t roomiest(const struct set_table *set, const struct column_need *needs)
{
    size_t best = 0;
    for (size_t i = 1; i < set->table->column_count; i++)
        if (set->widths[i] - needs[i].least > set->widths[best] - needs[best].least)
            best = i;
    return best;
}

/* A column whose widest word has no room takes what it lacks from the others. */
static bool make_room(const struct set_table *set, const struct column_need *needs, size_t column)
{
    while (set->widths[column] < needs[column].least) {
        size_t giver = roomiest(set, needs);
        milli lack = needs[column].least - set->widths[column];
        milli spare = set->widths[giver] - needs[giver].least;
        if (spare <= 0)
            return false;
        milli given = spare < lack ? spare : lack;
        set->widths[giver] -= given;
        set->widths[column] += given;
    }
    return true;
}

/* Columns stand in the same proportion all through a document, as far as their words let them; on
   the axis, few of them leave the rest of the width free. */
static bool keep_proportion(const struct set_table *set, const struct column_need *needs,
                            milli axis)
{
    size_t count = set->table->column_count;
    int64_t total = 0, rest = set->width;
    for (size_t i = 0; i < count; i++)
        total += needs[i].weight;
    if (!total)
        return false;
    bool narrow = set->table->axis && total < AXIS_WHOLE;
    total = narrow ? AXIS_WHOLE : total;
    for (size_t i = 0; i < count; i++) {
        set->widths[i] = (milli)(set->width * (int64_t)needs[i].weight / total);
        rest -= set->widths[i];
    }
    set->widths[count - 1] += narrow ? 0 : (milli)rest;
    if (set->table->axis && axis > 0) {
        set->widths[count - 1] += narrow ? 0 : set->widths[0] - axis;
        set->widths[0] = axis;
    }
    for (size_t i = 0; i < count; i++)
        if (!make_room(set, needs, i))
            return false;
    return true;
}

void table_fit(struct flow *flow, struct set_table *set, struct column_need *needs)
{
    size_t count = set->table->column_count;
    milli axis = theme_axis(flow->request->theme) - flow->left;
    if ((set->table->plain || set->table->pairs || set->table->axis) && keep_proportion(set, needs, axis))
        return;
    struct fitting fitting = {
        .flow = flow,
        .set = set,
        .widths = set->widths,
        .floors = ARENA_ARRAY(flow->arena, milli, count),
        .stride = set->table->row_count / COUNTED_ROWS + 1,
    };
    int64_t least = 0, natural = 0;
    for (size_t i = 0; i < count; i++) {
        least += needs[i].least;
        natural += needs[i].natural;
    }
    bool tight = natural > set->width, fits = least <= set->width;
    if (fits)
        set_floors(&fitting, needs, !tight);
    table_widths(flow->arena, needs, count, set->width, set->widths);
    if (tight && fits)
        find_least(&fitting);
    if (fits && !set->table->panel)
        even_grades(&fitting);
}

/* ---- sharing a width among columns ---- */

/* Gives `spare` to columns by their shares, none beyond its cap; returns what nobody could take.
   Each round fills at least one column up or gives everything away. */
static milli share_out(milli spare, const int64_t *shares, const milli *caps, size_t count,
                       milli *widths)
{
    for (size_t round = 0; round <= count && spare > 0; round++) {
        int64_t total = 0;
        for (size_t i = 0; i < count; i++)
            total += widths[i] < caps[i] ? shares[i] : 0;
        if (!total)
            break;
        milli left = spare;
        for (size_t i = 0; i < count; i++) {
            if (widths[i] >= caps[i] || !shares[i])
                continue;
            milli part = (milli)((int64_t)spare * shares[i] / total);
            milli room = caps[i] - widths[i];
            widths[i] += part < room ? part : room;
            left -= part < room ? part : room;
        }
        if (left == spare)
            break;
        spare = left;
    }
    return spare;
}

/* A column whose content is long may not starve the ones beside it. */
static milli modest(milli natural, milli least, milli width)
{
    milli cap = width / 3;
    if (natural <= cap)
        return natural;
    return least > cap ? least : cap;
}

/* Columns that need no more than an even share of what is left keep what they need: only those with
   the widest words are cut, and only these words are reported. */
static void shrink_to_fit(const struct column_need *needs, size_t count, milli width, milli *widths)
{
    size_t cut = 0; /* columns that must share what is left */
    for (size_t i = 0; i < count; i++)
        cut += needs[i].least > 0;
    for (bool found = true; found && cut > 0;) {
        milli even = width / (milli)cut;
        found = false;
        for (size_t i = 0; i < count; i++) {
            if (widths[i] > 0 || needs[i].least <= 0 || needs[i].least > even)
                continue;
            widths[i] = needs[i].least;
            width -= needs[i].least;
            cut--;
            found = true;
        }
    }
    for (size_t i = 0; i < count; i++)
        if (needs[i].least > widths[i])
            widths[i] = width / (milli)cut;
}

enum phase { PHASE_NARROW, PHASE_WEIGHTED, PHASE_REST };

struct sharing {
    const struct column_need *needs;
    size_t count;
    milli width;
    bool weighted;   /* has any column a weight? */
    int64_t *shares; /* of the phase */
    milli *caps;
};

/* Who takes part in a phase, with which share and up to which width. */
static void prepare_phase(struct sharing *sharing, enum phase phase)
{
    for (size_t i = 0; i < sharing->count; i++) {
        const struct column_need *need = &sharing->needs[i];
        bool narrow = need->weight <= 0;
        sharing->caps[i] = phase == PHASE_REST ? sharing->width : need->natural;
        sharing->shares[i] = narrow ? 0 : need->weight;
        if (phase == PHASE_NARROW) {
            sharing->shares[i] = narrow ? need->natural - need->least : 0;
            if (sharing->weighted)
                sharing->caps[i] = modest(need->natural, need->least, sharing->width);
        } else if (phase == PHASE_REST && !sharing->weighted) {
            sharing->shares[i] = need->natural;
        }
    }
}

static size_t widest(const milli *widths, size_t count)
{
    size_t best = 0;
    for (size_t i = 1; i < count; i++)
        if (widths[i] > widths[best])
            best = i;
    return best;
}

static void share_spare(struct sharing *sharing, milli spare, milli *widths)
{
    for (size_t i = 0; i < sharing->count; i++) {
        widths[i] = sharing->needs[i].least;
        sharing->weighted |= sharing->needs[i].weight > 0;
    }
    for (enum phase phase = PHASE_NARROW; phase <= PHASE_REST; phase++) {
        prepare_phase(sharing, phase);
        spare = share_out(spare, sharing->shares, sharing->caps, sharing->count, widths);
    }
    widths[widest(widths, sharing->count)] += spare; /* what rounding left over */
}

void table_widths(struct arena *arena, const struct column_need *needs, size_t count, milli width,
                  milli *widths)
{
    int64_t least = 0;
    for (size_t i = 0; i < count; i++)
        least += needs[i].least;
    if (least > width) {
        shrink_to_fit(needs, count, width, widths);
        return;
    }
    struct sharing sharing = {.needs = needs, .count = count, .width = width};
    sharing.shares = ARENA_ARRAY(arena, int64_t, count);
    sharing.caps = ARENA_ARRAY(arena, milli, count);
    share_spare(&sharing, (milli)(width - least), widths);
}
