/* Where days stand in a drawing of grades, and the axis below it. */
#include "components/chart/grade_plot.h"

enum {
    ZONE_SHARE = 259,  /* of the width, in thousandths, where the theme has no zone */
    RIGHT_ROOM = 6500, /* half of a mark */
    AXIS_LINE = 750,
    TICK = 4250,    /* 1.5 mm */
    MOST_YEARS = 8, /* each is named; of more, every second */
};

milli plot_scaled(const struct plot *plot, milli measure)
{
    return drawing_scaled(plot->drawing, measure);
}

struct plot plot_new(struct drawing *drawing, const struct history *history,
                     const struct grade_line *line)
{
    struct plot plot = {.drawing = drawing,
                        .theme = drawing_theme(drawing),
                        .history = history,
                        .line = line,
                        .numbered = {.arena = history->arena}};
    plot.left = theme_axis(plot.theme) > 0
                    ? theme_axis(plot.theme)
                    : (milli)((int64_t)drawing_width(drawing) * ZONE_SHARE / 1000);
    plot.width = drawing_width(drawing) - plot.left - plot_scaled(&plot, RIGHT_ROOM);
    return plot;
}

milli plot_x(const struct plot *plot, day at)
{
    int64_t span = plot->history->last - plot->history->first;
    int64_t part = at < plot->history->first ? 0 : at - plot->history->first;
    return plot->left + (milli)(plot->width * (part < span ? part : span) / span);
}

static struct drawn_look look(bool strong, struct colour colour)
{
    return (struct drawn_look){.role = STYLE_CHART, .strong = strong, .colour = colour};
}

milli plot_width(const struct plot *plot, struct str text, bool strong)
{
    const struct drawn_look words = look(strong, plot->theme->ink);
    return drawing_text_width(plot->drawing, &words, text);
}

void plot_text(const struct plot *plot, struct str text, bool strong, struct colour colour, milli x,
               milli y)
{
    const struct drawn_look words = look(strong, colour);
    milli width = drawing_text_width(plot->drawing, &words, text);
    drawing_place(
        plot->drawing,
        drawing_text(plot->drawing, &words, text, width + 1, ALIGN_START, plot->history->origin), x,
        y);
}

/* ---- the axis ---- */

static void name_year(const struct plot *plot, int year, milli x, enum cell_align align, milli y)
{
    struct str text = str_format(plot->history->arena, "%d", year);
    milli width = plot_width(plot, text, false);
    milli left = align == ALIGN_CENTRE ? x - width / 2 : align == ALIGN_END ? x - width : x;
    milli most = plot->small ? plot->left + plot->width : drawing_width(plot->drawing);
    most -= width;
    plot_text(plot, text, false, plot->theme->ink, left < most ? left : most,
              y + plot_scaled(plot, TICK));
}

static void draw_tick(const struct plot *plot, milli x, milli y)
{
    drawing_line(plot->drawing, x, y, x, y + plot_scaled(plot, TICK), plot_scaled(plot, AXIS_LINE),
                 plot->theme->ink);
}

/* From the left, as they are read: each, or every second up to the last. */
static void draw_years(const struct plot *plot, milli y, int first, int last)
{
    int every = last - first >= MOST_YEARS ? 2 : 1;
    for (int year = last - (last - first) / every * every; year <= last; year += every) {
        milli x = plot_x(plot, day_from_civil(year, 1, 1));
        draw_tick(plot, x, y);
        name_year(plot, year, x, ALIGN_CENTRE, y);
    }
}

milli plot_axis(const struct plot *plot, milli y)
{
    int first = civil_from_day(plot->history->first).year;
    int last = civil_from_day(plot->history->last).year;
    drawing_line(plot->drawing, plot->left, y, plot->left + plot->width, y,
                 plot_scaled(plot, AXIS_LINE), plot->theme->ink);
    if (!plot->small) {
        draw_years(plot, y, first, last);
    } else {
        draw_tick(plot, plot->left, y);
        name_year(plot, first, plot->left, ALIGN_START, y);
        draw_tick(plot, plot_x(plot, day_from_civil(last, 1, 1)), y);
        if (last > first)
            name_year(plot, last, plot->left + plot->width, ALIGN_END, y);
    }
    return plot_scaled(plot, TICK) + plot->theme->styles[STYLE_CHART].leading;
}
