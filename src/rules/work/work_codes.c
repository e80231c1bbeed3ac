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

const struct code W296 = {
    .name = "W296",
    .severity = SEVERITY_WARNING,
    .title = "Rejected and yet done",
    .explanation =
        "The council rejected a recommendation, and its status says that it is being done or is "
        "complete. One of the two is wrong, or it was accepted in part.",
    .wrong = "    response: rejected\n"
             "    status: in_progress\n",
    .right = "    response: partly\n"
             "    status: in_progress\n",
};

const struct code E293 = {
    .name = "E293",
    .severity = SEVERITY_ERROR,
    .title = "Rating of a risk out of range",
    .explanation = "Likelihood and impact of a risk are rated from 1 to 5, before and after what "
                   "is done about "
                   "it. Where a register has other steps, write the `score` and leave the two out.",
    .wrong = "    likelihood: 6\n",
    .right = "    likelihood: 5\n",
};

const struct code W297 = {
    .name = "W297",
    .severity = SEVERITY_WARNING,
    .title = "Score of a risk that is not the product",
    .explanation =
        "A score is likelihood times impact in nearly all registers, and is computed where it is "
        "left out. The one that was written differs, and is the one that is printed. Leave it out, "
        "or correct one of the three.",
    .wrong = "    score: 12\n",
    .right = "    score: 20\n",
};

const struct code W298 = {
    .name = "W298",
    .severity = SEVERITY_WARNING,
    .title = "Risk that grows by what is done about it",
    .explanation =
        "The score after mitigation is higher than the one before. The two may stand in each "
        "other's place, or only one of them was brought up to date.",
    .wrong = "    score: 9\n"
             "    score_after: 12\n",
    .right = "    score: 12\n"
             "    score_after: 9\n",
};

const struct code W299 = {
    .name = "W299",
    .severity = SEVERITY_WARNING,
    .title = "Deadline both met and ended",
    .explanation =
        "`ended` says why nobody waits for a deadline any more: it was superseded, lapsed or "
        "withdrawn. One that has a date under `done` was met, and needs none.",
    .wrong = "    done: 2024-03-01\n"
             "    ended: lapsed\n",
    .right = "    ended: lapsed\n",
};

const struct code E294 = {
    .name = "E294",
    .severity = SEVERITY_ERROR,
    .title = "Amount that is a part of itself",
    .explanation = "`part_of` names the larger amount that this one is in. Here the way from part "
                   "to whole leads "
                   "back to where it began, so that an amount would be a part of itself.",
    .wrong = "    part_of: F1\n",
    .right = "    part_of: F2\n",
};

const struct code W380 = {
    .name = "W380",
    .severity = SEVERITY_WARNING,
    .title = "Parts that do not add up",
    .explanation =
        "Amounts that name another one under `part_of` add up to more than it, or, where there are "
        "several, to less. A part may be missing, or a source rounds. The paper prints each amount "
        "as "
        "it stands, and says what the difference is.",
    .wrong = "  - amount: 6.49\n",
    .right = "  - amount: 6\n",
};

const struct code W381 = {
    .name = "W381",
    .severity = SEVERITY_WARNING,
    .title = "Payers who do not pay the amount",
    .explanation =
        "The amounts or the percentages of those who pay are together more than all, or all of "
        "them "
        "have one and together they are less. Correct one of them, add who pays the rest, or leave "
        "out a share that is not exact.",
    .wrong = "        percent: 70\n",
    .right = "        percent: 60\n",
};

const struct code W382 = {
    .name = "W382",
    .severity = SEVERITY_WARNING,
    .title = "Rate as a part of an amount",
    .explanation = "An amount with `per` is a rate, such as £12,000 a week. It is no part of a "
                   "sum, and a sum is "
                   "no part of it: how long it is paid is not known.",
    .wrong = "    per: week\n",
    .right = "    purpose: one week\n",
};

const struct code W383 = {
    .name = "W383",
    .severity = SEVERITY_WARNING,
    .title = "Spent before its time",
    .explanation =
        "The status says that the money is spent, or that it is what came out at the end, and the "
        "period it is for begins after the day of the briefing. It may be a forecast, or the "
        "period "
        "is wrong.",
    .wrong = "    status: outturn\n",
    .right = "    status: forecast\n",
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

const struct code W270 = {
    .name = "W270",
    .severity = SEVERITY_WARNING,
    .title = "Negative amount of money",
    .explanation =
        "The amount is less than nothing, and would be printed with a minus sign as money that was "
        "approved, asked for or spent. Where it is a saving or an overspend, write the amount "
        "without the sign and say so under `status`; of a cut, under `purpose`.",
    .wrong = "  - amount: -12\n",
    .right = "  - amount: 12\n",
};

const struct code W268 = {
    .name = "W268",
    .severity = SEVERITY_WARNING,
    .title = "Revised to an earlier date",
    .explanation =
        "The date to which an action was revised lies before the one that was set first. Dates "
        "are nearly always put off and seldom brought forward, so the two may have changed places. "
        "Where the date was brought forward, nothing is wrong.",
    .wrong = "    due: 2025-01-31\n"
             "    revised_due: 2024-11-30\n",
    .right = "    due: 2024-11-30\n"
             "    revised_due: 2025-01-31\n",
};

const struct code W265 = {
    .name = "W265",
    .severity = SEVERITY_WARNING,
    .title = "Rating contradicts the status",
    .explanation =
        "An action is rated blue, which stands for complete, and its status is another; or it is "
        "rated green, which stands for on track, and it is overdue. Readers see both side by side. "
        "Correct one of the two, or give the action its new date in `revised_due`.",
    .wrong = "    status: in_progress\n"
             "    rag: blue\n",
    .right = "    status: complete\n"
             "    rag: blue\n",
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
