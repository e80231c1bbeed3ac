/* Record tables of money: amounts as sources give them, and who pays them. */
#include "brief/derived.h"
#include "brief/records/fact.h"

static const struct word money_words[] = {
    [MONEY_POUNDS - 1] = {"pounds", ""},
    [MONEY_THOUSAND - 1] = {"thousand", "thousand"},
    [MONEY_MILLION - 1] = {"million", "million"},
    [MONEY_MILLION] = {0},
};

static const struct word funding_words[] = {
    [FUNDING_PROMISED - 1] = {"promised", "promised"},
    [FUNDING_REQUESTED - 1] = {"requested", "requested"},
    [FUNDING_APPROVED - 1] = {"approved", "approved"},
    [FUNDING_COMMITTED - 1] = {"committed", "committed"},
    [FUNDING_SPENT - 1] = {"spent", "spent"},
    [FUNDING_REFUSED - 1] = {"refused", "refused"},
    [FUNDING_WITHDRAWN - 1] = {"withdrawn", "withdrawn"},
    [FUNDING_BUDGET - 1] = {"budget", "budget"},
    [FUNDING_FORECAST - 1] = {"forecast", "forecast"},
    [FUNDING_OUTTURN - 1] = {"outturn", "outturn"},
    [FUNDING_OVERSPEND - 1] = {"overspend", "overspend"},
    [FUNDING_UNDERSPEND - 1] = {"underspend", "underspend"},
    [FUNDING_SAVING - 1] = {"saving", "saving"},
    [FUNDING_SAVING] = {0},
};

static const struct word amount_words[] = {
    [AMOUNT_ABOUT - 1] = {"about", "about"},
    [AMOUNT_NEARLY - 1] = {"nearly", "nearly"},
    [AMOUNT_OVER - 1] = {"over", "over"},
    [AMOUNT_UP_TO - 1] = {"up_to", "up to"},
    [AMOUNT_AT_LEAST - 1] = {"at_least", "at least"},
    [AMOUNT_AT_LEAST] = {0},
};

static const struct field payer_fields[] = {
    FIELD(struct payer, name, FIELD_TEXT, REQUIRED, .doc = "Who pays.",
          .example = "Department for Education"),
    FIELD(struct payer, amount, FIELD_DECIMAL, OPTIONAL,
          .doc = "How much of the amount, in its unit; left out where that is not known.",
          .example = "2.5"),
    FIELD(struct payer, percent, FIELD_WHOLE, OPTIONAL, .percent = true,
          .doc = "Or how many per cent of it.", .example = "40"),
    PART_FIELDS(struct payer),
    END_OF_FIELDS,
};

const struct record_table payer_table = {
    .name = "payer",
    .a_name = "a payer",
    .size = sizeof(struct payer),
    .fields = payer_fields,
    .known_by = NAMES("name"),
    .called = NAMES("name"),
    .doc = "One of those who pay an amount, with the share where it is known.",
};

static const struct field funding_fields[] = {
    FIELD(struct funding, id, FIELD_ID, OPTIONAL, .ids = IDS_FUNDING,
          .unprinted = "other amounts, which name the one they are part of by it",
          .doc = "A short name by which other records name this amount.", .example = "F1"),
    WAS_FIELD(struct funding, fact.was),
    FIELD(struct funding, amount, FIELD_DECIMAL, REQUIRED, .doc = "The amount, as a plain number.",
          .example = "16.5"),
    FIELD(struct funding, unit, FIELD_WORD, OPTIONAL, .words = money_words,
          .doc = "What the amount counts; pounds where nothing is said.", .example = "million"),
    FIELD(struct funding, amount_is, FIELD_WORD, OPTIONAL, .words = amount_words,
          .doc = "How exact the amount is, where the source rounds it.", .example = "nearly"),
    FIELD(struct funding, per, FIELD_TEXT, OPTIONAL,
          .doc = "Of a rate: the time or the unit for which it is paid.", .example = "week"),
    FIELD(struct funding, status, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = funding_words,
          .doc = "What kind of amount it is: how firm, or which figure of a budget.",
          .example = "promised"),
    FIELD(struct funding, part_of, FIELD_REF, OPTIONAL, .ids = IDS_FUNDING,
          .doc = "The amount that it is a part of.", .example = "F1"),
    FIELD(struct funding, period, FIELD_PERIOD, OPTIONAL, .ahead = true,
          .doc = "The time it is meant for.", .example = "2018/2022"),
    FIELD(struct funding, years, FIELD_WHOLE, OPTIONAL,
          .doc = "How many years it is meant for, where the source gives no dates.",
          .example = "4"),
    FIELD(struct funding, purpose, FIELD_TEXT, OPTIONAL, .doc = "What it is for.",
          .example = "to build resilience in families"),
    FIELD(struct funding, by, FIELD_TEXT, OPTIONAL, .doc = "Who gives it, or who says so.",
          .example = "the Cabinet"),
    FIELD(struct funding, fund, FIELD_TEXT, OPTIONAL,
          .doc = "The fund, grant or reserve that it comes from.",
          .example = "Financial Resilience Reserve"),
    RECORDS_FIELD(struct funding, payers, payer, OPTIONAL,
                  .doc = "Who pays it, where several do or it is another than the council.",
                  .example = "[{name: Department for Education, percent: 40}]"),
    FIELD(struct funding, condition, FIELD_TEXT, OPTIONAL, .doc = "What it depends on.",
          .example = "progress by March 2019"),
    FIELD(struct funding, date, FIELD_DATE, OPTIONAL, .doc = "When it was said.",
          .example = "2018-01-22"),
    FACT_FIELDS(struct funding),
    END_OF_FIELDS,
};

const struct record_table funding_table = {
    .name = "funding",
    .a_name = "an item of funding",
    .size = sizeof(struct funding),
    .fields = funding_fields,
    .happens = "date",
    .known_by = NAMES("purpose", "fund", "period", "by"),
    .called = NAMES("amount", "unit", "status", "purpose"),
    .doc = "An amount of money as a source gives it: promised, spent, a budget, a saving. Unlike "
           "amounts are never added up.",
};

/* ---- computed ---- */

static const struct field amount_parts_fields[] = {
    FIELD(struct amount_parts, whole, FIELD_RECORD, DERIVED_ALWAYS, .of = &funding_table,
          .doc = "The amount that others are part of."),
    FIELD(struct amount_parts, count, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many parts of it are recorded.", .example = "2"),
    FIELD(struct amount_parts, pounds, FIELD_DECIMAL, DERIVED,
          .doc = "What they add up to, in pounds; absent where they cannot be added up.",
          .example = "11490000"),
    FIELD(struct amount_parts, complete, FIELD_ANSWER, DERIVED,
          .doc = "Whether they add up to the whole; absent where that is not known.",
          .example = "yes"),
    FIELD(struct amount_parts, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The same in words.",
          .example = "2 parts of it are recorded, which add up to it"),
    END_OF_FIELDS,
};

const struct record_table amount_parts_table = {
    .name = "parts of an amount",
    .a_name = "a count of the parts of an amount",
    .size = sizeof(struct amount_parts),
    .fields = amount_parts_fields,
    .doc = "The recorded parts of an amount, and whether they add up to it.",
};
