/* Codes of rules on actions, recommendations, risks, milestones, provision and money. */
#include "rules/rules_codes.h"

#include <stddef.h>

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

const struct code W240 = {
    .name = "W240",
    .severity = SEVERITY_WARNING,
    .title = "Grade counted twice",
    .explanation = "One kind of provision has two counts with the same grade in them, so that a "
                   "setting may have been counted twice. Write each grade in one count only.",
    .wrong = "      - grades: [good]\n",
    .right = "      - grades: [requires_improvement]\n",
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

const struct code *const work_codes[] = {&W224, &W229, &E230, &W240, &W249, &W250, &E253, &W265,
                                         &W268, &W270, &E293, &W293, &E294, &W294, &W295, &W296,
                                         &W297, &W298, &W299, &W380, &W381, &W382, &W383, NULL};
