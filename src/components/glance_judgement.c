/* What at-a-glance says of Ofsted's grade and of where it is going. */
#include "glance.h"

/* ---- the grade ---- */

static const struct framework *current_framework(const struct briefing *briefing)
{
    return framework_find(briefing->frameworks, briefing->derived->standing->inspection->framework);
}

/* Of the lines of a report, those that a reader is told first: not the ones below them, nor what
   was judged of another body. */
static bool is_leading(const struct judgement *judgement)
{
    return judgement && (judgement->level == LEVEL_OVERALL || judgement->level == LEVEL_KEY);
}

static size_t count_of_grade(const struct inspection *inspection, const struct framework *framework,
                             struct str grade)
{
    size_t count = 0;
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        count += str_equal(entry->grade, grade) &&
                 is_leading(judgement_find(framework, entry->judgement));
    }
    return count;
}

/* "2 inadequate: impact of leaders, help and protection." */
static void add_judgements_of(struct phrase *phrase, const struct inspection *inspection,
                              const struct framework *framework, struct str grade)
{
    size_t count = count_of_grade(inspection, framework, grade), told = 0;
    if (!count)
        return;
    if (phrase->inlines)
        phrase_break(phrase);
    phrase_addf(phrase, "%zu " STR_FMT ": ", count, STR_ARG(grade_label(phrase->briefing, grade)));
    for (size_t i = 0; i < inspection->judgements.count; i++) {
        const struct grade_entry *entry = &inspection->judgements.items[i];
        const struct judgement *judgement = judgement_find(framework, entry->judgement);
        if (!is_leading(judgement) || !str_equal(entry->grade, grade))
            continue;
        phrase_addz(phrase, told++ ? ", " : "");
        phrase_add(phrase, judgement->short_label);
    }
    phrase_addz(phrase, ".");
}

/* All judgements by grade, the worst first: for reports without an overall grade. */
static void add_each_grade(struct phrase *phrase, const struct inspection *inspection,
                           const struct framework *framework)
{
    const struct records *grades = &phrase->briefing->frameworks->grades;
    for (size_t i = grades->count; i-- > 0;) {
        const struct grade *grade = records_at(grades, &grade_table, i);
        add_judgements_of(phrase, inspection, framework, grade->id);
    }
}

/* A good grade can hide a judgement that is worse: "Inadequate: impact of leaders." */
static void add_worse(struct phrase *phrase, const struct inspection *inspection,
                      const struct framework *framework, struct str overall)
{
    const struct grade *limit = grade_find(phrase->briefing->frameworks, overall);
    const struct records *grades = &phrase->briefing->frameworks->grades;
    for (size_t i = grades->count; limit && i-- > 0;) {
        const struct grade *grade = records_at(grades, &grade_table, i);
        if (grade->rank.known && limit->rank.known && grade->rank.value > limit->rank.value)
            add_judgements_of(phrase, inspection, framework, grade->id);
    }
}

static void add_inspection(struct phrase *phrase, const struct inspection *inspection)
{
    if (phrase->inlines)
        phrase_break(phrase);
    struct str name = inspection_name(phrase->arena, phrase->briefing, inspection);
    phrase_add(phrase, capital(phrase->arena, name));
    phrase_addz(phrase, ", ");
    phrase_inspection_date(phrase, inspection);
    phrase_addz(phrase, ".");
    phrase_cite(phrase, inspection->fact.source);
}

static void say_grade(struct glance *glance, const struct standing *standing)
{
    const struct inspection *inspection = standing->inspection;
    const struct framework *framework = current_framework(glance->value.briefing);
    struct str word = grade_label(glance->value.briefing, standing->overall);
    phrase_field(&glance->value, capital(glance->value.arena, word), inspection, "overall");
    glance->tone = grade_tone(glance->value.briefing, standing->overall);
    glance->shape = tone_shape(glance->tone);
    if (framework)
        add_worse(&glance->details, inspection, framework, standing->overall);
    add_inspection(&glance->details, inspection);
}

static void say_no_grade(struct glance *glance, const struct standing *standing)
{
    const struct framework *framework = current_framework(glance->value.briefing);
    bool has_one = !framework || framework->overall == ANSWER_YES;
    phrase_addz(&glance->value, has_one ? "Grade not stated" : "No overall grade");
    if (framework)
        add_each_grade(&glance->details, standing->inspection, framework);
    if (glance->details.inlines)
        phrase_break(&glance->details);
    phrase_addf(&glance->details, STR_FMT ".",
                STR_ARG(capital(glance->details.arena, standing->overall_reason)));
    add_inspection(&glance->details, standing->inspection);
}

struct glance glance_grade(struct flow *flow, const struct briefing *briefing)
{
    struct glance glance = glance_new(flow, briefing, "Ofsted’s grade");
    const struct standing *standing = briefing->derived->standing;
    if (!standing->inspection) {
        phrase_addz(&glance.value, "None known");
        phrase_addz(&glance.details, "No full inspection with a date is recorded.");
    } else if (standing->overall.len) {
        say_grade(&glance, standing);
    } else {
        say_no_grade(&glance, standing);
    }
    return glance;
}

/* ---- its direction ---- */

static const struct {
    const char *word;      /* alone */
    const char *judgement; /* behind a number of judgements */
    enum mark_shape shape;
    enum grade_tone tone;
} directions[] = {
    [CHANGE_ABSENT] = {"Not known", "not known", MARK_NONE, TONE_NEUTRAL},
    [CHANGE_UP] = {"Up", "up", MARK_UP, TONE_GOOD},
    [CHANGE_DOWN] = {"Down", "down", MARK_DOWN, TONE_WORST},
    [CHANGE_SAME] = {"The same", "the same", MARK_LEVEL, TONE_NEUTRAL},
    [CHANGE_NEW] = {"Not comparable", "new", MARK_NONE, TONE_NEUTRAL},
    [CHANGE_NOT_COMPARABLE] = {"Not comparable", "not comparable", MARK_NONE, TONE_NEUTRAL},
};

static void show_direction(struct glance *glance, int direction)
{
    phrase_addz(&glance->value, directions[direction].word);
    glance->shape = directions[direction].shape;
    glance->tone = directions[direction].tone;
}

static size_t count_of_direction(const struct records *changes, const struct change *but,
                                 int direction)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = records_at(changes, &change_table, i);
        count += change != but && change->direction == direction;
    }
    return count;
}

/* "Judgements: 2 up, 3 the same." */
static void add_counts(struct phrase *phrase, const struct records *changes,
                       const struct change *overall)
{
    static const int order[] = {CHANGE_UP, CHANGE_SAME, CHANGE_DOWN, CHANGE_NEW,
                                CHANGE_NOT_COMPARABLE};
    size_t told = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t count = count_of_direction(changes, overall, order[i]);
        if (!count)
            continue;
        phrase_addz(phrase, told++ ? ", " : " Judgements: ");
        phrase_addf(phrase, "%zu %s", count, directions[order[i]].judgement);
    }
    if (told)
        phrase_addz(phrase, ".");
}

/* "From inadequate, SIF inspection, 19 October 2015." */
static void add_before(struct phrase *phrase, const struct inspection *previous, struct str grade)
{
    phrase_addf(phrase, "From %s" STR_FMT "%s", grade.len ? "" : "the ",
                STR_ARG(grade_label(phrase->briefing, grade)), grade.len ? ", " : "");
    phrase_add(phrase, inspection_name(phrase->arena, phrase->briefing, previous));
    phrase_addz(phrase, ", ");
    phrase_inspection_date(phrase, previous);
    phrase_addz(phrase, ".");
}

/* Why two overall grades are not compared. */
static void add_obstacle(struct phrase *phrase, const struct standing *standing)
{
    const struct briefing *briefing = phrase->briefing;
    const struct framework *now =
        framework_find(briefing->frameworks, standing->inspection->framework);
    const struct framework *then =
        framework_find(briefing->frameworks, standing->previous->framework);
    if (!now || !then)
        phrase_addz(phrase, "The framework of one inspection is not known.");
    else if (now == then || str_equal(now->family, then->family))
        phrase_addz(phrase, "One of the two overall grades is not stated.");
    else
        phrase_addf(phrase, "The framework changed, from " STR_FMT " to " STR_FMT ".",
                    STR_ARG(then->short_label), STR_ARG(now->short_label));
}

static void say_overall_change(struct glance *glance, const struct standing *standing,
                               const struct change *overall)
{
    struct phrase *details = &glance->details;
    bool comparable = overall->direction == CHANGE_UP || overall->direction == CHANGE_DOWN ||
                      overall->direction == CHANGE_SAME;
    show_direction(glance, overall->direction);
    if (comparable)
        add_before(details, standing->previous, overall->before);
    else
        add_obstacle(details, standing);
    add_counts(details, &standing->changes, overall);
    phrase_cite(details, standing->previous->fact.source);
}

/* The one direction of all judgements that can be compared; CHANGE_ABSENT when they differ. */
static int common_direction(const struct records *changes)
{
    int common = CHANGE_NOT_COMPARABLE;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = records_at(changes, &change_table, i);
        bool told = change->direction == CHANGE_UP || change->direction == CHANGE_DOWN ||
                    change->direction == CHANGE_SAME;
        if (told && common != CHANGE_NOT_COMPARABLE && common != change->direction)
            return CHANGE_ABSENT;
        common = told ? change->direction : common;
    }
    return common;
}

/* Without an overall grade, the judgements speak for themselves. */
static void say_changes(struct glance *glance, const struct standing *standing)
{
    int common = common_direction(&standing->changes);
    if (common)
        show_direction(glance, common);
    else
        phrase_addz(&glance->value, "Mixed");
    phrase_addz(&glance->details, "Since the ");
    phrase_add(&glance->details, inspection_name(glance->details.arena, glance->details.briefing,
                                                 standing->previous));
    phrase_addz(&glance->details, ", ");
    phrase_inspection_date(&glance->details, standing->previous);
    phrase_addz(&glance->details, ".");
    add_counts(&glance->details, &standing->changes, NULL);
    phrase_cite(&glance->details, standing->previous->fact.source);
}

struct glance glance_direction(struct flow *flow, const struct briefing *briefing)
{
    struct glance glance = glance_new(flow, briefing, "Direction");
    const struct standing *standing = briefing->derived->standing;
    const struct change *overall = overall_change(briefing);
    if (!standing->inspection || !standing->previous) {
        phrase_addz(&glance.value, "Not known");
        phrase_addf(&glance.details, "No %sfull inspection is recorded to compare with.",
                    standing->inspection ? "earlier " : "");
    } else if (overall) {
        say_overall_change(&glance, standing, overall);
    } else if (standing->changes.count) {
        say_changes(&glance, standing);
    } else {
        phrase_addz(&glance.value, "Not comparable");
        add_obstacle(&glance.details, standing);
    }
    return glance;
}
