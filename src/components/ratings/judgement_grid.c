/* The table of judgements as rows of cells, some of which reach over others; and that of judgements
   that stand alone. */
#include "brief/lookup.h"
#include "components/ratings/ratings.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* ---- the grid: rows of cells, some of which reach over others ---- */

struct grid {
    const struct judgement_table *table;
    struct cell *cells;
    size_t width, head_rows, rows;
};

static struct cell *cell_at(const struct grid *grid, size_t row, size_t column)
{
    return &grid->cells[row * grid->width + column];
}

static struct phrase new_phrase(const struct grid *grid)
{
    return phrase_new(grid->table->ratings->composer, grid->table->ratings->briefing);
}

static void put_words(const struct grid *grid, struct cell *cell, struct str words, bool muted)
{
    struct phrase phrase = new_phrase(grid);
    phrase_add(&phrase, words);
    cell->inlines = phrase.inlines;
    cell->muted = muted;
}

/* ---- the head ---- */

static struct cell *put_head(const struct grid *grid, size_t row, size_t column, struct str words)
{
    struct cell *cell = cell_at(grid, row, column);
    put_words(grid, cell, words, false);
    cell->header = true;
    if (!row)
        cell->row_span = (int)grid->head_rows;
    return cell;
}

/* Month and year may stand one above the other: columns are narrow. */
static struct str parted(struct arena *arena, struct str text)
{
    struct buf out = {.arena = arena};
    const size_t wide = sizeof NO_BREAK_SPACE - 1;
    for (size_t at = 0; at < text.len;) {
        bool bound = str_starts(str_part(text, at, text.len), NO_BREAK_SPACE);
        buf_byte(&out, bound ? ' ' : text.at[at]);
        at += bound ? wide : 1;
    }
    return buf_str(&out);
}

static void put_inspection_head(const struct grid *grid, size_t column)
{
    const struct ratings *ratings = grid->table->ratings;
    const struct inspected *inspected = &ratings->columns.items[column];
    struct phrase phrase = new_phrase(grid);
    struct str month = inspection_month(phrase.arena, inspected->inspection);
    phrase_field(&phrase, parted(phrase.arena, capital(phrase.arena, month)), inspected->inspection,
                 inspected->inspection->published.precision ? "published" : "fieldwork");
    phrase_cite(&phrase, reports_among(phrase.arena, phrase.briefing,
                                       inspected->inspection->fact.source));
    struct cell *cell = put_head(grid, 0, 1 + column, STR_NONE);
    cell->inlines = phrase.inlines;
    cell->strong = column + 1 == ratings->columns.count;
}

static void put_england_head(const struct grid *grid)
{
    const struct judgement_table *table = grid->table;
    size_t last = grid->width - 1;
    struct cell *group = put_head(grid, 0, last - table->region, STR("Good or better"));
    group->row_span = 1;
    group->column_span = 1 + table->region;
    if (table->region)
        put_head(grid, 1, last - 1,
                 region_fits(table->england->region) ? table->england->region : STR("Region"));
    put_head(grid, 1, last, STR("England"));
}

/* "January", of a date that is known to the month. */
static struct str month_word(struct arena *arena, const struct date *date)
{
    struct str text = date_text(arena, date, DATE_BY_MONTH);
    size_t len = 0;
    while (len < text.len && (unsigned char)text.at[len] < 0x80)
        len++;
    return (struct str){text.at, len};
}

/* "Since 2015": what the newest inspection is compared with; "Since January" where both are of one
   year. */
static struct str change_head(const struct ratings *ratings)
{
    struct arena *arena = ratings->composer->arena;
    const struct inspected *newest = &ratings->columns.items[ratings->columns.count - 1];
    const struct date *before = inspection_date(newest[-1].inspection);
    const struct date *now = inspection_date(newest->inspection);
    if (before->precision == DATE_UNKNOWN)
        return STR("Change");
    const int year = (int)civil_from_day(before->last).year;
    if (civil_from_day(now->last).year != year)
        return str_format(arena, "Since" NO_BREAK_SPACE "%d", year);
    return before->precision == DATE_DAY || before->precision == DATE_MONTH
               ? str_format(arena, "Since" NO_BREAK_SPACE STR_FMT,
                            STR_ARG(month_word(arena, before)))
               : STR("Change");
}

static void put_heads(const struct grid *grid)
{
    put_head(grid, 0, 0, STR("Judgement"))->strong = true;
    for (size_t i = 0; i < grid->table->ratings->columns.count; i++)
        put_inspection_head(grid, i);
    if (grid->table->england)
        put_england_head(grid);
    else if (grid->table->change)
        put_head(grid, 0, grid->width - 1, change_head(grid->table->ratings));
}

/* ---- grades ---- */

static bool same_joint(const struct judgement_table *table, size_t line, size_t next, size_t column)
{
    if (next >= table->lines.count)
        return false;
    struct finding_on a = line_finding(table, &table->lines.items[line], column);
    struct finding_on b = line_finding(table, &table->lines.items[next], column);
    return a.found == FOUND_JOINT && b.found == FOUND_JOINT && a.joint == b.joint;
}

/* Mark and word; a grade on an older scale has an open mark. */
static void put_grade(const struct grid *grid, struct cell *cell, struct refs cited,
                      struct graded graded)
{
    struct phrase phrase = new_phrase(grid);
    struct str word = capital(phrase.arena, grade_label(phrase.briefing, graded.grade));
    phrase.inlines = inline_text(phrase.arena, word, graded.span);
    if (has_sources_of_its_own(graded.source, cited))
        phrase_cite(&phrase, graded.source);
    cell->inlines = phrase.inlines;
    cell->tone = grade_tone(phrase.briefing, graded.grade);
    cell->muted = cell->tone == TONE_NEUTRAL;
    cell->shape = cell->muted ? MARK_NONE : tone_shape(cell->tone);
    cell->open = !grade_is_of_today(phrase.briefing, graded.grade);
    cell->quiet = true;
}

static void put_joint(const struct grid *grid, struct cell *cell)
{
    struct arena *arena = grid->table->ratings->composer->arena;
    cell->below = inline_text(arena, STR("judged together"), (struct span){0});
    cell->joint = true;
}

/* The latest grades are filled and strong: the one dark thing on a page. */
static void put_finding(const struct grid *grid, size_t line, size_t column)
{
    const struct judgement_table *table = grid->table;
    struct cell *cell = cell_at(grid, grid->head_rows + line, 1 + column);
    struct finding_on finding = line_finding(table, &table->lines.items[line], column);
    if (finding.found == FOUND_NOTHING) {
        put_words(grid, cell, finding.why, true);
        return;
    }
    bool latest = column + 1 == table->ratings->columns.count;
    bool own = table->lines.items[line].kind != LINE_BODY && !table->quiet;
    put_grade(grid, cell, table->ratings->columns.items[column].inspection->fact.source,
              finding.graded);
    if (finding.found == FOUND_JOINT)
        put_joint(grid, cell);
    cell->strong = latest && own;
    cell->quiet = !cell->strong || cell->open;
    for (size_t next = line + 1; same_joint(table, line, next, column); next++)
        cell->row_span = (int)(next - line) + 1;
}

/* A gap reaches over the columns behind it that say nothing else. */
static void widen_gaps(const struct grid *grid, size_t line)
{
    const struct judgement_table *table = grid->table;
    const struct line *of = &table->lines.items[line];
    size_t count = table->ratings->columns.count;
    struct finding_on newest = line_finding(table, of, count - 1);
    bool to_the_end = of->kind != LINE_JUDGEMENT && newest.found == FOUND_NOTHING;
    for (size_t column = 0; column < count; column++) {
        struct finding_on gap = line_finding(table, of, column);
        size_t end = column + 1;
        while (gap.found == FOUND_NOTHING && end < count &&
               str_equal(line_finding(table, of, end).why, gap.why))
            end++;
        bool last = end == count && to_the_end && gap.found == FOUND_NOTHING;
        cell_at(grid, grid->head_rows + line, 1 + column)->column_span =
            (int)((last ? grid->width - 1 : end) - column);
        column = end - 1;
    }
}

/* ---- behind the grades ---- */

static const struct {
    const char *word;
    enum mark_shape shape;
} changes[] = {
    [CHANGE_ABSENT] = {"not known", MARK_NONE},
    [CHANGE_UP] = {"up", MARK_UP},
    [CHANGE_DOWN] = {"down", MARK_DOWN},
    [CHANGE_SAME] = {"same", MARK_LEVEL},
    [CHANGE_NEW] = {"new", MARK_NONE},
    [CHANGE_NOT_COMPARABLE] = {"not compared", MARK_NONE},
    [CHANGE_MIXED] = {"mixed", MARK_NONE},
};

static bool both_were_joint(const struct judgement_table *table, size_t line, size_t next)
{
    return next < table->lines.count && line_change(table, &table->lines.items[line]).was_joint &&
           line_change(table, &table->lines.items[next]).was_joint;
}

static void put_change(const struct grid *grid, size_t line)
{
    const struct judgement_table *table = grid->table;
    struct cell *cell = cell_at(grid, grid->head_rows + line, grid->width - 1);
    struct line_change change = line_change(table, &table->lines.items[line]);
    struct phrase phrase = new_phrase(grid);
    if (change.was_joint)
        phrase_addz(&phrase, changes[CHANGE_NOT_COMPARABLE].word);
    else if (change.grades)
        phrase_addf(&phrase, "%s" NO_BREAK_SPACE "%lld" NO_BREAK_SPACE "grade%s", changes[change.direction].word,
                    (long long)change.grades, change.grades == 1 ? "" : "s");
    else
        phrase_addz(&phrase, changes[change.direction].word);
    cell->inlines = phrase.inlines;
    cell->shape = changes[change.direction].shape;
    cell->muted = cell->shape == MARK_NONE;
    for (size_t next = line + 1; both_were_joint(table, line, next); next++)
        cell->row_span = (int)(next - line) + 1;
}

/* "15" above "of 24". */
static void put_share(const struct grid *grid, struct cell *cell, const struct whole *good,
                      const struct whole *judged)
{
    struct phrase phrase = new_phrase(grid);
    if (!good->known || !judged->known) {
        put_words(grid, cell, STR("not counted"), true);
        return;
    }
    phrase_strong(&phrase, str_format(phrase.arena, "%lld", (long long)good->value));
    phrase_break(&phrase);
    phrase_addf(&phrase, "of %lld", (long long)judged->value);
    cell->inlines = phrase.inlines;
}

static void put_compared(const struct grid *grid, size_t line)
{
    const struct judgement_table *table = grid->table;
    size_t row = grid->head_rows + line, last = grid->width - 1;
    const struct england_judgement *one = line_compared(table, &table->lines.items[line]);
    if (!one) {
        struct cell *cell = cell_at(grid, row, last - table->region);
        put_words(grid, cell, STR("not counted"), true);
        cell->column_span = 1 + table->region;
        return;
    }
    if (table->region)
        put_share(grid, cell_at(grid, row, last - 1), &one->region_good_or_better,
                  &one->region_judged);
    put_share(grid, cell_at(grid, row, last), &one->good_or_better, &one->judged);
}

/* ---- rows ---- */

static void put_line(const struct grid *grid, size_t line)
{
    const struct judgement_table *table = grid->table;
    const struct line *of = &table->lines.items[line];
    struct cell *head = cell_at(grid, grid->head_rows + line, 0);
    put_words(grid, head, capital(table->ratings->composer->arena, of->label), false);
    head->header = true;
    head->indent = of->part;
    head->strong = of->kind == LINE_OVERALL && !line;
    for (size_t i = 0; i < table->ratings->columns.count; i++)
        put_finding(grid, line, i);
    widen_gaps(grid, line);
    if (table->england)
        put_compared(grid, line);
    else if (table->change)
        put_change(grid, line);
}

/* ---- widths: tenths of a millimetre of 170, as the look has them ---- */

enum { TEXT_AXIS = 440, NARROW_HEAD = 540, NARROW_BEFORE = 560, NARROW_LATEST = 640 };

static const struct widths {
    int before, latest, region, england, change;
} widths[2][MOST_COLUMNS] = {
    /* beside what changed */
    {{0, 600, 0, 0, 0}, {474, 504, 0, 0, 282}, {295, 330, 0, 0, 340}, {310, 330, 0, 0, 0}},
    /* beside England's councils */
    {{0, 920, 150, 190, 0}, {410, 510, 150, 190, 0}, {295, 330, 150, 190, 0}, {310, 330, 0, 0, 0}},
};

static const struct column *make_columns(const struct judgement_table *table, size_t spare)
{
    size_t inspections = table->ratings->columns.count, last = table->columns - 1;
    struct column *columns = ARENA_ARRAY(table->ratings->composer->arena, struct column, last + 1);
    const struct widths *row = &widths[table->england != NULL][inspections - 1];
    columns[0] = (struct column){.weight = TEXT_AXIS, .narrow = NARROW_HEAD};
    for (size_t i = 1; i < inspections; i++)
        columns[i] =
            (struct column){.weight = row->before, .narrow = NARROW_BEFORE, .spare = i <= spare};
    columns[inspections] = (struct column){.weight = row->latest, .narrow = NARROW_LATEST};
    if (table->england)
        columns[last] = (struct column){
            .weight = row->england, .align = ALIGN_END, .tabular = true, .spare = true};
    if (table->england && table->region)
        columns[last - 1] = (struct column){
            .weight = row->region, .align = ALIGN_END, .tabular = true, .spare = true};
    else if (table->england)
        columns[inspections].weight += row->region;
    if (table->change)
        columns[last] = (struct column){.weight = row->change, .spare = true};
    return columns;
}

/* ---- the table ---- */

/* Is there anything to compare with, and room for it? */
void judgements_choose_columns(struct judgement_table *table, bool compare)
{
    const struct ratings *ratings = table->ratings;
    size_t inspections = ratings->columns.count;
    const struct england *england = compare && !ratings->of.len && inspections < MOST_COLUMNS
                                        ? ratings->briefing->derived->england
                                        : NULL;
    table->england = england && england->judgements.count ? england : NULL;
    table->change =
        !table->england && !ratings->of.len && inspections > 1 && inspections < MOST_COLUMNS;
    for (size_t i = 0; table->england && i < england->judgements.count; i++)
        table->region |= england->judgements.items[i].region_judged.known;
    table->columns =
        1 + inspections + (table->england ? 1 + (size_t)table->region : (size_t)table->change);
}

void judgements_set_table(const struct judgement_table *table, struct str caption,
                          struct span origin)
{
    struct composer *composer = table->ratings->composer;
    struct grid grid = {.table = table, .width = table->columns};
    size_t inspections = table->ratings->columns.count;
    size_t spare = inspections > 2 ? inspections - 2 : 0;
    grid.head_rows = table->england ? 2 : 1;
    grid.rows = grid.head_rows + table->lines.count;
    grid.cells = ARENA_ARRAY(composer->arena, struct cell, grid.rows * grid.width);
    put_heads(&grid);
    for (size_t i = 0; i < table->lines.count; i++)
        put_line(&grid, i);
    const struct table set = {
        .caption = caption.len ? inline_text(composer->arena, caption, origin) : NULL,
        .columns = make_columns(table, spare),
        .column_count = grid.width,
        .cells = grid.cells,
        .row_count = grid.rows,
        .header_rows = grid.head_rows,
        .grades = true,
        .axis = true,
        .instead = judgements_instead(table, spare),
        .origin = origin,
    };
    compose_table(composer, &set);
}

/* ---- what stands alone: for the whole of it ---- */

static void add_inspected(struct phrase *phrase, const struct inspected *column)
{
    const struct inspection *inspection = column->inspection;
    phrase_add(phrase, capital(phrase->arena, inspection->name));
    phrase_field_after(phrase, ", ", FIELD_OF(inspection, scope));
    phrase_break(phrase);
    phrase_add(phrase, capital(phrase->arena, inspection_month(phrase->arena, inspection)));
    phrase_cite(phrase, inspection->fact.source);
}

static bool begins_group(const struct ratings *ratings, size_t i)
{
    const struct alone *alone = ratings->alone.items;
    return !i || alone[i - 1].column.inspection != alone[i].column.inspection;
}

/* The inspection heads the rows of its judgements. */
static void put_group_head(const struct grid *grid, size_t i)
{
    const struct ratings *ratings = grid->table->ratings;
    struct cell *head = cell_at(grid, 1 + i, 0);
    head->header = true;
    if (!begins_group(ratings, i))
        return;
    struct phrase phrase = new_phrase(grid);
    add_inspected(&phrase, &ratings->alone.items[i].column);
    head->inlines = phrase.inlines;
    head->row_span = 1;
    while (i + (size_t)head->row_span < ratings->alone.count &&
           !begins_group(ratings, i + (size_t)head->row_span))
        head->row_span++;
}

static void put_alone(const struct grid *grid, size_t i)
{
    struct ratings *ratings = grid->table->ratings;
    const struct alone *one = &ratings->alone.items[i];
    const struct inspection *inspection = one->column.inspection;
    put_group_head(grid, i);
    struct str label = one->judgement ? judgement_told(one->judgement) : STR("Overall");
    if (one->judgement && !label.len)
        label = one->judgement->label;
    struct cell *name = cell_at(grid, 1 + i, 1), *cell = cell_at(grid, 1 + i, 2);
    put_words(grid, name, capital(ratings->composer->arena, label), false);
    name->header = true;
    struct graded graded =
        one->judgement ? grade_given(inspection, one->judgement->id) : overall_given(inspection);
    if (!graded.grade.len) {
        put_words(grid, cell, STR("Not stated"), true);
        return;
    }
    put_grade(grid, cell, inspection->fact.source, graded);
}

void judgements_set_alone(struct ratings *ratings, const char *caption, struct span origin)
{
    enum { WIDTH = 3 };
    static const struct column columns[WIDTH] = {{.weight = 550}, {.weight = 650}, {.weight = 500}};
    struct arena *arena = ratings->composer->arena;
    const struct judgement_table table = {.ratings = ratings};
    size_t rows = 1 + ratings->alone.count;
    struct grid grid = {.table = &table,
                        .cells = ARENA_ARRAY(arena, struct cell, rows * WIDTH),
                        .width = WIDTH,
                        .head_rows = 1,
                        .rows = rows};
    if (rows == 1)
        return;
    put_head(&grid, 0, 0, STR("Inspection"));
    put_head(&grid, 0, 1, STR("Judgement"));
    put_head(&grid, 0, 2, STR("Grade"));
    for (size_t i = 0; i < ratings->alone.count; i++)
        put_alone(&grid, i);
    const struct table set = {.caption = inline_text(arena, str_from(caption), origin),
                              .columns = columns,
                              .column_count = WIDTH,
                              .cells = grid.cells,
                              .row_count = rows,
                              .header_rows = 1,
                              .axis = true,
                              .origin = origin};
    compose_table(ratings->composer, &set);
}
