/* Total fit: of all ways to break a paragraph, the one whose lines are together the least bad.

   The model is that of Knuth and Plass for text that is not justified. A line costs the square of
   its slack, in 1/10,000 of its width, and the penalty of the break it ends at; the last line costs
   no slack. For every breakpoint, in order, the best way to reach it is known once all earlier ones
   were looked at, and a line can only reach back as far as it is wide. */
#include "breaking.h"

enum {
    SLACK_UNITS = 10000,
    LONGEST_LINE = 1024, /* breakpoints on one line: only text without any width has more */
    RUNT_SHARE = 8       /* a last line narrower than an eighth is a runt */
};

static const int64_t cost_overfull = INT64_C(1000000000000);
static const int64_t cost_hyphens_in_a_row = 16 * 1000000;
static const int64_t cost_hyphen_before_last = 4 * 1000000;
static const int64_t cost_runt = 12 * 1000000;

struct table {
    const struct breaking *breaking;
    int64_t *cost; /* of the best way here; -1 while there is none */
    size_t *from;  /* the breakpoint before it on that way */
};

/* What the end of a line costs, given how the line before it ended. */
static int64_t cost_of_end(const struct breakpoint *from, const struct breakpoint *to,
                           int64_t width, int64_t room)
{
    int64_t cost = to->penalty;
    if (from->hyphenated && to->hyphenated)
        cost += cost_hyphens_in_a_row;
    if (from->hyphenated && to->forced)
        cost += cost_hyphen_before_last;
    if (!from->forced && to->forced && width < room / RUNT_SHARE)
        cost += cost_runt;
    return cost;
}

static int64_t cost_of_line(const struct breakpoint *from, const struct breakpoint *to,
                            int64_t width, int64_t room)
{
    int64_t cost = cost_of_end(from, to, width, room);
    if (width > room)
        return cost + cost_overfull;
    if (to->forced || room <= 0)
        return cost;
    int64_t slack = (room - width) * SLACK_UNITS / room;
    return cost + slack * slack;
}

static void try_line(struct table *table, size_t from, size_t to, int64_t width, int64_t room)
{
    const struct breakpoint *points = table->breaking->points;
    int64_t cost = table->cost[from] + cost_of_line(&points[from], &points[to], width, room);
    if (table->cost[to] >= 0 && table->cost[to] <= cost)
        return;
    table->cost[to] = cost;
    table->from[to] = from;
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
                      .lines = lines};
    for (size_t at = last, line = lines; at > 0; at = table->from[at])
        fit.items[line--] = at;
    return fit;
}

struct fit totalfit(const struct breaking *breaking)
{
    size_t count = breaking->point_count;
    struct table table = {.breaking = breaking,
                          .cost = ARENA_ARRAY(breaking->scratch, int64_t, count),
                          .from = ARENA_ARRAY(breaking->scratch, size_t, count)};
    for (size_t i = 1; i < count; i++)
        table.cost[i] = -1;
    for (size_t i = 0; i + 1 < count; i++) {
        if (table.cost[i] < 0 || (breaking->points[i].forced && try_single_line(&table, i)))
            continue;
        try_lines(&table, i);
    }
    return way_back(&table);
}
