/* The ratings timeline's story: records become episodes, in order of time, on one axis. */
#include "components/chart/story.h"

#include "brief/lookup.h"

#include <stdlib.h>

enum {
    SHORT_AXIS_DAYS = 550, /* up to here the axis begins with a month, else with a year */
};

const char *const lane_names[LANE_COUNT] = {
    [LANE_INSPECTIONS] = "inspections",
    [LANE_INTERVENTIONS] = "interventions",
    [LANE_VISITS] = "visits",
    [LANE_LEADERSHIP] = "leadership",
};

static bool lane_is_wanted(const struct ratings_timeline_options *options, enum lane lane)
{
    for (size_t i = 0; i < options->include.count; i++)
        if (str_is(options->include.items[i], lane_names[lane]))
            return true;
    return options->include.count == 0;
}

day episode_day(const struct episode *episode)
{
    if (episode->when->first == DAY_OPEN_START)
        return episode->last;
    if (episode->when->last == DAY_OPEN_END)
        return episode->first;
    return episode->first + (episode->last - episode->first) / 2;
}

/* ---- adding ---- */

static bool is_to_come(const struct story *story, const struct date *date)
{
    return date_surely_after(date, &story->briefing->briefing->as_at) ||
           date_surely_after(date, &story->options->to);
}

/* Episodes without a date are told in words below the drawing; those outside the axis are left out.
 */
static void add_episode(struct story *story, const struct episode *episode)
{
    const struct date *from = &story->options->from;
    if (is_to_come(story, episode->when))
        return;
    if (!episode->when->precision) {
        *LIST_ADD(story->arena, &story->undated) = *episode;
        return;
    }
    bool is_over = episode->run == RUN_NOT ||
                   (episode->run == RUN_ENDED && date_surely_after(from, episode->until));
    if (is_over && date_surely_after(from, episode->when))
        return;
    struct episode *added = LIST_ADD(story->arena, &story->episodes);
    *added = *episode;
    added->added = story->episodes.count;
}

/* ---- inspections: full ones with their grades, others as visits ---- */

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

/* "2 inadequate, 1 good": grades in the order in which the report first gives them. */
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
    bool plain = inspection->kind != INSPECTION_REINSPECTION;
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

/* For a framework without an overall grade, or a report whose overall grade is not known. */
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

static void add_inspection(struct story *story, const struct inspection *inspection)
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
        add_episode(story, &episode);
}

/* ---- interventions ---- */

static size_t intervention_place(const struct story *story, const struct intervention *one)
{
    const struct intervention *first = story->briefing->interventions.items;
    return (size_t)(one - first);
}

/* By intervention: has another taken its place? */
static bool *find_replaced(const struct story *story)
{
    const struct intervention_list *all = &story->briefing->interventions;
    bool *replaced = ARENA_ARRAY(story->arena, bool, all->count);
    for (size_t i = 0; i < all->count; i++) {
        const struct intervention *later = &all->items[i];
        if (later->replaces.record && !is_to_come(story, &later->issued))
            replaced[intervention_place(story, later->replaces.record)] = true;
    }
    return replaced;
}

static enum run run_of(const struct story *story, const struct intervention *intervention)
{
    if (intervention->kind == INTERVENTION_LETTER)
        return RUN_NOT;
    if (intervention->ended.precision)
        return is_to_come(story, &intervention->ended) ? RUN_ON : RUN_ENDED;
    bool runs = intervention_force(story->briefing, intervention) == FORCE_RUNS;
    bool replaced = story->replaced[intervention_place(story, intervention)];
    return runs && !replaced ? RUN_ON : RUN_END_UNKNOWN;
}

static struct str dated_run(const struct story *story, const struct episode *episode)
{
    struct str from = month_text(story->arena, episode->when);
    switch (episode->run) {
    case RUN_NOT: return from;
    case RUN_ON: return str_format(story->arena, STR_FMT ", in force", STR_ARG(from));
    case RUN_END_UNKNOWN: return str_format(story->arena, STR_FMT ", end not known", STR_ARG(from));
    case RUN_ENDED: break;
    }
    struct str until = month_text(story->arena, episode->until);
    if (str_equal(from, until))
        return from;
    return str_format(story->arena, STR_FMT " to " STR_FMT, STR_ARG(from), STR_ARG(until));
}

static void add_intervention(struct story *story, const struct intervention *intervention)
{
    struct episode episode = {
        .lane = LANE_INTERVENTIONS,
        .when = &intervention->issued,
        .run = run_of(story, intervention),
        .until = &intervention->ended,
        .title = intervention_name(story->arena, intervention),
        .record = intervention,
        .date_field = "issued",
        .title_field = intervention->name.len ? "name" : "kind",
        .source = intervention->fact.source,
    };
    episode.dated = dated_run(story, &episode);
    struct str name = LABEL_OF(&intervention_table, intervention, kind);
    episode.told = str_format(story->arena, "%s " STR_FMT " was %s", article_of(name),
                              STR_ARG(name), beginning_of(intervention->kind));
    add_episode(story, &episode);
}

/* ---- people ---- */

/* Who was in post, or offered to go and stayed, changed nothing. */
static enum mark_shape change_of(int event)
{
    switch (event) {
    case LEADERSHIP_APPOINTED:
    case LEADERSHIP_INTERIM:
    case LEADERSHIP_ACTING:
    case LEADERSHIP_PERMANENT:
    case LEADERSHIP_TEAM_BROUGHT_IN:
    case LEADERSHIP_TOOK_OFFICE: return MARK_UP;
    case LEADERSHIP_VACANT: return MARK_DOWN;
    default: return is_departure(event) ? MARK_DOWN : MARK_NONE;
    }
}

static const char *change_told(int event)
{
    switch (event) {
    case LEADERSHIP_APPOINTED: return "was appointed";
    case LEADERSHIP_INTERIM: return "was in post as interim";
    case LEADERSHIP_TEAM_BROUGHT_IN: return "was brought in";
    case LEADERSHIP_TOOK_OFFICE: return "took office";
    case LEADERSHIP_VACANT: return "was vacant";
    case LEADERSHIP_RESIGNED: return "resigned";
    case LEADERSHIP_LEFT: return "left";
    case LEADERSHIP_RETIRED: return "retired";
    case LEADERSHIP_DISMISSED: return "was dismissed";
    case LEADERSHIP_TERM_ENDED: return "came to the end of the term of office";
    case LEADERSHIP_PERMANENT: return "was appointed permanently";
    case LEADERSHIP_ACTING: return "was in post, acting";
    default: return "stood down";
    }
}

static void add_change(struct story *story, const struct leadership_event *event)
{
    struct arena *arena = story->arena;
    struct episode episode = {
        .lane = LANE_LEADERSHIP,
        .when = &event->date,
        .title = event->person.len ? event->person : capital(arena, event->role),
        .shape = change_of(event->event),
        .record = event,
        .date_field = "date",
        .title_field = event->person.len ? "person" : "role",
        .detail_field = event->person.len ? "role" : "event",
        .source = event->fact.source,
    };
    struct str what = LABEL_OF(&leadership_event_table, event, event);
    struct str role = event->person.len ? event->role : STR_NONE;
    episode.told = str_format(
        arena, "%s" STR_FMT "%s %s", event->person.len ? "" : "the ",
        STR_ARG(with_comma(arena, event->person.len ? event->person : event->role, role)),
        role.len ? "," : "", change_told(event->event));
    episode.dated = month_text(arena, &event->date);
    episode.detail = with_comma(arena, role, what);
    if (episode.shape != MARK_NONE)
        add_episode(story, &episode);
}

static void add_helper(struct story *story, const struct intervention *intervention,
                       const struct helper *helper)
{
    struct str word = capital(story->arena, str_from(helper_word(intervention, helper)));
    struct str role = helper->role.len ? helper->role : word;
    struct episode episode = {
        .lane = LANE_LEADERSHIP,
        .when = &helper->from,
        .title = helper->name,
        .dated = month_text(story->arena, &helper->from),
        .detail = role,
        .told = str_format(story->arena, STR_FMT ", " STR_FMT ", was appointed",
                           STR_ARG(helper->name), STR_ARG(role)),
        .shape = MARK_UP,
        .record = helper,
        .date_field = "from",
        .title_field = "name",
        .detail_field = "role",
        .source = sources_of(&helper->fact, &intervention->fact),
    };
    add_episode(story, &episode);
}

static void add_helpers(struct story *story, const struct intervention *intervention)
{
    for (size_t i = 0; i < intervention->people.count; i++)
        add_helper(story, intervention, &intervention->people.items[i]);
}

static void add_leadership(struct story *story)
{
    const struct briefing *briefing = story->briefing;
    for (size_t i = 0; i < briefing->leadership.count; i++)
        add_change(story, &briefing->leadership.items[i]);
    for (size_t i = 0; i < briefing->interventions.count; i++)
        add_helpers(story, &briefing->interventions.items[i]);
}

/* ---- order and axis ---- */

/* The day that an episode is placed by: the last possible day where only that is known. */
static day known_day(const struct date *date)
{
    return date->first == DAY_OPEN_START ? date->last : date->first;
}

/* Those of one day in the order in which they were added. */
static int by_known_day(const void *left, const void *right)
{
    const struct episode *a = left, *b = right;
    day day_a = known_day(a->when), day_b = known_day(b->when);
    if (day_a != day_b)
        return day_a < day_b ? -1 : 1;
    return a->added < b->added ? -1 : a->added > b->added;
}

static void sort(struct story *story)
{
    if (story->episodes.count)
        qsort(story->episodes.items, story->episodes.count, sizeof *story->episodes.items,
              by_known_day);
}

/* The axis begins with the year, or the month where it is short, of the first episode. */
static void set_axis(struct story *story)
{
    const struct ratings_timeline_options *options = story->options;
    day last = story->briefing->briefing->as_at.last;
    if (options->to.precision && options->to.last < last)
        last = options->to.last;
    day first = last;
    for (size_t i = 0; i < story->episodes.count; i++)
        if (known_day(story->episodes.items[i].when) < first)
            first = known_day(story->episodes.items[i].when);
    if (options->from.precision && options->from.first != DAY_OPEN_START)
        first = options->from.first < last ? options->from.first : last;
    struct civil civil = civil_from_day(first);
    story->first = day_from_civil(civil.year, last - first > SHORT_AXIS_DAYS ? 1 : civil.month, 1);
    story->last = last > story->first ? last : story->first + 1;
}

static day within(const struct story *story, day at)
{
    if (at < story->first)
        return story->first;
    return at > story->last ? story->last : at;
}

static void clip(const struct story *story, struct episode *episode)
{
    episode->first = within(story, episode->when->first);
    episode->last = within(story, episode->when->last);
    episode->end_first = episode->end_last = episode->last;
    if (episode->run == RUN_ON)
        episode->end_first = episode->end_last = story->last;
    if (episode->run == RUN_END_UNKNOWN)
        episode->end_last = story->last;
    if (episode->run == RUN_ENDED) {
        episode->end_first = within(story, episode->until->first);
        episode->end_last = within(story, episode->until->last);
        if (episode->end_first < episode->last)
            episode->end_first = episode->last;
    }
}

struct story story_new(struct arena *arena, const struct briefing *briefing,
                       const struct ratings_timeline_options *options)
{
    struct story story = {.briefing = briefing, .options = options, .arena = arena};
    for (size_t i = 0; i < briefing->inspections.count; i++)
        add_inspection(&story, &briefing->inspections.items[i]);
    story.replaced = find_replaced(&story);
    if (lane_is_wanted(options, LANE_INTERVENTIONS))
        for (size_t i = 0; i < briefing->interventions.count; i++)
            add_intervention(&story, &briefing->interventions.items[i]);
    if (lane_is_wanted(options, LANE_LEADERSHIP))
        add_leadership(&story);
    sort(&story);
    set_axis(&story);
    for (size_t i = 0; i < story.episodes.count; i++)
        clip(&story, &story.episodes.items[i]);
    return story;
}
