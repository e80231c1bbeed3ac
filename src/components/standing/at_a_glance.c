/* at-a-glance: grade, change, intervention and next deadline, as a member sees them first: a panel
   of answers. */
#include "components/standing/glance.h"

/* ---- the grade ---- */

static const struct framework *current_framework(const struct briefing *briefing)
{
    return framework_find(briefing->frameworks, briefing->derived->standing->inspection->framework);
}

/* Is it one of the judgements that a reader should hear first: not a part of one, nor about another
   body? */
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

/* All judgements by grade, worst first: for reports without an overall grade. */
static void add_each_grade(struct phrase *phrase, const struct inspection *inspection,
                           const struct framework *framework)
{
    const struct grade_list *grades = &phrase->briefing->frameworks->grades;
    for (size_t i = grades->count; i-- > 0;) {
        const struct grade *grade = &grades->items[i];
        add_judgements_of(phrase, inspection, framework, grade->id);
    }
}

/* A good grade can hide a judgement that is worse: "Inadequate: impact of leaders." */
static void add_worse(struct phrase *phrase, const struct inspection *inspection,
                      const struct framework *framework, struct str overall)
{
    const struct grade *limit = grade_find(phrase->briefing->frameworks, overall);
    const struct grade_list *grades = &phrase->briefing->frameworks->grades;
    for (size_t i = grades->count; limit && i-- > 0;) {
        const struct grade *grade = &grades->items[i];
        if (grade->rank.known && limit->rank.known && grade->rank.value > limit->rank.value)
            add_judgements_of(phrase, inspection, framework, grade->id);
    }
}

static void add_inspection(struct phrase *phrase, const struct inspection *inspection)
{
    if (phrase->inlines)
        phrase_break(phrase);
    struct str name = inspection->name;
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
    phrase_field(&glance->value, capital(glance->value.arena, word), NAMED(inspection, overall));
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

/* A new council is told where the grades are that its predecessors were given. */
static void add_predecessors(struct phrase *phrase)
{
    const struct briefing *briefing = phrase->briefing;
    for (size_t i = 0; i < briefing->council->predecessors.count; i++) {
        const struct relation *one = &briefing->council->predecessors.items[i];
        bool inspected = false;
        for (size_t k = 0; !inspected && k < briefing->inspections.count; k++) {
            const struct inspection *inspection = &briefing->inspections.items[k];
            inspected = str_alike(inspection->of, one->name);
        }
        if (inspected)
            phrase_addf(phrase, " What " STR_FMT " was given before is shown under its name.",
                        STR_ARG(one->name));
    }
}

/* There are inspections, but none that says how the council itself stands. */
static void say_not_known(struct glance *glance)
{
    phrase_addz(&glance->value, "Not known");
    phrase_addz(&glance->details,
                "This paper’s data has no full inspection of the council itself with a date.");
    add_predecessors(&glance->details);
}

static struct glance glance_grade(struct composer *composer, const struct briefing *briefing)
{
    struct glance glance = glance_new(composer, briefing, "Ofsted’s grade");
    const struct standing *standing = briefing->derived->standing;
    if (!standing->inspection) {
        if (briefing->inspections.count)
            say_not_known(&glance);
        else
            say_absence(&glance, COVER_INSPECTIONS);
    } else if (standing->overall.len) {
        say_grade(&glance, standing);
    } else {
        say_no_grade(&glance, standing);
    }
    return glance;
}

/* ---- what changed ---- */

static const struct {
    const char *judgement; /* behind a number of judgements */
    enum mark_shape shape;
    enum grade_tone tone;
} directions[] = {
    [CHANGE_ABSENT] = {"not known", MARK_NONE, TONE_NEUTRAL},
    [CHANGE_UP] = {"up", MARK_UP, TONE_GOOD},
    [CHANGE_DOWN] = {"down", MARK_DOWN, TONE_WORST},
    [CHANGE_SAME] = {"the same", MARK_LEVEL, TONE_NEUTRAL},
    [CHANGE_NEW] = {"new", MARK_NONE, TONE_NEUTRAL},
    [CHANGE_NOT_COMPARABLE] = {"not comparable", MARK_NONE, TONE_NEUTRAL},
    [CHANGE_MIXED] = {"mixed", MARK_NONE, TONE_NEUTRAL},
};

static size_t count_of_direction(const struct change_list *changes, int direction)
{
    size_t count = 0;
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        count += !change->is_overall && change->direction == direction;
    }
    return count;
}

/* " Judgements: 2 up, 3 the same." */
static void add_counts(struct phrase *phrase, const struct change_list *changes)
{
    static const int order[] = {CHANGE_UP, CHANGE_SAME, CHANGE_DOWN, CHANGE_NEW};
    size_t told = 0;
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        size_t count = count_of_direction(changes, order[i]);
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
    phrase_addz(phrase, grade.len ? "From " : "Since the ");
    phrase_add(phrase, grade_label(phrase->briefing, grade));
    phrase_addz(phrase, grade.len ? ", " : "");
    phrase_add(phrase, previous->name);
    phrase_addz(phrase, ", ");
    phrase_inspection_date(phrase, previous);
    phrase_addz(phrase, ".");
}

/* Does any judgement have a reason of its own for not being compared, other than its scale? */
static bool has_reason(const struct change_list *changes)
{
    for (size_t i = 0; i < changes->count; i++) {
        const struct change *change = &changes->items[i];
        if (change->reason.len && !str_starts(change->reason, "graded on another scale"))
            return true;
    }
    return false;
}

/* Why nothing can be compared, where that is not said judgement by judgement. */
static bool add_obstacle(struct phrase *phrase, const struct standing *standing)
{
    const struct frameworks *frameworks = phrase->briefing->frameworks;
    const struct framework *now = framework_find(frameworks, standing->inspection->framework);
    const struct framework *then = framework_find(frameworks, standing->previous->framework);
    if (standing->change != CHANGE_NOT_COMPARABLE || has_reason(&standing->changes))
        return false;
    if (!str_equal(now->family, then->family))
        phrase_addf(phrase, " The framework changed, from " STR_FMT " to " STR_FMT ".",
                    STR_ARG(then->short_label), STR_ARG(now->short_label));
    else
        phrase_addz(phrase, " The grades of the later one are not stated.");
    return true;
}

static void say_change(struct glance *glance, const struct standing *standing)
{
    struct phrase *details = &glance->details;
    const struct change *overall = overall_change(glance->value.briefing);
    bool compared = overall && overall->direction != CHANGE_NOT_COMPARABLE;
    int shown = compared ? overall->direction : standing->change;
    bool plain = standing->change == shown;
    phrase_add(&glance->value, capital(glance->value.arena, standing->change_text));
    glance->shape = directions[shown].shape;
    glance->tone = plain ? directions[shown].tone : TONE_NEUTRAL;
    add_before(details, standing->previous, compared ? overall->before : STR_NONE);
    add_counts(details, &standing->changes);
    if (!add_obstacle(details, standing))
        phrase_reasons(details, &standing->changes, " ", ".");
    phrase_cite(details, standing->previous->fact.source);
}

static struct glance glance_change(struct composer *composer, const struct briefing *briefing)
{
    struct glance glance = glance_new(composer, briefing, "Change");
    const struct standing *standing = briefing->derived->standing;
    if (standing->previous)
        say_change(&glance, standing);
    return glance;
}

/* ---- the panel ---- */

enum { GLANCE_COUNT = 4 };

/* Those that have something to say. */
static size_t collect(struct composer *composer, const struct briefing *briefing,
                      struct glance *glances)
{
    const struct glance all[GLANCE_COUNT] = {
        glance_grade(composer, briefing),
        glance_change(composer, briefing),
        glance_intervention(composer, briefing),
        glance_deadline(composer, briefing),
    };
    size_t count = 0;
    for (size_t i = 0; i < GLANCE_COUNT; i++)
        if (glance_speaks(&all[i]))
            glances[count++] = all[i];
    return count;
}

/* Several judgements in place of one grade need more room. */
static const int *weights_for(const struct briefing *briefing)
{
    static const int one_grade[GLANCE_COUNT] = {5, 4, 4, 4};
    static const int many_grades[GLANCE_COUNT] = {9, 4, 4, 4};
    static const int no_grade[GLANCE_COUNT] = {1, 1, 1, 1};
    const struct standing *standing = briefing->derived->standing;
    if (!standing->inspection)
        return no_grade;
    return standing->overall.len ? one_grade : many_grades;
}

static struct inline_node *words(struct composer *composer, const char *text)
{
    return inline_text(composer->arena, str_from(text), (struct span){0});
}

static const struct panel_item *items_of(struct composer *composer, const struct briefing *briefing,
                                         const struct glance *glances, size_t count)
{
    const int *weights = weights_for(briefing);
    struct panel_item *items = ARENA_ARRAY(composer->arena, struct panel_item, count);
    for (size_t i = 0; i < count; i++)
        items[i] = (struct panel_item){
            .term = words(composer, glances[i].term),
            .value = glances[i].value.inlines,
            .details = glances[i].details.inlines,
            .tone = glances[i].tone,
            .shape = glances[i].shape,
            .weight = weights[i],
        };
    return items;
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct span origin = caption_span(options);
    struct glance glances[GLANCE_COUNT];
    size_t count = collect(composer, briefing, glances);
    if (!count)
        return;
    struct str caption = chosen->caption.len
                             ? chosen->caption
                             : caption_of_day(composer->arena, briefing, "Position on");
    struct panel *panel = ARENA_NEW(composer->arena, struct panel);
    *panel = (struct panel){
        .caption = inline_text(composer->arena, caption, origin),
        .terms_head = words(composer, "Question"),
        .answers_head = words(composer, "Answer"),
        .items = items_of(composer, briefing, glances, count),
        .count = count,
        .origin = origin,
    };
    compose_add(composer, BLOCK_PANEL, origin)->panel = panel;
}

const struct component component_at_a_glance = {
    .name = "at-a-glance",
    .became = "judgements",
    .doc = "The grade, what changed, intervention and the next deadline: what a reader sees first.",
    .example = "```at-a-glance\ncaption: Where {{ council.name }} stands\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
