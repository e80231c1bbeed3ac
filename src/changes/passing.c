/* What time alone changed: nobody touched the record, and the day is another. */
#include "changes/finder.h"

#include "base/utf8.h"
#include "brief/lookup.h"
#include "facts/facts.h"

enum { DAYS_SOON = 31 };

/* ---- what is due ---- */

enum stage {
    STAGE_NONE, /* done, dropped, without a day, or perhaps passed: nothing to say */
    STAGE_FAR,
    STAGE_SOON, /* within a month */
    STAGE_PASSED,
    STAGE_OVERDUE
};

static enum stage stage_of(enum due_state state, const struct date *due, day as_at)
{
    if (state == DUE_TO_COME)
        return due->last > as_at + DAYS_SOON ? STAGE_FAR : STAGE_SOON;
    return state == DUE_OVERDUE                                ? STAGE_OVERDUE
           : state == DUE_NOT_RECORDED || state == DUE_HISTORY ? STAGE_PASSED
                                                               : STAGE_NONE;
}

static struct due_state_list {
    enum due_state *items;
} states_of_deadlines(struct arena *arena, const struct briefing *briefing)
{
    const struct deadline_list *all = &briefing->deadlines;
    const struct due_list *dues = &briefing->derived->deadlines;
    struct due_state_list states = {ARENA_ARRAY(arena, enum due_state, all->count)};
    for (size_t i = 0; i < dues->count; i++) {
        size_t place = (size_t)(dues->items[i].deadline - all->items);
        if (place < all->count)
            states.items[place] = (enum due_state)dues->items[i].state;
    }
    return states;
}

/* Of those that are late, or of which nobody says whether they are done; the rest are to come. */
static struct due_state_list states_of_actions(struct arena *arena, const struct briefing *briefing)
{
    const struct action_list *all = &briefing->actions;
    const struct late_action_list *const lists[] = {&briefing->derived->actions->late,
                                                    &briefing->derived->actions->passed};
    struct due_state_list states = {ARENA_ARRAY(arena, enum due_state, all->count)};
    for (size_t i = 0; i < all->count; i++) {
        const struct date *due = action_due(&all->items[i]);
        int status = all->items[i].status;
        bool open = status == STATUS_ABSENT || status_is_open(status);
        if (open && due->precision && is_future(briefing, due))
            states.items[i] = DUE_TO_COME;
    }
    for (size_t k = 0; k < sizeof lists / sizeof *lists; k++)
        for (size_t i = 0; i < lists[k]->count; i++) {
            size_t place = (size_t)(lists[k]->items[i].action - all->items);
            if (place < all->count)
                states.items[place] = (enum due_state)lists[k]->items[i].state;
        }
    return states;
}

static struct due_state_list states_of_field(struct arena *arena, const struct field *list,
                                             const struct briefing *briefing)
{
    const struct records *all = record_member(briefing, list);
    const struct field *state = record_field(list->of, STR("state"));
    struct due_state_list states = {ARENA_ARRAY(arena, enum due_state, all->count)};
    for (size_t i = 0; state && i < all->count; i++)
        states.items[i] =
            (enum due_state) * (const int *)record_member(records_at(all, list->of, i), state);
    return states;
}

static struct due_state_list states_of(struct arena *arena, const struct field *list,
                                       const struct briefing *briefing)
{
    return list->of == &deadline_table ? states_of_deadlines(arena, briefing)
           : list->of == &action_table ? states_of_actions(arena, briefing)
                                       : states_of_field(arena, list, briefing);
}

static const struct date *due_of(const struct record_table *table, const void *record)
{
    if (table == &action_table)
        return action_due(record);
    const struct field *revised = record_field(table, STR("revised"));
    const struct field *due = record_field(table, STR("due"));
    if (revised && field_is_filled(revised, record_member(record, revised)))
        return record_member(record, revised);
    return record_member(record, due ? due : record_field(table, STR("planned")));
}

/* A list as it was then, as time alone made it, and as it is now. */
struct three {
    const struct field *list;
    const struct issue *then, *later;
    struct due_state_list were, would, are;
};

static void tell_stage(struct finder *finder, const struct three *three, const void *record,
                       enum stage stage)
{
    static const struct {
        const char *before, *behind;
    } words[] = {[STAGE_FAR] = {"due", ""},
                 [STAGE_SOON] = {"due", ", within a month"},
                 [STAGE_PASSED] = {"was due", "; not recorded whether done"},
                 [STAGE_OVERDUE] = {"overdue since", ""}};
    const struct record_table *table = three->list->of;
    struct str due = date_text(finder->arena, due_of(table, record), DATE_PLAIN);
    struct difference found = {
        .class = DIFFERENCE_TIME_ALONE,
        .council = finder->now.briefing->council->name,
        .kind = str_from(three->list->name),
        .id = record_id(table, record),
        .field = STR("due"),
        .what = utf8_capital(finder->arena, record_what(finder, &finder->now, table, record)),
        .record = record,
        .table = table,
        .changed = record_field(table, STR("due")),
    };
    const struct field *source = record_field(table, STR("source"));
    found.source = *(const struct refs *)record_member(record, source);
    found.is = str_format(finder->arena, "%s " STR_FMT "%s", words[stage].before, STR_ARG(due),
                          words[stage].behind);
    found.text =
        str_format(finder->arena, STR_FMT ": " STR_FMT, STR_ARG(found.what), STR_ARG(found.is));
    computed_tell(finder, found);
}

/* Where this issue's records come to the same: else it is they that made the difference. */
static void compare_stages(struct finder *finder, const struct three *three, size_t at,
                           const void *now, size_t now_at)
{
    const struct record_table *table = three->list->of;
    const void *record = records_at(record_member(three->then->briefing, three->list), table, at);
    const struct date *due = due_of(table, record);
    enum stage was = stage_of(three->were.items[at], due, three->then->as_at);
    enum stage would = stage_of(three->would.items[at], due, three->later->as_at);
    enum stage is = stage_of(three->are.items[now_at], due_of(table, now), finder->now.as_at);
    if (was && would && was != would && would == is)
        tell_stage(finder, three, now, is);
}

static void compare_list(struct finder *finder, const struct issue *then, const struct issue *later,
                         const char *name)
{
    const struct field *list = record_field(&briefing_table, str_from(name));
    const struct records *before = record_member(finder->before.briefing, list);
    const struct records *now = record_member(finder->now.briefing, list);
    const struct three three = {list,
                                then,
                                later,
                                states_of(finder->arena, list, then->briefing),
                                states_of(finder->arena, list, later->briefing),
                                states_of(finder->arena, list, finder->now.briefing)};
    const struct records *copies = record_member(then->briefing, list);
    for (size_t i = 0; i < before->count && copies->count == before->count; i++) {
        const void *partner = record_now(finder, records_at(before, list->of, i));
        if (partner)
            compare_stages(finder, &three, i, partner,
                           (size_t)((const char *)partner - (const char *)now->items) /
                               list->of->size);
    }
}

/* ---- what is counted from day to day ---- */

/* Counted, and not told: a month more under a direction is no news. */
static void count_on(struct finder *finder, const struct issue *then, const struct issue *later)
{
    for (const struct field *field = derived_table.fields; field->name; field++) {
        const void *was = then->briefing->derived, *is = later->briefing->derived;
        struct str old = measure_words(field, was), new = measure_words(field, is);
        if (str_equal(old, new) ||
            !str_equal(new, measure_words(field, finder->now.briefing->derived)))
            continue;
        struct difference found = computed_difference(finder, field->name);
        found.class = DIFFERENCE_MINOR;
        found.what = str_from(field->rule);
        found.was = old;
        found.is = new;
        found.was_value = value_json(finder, then, field, was);
        found.is_value = value_json(finder, later, field, is);
        found.text = computed_text(finder->arena, &found);
        computed_tell(finder, found);
    }
}

/* An intervention without an end is only known to run for a while after somebody looked. */
static void compare_force(struct finder *finder, const struct issue *then,
                          const struct issue *later)
{
    enum answer was = then->briefing->derived->in_intervention;
    enum answer would = later->briefing->derived->in_intervention;
    enum answer is = finder->now.briefing->derived->in_intervention;
    if (was == would || would != is || (was && would))
        return;
    struct difference found = computed_difference(finder, "in_intervention");
    found.class = DIFFERENCE_TIME_ALONE;
    found.what = STR("Whether the council is in intervention");
    found.was = was ? (was == ANSWER_YES ? STR("yes") : STR("no")) : STR_NONE;
    found.is = is ? (is == ANSWER_YES ? STR("yes") : STR("no")) : STR("not known any more");
    found.text = computed_text(finder->arena, &found);
    computed_tell(finder, found);
}

static void tell_passing(struct finder *finder, const struct issue *then, const struct issue *later)
{
    if (!later->briefing)
        return;
    compare_list(finder, then, later, "deadlines");
    compare_list(finder, then, later, "actions");
    compare_list(finder, then, later, "recommendations");
    compare_list(finder, then, later, "milestones");
    compare_force(finder, then, later);
    count_on(finder, then, later);
}

/* ---- all that is computed ---- */

/* The records of the issue before, with what today's program computes of them for a day. */
static struct issue issue_anew(const struct finder *finder, const struct date *as_at)
{
    const struct briefing *briefing =
        facts_derive(finder->arena, finder->before.briefing, finder->before.briefing->frameworks,
                     finder->calendar, as_at);
    return (struct issue){briefing, briefing ? briefing->briefing->as_at.last : 0};
}

void compare_computed(struct finder *finder)
{
    const struct issue anew = issue_anew(finder, NULL);
    if (!anew.briefing)
        return;
    compare_method(finder, &anew);
    if (finder->before.as_at != finder->now.as_at) {
        const struct issue later = issue_anew(finder, &finder->now.briefing->briefing->as_at);
        tell_passing(finder, &anew, &later);
    }
    compare_england(finder);
}
