/* Record tables of how practice is looked at: audits, complaints, and what people said. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

static const struct field audit_fields[] = {
    FIELD(struct audit, period, FIELD_PERIOD, REQUIRED, .doc = "When the audits were made.",
          .example = "2025-26-Q1"),
    FIELD(struct audit, theme, FIELD_TEXT, OPTIONAL, .doc = "What they looked at, if not at all.",
          .example = "Pre-birth assessments"),
    FIELD(struct audit, by, FIELD_TEXT, OPTIONAL, .doc = "Who made them.",
          .example = "team managers"),
    FIELD(struct audit, count, FIELD_WHOLE, OPTIONAL,
          .doc = "How many there were, those without a grade too.", .example = "48"),
    RECORDS_FIELD(struct audit, ratings, provision_count, OPTIONAL,
                  .doc = "How many were given each grade, after moderation; in Ofsted's words.",
                  .example = "[{grades: good, count: 20}, {grades: inadequate, count: 3}]"),
    FIELD(struct audit, moderated, FIELD_WHOLE, OPTIONAL,
          .doc = "How many were looked at again by somebody else.", .example = "12"),
    FIELD(struct audit, changed, FIELD_WHOLE, OPTIONAL,
          .doc = "How many of those were given another grade.", .example = "3"),
    FIELD(struct audit, learned, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What came out of them, and what was done about it.",
          .example = "Plans do not say by when; a template with dates is in use since June"),
    FACT_FIELDS(struct audit),
    END_OF_FIELDS,
};

const struct record_table audit_table = {
    .name = "audit",
    .a_name = "an audit",
    .size = sizeof(struct audit),
    .fields = audit_fields,
    .happens = "period",
    .known_by = NAMES("period", "theme", "by"),
    .called = NAMES("theme", "period"),
    .doc = "Audits of practice that the service made in one period.",
};

static const struct word stage_words[] = {
    [STAGE_1 - 1] = {"stage_1", "stage 1"},  [STAGE_2 - 1] = {"stage_2", "stage 2"},
    [STAGE_3 - 1] = {"stage_3", "stage 3"},  [STAGE_OMBUDSMAN - 1] = {"ombudsman", "ombudsman"},
    [STAGE_ALL - 1] = {"all", "all stages"}, [STAGE_ALL] = {0},
};

static const struct field complaint_fields[] = {
    FIELD(struct complaint, period, FIELD_PERIOD, REQUIRED, .doc = "When they were received.",
          .example = "2024-25"),
    FIELD(struct complaint, stage, FIELD_WORD, OPTIONAL, .words = stage_words,
          .doc = "At which stage.", .example = "stage_1"),
    FIELD(struct complaint, about, FIELD_TEXT, OPTIONAL, .doc = "What they were about.",
          .example = "changes of social worker"),
    FIELD(struct complaint, received, FIELD_WHOLE, OPTIONAL, .doc = "How many there were.",
          .example = "45"),
    FIELD(struct complaint, investigated, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many of them were looked into in detail, where not all were: the Ombudsman "
                 "counts so. Those that were upheld are then a share of these.",
          .example = "34"),
    FIELD(struct complaint, on_time, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many of them were answered in time.", .example = "38"),
    FIELD(struct complaint, upheld, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many of them were found to be right.", .example = "12"),
    FIELD(struct complaint, partly_upheld, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many were right in part, and are not counted as upheld.", .example = "9"),
    FIELD(struct complaint, learned, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What was learned from them, and what was done about it.",
          .example = "Families are told within a day when their worker leaves"),
    FACT_FIELDS(struct complaint),
    END_OF_FIELDS,
};

const struct record_table complaint_table = {
    .name = "complaint",
    .a_name = "a complaint",
    .size = sizeof(struct complaint),
    .fields = complaint_fields,
    .happens = "period",
    .known_by = NAMES("period", "stage", "about"),
    .called = NAMES("stage", "about", "period"),
    .doc = "The complaints of one period and stage.",
};

static const struct field voice_fields[] = {
    FIELD(struct voice, who, FIELD_TEXT, REQUIRED, .doc = "Who was asked.",
          .example = "Care leavers"),
    FIELD(struct voice, how, FIELD_TEXT, OPTIONAL, .doc = "How they were asked.",
          .example = "survey by the council"),
    FIELD(struct voice, asked, FIELD_WHOLE, OPTIONAL, .doc = "How many were asked.",
          .example = "120"),
    FIELD(struct voice, count, FIELD_WHOLE, OPTIONAL, .doc = "How many answered.", .example = "41"),
    FIELD(struct voice, date, FIELD_DATE, OPTIONAL, .doc = "When they were asked.",
          .example = "2025-06"),
    FIELD(struct voice, said, FIELD_TEXTS, OPTIONAL, .doc = "What they said, each as a sentence.",
          .example = "[Half of them know whom to ring at night]"),
    FIELD(struct voice, changed, FIELD_TEXTS, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What was changed because of it, each as a sentence.",
          .example = "[A number for the night is on every pathway plan]"),
    FACT_FIELDS(struct voice),
    END_OF_FIELDS,
};

const struct record_table voice_table = {
    .name = "voice",
    .a_name = "a voice",
    .size = sizeof(struct voice),
    .fields = voice_fields,
    .happens = "date",
    .known_by = NAMES("who", "date"),
    .called = NAMES("who", "date"),
    .doc = "What people said who were asked: children, families, carers, staff.",
};

/* ---- what follows ---- */

static const struct field audited_fields[] = {
    FIELD(struct audited, audit, FIELD_RECORD, DERIVED_ALWAYS, .of = &audit_table,
          .doc = "The audits as they were written."),
    FIELD(struct audited, good_or_better, FIELD_WHOLE, DERIVED,
          .doc = "How many were good or better.", .example = "23"),
    FIELD(struct audited, total, FIELD_WHOLE, DERIVED, .doc = "Of how many.", .example = "48"),
    FIELD(struct audited, percent, FIELD_WHOLE, DERIVED, .doc = "The same as a percentage.",
          .example = "48"),
    FIELD(struct audited, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The share in words.",
          .example = "23 of 48 (48%)"),
    FIELD(struct audited, base, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What was counted.",
          .example = "of the 48 audits, 2 of them without a known grade"),
    FIELD(struct audited, change, FIELD_TEXT, DERIVED,
          .doc = "How the share changed since the audits before, of the same theme.",
          .example = "up 12 percentage points since Q1 2024-25"),
    FIELD(struct audited, verdict, FIELD_WORD, DERIVED, .words = verdict_words,
          .doc = "Whether that is better or worse.", .example = "better"),
    END_OF_FIELDS,
};

const struct record_table audited_table = {
    .name = "audited practice",
    .a_name = "audited practice",
    .size = sizeof(struct audited),
    .fields = audited_fields,
    .doc = "How many audits of one period were good or better.",
};

static const struct field complained_fields[] = {
    FIELD(struct complained, complaint, FIELD_RECORD, DERIVED_ALWAYS, .of = &complaint_table,
          .doc = "The complaints as they were written."),
    FIELD(struct complained, on_time, FIELD_TEXT, DERIVED, .doc = "Answered on time, in words.",
          .example = "38 of 45 (84%)"),
    FIELD(struct complained, upheld, FIELD_TEXT, DERIVED, .doc = "Upheld, in words.",
          .example = "12 of 45 (27%)"),
    END_OF_FIELDS,
};

const struct record_table complained_table = {
    .name = "answered complaints",
    .a_name = "answered complaints",
    .size = sizeof(struct complained),
    .fields = complained_fields,
    .doc = "Which share of the complaints of one period was answered on time, and upheld.",
};
