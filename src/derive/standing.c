/* Where the council stands: its latest full inspection, how long ago that was, and what changed
   since the one before. */
#include "brief/lookup.h"
#include "derive/derive.h"

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
    return inspection_sets_position(derive->briefing, inspection) &&
           date->precision != DATE_UNKNOWN && !is_future(derive->briefing, date);
}

void find_full_inspections(struct derive *derive)
{
    const struct inspection_list *inspections = &derive->briefing->inspections;
    const struct inspection **found =
        ARENA_ARRAY(derive->arena, const struct inspection *, inspections->count);
    for (size_t i = 0; i < inspections->count; i++) {
        const struct inspection *inspection = &inspections->items[i];
        if (counts_by_now(derive, inspection))
            found[derive->full_count++] = inspection;
    }
    if (derive->full_count)
        qsort(found, derive->full_count, sizeof *found, by_age);
    derive->full = found;
}

/* ---- judgement by judgement ---- */

static bool is_ranked(const struct derive *derive, struct str grade)
{
    const struct grade *found = grade_find(derive->briefing->frameworks, grade);
    return found && found->rank.known;
}

static int direction_of(const struct derive *derive, struct str before, struct str after)
{
    const struct frameworks *frameworks = derive->briefing->frameworks;
    if (!is_ranked(derive, before) || !is_ranked(derive, after))
        return CHANGE_NOT_COMPARABLE;
    const struct grade *a = grade_find(frameworks, before), *b = grade_find(frameworks, after);
    if (a->rank.value == b->rank.value)
        return CHANGE_SAME;
    return b->rank.value < a->rank.value ? CHANGE_UP : CHANGE_DOWN;
}

/* "new separate grade; until 2022 joint: outstanding" */
static struct str reason_of_overlap(const struct derive *derive, const struct framework *later,
                                    const struct framework *earlier, const struct judgement *before)
{
    bool joint = judgement_was_joint(before, later);
    struct str grade = inspection_grade(derive->full[1], before->id);
    const struct grade *known = grade_find(derive->briefing->frameworks, grade);
    struct buf out = {.arena = derive->arena};
    buf_addz(&out, joint ? "new separate grade; " : "not the same ground; ");
    if (earlier->to.precision != DATE_UNKNOWN)
        buf_addf(&out, "until %d ", (int)civil_from_day(earlier->to.last).year);
    buf_add(&out, joint ? STR("joint") : before->short_label);
    if (known)
        buf_addf(&out, ": " STR_FMT, STR_ARG(known->label));
    return buf_str(&out);
}

static struct str reason_of_grades(const struct derive *derive, struct str before)
{
    if (!before.len)
        return STR("not stated then");
    return is_ranked(derive, before) ? STR("not judged now") : STR("not judged then");
}

struct change derive_change(const struct derive *derive, const struct judgement *judgement)
{
    const struct framework *later = inspection_framework(derive->briefing, derive->full[0]);
    const struct framework *earlier = inspection_framework(derive->briefing, derive->full[1]);
    struct change change = {
        .judgement = judgement->short_label,
        .after = inspection_grade(derive->full[0], judgement->id),
        .direction = CHANGE_NOT_COMPARABLE,
        .is_overall = later->overall == ANSWER_YES && str_is(judgement->id, "overall"),
    };
    const struct judgement *before = judgement_before(later, judgement, earlier);
    const struct judgement *overlapped = judgement_overlapped(judgement, earlier);
    if (before) {
        change.before = inspection_grade(derive->full[1], before->id);
        change.direction = direction_of(derive, change.before, change.after);
        if (change.direction == CHANGE_NOT_COMPARABLE)
            change.reason = reason_of_grades(derive, change.before);
    } else if (overlapped) {
        change.reason = reason_of_overlap(derive, later, earlier, overlapped);
    } else if (judgement_overlaps(judgement, earlier)) {
        change.reason = STR("graded on another scale then");
    } else {
        change.direction = CHANGE_NEW;
    }
    return change;
}

static struct change_list derive_changes(const struct derive *derive)
{
    const struct framework *later = inspection_framework(derive->briefing, derive->full[0]);
    size_t count = 0;
    struct change *changes = ARENA_ARRAY(derive->arena, struct change, later->judgements.count);
    for (size_t i = 0; i < later->judgements.count; i++) {
        const struct judgement *judgement = &later->judgements.items[i];
        if (judgement->level != LEVEL_SEPARATE &&
            inspection_grade(derive->full[0], judgement->id).len)
            changes[count++] = derive_change(derive, judgement);
    }
    return (struct change_list){.items = changes, .count = count};
}

/* ---- all of them ---- */

/* How many judgements rose, fell or stayed; the overall one apart. */
struct tally {
    size_t up, down, same;
    int overall; /* enum direction; CHANGE_ABSENT: not compared */
};

static struct tally tally_of(const struct change_list *changes)
{
    struct tally tally = {0};
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        bool compared = change->direction == CHANGE_UP || change->direction == CHANGE_DOWN ||
                        change->direction == CHANGE_SAME;
        if (change->is_overall && compared)
            tally.overall = change->direction;
        if (change->is_overall)
            continue;
        tally.up += change->direction == CHANGE_UP;
        tally.down += change->direction == CHANGE_DOWN;
        tally.same += change->direction == CHANGE_SAME;
    }
    return tally;
}

static int change_of_all(const struct tally *tally)
{
    bool up = tally->up || tally->overall == CHANGE_UP;
    bool down = tally->down || tally->overall == CHANGE_DOWN;
    if (up && down)
        return CHANGE_MIXED;
    if (up || down)
        return up ? CHANGE_UP : CHANGE_DOWN;
    return tally->same || tally->overall ? CHANGE_SAME : CHANGE_NOT_COMPARABLE;
}

/* "2 judgements down", "1 judgement up, 2 down" */
static void add_moves(struct buf *out, size_t up, size_t down)
{
    const char *noun = (up ? up : down) == 1 ? "judgement" : "judgements";
    if (up)
        buf_addf(out, ", %zu %s up", up, noun);
    if (down && up)
        buf_addf(out, ", %zu down", down);
    else if (down)
        buf_addf(out, ", %zu %s down", down, noun);
}

/* An overall grade that rose, fell or stayed must not hide judgements that did not. */
static struct str text_of_change(const struct derive *derive, const struct tally *tally, int change)
{
    static const char *const words[] = {
        [CHANGE_UP] = "up",         [CHANGE_DOWN] = "down",
        [CHANGE_SAME] = "the same", [CHANGE_NOT_COMPARABLE] = "not comparable",
        [CHANGE_MIXED] = "mixed",
    };
    size_t up = tally->overall == CHANGE_UP ? 0 : tally->up;
    size_t down = tally->overall == CHANGE_DOWN ? 0 : tally->down;
    if (!tally->overall || (!up && !down))
        return str_from(words[tally->overall ? tally->overall : change]);
    struct buf out = {.arena = derive->arena};
    buf_addf(&out, "overall %s", words[tally->overall]);
    add_moves(&out, up, down);
    return buf_str(&out);
}

/* Judgements that are the same ground and were inadequate at both; without the overall one. */
static struct texts inadequate_both(const struct derive *derive, const struct change_list *changes)
{
    struct str *items = ARENA_ARRAY(derive->arena, struct str, changes->count);
    struct span *spans = ARENA_ARRAY(derive->arena, struct span, changes->count);
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (!change->is_overall && change->direction == CHANGE_SAME &&
            grade_is_inadequate(change->after))
            items[count++] = change->judgement;
    }
    return (struct texts){items, spans, count};
}

static void set_change(const struct derive *derive, struct standing *standing)
{
    standing->previous = derive->full[1];
    standing->changes = derive_changes(derive);
    const struct tally tally = tally_of(&standing->changes);
    standing->inadequate_both = inadequate_both(derive, &standing->changes);
    standing->change = change_of_all(&tally);
    standing->change_text = text_of_change(derive, &tally, standing->change);
}

/* ---- what came after it ---- */

static bool is_visit(const struct briefing *briefing, const struct inspection *inspection)
{
    const struct framework *framework = inspection_framework(briefing, inspection);
    if (inspection->of.len || inspection->scope.len)
        return false;
    return framework ? framework->full != ANSWER_YES : kind_is_of_a_visit(inspection->kind);
}

static struct date visit_date(const struct inspection *inspection)
{
    struct date start = period_start(&inspection->fieldwork);
    return start.precision != DATE_UNKNOWN ? start : inspection->published;
}

static struct later_inspection_list derive_since(const struct derive *derive,
                                                 const struct inspection *latest)
{
    const struct inspection_list *all = &derive->briefing->inspections;
    struct later_inspection *since =
        ARENA_ARRAY(derive->arena, struct later_inspection, all->count);
    struct date end = period_end(&latest->fieldwork);
    if (end.precision == DATE_UNKNOWN)
        end = latest->published;
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++) {
        const struct inspection *one = &all->items[i];
        struct date date = visit_date(one);
        if (is_visit(derive->briefing, one) && date_surely_after(&date, &end) &&
            !is_future(derive->briefing, &date))
            since[count++] = (struct later_inspection){.inspection = one, .date = date};
    }
    return (struct later_inspection_list){.items = since, .count = count};
}

/* ---- the whole ---- */

static struct str reason_for_no_overall(const struct framework *framework)
{
    if (framework->overall == ANSWER_YES)
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
    standing->framework = framework->short_label;
    standing->judges = framework->judges;
    if (!standing->overall.len)
        standing->overall_reason = reason_for_no_overall(framework);
    if (derive->full_count > 1)
        set_change(derive, standing);
    standing->since = derive_since(derive, derive->full[0]);
    return standing;
}

/* ---- how long ago the latest full inspection was, and how long its report took ---- */

/* From one date to a later one; an imprecise date may reach beyond the other. */
static struct measure *new_measure(const struct derive *derive, const struct date *from,
                                   const struct date *to)
{
    struct range days = days_between(from, to);
    if (!days.known)
        return NULL;
    if (days.low < 0)
        days.low = 0;
    struct measure *measure = ARENA_NEW(derive->arena, struct measure);
    measure_set(measure, days);
    measure->text = time_between_text(derive->arena, from, to);
    return measure;
}

/* From the start of fieldwork, as inspectors count; from publication where that is not known. */
static const struct measure *days_since(const struct derive *derive,
                                        const struct inspection *inspection)
{
    struct date from = period_start(&inspection->fieldwork);
    bool fieldwork = from.precision != DATE_UNKNOWN;
    if (!fieldwork)
        from = inspection->published;
    struct measure *measure = new_measure(derive, &from, &derive->briefing->briefing->as_at);
    if (!measure)
        return NULL;
    measure->base = str_format(derive->arena, "from %s, " STR_FMT,
                               fieldwork ? "the start of fieldwork" : "publication",
                               STR_ARG(long_date(derive, &from)));
    return measure;
}

static const struct measure *days_to_report(const struct derive *derive,
                                            const struct inspection *inspection)
{
    struct date end = period_end(&inspection->fieldwork);
    struct measure *measure = new_measure(derive, &end, &inspection->published);
    if (!measure)
        return NULL;
    measure->base = str_format(
        derive->arena, "from the end of fieldwork, " STR_FMT ", to publication, " STR_FMT,
        STR_ARG(long_date(derive, &end)), STR_ARG(long_date(derive, &inspection->published)));
    return measure;
}

void derive_pace(const struct derive *derive, struct derived *derived)
{
    if (!derive->full_count)
        return;
    derived->days_since_inspection = days_since(derive, derive->full[0]);
    derived->days_to_report = days_to_report(derive, derive->full[0]);
}

/* ---- how long councils with its grade have waited for the next one ---- */

enum { WAIT_BASE_LEAST = 10 }; /* inspections, of fewer of which a median says little */

static const struct typical_wait *wait_after(const struct derive *derive, struct str grade)
{
    const struct typical_wait_list *waits = &derive->briefing->typical_waits;
    for (size_t i = 0; grade.len && i < waits->count; i++) {
        const struct typical_wait *wait = &waits->items[i];
        if (str_equal(wait->after, grade) && count_of(&wait->months) &&
            count_of(&wait->inspections) >= WAIT_BASE_LEAST)
            return wait;
    }
    return NULL;
}

const struct council_wait *derive_typical_wait(const struct derive *derive)
{
    const struct inspection *latest = derive->full_count ? derive->full[0] : NULL;
    const struct typical_wait *typical = latest ? wait_after(derive, latest->overall) : NULL;
    const struct grade *grade =
        typical ? grade_find(derive->briefing->frameworks, typical->after) : NULL;
    if (!grade)
        return NULL;
    struct council_wait *wait = ARENA_NEW(derive->arena, struct council_wait);
    *wait = (struct council_wait){
        .after = typical->after,
        .months = typical->months,
        .source = typical->fact.source,
        .text = str_format(derive->arena, "%lld month%s", (long long)typical->months.value,
                           typical->months.value == 1 ? "" : "s"),
    };
    struct buf base = {.arena = derive->arena};
    buf_addf(&base,
             "the median after a grade of " STR_FMT
             ", from the start of one full inspection to the "
             "start of the next, of ",
             STR_ARG(grade->label));
    buf_grouped(&base, (uint64_t)typical->inspections.value);
    buf_addz(&base, " in England");
    if (typical->since.precision != DATE_UNKNOWN)
        buf_addf(&base, " that began since " STR_FMT, STR_ARG(long_date(derive, &typical->since)));
    wait->base = buf_str(&base);
    return wait;
}
