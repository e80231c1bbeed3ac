/* What `explain` says of the codes on actions, recommendations, risks, milestones and money. */
#include "rules/rules_codes.h"

const struct code W293 = {
    .name = "W293",
    .severity = SEVERITY_WARNING,
    .title = "Percentage contradicts the status",
    .explanation =
        "An action is 100 per cent done and its status says that it is not complete; or it is "
        "complete and less than 100 per cent of it are done. Readers see both side by side. "
        "Correct "
        "one of the two.",
    .wrong = "    status: in_progress\n"
             "    percent: 100\n",
    .right = "    status: in_progress\n"
             "    percent: 90\n",
};

const struct code W294 = {
    .name = "W294",
    .severity = SEVERITY_WARNING,
    .title = "Action that answers a source",
    .explanation =
        "`answers` names what asked for the action: a recommendation, an area for improvement, an "
        "inspection, a direction or another record. A source or a quotation asks for nothing; what "
        "says that there is such an action stands under `source`.",
    .wrong = "    answers: OFSTED-2024\n",
    .right = "    answers: I2024\n",
};

const struct code W295 = {
    .name = "W295",
    .severity = SEVERITY_WARNING,
    .title = "Two actions with one number",
    .explanation =
        "Two actions have the same `number`, by which members and officers name them. One of the "
        "numbers may be wrong, or the same action stands twice.",
    .wrong = "  - number: \"1.1\"\n"
             "    text: Train them\n",
    .right = "  - number: \"1.2\"\n"
             "    text: Train them\n",
};
