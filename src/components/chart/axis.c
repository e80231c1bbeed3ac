/* The horizontal axis of the ratings timeline: a band for each framework, ticks for the years,
 * labels. */
#include "components/chart/across.h"
#include "components/chart/chart.h"

/* ---- labels of the ratings timeline ---- */

struct drawn_look chart_look(bool strong, struct colour colour)
{
    return (struct drawn_look){.role = STYLE_CHART, .strong = strong, .colour = colour};
}

milli larger(milli a, milli b)
{
    return a > b ? a : b;
}

milli chart_room(const struct drawing *drawing, const struct theme *theme)
{
    enum { CAPTION_LINES = 2 };
    const struct text_style *caption = &theme->styles[STYLE_CAPTION];
    return drawing_most_height(drawing) - CAPTION_LINES * caption->leading - caption->space_before -
           caption->space_after - theme->styles[STYLE_CHART].space_before;
}

/* In as many lines as `limit` makes of it; no word is broken. */
static const struct drawn_text *fit(struct drawing *drawing, const struct drawn_look *look,
                                    struct str text, milli limit, milli most, struct span origin)
{
    milli word = drawing_word_width(drawing, look, text);
    milli width = larger(word, limit);
    return drawing_text(drawing, look, text, width < most ? width : most, ALIGN_START, origin);
}

struct label label_new(struct drawing *drawing, const struct theme *theme,
                       const struct episode *episode, milli limit, milli most)
{
    const char *const fields[LABEL_TEXTS] = {episode->title_field, episode->date_field,
                                             episode->detail_field};
    bool strong = episode->lane == LANE_INSPECTIONS || episode->lane == LANE_INTERVENTIONS;
    const struct str texts[LABEL_TEXTS] = {episode->title, episode->dated, episode->detail};
    struct label label = {0};
    for (size_t i = 0; i < LABEL_TEXTS; i++) {
        struct drawn_look look = chart_look(strong && !i, i ? theme->muted : theme->ink);
        const char *field = fields[i] ? fields[i] : episode->date_field;
        label.lines[i] =
            fit(drawing, &look, texts[i], limit, most, record_span_of(episode->record, field));
        label.width = larger(label.width, drawn_width(label.lines[i]));
        label.height += drawn_height(label.lines[i]);
    }
    return label;
}

milli label_baseline(const struct label *label)
{
    return drawn_baseline(label->lines[0]);
}

void label_place(struct drawing *drawing, const struct theme *theme, const struct label *label,
                 milli x, milli y)
{
    enum { MARGIN = 1000 };
    drawing_area(drawing, (struct rect){x - MARGIN, y, label->width + 2 * MARGIN, label->height},
                 theme->paper);
    for (size_t i = 0; i < LABEL_TEXTS; i++) {
        drawing_place(drawing, label->lines[i], x, y);
        y += drawn_height(label->lines[i]);
    }
}

/* ---- the horizontal axis of the ratings timeline ---- */

enum {
    BAND_PAD = 2500, /* above and below the name of a framework */
    BAND_GAP = 1000, /* of paper between bands */
    TICK_LENGTH = 4000,
    TICK_SPACE = 4000, /* beside the label of a tick */
    HAIR = 500,
    MONTHS_IN_YEAR = 12,
};

milli axis_at(const struct axis *axis, day at)
{
    return axis->left +
           (milli)((int64_t)(at - axis->first) * axis->length / (axis->last - axis->first));
}

static milli band_height(struct drawing *drawing, const struct theme *theme)
{
    return theme->styles[STYLE_CHART].leading + 2 * drawing_scaled(drawing, BAND_PAD);
}

milli axis_height(struct drawing *drawing, const struct theme *theme)
{
    return band_height(drawing, theme) + drawing_scaled(drawing, TICK_LENGTH) / 2 +
           theme->styles[STYLE_CHART].leading;
}

/* ---- bands ---- */

/* The time of a family of full inspections, until the next family begins. */
struct band {
    struct str name, family;
    day from, to;
};

struct bands {
    struct band *items;
    size_t count, capacity;
};

static void add_band(struct arena *arena, struct bands *bands, const struct framework *framework)
{
    if (framework->full != ANSWER_YES || !framework->from.precision)
        return;
    for (size_t i = 0; i < bands->count; i++)
        if (str_equal(bands->items[i].family, framework->family))
            return;
    struct band band = {framework->short_label, framework->family, framework->from.first,
                        DAY_OPEN_END};
    LIST_ADD(arena, bands);
    size_t at = bands->count - 1;
    for (; at > 0 && bands->items[at - 1].from > band.from; at--)
        bands->items[at] = bands->items[at - 1];
    bands->items[at] = band;
}

static struct bands bands_within(const struct axis *axis, const struct story *story)
{
    struct bands all = {0}, bands = {0};
    const struct framework_list *frameworks = &story->briefing->frameworks->frameworks;
    for (size_t i = 0; i < frameworks->count; i++)
        add_band(story->arena, &all, &frameworks->items[i]);
    for (size_t i = 0; i < all.count; i++) {
        struct band band = all.items[i];
        band.to = i + 1 < all.count ? all.items[i + 1].from : axis->last;
        if (band.to > axis->last)
            band.to = axis->last;
        if (band.from < axis->first)
            band.from = axis->first;
        if (band.from < band.to)
            *LIST_ADD(story->arena, &bands) = band;
    }
    return bands;
}

static bool has_room(const struct axis *axis, struct drawing *drawing, const struct band *band,
                     const struct drawn_look *look)
{
    milli room = axis_at(axis, band->to) - axis_at(axis, band->from);
    return drawing_text_width(drawing, look, band->name) +
               2 * drawing_scaled(drawing, TICK_SPACE) <=
           room;
}

/* Frameworks whose names do not fit become one band, "earlier". */
static void join_earlier(const struct axis *axis, struct drawing *drawing, struct bands *bands,
                         const struct drawn_look *look)
{
    size_t first = bands->count;
    while (first > 0 &&
           (has_room(axis, drawing, &bands->items[first - 1], look) || first == bands->count))
        first--;
    if (!first)
        return;
    bands->items[first - 1].from = bands->items[0].from;
    bands->items[first - 1].name = STR("earlier");
    bands->items += first - 1;
    bands->count -= first - 1;
}

static void draw_bands(const struct axis *axis, const struct story *story, struct drawing *drawing,
                       milli y)
{
    const struct theme *theme = drawing_theme(drawing);
    const struct drawn_look look = chart_look(true, theme->accent);
    struct bands bands = bands_within(axis, story);
    join_earlier(axis, drawing, &bands, &look);
    for (size_t i = 0; i < bands.count; i++) {
        const struct band *band = &bands.items[i];
        milli from = axis_at(axis, band->from), to = axis_at(axis, band->to);
        milli gap = i + 1 < bands.count ? drawing_scaled(drawing, BAND_GAP) : 0;
        drawing_area(drawing, (struct rect){from, y, to - from - gap, band_height(drawing, theme)},
                     theme->band);
        if (has_room(axis, drawing, band, &look))
            drawing_place(
                drawing,
                drawing_text(drawing, &look, band->name, to - from, ALIGN_START, (struct span){0}),
                from + drawing_scaled(drawing, TICK_SPACE), y + drawing_scaled(drawing, BAND_PAD));
    }
}

/* ---- ticks ---- */

/* The month that is `months` after that of a day, as its first day. */
static day month_after(day from, int months)
{
    struct civil civil = civil_from_day(from);
    int month = civil.month - 1 + months;
    return day_from_civil(civil.year + month / MONTHS_IN_YEAR, month % MONTHS_IN_YEAR + 1, 1);
}

static struct str tick_text(struct arena *arena, day at, int step)
{
    struct date date = {
        .precision = step < MONTHS_IN_YEAR ? DATE_MONTH : DATE_YEAR, .first = at, .last = at};
    return date_text(arena, &date, DATE_SHORT);
}

/* The smallest step, in months, at which labels do not overlap: whole years, unless the axis is
   short. */
static int tick_step(const struct axis *axis, const struct story *story, struct drawing *drawing,
                     const struct drawn_look *look)
{
    static const int steps[] = {1, 3, 6, 12, 24, 60, 120, 240, 600, 1200};
    enum { STEPS = sizeof steps / sizeof *steps, LONG = 730, FIRST_OF_YEARS = 3 };
    size_t i = axis->last - axis->first > LONG ? FIRST_OF_YEARS : 0;
    for (; i + 1 < STEPS; i++) {
        milli room = axis_at(axis, month_after(axis->first, steps[i])) - axis->left;
        milli label =
            drawing_text_width(drawing, look, tick_text(story->arena, axis->first, steps[i]));
        if (label + 2 * drawing_scaled(drawing, TICK_SPACE) <= room)
            break;
    }
    return steps[i];
}

static void draw_tick(const struct axis *axis, struct drawing *drawing, const struct theme *theme,
                      const struct drawn_text *label, milli x, milli y)
{
    milli length = drawing_scaled(drawing, TICK_LENGTH);
    milli top = y + band_height(drawing, theme);
    milli beside = x + drawing_scaled(drawing, TICK_SPACE);
    drawing_line(drawing, x, top, x, top + length, drawing_scaled(drawing, HAIR), theme->muted);
    if (beside + drawn_width(label) <= larger(axis->left + axis->length, beside) ||
        beside + drawn_width(label) <= drawing_width(drawing))
        drawing_place(drawing, label, beside, top + length / 2);
}

void axis_draw(const struct axis *axis, const struct story *story, struct drawing *drawing, milli y,
               milli below, milli depth)
{
    const struct theme *theme = drawing_theme(drawing);
    const struct drawn_look look = chart_look(false, theme->muted);
    int step = tick_step(axis, story, drawing, &look);
    for (day at = axis->first; at <= axis->last; at = month_after(at, step)) {
        milli x = axis_at(axis, at);
        drawing_line(drawing, x, below, x, below + depth, drawing_scaled(drawing, HAIR),
                     theme->rule);
        draw_tick(axis, drawing, theme,
                  drawing_text(drawing, &look, tick_text(story->arena, at, step),
                               drawing_width(drawing), ALIGN_START, (struct span){0}),
                  x, y);
    }
    draw_bands(axis, story, drawing, y);
}
