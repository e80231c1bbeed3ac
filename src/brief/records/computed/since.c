/* Record tables of what changed since the issue before. */
#include "brief/since.h"
#include "brief/records/fact.h"

static const struct word class_words[] = {
    [DIFFERENCE_HAPPENED - 1] = {"happened", "happened"},
    [DIFFERENCE_MOVED - 1] = {"moved", "moved"},
    [DIFFERENCE_TIME_ALONE - 1] = {"time_alone", "time alone"},
    [DIFFERENCE_RECORDED - 1] = {"recorded", "newly recorded"},
    [DIFFERENCE_MORE_EXACT - 1] = {"more_exact", "made more exact"},
    [DIFFERENCE_CORRECTED - 1] = {"corrected", "corrected"},
    [DIFFERENCE_WITHDRAWN - 1] = {"withdrawn", "withdrawn"},
    [DIFFERENCE_COMPARISON - 1] = {"comparison", "comparison moved"},
    [DIFFERENCE_METHOD - 1] = {"method", "method"},
    [DIFFERENCE_MINOR - 1] = {"minor", "minor"},
    [DIFFERENCE_MINOR] = {0},
};

static const struct field difference_fields[] = {
    FIELD(struct difference, class, FIELD_WORD, DERIVED_ALWAYS, .words = class_words,
          .doc = "Whether it happened, moved, follows from time alone, is newly recorded, more "
                 "exact, corrected, withdrawn, a comparison, a matter of method, or minor.",
          .example = "happened"),
    FIELD(struct difference, council, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The council.",
          .example = "Norfolk County Council"),
    FIELD(struct difference, kind, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The kind of record, as its list is called in the specification; `derived` for "
                 "what is computed.",
          .example = "inspections"),
    FIELD(struct difference, id, FIELD_TEXT, DERIVED, .doc = "The record's id, where it has one.",
          .example = "I2018"),
    FIELD(struct difference, field, FIELD_TEXT, DERIVED,
          .doc = "The key that differs; absent for a whole record.", .example = "overall"),
    FIELD(struct difference, what, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The record in words.",
          .example = "Full inspection, report of 19 January 2018"),
    FIELD(struct difference, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What is to be said of it, without a full stop.",
          .example = "Full inspection, report of 19 January 2018: requires improvement"),
    FIELD(struct difference, was, FIELD_TEXT, DERIVED, .doc = "What the issue before said.",
          .example = "inadequate"),
    FIELD(struct difference, is, FIELD_TEXT, DERIVED, .doc = "What this one says.",
          .example = "requires improvement"),
    FIELD(struct difference, date, FIELD_DATE, DERIVED, .doc = "When it took place.",
          .example = "2018-01-19"),
    FIELD(struct difference, why, FIELD_TEXT, DERIVED,
          .doc = "Why it was corrected or withdrawn, or is computed otherwise.",
          .example = "The council’s letter had the wrong year"),
    FIELD(struct difference, on, FIELD_DATE, DERIVED,
          .doc = "Of a correction or withdrawal: when that was found.", .example = "2018-02-01"),
    FIELD(struct difference, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "What it rests on.", .example = "S004"),
    END_OF_FIELDS,
};

const struct record_table difference_table = {
    .name = "difference",
    .a_name = "a difference",
    .size = sizeof(struct difference),
    .fields = difference_fields,
    .doc = "One thing that is not as the issue before had it.",
};

#define DIFFERENCES(member, sentence)                                                              \
    RECORDS_FIELD(struct since, member, difference, DERIVED_ALWAYS, .doc = (sentence))

static const struct field since_fields[] = {
    FIELD(struct since, council, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The council.",
          .example = "Norfolk County Council"),
    FIELD(struct since, first, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether there is no issue before this one.", .example = "no"),
    FIELD(struct since, before, FIELD_DATE, DERIVED, .doc = "The day of the issue before.",
          .example = "2015-10-19"),
    FIELD(struct since, as_at, FIELD_DATE, DERIVED_ALWAYS, .doc = "The day of this issue.",
          .example = "2018-01-22"),
    FIELD(struct since, changed, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether anything differs but what time alone, other councils, the method or the "
                 "wording changed.",
          .example = "yes"),
    FIELD(struct since, corrected_any, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether anything is corrected or withdrawn.", .example = "no"),
    DIFFERENCES(happened, "What took place after the issue before, newest first."),
    DIFFERENCES(moved, "What has another state: a status, a rating, a revised day."),
    DIFFERENCES(time_alone, "What differs because the day is another."),
    DIFFERENCES(recorded, "What is older than the issue before, which did not have it."),
    DIFFERENCES(more_exact, "What is known better, or rests on more."),
    DIFFERENCES(corrected, "What the issue before had wrong."),
    DIFFERENCES(withdrawn, "What the issue before had, and this one has not."),
    DIFFERENCES(comparison, "Comparisons that moved because other councils did."),
    DIFFERENCES(method, "What is computed otherwise."),
    DIFFERENCES(minor, "What differs in wording only."),
    FIELD(struct since, count, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "How many differences there are, without the minor ones.", .example = "3"),
    FIELD(struct since, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The whole in one sentence.",
          .example = "Since 19 October 2015: one inspection and one correction"),
    END_OF_FIELDS,
};

const struct record_table since_table = {
    .name = "since",
    .a_name = "what changed since the issue before",
    .size = sizeof(struct since),
    .fields = since_fields,
    .doc = "What changed since the issue before: there where `--since` or `briefing.previous` "
           "says where that is.",
};
