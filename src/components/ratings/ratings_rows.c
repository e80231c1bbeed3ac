/* Which inspections and judgements may stand side by side in the table of judgements. */
#include "components/ratings/ratings.h"

/* ---- inspections ---- */

/* Puts an inspection before those that came after it; undated ones come first. */
static void add_column(struct ratings *ratings, struct inspected column)
{
    const struct date *date = order_date(column.inspection);
    *LIST_ADD(ratings->composer->arena, &ratings->columns) = column;
    struct inspected *columns = ratings->columns.items;
    size_t at = ratings->columns.count - 1;
    while (at > 0 && date_key(order_date(columns[at - 1].inspection)) > date_key(date)) {
        columns[at] = columns[at - 1];
        at--;
    }
    columns[at] = column;
}

static bool is_out(const struct ratings *ratings, const struct inspection *inspection)
{
    return !date_surely_after(&inspection->published, &ratings->briefing->briefing->as_at);
}

void ratings_collect(struct ratings *ratings, size_t most, size_t newer)
{
    const struct briefing *briefing = ratings->briefing;
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *inspection = &briefing->inspections.items[i];
        if (!str_alike(inspection->of, ratings->of) || !is_out(ratings, inspection) ||
            !inspection_is_full(briefing, inspection))
            continue;
        const struct framework *framework =
            framework_find(briefing->frameworks, inspection->framework);
        add_column(ratings, (struct inspected){inspection, framework});
    }
    size_t count = ratings->columns.count > newer ? ratings->columns.count - newer : 0;
    size_t kept = count < most ? count : most;
    ratings->earlier = ratings->columns.items;
    ratings->earlier_count = count - kept;
    ratings->columns.items += ratings->earlier_count;
    ratings->columns.count = kept;
}

/* ---- grades ---- */

struct graded grade_given(const struct inspection *inspection, struct str judgement)
{
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        if (str_equal(entry->judgement, judgement))
            return (struct graded){entry->grade, entry->source, entry->grade_span};
    }
    for (size_t i = 0; i < inspection->bodies.count; i++) {
        const struct judged_body *body = &inspection->bodies.items[i];
        if (str_equal(body->judgement, judgement))
            return (struct graded){body->grade, body->fact.source, SPAN_OF(body, grade)};
    }
    return (struct graded){0};
}

struct graded overall_given(const struct inspection *inspection)
{
    return (struct graded){inspection->overall, inspection->fact.source,
                           SPAN_OF(inspection, overall)};
}

/* Is it the one overall judgement, which is the inspection's own? */
static bool is_the_overall(const struct framework *framework, const struct judgement *judgement)
{
    return framework->overall == ANSWER_YES && judgement->level == LEVEL_OVERALL &&
           str_is(judgement->id, "overall");
}

static const struct judgement *judgement_at(const struct framework *framework, size_t i)
{
    return &framework->judgements.items[i];
}

/* "help_protection" as words. */
static struct str words_of_key(struct arena *arena, struct str key)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < key.len; i++)
        buf_byte(&out, key.at[i] == '_' ? ' ' : key.at[i]);
    return buf_str(&out);
}

/* ---- what is on another scale, or about something else ---- */

static bool share_a_judgement(const struct framework *later, const struct framework *earlier)
{
    for (size_t i = 0; i < later->judgements.count; i++)
        if (judgement_before(later, judgement_at(later, i), earlier))
            return true;
    return false;
}

/* Grades whose keys no framework knows, as when no framework is named. */
static void set_apart_unknown(struct ratings *ratings, struct inspected column)
{
    const struct grades *grades = &column.inspection->judgements;
    for (size_t i = 0; !column.framework && i < grades->count; i++) {
        struct judgement *judgement = ARENA_NEW(ratings->composer->arena, struct judgement);
        judgement->id = grades->items[i].judgement;
        judgement->short_label = words_of_key(ratings->composer->arena, judgement->id);
        *LIST_ADD(ratings->composer->arena, &ratings->alone) = (struct alone){column, judgement};
    }
}

static void set_apart(struct ratings *ratings, struct inspected column)
{
    struct arena *arena = ratings->composer->arena;
    if (column.inspection->overall.len)
        *LIST_ADD(arena, &ratings->alone) = (struct alone){column, NULL};
    set_apart_unknown(ratings, column);
    for (size_t i = 0; column.framework && i < column.framework->judgements.count; i++) {
        const struct judgement *judgement = judgement_at(column.framework, i);
        if (!is_the_overall(column.framework, judgement) &&
            grade_given(column.inspection, judgement->id).grade.len)
            *LIST_ADD(arena, &ratings->alone) = (struct alone){column, judgement};
    }
}

/* The list of columns is about to be thinned out. */
static void remember_all(struct ratings *ratings)
{
    ratings->shown = ratings->columns.count;
    ratings->inspections = ARENA_ARRAY(ratings->composer->arena, struct inspected, ratings->shown);
    for (size_t i = 0; i < ratings->shown; i++)
        ratings->inspections[i] = ratings->columns.items[i];
}

void ratings_collect_others(struct ratings *ratings)
{
    const struct briefing *briefing = ratings->briefing;
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *inspection = &briefing->inspections.items[i];
        if (!inspection_is_full(briefing, inspection) && is_out(ratings, inspection))
            add_column(ratings,
                       (struct inspected){inspection, framework_find(briefing->frameworks,
                                                                     inspection->framework)});
    }
    remember_all(ratings);
    for (size_t i = 0; i < ratings->columns.count; i++)
        set_apart(ratings, ratings->columns.items[i]);
}

/* Keeps the newest inspection and those that it, or one that is kept, can be compared with. */
static void keep_comparable(struct ratings *ratings)
{
    struct inspected *columns = ratings->columns.items;
    size_t count = ratings->columns.count;
    bool *kept = ARENA_ARRAY(ratings->composer->arena, bool, count);
    for (size_t i = count; i-- > 0;) {
        kept[i] = i + 1 == count;
        for (size_t later = i + 1; later < count; later++)
            kept[i] |=
                kept[later] && share_a_judgement(columns[later].framework, columns[i].framework);
    }
    ratings->columns.count = 0;
    for (size_t i = 0; i < count; i++)
        if (kept[i])
            columns[ratings->columns.count++] = columns[i];
        else
            set_apart(ratings, columns[i]);
    ratings->apart = ratings->alone.count;
}

/* ---- rows ---- */

static bool row_accepts(const struct ratings *ratings, const struct comparable *row, size_t column,
                        const struct judgement *judgement)
{
    const struct inspected *columns = ratings->columns.items;
    for (size_t i = column + 1; i < ratings->columns.count; i++) {
        const struct judgement *later = row->judgements[i];
        if (later &&
            judgement_before(columns[i].framework, later, columns[column].framework) == judgement)
            return true;
    }
    return false;
}

/* A judgement joins every row that it may be compared with, or else starts one. */
static void place_judgement(struct ratings *ratings, size_t column,
                            const struct judgement *judgement)
{
    struct arena *arena = ratings->composer->arena;
    bool placed = false;
    for (size_t i = 0; i < ratings->rows.count; i++) {
        struct comparable *row = &ratings->rows.items[i];
        if (row->judgements[column] || !row_accepts(ratings, row, column, judgement))
            continue;
        row->judgements[column] = judgement;
        placed = true;
    }
    if (placed)
        return;
    struct comparable *row = LIST_ADD(arena, &ratings->rows);
    row->label = judgement_told(judgement);
    row->judgements = ARENA_ARRAY(arena, const struct judgement *, ratings->columns.count);
    row->judgements[column] = judgement;
}

static void place_judgements(struct ratings *ratings)
{
    for (size_t column = ratings->columns.count; column-- > 0;) {
        const struct framework *framework = ratings->columns.items[column].framework;
        for (size_t i = 0; i < framework->judgements.count; i++)
            if (!is_the_overall(framework, judgement_at(framework, i)) &&
                judgement_at(framework, i)->level != LEVEL_SEPARATE)
                place_judgement(ratings, column, judgement_at(framework, i));
    }
}

/* How many inspections graded a row, and which of them was the last. */
static size_t count_graded(const struct ratings *ratings, const struct comparable *row,
                           size_t *last)
{
    size_t count = 0;
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct judgement *judgement = row->judgements[i];
        const struct inspection *inspection = ratings->columns.items[i].inspection;
        if (!judgement || !grade_given(inspection, judgement->id).grade.len)
            continue;
        *last = i;
        count++;
    }
    return count;
}

static bool is_due_today(const struct ratings *ratings, const struct comparable *row)
{
    const struct judgement *newest = row->judgements[ratings->columns.count - 1];
    return newest && (newest->level == LEVEL_KEY || newest->level == LEVEL_OVERALL);
}

/* The judgement of a framework that covers an earlier one and more. */
static const struct judgement *covering(const struct framework *framework,
                                        const struct judgement *earlier)
{
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = judgement_at(framework, i);
        for (size_t k = 0; k < judgement->overlaps.count; k++)
            if (str_equal(judgement->overlaps.items[k], earlier->id))
                return judgement;
    }
    return NULL;
}

const struct judgement *joint_judgement(const struct ratings *ratings, const struct comparable *row,
                                        size_t column)
{
    const struct inspected *columns = ratings->columns.items;
    const struct judgement *joint = NULL;
    for (size_t i = column + 1; !joint && i < ratings->columns.count; i++) {
        const struct judgement *found =
            row->judgements[i] ? judgement_overlapped(row->judgements[i], columns[column].framework)
                               : NULL;
        if (found && judgement_was_joint(found, columns[i].framework))
            joint = found;
    }
    for (size_t i = 0; !joint && i < column; i++)
        if (row->judgements[i] &&
            !judgement_was_joint(row->judgements[i], columns[column].framework))
            joint = covering(columns[column].framework, row->judgements[i]);
    return joint;
}

/* Does another row, which goes on to the newest inspection, show what this one does in a column? */
static bool is_shown_elsewhere(const struct ratings *ratings, const struct comparable *row,
                               size_t column)
{
    for (size_t i = 0; i < ratings->rows.count; i++) {
        const struct comparable *other = &ratings->rows.items[i];
        const struct judgement *shown = other->judgements[column];
        if (!other->judgements[ratings->columns.count - 1])
            continue;
        if (!shown)
            shown = joint_judgement(ratings, other, column);
        if (shown == row->judgements[column])
            return true;
    }
    return false;
}

/* A joint grade that is no longer given stands in the rows of its parts. */
static bool repeats_others(const struct ratings *ratings, const struct comparable *row)
{
    if (row->judgements[ratings->columns.count - 1])
        return false;
    for (size_t i = 0; i < ratings->columns.count; i++)
        if (row->judgements[i] && !is_shown_elsewhere(ratings, row, i))
            return false;
    return true;
}

static void leave_out_repeats(struct ratings *ratings)
{
    bool *repeats = ARENA_ARRAY(ratings->composer->arena, bool, ratings->rows.count);
    for (size_t i = 0; i < ratings->rows.count; i++)
        repeats[i] = repeats_others(ratings, &ratings->rows.items[i]);
    size_t kept = 0;
    for (size_t i = 0; i < ratings->rows.count; i++)
        if (!repeats[i])
            ratings->rows.items[kept++] = ratings->rows.items[i];
    ratings->rows.count = kept;
}

static bool has_joint_grade(const struct ratings *ratings, const struct comparable *row)
{
    for (size_t i = 0; i < ratings->columns.count; i++) {
        const struct judgement *joint =
            row->judgements[i] ? NULL : joint_judgement(ratings, row, i);
        if (joint && grade_given(ratings->columns.items[i].inspection, joint->id).grade.len)
            return true;
    }
    return false;
}

/* Has a source counted judgements without names, which may be those without a grade? */
static bool has_unnamed(const struct ratings *ratings)
{
    for (size_t i = 0; i < ratings->columns.count; i++)
        if (ratings->columns.items[i].inspection->unnamed.count)
            return true;
    return false;
}

static bool has_any_grade(const struct ratings *ratings)
{
    size_t last;
    for (size_t i = 0; i < ratings->columns.count; i++)
        if (ratings->columns.items[i].inspection->overall.len)
            return true;
    for (size_t i = 0; i < ratings->rows.count; i++)
        if (count_graded(ratings, &ratings->rows.items[i], &last))
            return true;
    return false;
}

/* A row stays if the newest inspection had to judge it or several inspections graded it; one that
   was graded once stands alone, one that never was is left out. Beside rows with grades, an empty
   row is named below the table instead, unless it may be one of the judgements that a source leaves
   unnamed. */
static void keep_wanted_rows(struct ratings *ratings)
{
    bool may_leave_out = has_any_grade(ratings) && !has_unnamed(ratings);
    size_t kept = 0;
    for (size_t i = 0; i < ratings->rows.count; i++) {
        struct comparable row = ratings->rows.items[i];
        size_t last = 0, graded = count_graded(ratings, &row, &last);
        bool only = graded == 1 && last + 1 < ratings->columns.count;
        bool empty = may_leave_out && !graded && !has_joint_grade(ratings, &row);
        if (empty && is_due_today(ratings, &row))
            *LIST_ADD(ratings->composer->arena, &ratings->ungraded) = row.label;
        else if (is_due_today(ratings, &row) || (graded && !only))
            ratings->rows.items[kept++] = row;
        else if (graded)
            *LIST_ADD(ratings->composer->arena, &ratings->alone) =
                (struct alone){ratings->columns.items[last], row.judgements[last]};
    }
    ratings->rows.count = kept;
}

void ratings_sort(struct ratings *ratings)
{
    remember_all(ratings);
    keep_comparable(ratings);
    place_judgements(ratings);
    leave_out_repeats(ratings);
    keep_wanted_rows(ratings);
}
