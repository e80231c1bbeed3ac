/* The ratings timeline with time from left to right: grades above the axis, the rest below it.

   Every label begins at its mark and runs to the right. In a lane of such flags the earlier of two
   that would meet stands one row farther from the axis, so that its stem passes to the left of the
   later label: no label can meet another, nor be crossed by a stem. The axis is made so short that
   the last label ends within the column. Where that leaves too little of it, or rows pile up, the
   chart is drawn from top to bottom instead. */
#include "ratings_timeline_across.h"

enum {
    LABEL_SPACE = 9000,  /* between labels side by side */
    GRADE_LABEL = 88000, /* as wide as labels may be, if their words allow */
    BAR_LABEL = 150000,
    CHANGE_LABEL = 150000,
    MOST_ROWS = 5, /* of grades, and of interventions */
    MOST_CHANGE_ROWS = 3,
    LEAST_AXIS = 550, /* thousandths of the column */
};

milli across_scaled(const struct across *across, milli measure)
{
    return drawing_scaled(across->drawing, measure);
}

milli across_place(const struct across *across, const struct episode *episode)
{
    bool bar = episode->lane == LANE_INTERVENTIONS;
    return axis_at(&across->axis, bar ? episode->first : episode_day(episode));
}

/* ---- labels ---- */

milli across_mark_size(const struct across *across, const struct episode *episode)
{
    return across_scaled(across, episode->tone_count > 1 ? SMALL_MARK : MARK);
}

/* From the middle of the first mark to the label. */
static milli beside_marks(const struct across *across, const struct episode *episode)
{
    milli size = across_mark_size(across, episode);
    milli others =
        (milli)(episode->tone_count - 1) * (size + across_scaled(across, MARK_SPACE) / 2);
    return size / 2 + others + across_scaled(across, MARK_SPACE);
}

/* What happened late has a narrow label, for the axis ends where it has room. */
static milli label_limit(const struct across *across, const struct episode *episode, milli limit)
{
    const struct story *story = across->story;
    bool late = episode_day(episode) > story->last - (story->last - story->first) / 4;
    return across_scaled(across, late ? GRADE_LABEL : limit);
}

static void add_flag(struct across *across, struct flags *flags, const struct episode *episode,
                     milli limit, milli before)
{
    *LIST_ADD(across->story->arena, flags) = (struct flag){
        .episode = episode,
        .label =
            label_new(across->drawing, across->theme, episode, label_limit(across, episode, limit)),
        .before = before,
    };
}

static struct visits *visits_named(struct across *across, struct str name)
{
    for (size_t i = 0; i < across->visits.count; i++)
        if (str_equal(across->visits.items[i].label_of.name, name))
            return &across->visits.items[i];
    struct visits *visits = LIST_ADD(across->story->arena, &across->visits);
    visits->label_of.name = name;
    return visits;
}

static void add_episode(struct across *across, const struct episode *episode)
{
    switch (episode->lane) {
    case LANE_INSPECTIONS:
        add_flag(across, &across->grades, episode, GRADE_LABEL, beside_marks(across, episode));
        break;
    case LANE_INTERVENTIONS: add_flag(across, &across->bars, episode, BAR_LABEL, 0); break;
    case LANE_VISITS:
        *LIST_ADD(across->story->arena, &visits_named(across, episode->name)->items) = episode;
        break;
    case LANE_LEADERSHIP:
        add_flag(across, &across->changes, episode, CHANGE_LABEL,
                 across_scaled(across, SMALL_MARK) / 2 + across_scaled(across, MARK_SPACE));
        break;
    case LANE_COUNT: break;
    }
}

/* "4 monitoring visits", "Focused visit" with its month. */
static void label_visits(struct across *across, struct visits *visits)
{
    struct arena *arena = across->story->arena;
    struct episode *of = &visits->label_of;
    struct str name = of->name;
    *of = *visits->items.items[0];
    if (visits->items.count > 1) {
        of->title = str_format(arena, "%zu " STR_FMT "s", visits->items.count, STR_ARG(name));
        of->dated = STR_NONE;
    }
    visits->label = label_new(across->drawing, across->theme, of, across_scaled(across, BAR_LABEL));
}

/* ---- how long the axis may be ---- */

/* The longest axis on which what stands at a day still has `reach` to its right. */
static void leave_room(struct across *across, day at, milli reach)
{
    struct axis *axis = &across->axis;
    int64_t span = axis->last - axis->first, days = at - axis->first;
    int64_t room = drawing_width(across->drawing) - axis->left - reach;
    if (days > 0 && (int64_t)axis->length * days > room * span)
        axis->length = room > 0 ? (milli)(room * span / days) : 0;
}

static void leave_room_for(struct across *across, const struct flags *flags)
{
    for (size_t i = 0; i < flags->count; i++) {
        const struct flag *flag = &flags->items[i];
        bool bar = flag->episode->lane == LANE_INTERVENTIONS;
        leave_room(across, bar ? flag->episode->first : episode_day(flag->episode),
                   flag->before + flag->label.width);
    }
}

static void fit_axis(struct across *across)
{
    struct axis *axis = &across->axis;
    axis->first = across->story->first;
    axis->last = across->story->last;
    axis->left = across_scaled(across, MARK) / 2;
    axis->length = drawing_width(across->drawing) - axis->left;
    leave_room_for(across, &across->grades);
    leave_room_for(across, &across->bars);
    leave_room_for(across, &across->changes);
    for (size_t i = 0; i < across->visits.count; i++) {
        const struct visits *visits = &across->visits.items[i];
        leave_room(across, episode_day(visits->items.items[visits->items.count - 1]),
                   across_scaled(across, MARK_SPACE) + visits->label.width);
    }
}

/* ---- rows ---- */

/* From the last to the first: one row above all whose marks stand below its label. */
static void stagger(const struct across *across, struct flags *flags)
{
    flags->rows = flags->count ? 1 : 0;
    for (size_t i = flags->count; i-- > 0;) {
        struct flag *flag = &flags->items[i];
        milli end = across_place(across, flag->episode) + flag->before + flag->label.width +
                    across_scaled(across, LABEL_SPACE);
        flag->row = 0;
        for (size_t j = i + 1; j < flags->count; j++) {
            const struct flag *later = &flags->items[j];
            if (across_place(across, later->episode) - later->before < end &&
                later->row >= flag->row)
                flag->row = later->row + 1;
        }
        if (flag->row + 1 > flags->rows)
            flags->rows = flag->row + 1;
    }
}

static milli bar_end(const struct across *across, const struct flag *flag)
{
    milli start = across_place(across, flag->episode);
    milli end =
        larger(axis_at(&across->axis, flag->episode->end_last), start + across_scaled(across, BAR));
    return larger(end, start + flag->label.width) + across_scaled(across, LABEL_SPACE);
}

/* A bar takes the first row in which what came before it has ended. */
static void pack(const struct across *across, struct flags *flags)
{
    for (size_t i = 0; i < flags->count; i++) {
        struct flag *flag = &flags->items[i];
        milli start = across_place(across, flag->episode);
        flag->row = 0;
        for (size_t j = 0; j < i; j++)
            if (flags->items[j].row == flag->row && bar_end(across, &flags->items[j]) > start) {
                flag->row++;
                j = (size_t)-1; /* and look through that row */
            }
        if (flag->row + 1 > flags->rows)
            flags->rows = flag->row + 1;
    }
}

/* The oldest changes give up their labels. */
static void thin_out(struct across *across)
{
    struct flags *changes = &across->changes;
    across->unnamed.items = changes->items;
    stagger(across, changes);
    for (; changes->rows > MOST_CHANGE_ROWS; across->unnamed.count++) {
        changes->items++;
        changes->count--;
        stagger(across, changes);
    }
    across->story->unnamed = across->unnamed.count;
}

bool story_across(struct story *story, struct str alt)
{
    struct across across = {.story = story, .theme = flow_theme(story->flow)};
    across.drawing = drawing_open(story->flow, record_span_of(story->options, "caption"));
    for (size_t i = 0; i < story->episodes.count; i++)
        add_episode(&across, &story->episodes.items[i]);
    for (size_t i = 0; i < across.visits.count; i++)
        label_visits(&across, &across.visits.items[i]);
    fit_axis(&across);
    if (across.axis.length < (int64_t)drawing_width(across.drawing) * LEAST_AXIS / 1000)
        return false;
    stagger(&across, &across.grades);
    pack(&across, &across.bars);
    if (across.grades.rows > MOST_ROWS || across.bars.rows > MOST_ROWS)
        return false;
    thin_out(&across);
    milli height = across_draw(&across);
    if (height > chart_room(across.drawing, across.theme))
        return false;
    drawing_close(across.drawing, height, alt);
    return true;
}
