/* Values of indicators as numbers that can be compared, and as they are printed. */
#ifndef COUNCILBRIEF_BRIEF_QUANTITY_H
#define COUNCILBRIEF_BRIEF_QUANTITY_H

#include "brief/briefing.h"

/* Exact, in millionths. */
struct quantity {
    bool known;
    int64_t millionths;
};

enum { QUANTITY_DIGITS = 12 }; /* before the point, at most: what is larger is not known */

struct quantity quantity_of(const struct decimal *decimal);
/* Its decimals, without noughts at the end. */
int quantity_places(const struct decimal *decimal);

/* "61%", "£1,200", "1,393", "12": what is meant by the unit of the indicator goes without saying.
 */
struct str quantity_number(struct arena *arena, const struct indicator *indicator,
                           const struct decimal *value);
/* The same, and "12 days". */
struct str quantity_text(struct arena *arena, const struct indicator *indicator,
                         const struct decimal *value);
/* The same with how exact it is: "at least 300". */
struct str quantity_exactly(struct arena *arena, const struct indicator *indicator,
                            const struct indicator_value *value);
/* How far two values are from each other: "3 percentage points", "0.8", "1 day", "less than 0.1".
   To so many decimals, where the indicator does not say. */
struct str quantity_apart(struct arena *arena, const struct indicator *indicator,
                          int64_t millionths, int places);

/* With whom it is compared: "England", "the North West", "statistical neighbours", or a name. */
struct str peer_name(const struct briefing *briefing, const struct peer *peer);
/* Is it a council, and not one of those words? */
bool peer_is_a_council(const struct peer *peer);

/* All values of one of them, in order of time; of one time, in the order of the file. */
struct peer_series {
    const struct peer *first; /* of the file */
    const struct peer *const *items;
    size_t count;
};

struct peer_series_list {
    const struct peer_series *items;
    size_t count;
};

/* One series for each with whom it is compared, in the order in which the file first names them. */
struct peer_series_list peers_by_name(struct arena *arena, const struct peer_list *all);

/* Do two periods last as long: two years, two months, two days? */
bool periods_are_alike(const struct date *a, const struct date *b);
bool periods_are_the_same(const struct date *a, const struct date *b);

/* Is it a number that was measured, by the day of the briefing? */
bool value_is_measured(const struct briefing *briefing, const struct indicator_value *value);
/* The values in order of time; of one period, in the order of the file. */
const struct indicator_value *const *values_in_order(struct arena *arena,
                                                     const struct indicator *indicator);

#endif
