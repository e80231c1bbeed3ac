/* The lanes of the ratings timeline: grades above the axis, interventions, visits and changes in
   leadership below it. */
#include "components/chart/across.h"

enum {
    ROW_SPACE = 4000,
    TICK = 8000,
    TICK_WIDTH = 1800,
    STEM = 600,
    LEAST_HATCH = 4000, /* what is narrower looks like a point */
};

/* ---- measures ---- */

milli across_scaled(const struct across *across, milli measure)
{
    return drawing_scaled(across->drawing, measure);
}

milli across_place(const struct across *across, const struct episode *episode)
{
    bool bar = episode->lane == LANE_INTERVENTIONS;
    return axis_at(&across->axis, bar ? episode->first : episode_day(episode));
}

milli across_mark_size(const struct across *across, const struct episode *episode)
{
    return across_scaled(across, episode->tone_count > 1 ? SMALL_MARK : MARK);
}

/* ---- heights ---- */

static milli row_height(const struct across *across, const struct flags *flags, size_t row)
{
    milli height = 0;
    for (size_t i = 0; i < flags->count; i++)
        if (flags->items[i].row == row)
            height = larger(height, flags->items[i].label.height);
    bool bars = flags == &across->bars;
    return height + across_scaled(across, bars ? BAR + 2 * ROW_SPACE : ROW_SPACE);
}

/* From the edge of the lane nearest the axis to the given row; with `flags->rows`, to its far edge.
 */
static milli rows_before(const struct across *across, const struct flags *flags, size_t row)
{
    milli height = 0;
    for (size_t i = 0; i < row; i++)
        height += row_height(across, flags, i);
    return height;
}

static milli lane_height(const struct across *across, const struct flags *flags)
{
    return rows_before(across, flags, flags->rows);
}

/* ---- drawing ---- */

/* Is the stretch between two days wide enough to look like more than a point? */
static bool is_rough(const struct across *across, day first, day last, milli point)
{
    return axis_at(&across->axis, last) - axis_at(&across->axis, first) > point;
}

static void draw_rough(const struct across *across, const struct episode *episode, milli y,
                       milli height, struct colour colour)
{
    if (!is_rough(across, episode->first, episode->last, across_scaled(across, MARK)))
        return;
    milli from = axis_at(&across->axis, episode->first);
    milli to = axis_at(&across->axis, episode->last);
    struct rect area = {from, y, to - from, height};
    drawing_hatch(across->drawing, area, colour);
    drawing_outline(across->drawing, area, across_scaled(across, STEM), colour);
}

static void draw_marks(const struct across *across, const struct flag *flag, milli x, milli y)
{
    const struct episode *episode = flag->episode;
    milli size = across_mark_size(across, episode);
    milli top = y + label_baseline(&flag->label) - size;
    x -= size / 2;
    for (size_t i = 0; i < episode->tone_count;
         i++, x += size + across_scaled(across, MARK_SPACE) / 2)
        drawing_mark(across->drawing, tone_shape(episode->tones[i]), x, top, size,
                     across->theme->tones[episode->tones[i]].mark);
}

static void draw_stem(const struct across *across, milli x, milli from, milli to)
{
    drawing_line(across->drawing, x, from, x, to, across_scaled(across, STEM),
                 across->theme->muted);
}

/* Grades stand on the axis, their lowest row nearest to it. */
static void draw_grades(const struct across *across, milli foot)
{
    const struct flags *grades = &across->grades;
    for (size_t i = 0; i < grades->count; i++) {
        const struct flag *flag = &grades->items[i];
        milli x = across_place(across, flag->episode);
        milli top = foot - rows_before(across, grades, flag->row + 1);
        draw_stem(across, x, top + label_baseline(&flag->label), foot);
        draw_rough(across, flag->episode, foot - across_scaled(across, BAR),
                   across_scaled(across, BAR), across->theme->tones[flag->episode->tones[0]].mark);
    }
    for (size_t i = 0; i < grades->count; i++) {
        const struct flag *flag = &grades->items[i];
        milli x = across_place(across, flag->episode);
        milli top = foot - rows_before(across, grades, flag->row + 1);
        label_place(across->drawing, across->theme, &flag->label, x + flag->before, top);
        draw_marks(across, flag, x, top);
    }
}

/* Solid where it surely was in force, hatched where it may have been. */
static void draw_bar(const struct across *across, const struct episode *episode, milli y)
{
    const struct axis *axis = &across->axis;
    milli from = axis_at(axis, episode->first), sure = axis_at(axis, episode->last);
    milli until = axis_at(axis, episode->end_first), end = axis_at(axis, episode->end_last);
    milli height = across_scaled(across, BAR);
    struct colour colour = across->theme->accent;
    milli point = across_scaled(across, LEAST_HATCH);
    end = larger(end, from + height / 2);
    if (!is_rough(across, episode->end_first, episode->end_last, point))
        until = end;
    if (!is_rough(across, episode->first, episode->last, point))
        sure = from;
    drawing_area(across->drawing, (struct rect){sure, y, until - sure, height}, colour);
    drawing_hatch(across->drawing, (struct rect){from, y, sure - from, height}, colour);
    drawing_hatch(across->drawing, (struct rect){until, y, end - until, height}, colour);
    drawing_outline(across->drawing, (struct rect){from, y, end - from, height},
                    across_scaled(across, STEM), colour);
}

static void draw_bars(const struct across *across, milli top)
{
    const struct flags *bars = &across->bars;
    for (size_t i = 0; i < bars->count; i++) {
        const struct flag *flag = &bars->items[i];
        milli y = top + rows_before(across, bars, flag->row);
        milli bar =
            y + row_height(across, bars, flag->row) - across_scaled(across, BAR + ROW_SPACE);
        milli x = across_place(across, flag->episode);
        label_place(across->drawing, across->theme, &flag->label, x,
                    bar - across_scaled(across, ROW_SPACE / 2) - flag->label.height);
        draw_bar(across, flag->episode, bar);
    }
}

static void draw_visits(const struct across *across, milli top)
{
    struct colour colour = across->theme->tones[TONE_NEUTRAL].mark;
    for (size_t i = 0; i < across->visits.count; i++) {
        const struct visits *visits = &across->visits.items[i];
        milli height = across_scaled(across, TICK), x = 0;
        milli tick = top + label_baseline(&visits->label) - height;
        for (size_t j = 0; j < visits->items.count; j++) {
            x = across_place(across, visits->items.items[j]);
            draw_rough(across, visits->items.items[j], tick, height, colour);
            drawing_area(across->drawing,
                         (struct rect){x - across_scaled(across, TICK_WIDTH) / 2, tick,
                                       across_scaled(across, TICK_WIDTH), height},
                         colour);
        }
        label_place(across->drawing, across->theme, &visits->label,
                    x + across_scaled(across, MARK_SPACE), top);
        top += visits->label.height + across_scaled(across, ROW_SPACE);
    }
}

static void draw_change_mark(const struct across *across, const struct flag *flag, milli baseline)
{
    milli size = across_scaled(across, SMALL_MARK);
    milli x = across_place(across, flag->episode) - size / 2;
    drawing_area(across->drawing, (struct rect){x, baseline - size, size, size},
                 across->theme->paper);
    drawing_mark(across->drawing, flag->episode->shape, x, baseline - size, size,
                 across->theme->muted);
}

static void draw_change_stem(const struct across *across, const struct flag *flag, milli top,
                             milli y)
{
    draw_stem(across, across_place(across, flag->episode), top, y + label_baseline(&flag->label));
    draw_rough(across, flag->episode, top, across_scaled(across, ROW_SPACE), across->theme->muted);
}

/* The lane hangs from a line; changes without a label stand above it. */
static void draw_changes(const struct across *across, milli top)
{
    const struct flags *changes = &across->changes, *unnamed = &across->unnamed;
    const struct axis *axis = &across->axis;
    if (!changes->count)
        return;
    for (size_t i = 0; i < unnamed->count; i++)
        draw_change_mark(across, &unnamed->items[i], top + across_scaled(across, SMALL_MARK));
    top += unnamed->count ? across_scaled(across, SMALL_MARK + ROW_SPACE / 2) : 0;
    drawing_line(across->drawing, axis->left, top, axis->left + axis->length, top,
                 across_scaled(across, STEM), across->theme->muted);
    milli rows = top + across_scaled(across, ROW_SPACE);
    for (size_t i = 0; i < changes->count; i++)
        draw_change_stem(across, &changes->items[i], top,
                         rows + rows_before(across, changes, changes->items[i].row));
    for (size_t i = 0; i < changes->count; i++) {
        const struct flag *flag = &changes->items[i];
        milli y = rows + rows_before(across, changes, flag->row);
        label_place(across->drawing, across->theme, &flag->label,
                    across_place(across, flag->episode) + flag->before, y);
        draw_change_mark(across, flag, y + label_baseline(&flag->label));
    }
}

static milli visits_height(const struct across *across)
{
    milli height = 0;
    for (size_t i = 0; i < across->visits.count; i++)
        height += across->visits.items[i].label.height + across_scaled(across, ROW_SPACE);
    return height;
}

static milli changes_height(const struct across *across)
{
    if (!across->changes.count)
        return 0;
    milli above = across->unnamed.count ? across_scaled(across, SMALL_MARK + ROW_SPACE / 2) : 0;
    return above + across_scaled(across, ROW_SPACE) + lane_height(across, &across->changes);
}

milli across_draw(const struct across *across)
{
    milli foot = lane_height(across, &across->grades);
    milli below =
        foot + axis_height(across->drawing, across->theme) + across_scaled(across, ROW_SPACE);
    milli visits = below + lane_height(across, &across->bars);
    milli changes = visits + visits_height(across);
    if (across->visits.count && across->bars.count)
        changes += across_scaled(across, ROW_SPACE);
    if (across->changes.count && changes > below)
        changes += across_scaled(across, ROW_SPACE);
    milli height = changes + changes_height(across);
    axis_draw(&across->axis, across->story, across->drawing, foot, below, height - below);
    draw_grades(across, foot);
    draw_bars(across, below);
    draw_visits(across, visits + (across->bars.count ? across_scaled(across, ROW_SPACE) : 0));
    draw_changes(across, changes);
    return height;
}
