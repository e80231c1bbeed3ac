/* Record tables of what others find, decide or ask for beside Ofsted: reviews and developments. */
#include "brief/records/fact.h"
#include "brief/records/words.h"

/* ---- reviews by others ---- */

static const struct word review_words[] = {
    [REVIEW_PEER - 1] = {"peer_review", "peer review"},
    [REVIEW_DIAGNOSTIC - 1] = {"diagnostic", "diagnostic review"},
    [REVIEW_PROGRESS - 1] = {"progress_review", "review of progress"},
    [REVIEW_COMMISSIONERS_REPORT - 1] = {"commissioner_report", "commissioner’s report"},
    [REVIEW_AUDIT - 1] = {"audit", "audit"},
    [REVIEW_COMMISSION - 1] = {"commission", "commission"},
    [REVIEW_OTHER - 1] = {"other", "review"},
    [REVIEW_OTHER] = {0},
};

static const struct field review_fields[] = {
    FIELD(struct review, id, FIELD_ID, OPTIONAL, .ids = IDS_REVIEWS,
          .doc = "A short name by which other records name this review.",
          .unprinted = "other records, which name this one by it", .example = "CR2016"),
    WAS_FIELD(struct review, fact.was),
    FIELD(struct review, kind, FIELD_WORD, OPTIONAL, .words = review_words,
          .doc = "What kind of review it is.", .example = "commissioner_report"),
    FIELD(struct review, name, FIELD_TEXT, OPTIONAL,
          .doc = "What the report is called, or the body that was set up for it.",
          .example = "Families Commission"),
    FIELD(struct review, reviewer, FIELD_TEXT, OPTIONAL,
          .doc = "Who reviews; leave it out where the source does not say.", .example = "LGA"),
    FIELD(struct review, commissioned_by, FIELD_TEXT, OPTIONAL, .doc = "Who asked for it.",
          .example = "Department for Education"),
    FIELD(struct review, commissioned, FIELD_DATE, OPTIONAL, .doc = "When it was asked for.",
          .example = "2013-09-12"),
    FIELD(struct review, about, FIELD_REFS, OPTIONAL, .ids = IDS_ANY,
          .doc = "The records it is about, such as the direction under which a commissioner "
                 "reports.",
          .example = "D2015"),
    FIELD(struct review, purpose, FIELD_TEXT, OPTIONAL, .doc = "What it was for.",
          .example = "to assess progress"),
    FIELD(struct review, date, FIELD_DATE, OPTIONAL, .doc = "When it took place.",
          .example = "2013-10/.."),
    FIELD(struct review, published, FIELD_DATE, OPTIONAL, .doc = "When its report was published.",
          .example = "2014-02-11"),
    FIELD(struct review, status, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = action_status_words, .doc = "How far it has come.", .example = "planned"),
    FIELD(struct review, members, FIELD_TEXTS, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Who sits on it.", .example = "[Alex Morgan, Sam Reed]"),
    FIELD(struct review, sessions, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "In how many sessions it met.", .example = "10"),
    FIELD(struct review, questions, FIELD_TEXTS, OPTIONAL,
          .doc = "What it asks the council, question by question.",
          .example = "[\"How are families heard?\"]"),
    FIELD(struct review, questions_in_all, FIELD_WHOLE, OPTIONAL,
          .doc = "How many questions it asks, where the source counts them and does not name them "
                 "all.",
          .example = "7"),
    RECORDS_FIELD(struct review, findings, finding, OPTIONAL, .doc = "What it found.",
                  .example = "[{text: Adequate or better services}]"),
    FACT_FIELDS(struct review),
    END_OF_FIELDS,
};

const struct record_table review_table = {
    .name = "review",
    .a_name = "a review",
    .size = sizeof(struct review),
    .fields = review_fields,
    .happens = "published",
    .else_happens = "date",
    .known_by = NAMES("kind", "reviewer", "name"),
    .called = NAMES("kind", "name", "reviewer", "purpose"),
    .doc = "A review by somebody outside the council that is not an inspection and gives no grade: "
           "a peer review, a commissioner's report, a commission.",
};

/* ---- developments ---- */

static const struct word development_words[] = {
    [DEVELOPMENT_DECISION - 1] = {"decision", "decision"},
    [DEVELOPMENT_JUDGMENT - 1] = {"judgment", "court judgment"},
    [DEVELOPMENT_PRACTICE_REVIEW - 1] = {"practice_review", "child safeguarding practice review"},
    [DEVELOPMENT_SERIOUS_CASE_REVIEW - 1] = {"serious_case_review", "serious case review"},
    [DEVELOPMENT_INQUIRY - 1] = {"inquiry", "inquiry"},
    [DEVELOPMENT_CALL_FOR_INQUIRY - 1] = {"call_for_inquiry", "call for an inquiry"},
    [DEVELOPMENT_PETITION - 1] = {"petition", "petition"},
    [DEVELOPMENT_PUBLIC_QUESTION - 1] = {"public_question", "question from the public"},
    [DEVELOPMENT_APOLOGY - 1] = {"apology", "apology"},
    [DEVELOPMENT_SECTION_114 - 1] = {"section_114_notice", "section 114 notice"},
    [DEVELOPMENT_REPORT - 1] = {"report", "report"},
    [DEVELOPMENT_BROADCAST - 1] = {"broadcast", "programme"},
    [DEVELOPMENT_STATEMENT - 1] = {"statement", "statement"},
    [DEVELOPMENT_OTHER - 1] = {"other", "development"},
    [DEVELOPMENT_OTHER] = {0},
};

static const struct field course_fields[] = {
    FIELD(struct course, text, FIELD_TEXT, REQUIRED, .doc = "What could have been done.",
          .example = "Move the services to a trust"),
    FIELD(struct course, chosen, FIELD_ANSWER, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Whether it is what was decided.", .example = "no"),
    FIELD(struct course, reason, FIELD_TEXT, OPTIONAL, .doc = "Why it was chosen, or was not.",
          .example = "It would delay improvement"),
    PART_FIELDS(struct course),
    END_OF_FIELDS,
};

const struct record_table course_table = {
    .name = "option",
    .a_name = "an option",
    .size = sizeof(struct course),
    .fields = course_fields,
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "What a decision had to choose from.",
};

static const struct field development_fields[] = {
    FIELD(struct development, id, FIELD_ID, OPTIONAL, .ids = IDS_DEVELOPMENTS,
          .doc = "A short name by which other records name this development.",
          .unprinted = "other records, which name this one by it", .example = "J2015"),
    WAS_FIELD(struct development, fact.was),
    FIELD(struct development, kind, FIELD_WORD, REQUIRED, .words = development_words,
          .doc = "What it is: a minister's decision, a court's judgment, a petition.",
          .example = "judgment"),
    FIELD(struct development, body, FIELD_TEXT, OPTIONAL,
          .doc = "Who decided, found, asked or said it.", .example = "Family Court"),
    FIELD(struct development, reference, FIELD_TEXT, OPTIONAL,
          .doc = "The number or letters by which it is cited.", .example = "\"[2015] EWFC 10\""),
    FIELD(struct development, date, FIELD_DATE, OPTIONAL,
          .doc = "When it was decided, handed down, presented or said.", .example = "2015-11-26"),
    FIELD(struct development, published, FIELD_DATE, OPTIONAL,
          .doc = "When it was made public, where that was on another day.",
          .example = "2015-12-01"),
    FIELD(struct development, text, FIELD_TEXT, REQUIRED, .doc = "What it says, in a sentence.",
          .example = "The court found failures over nine years"),
    RECORDS_FIELD(struct development, findings, finding, OPTIONAL,
                  .doc = "What it found, point by point.",
                  .example = "[{text: Records were kept poorly, polarity: negative}]"),
    RECORDS_FIELD(struct development, options, course, OPTIONAL,
                  .doc = "Of a decision: what there was to choose from.",
                  .example = "[{text: Move the services to a trust, chosen: no}]"),
    FIELD(struct development, signatures, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many people signed it.", .example = "1250"),
    FIELD(struct development, response, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What was answered, and by whom.",
          .example = "The leader undertook to meet the families"),
    FIELD(struct development, led_to, FIELD_REFS, OPTIONAL, .ids = IDS_ANY,
          .doc = "What it led to: the ids of any records. An intervention says the same with "
                 "`triggered_by`; once is enough.",
          .example = "D2015"),
    FIELD(struct development, has_more, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether there is more to tell of it than what it was and when.",
          .example = "yes"),
    FACT_FIELDS(struct development),
    END_OF_FIELDS,
};

const struct record_table development_table = {
    .name = "development",
    .a_name = "a development",
    .size = sizeof(struct development),
    .fields = development_fields,
    .happens = "date",
    .else_happens = "published",
    .known_by = NAMES("kind", "body", "date"),
    .called = NAMES("kind", "body", "date"),
    .doc = "Something that others decided, found or asked for and that is no inspection and no "
           "intervention: a decision, a judgment, a practice review, a petition, an apology.",
};
