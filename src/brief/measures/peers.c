/* With whom an indicator is compared: their names, and their values in order of time. */
#include "brief/quantity.h"

#include <stdlib.h>

/* ---- names ---- */

bool peer_is_a_council(const struct peer *peer)
{
    return !str_alike(peer->with, STR("england")) && !str_alike(peer->with, STR("region")) &&
           !str_alike(peer->with, STR("neighbours"));
}

struct str peer_name(const struct briefing *briefing, const struct peer *peer)
{
    struct str region = briefing->council->region;
    if (str_alike(peer->with, STR("england")))
        return STR("England");
    if (str_alike(peer->with, STR("region")))
        return region.len ? region : STR("the region");
    if (str_alike(peer->with, STR("neighbours")))
        return STR("statistical neighbours");
    return peer->with;
}

/* ---- those of one name ---- */

static int by_place(const struct peer *a, const struct peer *b)
{
    return a < b ? -1 : a > b;
}

static int by_name(const void *left, const void *right)
{
    const struct peer *a = *(const struct peer *const *)left;
    const struct peer *b = *(const struct peer *const *)right;
    int order = str_alike_compare(a->with, b->with);
    return order ? order : by_place(a, b);
}

static int by_time(const void *left, const void *right)
{
    const struct peer *a = *(const struct peer *const *)left;
    const struct peer *b = *(const struct peer *const *)right;
    if (a->period.first != b->period.first)
        return a->period.first < b->period.first ? -1 : 1;
    return by_place(a, b);
}

static int by_first_mention(const void *left, const void *right)
{
    const struct peer_series *a = left, *b = right;
    return by_place(a->first, b->first);
}

static size_t end_of_name(const struct peer *const *order, size_t at, size_t count)
{
    size_t end = at + 1;
    while (end < count && str_alike(order[at]->with, order[end]->with))
        end++;
    return end;
}

struct peer_series_list peers_by_name(struct arena *arena, const struct peer_list *all)
{
    const struct peer **order = ARENA_ARRAY(arena, const struct peer *, all->count + 1);
    struct peer_series *items = ARENA_ARRAY(arena, struct peer_series, all->count + 1);
    size_t count = 0;
    for (size_t i = 0; i < all->count; i++)
        order[i] = &all->items[i];
    qsort(order, all->count, sizeof *order, by_name);
    for (size_t at = 0, end; at < all->count; at = end) {
        end = end_of_name(order, at, all->count);
        const struct peer *first = order[at];
        qsort(order + at, end - at, sizeof *order, by_time);
        items[count++] = (struct peer_series){first, order + at, end - at};
    }
    qsort(items, count, sizeof *items, by_first_mention);
    return (struct peer_series_list){items, count};
}
