/* Record tables of what an earlier issue had wrong: corrections, and records that are withdrawn. */
#include "brief/records/fact.h"

/* The day is `found` and never `on`: readers of YAML 1.1 take that key for a truth value. It and
   `since` are days of the file and not of its sources, so that they may lie after these: `.ahead`.
   That they lie before the day of the briefing is a rule of their own. */

static const struct field correction_fields[] = {
    FIELD(struct correction, of, FIELD_TEXT, OPTIONAL,
          .doc = "The id of the record; of one without an id, what stands first in it: the `what` "
                 "of a deadline, the `text` of a risk.",
          .unprinted = "the program, which finds the record by it", .example = "D2015"),
    FIELD(struct correction, kind, FIELD_TEXT, OPTIONAL,
          .doc = "The list that the record is in, where it has no id.",
          .unprinted = "the program, which finds the record by it", .example = "interventions"),
    FIELD(struct correction, field, FIELD_TEXT, REQUIRED,
          .doc = "The key whose value was wrong; of a grade, `judgements.adoption`.",
          .unprinted = "the program, which puts it into words", .example = "issued"),
    FIELD(struct correction, was, FIELD_TEXT, REQUIRED,
          .doc = "What the issue before said, in words.", .example = "March 2015"),
    FIELD(struct correction, why, FIELD_TEXT, REQUIRED,
          .doc = "Why it was wrong, as a reader is to be told.",
          .example = "The date was that of the letter, not of the direction"),
    FIELD(struct correction, found, FIELD_DATE, REQUIRED, .ahead = true,
          .doc = "The day on which it was found.", .example = "2018-01-15"),
    FIELD(struct correction, since, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "The day of the first issue that had it wrong.", .example = "2016-05-01"),
    FIELD(struct correction, what, FIELD_TEXT, DERIVED, .tells = NAMES("of", "kind"),
          .doc = "Of a paper: the record in words.",
          .example = "Statutory direction of December 2015"),
    FIELD(struct correction, key, FIELD_TEXT, DERIVED, .tells = NAMES("field"),
          .doc = "Of a paper: the key in words, so that its value can follow.",
          .example = "issued"),
    FIELD(struct correction, is, FIELD_TEXT, DERIVED,
          .doc = "Of a paper: what the record says now; absent where it says nothing any more.",
          .example = "December 2015"),
    FACT_FIELDS(struct correction),
    END_OF_FIELDS,
};

const struct record_table correction_table = {
    .name = "correction",
    .a_name = "a correction",
    .size = sizeof(struct correction),
    .fields = correction_fields,
    .happens = "found",
    .known_by = NAMES("of", "kind", "field", "found"),
    .called = NAMES("of", "kind", "field"),
    .doc = "A value that an issue had published and that was wrong; the record itself says what is "
           "right.",
};

static const struct field withdrawal_fields[] = {
    FIELD(struct withdrawal, of, FIELD_TEXT, OPTIONAL, .doc = "The id that the record had.",
          .unprinted = "the program, which knows the record by it", .example = "A12"),
    FIELD(struct withdrawal, kind, FIELD_TEXT, OPTIONAL,
          .doc = "The list that it was in, where it had no id.",
          .unprinted = "the program, which knows the record by it", .example = "actions"),
    FIELD(struct withdrawal, what, FIELD_TEXT, REQUIRED, .doc = "What it said, in words.",
          .example = "An improvement notice of May 2014"),
    FIELD(struct withdrawal, why, FIELD_TEXT, REQUIRED,
          .doc = "Why it is withdrawn, as a reader is to be told.",
          .example = "It concerned another council"),
    FIELD(struct withdrawal, found, FIELD_DATE, REQUIRED, .ahead = true,
          .doc = "The day on which that was found.", .example = "2018-01-15"),
    FIELD(struct withdrawal, since, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "The day of the first issue that had it.", .example = "2016-05-01"),
    FACT_FIELDS(struct withdrawal),
    END_OF_FIELDS,
};

const struct record_table withdrawal_table = {
    .name = "withdrawal",
    .a_name = "a withdrawal",
    .size = sizeof(struct withdrawal),
    .fields = withdrawal_fields,
    .happens = "found",
    .known_by = NAMES("of", "kind", "what"),
    .called = NAMES("what"),
    .doc = "A record that an issue had published, and that is gone.",
};
