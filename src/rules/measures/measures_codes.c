/* Codes of rules on what is measured. */
#include "rules/rules_codes.h"

#include <stddef.h>

const struct code E288 = {
    .name = "E288",
    .severity = SEVERITY_ERROR,
    .title = "Value that its unit cannot have",
    .explanation =
        "A percentage lies between 0 and 100, and nothing can be counted below nought or "
        "last less than no day. Where a percentage is meant that may be more than the whole, "
        "such as a budget overspent, `unit: ratio` is for it: 1.04 for 104 per cent. A value "
        "has at most twelve figures before the point, and is printed to at most six "
        "decimals. A tolerance holds on both sides of a target and has no sign; what is "
        "rolling is so over one month at least.",
    .wrong = "      - {period: 2023-24, value: 640}\n",
    .right = "      - {period: 2023-24, value: 64.0}\n",
};

const struct code W288 = {
    .name = "W288",
    .severity = SEVERITY_WARNING,
    .title = "Compared with another time",
    .explanation =
        "The latest value has nothing of its own time beside it: the value of England, of a "
        "region or of another council is for another period. The paper prints it with that "
        "period, and calls nothing better or worse. Give the value for the same period, "
        "where it is known.",
    .wrong = "    compare: [{with: england, value: 66, period: 2022-23}]\n",
    .right = "    compare: [{with: england, value: 66, period: 2023-24}]\n",
};

const struct code E289 = {
    .name = "E289",
    .severity = SEVERITY_ERROR,
    .title = "Value that its counts do not give",
    .explanation =
        "A value says which counts it was worked out from, and they give another value. One "
        "of the three is wrong: the value, what was counted, or out of how many. A "
        "difference of one in the last decimal is let pass, since not everybody rounds "
        "alike.",
    .wrong = "      - {period: 2023-24, value: 64, numerator: 43, denominator: 70}\n",
    .right = "      - {period: 2023-24, value: 61, numerator: 43, denominator: 70}\n",
};

const struct code W289 = {
    .name = "W289",
    .severity = SEVERITY_WARNING,
    .title = "Target that nothing can meet or miss",
    .explanation =
        "A target is a value to be reached, and nothing says from which side: `better: "
        "higher` makes it the least, `better: lower` the most that is on target. Without it, "
        "or with `neither`, the paper prints how far the value is from the target and does "
        "not say whether it is met. A range from `low` to `high` needs no direction.",
    .wrong = "    better: neither\n",
    .right = "    better: higher\n",
};

const struct code E290 = {
    .name = "E290",
    .severity = SEVERITY_ERROR,
    .title = "Neither a value nor missing, or both",
    .explanation =
        "What is missing has no value, and what has none is missing. Where there is no "
        "value, leave `value` out and give the `reason`, which is printed in its place: `not "
        "published: too few children`. It is never nought.",
    .wrong = "      - {period: 2023-24, status: actual}\n",
    .right =
        "      - {period: 2023-24, status: missing, reason: \"not published: too few children\"}\n",
};

const struct code W290 = {
    .name = "W290",
    .severity = SEVERITY_WARNING,
    .title = "Value of a time that has not come",
    .explanation =
        "The period is not over on the day of the briefing, so that its value cannot be "
        "final. Where it is expected, write `status: forecast`; where it counts what "
        "happened so far, `status: provisional`. A value of a period that has not begun is "
        "not printed as the latest.",
    .wrong = "      - {period: 2024-25, value: 64}\n",
    .right = "      - {period: 2024-25, value: 64, status: forecast}\n",
};

const struct code E291 = {
    .name = "E291",
    .severity = SEVERITY_ERROR,
    .title = "Two values for one period",
    .explanation =
        "An indicator has two values for one period, and the paper could print only one of "
        "them as the latest. Keep the final one. Where the second is another body's, say so "
        "under `of`, or give it under `compare`.",
    .wrong = "      - {period: 2022-23, value: 64}\n"
             "      - {period: 2022-23, value: 65}\n",
    .right = "      - {period: 2022-23, value: 64}\n"
             "      - {period: 2023-24, value: 65}\n",
};

const struct code W291 = {
    .name = "W291",
    .severity = SEVERITY_WARNING,
    .title = "Forecast for a time that is over",
    .explanation =
        "The value is a forecast, and its period ended before the day of the briefing: by "
        "now the real value may be known. The paper goes on calling it a forecast, and "
        "prints an earlier value as the latest.",
    .wrong = "      - {period: 2023-24, value: 64, status: forecast}\n",
    .right = "      - {period: 2023-24, value: 64, status: provisional}\n",
};

const struct code E292 = {
    .name = "E292",
    .severity = SEVERITY_ERROR,
    .title = "Target that says nothing, or too much",
    .explanation = "A target is one `value`, or a range from `low` to `high`. With both, or with a "
                   "range that ends before it begins, it cannot be told what is on target.",
    .wrong = "    target: {low: 70, high: 60}\n",
    .right = "    target: {low: 60, high: 70}\n",
};

const struct code W292 = {
    .name = "W292",
    .severity = SEVERITY_WARNING,
    .title = "So few children that one may be known",
    .explanation =
        "Fewer than ten children are counted. In a paper that anybody can read, so small a "
        "number may tell who they are, and most statistics are published without it. Leave "
        "it out with a reason, or round it, unless it has been published already by somebody "
        "who may: then its source is of the kind `data`.",
    .wrong = "      - {period: 2023-24, value: 4}\n",
    .right =
        "      - {period: 2023-24, status: missing, reason: \"not published: too few children\"}\n",
};

const struct code E375 = {
    .name = "E375",
    .severity = SEVERITY_ERROR,
    .title = "Part that is more than the whole",
    .explanation = "More audits have a grade than were made, more complaints were answered or "
                   "upheld than were "
                   "received, or more people answered than were asked. One of the two numbers is "
                   "wrong, or they "
                   "are of different periods.",
    .wrong = "    on_time: 54\n",
    .right = "    on_time: 38\n",
};

const struct code W375 = {
    .name = "W375",
    .severity = SEVERITY_WARNING,
    .title = "Ten or a hundred times as much",
    .explanation =
        "The value is about ten or a hundred times that of the period before, or a tenth or "
        "a hundredth of it. That is most often a point that was lost or a nought too many. "
        "Where it is so, nothing is wrong.",
    .wrong = "      - {period: 2023-24, value: 6100}\n",
    .right = "      - {period: 2023-24, value: 610}\n",
};

const struct code W376 = {
    .name = "W376",
    .severity = SEVERITY_WARNING,
    .title = "Value from before the council existed",
    .explanation =
        "The period ended before the council took over from its predecessors, so the value "
        "is not its own. Say under `of` whose it is: it is then printed as theirs, and "
        "compared with nothing.",
    .wrong = "      - {period: 2022-23, value: 610}\n",
    .right = "      - {period: 2022-23, value: 610, of: Oldshire County Council}\n",
};

const struct code W377 = {
    .name = "W377",
    .severity = SEVERITY_WARNING,
    .title = "Periods of different lengths",
    .explanation =
        "The values of one indicator are for periods of different lengths, such as months "
        "among years; a value is compared only with those of periods as long as its own. "
        "`2011-12` is December 2011: write `2011-04/2012-03` for that financial year. Values "
        "for other lengths make an indicator of their own.",
    .wrong = "      - {period: 2023-12, value: 610}\n",
    .right = "      - {period: 2022-23, value: 610}\n",
};

const struct code W378 = {
    .name = "W378",
    .severity = SEVERITY_WARNING,
    .title = "Missing for no reason",
    .explanation =
        "A value is missing and nothing says why. Readers will ask: whether it is not "
        "published because so few children are concerned, not yet due, or was not collected. "
        "Give the `reason`; it is printed in place of the value.",
    .wrong = "      - {period: 2023-24, status: missing}\n",
    .right = "      - {period: 2023-24, status: missing, reason: \"not collected in that year\"}\n",
};

const struct code W379 = {
    .name = "W379",
    .severity = SEVERITY_WARNING,
    .title = "Period left out",
    .explanation =
        "Between two periods that have values there is room for one more, of which nothing is "
        "said. "
        "Either a period was mistyped, or there is no value: then write the period with the "
        "`reason`, so that readers need not wonder. The drawing has a gap there.",
    .wrong = "      - {period: 2021-22, value: 61}\n",
    .right = "      - {period: 2022-23, value: 61}\n",
};

const struct code *const measures_codes[] = {&E288, &W288, &E289, &W289, &E290, &W290,
                                             &E291, &W291, &E292, &W292, &E375, &W375,
                                             &W376, &W377, &W378, &W379, NULL};
