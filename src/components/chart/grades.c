/* Grades over time as days and lanes, with the interventions beside them. */
#include "components/chart/grades.h"

#include "brief/lookup.h"

enum { MOST_INSPECTIONS = 64 };

/* ---- points ---- */

static bool lane_of(const struct briefing *briefing, struct str id, size_t *lane)
{
    const struct grade *grade = grade_find(briefing->frameworks, id);
    if (!grade || !grade->rank.known || grade->rank.value < 1 || grade->rank.value > LANES)
        return false;
    *lane = (size_t)grade->rank.value - 1;
    return true;
}

static day day_of(const struct inspection *inspection)
{
    const struct date *date = order_date(inspection);
    if (date->first == DAY_OPEN_START || date->precision == DATE_DAY)
        return date->last;
    return date->last == DAY_OPEN_END ? date->first : date->first + (date->last - date->first) / 2;
}

/* In order of time; what has no date, or no place among the lanes, is told elsewhere. */
static void add_point(const struct history *history, struct grade_line *line,
                      const struct inspection *inspection, struct str grade, bool alone, bool joint)
{
    struct arena *arena = history->arena;
    struct grade_point point = {
        .inspection = inspection, .grade = grade, .alone = alone, .joint = joint};
    if (!order_date(inspection)->precision || !lane_of(history->briefing, grade, &point.lane))
        return;
    point.at = day_of(inspection);
    point.month = history_month(arena, order_date(inspection));
    *LIST_ADD(arena, &line->points) = point;
    for (size_t i = line->points.count - 1; i > 0 && line->points.items[i - 1].at > point.at; i--) {
        line->points.items[i] = line->points.items[i - 1];
        line->points.items[i - 1] = point;
    }
}

/* ---- lines ---- */

static const struct line *overall_line(const struct judgement_table *table)
{
    for (size_t i = 0; i < table->lines.count; i++)
        if (table->lines.items[i].kind == LINE_OVERALL)
            return &table->lines.items[i];
    return NULL;
}

static void add_line_points(const struct history *history, const struct judgement_table *table,
                            const struct line *of, struct grade_line *line)
{
    for (size_t column = 0; column < table->ratings->columns.count; column++) {
        struct finding_on finding = line_finding(table, of, column);
        if (finding.found != FOUND_NOTHING)
            add_point(history, line, table->ratings->columns.items[column].inspection,
                      finding.graded.grade, history->of.len, finding.found == FOUND_JOINT);
    }
}

/* The overall grade, with inspections of a part of the service beside it. */
static void find_overall(struct history *history, const struct judgement_table *table,
                         const struct line *of)
{
    struct grade_line *line = LIST_ADD(history->arena, &history->lines);
    line->name = STR("Overall");
    history->overall = true;
    add_line_points(history, table, of, line);
    for (size_t i = 0; i < table->ratings->apart; i++) {
        const struct alone *alone = &table->ratings->alone.items[i];
        if (!alone->judgement)
            add_point(history, line, alone->column.inspection, alone->column.inspection->overall,
                      true, false);
    }
}

static bool is_leading(const struct judgement_table *table, const struct line *line)
{
    const struct ratings *ratings = table->ratings;
    const struct judgement *judgement =
        line->row ? line->row->judgements[ratings->columns.count - 1] : NULL;
    return judgement && (judgement->level == LEVEL_KEY || judgement->level == LEVEL_OVERALL);
}

/* Without an overall grade: a line for each judgement that the newest inspection made. */
static void find_judgements(struct history *history, const struct judgement_table *table)
{
    struct arena *arena = history->arena;
    for (size_t i = 0; i < table->lines.count; i++) {
        const struct line *of = &table->lines.items[i];
        struct grade_line line = {.name = capital(arena, of->label)};
        if (!is_leading(table, of))
            continue;
        add_line_points(history, table, of, &line);
        if (line.points.count)
            *LIST_ADD(arena, &history->lines) = line;
    }
}

static void find_lines(struct history *history)
{
    struct ratings *ratings = ARENA_NEW(history->arena, struct ratings);
    *ratings = (struct ratings){
        .composer = history->composer, .briefing = history->briefing, .of = history->of};
    ratings_collect(ratings, MOST_INSPECTIONS, 0);
    if (!ratings->columns.count)
        return;
    ratings_sort(ratings);
    struct judgement_table table = {.ratings = ratings};
    lines_find(&table);
    const struct line *overall = overall_line(&table);
    bool given =
        overall && line_finding(&table, overall, ratings->columns.count - 1).found == FOUND_GRADE;
    if (given)
        find_overall(history, &table, overall);
    else
        find_judgements(history, &table);
}

/* ---- interventions ---- */

static const struct intervention *replacement(const struct history *history,
                                              const struct intervention *one)
{
    const struct intervention_list *all = &history->briefing->interventions;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].replaces.record == one && all->items[i].issued.precision)
            return &all->items[i];
    return NULL;
}

static bool is_exact(const struct date *date)
{
    return (date->precision == DATE_DAY || date->precision == DATE_MONTH) && !date->inferred &&
           !date->approximate;
}

static day bounded(const struct history *history, day at)
{
    day today = history->briefing->briefing->as_at.last;
    return at > today ? today : at;
}

/* Until when it surely was in force, and what is known of its end. */
static void find_end(const struct history *history, struct grade_band *band)
{
    const struct intervention *one = band->intervention;
    const struct intervention *next = replacement(history, one);
    const struct date *end = one->ended.precision ? &one->ended : next ? &next->issued : NULL;
    enum force force = intervention_force(history->briefing, one);
    if (force == FORCE_RUNS && !end) {
        band->end = BAND_RUNS;
        band->to = history->briefing->briefing->as_at.last;
        return;
    }
    const struct date *known = end ? end : one->known_open.precision ? &one->known_open : NULL;
    band->end = end && (next || is_exact(end)) ? BAND_ENDED : BAND_END_UNKNOWN;
    band->to = known && known->last != DAY_OPEN_END ? bounded(history, known->last) : band->from;
    if (next && next->issued.first > band->from && next->issued.first < band->to)
        band->to = next->issued.first;
}

static struct str end_told(const struct history *history, const struct grade_band *band)
{
    struct arena *arena = history->arena;
    const struct intervention *one = band->intervention;
    const struct intervention *next = replacement(history, one);
    const struct date *end = one->ended.precision ? &one->ended : next ? &next->issued : NULL;
    if (band->end == BAND_RUNS)
        return intervention_force(history->briefing, one) == FORCE_RUNS
                   ? STR(", in force")
                   : STR(", in force when last checked");
    if (!end)
        return STR("; its end is not known");
    return str_format(arena, " to " STR_FMT "%s", STR_ARG(history_month(arena, end)),
                      band->end == BAND_END_UNKNOWN ? ", the day not known" : "");
}

static size_t count_of_kind(const struct history *history, int kind,
                            const struct intervention *before)
{
    size_t count = 0;
    for (size_t i = 0; i < history->bands.count; i++) {
        const struct intervention *one = history->bands.items[i].intervention;
        count += one->kind == kind && one != before;
    }
    return count;
}

static void add_band(struct history *history, const struct intervention *one)
{
    struct arena *arena = history->arena;
    struct grade_band band = {.intervention = one, .letter = one->kind == INTERVENTION_LETTER};
    if (!one->issued.precision || one->issued.first == DAY_OPEN_START ||
        date_surely_after(&one->issued, &history->briefing->briefing->as_at))
        return;
    if (!band.letter && !intervention_counts(one))
        return;
    band.from = band.to = one->issued.first;
    struct str from = history_month(arena, &one->issued);
    band.told = str_format(arena, "from " STR_FMT, STR_ARG(from));
    if (band.letter)
        band.told = from;
    else
        find_end(history, &band);
    if (!band.letter)
        band.told = str_format(arena, STR_FMT STR_FMT, STR_ARG(band.told),
                               STR_ARG(end_told(history, &band)));
    *LIST_ADD(arena, &history->bands) = band;
    for (size_t i = history->bands.count - 1; i > 0 && history->bands.items[i - 1].from > band.from;
         i--) {
        history->bands.items[i] = history->bands.items[i - 1];
        history->bands.items[i - 1] = band;
    }
}

/* "First, December 2013"; the month alone where there is one of its kind. */
static void name_bands(struct history *history)
{
    struct arena *arena = history->arena;
    for (size_t i = 0; i < history->bands.count; i++) {
        struct grade_band *band = &history->bands.items[i];
        size_t before = 0;
        for (size_t k = 0; k < i; k++)
            before += history->bands.items[k].intervention->kind == band->intervention->kind;
        band->year = str_format(arena, "%d", (int)civil_from_day(band->from).year);
        band->name = history_month(arena, &band->intervention->issued);
        if (count_of_kind(history, band->intervention->kind, band->intervention))
            band->name =
                str_format(arena, "%s, " STR_FMT, ordinal(before + 1), STR_ARG(band->name));
    }
}

static bool row_is_free(const struct history *history, size_t row, const struct grade_band *wanted)
{
    for (const struct grade_band *band = history->bands.items; band < wanted; band++)
        if (band->row == row && band->to > wanted->from)
            return false;
    return true;
}

/* One row a kind, and another where two of them were in force at once. */
static void place_bands(struct history *history)
{
    struct arena *arena = history->arena;
    for (size_t i = 0; i < history->bands.count; i++) {
        struct grade_band *band = &history->bands.items[i];
        struct str kind = capital(arena, LABEL_OF(&intervention_table, band->intervention, kind));
        size_t row = 0;
        while (row < history->rows.count &&
               !(str_equal(history->rows.items[row], kind) && row_is_free(history, row, band)))
            row++;
        if (row == history->rows.count)
            *LIST_ADD(arena, &history->rows) = kind;
        band->row = row;
    }
}

/* ---- the whole ---- */

static void set_extent(struct history *history, const struct date *from)
{
    day first = history->last = history->briefing->briefing->as_at.last;
    for (size_t i = 0; i < history->lines.count; i++)
        for (size_t k = 0; k < history->lines.items[i].points.count; k++)
            if (history->lines.items[i].points.items[k].at < first)
                first = history->lines.items[i].points.items[k].at;
    for (size_t i = 0; i < history->bands.count; i++)
        if (history->bands.items[i].from < first)
            first = history->bands.items[i].from;
    if (from && from->precision && from->first != DAY_OPEN_START && from->first < first)
        first = from->first;
    history->first = day_from_civil(civil_from_day(first).year, 1, 1);
    if (history->last <= history->first)
        history->last = history->first + 1;
}

struct history history_find(struct composer *composer, const struct briefing *briefing,
                            struct str of, const struct date *from)
{
    struct history history = {
        .composer = composer, .arena = composer->arena, .briefing = briefing, .of = of};
    find_lines(&history);
    for (size_t i = 0; !of.len && i < briefing->interventions.count; i++)
        add_band(&history, &briefing->interventions.items[i]);
    name_bands(&history);
    place_bands(&history);
    set_extent(&history, from);
    return history;
}

bool history_drawable(const struct history *history)
{
    for (size_t i = 0; i < history->lines.count; i++)
        if (history->lines.items[i].points.count)
            return true;
    return false;
}
