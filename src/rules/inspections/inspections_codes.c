/* Codes of rules on inspections: frameworks, grades, dates, counts, visits. */
#include "rules/rules_codes.h"

#include <stddef.h>

const struct code E212 = {
    .name = "E212",
    .severity = SEVERITY_ERROR,
    .title = "Judgement not in the framework",
    .explanation =
        "The framework that the inspection names has no judgement with this key. Either the "
        "key is misspelt, or the framework is another: its variants have different "
        "judgements, and the variant is chosen by the start of fieldwork.",
    .wrong = "      leadership: good\n",
    .right = "      leaders: good\n",
};

const struct code E220 = {
    .name = "E220",
    .severity = SEVERITY_ERROR,
    .title = "Grade not in the framework",
    .explanation =
        "The grade exists, but not in the framework that the inspection names. The third "
        "grade was adequate until 2013 and is requires_improvement since. Visits and other "
        "letters have no grades at all.",
    .wrong = "    overall: adequate\n",
    .right = "    overall: good\n",
};

const struct code W220 = {
    .name = "W220",
    .severity = SEVERITY_WARNING,
    .title = "Framework may not have been in use",
    .explanation =
        "The dates given leave open, or make it likely, that fieldwork began when this "
        "framework was not in use. Give the first day of fieldwork if it is known, or check "
        "the framework.",
    .wrong = "    published: 2023-05-13\n"
             "    overall: good\n",
    .right = "    fieldwork: 2022-12-05/2022-12-16\n"
             "    published: 2023-05-13\n"
             "    overall: good\n",
};

const struct code W221 = {
    .name = "W221",
    .severity = SEVERITY_WARNING,
    .title = "Inadequate judgement under a better overall one",
    .explanation =
        "A judgement is inadequate and the overall judgement is not. It has happened: "
        "leaders alone were inadequate three times in councils that required improvement. "
        "It is rare enough to check both grades against the report; then `how_known` of a record "
        "with its `id` says so, and it is doubted no more.",
    .wrong = "      leaders: inadequate\n",
    .right = "      leaders: requires_improvement\n",
};

const struct code E222 = {
    .name = "E222",
    .severity = SEVERITY_ERROR,
    .title = "Overall judgement where there is none",
    .explanation =
        "The framework that the inspection names has no judgement of overall effectiveness, "
        "so none can have been given. Leave `overall` out: the briefing then says why there "
        "is none. Check the framework if the report does print one.",
    .wrong = "    overall: good\n"
             "    judgements:\n"
             "      leaders: good\n",
    .right = "    judgements:\n"
             "      leaders: good\n",
};

const struct code E223 = {
    .name = "E223",
    .severity = SEVERITY_ERROR,
    .title = "More judgements than the framework has",
    .explanation =
        "The judgements that a source counts without naming them, and those it does name, "
        "are together more than the framework has. Sources count differently: some count "
        "key judgements only, some count every line. Check what the source counted.",
    .wrong = "    unnamed:\n"
             "      - count: 3\n"
             "        grade: inadequate\n",
    .right = "    unnamed:\n"
             "      - count: 1\n"
             "        grade: inadequate\n",
};

const struct code W223 = {
    .name = "W223",
    .severity = SEVERITY_WARNING,
    .title = "Inspection without a date",
    .explanation =
        "The inspection has neither a date of publication nor one of fieldwork, so it "
        "cannot be placed in the timeline and is left out of what is computed. Even a year "
        "or an interval helps.",
    .wrong = "    how_known: The source says \"in the spring\"\n",
    .right = "    published: 2024-spring\n",
};

const struct code E224 = {
    .name = "E224",
    .severity = SEVERITY_ERROR,
    .title = "Overall judgement contradicts a key judgement",
    .explanation =
        "Under the single inspection framework a council is inadequate overall if, and only "
        "if, one of the three key judgements is inadequate. All 167 reports bear this out, "
        "so one of the grades must be wrong. Adoption and care leavers do not count for "
        "this rule.",
    .wrong = "    overall: requires_improvement\n",
    .right = "    overall: inadequate\n",
};

const struct code E225 = {
    .name = "E225",
    .severity = SEVERITY_ERROR,
    .title = "Overall judgement outside the judgements",
    .explanation =
        "The overall judgement is better or worse than every judgement below it. No report "
        "has had this in 310 inspections, so one of the grades must be wrong.",
    .wrong = "    overall: requires_improvement\n",
    .right = "    overall: good\n",
};

const struct code E226 = {
    .name = "E226",
    .severity = SEVERITY_ERROR,
    .title = "Framework not in use",
    .explanation =
        "Fieldwork began at a time when the framework that is named was not in use. The "
        "framework, and its variant, are chosen by the first day of fieldwork, not by the "
        "date of publication: a report published in May 2023 on fieldwork of December 2022 "
        "follows the variant of 2018 to 2022.",
    .wrong = "    framework: ILACS_2018\n",
    .right = "    framework: ILACS_2023\n",
};

const struct code W230 = {
    .name = "W230",
    .severity = SEVERITY_WARNING,
    .title = "Unusual time between dates",
    .explanation = "Fieldwork has lasted up to 28 days, and a report has followed its end by 18 to "
                   "214 days, in 490 full inspections from 2013 to 2026. What is given here is far "
                   "outside that. It is rare enough to check both dates against the report.",
    .wrong = "    fieldwork: 2024-01-04/2024-03-15\n",
    .right = "    fieldwork: 2024-03-04/2024-03-15\n",
};

const struct code E234 = {
    .name = "E234",
    .severity = SEVERITY_ERROR,
    .title = "Overall judgement among the others",
    .explanation =
        "The overall judgement has a field of its own, `overall`, beside `judgements`. Move "
        "it there.",
    .wrong = "    judgements:\n"
             "      overall: good\n",
    .right = "    overall: good\n"
             "    judgements:\n",
};

const struct code W237 = {
    .name = "W237",
    .severity = SEVERITY_WARNING,
    .title = "Report dated otherwise than its inspection",
    .explanation =
        "The inspection names an Ofsted report as its source, and the two were published "
        "more than two weeks apart. Ofsted's list and its reports differ by a few days at "
        "most. One date is wrong, or it is the report of another inspection.",
    .wrong = "    published: 2024-04-13\n",
    .right = "    published: 2024-05-13\n",
};

const struct code W242 = {
    .name = "W242",
    .severity = SEVERITY_WARNING,
    .title = "Kind of inspection not of the framework",
    .explanation =
        "The kind says that it was a full inspection and the framework is one for visits, "
        "or the other way round. Full inspections set the council's position; visits do "
        "not. Change one of the two.",
    .wrong = "    kind: monitoring_visit\n",
    .right = "    kind: full\n",
};

const struct code W243 = {
    .name = "W243",
    .severity = SEVERITY_WARNING,
    .title = "Count disagrees with the judgements named",
    .explanation =
        "Every judgement of the inspection is named with its grade, and a source counts "
        "more with this grade than there are. A count that is lower can be right, because "
        "sources count on different bases. Correct the count or its grade.",
    .wrong = "      - count: 4\n"
             "        grade: good\n",
    .right = "      - count: 3\n"
             "        grade: good\n",
};

const struct code W246 = {
    .name = "W246",
    .severity = SEVERITY_WARNING,
    .title = "Full inspections close together",
    .explanation =
        "Two full inspections of one framework are less than a year apart. The closest "
        "that a council has had were 582 days apart. They may be one inspection that was "
        "written down twice, or a date is wrong. A re-inspection may come after four months.",
    .wrong = "    fieldwork: 2023-09-04/2023-09-15\n",
    .right = "    fieldwork: 2023-09-04/2023-09-15\n"
             "    kind: review\n",
};

const struct code W248 = {
    .name = "W248",
    .severity = SEVERITY_WARNING,
    .title = "Overall grade that no judgement has",
    .explanation =
        "The overall grade lies between those of the judgements, and none of them has it. "
        "In all of 477 reports at least one had. Check the grades against the report.",
    .wrong = "    overall: requires_improvement\n",
    .right = "    overall: inadequate\n",
};

const struct code W251 = {
    .name = "W251",
    .severity = SEVERITY_WARNING,
    .title = "Judgement far from the overall one",
    .explanation = "A key judgement is two grades or more from the overall one. Under the single "
                   "inspection framework that was never so, in 167 reports, nor under ILACS in the "
                   "276 reports of councils that were not inadequate overall. Check both grades "
                   "against the report.",
    .wrong = "      leaders: outstanding\n",
    .right = "      leaders: good\n",
};

const struct code E267 = {
    .name = "E267",
    .severity = SEVERITY_ERROR,
    .title = "Inspection also in the table",
    .explanation =
        "An inspection is written in the specification and is in the table too, so that it would "
        "be counted twice. To add to what the table says, give your record the id that the table's "
        "has, and write only what the table does not say; else delete one of the two.",
};

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

const struct code W387 = {
    .name = "W387",
    .severity = SEVERITY_WARNING,
    .title = "Another latest inspection in the table of all councils",
    .explanation =
        "A table has all councils, and this one is compared with them. Its latest full inspection "
        "in the paper is not the one in the table, or has other grades there. Figures for England, "
        "the region and neighbours are still counted from the table; where this council stands "
        "among them is not said until both agree.",
};

const struct code *const inspections_codes[] = {
    &E212, &E220, &W220, &W221, &E222, &E223, &W223, &E224, &E225, &E226,
    &W230, &E234, &W237, &W242, &W243, &W246, &W248, &W251, &E267, &E280,
    &E281, &E282, &E283, &W365, &W366, &W367, &W368, &W387, NULL};
