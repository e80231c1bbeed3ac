/* The ratings timeline with time from left to right: grades above the axis, the rest below it.

   Every label begins at its mark and runs to the right. In a lane of such flags the earlier of two
   that would meet stands one row farther from the axis, so that its stem passes to the left of the
   later label: no label can meet another, nor be crossed by a stem. The axis is made so short that
   the last label ends within the column. Where that leaves too little of it, or rows pile up, the
   chart is drawn from top to bottom instead. */
#include "components/chart/across.h"

enum {
    LABEL_SPACE = 9000,  /* between labels side by side */
    GRADE_LABEL = 88000, /* as wide as labels may be, if their words allow */
    BAR_LABEL = 150000,
    CHANGE_LABEL = 150000,
    MOST_ROWS = 5, /* of grades, and of interventions */
    MOST_CHANGE_ROWS = 3,
    LEAST_AXIS = 550, /* thousandths of the column */
};

/* ---- labels ---- */

/* From the middle of the first mark to the label. */
static milli beside_marks(const struct across *across, const struct episode *episode)
{
    milli size = across_mark_size(across, episode);
    milli others =
        (milli)(episode->tone_count - 1) * (size + across_scaled(across, MARK_SPACE) / 2);
    return size / 2 + others + across_scaled(across, MARK_SPACE);
}

/* Late events get a narrow label, because the axis is cut short to make room for it. */
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
        .label = label_new(across->drawing, across->theme, episode,
                           label_limit(across, episode, limit), drawing_width(across->drawing)),
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
    visits->label = label_new(across->drawing, across->theme, of, across_scaled(across, BAR_LABEL),
                              drawing_width(across->drawing));
}

/* ---- how long the axis may be ---- */

/* Shortens the axis until whatever stands at that day has room for `reach` to its right. */
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

/* All rows beyond those that a drawing may have count as the last one. */
enum { TRACKED_ROWS = MOST_ROWS + 1 };

static size_t row_within(size_t row)
{
    return row < TRACKED_ROWS ? row : TRACKED_ROWS - 1;
}

static void count_row(struct flags *flags, size_t row)
{
    if (row + 1 > flags->rows)
        flags->rows = row + 1;
}

/* From the last flag to the first: each goes one row above all those whose marks its label would
   cover. All that matters of a row is how far left it begins. */
static void stagger(const struct across *across, struct flags *flags)
{
    milli starts[TRACKED_ROWS];
    for (size_t row = 0; row < TRACKED_ROWS; row++)
        starts[row] = INT32_MAX;
    flags->rows = flags->count ? 1 : 0;
    for (size_t i = flags->count; i-- > 0;) {
        struct flag *flag = &flags->items[i];
        milli place = across_place(across, flag->episode), start = place - flag->before;
        milli end = place + flag->before + flag->label.width + across_scaled(across, LABEL_SPACE);
        size_t row = TRACKED_ROWS;
        while (row > 0 && starts[row - 1] >= end)
            row--;
        flag->row = row_within(row);
        starts[flag->row] = start < starts[flag->row] ? start : starts[flag->row];
        count_row(flags, flag->row);
    }
}

static milli bar_end(const struct across *across, const struct flag *flag)
{
    milli start = across_place(across, flag->episode);
    milli end =
        larger(axis_at(&across->axis, flag->episode->end_last), start + across_scaled(across, BAR));
    return larger(end, start + flag->label.width) + across_scaled(across, LABEL_SPACE);
}

/* A bar takes the first row whose earlier bars have ended. */
static void pack(const struct across *across, struct flags *flags)
{
    milli ends[TRACKED_ROWS];
    for (size_t row = 0; row < TRACKED_ROWS; row++)
        ends[row] = INT32_MIN;
    for (size_t i = 0; i < flags->count; i++) {
        struct flag *flag = &flags->items[i];
        milli start = across_place(across, flag->episode);
        size_t row = 0;
        while (row < TRACKED_ROWS && ends[row] > start)
            row++;
        flag->row = row_within(row);
        ends[flag->row] = larger(ends[flag->row], bar_end(across, flag));
        count_row(flags, flag->row);
    }
}

/* The oldest changes lose their labels: those that would need one row too many, and all before
   them. A label's row depends only on later ones. */
static void thin_out(struct across *across)
{
    struct flags *changes = &across->changes;
    stagger(across, changes);
    size_t unnamed = changes->count;
    while (unnamed > 0 && changes->items[unnamed - 1].row < MOST_CHANGE_ROWS)
        unnamed--;
    across->unnamed.items = changes->items;
    across->unnamed.count = across->story->unnamed = unnamed;
    changes->items += unnamed;
    changes->count -= unnamed;
    changes->rows = 0;
    for (size_t i = 0; i < changes->count; i++)
        count_row(changes, changes->items[i].row);
}

bool story_across(struct canvas *canvas, struct story *story, struct str alt)
{
    struct drawing *drawing = drawing_open(canvas, SPAN_OF(story->options, caption));
    struct across across = {.story = story, .theme = drawing_theme(drawing), .drawing = drawing};
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
