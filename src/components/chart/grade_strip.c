/* grade-strip: for the first page, the overall grade and the interventions as ribbons on one axis,
   with their words inside. */
#include "components/chart/grade_plot.h"

enum {
    RIBBON = 19850, /* 7 mm */
    RIBBON_GAP = 3000,
    MARK = 8500,
    PAD = 5000,
    MARK_GAP = 4000,
    EDGE = 750,
    STROKE = 2000, /* where an intervention begins, and of what is not filled */
    SLOT = 2000,   /* of white where an end is not known; three of them */
};

/* ---- the grade ---- */

/* A part of the ribbon; one that is too short for its word has the word above, at its right end. */
struct part {
    milli left, right, top;
    struct str word;
    enum grade_tone tone;
    bool open; /* not the whole service: outlined */
};

static milli height_of(const struct plot *plot)
{
    return plot_scaled(plot, RIBBON);
}

static milli text_top(const struct plot *plot, milli top)
{
    return top + (height_of(plot) - plot->theme->styles[STYLE_CHART].leading) / 2;
}

static void draw_ground(const struct plot *plot, const struct part *part)
{
    const struct tone *tone = &plot->theme->tones[part->tone];
    struct rect area = {part->left, part->top, part->right - part->left, height_of(plot)};
    if (!part->open)
        drawing_area(plot->drawing, area, tone->fill);
    drawing_outline(plot->drawing, area, plot_scaled(plot, EDGE),
                    part->open ? tone->mark : plot->theme->ink);
}

static void draw_mark(const struct plot *plot, const struct part *part, milli x)
{
    const struct tone *tone = &plot->theme->tones[part->tone];
    milli mark = plot_scaled(plot, MARK);
    if (mark <= part->right - part->left)
        drawing_mark(plot->drawing, tone_shape(part->tone), x,
                     part->top + (height_of(plot) - mark) / 2, mark,
                     part->open ? tone->mark : tone->ink);
}

/* Inside, else above where that is still free: `*free` is how far to the right. */
static void draw_word(struct plot *plot, const struct part *part, milli *free)
{
    milli mark = plot_scaled(plot, MARK), pad = plot_scaled(plot, PAD);
    milli indent = pad + mark + plot_scaled(plot, MARK_GAP);
    milli width = plot_width(plot, part->word, true), room = part->right - part->left;
    if (indent + width + pad <= room) {
        plot->said = part->word;
        draw_mark(plot, part, part->left + pad);
        plot_text(plot, part->word, !part->open,
                  part->open ? plot->theme->ink : plot->theme->tones[part->tone].ink,
                  part->left + indent, text_top(plot, part->top));
        return;
    }
    draw_mark(plot, part, part->left + (room - mark) / 2);
    milli left = part->right - width;
    if (part->right > *free || left < plot->left || str_equal(part->word, plot->said))
        return;
    plot->said = part->word;
    plot_text(plot, part->word, true, plot->theme->ink, left,
              part->top - plot->theme->styles[STYLE_CHART].leading);
    *free = left - pad;
}

static struct part part_of(const struct plot *plot, size_t i, milli top)
{
    static const enum grade_tone tones[LANES] = {TONE_BEST, TONE_GOOD, TONE_WEAK, TONE_WORST};
    const struct grade_line *line = plot->line;
    const struct grade_point *point = &line->points.items[i];
    bool last = i + 1 == line->points.count;
    struct arena *arena = plot->history->arena;
    struct str word = grade_label(plot->history->briefing, point->grade);
    return (struct part){
        .left = plot_x(plot, point->at),
        .right = plot_x(plot, last ? plot->history->last : line->points.items[i + 1].at),
        .top = top,
        .word = point->alone ? str_format(arena, "Parts " STR_FMT, STR_ARG(word))
                             : capital(arena, word),
        .tone = tones[point->lane],
        .open = point->alone,
    };
}

/* Neighbours that say the same are one part: what counts is how long it was so. The latest is named
   first. */
static void draw_grades(struct plot *plot, milli top)
{
    milli free = plot->left + plot->width;
    for (size_t i = plot->line->points.count; i-- > 0;) {
        struct part part = part_of(plot, i, top);
        while (i > 0 && str_equal(part_of(plot, i - 1, top).word, part.word))
            part.left = part_of(plot, --i, top).left;
        draw_ground(plot, &part);
        draw_word(plot, &part, &free);
    }
}

/* ---- interventions ---- */

static void draw_band(const struct plot *plot, const struct grade_band *band, milli top)
{
    milli slot = plot_scaled(plot, SLOT), from = plot_x(plot, band->from);
    milli to = plot_x(plot, band->to), least = 8 * slot;
    to = to - from < least ? from + least : to;
    struct rect area = {from, top, to - from, height_of(plot)};
    drawing_area(plot->drawing, area, plot->theme->strip);
    drawing_area(plot->drawing, (struct rect){from, top, plot_scaled(plot, STROKE), area.height},
                 plot->theme->accent);
    for (milli i = 0; i < 3 && band->end == BAND_END_UNKNOWN; i++)
        drawing_area(plot->drawing, (struct rect){to - (2 * i + 2) * slot, top, slot, area.height},
                     plot->theme->paper);
    milli room =
        to - from - 2 * plot_scaled(plot, PAD) - (band->end == BAND_END_UNKNOWN ? 6 * slot : 0);
    struct str name = band->name;
    if (plot_width(plot, name, false) > room)
        name = band->year;
    if (plot_width(plot, name, false) <= room)
        plot_text(plot, name, false, plot->theme->ink, from + plot_scaled(plot, PAD),
                  text_top(plot, top));
}

static void name_row(const struct plot *plot, struct str name, milli top)
{
    const struct drawn_look words = {.role = STYLE_CHART, .colour = plot->theme->ink};
    const struct drawn_text *text =
        drawing_text(plot->drawing, &words, name, plot->left - plot_scaled(plot, MARK_GAP),
                     ALIGN_START, plot->history->origin);
    drawing_place(plot->drawing, text, 0, top + (height_of(plot) - drawn_height(text)) / 2);
}

static bool has_bands(const struct history *history, size_t row)
{
    for (size_t i = 0; i < history->bands.count; i++)
        if (history->bands.items[i].row == row && !history->bands.items[i].letter)
            return true;
    return false;
}

static milli row_height(const struct plot *plot)
{
    return height_of(plot) + plot_scaled(plot, RIBBON_GAP);
}

static milli draw_row(const struct plot *plot, size_t row, milli top)
{
    const struct history *history = plot->history;
    if (!has_bands(history, row))
        return top;
    name_row(plot, history->rows.items[row], top);
    for (size_t i = 0; i < history->bands.count; i++)
        if (history->bands.items[i].row == row && !history->bands.items[i].letter)
            draw_band(plot, &history->bands.items[i], top);
    return top + row_height(plot);
}

/* The axis first: its years are read before the ribbons, and no month runs into them. */
static void draw(struct canvas *canvas, const void *self)
{
    const struct history *history = self;
    struct drawing *drawing = drawing_open(canvas, history->origin);
    struct plot plot = plot_new(drawing, history, &history->lines.items[0]);
    milli y = plot.theme->styles[STYLE_CHART].leading, foot = y + row_height(&plot);
    for (size_t row = 0; row < history->rows.count; row++)
        foot += has_bands(history, row) ? row_height(&plot) : 0;
    milli height = foot + plot_axis(&plot, foot);
    name_row(&plot, STR("Ofsted’s grade"), y);
    draw_grades(&plot, y);
    y += row_height(&plot);
    for (size_t row = 0; row < history->rows.count; row++)
        y = draw_row(&plot, row, y);
    drawing_close(drawing, height, history_told(history));
}

/* ---- the component ---- */

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    const struct caption_options *chosen = options;
    struct history found = history_find(composer, briefing, STR_NONE, NULL);
    found.origin = caption_span(options);
    if (!found.overall || !history_drawable(&found) || composer->large_print)
        return;
    struct history *history = ARENA_NEW(composer->arena, struct history);
    struct chart *chart = ARENA_NEW(composer->arena, struct chart);
    *history = found;
    *chart = (struct chart){
        .caption = chosen->caption.len
                       ? inline_text(composer->arena, chosen->caption, history->origin)
                       : NULL,
        .alt = history_told(history),
        .draw = draw,
        .self = history,
    };
    compose_add(composer, BLOCK_CHART, history->origin)->chart = chart;
}

const struct component component_grade_strip = {
    .name = "grade-strip",
    .doc =
        "For the first page: the overall grade and the interventions as two ribbons on one axis, "
        "with their words inside. Nothing without an overall grade, nor in large print.",
    .example = "```grade-strip\n```\n",
    .options = &caption_options_table,
    .compose = compose,
};
