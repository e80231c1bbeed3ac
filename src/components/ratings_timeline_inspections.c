/* Inspections in the ratings timeline: full ones with their grades, others as visits. */
#include "components/ratings_timeline.h"

static struct str grade_given(const struct inspection *inspection,
                              const struct judgement *judgement)
{
    for (size_t i = 0; i < inspection->judgements.count; i++)
        if (str_equal(inspection->judgements.items[i].judgement, judgement->id))
            return inspection->judgements.items[i].grade;
    return STR_NONE;
}

/* The grades of the key judgements, and of those that stand above them, in the framework's order.
 */
static void spread_out(const struct story *story, const struct framework *framework,
                       const struct inspection *inspection, struct episode *episode,
                       struct str *grades)
{
    for (size_t i = 0; i < framework->judgements.count && episode->tone_count < MOST_TONES; i++) {
        const struct judgement *judgement = &framework->judgements.items[i];
        struct str grade = grade_given(inspection, judgement);
        if ((judgement->level != LEVEL_KEY && judgement->level != LEVEL_OVERALL) || !grade.len)
            continue;
        grades[episode->tone_count] = grade;
        episode->tones[episode->tone_count++] = grade_tone(story->briefing, grade);
    }
}

/* "2 inadequate, 1 good", by grade as each first stands in the report. */
static struct str tally(const struct story *story, const struct str *grades, size_t count)
{
    struct str parts[MOST_TONES];
    size_t part_count = 0;
    for (size_t i = 0; i < count; i++) {
        size_t same = 0, before = 0;
        for (size_t j = 0; j < count; j++) {
            same += str_equal(grades[i], grades[j]);
            before += j < i && str_equal(grades[i], grades[j]);
        }
        if (!before)
            parts[part_count++] = str_format(story->arena, "%zu " STR_FMT, same,
                                             STR_ARG(grade_label(story->briefing, grades[i])));
    }
    return joined(story->arena, parts, part_count);
}

/* "SIF", "SIF re-inspection". */
static struct str inspection_kind(const struct story *story, const struct inspection *inspection)
{
    const struct framework *framework =
        framework_find(story->briefing->frameworks, inspection->framework);
    bool plain = inspection->kind == INSPECTION_ABSENT || inspection->kind == INSPECTION_FULL;
    if (plain && !inspection->of.len && inspection_is_full(story->briefing, inspection))
        return framework ? framework->short_label : STR_NONE;
    return inspection->name;
}

static void tell_overall(const struct story *story, const struct inspection *inspection,
                         struct episode *episode)
{
    struct str label = grade_label(story->briefing, inspection->overall);
    episode->title = capital(story->arena, label);
    episode->tones[episode->tone_count++] = grade_tone(story->briefing, inspection->overall);
    episode->told =
        str_format(story->arena, "Ofsted’s overall judgement was " STR_FMT " (" STR_FMT ")",
                   STR_ARG(label), STR_ARG(episode->name));
}

/* A framework without an overall grade, or a report of which it is not known. */
static void tell_spread(const struct story *story, const struct inspection *inspection,
                        struct episode *episode)
{
    const struct framework *framework =
        framework_find(story->briefing->frameworks, inspection->framework);
    bool has_overall = !framework || framework->overall == ANSWER_YES;
    struct str grades[MOST_TONES];
    if (framework)
        spread_out(story, framework, inspection, episode, grades);
    struct str counts = tally(story, grades, episode->tone_count);
    episode->title = has_overall ? STR("Grade not known") : STR("No overall grade");
    episode->told = str_format(
        story->arena, "Ofsted inspected (" STR_FMT "): %s" STR_FMT, STR_ARG(episode->name),
        has_overall ? "the overall grade is not known" : "no overall grade",
        STR_ARG(counts.len ? str_format(story->arena, "; judgements: " STR_FMT, STR_ARG(counts))
                           : STR("")));
    episode->detail = counts.len ? str_format(story->arena, STR_FMT ": " STR_FMT,
                                              STR_ARG(episode->detail), STR_ARG(counts))
                                 : episode->detail;
    if (!episode->tone_count)
        episode->tones[episode->tone_count++] = TONE_NEUTRAL;
}

void story_add_inspection(struct story *story, const struct inspection *inspection)
{
    bool full = inspection_is_full(story->briefing, inspection);
    struct episode episode = {
        .lane = full ? LANE_INSPECTIONS : LANE_VISITS,
        .when = order_date(inspection),
        .name = inspection->name,
        .record = inspection,
        .date_field = inspection->published.precision ? "published" : "fieldwork",
        .source = inspection->fact.source,
    };
    episode.dated = month_text(story->arena, episode.when);
    episode.detail = full ? inspection_kind(story, inspection) : STR_NONE;
    if (full && inspection->overall.len) {
        tell_overall(story, inspection, &episode);
    } else if (full) {
        tell_spread(story, inspection, &episode);
    } else {
        struct str kind = inspection_kind(story, inspection);
        episode.name = kind.len ? kind : episode.name;
        episode.title = capital(story->arena, episode.name);
        episode.told = str_format(story->arena, "there was %s " STR_FMT, article_of(episode.name),
                                  STR_ARG(episode.name));
        episode.tones[episode.tone_count++] = TONE_NEUTRAL;
    }
    if (lane_is_wanted(story->options, episode.lane))
        story_add(story, &episode);
}
