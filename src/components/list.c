/* The list of components: a new one takes a file of its own and a line here. */
#include "components/list.h"

extern const struct component component_front_sheet, component_contents, component_key_facts,
    component_ratings_table, component_timeline, component_interventions, component_leadership,
    component_action_tracker, component_provision, component_funding, component_claims,
    component_quotes, component_glossary, component_source_list, component_figure,
    component_figures, component_confidence, component_at_a_glance, component_ratings_timeline,
    component_quote, component_questions, component_neighbours;

const struct component *const components[] = {
    &component_front_sheet,
    &component_contents,
    &component_key_facts,
    &component_ratings_table,
    &component_timeline,
    &component_interventions,
    &component_leadership,
    &component_action_tracker,
    &component_provision,
    &component_funding,
    &component_claims,
    &component_quotes,
    &component_glossary,
    &component_source_list,
    &component_figure,
    &component_figures,
    &component_confidence,
    &component_at_a_glance,
    &component_ratings_timeline,
    &component_quote,
    &component_questions,
    &component_neighbours,
    NULL,
};
