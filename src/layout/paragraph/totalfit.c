/* Total fit: of all ways to break a paragraph, the one whose lines are together the least bad.

   The model is that of Knuth and Plass for text that is not justified. A line costs the square of
   the slack that is seen when its spaces are let out, in 1/10,000 of its width, and the penalty of
   the break it ends at; the last line costs no slack. For every breakpoint, in order, the best way
   to reach it is known once all earlier ones were looked at, and a line can only reach back as far
   as it is wide. docs/typesetting.md tells how the weights were found. */
#include "layout/paragraph/breaking.h"

enum {
    SLACK_UNITS = 10000,
    LONGEST_LINE = 1024, /* breakpoints on one line: only text without any width has more */
    RUNT_SHARE = 8,      /* a last line narrower than an eighth is a runt */
    HYPHENS_IN_A_ROW = 2 /* at the most */
};

static const int64_t cost_overfull = INT64_C(1000000000000);
static const int64_t cost_too_many_hyphens = INT64_C(1000000000);
static const int64_t cost_hyphens_in_a_row = SLACK(15);
static const int64_t cost_hyphen_before_last = SLACK(10);
static const int64_t cost_runt = SLACK(15);

static const int64_t cost_none = INT64_MAX;

/* The best way to a breakpoint. */
struct way {
    int64_t cost; /* cost_none while there is none */
    size_t from;  /* the breakpoint before it */
    int hyphens;  /* how many lines in a row end with one here */
};

struct table {
    const struct breaking *breaking;
    struct way *ways; /* one a breakpoint */
};

/* What all lines that begin at a breakpoint share. */
struct start {
    size_t at;
    int64_t cost, room;
    int64_t x;      /* where it begins, unless both its ends are inside one chunk: */
    size_t inside;  /* the chunk in which it begins; SIZE_MAX: between two */
    int64_t hyphen; /* what it costs to end with a hyphen after the lines before */
};

static int64_t cost_of_hyphen(int hyphens_before)
{
    if (hyphens_before >= HYPHENS_IN_A_ROW)
        return cost_too_many_hyphens;
    return hyphens_before ? cost_hyphens_in_a_row : 0;
}

static struct start start_at(const struct table *table, size_t from)
{
    const struct breakpoint *point = &table->breaking->points[from];
    return (struct start){.at = from,
                          .cost = table->ways[from].cost,
                          .room = breaking_room(table->breaking, from),
                          .x = point->start,
                          .inside = point->offset ? point->chunk : SIZE_MAX,
                          .hyphen = cost_of_hyphen(table->ways[from].hyphens)};
}

/* The last line of a paragraph or before a forced break: its slack is free. */
static int64_t cost_of_last(const struct breakpoint *from, int64_t width, int64_t room)
{
    int64_t cost = from->hyphenated ? cost_hyphen_before_last : 0;
    if (!from->forced && width < room / RUNT_SHARE)
        cost += cost_runt;
    return cost;
}

static int64_t cost_of_slack(const struct breaking *breaking, const struct start *start, size_t to,
                             int64_t width)
{
    if (start->room <= 0)
        return 0;
    int64_t slack = start->room - width;
    slack -= breaking_give(breaking, start->at, to, slack);
    slack = slack * SLACK_UNITS / start->room;
    return slack * slack;
}

static int64_t cost_of_end(const struct breaking *breaking, const struct start *start, size_t to,
                           int64_t width)
{
    const struct breakpoint *points = breaking->points;
    int64_t cost = width > start->room ? cost_overfull : 0;
    if (points[to].forced)
        return cost + cost_of_last(&points[start->at], width, start->room);
    return cost ? cost : cost_of_slack(breaking, start, to, width);
}

/* No line costs less than nothing, so a way that is dear already is not looked at. */
static void try_line(struct table *table, const struct start *start, size_t to, int64_t width)
{
    struct way *best = &table->ways[to];
    if (best->cost <= start->cost)
        return;
    const struct breakpoint *point = &table->breaking->points[to];
    int64_t cost = start->cost + point->penalty + (point->hyphenated ? start->hyphen : 0);
    if (best->cost <= cost)
        return;
    cost += cost_of_end(table->breaking, start, to, width);
    if (best->cost <= cost)
        return;
    int hyphens = point->hyphenated ? table->ways[start->at].hyphens + 1 : 0;
    *best = (struct way){.cost = cost, .from = start->at, .hyphens = hyphens};
}

/* From the start of the paragraph or behind a forced break: when all up to the next forced break
   fits on one line, that is the line. */
static bool try_single_line(struct table *table, const struct start *start)
{
    const struct breaking *breaking = table->breaking;
    size_t to = start->at + 1;
    while (!breaking->points[to].forced)
        to++;
    int64_t width = breaking_width(breaking, start->at, to);
    if (width > start->room || breaking_is_long(breaking, start->at, to))
        return false;
    try_line(table, start, to, width);
    return true;
}

/* All lines that begin at a breakpoint. The shortest is allowed even when it is too wide: then its
   word fits no line. A line that is too wide only for its added hyphen does not end the search. */
static void try_lines(struct table *table, const struct start *start)
{
    const struct breaking *breaking = table->breaking;
    size_t first = start->at + 1, limit = start->at + LONGEST_LINE;
    for (size_t to = first; to < breaking->point_count && to <= limit; to++) {
        const struct breakpoint *point = &breaking->points[to];
        int64_t width = point->chunk == start->inside ? breaking_width(breaking, start->at, to)
                                                      : point->end - start->x;
        bool fits = width <= start->room && !breaking_is_long(breaking, start->at, to);
        if (fits || to == first)
            try_line(table, start, to, width);
        else if (!point->soft_hyphen)
            return;
        if (point->forced)
            return;
    }
}

static struct fit way_back(const struct table *table)
{
    size_t last = table->breaking->point_count - 1, lines = 0;
    for (size_t at = last; at > 0; at = table->ways[at].from)
        lines++;
    struct fit fit = {.items = ARENA_ARRAY(table->breaking->scratch, size_t, lines + 1),
                      .lines = lines,
                      .cost = table->ways[last].cost};
    for (size_t at = last, line = lines; at > 0; at = table->ways[at].from)
        fit.items[line--] = at;
    return fit;
}

struct fit totalfit(const struct breaking *breaking)
{
    size_t count = breaking->point_count;
    struct table table = {.breaking = breaking,
                          .ways = ARENA_ARRAY(breaking->scratch, struct way, count)};
    for (size_t i = 1; i < count; i++)
        table.ways[i].cost = cost_none;
    for (size_t i = 0; i + 1 < count; i++) {
        struct start start = start_at(&table, i);
        if (start.cost == cost_none ||
            (breaking->points[i].forced && try_single_line(&table, &start)))
            continue;
        try_lines(&table, &start);
    }
    return way_back(&table);
}
