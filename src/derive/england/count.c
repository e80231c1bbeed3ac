/* Counts the grades of all councils at their latest full inspections by a day: in England, in the
   region, and among the statistical neighbours. */
#include "derive/england/counting.h"

/* Of fewer councils nothing is said, nor of a region or of neighbours: one would decide it. */
enum { FEWEST = 5 };
/* Ofsted's list and its reports differ by up to a week. */
enum { DAYS_APART = 7 };

struct whole whole_of(size_t number)
{
    return (struct whole){.known = true, .value = (int64_t)number};
}

bool is_good_or_better(const struct grade *grade)
{
    return grade->tone == TONE_BEST || grade->tone == TONE_GOOD;
}

/* ---- one judgement under several frameworks ---- */

static size_t place_of(const struct counting *counting, const struct framework *framework)
{
    return (size_t)(framework - counting->all->frameworks->frameworks.items);
}

static const struct judgement *same_in(const struct ground *ground,
                                       const struct framework *framework)
{
    const struct judgement *same =
        judgement_before(ground->framework, ground->judgement, framework);
    for (size_t i = 0; !same && i < framework->judgements.count; i++) {
        const struct judgement *later = &framework->judgements.items[i];
        if (judgement_before(framework, later, ground->framework) == ground->judgement)
            same = later;
    }
    return same;
}

/* One grade in `framework` for this and something else. */
static const struct judgement *joint_in(const struct ground *ground,
                                        const struct framework *framework)
{
    const struct judgement *earlier = judgement_overlapped(ground->judgement, framework);
    if (earlier && judgement_was_joint(earlier, ground->framework))
        return earlier;
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *later = &framework->judgements.items[i];
        if (judgement_overlapped(later, ground->framework) == ground->judgement &&
            !judgement_was_joint(ground->judgement, framework))
            return later;
    }
    return NULL;
}

static struct ground ground_of(const struct counting *counting, const struct framework *framework,
                               const struct judgement *judgement)
{
    const struct framework_list *all = &counting->all->frameworks->frameworks;
    struct ground ground = {
        .framework = framework,
        .judgement = judgement,
        .same = ARENA_ARRAY(counting->arena, const struct judgement *, all->count),
        .joint = ARENA_ARRAY(counting->arena, const struct judgement *, all->count),
    };
    for (size_t i = 0; i < all->count; i++) {
        ground.same[i] = same_in(&ground, &all->items[i]);
        ground.joint[i] = ground.same[i] ? NULL : joint_in(&ground, &all->items[i]);
    }
    return ground;
}

static const struct grade *grade_for(const struct council_report *report,
                                     const struct judgement *judgement)
{
    return judgement ? report->grades[judgement - report->framework->judgements.items] : NULL;
}

const struct grade *grade_on(const struct counting *counting, const struct ground *ground,
                             const struct council_report *report)
{
    return grade_for(report, ground->same[place_of(counting, report->framework)]);
}

const struct judgement *judged_jointly(const struct counting *counting, const struct ground *ground,
                                       const struct council_report *report)
{
    const struct judgement *joint = ground->joint[place_of(counting, report->framework)];
    return grade_for(report, joint) ? joint : NULL;
}

/* ---- the judgements that are compared ---- */

static bool is_known(const struct counting *counting, const struct framework *framework,
                     const struct judgement *judgement)
{
    for (size_t i = 0; i < counting->grounds.count; i++)
        if (counting->grounds.items[i].same[place_of(counting, framework)] == judgement)
            return true;
    return false;
}

static void add_grounds(struct counting *counting, const struct framework *framework)
{
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (judgement->level != LEVEL_SEPARATE && !is_known(counting, framework, judgement))
            *LIST_ADD(counting->arena, &counting->grounds) =
                ground_of(counting, framework, judgement);
    }
}

static bool is_in_use(const struct counting *counting, const struct framework *framework)
{
    for (size_t i = 0; i < counting->all->count; i++)
        if (counting->latest[i] && counting->latest[i]->framework == framework)
            return true;
    return false;
}

/* The council's own first, in their order, then those of the others, of the newest framework first.
 */
static void find_grounds(struct counting *counting)
{
    const struct framework_list *all = &counting->all->frameworks->frameworks;
    if (counting->own)
        add_grounds(counting, counting->own->framework);
    for (size_t i = all->count; i-- > 0;)
        if (is_in_use(counting, &all->items[i]))
            add_grounds(counting, &all->items[i]);
}

/* ---- reports by the day ---- */

bool came_by(const struct asked_figures *question, const struct council_report *report)
{
    return !date_surely_after(&report->published, &question->day);
}

static void find_latest(struct counting *counting)
{
    counting->latest =
        ARENA_ARRAY(counting->arena, const struct council_report *, counting->all->count);
    for (size_t i = 0; i < counting->all->count; i++) {
        const struct listed_council *council = &counting->all->items[i];
        for (size_t k = council->count; k-- > 0 && !counting->latest[i];)
            if (came_by(counting->question, &council->reports[k]))
                counting->latest[i] = &council->reports[k];
        counting->counted += counting->latest[i] != NULL;
    }
}

/* Is it the same inspection, as the paper and as the table have it? */
static bool says_the_same(const struct council_report *a, const struct council_report *b)
{
    struct range apart = days_between(&a->published, &b->published);
    bool same = a->framework == b->framework && apart.known && apart.low <= DAYS_APART &&
                apart.high >= -DAYS_APART;
    for (size_t i = 0; same && i < a->framework->judgements.count; i++)
        same = a->grades[i] == b->grades[i];
    return same;
}

static const struct council_report *own_in_table(const struct counting *counting)
{
    const struct listed_council *listed = counting->question->listed;
    return listed ? counting->latest[listed - counting->all->items] : NULL;
}

/* Where the table has another inspection than the paper, neither is shown among all. */
static void find_own(struct counting *counting, struct england *england)
{
    const struct council_report *own = &counting->question->own, *there = own_in_table(counting);
    counting->is_counted = there != NULL;
    england->is_counted = counting->is_counted;
    england->differs = counting->question->listed && (own->framework || there) &&
                       !(own->framework && there && says_the_same(own, there));
    counting->own = own->framework && !england->differs ? own : NULL;
}

/* ---- counts of one judgement ---- */

struct grade_count *new_grade_counts(const struct counting *counting, const struct ground *ground,
                                     const struct grade *own, size_t *count)
{
    const struct texts *scale = &ground->framework->grades;
    struct grade_count *counts = ARENA_ARRAY(counting->arena, struct grade_count, scale->count);
    for (size_t i = 0; i < scale->count; i++)
        counts[i] = (struct grade_count){
            .grade = scale->items[i],
            .councils = whole_of(0),
            .own = own && str_equal(own->id, scale->items[i]) ? ANSWER_YES : ANSWER_NO};
    *count = scale->count;
    return counts;
}

void count_grade(struct grade_count *counts, size_t count, const struct grade *grade)
{
    for (size_t i = 0; i < count; i++)
        if (str_equal(counts[i].grade, grade->id))
            counts[i].councils.value++;
}

struct tally {
    size_t judged, good, alike;
};

static void add_to(struct tally *tally, const struct grade *grade, const struct grade *own)
{
    tally->judged++;
    tally->good += is_good_or_better(grade);
    tally->alike += grade == own;
}

/* Which councils are in the region, and which are neighbours. */
struct groups {
    const bool *in_region, *neighbour;
};

static struct str reason_of(const struct counting *counting, const struct ground *ground)
{
    const struct framework *framework = counting->own->framework;
    const struct judgement *joint = judged_jointly(counting, ground, counting->own);
    if (joint)
        return str_format(counting->arena, "judged together as " STR_FMT,
                          STR_ARG(judgement_told(joint)));
    if (ground->judgement->level == LEVEL_OVERALL && framework->overall != ANSWER_YES &&
        framework->overall_note.len)
        return framework->overall_note;
    return ground->same[place_of(counting, framework)] ? STR("not judged")
                                                       : STR("not part of its latest inspection");
}

/* ---- those without a grade ---- */

/* So many names can stand in a sentence about something else. */
enum { MOST_JOINT = 3 };

static struct str note_of(const struct ground *ground, const struct framework *framework)
{
    return ground->judgement->level == LEVEL_OVERALL && framework->overall != ANSWER_YES
               ? framework->overall_note
               : STR_NONE;
}

/* Who is judged on it together with something else, and why the others have no grade at all. */
static void count_without(const struct counting *counting, const struct ground *ground,
                          struct england_judgement *judgement)
{
    struct str *names = ARENA_ARRAY(counting->arena, struct str, MOST_JOINT), why = STR_NONE;
    size_t joint = 0, without = 0;
    bool one_reason = true;
    for (size_t i = 0; i < counting->all->count; i++) {
        const struct council_report *report = counting->latest[i];
        if (!report || grade_on(counting, ground, report))
            continue;
        if (judged_jointly(counting, ground, report)) {
            if (joint++ < MOST_JOINT)
                names[joint - 1] = counting->all->items[i].name;
            continue;
        }
        struct str note = note_of(ground, report->framework);
        one_reason = one_reason && note.len && (!without || str_equal(note, why));
        why = note;
        without++;
    }
    judgement->joint = whole_of(joint);
    if (joint <= MOST_JOINT)
        judgement->joint_councils =
            (struct texts){names, ARENA_ARRAY(counting->arena, struct span, joint), joint};
    if (one_reason)
        judgement->why_not = why;
}

static void set_own(const struct counting *counting, const struct ground *ground,
                    const struct grade *own, struct england_judgement *judgement)
{
    if (own)
        judgement->own = own->id;
    else if (counting->own)
        judgement->own_reason = reason_of(counting, ground);
}

static struct england_judgement count_judgement(const struct counting *counting,
                                                const struct ground *ground,
                                                const struct groups *groups)
{
    size_t count;
    const struct grade *own = counting->own ? grade_on(counting, ground, counting->own) : NULL;
    struct grade_count *counts =
        new_grade_counts(counting, ground, counting->is_counted ? own : NULL, &count);
    struct tally all = {0}, region = {0}, neighbours = {0};
    for (size_t i = 0; i < counting->all->count; i++) {
        const struct council_report *report = counting->latest[i];
        const struct grade *grade = report ? grade_on(counting, ground, report) : NULL;
        if (!grade)
            continue;
        count_grade(counts, count, grade);
        add_to(&all, grade, own);
        if (groups->in_region[i])
            add_to(&region, grade, own);
        if (groups->neighbour[i])
            add_to(&neighbours, grade, own);
    }
    struct england_judgement judgement = {
        .judgement = ground->judgement->id,
        .label = judgement_told(ground->judgement),
        .is_overall = ground->judgement->level == LEVEL_OVERALL,
        .grades = {.items = counts, .count = count},
        .judged = whole_of(all.judged),
        .good_or_better = whole_of(all.good),
    };
    if (region.judged >= FEWEST) {
        judgement.region_judged = whole_of(region.judged);
        judgement.region_good_or_better = whole_of(region.good);
    }
    if (neighbours.judged >= FEWEST) {
        judgement.neighbours_judged = whole_of(neighbours.judged);
        judgement.neighbours_good_or_better = whole_of(neighbours.good);
        judgement.neighbours_alike = own ? whole_of(neighbours.alike) : (struct whole){0};
    }
    count_without(counting, ground, &judgement);
    set_own(counting, ground, own, &judgement);
    return judgement;
}

/* ---- region and neighbours ---- */

static const bool *find_region(const struct counting *counting, struct england *england)
{
    const struct asked_figures *question = counting->question;
    bool *in_region = ARENA_ARRAY(counting->arena, bool, counting->all->count);
    size_t count = 0;
    england->region = question->listed && question->listed->region.at ? question->listed->region
                                                                      : question->region;
    for (size_t i = 0; england->region.len && i < counting->all->count; i++) {
        in_region[i] = str_alike(counting->all->items[i].region, england->region);
        count += in_region[i] && counting->latest[i];
    }
    if (count >= FEWEST)
        england->region_councils = whole_of(count);
    return in_region;
}

static const bool *find_neighbours(const struct counting *counting, struct england *england)
{
    bool *neighbour = ARENA_ARRAY(counting->arena, bool, counting->all->count);
    size_t count = 0;
    for (size_t i = 0; i < counting->question->neighbours.count; i++) {
        const struct listed_council *council =
            council_called(counting->arena, counting->all, counting->question->neighbours.items[i]);
        size_t place = council ? (size_t)(council - counting->all->items) : 0;
        if (!council || neighbour[place])
            continue;
        neighbour[place] = true;
        count += counting->latest[place] != NULL;
    }
    england->neighbours_named = counting->question->neighbours.count;
    if (count >= FEWEST)
        england->neighbours = whole_of(count);
    return neighbour;
}

/* ---- the whole ---- */

/* A judgement of which most councils have no grade yet, or none any more, says little of England.
 */
static void count_judgements(struct counting *counting, struct england *england)
{
    const struct groups groups = {find_region(counting, england),
                                  find_neighbours(counting, england)};
    struct england_judgement *judgements =
        ARENA_ARRAY(counting->arena, struct england_judgement, counting->grounds.count);
    size_t kept = 0;
    for (size_t i = 0; i < counting->grounds.count; i++) {
        judgements[kept] = count_judgement(counting, &counting->grounds.items[i], &groups);
        int64_t judged = judgements[kept].judged.value;
        if (judged < FEWEST || judged * 2 < (int64_t)counting->all->count)
            continue;
        counting->grounds.items[kept++] = counting->grounds.items[i];
    }
    counting->grounds.count = kept;
    england->judgements = (struct england_judgement_list){.items = judgements, .count = kept};
}

bool count_grades(struct counting *counting, struct england *england)
{
    find_latest(counting);
    find_own(counting, england);
    find_grounds(counting);
    england->as_at = counting->question->day;
    england->listed = counting->all->count;
    england->begins = counting->all->begins;
    england->councils = whole_of(counting->counted);
    count_judgements(counting, england);
    return england->judgements.count > 0;
}
