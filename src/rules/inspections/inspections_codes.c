/* What `explain` says of the codes on visits, areas for priority action and short inspections, and
 * former names. */
#include "rules/rules_codes.h"

const struct code E280 = {
    .name = "E280",
    .severity = SEVERITY_ERROR,
    .title = "Number that a series of visits does not have",
    .explanation =
        "`visit_number` says which visit it is of those that follow an inspection, counted from 1; "
        "`visits_in_all` says how many there were, once that is known. The first cannot be more "
        "than the second.",
    .wrong = "    visit_number: 8\n"
             "    visits_in_all: 7\n",
    .right = "    visit_number: 7\n"
             "    visits_in_all: 7\n",
};

const struct code E281 = {
    .name = "E281",
    .severity = SEVERITY_ERROR,
    .title = "Two visits of one number",
    .explanation =
        "Two visits of one kind that follow the same full inspection have the same `visit_number`. "
        "They may be one visit that is written twice, or one of the numbers is wrong.",
    .wrong = "    published: 2025-04-30\n"
             "    visit_number: 1\n",
    .right = "    published: 2025-04-30\n"
             "    visit_number: 2\n",
};

const struct code E282 = {
    .name = "E282",
    .severity = SEVERITY_ERROR,
    .title = "Count of visits that cannot be",
    .explanation =
        "`visits_in_all` counts the visits of one kind that follow the same full inspection, "
        "whether or not all are recorded. So no more of them can be recorded, and where several "
        "say it, they say the same.",
    .wrong = "    visits_in_all: 1\n",
    .right = "    visits_in_all: 3\n",
};

const struct code E283 = {
    .name = "E283",
    .severity = SEVERITY_ERROR,
    .title = "Fewer areas than are named",
    .explanation =
        "`areas_in_all` and `priority_areas_in_all` are for a source that counts the areas for "
        "improvement, or for priority action, without naming them all. Neither can be less than "
        "the number that `areas` or `priority_areas` names.",
    .wrong = "    priority_areas_in_all: 1\n",
    .right = "    priority_areas_in_all: 2\n",
};

const struct code W365 = {
    .name = "W365",
    .severity = SEVERITY_WARNING,
    .title = "Visits numbered against their dates",
    .explanation =
        "Of two visits that follow the same full inspection, the later one has the lower number. "
        "A number or a date may be wrong. Where the source counts in another way, nothing is "
        "wrong.",
    .wrong = "    published: 2023-04-30\n"
             "    visit_number: 2\n",
    .right = "    published: 2025-04-30\n"
             "    visit_number: 2\n",
};

const struct code W366 = {
    .name = "W366",
    .severity = SEVERITY_WARNING,
    .title = "Full inspection with what belongs to a visit",
    .explanation =
        "A theme and a place in a series are of visits. A record of a full inspection that has one "
        "may be a visit under a wrong framework, and would then set the council's grade.",
    .wrong = "    theme: care leavers\n",
    .right = "",
};

const struct code W367 = {
    .name = "W367",
    .severity = SEVERITY_WARNING,
    .title = "Full inspection with areas for priority action",
    .explanation =
        "Areas for priority action are named in letters about visits, and oblige the council to "
        "send a plan. The report of a full inspection lists what needs to improve: write that "
        "under `areas`.",
    .wrong = "    priority_areas:\n",
    .right = "    areas:\n",
};

const struct code W368 = {
    .name = "W368",
    .severity = SEVERITY_WARNING,
    .title = "Short inspection after a lower grade",
    .explanation =
        "Under ILACS, councils that were good or outstanding have a short inspection of a week, "
        "the others a standard one of two. The inspection before this one gave a lower grade, so "
        "one of the two records may be wrong.",
    .wrong = "    kind: short\n",
    .right = "    kind: standard\n",
};

const struct code W369 = {
    .name = "W369",
    .severity = SEVERITY_WARNING,
    .title = "Former name that is none",
    .explanation =
        "`former_names` is for names that the same council had before: what Ofsted found under "
        "them "
        "is its own. The name that it has now does not belong there, nor that of another council, "
        "which stands under `predecessors`: what that one was given is never compared with.",
    .wrong = "  former_names:\n"
             "    - name: Exampleshire County Council\n",
    .right = "  former_names:\n"
             "    - name: Exampleshire Council\n",
};
