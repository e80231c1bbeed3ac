/* What is counted of England beyond grades: how long ago inspectors came, who stands as this
   council does, and what came after its grade elsewhere. */
#include "brief/spec.h"
#include "derive/england/counting.h"

#include <stdlib.h>

/* Of fewer inspections, what came next says little. */
enum { FEWEST_SEQUELS = 10 };
/* So many names can be read in a line. */
enum { MOST_NAMES = 10 };

/* ---- how long ago ---- */

static int by_day(const void *left, const void *right)
{
    const day *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static bool is_dated(const struct date *date)
{
    return date->precision != DATE_UNKNOWN && date->first != DAY_OPEN_START &&
           date->last != DAY_OPEN_END;
}

static struct whole months_from(day from, const struct date *to)
{
    struct date began = date_of_day(from);
    struct range months = months_between(&began, to);
    return (struct whole){.known = months.known, .value = months.low};
}

/* The day since which at least half have waited is that in the middle, the later of two. */
static void count_wait(const struct counting *counting, struct england *england)
{
    day *began = ARENA_ARRAY(counting->arena, day, counting->all->count);
    const struct date *own = counting->own ? &counting->own->began : NULL, *to = &england->as_at;
    size_t count = 0, longer = 0;
    for (size_t i = 0; i < counting->all->count; i++) {
        const struct council_report *latest = counting->latest[i];
        if (!latest || !is_dated(&latest->began) || latest->began.first > to->last)
            continue;
        began[count++] = latest->began.first;
        longer += own && is_dated(own) && latest->began.first < own->first;
    }
    if (count * 2 < counting->counted || !count)
        return;
    qsort(began, count, sizeof *began, by_day);
    struct england_wait *wait = ARENA_NEW(counting->arena, struct england_wait);
    *wait = (struct england_wait){.councils = whole_of(count),
                                  .typical = months_from(began[(count - 1) / 2], to)};
    if (own && is_dated(own) && own->first <= to->last) {
        wait->months = months_from(own->first, to);
        wait->began = date_of_day(own->first);
        wait->longer = whole_of(longer);
    }
    england->wait = wait;
}

/* ---- the council's weakest judgements ---- */

static bool is_key(const struct ground *ground)
{
    return ground->judgement->level == LEVEL_KEY;
}

static bool is_nearer(const struct grade *grade, const struct grade *than, bool worst)
{
    return !than ||
           (worst ? grade->rank.value > than->rank.value : grade->rank.value < than->rank.value);
}

/* The worst, or the best, grade of the council's own, also one that is not compared; NULL: none. */
static const struct grade *extreme(const struct counting *counting, bool worst)
{
    const struct council_report *own = counting->own;
    const struct grade *found = NULL;
    for (size_t i = 0; own && i < own->framework->judgements.count; i++)
        if (own->framework->judgements.items[i].level == LEVEL_KEY && own->grades[i] &&
            is_nearer(own->grades[i], found, worst))
            found = own->grades[i];
    return found;
}

/* The judgements in which the council has a grade. */
struct weak_grounds {
    const struct ground **items;
    size_t count;
};

static struct weak_grounds grounds_with(const struct counting *counting, const struct grade *grade)
{
    struct weak_grounds found = {
        ARENA_ARRAY(counting->arena, const struct ground *, counting->grounds.count), 0};
    for (size_t i = 0; i < counting->grounds.count; i++) {
        const struct ground *ground = &counting->grounds.items[i];
        if (is_key(ground) && grade_on(counting, ground, counting->own) == grade)
            found.items[found.count++] = ground;
    }
    return found;
}

/* Has a report a grade in each of them; and the same one (NULL: whichever)? */
static bool has_in_all(const struct counting *counting, const struct weak_grounds *grounds,
                       const struct council_report *report, const struct grade *grade)
{
    for (size_t i = 0; i < grounds->count; i++) {
        const struct grade *given = grade_on(counting, grounds->items[i], report);
        if (!given || (grade && given != grade))
            return false;
    }
    return true;
}

static int by_name(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

static struct texts texts_of(struct arena *arena, struct str *items, size_t count)
{
    return (struct texts){items, ARENA_ARRAY(arena, struct span, count), count};
}

static void name_grounds(const struct counting *counting, const struct weak_grounds *grounds,
                         struct england_position *position)
{
    struct str *ids = ARENA_ARRAY(counting->arena, struct str, grounds->count);
    struct str *labels = ARENA_ARRAY(counting->arena, struct str, grounds->count);
    for (size_t i = 0; i < grounds->count; i++) {
        ids[i] = grounds->items[i]->judgement->id;
        labels[i] = judgement_told(grounds->items[i]->judgement);
    }
    position->judgements = texts_of(counting->arena, ids, grounds->count);
    position->labels = texts_of(counting->arena, labels, grounds->count);
}

/* Councils whose worst is good differ by what is better still. */
static void count_position(const struct counting *counting, struct england *england)
{
    const struct grade *grade = extreme(counting, true);
    if (grade && is_good_or_better(grade))
        grade = extreme(counting, false);
    const struct weak_grounds grounds =
        grade ? grounds_with(counting, grade) : (struct weak_grounds){NULL, 0};
    if (!grounds.count)
        return;
    struct england_position *position = ARENA_NEW(counting->arena, struct england_position);
    struct str *others = ARENA_ARRAY(counting->arena, struct str, counting->all->count);
    size_t alike = 0, judged = 0, named = 0;
    for (size_t i = 0; i < counting->all->count; i++) {
        const struct council_report *latest = counting->latest[i];
        judged += latest && has_in_all(counting, &grounds, latest, NULL);
        if (!latest || !has_in_all(counting, &grounds, latest, grade))
            continue;
        alike++;
        if (&counting->all->items[i] != counting->question->listed)
            others[named++] = counting->all->items[i].name;
    }
    name_grounds(counting, &grounds, position);
    position->grade = grade->id;
    position->alike = whole_of(alike);
    position->councils = whole_of(judged);
    if (named)
        qsort(others, named, sizeof *others, by_name);
    if (named <= MOST_NAMES)
        position->others = texts_of(counting->arena, others, named);
    england->position = position;
}

/* ---- what came after the same grade elsewhere ---- */

struct sequels {
    const struct ground *ground;
    const struct grade *grade;
    struct grade_count *counts;
    size_t scale, count, rose, same, fell;
    int64_t *months;
    size_t timed;
};

static void add_sequel(const struct counting *counting, struct sequels *sequels,
                       const struct council_report *before, const struct council_report *after)
{
    const struct grade *then = grade_on(counting, sequels->ground, before);
    const struct grade *next = grade_on(counting, sequels->ground, after);
    if (then != sequels->grade || !next)
        return;
    count_grade(sequels->counts, sequels->scale, next);
    sequels->count++;
    sequels->rose += next->rank.value < then->rank.value;
    sequels->same += next->rank.value == then->rank.value;
    sequels->fell += next->rank.value > then->rank.value;
    struct range months = months_between(&before->began, &after->began);
    if (months.known)
        sequels->months[sequels->timed++] = months.low;
}

static void add_council(const struct counting *counting, struct sequels *sequels,
                        const struct listed_council *council)
{
    for (size_t i = 1; i < council->count; i++)
        if (came_by(counting->question, &council->reports[i]))
            add_sequel(counting, sequels, &council->reports[i - 1], &council->reports[i]);
}

static int by_months(const void *left, const void *right)
{
    const int64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static size_t report_count(const struct all_councils *all)
{
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        count += all->items[i].count;
    return count;
}

static const struct england_followed *followed_of(const struct counting *counting,
                                                  struct sequels *sequels)
{
    struct england_followed *followed = ARENA_NEW(counting->arena, struct england_followed);
    *followed = (struct england_followed){
        .judgement = sequels->ground->judgement->id,
        .label = judgement_told(sequels->ground->judgement),
        .grade = sequels->grade->id,
        .grades = {.items = sequels->counts, .count = sequels->scale},
        .inspections = whole_of(sequels->count),
        .rose = whole_of(sequels->rose),
        .same = whole_of(sequels->same),
        .fell = whole_of(sequels->fell),
    };
    if (sequels->timed * 2 < sequels->count)
        return followed;
    qsort(sequels->months, sequels->timed, sizeof *sequels->months, by_months);
    followed->months = (struct whole){.known = true, .value = sequels->months[sequels->timed / 2]};
    return followed;
}

static void count_followed(const struct counting *counting, struct england *england)
{
    const struct grade *worst = extreme(counting, true);
    const struct weak_grounds grounds =
        worst ? grounds_with(counting, worst) : (struct weak_grounds){NULL, 0};
    if (!grounds.count)
        return;
    struct sequels sequels = {.ground = grounds.items[0], .grade = worst};
    sequels.counts = new_grade_counts(counting, sequels.ground, NULL, &sequels.scale);
    sequels.months = ARENA_ARRAY(counting->arena, int64_t, report_count(counting->all));
    for (size_t i = 0; i < counting->all->count; i++)
        add_council(counting, &sequels, &counting->all->items[i]);
    if (sequels.count >= FEWEST_SEQUELS)
        england->followed = followed_of(counting, &sequels);
}

/* ---- all figures ---- */

struct england *england_count(struct arena *arena, const struct all_councils *all,
                              const struct asked_figures *question)
{
    struct england *england = ARENA_NEW(arena, struct england);
    struct counting counting = {.arena = arena, .all = all, .question = question};
    if (question->day.first < all->begins || !count_grades(&counting, england))
        return NULL;
    count_wait(&counting, england);
    count_position(&counting, england);
    count_followed(&counting, england);
    return england;
}

/* ---- the same in words ---- */

/* "22 months", "3 years 1 month", "less than a month" */
static struct str months_text(struct arena *arena, int64_t months)
{
    enum { LEAST_IN_YEARS = 24 };
    struct buf out = {.arena = arena};
    if (!months)
        return STR("less than a month");
    int64_t years = months >= LEAST_IN_YEARS ? months / 12 : 0, rest = months - years * 12;
    if (years)
        buf_addf(&out, "%lld years", (long long)years);
    if (rest)
        buf_addf(&out, "%s%lld month%s", years ? " " : "", (long long)rest, rest == 1 ? "" : "s");
    return buf_str(&out);
}

/* ---- how long ago ---- */

static void word_wait(const struct wording *wording)
{
    if (!wording->england->wait)
        return;
    struct england_wait *wait = ARENA_NEW(wording->arena, struct england_wait);
    struct buf out = {.arena = wording->arena};
    *wait = *wording->england->wait;
    if (wait->months.known && wait->began.precision != DATE_UNKNOWN)
        buf_addf(&out,
                 "Inspectors last began a full inspection here " STR_FMT " ago, in " STR_FMT ". ",
                 STR_ARG(months_text(wording->arena, wait->months.value)),
                 STR_ARG(date_text(wording->arena, &wait->began, DATE_BY_MONTH)));
    buf_addf(&out, "Half of all councils have waited " STR_FMT " or longer",
             STR_ARG(months_text(wording->arena, wait->typical.value)));
    if (wait->longer.known && !wait->longer.value)
        buf_addf(&out, ", and none of %lld longer than " STR_FMT, number_of(&wait->councils),
                 STR_ARG(wording->council));
    else if (wait->longer.known)
        buf_addf(&out, ", and %lld of %lld longer than " STR_FMT, number_of(&wait->longer),
                 number_of(&wait->councils), STR_ARG(wording->council));
    buf_byte(&out, '.');
    wait->text = buf_str(&out);
    wait->base = str_format(
        wording->arena,
        "from the start of fieldwork of the latest full inspections of %lld councils to " STR_FMT,
        number_of(&wait->councils), STR_ARG(wording->day));
    wording->england->wait = wait;
}

/* ---- what followed elsewhere ---- */

/* " (6 to outstanding, 21 to good)", " to inadequate" where all went there */
static void add_moves(const struct wording *wording, struct buf *out,
                      const struct england_followed *followed, bool better, int64_t moved)
{
    const struct grade_count_list *grades = &followed->grades;
    const struct grade *then = grade_find(wording->briefing->frameworks, followed->grade);
    const char *before = " (";
    for (size_t i = 0; i < grades->count; i++) {
        const struct grade *grade =
            grade_find(wording->briefing->frameworks, grades->items[i].grade);
        int64_t count = grades->items[i].councils.value;
        if (!count || grade == then || (grade->rank.value < then->rank.value) != better)
            continue;
        if (count == moved) {
            buf_addf(out, " to " STR_FMT, STR_ARG(grade->label));
            return;
        }
        buf_addf(out, "%s%lld to " STR_FMT, before, (long long)count, STR_ARG(grade->label));
        before = ", ";
    }
    buf_byte(out, ')');
}

/* "8 were inadequate again", "37 required improvement again" */
static void add_same(const struct wording *wording, struct buf *out,
                     const struct england_followed *followed, const char *before)
{
    struct str label = label_of_grade(wording, followed->grade);
    buf_addf(out, "%s%lld ", before, number_of(&followed->same));
    if (str_starts(label, GRADE_VERB))
        buf_addf(out, "required " STR_FMT " again",
                 STR_ARG(str_part(label, strlen(GRADE_VERB), label.len)));
    else
        buf_addf(out, "%s " STR_FMT " again", followed->same.value == 1 ? "was" : "were",
                 STR_ARG(label));
}

/* "At the next, 49 rose (...), 8 were inadequate again and 2 fell (...)" */
static void add_parts(const struct wording *wording, struct buf *out,
                      const struct england_followed *followed)
{
    size_t part = 0, parts = followed->rose.value ? 1 : 0;
    parts += followed->same.value ? 1 : 0;
    parts += followed->fell.value ? 1 : 0;
    if (followed->rose.value) {
        buf_addf(out, "%s%lld rose", joint_of(part++, parts), number_of(&followed->rose));
        add_moves(wording, out, followed, true, followed->rose.value);
    }
    if (followed->same.value)
        add_same(wording, out, followed, joint_of(part++, parts));
    if (followed->fell.value) {
        buf_addf(out, "%s%lld fell", joint_of(part++, parts), number_of(&followed->fell));
        add_moves(wording, out, followed, false, followed->fell.value);
    }
}

static void word_followed(const struct wording *wording)
{
    if (!wording->england->followed)
        return;
    struct england_followed *followed = ARENA_NEW(wording->arena, struct england_followed);
    struct buf out = {.arena = wording->arena};
    struct date begins = date_of_day(wording->england->begins);
    *followed = *wording->england->followed;
    buf_addf(&out,
             "In England, a grade of " STR_FMT " for " STR_FMT
             " was followed by another full inspection %lld times. At that one, ",
             STR_ARG(label_of_grade(wording, followed->grade)), STR_ARG(followed->label),
             number_of(&followed->inspections));
    add_parts(wording, &out, followed);
    buf_byte(&out, '.');
    if (followed->months.known)
        buf_addf(&out, " Half of these began " STR_FMT " or more after the one before.",
                 STR_ARG(months_text(wording->arena, followed->months.value)));
    followed->text = buf_str(&out);
    followed->base =
        str_format(wording->arena,
                   "pairs of full inspections of one council, by reports published from " STR_FMT
                   " to " STR_FMT,
                   STR_ARG(date_text(wording->arena, &begins, DATE_LONG)), STR_ARG(wording->day));
    wording->england->followed = followed;
}

/* ---- all sentences ---- */

void england_words(struct arena *arena, const struct briefing *briefing, struct england *england)
{
    struct wording wording = {.arena = arena,
                              .briefing = briefing,
                              .england = england,
                              .council = council_short_name(briefing->council),
                              .day = date_text(arena, &england->as_at, DATE_LONG)};
    word_grades(&wording);
    word_wait(&wording);
    word_followed(&wording);
}
