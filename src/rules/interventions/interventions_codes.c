/* Codes of rules on interventions and on what led to them. */
#include "rules/rules_codes.h"

#include <stddef.h>

const struct code W222 = {
    .name = "W222",
    .severity = SEVERITY_WARNING,
    .title = "Intervention ascribed to Ofsted",
    .explanation =
        "Ofsted inspects and judges. Only the Department for Education issues, closes, "
        "revokes or lifts an intervention. Where a source says otherwise, keep its words in "
        "a note and do not name Ofsted as the one who acted.",
    .wrong = "    by: Ofsted\n",
    .right = "    by: Department for Education\n",
};

const struct code E229 = {
    .name = "E229",
    .severity = SEVERITY_ERROR,
    .title = "Intervention replaces itself",
    .explanation =
        "Following `replaces` from one intervention to the next leads back to the first. "
        "Each intervention names the earlier one that it replaces, never a later one.",
    .wrong = "    replaces: N2014\n"
             "    source: OFSTED-2024\n"
             "  - id: N2014\n"
             "    kind: direction\n"
             "    by: Department for Education\n"
             "    issued: 2014-10-01\n"
             "    replaces: N2013\n",
    .right = "    source: OFSTED-2024\n"
             "  - id: N2014\n"
             "    kind: direction\n"
             "    by: Department for Education\n"
             "    issued: 2014-10-01\n"
             "    replaces: N2013\n",
};

const struct code W231 = {
    .name = "W231",
    .severity = SEVERITY_WARNING,
    .title = "Replacement that does not join up",
    .explanation =
        "One intervention replaces another, and the earlier one ended on another day, or "
        "is said to have been replaced by one that is not here. Time in intervention is "
        "computed from these dates. Correct the date, or say how the earlier one ended.",
    .wrong = "    ended: 2023-05-01\n"
             "    ended_how: replaced\n",
    .right = "    ended: 2023-06-01\n"
             "    ended_how: replaced\n",
};

const struct code W232 = {
    .name = "W232",
    .severity = SEVERITY_WARNING,
    .title = "Power that the step does not have",
    .explanation =
        "Only a direction has a basis in law and a commissioner; letters, advisers, "
        "boards and improvement notices bind nobody. Directions on children's services "
        "rest on the Children Act of November 2004, and improvement notices began in "
        "April 2008. The kind of step or its date is probably wrong, or the source mixed "
        "the two.",
    .wrong = "    kind: notice\n"
             "    legal_basis: Education Act 1996, section 497A\n",
    .right = "    kind: direction\n"
             "    legal_basis: Education Act 1996, section 497A\n",
};

const struct code W233 = {
    .name = "W233",
    .severity = SEVERITY_WARNING,
    .title = "Intervention after nothing inadequate",
    .explanation =
        "The inspection that is named as the cause of the intervention has grades, and "
        "none of them is inadequate. It is nearly always inadequate services that lead to "
        "an intervention. Check which inspection is meant.",
    .wrong = "    triggered_by: I2024\n",
    .right = "    how_known: The article says that it was issued in the summer\n",
};

const struct code W234 = {
    .name = "W234",
    .severity = SEVERITY_WARNING,
    .title = "Steps in an unusual order",
    .explanation = "A notice may forewarn a direction, which then replaces it. The other way round "
                   "the department steps down, and says so. A letter is no intervention at all, so "
                   "it replaces nothing. Correct the kind, or say what replaced what and how it "
                   "ended.",
    .wrong = "    ended: 2023-06-01\n"
             "    ended_how: replaced\n",
    .right = "    ended: 2023-06-01\n"
             "    ended_how: stepped_down\n",
};

const struct code W235 = {
    .name = "W235",
    .severity = SEVERITY_WARNING,
    .title = "Two dates for one report",
    .explanation =
        "The commissioner's report stands with the commissioner and among the deadlines, "
        "with two different dates. Correct one, or leave one of the two out.",
    .wrong = "      report_due: 2024-10-31\n",
    .right = "      report_due: 2024-09-30\n",
};

const struct code W257 = {
    .name = "W257",
    .severity = SEVERITY_WARNING,
    .title = "Not known to be still in force",
    .explanation =
        "An intervention without an end is not for ever in force: nobody may have written down its "
        "end. It counts as in force for three months after the last day on which that was known: "
        "`known_open`, or the day of its latest source. After that the paper says when it was last "
        "checked. Look again, and write `known_open` with the day, or its end.",
    .wrong = "    issued: 2022-03-01\n",
    .right = "    issued: 2022-03-01\n    known_open: 2024-06-14\n",
};

const struct code W258 = {
    .name = "W258",
    .severity = SEVERITY_WARNING,
    .title = "Perhaps another department's",
    .explanation =
        "Commissioners under the Local Government Act 1999 are sent by the ministry for local "
        "government, for the whole council. Without `department` a step counts as the Department "
        "for Education's, and its months as intervention in children's services.",
    .wrong = "    by: Ministry of Housing, Communities and Local Government\n",
    .right = "    department: Ministry of Housing, Communities and Local Government\n",
};

const struct code E284 = {
    .name = "E284",
    .severity = SEVERITY_ERROR,
    .title = "Record that leads to itself",
    .explanation =
        "A record is named as what led to itself, or as what it led to. Name the one that came "
        "before it, or that came of it.",
    .wrong = "  - id: D2015\n"
             "    triggered_by: D2015\n",
    .right = "  - id: D2015\n"
             "    triggered_by: I2015\n",
};

const struct code W284 = {
    .name = "W284",
    .severity = SEVERITY_WARNING,
    .title = "Statutory against what else is said",
    .explanation =
        "A step that binds in law is not voluntary, and a letter that warns of one does not bind. "
        "A direction always binds, and so does what has a basis in law. One of the two keys is "
        "wrong.",
    .wrong = "    statutory: yes\n"
             "    voluntary: yes\n",
    .right = "    statutory: no\n"
             "    voluntary: yes\n",
};

const struct code W370 = {
    .name = "W370",
    .severity = SEVERITY_WARNING,
    .title = "Key of another kind of development",
    .explanation =
        "People sign petitions and calls for an inquiry, and it is decisions that have options to "
        "choose from. The kind is probably wrong, or the key.",
    .wrong = "  - kind: judgment\n"
             "    signatures: 1250\n",
    .right = "  - kind: petition\n"
             "    signatures: 1250\n",
};

const struct code W371 = {
    .name = "W371",
    .severity = SEVERITY_WARNING,
    .title = "Person twice in one post",
    .explanation =
        "The same name stands twice under one intervention, in the same post and at the same time. "
        "Somebody who was first adviser and then commissioner has two posts: say so with `kind`, "
        "and when the first one ended with `to`.",
    .wrong = "      - name: Jo Bloggs\n"
             "      - name: Jo Bloggs\n",
    .right = "      - name: Jo Bloggs\n"
             "      - name: Lee Marsh\n",
};

const struct code W372 = {
    .name = "W372",
    .severity = SEVERITY_WARNING,
    .title = "Key of a trust",
    .explanation =
        "Owners, a contract and reserved matters belong to a trust; a direction or a notice has "
        "none. Make the trust an intervention of its own, with `triggered_by` for the direction "
        "that ordered it.",
    .wrong = "    kind: direction\n"
             "    owned_by: both councils\n",
    .right = "    kind: trust\n"
             "    owned_by: both councils\n",
};

const struct code W373 = {
    .name = "W373",
    .severity = SEVERITY_WARNING,
    .title = "Partnership without a partner",
    .explanation =
        "A partnership with another council, or an improvement partner, is recorded and nobody is "
        "named. Name the partner under `people`, with `kind: partner_council`.",
    .wrong = "    kind: partnership\n",
    .right = "    kind: partnership\n"
             "    people: [{name: Otherhampton Council, kind: partner_council}]\n",
};

const struct code *const interventions_codes[] = {&W222, &E229, &W231, &W232, &W233, &W234,
                                                  &W235, &W257, &W258, &E284, &W284, &W370,
                                                  &W371, &W372, &W373, NULL};
