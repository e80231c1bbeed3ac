/* The drawing of grade-chart: lanes, step lines, marks and the bands of interventions; one panel
   for the overall grade, or several small ones that share the names of their lanes. */
#include "components/chart/grade_plot.h"

/* In thousandths of a point, for letters of 12 pt; 2,835 are a millimetre. */
enum {
    LANE_STEP = 34016,  /* of the only panel: 12 mm */
    SMALL_STEP = 28350, /* of one of several: 10 mm */
    HEAD_ROOM = 26000,  /* above the first lane */
    FOOT_ROOM = 24000,  /* from the last lane to the axis */
    PANEL_GAP = 19850,  /* 7 mm */
    BAR = 5670,         /* of an intervention: 2 mm */
    BAR_SPACE = 6000,   /* below it */
    SLOT = 2000,        /* of white where an end is not known; three of them */
    STEP_LINE = 2400,
    SMALL_STEP_LINE = 2000,
    MARK = 13000,
    SMALL_MARK = 8000,
    LATEST_MARK = 11000,
    LANE_MARK = 8500, /* before its name */
    LANE_LINE = 750,
    OPEN_STROKE = 1400,
    DASH = 4000,
    LABEL_GAP = 3000,
    MARK_GAP = 4500,
    MOST_PANELS = 4, /* side by side */
};

static milli y_of(const struct plot *plot, size_t lane)
{
    return plot->lanes + (milli)lane * plot->step;
}

static milli axis_of(const struct plot *plot)
{
    return y_of(plot, LANES - 1) + plot_scaled(plot, FOOT_ROOM);
}

static struct drawn_look look(bool strong, struct colour colour)
{
    return (struct drawn_look){.role = STYLE_CHART, .strong = strong, .colour = colour};
}

/* ---- lanes ---- */

static const enum grade_tone lane_tones[LANES] = {TONE_BEST, TONE_GOOD, TONE_WEAK, TONE_WORST};

/* The word of a lane: of the first grade on the scale with its rank. */
static struct str lane_word(const struct plot *plot, size_t lane)
{
    const struct briefing *briefing = plot->history->briefing;
    const struct grade_list *all = &briefing->frameworks->grades;
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].rank.known && all->items[i].rank.value == (int64_t)lane + 1 &&
            grade_is_of_today(briefing, all->items[i].id))
            return capital(plot->history->arena, all->items[i].label);
    return STR_NONE;
}

static void name_lane(const struct plot *plot, size_t lane)
{
    struct str word = lane_word(plot, lane);
    const struct drawn_look words = look(false, plot->theme->ink);
    milli size = plot_scaled(plot, LANE_MARK), indent = size + plot_scaled(plot, MARK_GAP);
    milli room = plot->left - indent;
    const struct drawn_text *name =
        drawing_text(plot->drawing, &words, word, room, ALIGN_START, plot->history->origin);
    milli top = y_of(plot, lane) - drawn_height(name) / 2;
    drawing_mark(plot->drawing, tone_shape(lane_tones[lane]), 0, top + drawn_baseline(name) - size,
                 size, plot->theme->tones[lane_tones[lane]].mark);
    drawing_place(plot->drawing, name, indent, top);
}

static void draw_lanes(const struct plot *plot)
{
    for (size_t lane = 0; lane < LANES; lane++)
        drawing_line(plot->drawing, plot->left, y_of(plot, lane), plot->left + plot->width,
                     y_of(plot, lane), plot_scaled(plot, LANE_LINE), plot->theme->lane);
}

/* ---- step lines ---- */

static void draw_stretch(const struct plot *plot, milli from, milli to, milli y, bool broken)
{
    milli dash = broken ? plot_scaled(plot, DASH) : to - from;
    for (milli x = from; x < to; x += 2 * dash)
        drawing_line(plot->drawing, x, y, x + dash < to ? x + dash : to, y, plot->stroke,
                     plot->theme->ink);
}

/* From a report to the next one that is joined, or to the day of the paper. */
static void draw_step(const struct plot *plot, const struct grade_point *point,
                      const struct grade_point *next)
{
    milli from = plot_x(plot, point->at), to = plot_x(plot, next ? next->at : plot->history->last);
    milli y = y_of(plot, point->lane), half = plot->stroke / 2;
    draw_stretch(plot, from, to, y, point->joint);
    if (!next || next->lane == point->lane)
        return;
    milli other = y_of(plot, next->lane);
    bool down = other > y;
    drawing_line(plot->drawing, to, down ? y - half : y + half, to,
                 down ? other + half : other - half, plot->stroke, plot->theme->ink);
}

static const struct grade_point *next_joined(const struct grade_line *line, size_t from)
{
    for (size_t i = from; i < line->points.count; i++)
        if (!line->points.items[i].alone)
            return &line->points.items[i];
    return NULL;
}

static void draw_steps(const struct plot *plot)
{
    const struct grade_line *line = plot->line;
    for (size_t i = 0; i < line->points.count; i++)
        if (!line->points.items[i].alone)
            draw_step(plot, &line->points.items[i], next_joined(line, i + 1));
}

/* ---- marks and their months ---- */

static bool is_latest(const struct plot *plot, const struct grade_point *point)
{
    const struct grade_line *line = plot->line;
    return point == &line->points.items[line->points.count - 1];
}

static milli mark_size(const struct plot *plot, const struct grade_point *point)
{
    if (!plot->small)
        return plot_scaled(plot, MARK);
    return plot_scaled(plot, is_latest(plot, point) ? LATEST_MARK : SMALL_MARK);
}

static void draw_point(const struct plot *plot, const struct grade_point *point)
{
    milli size = mark_size(plot, point);
    enum grade_tone tone = lane_tones[point->lane];
    milli x = plot_x(plot, point->at) - size / 2, y = y_of(plot, point->lane) - size / 2;
    bool open =
        point->alone || point->joint || !grade_is_of_today(plot->history->briefing, point->grade);
    if (open)
        drawing_open_mark(plot->drawing, tone_shape(tone), x, y, size,
                          plot_scaled(plot, OPEN_STROKE), plot->theme->tones[tone].mark);
    else
        drawing_mark(plot->drawing, tone_shape(tone), x, y, size, plot->theme->tones[tone].mark);
}

static bool is_free(const struct plot *plot, const struct placed *wanted, milli height)
{
    for (size_t i = 0; i < plot->label_count; i++) {
        const struct placed *one = &plot->labels[i];
        milli gap = plot_scaled(plot, MARK_GAP);
        bool apart = wanted->right + gap < one->left || wanted->left > one->right + gap ||
                     wanted->top >= one->top + height || wanted->top + height <= one->top;
        if (!apart)
            return false;
    }
    return true;
}

/* Below the mark where the line comes down to it, else above; within the plot. */
static struct placed place_for(const struct plot *plot, const struct grade_point *point,
                               milli width, milli height)
{
    const struct grade_point *before = NULL;
    for (const struct grade_point *one = plot->line->points.items; one < point; one++)
        before = one->alone ? before : one;
    bool falls = !point->alone && before && before->lane < point->lane;
    milli away = mark_size(plot, point) / 2 + plot_scaled(plot, LABEL_GAP);
    milli y = y_of(plot, point->lane), x = plot_x(plot, point->at) - width / 2;
    if (x + width > plot->left + plot->width)
        x = plot->left + plot->width - width;
    if (x < plot->left)
        x = plot->left;
    milli top = falls ? y + away : y - away - height;
    return (struct placed){.left = x, .right = x + width, .top = top};
}

/* Does the last name end with the same? */
static bool was_said(const struct plot *plot, struct str name)
{
    struct str said = plot->said;
    return said.len >= name.len && str_equal(str_part(said, said.len - name.len, said.len), name);
}

/* False where it would stand on another, or say again what the last one said. */
static bool set_label(struct plot *plot, const struct grade_point *point, struct str text)
{
    const struct drawn_look words = look(is_latest(plot, point), plot->theme->ink);
    milli width = drawing_text_width(plot->drawing, &words, text);
    const struct drawn_text *label =
        drawing_text(plot->drawing, &words, text, width + 1, ALIGN_START, plot->history->origin);
    struct placed place = place_for(plot, point, width, drawn_height(label));
    if (plot->label_count == MOST_LABELS || was_said(plot, text) ||
        !is_free(plot, &place, drawn_height(label)))
        return false;
    place.text = label;
    plot->labels[plot->label_count++] = place;
    plot->said = text;
    return true;
}

/* The month, else the year, else a number that is explained below. */
static void name_point(struct plot *plot, const struct grade_point *point)
{
    struct arena *arena = plot->history->arena;
    if (set_label(plot, point, point->month))
        return;
    if (set_label(plot, point, str_format(arena, "%d", (int)civil_from_day(point->at).year)))
        return;
    plot->numbers++;
    if (set_label(plot, point, str_format(arena, "%zu", plot->numbers)))
        buf_addf(&plot->numbered, "%zu: " STR_FMT ". ", plot->numbers, STR_ARG(point->month));
}

/* The latest is named first, which is never shortened; but what is named is read from the left. */
static void draw_points(struct plot *plot)
{
    const struct grade_line *line = plot->line;
    for (size_t i = 0; i < line->points.count; i++)
        draw_point(plot, &line->points.items[i]);
    for (size_t i = line->points.count; !plot->small && i-- > 0;)
        name_point(plot, &line->points.items[i]);
    for (size_t i = plot->label_count; i-- > 0;) {
        const struct placed *one = &plot->labels[i];
        drawing_place(plot->drawing, one->text, one->left, one->top);
    }
}

/* ---- interventions ---- */

static milli row_height(const struct plot *plot)
{
    const struct text_style *style = &plot->theme->styles[STYLE_CHART];
    return style->leading + plot_scaled(plot, BAR + BAR_SPACE);
}

static void draw_band_ground(const struct plot *plot, const struct grade_band *band, milli top)
{
    milli from = plot_x(plot, band->from), to = plot_x(plot, band->to);
    struct rect area = {from, top, to - from - plot_scaled(plot, SLOT) / 2, axis_of(plot) - top};
    if (!band->letter)
        drawing_area(plot->drawing, area, plot->theme->band);
}

/* Three white slots where the day of its end is not known. */
static void draw_bar(const struct plot *plot, const struct grade_band *band, milli top)
{
    milli from = plot_x(plot, band->from), to = plot_x(plot, band->to),
          slot = plot_scaled(plot, SLOT);
    milli least = 8 * slot;
    to = to - from < least ? from + least : to;
    struct rect bar = {from, top, to - from - slot / 2, plot_scaled(plot, BAR)};
    drawing_area(plot->drawing, bar, plot->theme->accent);
    for (milli i = 0; i < 3 && band->end == BAND_END_UNKNOWN; i++) {
        struct rect gap = {to - (2 * i + 2) * slot, top, slot, bar.height};
        drawing_area(plot->drawing, gap, plot->theme->paper);
    }
}

/* Where the next name of its row begins, or the plot ends. */
static milli name_room(const struct plot *plot, const struct grade_band *band)
{
    milli end = plot->left + plot->width;
    for (size_t i = plot->history->bands.count; i-- > 0;) {
        const struct grade_band *other = &plot->history->bands.items[i];
        if (other == band)
            break;
        if (other->row == band->row)
            end = plot_x(plot, other->from) - plot_scaled(plot, MARK_GAP);
    }
    return end - plot_x(plot, band->from);
}

static bool try_name(struct plot *plot, struct str name, milli x, milli room, milli top)
{
    if (plot_width(plot, name, true) > room || was_said(plot, name))
        return false;
    plot->said = name;
    plot_text(plot, name, true, plot->theme->accent, x, top);
    return true;
}

/* The whole name, else its year, else a number that is explained below. */
static void name_band(struct plot *plot, const struct grade_band *band, milli top)
{
    struct arena *arena = plot->history->arena;
    milli room = name_room(plot, band), x = plot_x(plot, band->from);
    milli width = plot_width(plot, band->name, true), end = plot->left + plot->width;
    if (plot->history->bands.count == 1 && width > room && width < plot->width) {
        plot_text(plot, band->name, true, plot->theme->accent, end - width, top);
        return;
    }
    if (try_name(plot, band->name, x, room, top) || try_name(plot, band->year, x, room, top))
        return;
    struct str number = str_format(arena, "%zu", plot->numbers + 1);
    if (!try_name(plot, number, x, room, top))
        return;
    plot->numbers++;
    buf_addf(&plot->numbered, STR_FMT ": " STR_FMT ". ", STR_ARG(number), STR_ARG(band->name));
}

static void draw_letter(const struct plot *plot, const struct grade_band *band, milli top)
{
    milli x = plot_x(plot, band->from), thick = plot_scaled(plot, SLOT);
    struct rect tick = {x - thick / 2, top, thick, plot_scaled(plot, BAR)};
    drawing_area(plot->drawing, tick, plot->theme->accent);
}

static void name_row(const struct plot *plot, size_t row, milli top)
{
    const struct drawn_look words = look(false, plot->theme->ink);
    const struct drawn_text *name =
        drawing_text(plot->drawing, &words, plot->history->rows.items[row],
                     plot->left - plot_scaled(plot, MARK_GAP), ALIGN_START, plot->history->origin);
    drawing_place(plot->drawing, name, 0, top + plot_scaled(plot, BAR_SPACE));
}

/* Grounds first: whatever follows is drawn on them. */
static void draw_bands(struct plot *plot)
{
    const struct history *history = plot->history;
    const struct text_style *style = &plot->theme->styles[STYLE_CHART];
    milli rows = plot->small ? plot->lanes - plot_scaled(plot, HEAD_ROOM) / 2 : 0;
    for (size_t i = 0; i < history->bands.count; i++) {
        const struct grade_band *band = &history->bands.items[i];
        milli top = plot->small ? rows : (milli)band->row * row_height(plot) + style->leading;
        draw_band_ground(plot, band, top);
    }
    for (size_t row = 0; row < history->rows.count && !plot->small; row++)
        name_row(plot, row, (milli)row * row_height(plot));
    for (size_t i = 0; i < history->bands.count && !plot->small; i++) {
        const struct grade_band *band = &history->bands.items[i];
        milli top = (milli)band->row * row_height(plot);
        name_band(plot, band, top);
        if (band->letter)
            draw_letter(plot, band, top + style->leading);
        else
            draw_bar(plot, band, top + style->leading);
    }
}

/* ---- panels ---- */

static milli draw_panel(struct plot *plot)
{
    draw_bands(plot);
    draw_lanes(plot);
    milli axis = plot_axis(plot, axis_of(plot));
    draw_steps(plot);
    draw_points(plot);
    return axis_of(plot) + axis;
}

static void draw_overall(struct canvas *canvas, const struct history *history)
{
    struct drawing *drawing = drawing_open(canvas, history->origin);
    struct plot plot = plot_new(drawing, history, &history->lines.items[0]);
    plot.step = plot_scaled(&plot, LANE_STEP);
    plot.stroke = plot_scaled(&plot, STEP_LINE);
    plot.lanes = (milli)history->rows.count * row_height(&plot) + plot_scaled(&plot, HEAD_ROOM);
    milli height = draw_panel(&plot);
    for (size_t lane = 0; lane < LANES; lane++)
        name_lane(&plot, lane);
    drawing_close(drawing, height, history_told(history));
    if (plot.numbered.len)
        canvas_remark(canvas, buf_str(&plot.numbered));
}

/* Above a small one: whose grades they are, and the latest in words. */
static milli head_panel(const struct plot *plot, milli top)
{
    const struct grade_line *line = plot->line;
    const struct drawn_look strong = {
        .role = STYLE_TABLE, .strong = true, .colour = plot->theme->ink};
    const struct drawn_look plain = look(false, plot->theme->ink);
    const struct drawn_text *name = drawing_text(plot->drawing, &strong, line->name, plot->width,
                                                 ALIGN_START, plot->history->origin);
    struct str grade = capital(
        plot->history->arena,
        grade_label(plot->history->briefing, line->points.items[line->points.count - 1].grade));
    const struct drawn_text *latest =
        drawing_text(plot->drawing, &plain, grade, plot->width, ALIGN_START, plot->history->origin);
    if (top >= 0) {
        drawing_place(plot->drawing, name, plot->left, 0);
        drawing_place(plot->drawing, latest, plot->left, top);
    }
    return top >= 0 ? drawn_height(latest) : drawn_height(name);
}

static void draw_small(struct canvas *canvas, const struct history *history, size_t first,
                       size_t count)
{
    struct drawing *drawing = drawing_open(canvas, history->origin);
    struct plot plots[MOST_PANELS];
    milli names = 0, latest = 0, height = 0, gap = drawing_scaled(drawing, PANEL_GAP);
    for (size_t i = 0; i < count; i++) {
        struct plot *plot = &plots[i];
        *plot = plot_new(drawing, history, &history->lines.items[first + i]);
        plot->small = true;
        plot->width = (plot->width - (MOST_PANELS - 1) * gap) / MOST_PANELS;
        plot->left += (milli)i * (plot->width + gap);
        plot->step = plot_scaled(plot, SMALL_STEP);
        plot->stroke = plot_scaled(plot, SMALL_STEP_LINE);
        milli own = head_panel(plot, -1);
        names = own > names ? own : names;
    }
    for (size_t i = 0; i < count; i++) {
        milli own = head_panel(&plots[i], names);
        latest = own > latest ? own : latest;
    }
    for (size_t i = 0; i < count; i++) {
        plots[i].lanes = names + latest + plot_scaled(&plots[i], HEAD_ROOM) / 2;
        height = draw_panel(&plots[i]);
    }
    for (size_t lane = 0; lane < LANES; lane++)
        name_lane(&plots[0], lane);
    struct history part = *history;
    part.lines.items += first;
    part.lines.count = count;
    drawing_close(drawing, height, history_told(&part));
}

void history_draw(struct canvas *canvas, const void *self)
{
    const struct history *history = self;
    if (history->overall) {
        draw_overall(canvas, history);
        return;
    }
    for (size_t first = 0; first < history->lines.count; first += MOST_PANELS) {
        size_t left = history->lines.count - first;
        draw_small(canvas, history, first, left < MOST_PANELS ? left : MOST_PANELS);
    }
}
