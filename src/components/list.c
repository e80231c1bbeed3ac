/* The list of components: a new one takes a file of its own and a line here. */
#include "components/components.h"

/* In the order of the reference. */
#define EACH_COMPONENT(IT)                                                                         \
    IT(page_one_ends)                                                                              \
    IT(place)                                                                                      \
    IT(annexes)                                                                                    \
    IT(numbered)                                                                                   \
    IT(tinted)                                                                                     \
    IT(front_sheet)                                                                                \
    IT(council_facts)                                                                              \
    IT(contents)                                                                                   \
    IT(key_facts)                                                                                  \
    IT(judgements)                                                                                 \
    IT(ratings_table)                                                                              \
    IT(timeline)                                                                                   \
    IT(interventions)                                                                              \
    IT(leadership)                                                                                 \
    IT(recommendations)                                                                            \
    IT(milestones)                                                                                 \
    IT(risks)                                                                                      \
    IT(action_tracker)                                                                             \
    IT(priorities)                                                                                 \
    IT(deadlines)                                                                                  \
    IT(last_known)                                                                                 \
    IT(indicators)                                                                                 \
    IT(indicator_trends)                                                                           \
    IT(indicator_values)                                                                           \
    IT(audits)                                                                                     \
    IT(complaints)                                                                                 \
    IT(voices)                                                                                     \
    IT(provision)                                                                                  \
    IT(funding)                                                                                    \
    IT(claims)                                                                                     \
    IT(quotes)                                                                                     \
    IT(glossary)                                                                                   \
    IT(corrections)                                                                                \
    IT(how_known)                                                                                  \
    IT(left_out)                                                                                   \
    IT(source_list)                                                                                \
    IT(figure)                                                                                     \
    IT(figures)                                                                                    \
    IT(confidence)                                                                                 \
    IT(at_a_glance)                                                                                \
    IT(grade_chart)                                                                                \
    IT(grade_strip)                                                                                \
    IT(ratings_timeline)                                                                           \
    IT(quote)                                                                                      \
    IT(questions)                                                                                  \
    IT(england_bars)                                                                               \
    IT(neighbours)                                                                                 \
    IT(developments)                                                                               \
    IT(reviews)

#define DECLARED(name) extern const struct component component_##name;
EACH_COMPONENT(DECLARED)

#define LISTED(name) &component_##name,
const struct component *const components[] = {EACH_COMPONENT(LISTED) NULL};
