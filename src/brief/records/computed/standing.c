/* Record tables of what is computed from inspections: where the council stands. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

const struct word direction_words[] = {
    [CHANGE_UP - 1] = {"up", "up"},
    [CHANGE_DOWN - 1] = {"down", "down"},
    [CHANGE_SAME - 1] = {"same", "same"},
    [CHANGE_NEW - 1] = {"new", "new"},
    [CHANGE_NOT_COMPARABLE - 1] = {"not_comparable", "not comparable"},
    [CHANGE_MIXED - 1] = {"mixed", "mixed"},
    [CHANGE_MIXED] = {0},
};

static const struct field change_fields[] = {
    FIELD(struct change, judgement, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The judgement's short label.", .example = "help and protection"),
    FIELD(struct change, before, FIELD_GRADE, DERIVED,
          .doc = "Its grade at the previous full inspection; absent where there was none.",
          .example = "inadequate"),
    FIELD(struct change, after, FIELD_GRADE, DERIVED,
          .doc = "Its grade at the latest one; absent where it is not known.",
          .example = "requires_improvement"),
    FIELD(struct change, direction, FIELD_WORD, DERIVED_ALWAYS, .words = direction_words,
          .doc = "Whether it went up, down, stayed the same, is new, or cannot be compared.",
          .example = "up"),
    FIELD(struct change, reason, FIELD_TEXT, DERIVED,
          .doc = "Why it cannot be compared, with what was judged in its place.",
          .example = "new separate grade; until 2022 joint: outstanding"),
    END_OF_FIELDS,
};

const struct record_table change_table = {
    .name = "change",
    .a_name = "a change",
    .size = sizeof(struct change),
    .fields = change_fields,
    .doc = "How one judgement changed between the previous full inspection and the latest.",
};

static const struct field later_inspection_fields[] = {
    FIELD(struct later_inspection, inspection, FIELD_RECORD, DERIVED_ALWAYS,
          .of = &inspection_table, .doc = "The inspection or visit as it was written."),
    FIELD(struct later_inspection, date, FIELD_DATE, DERIVED_ALWAYS,
          .doc = "When it was: its fieldwork, or else its publication.", .example = "2024-10-17"),
    END_OF_FIELDS,
};

const struct record_table later_inspection_table = {
    .name = "later inspection",
    .a_name = "a later inspection",
    .size = sizeof(struct later_inspection),
    .fields = later_inspection_fields,
    .doc = "A visit, or what else is recorded of the council after its latest full inspection.",
};

static const struct field standing_fields[] = {
    FIELD(struct standing, inspection, FIELD_RECORD, DERIVED, .of = &inspection_table,
          .doc = "The latest full inspection of the council itself, under a framework that is for "
                 "full inspections, published on or before the day of the briefing."),
    FIELD(struct standing, previous, FIELD_RECORD, DERIVED, .of = &inspection_table,
          .doc = "The full inspection before it."),
    FIELD(struct standing, framework, FIELD_TEXT, DERIVED,
          .doc = "The short name of the latest one's framework.", .example = "ILACS"),
    FIELD(struct standing, judges, FIELD_TEXT, DERIVED,
          .doc =
              "What that framework judges, in the plural and as a sentence begins, where that is "
              "one service.",
          .example = "Services for looked after children"),
    FIELD(struct standing, overall, FIELD_GRADE, DERIVED,
          .doc = "Its overall grade; absent where it has none or none is known.",
          .example = "good"),
    FIELD(struct standing, overall_reason, FIELD_TEXT, DERIVED,
          .doc = "Why there is no overall grade.",
          .example = "the framework has had no overall judgement since April 2026"),
    RECORDS_FIELD(struct standing, changes, change, DERIVED,
                  .doc = "How each judgement changed since the inspection before."),
    FIELD(struct standing, change, FIELD_WORD, DERIVED, .words = direction_words,
          .doc = "What became of all judgements that can be compared: up when some rose and none "
                 "fell, down when some fell and none rose, mixed only when some did either; absent "
                 "when there is no inspection before.",
          .example = "up"),
    FIELD(struct standing, change_text, FIELD_TEXT, DERIVED,
          .doc = "The same in words, with what the overall grade hides.",
          .example = "overall the same, 2 judgements down"),
    FIELD(struct standing, inadequate_both, FIELD_TEXTS, DERIVED,
          .doc = "The judgements, by their short labels, that were inadequate at both.",
          .example = "[impact of leaders, help and protection]"),
    RECORDS_FIELD(
        struct standing, since, later_inspection, DERIVED,
        .doc = "The visits and other inspections of the council that are recorded as later."),
    END_OF_FIELDS,
};

const struct record_table standing_table = {
    .name = "standing",
    .a_name = "a standing",
    .size = sizeof(struct standing),
    .fields = standing_fields,
    .doc = "Where the council stands by its latest full inspection.",
};

/* ---- beside what holds for all councils ---- */

static const struct field council_wait_fields[] = {
    FIELD(struct council_wait, after, FIELD_GRADE, DERIVED_ALWAYS,
          .doc = "The council's own grade at its latest full inspection.", .example = "good"),
    FIELD(struct council_wait, months, FIELD_WHOLE, DERIVED_ALWAYS,
          .doc = "The typical wait after that grade, in months.", .example = "49"),
    FIELD(struct council_wait, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The same in words.",
          .example = "49 months"),
    FIELD(struct council_wait, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "the median after a grade of good, of 63 full inspections in England"),
    FIELD(struct council_wait, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of the figure.", .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table council_wait_table = {
    .name = "council's typical wait",
    .a_name = "a council's typical wait",
    .size = sizeof(struct council_wait),
    .fields = council_wait_fields,
    .doc = "How long councils with this council's grade have typically waited. It is no forecast.",
};

static const struct field published_tests_fields[] = {
    FIELD(struct published_tests, persistent, FIELD_ANSWER, DERIVED,
          .doc = "Whether the test of persistent failure is met: inadequate more than once in five "
                 "years, the last time at the latest full inspection; absent where it is not, or "
                 "not as far as is known.",
          .example = "yes"),
    FIELD(struct published_tests, systemic, FIELD_ANSWER, DERIVED,
          .doc = "Whether the test of systemic failure is met: inadequate on all key judgements at "
                 "the latest full inspection; absent where it is not known.",
          .example = "no"),
    FIELD(struct published_tests, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What is met, and by which reports: a sentence each.",
          .example = "Meets the Department for Education's published test of persistent failure: "
                     "inadequate in reports of 22 February 2013 and 19 October 2015, within five "
                     "years."),
    FIELD(struct published_tests, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "Where the tests were published, as a phrase without a full stop.",
          .example = "the tests for appointing a commissioner are those of a minister's answer"),
    FIELD(struct published_tests, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of the inspections that were counted.", .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table published_tests_table = {
    .name = "set of published tests",
    .a_name = "a set of published tests",
    .size = sizeof(struct published_tests),
    .fields = published_tests_fields,
    .doc = "Which of the Department for Education's published tests for appointing a commissioner "
           "the council's own inspections meet. It is no forecast.",
};
