/* Total fit: of all ways to break a paragraph, the one whose lines are together the least bad.

   The model is that of Knuth and Plass for text that is not justified. A line costs the square of
   the slack that is seen when its spaces are let out, in 1/10,000 of its width, and the penalty of
   the break it ends at; the last line costs no slack. For every breakpoint, in order, the best way
   to reach it is known once all earlier ones were looked at, and a line can only reach back as far
   as it is wide. docs/typesetting.md tells how the weights were found. */
#include "breaking.h"

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

struct table {
    const struct breaking *breaking;
    int64_t *cost; /* of the best way here; -1 while there is none */
    size_t *from;  /* the breakpoint before it on that way */
    int *hyphens;  /* how many lines in a row end with one there */
};

/* The last line of a paragraph or before a forced break: its slack is free. */
static int64_t cost_of_last(const struct breakpoint *from, int64_t width, int64_t room)
{
    int64_t cost = from->hyphenated ? cost_hyphen_before_last : 0;
    if (!from->forced && width < room / RUNT_SHARE)
        cost += cost_runt;
    return cost;
}

static int64_t cost_of_hyphen(const struct table *table, size_t from)
{
    if (table->hyphens[from] >= HYPHENS_IN_A_ROW)
        return cost_too_many_hyphens;
    return table->hyphens[from] ? cost_hyphens_in_a_row : 0;
}

static int64_t cost_of_slack(const struct breaking *breaking, size_t from, size_t to, int64_t width,
                             int64_t room)
{
    if (room <= 0)
        return 0;
    int64_t slack = (room - width - breaking_give(breaking, from, to)) * SLACK_UNITS / room;
    return slack * slack;
}

static int64_t cost_of_line(const struct table *table, size_t from, size_t to, int64_t width,
                            int64_t room)
{
    const struct breakpoint *points = table->breaking->points;
    int64_t cost = points[to].penalty;
    if (points[to].hyphenated)
        cost += cost_of_hyphen(table, from);
    if (points[to].forced)
        cost += cost_of_last(&points[from], width, room);
    if (width > room)
        return cost + cost_overfull;
    return points[to].forced ? cost : cost + cost_of_slack(table->breaking, from, to, width, room);
}

/* No line costs less than nothing, so a way that is dear already is not looked at. */
static void try_line(struct table *table, size_t from, size_t to, int64_t width, int64_t room)
{
    if (table->cost[to] >= 0 && table->cost[to] <= table->cost[from])
        return;
    int64_t cost = table->cost[from] + cost_of_line(table, from, to, width, room);
    if (table->cost[to] >= 0 && table->cost[to] <= cost)
        return;
    table->cost[to] = cost;
    table->from[to] = from;
    table->hyphens[to] = table->breaking->points[to].hyphenated ? table->hyphens[from] + 1 : 0;
}

/* From the start of the paragraph or behind a forced break: when all up to the next forced break
   fits on one line, that is the line. */
static bool try_single_line(struct table *table, size_t from)
{
    const struct breaking *breaking = table->breaking;
    size_t to = from + 1;
    while (!breaking->points[to].forced)
        to++;
    int64_t width = breaking_width(breaking, from, to), room = breaking_room(breaking, from);
    if (width > room)
        return false;
    try_line(table, from, to, width, room);
    return true;
}

/* All lines that begin at a breakpoint. The shortest is allowed even when it is too wide: then its
   word fits no line. A line that is too wide only for its added hyphen does not end the search. */
static void try_lines(struct table *table, size_t from)
{
    const struct breaking *breaking = table->breaking;
    int64_t room = breaking_room(breaking, from);
    size_t limit = from + LONGEST_LINE < breaking->point_count ? from + LONGEST_LINE
                                                               : breaking->point_count - 1;
    for (size_t to = from + 1; to <= limit; to++) {
        const struct breakpoint *point = &breaking->points[to];
        int64_t width = breaking_width(breaking, from, to);
        if (width <= room || to == from + 1)
            try_line(table, from, to, width, room);
        else if (!point->soft_hyphen)
            return;
        if (point->forced)
            return;
    }
}

static struct fit way_back(const struct table *table)
{
    size_t last = table->breaking->point_count - 1, lines = 0;
    for (size_t at = last; at > 0; at = table->from[at])
        lines++;
    struct fit fit = {.items = ARENA_ARRAY(table->breaking->scratch, size_t, lines + 1),
                      .lines = lines,
                      .cost = table->cost[last]};
    for (size_t at = last, line = lines; at > 0; at = table->from[at])
        fit.items[line--] = at;
    return fit;
}

struct fit totalfit(const struct breaking *breaking)
{
    size_t count = breaking->point_count;
    struct table table = {.breaking = breaking,
                          .cost = ARENA_ARRAY(breaking->scratch, int64_t, count),
                          .from = ARENA_ARRAY(breaking->scratch, size_t, count),
                          .hyphens = ARENA_ARRAY(breaking->scratch, int, count)};
    for (size_t i = 1; i < count; i++)
        table.cost[i] = -1;
    for (size_t i = 0; i + 1 < count; i++) {
        if (table.cost[i] < 0 || (breaking->points[i].forced && try_single_line(&table, i)))
            continue;
        try_lines(&table, i);
    }
    return way_back(&table);
}
