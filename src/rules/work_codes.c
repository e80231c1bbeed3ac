/* What `explain` says of the codes on actions, recommendations, risks, milestones and money, and on
   political control. */
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

const struct code W374 = {
    .name = "W374",
    .severity = SEVERITY_WARNING,
    .title = "Political control by two at a time",
    .explanation =
        "Two records of `control` cover the same days, whichever way their dates are read, so the "
        "paper names two as controlling the council. A change on one day may be the end of one and "
        "the beginning of the next. Where two parties share control, name both under `party`.",
    .wrong = "    - {party: Labour, from: 2012-05-03, to: 2022-05-05, source: OFSTED-2024}\n"
             "    - {party: Conservative, from: 2021-05-06, source: OFSTED-2024}\n",
    .right = "    - {party: Labour, from: 2012-05-03, to: 2021-05-06, source: OFSTED-2024}\n"
             "    - {party: Conservative, from: 2021-05-06, source: OFSTED-2024}\n",
};
