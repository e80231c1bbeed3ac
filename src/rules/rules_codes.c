/* Codes of rules on what belongs to no one kind of record: the council, dates, names, numbers,
   sources and the paper itself. */
#include "rules/rules_codes.h"

#include <stddef.h>

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

const struct code W247 = {
    .name = "W247",
    .severity = SEVERITY_WARNING,
    .title = "Number that its wording does not name",
    .explanation = "The source's own words name one or more numbers, and the number given beside "
                   "them is none of these. One of the two was probably mistyped.",
    .wrong = "    value: 20\n",
    .right = "    value: 12\n",
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

const struct code W384 = {
    .name = "W384",
    .severity = SEVERITY_WARNING,
    .title = "Quotation that cannot stand alone",
    .explanation =
        "The quotation begins in lower case or with dots, and so in the middle of a sentence. "
        "Readers "
        "do not know whose sentence it ends. Write the words that lead up to it under `lead_in`; "
        "they are printed before it, outside the quotation marks.",
    .wrong = "  - text: it was only right\n",
    .right = "  - lead_in: She said that\n"
             "    text: it was only right\n",
};

const struct code W385 = {
    .name = "W385",
    .severity = SEVERITY_WARNING,
    .title = "Judgements of another council without a framework",
    .explanation = "The judgements of another council stand beside this one's, under the names "
                   "that its report "
                   "gives them. Without a `framework` these names are not known, and nobody can "
                   "say whether the "
                   "grades exist.",
    .wrong = "    why: It shares the trust\n"
             "    judgements:\n",
    .right = "    why: It shares the trust\n"
             "    framework: ILACS_2023\n"
             "    judgements:\n",
};

const struct code W390 = {
    .name = "W390",
    .severity = SEVERITY_WARNING,
    .title = "Long finding or lead",
    .explanation =
        "The finding heads page one and the lead stands below it in large letters: together they "
        "are what a reader takes away. A finding of more than sixteen words, or a lead of more "
        "than "
        "forty, is not taken in at a glance. Nothing is cut.",
    .wrong =
        "  finding: >-\n"
        "    After a long period in which services for children were judged inadequate, Ofsted "
        "has now found that they have got better\n",
    .right = "  finding: Norfolk's children's services are no longer inadequate\n",
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

const struct code W430 = {
    .name = "W430",
    .severity = SEVERITY_WARNING,
    .title = "Capitals that nothing explains",
    .explanation =
        "A word in capitals is short for something that a councillor may not know, and neither the "
        "glossary nor its own sentence says what. Write it into `glossary`: with `expansion` the "
        "paper prints the long form where the word stands first, and a screen reader says it. What "
        "everybody knows, such as NHS, needs none; nor does what stands beside its long form: "
        "`Local Government Chronicle (LGC)`. Words in tables are not looked at.",
    .wrong = "glossary: []\n",
    .right = "glossary:\n"
             "  - term: LGC\n"
             "    expansion: Local Government Chronicle\n"
             "    meaning: A magazine for people who work in councils.\n",
};

const struct code E342 = {
    .name = "E342",
    .severity = SEVERITY_ERROR,
    .title = "Section of the officers’ own without a place, or with two",
    .explanation =
        "An entry of `sections` stands before or after a section of the template, and says which "
        "with `before` or `after`. Without either, nobody can tell where it belongs; with both it "
        "would stand in the paper twice.",
    .wrong = "  - heading: Family hubs\n"
             "    text: Three of them open in May.\n",
    .right = "  - heading: Family hubs\n"
             "    after: position\n"
             "    text: Three of them open in May.\n",
};

const struct code *const rules_codes[] = {&W225, &W226, &E227, &W227, &E228, &W228, &E231, &E235,
                                          &W236, &E237, &W238, &W239, &W241, &W244, &W245, &W247,
                                          &E249, &W252, &W253, &W254, &W369, &W374, &W384, &W385,
                                          &W390, &W407, &W430, &E342, NULL};
