/* The lines of the table of judgements: what each inspection found on them, how they changed, and
   with what they are compared in England. */
#include "components/ratings/ratings.h"

/* ---- the overall judgement ---- */

static bool has_overall(const struct inspected *column)
{
    return column->inspection->overall.len ||
           (column->framework && column->framework->overall == ANSWER_YES);
}

/* Since when the frameworks of this family have had none. */
static const struct date *overall_gone_since(const struct briefing *briefing,
                                             const struct framework *framework)
{
    const struct framework_list *all = &briefing->frameworks->frameworks;
    const struct framework *first = framework;
    for (size_t i = 0; i < all->count; i++) {
        const struct framework *one = &all->items[i];
        if (str_equal(one->family, framework->family) && one->overall != ANSWER_YES &&
            date_key(&one->from) < date_key(&first->from))
            first = one;
    }
    return &first->from;
}

/* "Ofsted gives none since April 2026" at the newest inspection. */
static struct str why_no_overall(const struct ratings *ratings, size_t column)
{
    const struct framework *framework = ratings->columns.items[column].framework;
    bool newest = column + 1 == ratings->columns.count;
    if (!newest || !framework || framework->from.precision == DATE_UNKNOWN)
        return STR("No overall grade");
    struct arena *arena = ratings->composer->arena;
    const struct date *since = overall_gone_since(ratings->briefing, framework);
    return str_format(arena, "Ofsted gives none since " STR_FMT,
                      STR_ARG(date_text(arena, since, DATE_LONG)));
}

static bool any_has_overall(const struct ratings *ratings)
{
    for (size_t i = 0; i < ratings->columns.count; i++)
        if (has_overall(&ratings->columns.items[i]))
            return true;
    return false;
}

/* ---- other bodies, judged in the same report ---- */

static struct str body_key(const struct inspected *column, const struct judged_body *body)
{
    bool known = body->judgement.len && column->framework &&
                 judgement_find(column->framework, body->judgement);
    return known ? body->judgement : body->name;
}

static struct graded body_grade(const struct inspected *column, struct str key)
{
    struct graded graded = grade_given(column->inspection, key);
    for (size_t i = 0; i < column->inspection->bodies.count && !graded.grade.len; i++) {
        const struct judged_body *body = &column->inspection->bodies.items[i];
        if (str_alike(body_key(column, body), key))
            graded = (struct graded){body->grade, body->fact.source, SPAN_OF(body, grade)};
    }
    return graded;
}

static void add_body(struct judgement_table *table, struct str key, struct str label)
{
    for (size_t i = 0; i < table->lines.count; i++)
        if (table->lines.items[i].kind == LINE_BODY && str_alike(table->lines.items[i].body, key))
            return;
    *LIST_ADD(table->ratings->composer->arena, &table->lines) =
        (struct line){.kind = LINE_BODY, .label = label, .body = key};
}

static void add_bodies_of(struct judgement_table *table, const struct inspected *column)
{
    const struct inspection *inspection = column->inspection;
    for (size_t i = 0; column->framework && i < column->framework->judgements.count; i++) {
        const struct judgement *judgement = &column->framework->judgements.items[i];
        if (judgement->level == LEVEL_SEPARATE && body_grade(column, judgement->id).grade.len)
            add_body(table, judgement->id,
                     judgement->short_label.len ? judgement->short_label : judgement->label);
    }
    for (size_t i = 0; i < inspection->bodies.count; i++)
        if (inspection->bodies.items[i].grade.len)
            add_body(table, body_key(column, &inspection->bodies.items[i]),
                     inspection->bodies.items[i].name);
}

/* ---- lines ---- */

static bool is_part(const struct ratings *ratings, const struct comparable *row)
{
    for (size_t i = ratings->columns.count; i-- > 0;)
        if (row->judgements[i])
            return row->judgements[i]->level == LEVEL_SUB;
    return false;
}

void lines_find(struct judgement_table *table)
{
    const struct ratings *ratings = table->ratings;
    struct arena *arena = ratings->composer->arena;
    const struct line overall = {.kind = LINE_OVERALL, .label = STR("Overall")};
    bool any = any_has_overall(ratings);
    bool first = any && has_overall(&ratings->columns.items[ratings->columns.count - 1]);
    if (first)
        *LIST_ADD(arena, &table->lines) = overall;
    for (size_t i = 0; i < ratings->rows.count; i++) {
        const struct comparable *row = &ratings->rows.items[i];
        *LIST_ADD(arena, &table->lines) = (struct line){
            .kind = LINE_JUDGEMENT, .label = row->label, .row = row, .part = is_part(ratings, row)};
    }
    if (any && !first)
        *LIST_ADD(arena, &table->lines) = overall;
    for (size_t i = 0; !table->alone && i < ratings->columns.count; i++)
        add_bodies_of(table, &ratings->columns.items[i]);
}

/* ---- what was found ---- */

/* Did frameworks judge the ground of a row in a column together with something else? */
static bool is_mixed_up(const struct ratings *ratings, const struct comparable *row, size_t column)
{
    const struct inspected *columns = ratings->columns.items;
    for (size_t i = column + 1; i < ratings->columns.count; i++)
        if (row->judgements[i] && judgement_overlaps(row->judgements[i], columns[column].framework))
            return true;
    for (size_t i = 0; i < column; i++)
        if (row->judgements[i] &&
            framework_judges_together(columns[column].framework, row->judgements[i]))
            return true;
    return false;
}

static struct str why_not_judged(const struct ratings *ratings, const struct comparable *row,
                                 size_t column)
{
    if (is_mixed_up(ratings, row, column))
        return STR("Not judged alone");
    for (size_t i = 0; i < column; i++)
        if (row->judgements[i])
            return STR("No longer judged");
    return STR("Not judged then");
}

static struct finding_on found_grade(struct graded graded)
{
    if (graded.grade.len)
        return (struct finding_on){.found = FOUND_GRADE, .graded = graded};
    return (struct finding_on){.found = FOUND_NOTHING, .why = STR("Not stated")};
}

static struct finding_on row_finding(const struct ratings *ratings, const struct comparable *row,
                                     size_t column)
{
    const struct inspection *inspection = ratings->columns.items[column].inspection;
    const struct judgement *judgement = row->judgements[column];
    if (judgement)
        return found_grade(grade_given(inspection, judgement->id));
    const struct judgement *joint = joint_judgement(ratings, row, column);
    if (!joint)
        return (struct finding_on){.found = FOUND_NOTHING,
                                   .why = why_not_judged(ratings, row, column)};
    struct graded graded = grade_given(inspection, joint->id);
    if (!graded.grade.len)
        return (struct finding_on){
            .found = FOUND_NOTHING, .joint = joint, .why = STR("Judged together, not stated")};
    return (struct finding_on){.found = FOUND_JOINT, .graded = graded, .joint = joint};
}

struct finding_on line_finding(const struct judgement_table *table, const struct line *line,
                               size_t column)
{
    const struct ratings *ratings = table->ratings;
    const struct inspected *inspected = &ratings->columns.items[column];
    if (line->kind == LINE_JUDGEMENT)
        return row_finding(ratings, line->row, column);
    if (line->kind == LINE_OVERALL && has_overall(inspected))
        return found_grade(overall_given(inspected->inspection));
    if (line->kind == LINE_OVERALL)
        return (struct finding_on){.found = FOUND_NOTHING, .why = why_no_overall(ratings, column)};
    struct graded graded = body_grade(inspected, line->body);
    if (!graded.grade.len)
        return (struct finding_on){.found = FOUND_NOTHING, .why = STR("Not judged")};
    return found_grade(graded);
}

/* ---- what changed ---- */

static const struct judgement *judged_at(const struct ratings *ratings, const struct line *line,
                                         size_t column)
{
    const struct framework *framework = ratings->columns.items[column].framework;
    if (line->kind == LINE_OVERALL)
        return judgement_find(framework, STR("overall"));
    return line->kind == LINE_JUDGEMENT ? line->row->judgements[column] : NULL;
}

static struct line_change between(const struct briefing *briefing, struct str before,
                                  struct str after)
{
    const struct grade *a = grade_find(briefing->frameworks, before);
    const struct grade *b = grade_find(briefing->frameworks, after);
    if (!a || !b)
        return (struct line_change){.direction = CHANGE_ABSENT};
    if (!a->rank.known || !b->rank.known)
        return (struct line_change){.direction = CHANGE_NOT_COMPARABLE};
    int64_t rose = a->rank.value - b->rank.value;
    if (!rose)
        return (struct line_change){.direction = CHANGE_SAME};
    return (struct line_change){.direction = rose > 0 ? CHANGE_UP : CHANGE_DOWN,
                                .grades = rose > 0 ? rose : -rose};
}

struct line_change line_change(const struct judgement_table *table, const struct line *line)
{
    const struct ratings *ratings = table->ratings;
    struct line_change none = {.direction = CHANGE_NOT_COMPARABLE};
    size_t last = ratings->columns.count - 1;
    if (!last || line->kind == LINE_BODY)
        return none;
    struct finding_on now = line_finding(table, line, last);
    struct finding_on then = line_finding(table, line, last - 1);
    if (now.found == FOUND_GRADE && (then.found == FOUND_JOINT || then.joint)) {
        none.was_joint = true;
        return none;
    }
    const struct judgement *judged = judged_at(ratings, line, last);
    if (!judged)
        return none;
    const struct inspected *columns = ratings->columns.items;
    if (!judgement_before(columns[last].framework, judged, columns[last - 1].framework)) {
        bool is_new = line->kind == LINE_JUDGEMENT && !is_mixed_up(ratings, line->row, last - 1);
        none.direction = is_new ? CHANGE_NEW : CHANGE_NOT_COMPARABLE;
        return none;
    }
    return between(ratings->briefing, then.graded.grade, now.graded.grade);
}

/* ---- England ---- */

static bool is_compared(const struct england_judgement *compared, const struct framework *framework,
                        const struct judgement *judgement)
{
    if (str_equal(compared->judgement, judgement->id))
        return true;
    const struct judgement *theirs =
        framework ? judgement_find(framework, compared->judgement) : NULL;
    for (size_t i = 0; theirs && i < theirs->follows.count; i++)
        if (str_equal(theirs->follows.items[i], judgement->id))
            return true;
    return false;
}

/* The framework that has the judgements which are compared. */
static const struct framework *compared_framework(const struct briefing *briefing,
                                                  const struct england *england)
{
    const struct framework_list *all = &briefing->frameworks->frameworks;
    for (size_t i = all->count; i-- > 0;)
        for (size_t k = 0; k < england->judgements.count; k++)
            if (all->items[i].full == ANSWER_YES && !england->judgements.items[k].is_overall &&
                judgement_find(&all->items[i], england->judgements.items[k].judgement))
                return &all->items[i];
    return NULL;
}

const struct england_judgement *line_compared(const struct judgement_table *table,
                                              const struct line *line)
{
    const struct ratings *ratings = table->ratings;
    const struct england *england = table->england;
    const struct judgement *judged =
        line->kind == LINE_JUDGEMENT ? judged_at(ratings, line, ratings->columns.count - 1) : NULL;
    if (!england || (line->kind == LINE_JUDGEMENT && !judged))
        return NULL;
    const struct framework *framework = compared_framework(ratings->briefing, england);
    for (size_t i = 0; i < england->judgements.count; i++) {
        const struct england_judgement *one = &england->judgements.items[i];
        bool meant = line->kind == LINE_OVERALL
                         ? one->is_overall
                         : judged && !one->is_overall && is_compared(one, framework, judged);
        if (meant)
            return one;
    }
    return NULL;
}

/* ---- scales ---- */

bool grade_is_of_today(const struct briefing *briefing, struct str grade)
{
    const struct framework_list *all = &briefing->frameworks->frameworks;
    const struct framework *newest = NULL;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].full == ANSWER_YES)
            newest = &all->items[i];
    for (size_t i = 0; newest && i < newest->grades.count; i++)
        if (str_equal(newest->grades.items[i], grade))
            return true;
    return !newest;
}
