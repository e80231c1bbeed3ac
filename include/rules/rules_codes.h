/* Codes of rules/: what cannot be so, and what is unlikely. Each list ends with NULL. */
#ifndef COUNCILBRIEF_RULES_RULES_CODES_H
#define COUNCILBRIEF_RULES_RULES_CODES_H

#include "diag/code.h"

/* src/rules/rules_codes.c */
extern const struct code W225, W226, E227, W227, E228, W228, E231, E235, W236, E237, W238, W239,
    W241, W244, W245, W247, E249, W252, W253, W254, W369, W374, W384, W385, W390, W407, W430, E342;
extern const struct code *const rules_codes[];

/* src/rules/inspections/inspections_codes.c */
extern const struct code E212, E220, W220, W221, E222, E223, W223, E224, E225, E226, W230, E234,
    W237, W242, W243, W246, W248, W251, E267, E280, E281, E282, E283, W365, W366, W367, W368, W387;
extern const struct code *const inspections_codes[];

/* src/rules/interventions/interventions_codes.c */
extern const struct code W222, E229, W231, W232, W233, W234, W235, W257, W258, E284, W284, W370,
    W371, W372, W373;
extern const struct code *const interventions_codes[];

/* src/rules/measures/measures_codes.c */
extern const struct code E288, W288, E289, W289, E290, W290, E291, W291, E292, W292, E375, W375,
    W376, W377, W378, W379;
extern const struct code *const measures_codes[];

/* src/rules/work/work_codes.c */
extern const struct code W224, W229, E230, W240, W249, W250, E253, W265, W268, W270, E293, W293,
    E294, W294, W295, W296, W297, W298, W299, W380, W381, W382, W383;
extern const struct code *const work_codes[];

/* src/rules/issues/issues_codes.c */
extern const struct code E391, E392, E393, E394, E395, E396, E397;
extern const struct code *const issues_codes[];

#endif
