/* Record tables of what is measured: indicators with their values, targets and comparisons. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

/* ---- one value ---- */

static const struct word status_words[] = {
    [VALUE_ACTUAL - 1] = {"actual", "actual"},
    [VALUE_PROVISIONAL - 1] = {"provisional", "provisional"},
    [VALUE_FORECAST - 1] = {"forecast", "forecast"},
    [VALUE_MISSING - 1] = {"missing", "missing"},
    [VALUE_MISSING] = {0},
};

static const struct word exact_words[] = {
    [EXACT_ABOUT - 1] = {"about", "about"},
    [EXACT_AT_LEAST - 1] = {"at_least", "at least"},
    [EXACT_AT_MOST - 1] = {"at_most", "at most"},
    [EXACT_AT_MOST] = {0},
};

static const struct field value_fields[] = {
    FIELD(struct indicator_value, period, FIELD_PERIOD, REQUIRED, .ahead = true,
          .doc = "What time it is for: a financial year, a quarter, a month, a day, a year.",
          .example = "2024-25"),
    FIELD(struct indicator_value, value, FIELD_DECIMAL, OPTIONAL,
          .doc = "The value, in figures; leave it out where there is none and give the `reason`.",
          .example = "61.4"),
    FIELD(struct indicator_value, numerator, FIELD_DECIMAL, OPTIONAL,
          .doc = "What was counted: 43 of 70.", .example = "43"),
    FIELD(struct indicator_value, denominator, FIELD_DECIMAL, OPTIONAL, .doc = "Out of how many.",
          .example = "70"),
    FIELD(struct indicator_value, status, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = status_words, .doc = "Whether it is final; `actual` where nothing is said.",
          .example = "provisional"),
    FIELD(struct indicator_value, precision, FIELD_WORD, OPTIONAL, .words = exact_words,
          .doc = "How the number is meant, where it is not exact: 300+ is `at_least`.",
          .example = "at_least"),
    FIELD(struct indicator_value, reason, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Why there is no value; printed in its place.",
          .example = "\"not published: too few children\""),
    FIELD(struct indicator_value, of, FIELD_TEXT, OPTIONAL,
          .doc = "Whose value it is, where it is a predecessor's; it is compared with nothing.",
          .example = "Cumbria County Council"),
    FIELD(struct indicator_value, new_series, FIELD_TEXT, OPTIONAL,
          .doc = "Why this value and later ones cannot be compared with earlier ones.",
          .example = "Until 2023 part-time staff were not counted"),
    PART_FIELDS(struct indicator_value),
    END_OF_FIELDS,
};

const struct record_table indicator_value_table = {
    .name = "value",
    .a_name = "a value",
    .size = sizeof(struct indicator_value),
    .fields = value_fields,
    .happens = "period",
    .known_by = NAMES("period", "of"),
    .called = NAMES("period"),
    .doc = "The value of an indicator for one period, or why there is none.",
};

/* ---- what it is held against ---- */

static const struct field target_fields[] = {
    FIELD(struct indicator_target, value, FIELD_DECIMAL, OPTIONAL,
          .doc = "What is to be reached: at least or at most, as `better` of the indicator says.",
          .example = "66"),
    FIELD(struct indicator_target, low, FIELD_DECIMAL, OPTIONAL,
          .doc = "Of a range in place of one value: its lower end.", .example = "15"),
    FIELD(struct indicator_target, high, FIELD_DECIMAL, OPTIONAL,
          .doc = "The upper end of the range.", .example = "20"),
    FIELD(struct indicator_target, period, FIELD_PERIOD, OPTIONAL, .ahead = true,
          .doc = "For what time, or by when; while that is to come, nothing has missed it.",
          .example = "2025-26"),
    FIELD(struct indicator_target, set_by, FIELD_TEXT, OPTIONAL, .doc = "Who set it.",
          .example = "Improvement board"),
    PART_FIELDS(struct indicator_target),
    END_OF_FIELDS,
};

const struct record_table indicator_target_table = {
    .name = "target",
    .a_name = "a target",
    .size = sizeof(struct indicator_target),
    .fields = target_fields,
    .doc = "What an indicator is to reach.",
};

static const struct field peer_fields[] = {
    FIELD(struct peer, with, FIELD_TEXT, REQUIRED,
          .doc = "With whom: `england`, `region`, `neighbours` for statistical neighbours, or the "
                 "name of a council.",
          .example = "england"),
    FIELD(struct peer, value, FIELD_DECIMAL, REQUIRED, .doc = "Their value, in the same unit.",
          .example = "64"),
    FIELD(struct peer, period, FIELD_PERIOD, EXPECTED, .ahead = true,
          .doc = "For what time; nothing is better or worse than a value of another time.",
          .example = "2024-25"),
    FIELD(struct peer, basis, FIELD_TEXT, OPTIONAL, .doc = "What kind of average it is.",
          .example = "median"),
    PART_FIELDS(struct peer),
    END_OF_FIELDS,
};

const struct record_table peer_table = {
    .name = "comparison",
    .a_name = "a comparison",
    .size = sizeof(struct peer),
    .fields = peer_fields,
    .known_by = NAMES("with"),
    .called = NAMES("with"),
    .doc = "The same indicator for England, the region, neighbours or another council.",
};

/* ---- the indicator ---- */

static const struct word unit_words[] = {
    [UNIT_PERCENT - 1] = {"percent", "percentage"},
    [UNIT_PER_10000 - 1] = {"per_10000", "rate per 10,000"},
    [UNIT_COUNT - 1] = {"count", "number"},
    [UNIT_DAYS - 1] = {"days", "days"},
    [UNIT_POUNDS - 1] = {"pounds", "pounds"},
    [UNIT_RATIO - 1] = {"ratio", "ratio"},
    [UNIT_RATIO] = {0},
};

static const struct word better_words[] = {
    [BETTER_HIGHER - 1] = {"higher", "higher is better"},
    [BETTER_LOWER - 1] = {"lower", "lower is better"},
    [BETTER_NEITHER - 1] = {"neither", "neither higher nor lower is better"},
    [BETTER_NEITHER] = {0},
};

static const struct field indicator_fields[] = {
    FIELD(struct indicator, id, FIELD_ID, OPTIONAL, .ids = IDS_INDICATORS,
          .doc = "A short name by which other records and templates name this indicator.",
          .unprinted = "other records and templates, which name this one by it", .example = "CLA"),
    WAS_FIELD(struct indicator, fact.was),
    FIELD(struct indicator, name, FIELD_TEXT, REQUIRED, .doc = "What is measured, as a phrase.",
          .example = "Care leavers in education or work"),
    FIELD(struct indicator, group, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "The heading under which it is printed; indicators of one group stand together.",
          .example = "Workforce"),
    FIELD(struct indicator, definition, FIELD_TEXT, OPTIONAL,
          .doc = "What exactly is counted, where the name does not say it.",
          .example = "aged 17 and 18, in education, employment or training"),
    FIELD(struct indicator, unit, FIELD_WORD, REQUIRED, .words = unit_words,
          .doc = "What the numbers are; `ratio` for an average such as cases for each worker.",
          .example = "percent"),
    FIELD(struct indicator, better, FIELD_WORD, OPTIONAL, .words = better_words,
          .doc = "Which way is better; without it, nothing is called better or worse.",
          .example = "higher"),
    FIELD(struct indicator, decimals, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "To how many decimals values are printed; as they are written where not said.",
          .example = "1"),
    FIELD(struct indicator, frequency, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "How often it is reported.", .example = "every quarter"),
    FIELD(struct indicator, rolling, FIELD_WHOLE, OPTIONAL,
          .doc = "Of a rolling total or average: over how many months up to the period's end.",
          .example = "12"),
    RECORDS_FIELD(struct indicator, values, indicator_value, EXPECTED,
                  .doc = "Its values over time, in any order.",
                  .example = "[{period: 2023-24, value: 58}, {period: 2024-25, value: 61}]"),
    FIELD(struct indicator, target, FIELD_RECORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .of = &indicator_target_table, .doc = "What it is to reach.",
          .example = "{value: 66, period: 2025-26}"),
    FIELD(struct indicator, tolerance, FIELD_DECIMAL, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How far from the target is still near it, in the unit of the values.",
          .example = "2"),
    RECORDS_FIELD(struct indicator, compare, peer, OPTIONAL, .changes = CHANGES_ELSEWHERE,
                  .doc = "The same for England, the region, neighbours or other councils.",
                  .example = "[{with: england, value: 64, period: 2024-25}]"),
    FACT_FIELDS(struct indicator),
    END_OF_FIELDS,
};

const struct record_table indicator_table = {
    .name = "indicator",
    .a_name = "an indicator",
    .size = sizeof(struct indicator),
    .fields = indicator_fields,
    .known_by = NAMES("name"),
    .called = NAMES("name"),
    .doc = "Something that is measured, with its values over time.",
};

/* ---- what follows from it ---- */

const struct word verdict_words[] = {
    [VERDICT_BETTER - 1] = {"better", "better"}, [VERDICT_WORSE - 1] = {"worse", "worse"},
    [VERDICT_SAME - 1] = {"same", "the same"},   [VERDICT_HIGHER - 1] = {"higher", "higher"},
    [VERDICT_LOWER - 1] = {"lower", "lower"},    [VERDICT_LOWER] = {0},
};

static const struct word target_state_words[] = {
    [TARGET_MET - 1] = {"on_target", "on target"},
    [TARGET_NEAR - 1] = {"within_tolerance", "within tolerance"},
    [TARGET_MISSED - 1] = {"off_target", "off target"},
    [TARGET_TO_COME - 1] = {"to_come", "not yet due"},
    [TARGET_TO_COME] = {0},
};

static const struct field compared_fields[] = {
    FIELD(struct compared, with, FIELD_TEXT, DERIVED_ALWAYS, .doc = "With whom.",
          .example = "England"),
    FIELD(struct compared, value, FIELD_TEXT, DERIVED_ALWAYS, .doc = "Their value, with its unit.",
          .example = "64%"),
    FIELD(struct compared, period, FIELD_PERIOD, DERIVED, .doc = "For what time.",
          .example = "2024-25"),
    FIELD(struct compared, verdict, FIELD_WORD, DERIVED, .words = verdict_words,
          .doc = "How this council's latest value stands beside it; absent where the two are of "
                 "different times.",
          .example = "worse"),
    FIELD(struct compared, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The same in words.",
          .example = "worse than England (64%)"),
    FIELD(struct compared, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of their value.", .example = "S004"),
    END_OF_FIELDS,
};

const struct record_table compared_table = {
    .name = "compared value",
    .a_name = "a compared value",
    .size = sizeof(struct compared),
    .fields = compared_fields,
    .doc = "The latest value of an indicator beside that of England, a region or a council.",
};

static const struct field measured_fields[] = {
    FIELD(struct measured, indicator, FIELD_RECORD, DERIVED_ALWAYS, .of = &indicator_table,
          .doc = "The indicator as it was written."),
    FIELD(struct measured, name, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What is measured.",
          .example = "Care leavers in education or work"),
    FIELD(struct measured, group, FIELD_TEXT, DERIVED, .doc = "Its group.", .example = "Care"),
    FIELD(struct measured, value, FIELD_TEXT, DERIVED,
          .doc = "The latest value that is no forecast, with its unit; absent where none is known.",
          .example = "61%"),
    FIELD(struct measured, period, FIELD_PERIOD, DERIVED, .doc = "For what time that is.",
          .example = "2024-25"),
    FIELD(struct measured, verdict, FIELD_WORD, DERIVED, .words = verdict_words,
          .doc = "Whether it is better or worse than the value before it, by what `better` says; "
                 "higher or lower where that says neither; absent where they cannot be compared.",
          .example = "better"),
    FIELD(struct measured, change, FIELD_TEXT, DERIVED, .doc = "The same in words.",
          .example = "up 3 percentage points since 2023-24"),
    FIELD(struct measured, year_verdict, FIELD_WORD, DERIVED, .words = verdict_words,
          .doc = "The same against the value of a year earlier, where that is another one.",
          .example = "worse"),
    FIELD(struct measured, year_change, FIELD_TEXT, DERIVED, .doc = "That in words.",
          .example = "down 2 percentage points since Q2 2023-24"),
    FIELD(struct measured, target, FIELD_TEXT, DERIVED, .doc = "The target in words.",
          .example = "at least 66%"),
    FIELD(struct measured, gap, FIELD_TEXT, DERIVED, .doc = "How far the latest value is from it.",
          .example = "5 percentage points under"),
    FIELD(struct measured, target_state, FIELD_WORD, DERIVED, .words = target_state_words,
          .doc = "Whether it is reached, near by the tolerance, missed, or not yet due.",
          .example = "off_target"),
    RECORDS_FIELD(struct measured, compared, compared, DERIVED,
                  .doc = "The latest value beside those of others, one for each of them."),
    FIELD(struct measured, rank, FIELD_TEXT, DERIVED,
          .doc = "How it stands among the councils named, where there are several of one time.",
          .example = "better than 3 of the 4 councils named"),
    FIELD(struct measured, missing, FIELD_TEXT, DERIVED,
          .doc = "Periods since then without a value, with the reason.",
          .example = "2024-25: not published: too few children"),
    FIELD(struct measured, ahead, FIELD_TEXT, DERIVED, .doc = "What is forecast.",
          .example = "58% forecast for 2025-26"),
    FIELD(struct measured, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "All of it in words.",
          .example = "61% in 2024-25; better, up 3 percentage points since 2023-24"),
    END_OF_FIELDS,
};

const struct record_table measured_table = {
    .name = "measured indicator",
    .a_name = "a measured indicator",
    .size = sizeof(struct measured),
    .fields = measured_fields,
    .doc = "How an indicator stands on the day of the briefing.",
};
