/* grade-chart: the grade as the y axis, one step line from report to report, interventions as a
   band behind it; without an overall grade a small panel for each judgement. */
#include "components/chart/grades.h"

struct grade_chart_options {
    struct record_head head;
    struct date from;
    enum answer others;
    struct str caption;
};

static const struct field fields[] = {
    FIELD(struct grade_chart_options, from, FIELD_DATE, OPTIONAL,
          .doc =
              "Where the axis begins at the latest; with the first grade or intervention when left "
              "out.",
          .example = "2013"),
    FIELD(struct grade_chart_options, others, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether bodies that came before the council are told too, in a line each or in a "
                 "drawing of their own; yes when left out.",
          .example = "no"),
    CAPTION_OPTION(struct grade_chart_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "grade chart",
    .a_name = "a chart of grades",
    .size = sizeof(struct grade_chart_options),
    .fields = fields,
    .doc = "Options of the drawing of grades over time.",
};

/* ---- one body ---- */

/* In large print the same is a list: a drawing has no room for its labels there. */
static void set_list(struct composer *composer, const struct history *history, struct str caption)
{
    struct phrase sources = phrase_new(composer, history->briefing);
    if (caption.len)
        set_lead_in(composer, caption);
    history_set_list(history);
    history_cite(&sources, history);
    set_note(composer, &sources);
}

static void set_chart(struct composer *composer, const struct history *found, struct str caption)
{
    if (composer->large_print) {
        set_list(composer, found, caption);
        return;
    }
    struct history *history = ARENA_NEW(composer->arena, struct history);
    struct chart *chart = ARENA_NEW(composer->arena, struct chart);
    *history = *found;
    *chart = (struct chart){
        .caption = caption.len ? inline_text(composer->arena, caption, history->origin) : NULL,
        .alt = history_told(history),
        .note = history_note(history),
        .draw = history_draw,
        .self = history,
    };
    compose_add(composer, BLOCK_CHART, history->origin)->chart = chart;
}

static bool is_named_before(const struct briefing *briefing, size_t at, struct str of)
{
    for (size_t i = 0; i < at; i++)
        if (inspection_is_full(briefing, &briefing->inspections.items[i]) &&
            str_alike(briefing->inspections.items[i].of, of))
            return true;
    return false;
}

/* A few grades that nothing joins are told as well in a line. */
static bool is_short(const struct history *history)
{
    enum { FEW = 3 };
    return history->overall && history->lines.count == 1 &&
           history->lines.items[0].points.count <= FEW && !history->bands.count;
}

/* Predecessors each have a line or a chart of their own, and are never joined to this council. */
static void set_predecessors(struct composer *composer, const struct briefing *briefing,
                             struct span origin)
{
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *one = &briefing->inspections.items[i];
        if (!one->of.len || !inspection_is_full(briefing, one) ||
            is_named_before(briefing, i, one->of))
            continue;
        struct history history = history_find(composer, briefing, one->of, NULL);
        history.origin = origin;
        if (is_short(&history))
            history_set_line(&history);
        else if (history_drawable(&history))
            set_chart(composer, &history,
                      str_format(composer->arena, "Grades of " STR_FMT, STR_ARG(one->of)));
    }
}

/* Where no grade has a place among the lanes: what there is, as a list. */
static void set_rest(const struct history *history)
{
    const struct briefing *briefing = history->briefing;
    struct history others = *history;
    for (size_t i = 0; i < briefing->inspections.count; i++) {
        const struct inspection *one = &briefing->inspections.items[i];
        if (!one->overall.len || one->ahead == ANSWER_YES)
            continue;
        struct grade_line *line = LIST_ADD(history->arena, &others.lines);
        *line = (struct grade_line){.name = capital(history->arena, one->name)};
        *LIST_ADD(history->arena, &line->points) = (struct grade_point){
            .inspection = one,
            .grade = one->overall,
            .month = history_month(history->arena, order_date(one)),
        };
    }
    if (others.lines.count || others.bands.count)
        history_set_list(&others);
}

static bool any_predecessor(const struct briefing *briefing)
{
    for (size_t i = 0; i < briefing->inspections.count; i++)
        if (briefing->inspections.items[i].of.len &&
            inspection_is_full(briefing, &briefing->inspections.items[i]))
            return true;
    return false;
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct grade_chart_options *chosen = options;
    struct history history = history_find(composer, briefing, STR_NONE, &chosen->from);
    history.origin = caption_span(options);
    if (history_drawable(&history))
        set_chart(composer, &history, chosen->caption);
    else if (!any_predecessor(briefing))
        set_rest(&history);
    if (chosen->others != ANSWER_NO)
        set_predecessors(composer, briefing, history.origin);
}

const struct component component_grade_chart = {
    .name = "grade-chart",
    .doc =
        "Grades over time: four lanes from outstanding to inadequate, a step line from report to "
        "report, interventions as a band behind it; a panel for each judgement where there is no "
        "overall grade. In large print, the same as a list.",
    .example = "```grade-chart\n"
               "caption: Overall grade, and the government’s directions\n"
               "```\n",
    .options = &options_table,
    .compose = compose,
};

/* ---- the old name ---- */

struct ratings_timeline_options {
    struct record_head head;
    struct date from, to;
    struct texts include;
    enum answer table;
    struct str elsewhere, caption;
};

static const struct field old_fields[] = {
    FIELD(struct ratings_timeline_options, from, FIELD_DATE, OPTIONAL,
          .doc = "As of `grade-chart`.", .example = "2013"),
    FIELD(struct ratings_timeline_options, to, FIELD_DATE, OPTIONAL,
          .doc = "Has no effect any more.", .example = "2018-01-22"),
    FIELD(struct ratings_timeline_options, include, FIELD_TEXTS, OPTIONAL,
          .doc = "Has no effect any more.", .example = "[inspections, interventions]"),
    FIELD(struct ratings_timeline_options, table, FIELD_ANSWER, OPTIONAL,
          .doc = "Has no effect any more.", .example = "no"),
    FIELD(struct ratings_timeline_options, elsewhere, FIELD_TEXT, OPTIONAL,
          .doc = "Has no effect any more.", .example = "in the section “What happened, and when”"),
    CAPTION_OPTION(struct ratings_timeline_options),
    END_OF_OPTIONS,
};

static const struct record_table old_options_table = {
    .name = "ratings timeline",
    .a_name = "a ratings timeline",
    .size = sizeof(struct ratings_timeline_options),
    .fields = old_fields,
    .doc = "Options of the old drawing of grades over time.",
};

static void compose_old(struct composer *composer, const struct briefing *briefing,
                        const void *options)
{
    const struct ratings_timeline_options *old = options;
    const struct grade_chart_options chosen = {
        .head = old->head, .from = old->from, .caption = old->caption};
    compose(composer, briefing, &chosen);
}

const struct component component_ratings_timeline = {
    .name = "ratings-timeline",
    .became = "grade-chart",
    .doc = "The old name of `grade-chart`.",
    .example = "```ratings-timeline\ncaption: How {{ council.short_name }} has been judged\n```\n",
    .options = &old_options_table,
    .compose = compose_old,
};
