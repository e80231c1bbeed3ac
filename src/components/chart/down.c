/* The ratings timeline with time from top to bottom: for large print and crowded stories. Marks
   stand on a rail, labels to its right, interventions as bars to its left. Events stand in order of
   time, one below the other; distances do not show how long. */
#include "components/chart/chart.h"

#include <stdlib.h>

enum {
    YEAR_SPACE = 8000, /* between the year and what stands to its right */
    BAR = 6000,
    BAR_SPACE = 4000,
    MARK = 9000,
    MARK_SPACE = 5000,
    ROW_SPACE = 7000,
    RAIL = 750,
    EXACT_DAYS = 31,    /* what is known to the month is not hatched */
    PART_OF_PAGE = 480, /* thousandths: as tall as one of several drawings may be */
    MOST_COLUMNS =
        16, /* most bars side by side: there is no room for more, and the labels say it all */
    NO_COLUMN = MOST_COLUMNS,
};

/* A row: an episode, or the end of one. */
struct step {
    const struct episode *episode;
    bool is_end;
    day at;
    struct label label;
    milli top; /* in its drawing */
};

/* The bar of an episode: its column, and the steps at which it begins and ends. */
struct bar {
    size_t column, begins, ends; /* ends: the number of steps when none says so */
};

struct down {
    struct story *story;
    const struct theme *theme;
    struct drawing *drawing;
    LIST(struct step) steps;
    struct bar *bars_of; /* by episode */
    size_t column_count;
    milli bars, rail, labels; /* left edges */
};

static milli scaled(const struct down *down, milli measure)
{
    return drawing_scaled(down->drawing, measure);
}

/* ---- rows ---- */

static void add_step(struct down *down, const struct episode *episode, bool is_end)
{
    *LIST_ADD(down->story->arena, &down->steps) =
        (struct step){.episode = episode,
                      .is_end = is_end,
                      .at = is_end ? episode->end_last : episode_day(episode)};
}

/* Those of one day in the order of the story, which is that of time too. */
static int by_day(const void *left, const void *right)
{
    const struct step *a = left, *b = right;
    if (a->at != b->at)
        return a->at < b->at ? -1 : 1;
    if (a->episode != b->episode)
        return a->episode < b->episode ? -1 : 1;
    return a->is_end - b->is_end;
}

static void collect_steps(struct down *down)
{
    for (size_t i = 0; i < down->story->episodes.count; i++) {
        const struct episode *episode = &down->story->episodes.items[i];
        add_step(down, episode, false);
        if (episode->run == RUN_ENDED)
            add_step(down, episode, true);
    }
    if (down->steps.count)
        qsort(down->steps.items, down->steps.count, sizeof *down->steps.items, by_day);
}

/* ---- bars ---- */

static size_t index_of(const struct down *down, const struct episode *episode)
{
    return (size_t)(episode - down->story->episodes.items);
}

/* A bar takes the first column whose earlier bars have ended, if there is one. */
static void pack_bars(struct down *down)
{
    const struct episode *items = down->story->episodes.items;
    size_t count = down->story->episodes.count;
    day ends[MOST_COLUMNS];
    down->bars_of = ARENA_ARRAY(down->story->arena, struct bar, count);
    for (size_t i = 0; i < count; i++) {
        size_t column = items[i].run == RUN_NOT ? NO_COLUMN : 0;
        while (column < down->column_count && ends[column] >= items[i].first)
            column++;
        down->bars_of[i] = (struct bar){column, 0, down->steps.count};
        if (column == NO_COLUMN)
            continue;
        bool is_new = column == down->column_count;
        ends[column] =
            is_new || items[i].end_last > ends[column] ? items[i].end_last : ends[column];
        down->column_count += is_new;
    }
    for (size_t i = 0; i < down->steps.count; i++) {
        struct bar *bar = &down->bars_of[index_of(down, down->steps.items[i].episode)];
        *(down->steps.items[i].is_end ? &bar->ends : &bar->begins) = i;
    }
}

/* ---- measures ---- */

/* A year such as "2018". Figures differ in width in most fonts, so the widest is taken. */
static milli year_width(const struct down *down)
{
    const struct drawn_look look = chart_look(true, down->theme->accent);
    return drawing_text_width(down->drawing, &look, STR("0000"));
}

static size_t most_marks(const struct down *down)
{
    size_t most = 1;
    for (size_t i = 0; i < down->steps.count; i++)
        if (down->steps.items[i].episode->tone_count > most)
            most = down->steps.items[i].episode->tone_count;
    return most;
}

static struct label step_label(const struct down *down, const struct step *step)
{
    struct arena *arena = down->story->arena;
    struct episode shown = *step->episode;
    if (step->is_end) {
        shown.title = str_format(arena, STR_FMT ": end", STR_ARG(shown.title));
        shown.dated = month_text(arena, shown.until);
    }
    milli room = drawing_width(down->drawing) - down->labels;
    return label_new(down->drawing, down->theme, &shown, room, room);
}

static void measure(struct down *down)
{
    milli pitch = scaled(down, BAR + BAR_SPACE), mark = scaled(down, MARK);
    down->bars = year_width(down) + scaled(down, YEAR_SPACE);
    down->rail = down->bars + (milli)down->column_count * pitch + mark / 2;
    down->labels = down->rail - mark / 2 +
                   (milli)most_marks(down) * (mark + scaled(down, MARK_SPACE) / 2) +
                   scaled(down, MARK_SPACE);
    for (size_t i = 0; i < down->steps.count; i++)
        down->steps.items[i].label = step_label(down, &down->steps.items[i]);
}

static milli step_height(const struct down *down, const struct step *step)
{
    return step->label.height + scaled(down, ROW_SPACE);
}

/* ---- drawing ---- */

/* The middle of the first line: where the marks are. */
static milli middle_of(const struct down *down, const struct step *step)
{
    return step->top + label_baseline(&step->label) - scaled(down, MARK) / 2;
}

static void draw_year(const struct down *down, size_t i)
{
    const struct step *step = &down->steps.items[i];
    int32_t year = civil_from_day(step->at).year;
    if (step->top && year == civil_from_day(step[-1].at).year)
        return;
    const struct drawn_look look = chart_look(true, down->theme->accent);
    struct str text = str_format(down->story->arena, "%d", (int)year);
    drawing_place(down->drawing,
                  drawing_text(down->drawing, &look, text, drawing_width(down->drawing),
                               ALIGN_START, (struct span){0}),
                  0, step->top);
}

static void draw_marks(const struct down *down, const struct step *step)
{
    const struct episode *episode = step->episode;
    milli size = scaled(down, MARK), x = down->rail - size / 2;
    milli y = middle_of(down, step) - size / 2;
    if (episode->run == RUN_NOT && episode->last - episode->first > EXACT_DAYS)
        drawing_hatch(down->drawing, (struct rect){x - size / 2, y - size / 2, size * 2, size * 2},
                      down->theme->muted);
    if (episode->shape != MARK_NONE || episode->tone_count)
        drawing_area(down->drawing,
                     (struct rect){x - size / 8, y - size / 8, size * 5 / 4, size * 5 / 4},
                     down->theme->paper);
    if (episode->shape != MARK_NONE)
        drawing_mark(down->drawing, episode->shape, x, y, size, down->theme->muted);
    for (size_t i = 0; i < episode->tone_count; i++, x += size + scaled(down, MARK_SPACE) / 2)
        drawing_mark(down->drawing, tone_shape(episode->tones[i]), x, y, size,
                     down->theme->tones[episode->tones[i]].mark);
}

/* From the row where it begins to the one where it ends, or past the edge of this drawing. */
static void draw_bar(const struct down *down, size_t first, size_t end, milli height,
                     const struct episode *episode)
{
    const struct bar *bar = &down->bars_of[index_of(down, episode)];
    if (bar->column == NO_COLUMN || bar->begins >= end || bar->ends < first)
        return;
    const struct step *steps = down->steps.items;
    milli from = bar->begins >= first ? middle_of(down, &steps[bar->begins]) : 0;
    milli to = bar->ends < end ? middle_of(down, &steps[bar->ends]) : height;
    milli pitch = scaled(down, BAR + BAR_SPACE), width = scaled(down, BAR);
    milli x = down->bars + (milli)bar->column * pitch;
    struct rect area = {x, from, width, larger(to - from, width)};
    if (episode->run == RUN_END_UNKNOWN)
        drawing_hatch(down->drawing, area, down->theme->accent);
    else
        drawing_area(down->drawing, area, down->theme->accent);
    drawing_outline(down->drawing, area, scaled(down, RAIL), down->theme->accent);
}

/* A line from an intervention's bar to its label. */
static void draw_lead(const struct down *down, const struct step *step)
{
    if (step->episode->lane != LANE_INTERVENTIONS)
        return;
    milli pitch = scaled(down, BAR + BAR_SPACE), y = middle_of(down, step);
    size_t column = down->bars_of[index_of(down, step->episode)].column;
    milli from = column == NO_COLUMN ? down->rail : down->bars + (milli)column * pitch;
    drawing_line(down->drawing, from, y, down->labels - scaled(down, MARK_SPACE), y,
                 scaled(down, RAIL), down->theme->accent);
}

static milli place_steps(struct down *down, size_t first, size_t end)
{
    milli height = 0;
    for (size_t i = first; i < end; i++) {
        down->steps.items[i].top = height;
        height += step_height(down, &down->steps.items[i]);
    }
    return height;
}

static milli draw(struct down *down, size_t first, size_t end)
{
    milli height = place_steps(down, first, end);
    drawing_line(down->drawing, down->rail, 0, down->rail, height, scaled(down, RAIL),
                 down->theme->muted);
    for (size_t i = first; i < end; i++)
        draw_lead(down, &down->steps.items[i]);
    for (size_t i = 0; i < down->story->episodes.count; i++)
        if (down->story->episodes.items[i].run != RUN_NOT)
            draw_bar(down, first, end, height, &down->story->episodes.items[i]);
    for (size_t i = first; i < end; i++) {
        const struct step *step = &down->steps.items[i];
        draw_year(down, i);
        draw_marks(down, step);
        label_place(down->drawing, down->theme, &step->label, down->labels, step->top);
    }
    return height;
}

/* ---- parts ---- */

static size_t part_end(const struct down *down, size_t first, milli most)
{
    milli height = step_height(down, &down->steps.items[first]);
    size_t end = first + 1;
    for (; end < down->steps.count; end++) {
        height += step_height(down, &down->steps.items[end]);
        if (height > most)
            break;
    }
    return end;
}

/* What a part among several shows: its own events, in sentences, or where they are listed. */
static struct str part_told(const struct down *down, size_t first, size_t end, size_t part,
                            struct str behind)
{
    struct buf out = {.arena = down->story->arena};
    int from = (int)civil_from_day(down->steps.items[first].at).year;
    int to = (int)civil_from_day(down->steps.items[end - 1].at).year;
    buf_addf(&out, "Part %zu of the time line, ", part);
    if (from == to)
        buf_addf(&out, "in %d.", from);
    else
        buf_addf(&out, "from %d to %d.", from, to);
    for (size_t i = first; i < end && !behind.len; i++)
        if (!down->steps.items[i].is_end)
            buf_addf(&out, " " STR_FMT,
                     STR_ARG(episode_told(down->story, down->steps.items[i].episode)));
    if (behind.len)
        buf_addf(&out, " It has %zu entries. " STR_FMT, end - first, STR_ARG(behind));
    return buf_str(&out);
}

static struct drawing *open(struct canvas *canvas, const struct story *story)
{
    return drawing_open(canvas, SPAN_OF(story->options, caption));
}

void story_down(struct canvas *canvas, struct story *story, struct str alt, struct str behind)
{
    struct drawing *drawing = open(canvas, story);
    struct down down = {.story = story, .theme = drawing_theme(drawing), .drawing = drawing};
    collect_steps(&down);
    pack_bars(&down);
    measure(&down);
    milli most = chart_room(down.drawing, down.theme);
    if (place_steps(&down, 0, down.steps.count) > most)
        most = (milli)((int64_t)most * PART_OF_PAGE / 1000);
    for (size_t first = 0, part = 1; first < down.steps.count; part++) {
        size_t end = part_end(&down, first, most);
        bool whole = !first && end == down.steps.count;
        milli height = draw(&down, first, end);
        drawing_close(down.drawing, height,
                      whole ? alt : part_told(&down, first, end, part, behind));
        down.drawing = open(canvas, story);
        first = end;
    }
}
