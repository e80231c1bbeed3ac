/* What the ratings timeline says in words: dates, and the story for those who cannot see it. */
#include "components/chart/story.h"

/* ---- dates ---- */

/* A day is told as its month; a mark in a drawing is no more exact. */
static struct date to_the_month(const struct date *date)
{
    struct date month = *date;
    month.inferred = false; /* the table and the sections of the briefing say so */
    if (date->precision == DATE_DAY)
        month.precision = DATE_MONTH;
    return month;
}

struct str month_text(struct arena *arena, const struct date *date)
{
    struct date month = to_the_month(date);
    bool is_open = month.precision == DATE_INTERVAL && !month.end.precision;
    return is_open ? bounds_text(arena, &month) : date_text(arena, &month, DATE_LONG);
}

/* "in January 2018", "between 2014 and 2016", "by 2016", "on 7 January 2014 or later" */
static struct str when_text(struct arena *arena, const struct date *date)
{
    struct date month = to_the_month(date);
    const char *in = "in ";
    if (month.precision == DATE_INTERVAL && !month.end.precision)
        in = month.start.precision == DATE_DAY ? "on " : in;
    else if (month.precision == DATE_INTERVAL)
        in = "";
    return str_format(arena, "%s" STR_FMT, in, STR_ARG(bounds_text(arena, &month)));
}

struct str joined(struct arena *arena, const struct str *items, size_t count)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < count; i++) {
        if (i)
            buf_addz(&out, i + 1 < count ? ", " : " and ");
        buf_add(&out, items[i]);
    }
    return count ? buf_str(&out) : STR_NONE;
}

const char *article_of(struct str word)
{
    bool vowel = word.len && str_find(STR("aeiou"), word.at[0], 0) < sizeof "aeiou" - 1;
    return vowel ? "an" : "a";
}

struct str with_comma(struct arena *arena, struct str a, struct str b)
{
    if (!a.len || !b.len)
        return a.len ? a : b;
    return str_format(arena, STR_FMT ", " STR_FMT, STR_ARG(a), STR_ARG(b));
}

/* ---- the whole story ---- */

struct str run_told(const struct story *story, const struct episode *episode)
{
    switch (episode->run) {
    case RUN_NOT: return STR_NONE;
    case RUN_ON: return STR(" and is in force");
    case RUN_END_UNKNOWN: return STR("; its end is not known");
    case RUN_ENDED: break;
    }
    return str_format(story->arena, "; it ended " STR_FMT,
                      STR_ARG(when_text(story->arena, episode->until)));
}

struct str episode_told(const struct story *story, const struct episode *episode)
{
    struct str when = when_text(story->arena, episode->when);
    return str_format(story->arena, STR_FMT " " STR_FMT STR_FMT ".",
                      STR_ARG(capital(story->arena, when)), STR_ARG(episode->told),
                      STR_ARG(run_told(story, episode)));
}

static void add_extent(const struct story *story, struct buf *out)
{
    struct date last = date_of_day(story->last);
    buf_addf(out, "A time line from %d to " STR_FMT ".", (int)civil_from_day(story->first).year,
             STR_ARG(month_text(story->arena, &last)));
}

struct str story_told(const struct story *story)
{
    struct buf out = {.arena = story->arena};
    add_extent(story, &out);
    for (int lane = 0; lane < LANE_COUNT; lane++)
        for (size_t i = 0; i < story->episodes.count; i++) {
            const struct episode *episode = &story->episodes.items[i];
            if ((int)episode->lane == lane)
                buf_addf(&out, " " STR_FMT, STR_ARG(episode_told(story, episode)));
        }
    return buf_str(&out);
}

/* ---- the story in short ---- */

static struct str counted(struct arena *arena, size_t count, const char *one, const char *many)
{
    return str_format(arena, "%zu %s", count, count == 1 ? one : many);
}

static struct str lane_counted(const struct story *story, enum lane lane)
{
    static const char *const words[LANE_COUNT][2] = {
        [LANE_INSPECTIONS] = {"full inspection", "full inspections"},
        [LANE_INTERVENTIONS] = {"step of intervention", "steps of intervention"},
        [LANE_VISITS] = {"other inspection or visit", "other inspections and visits"},
        [LANE_LEADERSHIP] = {"change in leadership", "changes in leadership"},
    };
    size_t count = 0;
    for (size_t i = 0; i < story->episodes.count; i++)
        count += story->episodes.items[i].lane == lane;
    return count ? counted(story->arena, count, words[lane][0], words[lane][1]) : STR_NONE;
}

static const struct episode *latest_of(const struct story *story, enum lane lane)
{
    const struct episode *latest = NULL;
    for (size_t i = 0; i < story->episodes.count; i++)
        if (story->episodes.items[i].lane == lane)
            latest = &story->episodes.items[i];
    return latest;
}

struct str story_summed_up(const struct story *story)
{
    struct buf out = {.arena = story->arena};
    add_extent(story, &out);
    struct str parts[LANE_COUNT];
    size_t count = 0;
    for (int lane = 0; lane < LANE_COUNT; lane++) {
        struct str part = lane_counted(story, (enum lane)lane);
        if (part.len)
            parts[count++] = part;
    }
    buf_addf(&out, " It shows " STR_FMT ".", STR_ARG(joined(story->arena, parts, count)));
    const struct episode *latest = latest_of(story, LANE_INSPECTIONS);
    if (latest)
        buf_addf(&out, " " STR_FMT, STR_ARG(episode_told(story, latest)));
    size_t running = 0;
    for (size_t i = 0; i < story->episodes.count; i++)
        running += story->episodes.items[i].run == RUN_ON;
    if (running)
        buf_addf(&out, " %s in force at the end.",
                 running == 1 ? "One intervention is" : "Several interventions are");
    return buf_str(&out);
}
