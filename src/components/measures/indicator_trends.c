/* indicator-trends: a small drawing for each indicator, with its values over time, its target and
   how others do, each named where it stands. */
#include "components/measures/trends.h"
#include "layout/drawing/drawing.h"

/* ---- drawing ---- */

enum {
    PANEL = 205000, /* as narrow as one may be */
    PANEL_SPACE = 22000,
    PLOT = 44000, /* as tall as a plot is, unless its labels need more */
    ROW_SPACE = 8000,
    LABEL_SPACE = 6500,
    NAME_SPACE = 4000,
    MARK = 5500,
    MARK_OF_LATEST = 7500,
    LINE = 1600,
    THIN = 750,
    DASH = 3000,
    GAP = 2400,
    MOST_LABELS = 4,
    PART_LEFT = 28, /* hundredths of a panel that the labels on a side may take */
    PART_RIGHT = 46,
};

/* A text to the right of the plot, and the height at which it belongs. */
struct side_label {
    const struct drawn_text *text;
    milli at;
};

struct plot {
    const struct trend *trend;
    struct drawing *drawing;
    const struct theme *theme;
    milli x, width;                 /* of the panel */
    milli left, right, top, height; /* of the plot */
    struct side_label labels[MOST_LABELS];
    size_t label_count;
};

static struct drawn_look look_of(bool strong, struct colour colour)
{
    return (struct drawn_look){.role = STYLE_CHART, .strong = strong, .colour = colour};
}

static milli scaled(const struct plot *plot, milli measure)
{
    return drawing_scaled(plot->drawing, measure);
}

static milli smaller(milli a, milli b)
{
    return a < b ? a : b;
}

static milli larger(milli a, milli b)
{
    return a > b ? a : b;
}

/* No word is broken that fits on the page. */
static const struct drawn_text *set_text(struct plot *plot, bool strong, struct colour colour,
                                         struct str text, milli width, enum cell_align align)
{
    struct drawn_look look = look_of(strong, colour);
    milli word = drawing_word_width(plot->drawing, &look, text);
    return drawing_text(plot->drawing, &look, text, larger(word, width), align,
                        SPAN_OF(plot->trend->measured->indicator, name));
}

/* ---- where things stand ---- */

static milli x_of(const struct plot *plot, day at)
{
    const struct trend *trend = plot->trend;
    day first = trend->points[0].at, last = trend->points[trend->count - 1].at;
    int64_t span = (int64_t)last - first;
    milli width = plot->right - plot->left;
    return plot->left + (span ? (milli)(((int64_t)at - first) * width / span) : width);
}

static milli y_of(const struct plot *plot, int64_t value)
{
    enum { PARTS = 1000000 };
    const struct trend *trend = plot->trend;
    int64_t unit = (trend->high - trend->low) / PARTS + 1,
            range = (trend->high - trend->low) / unit;
    if (!range)
        return plot->top + plot->height / 2;
    return plot->top + (milli)((trend->high - value) / unit * plot->height / range);
}

/* ---- the plot ---- */

static void draw_dashes(const struct plot *plot, milli x1, milli y1, milli x2, milli y2,
                        milli stroke, struct colour colour)
{
    milli length = larger(larger(x2 - x1, y2 - y1), y1 - y2);
    milli step = scaled(plot, DASH + GAP), dash = scaled(plot, DASH);
    for (milli at = 0; at < length; at += step) {
        milli end = smaller(at + dash, length);
        int64_t dx = x2 - x1, dy = y2 - y1;
        drawing_line(plot->drawing, x1 + (milli)(dx * at / length), y1 + (milli)(dy * at / length),
                     x1 + (milli)(dx * end / length), y1 + (milli)(dy * end / length), stroke,
                     colour);
    }
}

static void draw_levels(const struct plot *plot)
{
    const struct trend *trend = plot->trend;
    milli thin = scaled(plot, THIN), size = scaled(plot, MARK);
    for (size_t i = 0; i < trend->target_count; i++) {
        milli y = y_of(plot, trend->targets[i].value);
        draw_dashes(plot, plot->left, y, plot->right, y, thin, plot->theme->ink);
    }
    if (!trend->peer.label.len)
        return;
    milli x = x_of(plot, trend->points[trend->latest].at);
    drawing_mark(plot->drawing, MARK_LEVEL, x - size / 2, y_of(plot, trend->peer.value) - size / 2,
                 size, plot->theme->muted);
}

static void draw_line(const struct plot *plot)
{
    const struct trend *trend = plot->trend;
    milli stroke = scaled(plot, LINE);
    for (size_t i = 1; i < trend->count; i++) {
        const struct point *a = &trend->points[i - 1], *b = &trend->points[i];
        milli x1 = x_of(plot, a->at), y1 = y_of(plot, a->value);
        milli x2 = x_of(plot, b->at), y2 = y_of(plot, b->value);
        if (b->joined && b->forecast)
            draw_dashes(plot, x1, y1, x2, y2, stroke, plot->theme->accent);
        else if (b->joined)
            drawing_line(plot->drawing, x1, y1, x2, y2, stroke, plot->theme->accent);
    }
}

/* Marks at both ends, and at whatever no line leads to and from. */
static void draw_marks(const struct plot *plot)
{
    const struct trend *trend = plot->trend;
    for (size_t i = 0; i < trend->count; i++) {
        const struct point *point = &trend->points[i];
        bool alone = !point->joined || (i + 1 < trend->count && !trend->points[i + 1].joined);
        if (i && i != trend->latest && !point->hollow && !alone)
            continue;
        milli size = scaled(plot, i == trend->latest ? MARK_OF_LATEST : MARK);
        drawing_mark(plot->drawing, point->hollow ? MARK_RING : MARK_DISC,
                     x_of(plot, point->at) - size / 2, y_of(plot, point->value) - size / 2, size,
                     plot->theme->accent);
    }
}

/* ---- labels to the right: each at its height, none over another ---- */

static void add_label(struct plot *plot, bool strong, struct str text, int64_t value)
{
    if (!text.len || plot->label_count == MOST_LABELS)
        return;
    milli width = plot->width * PART_RIGHT / 100 - scaled(plot, LABEL_SPACE);
    struct colour colour = strong ? plot->theme->ink : plot->theme->muted;
    plot->labels[plot->label_count++] = (struct side_label){
        .text = set_text(plot, strong, colour, text, width, ALIGN_START),
        .at = y_of(plot, value),
    };
}

static void add_labels(struct plot *plot)
{
    const struct trend *trend = plot->trend;
    plot->label_count = 0;
    add_label(plot, true, trend->last_value, trend->points[trend->latest].value);
    add_label(plot, false, trend->forecast, trend->points[trend->count - 1].value);
    add_label(plot, false, trend->targets[0].label, trend->targets[0].value);
    add_label(plot, false, trend->peer.label, trend->peer.value);
}

/* By height; of one height in the order in which they came. */
static void sort_labels(struct plot *plot)
{
    for (size_t i = 1; i < plot->label_count; i++)
        for (size_t k = i; k > 0 && plot->labels[k].at < plot->labels[k - 1].at; k--) {
            struct side_label moved = plot->labels[k];
            plot->labels[k] = plot->labels[k - 1];
            plot->labels[k - 1] = moved;
        }
}

static milli labels_height(const struct plot *plot)
{
    milli height = 0;
    for (size_t i = 0; i < plot->label_count; i++)
        height += drawn_height(plot->labels[i].text);
    return height;
}

/* From the top down each takes its place or the next that is free; whatever is then too low moves
   up again, from the last. */
static void place_labels(struct plot *plot)
{
    milli tops[MOST_LABELS],
        free = INT32_MIN, end = plot->top + plot->height + drawn_height(plot->labels[0].text) / 2;
    for (size_t i = 0; i < plot->label_count; i++) {
        milli height = drawn_height(plot->labels[i].text);
        tops[i] = larger(plot->labels[i].at - height / 2, free);
        free = tops[i] + height;
    }
    for (size_t i = plot->label_count; i-- > 0;) {
        tops[i] = smaller(tops[i], end - drawn_height(plot->labels[i].text));
        end = tops[i];
        drawing_place(plot->drawing, plot->labels[i].text, plot->right + scaled(plot, LABEL_SPACE),
                      tops[i]);
    }
}

/* ---- one panel ---- */

/* The plot lies between the first value and the words to the right. */
static const struct drawn_text *set_sides(struct plot *plot)
{
    milli space = scaled(plot, LABEL_SPACE), most = plot->width * PART_LEFT / 100;
    const struct drawn_text *first = set_text(plot, false, plot->theme->ink,
                                              plot->trend->first_value, most - space, ALIGN_START);
    add_labels(plot);
    milli wide = 0;
    for (size_t i = 0; i < plot->label_count; i++)
        wide = larger(wide, drawn_width(plot->labels[i].text));
    plot->left = plot->x + drawn_width(first) + space;
    plot->right = larger(plot->left, plot->x + plot->width - wide - space);
    plot->height = larger(scaled(plot, PLOT), labels_height(plot));
    return first;
}

static milli draw_periods(struct plot *plot, milli y)
{
    const struct trend *trend = plot->trend;
    struct colour muted = plot->theme->muted;
    milli half = plot->width / 2;
    const struct drawn_text *first =
        set_text(plot, false, muted, trend->first_period, half, ALIGN_START);
    const struct drawn_text *last =
        set_text(plot, false, muted, trend->last_period, half, ALIGN_END);
    drawing_line(plot->drawing, plot->left, y, plot->right, y, scaled(plot, THIN),
                 plot->theme->rule);
    y += scaled(plot, NAME_SPACE);
    drawing_place(plot->drawing, first, plot->x, y);
    drawing_place(plot->drawing, last, plot->x + plot->width - half, y);
    return y + larger(drawn_height(first), drawn_height(last));
}

static milli draw_panel(struct plot *plot, milli top)
{
    const struct drawn_text *name = set_text(plot, true, plot->theme->ink,
                                             plot->trend->measured->name, plot->width, ALIGN_START);
    drawing_place(plot->drawing, name, plot->x, top);
    const struct drawn_text *first = set_sides(plot);
    plot->top = top + drawn_height(name) + scaled(plot, NAME_SPACE) + drawn_height(first) / 2;
    add_labels(plot);
    sort_labels(plot);
    draw_levels(plot);
    draw_line(plot);
    draw_marks(plot);
    milli at = y_of(plot, plot->trend->points[0].value) - drawn_height(first) / 2;
    drawing_place(plot->drawing, first, plot->left - scaled(plot, LABEL_SPACE) - drawn_width(first),
                  at);
    place_labels(plot);
    return draw_periods(plot, plot->top + plot->height + drawn_height(first) / 2);
}

/* ---- rows of panels ---- */

static size_t panels_in_a_row(const struct drawing *drawing)
{
    milli width = drawing_width(drawing), space = drawing_scaled(drawing, PANEL_SPACE);
    milli panel = drawing_scaled(drawing, PANEL);
    milli fit = (width + space) / (panel + space);
    return fit > 1 ? (size_t)fit : 1;
}

static struct str row_told(struct arena *arena, const struct trend *trends, size_t count)
{
    struct buf out = {.arena = arena};
    for (size_t i = 0; i < count; i++)
        buf_addf(&out, "%s" STR_FMT, i ? " " : "", STR_ARG(trends[i].told));
    return buf_str(&out);
}

static void draw_row(struct canvas *canvas, const struct trends *all, size_t first, size_t in_a_row)
{
    struct drawing *drawing = drawing_open(canvas, all->origin);
    milli space = drawing_scaled(drawing, PANEL_SPACE), height = 0;
    milli width = (drawing_width(drawing) + space) / (milli)in_a_row - space;
    size_t count = all->count - first < in_a_row ? all->count - first : in_a_row;
    for (size_t i = 0; i < count; i++) {
        struct plot plot = {
            .trend = &all->items[first + i],
            .drawing = drawing,
            .theme = drawing_theme(drawing),
            .x = (milli)i * (width + space),
            .width = width,
        };
        height = larger(height, draw_panel(&plot, 0));
    }
    drawing_close(drawing, height + drawing_scaled(drawing, ROW_SPACE),
                  row_told(all->arena, &all->items[first], count));
}

void trends_draw(struct canvas *canvas, const void *self)
{
    const struct trends *all = self;
    size_t in_a_row = panels_in_a_row(drawing_open(canvas, all->origin));
    for (size_t first = 0; first < all->count; first += in_a_row)
        draw_row(canvas, all, first, in_a_row);
}

/* ---- the component ---- */

/* What is broken and hollow is explained where there is any of it. */
static const struct inline_node *scale_note(struct composer *composer,
                                            const struct briefing *briefing,
                                            const struct trend *trends, size_t count)
{
    bool shares = false, others = false, gaps = false;
    for (size_t i = 0; i < count; i++) {
        bool share = trends[i].measured->indicator->unit == UNIT_PERCENT;
        shares = shares || share;
        others = others || !share;
        for (size_t k = 1; k < trends[i].count; k++)
            gaps = gaps || !trends[i].points[k].joined;
    }
    struct phrase note = phrase_new(composer, briefing);
    phrase_addz(&note, "Each drawing has a scale of its own");
    phrase_addz(&note, shares && others ? "; only percentages begin at nought."
                       : shares         ? ", which begins at nought."
                                        : ", which need not begin at nought.");
    if (gaps)
        phrase_addz(&note, " A gap is a period without a value, or the beginning of a new series.");
    return note.inlines;
}

static void set_trends(struct composer *composer, const struct briefing *briefing,
                       const struct measures_options *options, struct str group,
                       struct chosen chosen)
{
    struct arena *arena = composer->arena;
    struct span origin = caption_span(options);
    struct trend *items = ARENA_ARRAY(arena, struct trend, chosen.count + 1);
    size_t count = 0;
    for (size_t i = 0; i < chosen.count; i++)
        count += trend_new(arena, briefing, chosen.items[i], &items[count]);
    if (!count)
        return;
    struct trends *trends = ARENA_NEW(arena, struct trends);
    *trends = (struct trends){arena, items, count, origin};
    struct str words = options->caption;
    if (!words.len)
        words = str_format(arena, STR_FMT ": values over time",
                           STR_ARG(group.len ? group : STR("What is measured")));
    struct chart *chart = ARENA_NEW(arena, struct chart);
    *chart = (struct chart){
        .caption = inline_text(arena, words, origin),
        .alt = row_told(arena, items, count),
        .note = scale_note(composer, briefing, items, count),
        .draw = trends_draw,
        .self = trends,
    };
    compose_add(composer, BLOCK_CHART, origin)->chart = chart;
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    measures_by_group(composer, briefing, options, set_trends);
}

const struct component component_indicator_trends = {
    .name = "indicator-trends",
    .doc = "A small drawing for each indicator with two values or more: first and last value with "
           "their times, target and how others do, each named where it stands; what is missing is "
           "a gap, a forecast is broken and hollow.",
    .example = "```indicator-trends\n"
               "group: Workforce\n"
               "```\n",
    .options = &measures_options_table,
    .compose = compose,
};
