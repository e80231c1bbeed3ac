/* Codes of rules/: what cannot be so, and what is unlikely. What each says stands in
 * src/rules/rules_codes.c, and of interventions in
 * src/rules/interventions/interventions_codes.c. */
#ifndef COUNCILBRIEF_RULES_RULES_CODES_H
#define COUNCILBRIEF_RULES_RULES_CODES_H

#include "diag/code.h"

extern const struct code E212, E220, W220, W221, E222, W222, E223, W223, E224, W224, E225, W225,
    E226, W226, E227, W227, E228, W228, E229, W229, E230, W230, E231, W231, W232, W233, E234, W234,
    E235, W235, W236, E237, W237, W238, W239, W240, W241, W242, W243, W244, W245, W246, W247, W248,
    E249, W249, W250, W251, W252, E253, W253, W254, W257, W258, W265, E267, W268, W270, W407;
/* On work, money and political control: src/rules/work/work_codes.c. */
extern const struct code E293, W293, W294, W295, W296, W297, W298, W299, W374;
extern const struct code E294, W380, W381, W382, W383, W384, W385;
/* On visits: src/rules/inspections/inspections_codes.c. */
extern const struct code E280, E281, E282, E283, W365, W366, W367, W368, W369;
/* On what led to interventions, and on developments: src/rules/interventions/. */
extern const struct code E284, W284, W370, W371, W372, W373;

extern const struct code *const rules_codes[]; /* all of them; ends with NULL */

/* On what is measured: src/rules/measures/measures_codes.c. */
extern const struct code E288, E289, E290, E291, E292, E375, W288, W289, W290, W291, W292, W375,
    W376, W377, W378, W379;

extern const struct code *const measures_codes[]; /* the same */

#endif
