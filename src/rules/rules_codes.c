/* Codes of rules/: what cannot be so, and what is unlikely. */
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

const struct code W224 = {
    .name = "W224",
    .severity = SEVERITY_WARNING,
    .title = "Ratings below the total",
    .explanation = "The numbers of settings with each grade add up to less than the total, so that "
                   "some have no grade here. That may be right: settings can be new or not yet "
                   "inspected. The briefing says how many.",
    .wrong = "    total: 12\n",
    .right = "    total: 10\n",
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

const struct code W225 = {
    .name = "W225",
    .severity = SEVERITY_WARNING,
    .title = "Claim disagrees with what is computed",
    .explanation =
        "A source states a number that differs from the one computed from the facts in this "
        "specification. Both are printed. Add an entry under `conflicts` that names the "
        "source and says which figure is used and why, or correct the facts.",
    .wrong = "    wording: the third inadequate judgement in a row\n"
             "    value: 3\n",
    .right = "    wording: no inadequate judgement\n"
             "    value: 0\n",
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

const struct code W226 = {
    .name = "W226",
    .severity = SEVERITY_WARNING,
    .title = "Source that nothing names",
    .explanation =
        "The source is listed, and no fact in the specification names it. Add its id to the "
        "facts that come from it, or delete it.",
    .wrong = "  - id: NEWS-2024\n"
             "    title: A report in the news\n"
             "    publisher: The Example Times\n"
             "    published: 2024-05-14\n"
             "    kind: news\n",
    .right = "# Each source is named by a fact.\n",
};

const struct code E227 = {
    .name = "E227",
    .severity = SEVERITY_ERROR,
    .title = "No day for the briefing",
    .explanation =
        "Every computed value is computed for one day, so that the same specification "
        "always gives the same briefing. Write it as `as_at` below `briefing`, with year, "
        "month and day, or give it on the command line with --as-at.",
    .wrong = "  title: Children\342\200\231s services in Exampleshire\n",
    .right = "  title: Children\342\200\231s services in Exampleshire\n"
             "  as_at: 2024-06-30\n",
};

const struct code W227 = {
    .name = "W227",
    .severity = SEVERITY_WARNING,
    .title = "Council abolished",
    .explanation =
        "The council had ceased to exist on the day of the briefing, and nothing says which "
        "councils replaced it. Name them under `successors`, or make the briefing for an "
        "earlier day.",
    .wrong = "  abolished: 2024-06-01\n",
    .right = "  abolished: 2024-06-01\n"
             "  successors:\n"
             "    - name: North Exampleshire Council\n",
};

const struct code E228 = {
    .name = "E228",
    .severity = SEVERITY_ERROR,
    .title = "Dates out of order",
    .explanation =
        "One date lies before another that must come first, whichever way imprecise dates "
        "are read: a report before its fieldwork, an end before a beginning, a source read "
        "before it was published, an inspection of a council that was not there yet. Correct the "
        "date that is wrong, or make it less precise; where an earlier council was inspected, name "
        "it under `of`.",
    .wrong = "    fieldwork: 2024-03-04/2024-03-15\n"
             "    published: 2024-02-13\n",
    .right = "    fieldwork: 2024-03-04/2024-03-15\n"
             "    published: 2024-05-13\n",
};

const struct code W228 = {
    .name = "W228",
    .severity = SEVERITY_WARNING,
    .title = "Later than the day of the briefing",
    .explanation = "The date lies after the day for which the briefing is made. Inspections and "
                   "interventions after that day are left out of everything that is computed. Move "
                   "`as_at`, or check the date.",
    .wrong = "    fieldwork: 2024-07-01/2024-07-12\n",
    .right = "    fieldwork: 2024-03-04/2024-03-15\n"
             "    published: 2024-05-13\n",
};

const struct code W229 = {
    .name = "W229",
    .severity = SEVERITY_WARNING,
    .title = "Status contradicts a date",
    .explanation =
        "The status says one thing and the date another, on the day of the briefing: "
        "something is overdue before its date, or still planned after it. Correct one of "
        "the two.",
    .wrong = "    status: overdue\n"
             "    due: 2025-01-31\n",
    .right = "    status: planned\n"
             "    due: 2025-01-31\n",
};

const struct code E230 = {
    .name = "E230",
    .severity = SEVERITY_ERROR,
    .title = "Ratings exceed the total",
    .explanation =
        "The numbers of settings with each grade add up to more than the total. Count each "
        "setting once; where a source gives two grades together, write both in one entry.",
    .wrong = "    total: 9\n",
    .right = "    total: 10\n",
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

const struct code E231 = {
    .name = "E231",
    .severity = SEVERITY_ERROR,
    .title = "Exempt paragraphs and classification do not fit",
    .explanation =
        "An exempt or part exempt report must name the paragraphs, 1 to 7, of Part 1 of "
        "Schedule 12A to the Local Government Act 1972 by which it is exempt, and a report "
        "that names them must be classified so. A confidential report is another thing and "
        "names none.",
    .wrong = "  classification: exempt\n",
    .right = "  classification: exempt\n"
             "  exempt_paragraphs: [1, 2]\n",
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

const struct code E235 = {
    .name = "E235",
    .severity = SEVERITY_ERROR,
    .title = "Number out of range",
    .explanation =
        "Whole numbers in a specification count things: homes, judgements, people, months. They "
        "cannot be below zero, and none is above a million. Sums of money have a unit of their "
        "own. Percentages are from 0 to 100, the width of a figure from 5 to 100.",
    .wrong = "    total: -9\n",
    .right = "    total: 9\n",
};

const struct code W236 = {
    .name = "W236",
    .severity = SEVERITY_WARNING,
    .title = "Later than its sources",
    .explanation =
        "The date, or the record that is referred to, lies after all the sources that are "
        "named for it were published. A source cannot know what came later, so one of the "
        "dates or the source is wrong. Where a later source reports it, name that one "
        "too.",
    .wrong = "    date: 2024-06-03\n",
    .right = "    date: 2024-05-03\n",
};

const struct code E237 = {
    .name = "E237",
    .severity = SEVERITY_ERROR,
    .title = "Other body that is the council itself",
    .explanation =
        "`of` is for an inspection of another body than the council of the briefing: a council "
        "before it, a trust's agency, a partnership. With it, what was found never sets the "
        "council's grade. Leave it out where the council itself was inspected.",
    .wrong = "    of: West Exampleshire Council\n",
    .right = "    of: West Exampleshire Children’s Trust\n",
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

const struct code W238 = {
    .name = "W238",
    .severity = SEVERITY_WARNING,
    .title = "People named alike",
    .explanation = "Two people have the same surname, and a reader could take one for the other. "
                   "Give each a full name and a role wherever they are named. Two full names with "
                   "different roles are enough.",
    .wrong = "  - person: Smith\n"
             "    role: Director\n",
    .right = "  - person: John Smith\n"
             "    role: Director\n",
};

const struct code W239 = {
    .name = "W239",
    .severity = SEVERITY_WARNING,
    .title = "Implications missing",
    .explanation =
        "A committee paper states its financial, legal and equality implications and its "
        "risks, and says so where there are none: lawyers check this before it is "
        "published. Add an entry under `implications` for each that is missing, with the "
        "text \"None identified.\" if that is so.",
    .wrong = "    - kind: human_resources\n"
             "      text: None identified.\n",
    .right = "    - kind: equality\n"
             "      text: None identified.\n",
};

const struct code W240 = {
    .name = "W240",
    .severity = SEVERITY_WARNING,
    .title = "Grade counted twice",
    .explanation = "One kind of provision has two counts with the same grade in them, so that a "
                   "setting may have been counted twice. Write each grade in one count only.",
    .wrong = "      - grades: [good]\n",
    .right = "      - grades: [requires_improvement]\n",
};

const struct code W241 = {
    .name = "W241",
    .severity = SEVERITY_WARNING,
    .title = "Conflict with one side",
    .explanation = "A conflict shows the reader on what sources disagree, so it needs at least two "
                   "statements under `says`. If only one source speaks, it is no conflict: use a "
                   "note.",
    .wrong = "    says: [Ofsted says ten]\n",
    .right = "    says: [Ofsted says ten, the council says nine]\n",
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

const struct code W244 = {
    .name = "W244",
    .severity = SEVERITY_WARNING,
    .title = "Code that does not look right",
    .explanation =
        "The Department for Education's code has three digits, Ofsted's number only "
        "digits, and the code of the Office for National Statistics an E and eight "
        "digits, of which the first two tell the type of council: 10 county, 06 unitary, "
        "08 metropolitan, 09 London borough.",
    .wrong = "  la_code: 9261\n",
    .right = "  la_code: 926\n",
};

const struct code W245 = {
    .name = "W245",
    .severity = SEVERITY_WARNING,
    .title = "Meeting before the day of the briefing",
    .explanation = "The committee meets before the day for which the briefing is made, so it could "
                   "not have read it. Correct one of the two dates.",
    .wrong = "  meeting_date: 2024-06-03\n",
    .right = "  meeting_date: 2024-07-03\n",
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

const struct code W247 = {
    .name = "W247",
    .severity = SEVERITY_WARNING,
    .title = "Number that its wording does not name",
    .explanation = "The source's own words name one or more numbers, and the number given beside "
                   "them is none of these. One of the two was probably mistyped.",
    .wrong = "    value: 20\n",
    .right = "    value: 12\n",
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

const struct code E249 = {
    .name = "E249",
    .severity = SEVERITY_ERROR,
    .title = "Not a language code",
    .explanation =
        "A screen reader changes its voice by the language of the words, and must be told it as a "
        "code: cy for Welsh, pl for Polish, fr for French. The name of the language will not do.",
    .wrong = "    language: in Welsh\n",
    .right = "    language: cy\n",
};

const struct code W249 = {
    .name = "W249",
    .severity = SEVERITY_WARNING,
    .title = "Years and period differ",
    .explanation =
        "The number of years does not fit the period that is given for the money. Correct "
        "one, or leave one out.",
    .wrong = "    years: 5\n",
    .right = "    years: 3\n",
};

const struct code W250 = {
    .name = "W250",
    .severity = SEVERITY_WARNING,
    .title = "Bank holidays not known",
    .explanation = "A deadline is counted in working days, and the bank holidays of a year that it "
                   "reaches into are not in templates/bank-holidays.yaml. The deadline is given as "
                   "not known rather than guessed. Add the year once its bank holidays are "
                   "announced.",
    .wrong = "  - year: 2023\n"
             "    holidays: [{date: 2023-08-28, name: Summer bank holiday}]\n",
    .right = "  - year: 2024\n"
             "    holidays: [{date: 2024-08-26, name: Summer bank holiday}]\n",
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

const struct code W252 = {
    .name = "W252",
    .severity = SEVERITY_WARNING,
    .title = "Statement long before its source",
    .explanation =
        "A quotation is dated more than half a year before every source that is named for "
        "it. Sources mostly report what was just said. Check the year; where it is right, "
        "name the source that reported it first.",
    .wrong = "    date: 2023-05-09\n",
    .right = "    date: 2024-05-09\n",
};

const struct code E253 = {
    .name = "E253",
    .severity = SEVERITY_ERROR,
    .title = "Amount that is not one of pounds and pence",
    .explanation =
        "An amount in pounds has two decimals or none, one in thousands at most five, and no sum "
        "here has more than 15 digits. Check the amount and its unit: 16.5 with `unit: million` is "
        "sixteen and a half million pounds.",
    .wrong = "  - amount: 150.125\n"
             "    unit: pounds\n",
    .right = "  - amount: 150.13\n"
             "    unit: pounds\n",
};

const struct code W253 = {
    .name = "W253",
    .severity = SEVERITY_WARNING,
    .title = "Body that is nearly a predecessor",
    .explanation =
        "`of` names a body that is not among `predecessors`, and one of them is called almost the "
        "same. A predecessor’s inspections are shown as those of the council before this one; "
        "those "
        "of a body with another name are not. Write the name as it stands under `predecessors`.",
    .wrong = "    of: Exampleshire County Counsil\n",
    .right = "    of: Exampleshire County Council\n",
};

const struct code W254 = {
    .name = "W254",
    .severity = SEVERITY_WARNING,
    .title = "Full inspection with a scope",
    .explanation =
        "`scope` says that less was inspected than the framework judges. Such a record is shown "
        "apart and does not set the council's grade, what changed, or anything that is counted. "
        "Delete `scope` where the whole of what the framework judges was inspected; a remark for "
        "readers belongs under `note`.",
    .wrong = "    scope: Children’s services\n",
    .right = "    note: All of children’s services was inspected\n",
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

const struct code W407 = {
    .name = "W407",
    .severity = SEVERITY_WARNING,
    .title = "Address that cannot be a link",
    .explanation =
        "The address of a source does not begin with https:// or http://, or has a space in it. It "
        "is printed as text in the list of sources, but nobody can follow it.",
    .wrong = "    url: www.example.gov.uk/plan\n",
    .right = "    url: https://www.example.gov.uk/plan\n",
};

const struct code *const rules_codes[] = {
    &E212, &E220, &W220, &W221, &E222, &W222, &E223, &W223, &E224, &W224, &E225, &W225, &E226,
    &W226, &E227, &W227, &E228, &W228, &E229, &W229, &E230, &W230, &E231, &W231, &W232, &W233,
    &E234, &W234, &E235, &W235, &W236, &E237, &W237, &W238, &W239, &W240, &W241, &W242, &W243,
    &W244, &W245, &W246, &W247, &W248, &E249, &W249, &W250, &W251, &W252, &E253, &W253, &W254,
    &W257, &W258, &W265, &E267, &W268, &W270, &W407, &W293, &W294, &W295, &E280, &E281, &E282,
    &E283, &W365, &W366, &W367, &W368, &W369, &E284, &W284, &W370, &W371, &W372, &W373, &W374,
    &W296, &E293, &W297, &W298, &W299, &E294, &W380, &W381, &W382, &W383, &W384, &W385, NULL};
