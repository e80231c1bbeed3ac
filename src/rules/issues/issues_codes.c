/* Codes of rules on what one issue says of those before it. */
#include "rules/rules_codes.h"

#include <stddef.h>

const struct code E391 = {
    .name = "E391",
    .severity = SEVERITY_ERROR,
    .title = "Correction or withdrawal of an unknown record",
    .explanation =
        "A correction names the record that was wrong: with `of` its id, as it is now, or, where "
        "it "
        "has none, with `kind` the list that it stands in and with `of` what it says. A withdrawal "
        "names the id that the record had, or the list that it was in. What is gone stands under "
        "`withdrawn` and not under `corrections`.",
    .wrong = "  - of: I2042\n",
    .right = "  - of: I2024\n",
};

const struct code E392 = {
    .name = "E392",
    .severity = SEVERITY_ERROR,
    .title = "Correction of an unknown key",
    .explanation =
        "`field` of a correction is the key whose value was wrong, as it is written in the record. "
        "A grade of one judgement is `judgements.` and its key; a key of a part has both names, "
        "such as `target.value` of an indicator or `people.Dave Hill.to` of an intervention.",
    .wrong = "    field: publised\n",
    .right = "    field: published\n",
};

const struct code E393 = {
    .name = "E393",
    .severity = SEVERITY_ERROR,
    .title = "Correction of what is as it was",
    .explanation =
        "A correction says under `was` what an earlier issue had, and the record itself says what "
        "is right. Here both are the same: either the record was not mended, or `was` has the "
        "right value in place of the wrong one.",
    .wrong = "    was: 13 May 2024\n",
    .right = "    was: 13 March 2024\n",
};

const struct code E394 = {
    .name = "E394",
    .severity = SEVERITY_ERROR,
    .title = "Days of a correction out of order",
    .explanation =
        "`since` is the day of the first issue that had the fault, `found` the day on which it was "
        "noticed: that is no earlier, and not after the day for which the briefing is made.",
    .wrong = "    found: 2024-07-20\n",
    .right = "    found: 2024-06-20\n",
};

const struct code E395 = {
    .name = "E395",
    .severity = SEVERITY_ERROR,
    .title = "Withdrawn record that is still there",
    .explanation =
        "A record under `withdrawn` is one that earlier issues had and that this one has not. It "
        "stands among the records too, under its id or under another that it has now. Delete it "
        "there, or delete the entry under `withdrawn`.",
    .wrong = "  - of: I2024\n",
    .right = "  - of: I2023\n",
};

const struct code E396 = {
    .name = "E396",
    .severity = SEVERITY_ERROR,
    .title = "Former id that is in use",
    .explanation =
        "`was` is the id that a record had in an earlier issue. It is not the id that it has now, "
        "nor that of another record of the same kind, and no two records had the same one: the "
        "history of one would be told as that of the other.",
    .wrong = "    was: I2024\n",
    .right = "    was: ILACS-2024\n",
};

const struct code E397 = {
    .name = "E397",
    .severity = SEVERITY_ERROR,
    .title = "Issue before that holds no facts",
    .explanation =
        "`previous` names the folder in which the facts of the issue before lie, or the facts file "
        "itself (`NAME.facts.json`), seen from the specification. What changed is found by "
        "comparing facts: a paper, a specification or an address on the web cannot be read for "
        "that.",
    .wrong = "  previous: issues/2024-05/exampleshire.pdf\n",
    .right = "  previous: issues/2024-05\n",
};

const struct code *const issues_codes[] = {&E391, &E392, &E393, &E394, &E395, &E396, &E397, NULL};
