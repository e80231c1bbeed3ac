/* Where the council stands: its latest full inspection, and what changed since the one before. */
#include "../facts.h"
#include "derive.h"

#include <stdlib.h>

/* Newer first; those of one date in the reverse order of the file. */
static int by_age(const void *left, const void *right)
{
    const struct inspection *a = *(const struct inspection *const *)left;
    const struct inspection *b = *(const struct inspection *const *)right;
    const struct date *date_a = inspection_date(a), *date_b = inspection_date(b);
    if (date_a->last != date_b->last)
        return date_a->last > date_b->last ? -1 : 1;
    if (date_a->first != date_b->first)
        return date_a->first > date_b->first ? -1 : 1;
    return (a < b) - (a > b);
}

static bool counts_by_now(const struct derive *derive, const struct inspection *inspection)
{
    const struct date *date = inspection_date(inspection);
    return inspection_is_full(derive->briefing, inspection) && date->precision != DATE_UNKNOWN &&
           !is_future(derive->briefing, date);
}

void find_full_inspections(struct derive *derive)
{
    const struct records *inspections = &derive->briefing->inspections;
    const struct inspection **found =
        ARENA_ARRAY(derive->arena, const struct inspection *, inspections->count);
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = records_at(inspections, &inspection_table, i);
        if (counts_by_now(derive, inspection))
            found[derive->full_count++] = inspection;
    }
    if (derive->full_count)
        qsort(found, derive->full_count, sizeof *found, by_age);
    derive->full = found;
}

static int direction_of(const struct derive *derive, struct str before, struct str after)
{
    const struct frameworks *frameworks = derive->briefing->frameworks;
    const struct grade *a = grade_find(frameworks, before), *b = grade_find(frameworks, after);
    if (!a || !b || !a->rank.known || !b->rank.known)
        return CHANGE_NOT_COMPARABLE;
    if (a->rank.value == b->rank.value)
        return CHANGE_SAME;
    return b->rank.value < a->rank.value ? CHANGE_UP : CHANGE_DOWN;
}

/* `earlier` is NULL when the framework of the previous inspection is not known. */
static struct change change_of(const struct derive *derive, const struct judgement *judgement,
                               const struct framework *later, const struct framework *earlier)
{
    const struct inspection *now = derive->full[0], *then = derive->full[1];
    struct change change = {
        .judgement = judgement->short_label,
        .after = inspection_grade(now, judgement->id),
        .direction = CHANGE_NOT_COMPARABLE,
    };
    const struct judgement *before = earlier ? judgement_before(later, judgement, earlier) : NULL;
    if (before) {
        change.before = inspection_grade(then, before->id);
        change.direction = direction_of(derive, change.before, change.after);
    } else if (earlier && !judgement_overlaps(judgement, earlier)) {
        change.direction = CHANGE_NEW;
    }
    return change;
}

static struct records derive_changes(const struct derive *derive)
{
    const struct framework *later = inspection_framework(derive->briefing, derive->full[0]);
    const struct framework *earlier = inspection_framework(derive->briefing, derive->full[1]);
    if (!later)
        return (struct records){0};
    size_t count = 0;
    struct change *changes = ARENA_ARRAY(derive->arena, struct change, later->judgements.count);
    for (size_t i = 0; i < later->judgements.count; i++) {
        const struct judgement *judgement = records_at(&later->judgements, &judgement_table, i);
        if (judgement->level != LEVEL_SEPARATE &&
            inspection_grade(derive->full[0], judgement->id).len)
            changes[count++] = change_of(derive, judgement, later, earlier);
    }
    return (struct records){.items = changes, .count = count};
}

static struct str reason_for_no_overall(const struct framework *framework)
{
    if (!framework || framework->overall == ANSWER_YES)
        return STR("the source does not state it");
    return framework->overall_note.len ? framework->overall_note
                                       : STR("the framework has no overall judgement");
}

const struct standing *derive_standing(const struct derive *derive)
{
    struct standing *standing = ARENA_NEW(derive->arena, struct standing);
    if (!derive->full_count)
        return standing;
    standing->inspection = derive->full[0];
    standing->overall = derive->full[0]->overall;
    const struct framework *framework = inspection_framework(derive->briefing, derive->full[0]);
    if (framework)
        standing->framework = framework->short_label;
    if (!standing->overall.len)
        standing->overall_reason = reason_for_no_overall(framework);
    if (derive->full_count > 1) {
        standing->previous = derive->full[1];
        standing->changes = derive_changes(derive);
    }
    return standing;
}
