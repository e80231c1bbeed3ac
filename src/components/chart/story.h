/* The story that the ratings timeline tells: its episodes, how they are drawn and read aloud.
   It knows of no drawing. */
#ifndef COUNCILBRIEF_COMPONENTS_CHART_STORY_H
#define COUNCILBRIEF_COMPONENTS_CHART_STORY_H

#include "base/list.h"
#include "components/kit/kit.h"

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

/* Something that happened, at a time that is known more or less exactly. */
struct episode {
    enum lane lane;
    size_t added; /* its place in the order of adding, which decides within a day */
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

/* ---- story.c: from records to episodes ---- */
struct story story_new(struct arena *arena, const struct briefing *briefing,
                       const struct ratings_timeline_options *options);
/* The day at which it is marked: in the middle of those it may have been, or the last of them where
   only that is known. */
day episode_day(const struct episode *episode);

/* ---- story_words.c: what is read ---- */
const char *article_of(struct str word); /* "a", or "an" before a vowel */
struct str with_comma(struct arena *arena, struct str a, struct str b); /* either may be absent */
struct str month_text(struct arena *arena, const struct date *date);    /* "October 2015" */
struct str joined(struct arena *arena, const struct str *items, size_t count); /* "a, b and c" */
/* The whole story in sentences. */
struct str story_told(const struct story *story);
/* How many there were of what, in two sentences. */
struct str story_summed_up(const struct story *story);
/* One episode as a sentence: "In October 2015 Ofsted’s overall judgement was inadequate." */
struct str episode_told(const struct story *story, const struct episode *episode);
/* How an intervention went on: ", in force until January 2016"; absent for what has no duration. */
struct str run_told(const struct story *story, const struct episode *episode);

#endif
