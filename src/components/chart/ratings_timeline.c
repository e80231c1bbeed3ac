/* ratings-timeline: grades, interventions, visits and changes in leadership on one axis of time. */
#include "components/chart/chart.h"
#include "doc/doc_codes.h"

#include "brief/printed.h"
#include "components/kit/kit.h"

/* ---- options ---- */

static const struct field fields[] = {
    FIELD(struct ratings_timeline_options, from, FIELD_DATE, OPTIONAL,
          .doc = "Where the axis begins; with the first event when left out.", .example = "2013"),
    FIELD(struct ratings_timeline_options, to, FIELD_DATE, OPTIONAL,
          .doc = "Where it ends; on the day of the briefing when left out.",
          .example = "2018-01-22"),
    FIELD(struct ratings_timeline_options, include, FIELD_TEXTS, OPTIONAL,
          .doc = "What is shown: inspections, interventions, visits, leadership; all of it when "
                 "left out.",
          .example = "[inspections, interventions]"),
    FIELD(struct ratings_timeline_options, table, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether a table below lists every event; when left out, it does where the "
                 "alternative text of the drawing would otherwise be long.",
          .example = "no"),
    FIELD(struct ratings_timeline_options, elsewhere, FIELD_TEXT, OPTIONAL,
          .doc = "Where else the briefing lists the same events, as the end of a sentence; no "
                 "table is then needed.",
          .example = "in the section “What happened, and when”"),
    CAPTION_OPTION(struct ratings_timeline_options),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "ratings timeline",
    .a_name = "a ratings timeline",
    .size = sizeof(struct ratings_timeline_options),
    .fields = fields,
    .doc = "Options of the drawing of grades over time.",
};

static bool check_lane(struct diags *diags, struct str name, struct span span)
{
    for (int lane = 0; lane < LANE_COUNT; lane++)
        if (str_is(name, lane_names[lane]))
            return true;
    struct diag *diag = diag_report(
        diags, &E416, span, "`" STR_FMT "` is not shown in a ratings timeline", STR_ARG(name));
    const char *nearest = diag_nearest(name, lane_names, LANE_COUNT, sizeof *lane_names);
    if (nearest)
        diag_hint(diags, diag, "did you mean `%s`?", nearest);
    else
        diag_hint(diags, diag, "choose from inspections, interventions, visits and leadership");
    return false;
}

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct ratings_timeline_options *timeline = options;
    bool fine = true;
    if (date_surely_after(&timeline->from, &timeline->to)) {
        struct diag *diag = diag_report(diags, &E416, SPAN_OF(timeline, to),
                                        "the timeline would end before it begins");
        diag_note(diags, diag, SPAN_OF(timeline, from), "it begins here");
        fine = false;
    }
    for (size_t i = 0; i < timeline->include.count; i++)
        fine &= check_lane(diags, timeline->include.items[i], timeline->include.spans[i]);
    return fine;
}

/* ---- what stands behind the drawing ---- */

enum { LONG_ALTERNATIVE = 600 }; /* characters that anyone is asked to listen to at once */

/* Where every event is listed, as a sentence; absent when the alternative text tells it all. */
static struct str behind_it(const struct story *story, struct str told)
{
    const struct ratings_timeline_options *options = story->options;
    if (options->elsewhere.len && told.len > LONG_ALTERNATIVE)
        return str_format(story->arena, "Every event is listed " STR_FMT ".",
                          STR_ARG(options->elsewhere));
    if (options->table == ANSWER_YES ||
        (options->table == ANSWER_ABSENT && told.len > LONG_ALTERNATIVE))
        return STR("The table below lists every event.");
    return STR_NONE;
}

static void add_table(struct composer *composer, const struct story *story)
{
    static const struct column columns[] = {{.weight = 2}, {.weight = 5}};
    struct sheet sheet = sheet_new(composer, story->briefing, columns, 2);
    sheet_heads(&sheet, (const char *const[]){"Date", "Event"});
    for (size_t i = 0; i < story->episodes.count; i++) {
        const struct episode *episode = &story->episodes.items[i];
        sheet_date(&sheet, episode->when, episode->record, episode->date_field)->header = true;
        struct phrase what = phrase_new(composer, story->briefing);
        phrase_add(&what, capital(story->arena, episode->told));
        phrase_add(&what, run_told(story, episode));
        phrase_cite(&what, episode->source);
        sheet_cell(&sheet, what.inlines);
    }
    sheet_set(&sheet, STR_NONE, "The events of the time line", caption_span(story->options));
}

/* ---- the whole ---- */

/* Title and details of each, so that whatever is wrong with one is reported where it was written.
 */
static void add_undated(struct phrase *phrase, const struct story *story)
{
    phrase_addz(phrase, "Not drawn, because no date is known: ");
    for (size_t i = 0; i < story->undated.count; i++) {
        const struct episode *episode = &story->undated.items[i];
        if (i)
            phrase_addz(phrase, "; ");
        phrase_field(phrase, episode->title, episode->record,
                     episode->title_field ? episode->title_field : episode->date_field);
        if (!episode->detail.len)
            continue;
        phrase_field_after(phrase, " (", episode->detail, episode->record,
                           episode->detail_field ? episode->detail_field : episode->date_field);
        phrase_addz(phrase, ")");
    }
    phrase_addz(phrase, ".");
}

/* What is drawn: the story, and how it is read aloud as one drawing or as several. */
struct telling {
    struct story story;
    struct str alt, behind;
};

/* What the drawing could not show is remarked below it. */
static void draw(struct canvas *canvas, const void *self)
{
    const struct telling *telling = self;
    struct story story = telling->story;
    if (!story_across(canvas, &story, telling->alt)) {
        story_down(canvas, &story, telling->alt, telling->behind);
        canvas_remark(canvas, STR("Events stand in order of time, not to scale. "));
    } else if (story.unnamed) {
        canvas_remark(canvas, str_format(story.arena,
                                         "%zu earlier %s in leadership %s marked without a name. ",
                                         story.unnamed, story.unnamed == 1 ? "change" : "changes",
                                         story.unnamed == 1 ? "is" : "are"));
    }
}

/* What is printed in the drawing. */
static void tell(const struct story *story, const struct episode *episode)
{
    const struct str texts[] = {episode->title, episode->dated, episode->detail};
    const char *const fields_of[] = {episode->title_field, episode->date_field,
                                     episode->detail_field};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        if (texts[i].len)
            printed_add(
                story->briefing,
                record_span_of(episode->record, fields_of[i] ? fields_of[i] : episode->date_field));
}

static void add_chart(struct composer *composer, const struct story *story, struct str behind,
                      const struct inline_node *note)
{
    struct span origin = caption_span(story->options);
    struct str told = story_told(story), caption = story->options->caption;
    bool long_told = told.len > LONG_ALTERNATIVE;
    struct telling *telling = ARENA_NEW(composer->arena, struct telling);
    *telling = (struct telling){*story, told, long_told ? behind : STR_NONE};
    if (behind.len && long_told)
        telling->alt = str_format(story->arena, STR_FMT " " STR_FMT,
                                  STR_ARG(story_summed_up(story)), STR_ARG(behind));
    if (!caption.len)
        caption = STR("Judgements, interventions and leadership over time");
    struct chart *chart = ARENA_NEW(composer->arena, struct chart);
    *chart = (struct chart){
        .caption = inline_text(composer->arena, caption, origin),
        .alt = telling->alt,
        .note = note,
        .draw = draw,
        .self = telling,
    };
    compose_add(composer, BLOCK_CHART, origin)->chart = chart;
    for (size_t i = 0; i < story->episodes.count; i++)
        tell(story, &story->episodes.items[i]);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    struct story story = story_new(composer->arena, briefing, options);
    struct phrase note = phrase_new(composer, briefing);
    if (story.undated.count)
        add_undated(&note, &story);
    if (!story.episodes.count) {
        set_note(composer, &note);
        return;
    }
    struct str behind = behind_it(&story, story_told(&story));
    add_chart(composer, &story, behind, note.inlines);
    if (behind.len && !str_starts(behind, "Every"))
        add_table(composer, &story);
}

const struct component component_ratings_timeline = {
    .name = "ratings-timeline",
    .doc = "A drawing of Ofsted’s grades over time, with interventions, visits and changes in "
           "leadership; dates that are not exact are hatched over the days they may mean.",
    .example = "```ratings-timeline\n"
               "include: [inspections, interventions]\n"
               "caption: How {{ council.short_name }} has been judged\n"
               "```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
