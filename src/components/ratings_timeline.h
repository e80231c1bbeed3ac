/* The story that the ratings timeline tells: its episodes, how they are drawn and read aloud.
   Private to ratings_timeline.c and its parts. */
#ifndef COUNCILBRIEF_COMPONENTS_RATINGS_TIMELINE_H
#define COUNCILBRIEF_COMPONENTS_RATINGS_TIMELINE_H

#include "base/list.h"
#include "components/phrase.h"
#include "layout/drawing/drawing.h"

struct ratings_timeline_options {
    struct record_head head;
    struct date from, to;
    struct texts include;
    enum answer table;
    struct str elsewhere, caption;
};

enum lane { LANE_INSPECTIONS, LANE_INTERVENTIONS, LANE_VISITS, LANE_LEADERSHIP, LANE_COUNT };

extern const char *const lane_names[LANE_COUNT]; /* as options name them */

enum run { RUN_NOT, RUN_ON, RUN_ENDED, RUN_END_UNKNOWN }; /* of an intervention */

enum { MOST_TONES = 8 };

/* Something that happened at a time that is known more or less well. */
struct episode {
    enum lane lane;
    size_t added; /* the how manieth: the order within a day */
    const struct date *when;
    day first, last; /* it may have been on any of these, within the axis */
    enum run run;
    const struct date *until; /* of an intervention that ended; else NULL */
    day end_first, end_last;
    struct str title;  /* "Inadequate", "Statutory direction" */
    struct str dated;  /* "October 2015", "December 2013 to January 2016" */
    struct str detail; /* "SIF re-inspection", "Chief executive, appointed" */
    struct str name;   /* of a visit: "monitoring visit" */
    struct str told; /* in a sentence, without its date: "Ofsted’s overall judgement was good" */
    enum grade_tone tones[MOST_TONES]; /* of its marks: one, or one a judgement */
    size_t tone_count;
    enum mark_shape shape; /* of a leadership mark */
    const void *record;    /* with the fields that its date, title and detail are from */
    const char *date_field, *title_field, *detail_field; /* NULL: from the date's */
    struct refs source;
};

struct story {
    const struct briefing *briefing;
    const struct ratings_timeline_options *options;
    struct arena *arena;
    LIST(struct episode) episodes; /* in order of time */
    LIST(struct episode) undated;
    const bool *replaced; /* by intervention: has another taken its place? */
    day first, last;      /* the axis; last is after first */
    size_t unnamed;       /* changes in leadership for whose labels there is no room */
};

/* ---- ratings_timeline_story.c: from records to episodes ---- */
struct story story_new(struct arena *arena, const struct briefing *briefing,
                       const struct ratings_timeline_options *options);
/* Adds an episode, unless it lies outside the axis; one without a date to those told in words. */
void story_add(struct story *story, const struct episode *episode);
bool lane_is_wanted(const struct ratings_timeline_options *options, enum lane lane);
/* The day at which it is marked: in the middle of those it may have been, or the last of them where
   only that is known. */
day episode_day(const struct episode *episode);

/* ---- ratings_timeline_inspections.c ---- */
void story_add_inspection(struct story *story, const struct inspection *inspection);

/* ---- ratings_timeline_words.c: what is read ---- */
const char *article_of(struct str word); /* "a", or "an" before a vowel */
struct str with_comma(struct arena *arena, struct str a, struct str b); /* either may be absent */
struct str month_text(struct arena *arena, const struct date *date);    /* "October 2015" */
struct str when_text(struct arena *arena, const struct date *date);     /* "in October 2015" */
struct str joined(struct arena *arena, const struct str *items, size_t count); /* "a, b and c" */
/* The whole story in sentences. */
struct str story_told(const struct story *story);
/* How many there were of what, in two sentences. */
struct str story_summed_up(const struct story *story);
/* One episode as a sentence: "In October 2015 Ofsted’s overall judgement was inadequate." */
struct str episode_told(const struct story *story, const struct episode *episode);
/* How an intervention went on: ", in force until January 2016"; absent for what has no duration. */
struct str run_told(const struct story *story, const struct episode *episode);

/* ---- ratings_timeline_across.c: time from left to right ---- */
/* False, and nothing is set, when the labels have no room beside one another. */
bool story_across(struct canvas *canvas, struct story *story, struct str alt);

/* ---- ratings_timeline_down.c: time from top to bottom, over as many drawings as it takes ---- */
void story_down(struct canvas *canvas, struct story *story, struct str alt, struct str behind);

/* ---- ratings_timeline_label.c: a title with its date and its details below it ---- */
enum { LABEL_TEXTS = 3 };
struct label {
    const struct drawn_text *lines[LABEL_TEXTS]; /* the first is the title */
    milli width, height;
};
struct label label_new(struct drawing *drawing, const struct theme *theme,
                       const struct episode *episode, milli limit);
void label_place(struct drawing *drawing, const struct theme *theme, const struct label *label,
                 milli x, milli y);
struct drawn_look chart_look(bool strong, struct colour colour);
milli label_baseline(const struct label *label); /* of its first line */
/* How tall a drawing may be that shares its page with a caption. */
milli chart_room(const struct drawing *drawing, const struct theme *theme);
milli larger(milli a, milli b);

#endif
