/* What page one tells: each judgement of the latest full inspection with where it comes from, what
   moved, what the government's steps have come to, and what is due next. */
#include "brief/lookup.h"
#include "derive/derive.h"

#include <stdlib.h>

/* ---- one judgement of the latest full inspection ---- */

static int64_t rank_of(const struct derive *derive, struct str grade)
{
    const struct grade *found = grade_find(derive->briefing->frameworks, grade);
    return found && found->rank.known ? found->rank.value : 0;
}

/* Against the inspection before, as the standing has it. */
static void set_before(const struct derive *derive, struct judged *judged,
                       const struct judgement *judgement)
{
    if (derive->full_count < 2)
        return;
    const struct change change = derive_change(derive, judgement);
    judged->before = change.before;
    judged->direction = change.direction;
    int64_t from = rank_of(derive, change.before), to = rank_of(derive, change.after);
    if (from && to)
        judged->steps = (struct whole){.known = true, .value = llabs(to - from)};
}

/* How many full inspections in a row, the latest among them, gave this grade on the same ground,
   and which was the first of them. */
static void set_run(const struct derive *derive, struct judged *judged,
                    const struct judgement *judgement)
{
    const struct framework *later = inspection_framework(derive->briefing, derive->full[0]);
    size_t run = 1;
    for (; run < derive->full_count; run++) {
        const struct framework *earlier = inspection_framework(derive->briefing, derive->full[run]);
        judgement = judgement_before(later, judgement, earlier);
        if (!judgement ||
            !str_equal(inspection_grade(derive->full[run], judgement->id), judged->grade))
            break;
        later = earlier;
    }
    judged->times = (struct whole){.known = true, .value = (int64_t)run};
    judged->since = *inspection_date(derive->full[run - 1]);
}

/* The best grade before, where it was better than today's, and when it was last given. */
static void set_peak(const struct derive *derive, struct judged *judged,
                     const struct judgement *judgement)
{
    const struct framework *later = inspection_framework(derive->briefing, derive->full[0]);
    int64_t best = rank_of(derive, judged->grade);
    for (size_t i = 1; i < derive->full_count; i++) {
        const struct framework *earlier = inspection_framework(derive->briefing, derive->full[i]);
        judgement = judgement_before(later, judgement, earlier);
        if (!judgement)
            return;
        struct str grade = inspection_grade(derive->full[i], judgement->id);
        int64_t rank = rank_of(derive, grade);
        if (rank && rank < best) {
            best = rank;
            judged->peak = grade;
            judged->peak_at = *inspection_date(derive->full[i]);
        }
        later = earlier;
    }
}

static struct judged judge(const struct derive *derive, const struct judgement *judgement)
{
    struct judged judged = {
        .judgement = judgement->id,
        .name = judgement_told(judgement),
        .grade = inspection_grade(derive->full[0], judgement->id),
    };
    set_before(derive, &judged, judgement);
    if (rank_of(derive, judged.grade)) {
        set_run(derive, &judged, judgement);
        set_peak(derive, &judged, judgement);
    }
    return judged;
}

/* ---- all of them ---- */

struct judged_builder {
    struct judged *items;
    size_t count, capacity;
};

static bool is_the_overall_one(const struct framework *framework, const struct judgement *judgement)
{
    return framework->overall == ANSWER_YES && str_is(judgement->id, "overall");
}

/* Worst first; of one grade in the order of the framework, which the sort keeps by hand. */
static void insert_by_grade(const struct derive *derive, struct judged_builder *list,
                            struct judged judged)
{
    *LIST_ADD(derive->arena, list) = judged;
    size_t at = list->count - 1;
    int64_t rank = rank_of(derive, judged.grade);
    for (; at > 0 && rank_of(derive, list->items[at - 1].grade) < rank; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = judged;
}

/* Those of other bodies are not the council's, and what was not graded has no place in order. */
static void judge_all(const struct derive *derive, struct message *message)
{
    const struct framework *framework = inspection_framework(derive->briefing, derive->full[0]);
    struct judged_builder list = {0};
    for (size_t i = 0; i < framework->judgements.count; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        if (judgement->level == LEVEL_SEPARATE)
            continue;
        struct judged judged = judge(derive, judgement);
        if (is_the_overall_one(framework, judgement) && judged.grade.len) {
            struct judged *overall = ARENA_NEW(derive->arena, struct judged);
            *overall = judged;
            message->overall = overall;
        } else if (rank_of(derive, judged.grade)) {
            insert_by_grade(derive, &list, judged);
        }
    }
    message->judgements = (struct judged_list){.items = list.items, .count = list.count};
}

/* What is below good is on the weak or the worst side of every scale. */
static struct judged_list find_stuck(const struct derive *derive,
                                     const struct judged_list *judgements)
{
    struct judged *items = ARENA_ARRAY(derive->arena, struct judged, judgements->count);
    size_t count = 0;
    for (size_t i = 0; i < judgements->count; i++) {
        const struct judged *judged = &judgements->items[i];
        const struct grade *grade = grade_find(derive->briefing->frameworks, judged->grade);
        if (judged->times.value > 1 && (grade->tone == TONE_WEAK || grade->tone == TONE_WORST))
            items[count++] = *judged;
    }
    return (struct judged_list){.items = items, .count = count};
}

/* ---- those of one grade, and those that moved alike ---- */

static bool is_alike(const struct judged *a, const struct judged *b, bool moved)
{
    return str_equal(a->grade, b->grade) &&
           (!moved || (a->direction == b->direction && str_equal(a->before, b->before)));
}

/* Is there one like it before it, with which it has been grouped? */
static bool is_grouped(const struct judged_list *judgements, size_t at, bool moved)
{
    for (size_t i = 0; i < at; i++)
        if (is_alike(&judgements->items[i], &judgements->items[at], moved))
            return true;
    return false;
}

/* All that are like the first one, by what they are called. */
static struct texts names_of_group(struct arena *arena, const struct judged_list *judgements,
                                   size_t first, bool moved)
{
    struct str *names = ARENA_ARRAY(arena, struct str, judgements->count);
    size_t count = 0;
    for (size_t i = first; i < judgements->count; i++)
        if (is_alike(&judgements->items[first], &judgements->items[i], moved))
            names[count++] = judgements->items[i].name;
    return (struct texts){names, ARENA_ARRAY(arena, struct span, count), count};
}

static struct whole count_names(const struct texts *names)
{
    return (struct whole){.known = true, .value = (int64_t)names->count};
}

static struct judged_group_list group_by_grade(struct arena *arena,
                                               const struct judged_list *judgements)
{
    struct judged_group *groups = ARENA_ARRAY(arena, struct judged_group, judgements->count);
    size_t count = 0;
    for (size_t i = 0; i < judgements->count; i++) {
        if (is_grouped(judgements, i, false))
            continue;
        struct texts names = names_of_group(arena, judgements, i, false);
        groups[count++] = (struct judged_group){
            .grade = judgements->items[i].grade, .judgements = names, .count = count_names(&names)};
    }
    return (struct judged_group_list){.items = groups, .count = count};
}

static struct judged_move move_of(struct arena *arena, const struct judged_list *judgements,
                                  size_t at)
{
    const struct judged *judged = &judgements->items[at];
    struct texts names = names_of_group(arena, judgements, at, true);
    return (struct judged_move){
        .grade = judged->grade,
        .before = judged->before,
        .direction = judged->direction,
        .judgements = names,
        .count = count_names(&names),
    };
}

/* What fell comes first, then what rose, then what stayed: each worst first. */
static struct judged_move_list group_by_move(struct arena *arena,
                                             const struct judged_list *judgements)
{
    static const int order[] = {CHANGE_DOWN, CHANGE_UP, CHANGE_SAME};
    struct judged_move *moves = ARENA_ARRAY(arena, struct judged_move, judgements->count);
    size_t count = 0;
    for (size_t k = 0; k < sizeof order / sizeof *order; k++)
        for (size_t i = 0; i < judgements->count; i++)
            if (judgements->items[i].direction == order[k] && !is_grouped(judgements, i, true))
                moves[count++] = move_of(arena, judgements, i);
    return (struct judged_move_list){.items = moves, .count = count};
}

static void count_moves(struct message *message)
{
    int64_t counts[CHANGE_MIXED + 1] = {0};
    for (size_t i = 0; i < message->judgements.count; i++)
        counts[message->judgements.items[i].direction]++;
    message->rose = (struct whole){.known = true, .value = counts[CHANGE_UP]};
    message->fell = (struct whole){.known = true, .value = counts[CHANGE_DOWN]};
    message->stayed = (struct whole){.known = true, .value = counts[CHANGE_SAME]};
    message->compared = (struct whole){
        .known = true, .value = counts[CHANGE_UP] + counts[CHANGE_DOWN] + counts[CHANGE_SAME]};
}

/* ---- the government's steps ---- */

/* The one that runs before any other, then the one that began last. */
static const struct spell *spell_to_tell(const struct spells *spells)
{
    const struct spell *told = NULL;
    for (size_t i = 0; i < spells->count; i++) {
        const struct spell *spell = &spells->items[i];
        bool better = !told || spell->running > told->running ||
                      (spell->running == told->running && spell->from_first >= told->from_first);
        told = better ? spell : told;
    }
    return told;
}

static const struct stepped_in *derive_stepped_in(const struct derive *derive)
{
    struct spells spells = spells_find(derive);
    const struct spell *spell = spell_to_tell(&spells);
    if (!spell)
        return NULL;
    struct stepped_in *told = ARENA_NEW(derive->arena, struct stepped_in);
    told->first = spell->head;
    told->latest = spell->leaf;
    const struct date *ended = &spell->leaf->ended;
    if (spell->running)
        told->state = STEPPED_IN_FORCE;
    else if (spell->unsure)
        told->state = STEPPED_LAST_CHECKED;
    else
        told->state = STEPPED_ENDED;
    if (told->state == STEPPED_LAST_CHECKED)
        told->checked = intervention_known_open(derive->briefing, spell->leaf);
    if (told->state == STEPPED_ENDED)
        told->reported = ended->inferred || ended->approximate ? ANSWER_YES : ANSWER_NO;
    return told;
}

/* ---- what is due next ---- */

struct ahead_builder {
    struct ahead *items;
    size_t count, capacity;
};

static bool lies_ahead(int state)
{
    return state == DUE_TO_COME || state == DUE_PERHAPS_PASSED;
}

static void insert_by_day(const struct derive *derive, struct ahead_builder *list,
                          struct ahead ahead)
{
    *LIST_ADD(derive->arena, list) = ahead;
    size_t at = list->count - 1;
    for (; at > 0 && list->items[at - 1].due.last > ahead.due.last; at--)
        list->items[at] = list->items[at - 1];
    list->items[at] = ahead;
}

static void add_plan(const struct derive *derive, struct ahead_builder *list,
                     const struct action_plan *plan)
{
    if (plan && lies_ahead(plan->state) && plan->due.precision != DATE_UNKNOWN)
        insert_by_day(derive, list,
                      (struct ahead){.what = plan->what,
                                     .due = plan->due,
                                     .text = plan->text,
                                     .base = plan->base,
                                     .working_days = plan->working_days,
                                     .source = reports_among(derive->arena, derive->briefing,
                                                              plan->inspection->fact.source)});
}

static struct ahead_list derive_ahead(const struct derive *derive, const struct derived *derived)
{
    struct ahead_builder list = {0};
    add_plan(derive, &list, derived->action_plan);
    for (size_t i = 0; i < derived->other_plans.count; i++)
        add_plan(derive, &list, &derived->other_plans.items[i]);
    for (size_t i = 0; i < derived->deadlines.count; i++) {
        const struct due *due = &derived->deadlines.items[i];
        if (lies_ahead(due->state))
            insert_by_day(derive, &list,
                          (struct ahead){.what = due->what,
                                         .due = due->due,
                                         .text = due->text,
                                         .who = due->deadline->who,
                                         .source = due->source});
    }
    return (struct ahead_list){.items = list.items, .count = list.count};
}

/* ---- what the inspection wants put right ---- */

struct wanted_builder {
    struct wanted *items;
    size_t count, capacity;
};

static void add_areas(const struct derive *derive, struct wanted_builder *list,
                      const struct improvement_area_list *areas, enum answer urgent)
{
    for (size_t i = 0; i < areas->count; i++)
        *LIST_ADD(derive->arena, list) = (struct wanted){
            .head = areas->items[i].fact.head,
            .text = areas->items[i].text,
            .urgent = urgent,
            .source = areas->items[i].fact.source,
        };
}

/* Those that say that they come from the inspection, and are not dropped since. */
static void add_recommendations(const struct derive *derive, struct wanted_builder *list)
{
    const struct recommendation_list *all = &derive->briefing->recommendations;
    for (size_t i = 0; i < all->count; i++) {
        const struct recommendation *one = &all->items[i];
        if (one->comes_from.record != derive->full[0] || one->state == DUE_DROPPED ||
            one->state == DUE_DONE)
            continue;
        *LIST_ADD(derive->arena, list) = (struct wanted){
            .head = one->fact.head,
            .text = one->text,
            .urgent = one->priority == ANSWER_YES ? ANSWER_YES : ANSWER_NO,
            .owner = one->owner,
            .due = one->due,
            .source = one->fact.source,
        };
    }
}

static struct wanted_list derive_wanted(const struct derive *derive)
{
    struct wanted_builder list = {0};
    if (derive->full_count) {
        add_areas(derive, &list, &derive->full[0]->priority_areas, ANSWER_YES);
        add_areas(derive, &list, &derive->full[0]->areas, ANSWER_NO);
        add_recommendations(derive, &list);
    }
    return (struct wanted_list){.items = list.items, .count = list.count};
}

/* ---- the whole ---- */

const struct message *derive_message(const struct derive *derive, const struct derived *derived)
{
    struct message *message = ARENA_NEW(derive->arena, struct message);
    if (derive->full_count)
        judge_all(derive, message);
    message->stuck = find_stuck(derive, &message->judgements);
    message->grades = group_by_grade(derive->arena, &message->judgements);
    message->moves = group_by_move(derive->arena, &message->judgements);
    count_moves(message);
    message->stepped_in = derive_stepped_in(derive);
    message->ahead = derive_ahead(derive, derived);
    message->wanted = derive_wanted(derive);
    return message;
}
