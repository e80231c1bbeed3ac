/* Record tables of the council's work: actions, recommendations, deadlines, risks. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

const struct word action_status_words[] = {
    [STATUS_PLANNED - 1] = {"planned", "planned"},
    [STATUS_IN_PROGRESS - 1] = {"in_progress", "in progress"},
    [STATUS_COMPLETE - 1] = {"complete", "complete"},
    [STATUS_OVERDUE - 1] = {"overdue", "overdue"},
    [STATUS_ON_HOLD - 1] = {"on_hold", "on hold"},
    [STATUS_SUPERSEDED - 1] = {"superseded", "superseded"},
    [STATUS_WITHDRAWN - 1] = {"withdrawn", "withdrawn"},
    [STATUS_WITHDRAWN] = {0},
};

const struct word due_words[] = {
    [DUE_TO_COME - 1] = {"to_come", "to come"},
    [DUE_PERHAPS_PASSED - 1] = {"perhaps_passed", "perhaps passed"},
    [DUE_UNDATED - 1] = {"undated", "date not stated"},
    [DUE_DONE - 1] = {"done", "done"},
    [DUE_OVERDUE - 1] = {"overdue", "overdue"},
    [DUE_NOT_RECORDED - 1] = {"not_recorded", "passed, not recorded whether done"},
    [DUE_HISTORY - 1] = {"history", "long passed, not recorded whether done"},
    [DUE_DROPPED - 1] = {"dropped", "no longer awaited"},
    [DUE_DROPPED] = {0},
};

static const struct word rag_words[] = {
    [RAG_RED - 1] = {"red", "off track"},
    [RAG_AMBER - 1] = {"amber", "at risk"},
    [RAG_GREEN - 1] = {"green", "on track"},
    [RAG_BLUE - 1] = {"blue", "complete"},
    [RAG_BLUE] = {0},
};

/* What was achieved has no plan to be on or off: its ratings are told by their colours. */
static const struct word impact_words[] = {
    [RAG_RED - 1] = {"red", "red"},
    [RAG_AMBER - 1] = {"amber", "amber"},
    [RAG_GREEN - 1] = {"green", "green"},
    [RAG_BLUE - 1] = {"blue", "blue"},
    [RAG_BLUE] = {0},
};

static const struct field action_fields[] = {
    FIELD(struct action, id, FIELD_ID, OPTIONAL, .ids = IDS_ACTIONS,
          .unprinted = "other records, which name the action by it; printed where it has no number",
          .doc = "A short name by which other records name this action.", .example = "A1"),
    WAS_FIELD(struct action, fact.was),
    FIELD(struct action, number, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "Its number in the plan, as it is printed there.", .example = "\"1.2\""),
    FIELD(struct action, theme, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "The theme or workstream; the actions of one stand together.",
          .example = "Leadership and governance"),
    FIELD(struct action, text, FIELD_TEXT, REQUIRED, .doc = "What is done or to be done.",
          .example = "Recruit a new assistant director"),
    FIELD(struct action, answers, FIELD_REFS, OPTIONAL, .ids = IDS_ANY,
          .doc = "What it answers: the ids of recommendations, of areas for improvement or of what "
                 "else asked for it.",
          .example = "R1"),
    FIELD(struct action, owner, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Who answers for it.", .example = "Director of children's services"),
    FIELD(struct action, lead_member, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "The councillor who oversees it.",
          .example = "Cabinet member for children and young people"),
    FIELD(struct action, status, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = action_status_words, .doc = "How far it has come.", .example = "in_progress"),
    FIELD(struct action, percent, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .percent = true, .doc = "How many per cent of it are done, 0 to 100.", .example = "60"),
    FIELD(struct action, rag, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS, .words = rag_words,
          .doc = "The owner's rating of its progress: red for off track, amber for at risk, green "
                 "for on track, blue for complete.",
          .example = "amber"),
    FIELD(struct action, progress, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What has been done so far.", .example = "Two of three posts filled"),
    FIELD(struct action, impact_rag, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = impact_words,
          .doc = "The owner's rating of what it has changed for children, apart from progress.",
          .example = "red"),
    FIELD(struct action, impact, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What it has changed so far.",
          .example = "Caseloads have fallen in one team of six"),
    FIELD(struct action, cost, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What it costs, as officers have it: an amount, or words such as `TBC`.",
          .example = "\"£12,500\""),
    FIELD(struct action, cost_pounds, FIELD_DECIMAL, DERIVED,
          .doc = "The cost in pounds; absent where it is not one amount.", .example = "12500"),
    FIELD(struct action, date, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "When it was done or reported.", .example = "2014-01~"),
    FIELD(struct action, due, FIELD_DATE, OPTIONAL, .ahead = true, .doc = "When it was first due.",
          .example = "2018-03-31"),
    FIELD(struct action, revised_due, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true, .doc = "When it is due now.", .example = "2018-06-30"),
    FIELD(struct action, updated, FIELD_DATE, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "When what is said of it was last brought up to date; its status holds for that "
                 "day.",
          .example = "2018-01-15"),
    FIELD(struct action, evidence, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What shows the progress made.", .example = "Advertisement placed"),
    FACT_FIELDS(struct action),
    END_OF_FIELDS,
};

static const struct old_key old_of_action[] = {
    {.was = "date_note", .now = "how_known"},
    {.was = "recommendation", .now = "answers"},
    {.was = NULL},
};

const struct record_table action_table = {
    .name = "action",
    .a_name = "an action",
    .size = sizeof(struct action),
    .fields = action_fields,
    .old = old_of_action,
    .happens = "date",
    .known_by = NAMES("text"),
    .called = NAMES("number", "text"),
    .doc = "Something that the council does or plans in order to improve.",
};

static const struct field priority_fields[] = {
    FIELD(struct priority, text, FIELD_TEXT, REQUIRED, .doc = "The priority.",
          .example = "Getting the basics right"),
    FIELD(struct priority, by, FIELD_TEXT, OPTIONAL, .doc = "Who set it.",
          .example = "Sheila Lock"),
    FIELD(struct priority, date, FIELD_DATE, OPTIONAL, .doc = "When it was set or reported.",
          .example = "2013-08-16"),
    FACT_FIELDS(struct priority),
    END_OF_FIELDS,
};

const struct record_table priority_table = {
    .name = "priority",
    .a_name = "a priority",
    .size = sizeof(struct priority),
    .fields = priority_fields,
    .happens = "date",
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "One item of an ordered list of what the council says it will concentrate on.",
};

static const struct word response_words[] = {
    [RESPONSE_ACCEPTED - 1] = {"accepted", "accepted"},
    [RESPONSE_PARTLY - 1] = {"partly", "accepted in part"},
    [RESPONSE_REJECTED - 1] = {"rejected", "rejected"},
    [RESPONSE_REJECTED] = {0},
};

/* How something that is due stands; computed. */
#define STATE_FIELDS(type)                                                                         \
    FIELD(type, state, FIELD_WORD, DERIVED, .words = due_words,                                    \
          .doc = "How it stands on the day of the briefing, as with deadlines.",                   \
          .example = "overdue"),                                                                   \
        FIELD(type, state_text, FIELD_TEXT, DERIVED, .doc = "The same in words.",                  \
              .example = "20 days ago")

static const struct field recommendation_fields[] = {
    FIELD(struct recommendation, id, FIELD_ID, OPTIONAL, .ids = IDS_RECOMMENDATIONS,
          .doc = "A short name by which actions name this recommendation.", .example = "R1"),
    WAS_FIELD(struct recommendation, fact.was),
    FIELD(struct recommendation, text, FIELD_TEXT, REQUIRED, .doc = "What is recommended.",
          .example = "Ensure that systems can manage capacity"),
    FIELD(struct recommendation, by, FIELD_TEXT, OPTIONAL, .doc = "Who recommends it.",
          .example = "Ofsted"),
    FIELD(struct recommendation, comes_from, FIELD_REF, OPTIONAL, .ids = IDS_ANY,
          .doc = "The inspection, review, direction or other record that it comes from.",
          .example = "I2015"),
    FIELD(struct recommendation, priority, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether it is a priority action: one that its author wants done before others.",
          .example = "yes"),
    FIELD(struct recommendation, response, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = response_words, .doc = "Whether the council accepts it.", .example = "accepted"),
    FIELD(struct recommendation, response_text, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What the council answered.", .example = "Agreed, within the budget for 2018/19"),
    FIELD(struct recommendation, owner, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Who sees to it.", .example = "Director of children's services"),
    FIELD(struct recommendation, status, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = action_status_words, .doc = "How far it has come.", .example = "in_progress"),
    FIELD(struct recommendation, due, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true, .doc = "When it is to be done.", .example = "2018-06-30"),
    FIELD(struct recommendation, updated, FIELD_DATE, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "When what is said of it was last brought up to date; its status holds for that "
                 "day.",
          .example = "2018-01-15"),
    FIELD(struct recommendation, correction, FIELD_TEXT, OPTIONAL,
          .doc = "What is right, where the source's wording is wrong; printed beside it.",
          .example = "The report says \"strategy discussions\", a child protection meeting"),
    STATE_FIELDS(struct recommendation),
    FACT_FIELDS(struct recommendation),
    END_OF_FIELDS,
};

static const struct old_key old_of_recommendation[] = {
    {.was = "inspection", .now = "comes_from"},
    {.was = NULL},
};

const struct record_table recommendation_table = {
    .name = "recommendation",
    .a_name = "a recommendation",
    .size = sizeof(struct recommendation),
    .fields = recommendation_fields,
    .old = old_of_recommendation,
    .known_by = NAMES("text", "by"),
    .called = NAMES("text"),
    .doc = "What somebody outside the council recommends to it, and what came of it.",
};

static const struct word deadline_words[] = {
    [DEADLINE_SUPERSEDED - 1] = {"superseded", "superseded"},
    [DEADLINE_LAPSED - 1] = {"lapsed", "lapsed"},
    [DEADLINE_WITHDRAWN - 1] = {"withdrawn", "withdrawn"},
    [DEADLINE_WITHDRAWN] = {0},
};

static const struct field deadline_fields[] = {
    FIELD(struct deadline, what, FIELD_TEXT, REQUIRED, .doc = "What is due.",
          .example = "Commissioner's report to the Secretary of State"),
    FIELD(struct deadline, who, FIELD_TEXT, OPTIONAL, .doc = "Who must deliver it.",
          .example = "Dave Hill"),
    FIELD(struct deadline, due, FIELD_DATE, OPTIONAL, .ahead = true, .doc = "When it is due.",
          .example = "2016-03-31?"),
    FIELD(struct deadline, done, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS, .ahead = true,
          .doc = "When it was delivered.", .example = "2016-03-29"),
    FIELD(struct deadline, not_done, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true,
          .doc = "A day on which it was known not to be delivered; only then is it overdue.",
          .example = "2016-04-15"),
    FIELD(struct deadline, ended, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = deadline_words,
          .doc =
              "Why nobody waits for it any more, where it was never done: something else took its "
              "place, it fell away by itself, or it was taken back.",
          .example = "superseded"),
    FIELD(struct deadline, about, FIELD_REF, OPTIONAL, .ids = IDS_ANY,
          .doc = "The record it belongs to.",
          .unprinted = "the program, which tells by it what the deadline belongs to",
          .example = "D2015"),
    FACT_FIELDS(struct deadline),
    END_OF_FIELDS,
};

const struct record_table deadline_table = {
    .name = "deadline",
    .a_name = "a deadline",
    .size = sizeof(struct deadline),
    .fields = deadline_fields,
    .happens = "done",
    .known_by = NAMES("what", "due"),
    .called = NAMES("what", "due"),
    .doc = "Something that is due by a date.",
};

static const struct word trend_words[] = {
    [TREND_RISING - 1] = {"rising", "rising"},
    [TREND_STEADY - 1] = {"steady", "steady"},
    [TREND_FALLING - 1] = {"falling", "falling"},
    [TREND_FALLING] = {0},
};

#define RISK_NUMBER(member, sentence, figure)                                                      \
    FIELD(struct risk, member, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,                 \
          .doc = (sentence), .example = (figure))

static const struct field risk_fields[] = {
    FIELD(struct risk, id, FIELD_ID, OPTIONAL, .ids = IDS_RISKS,
          .doc = "A short name, such as its number in the register.", .example = "CR7"),
    WAS_FIELD(struct risk, fact.was),
    FIELD(struct risk, text, FIELD_TEXT, REQUIRED, .doc = "What might happen, and why.",
          .example = "Local partners do not share an understanding of thresholds"),
    FIELD(struct risk, raised_by, FIELD_TEXT, OPTIONAL, .doc = "Who points it out.",
          .example = "Stuart Smith"),
    FIELD(struct risk, date, FIELD_DATE, OPTIONAL, .doc = "When it was pointed out.",
          .example = "2015-05"),
    FIELD(struct risk, owner, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Who answers for it.", .example = "Director of children's services"),
    RISK_NUMBER(likelihood, "How likely it is before anything is done about it, 1 to 5.", "4"),
    RISK_NUMBER(impact, "How bad it would be before anything is done about it, 1 to 5.", "5"),
    RISK_NUMBER(score,
                "The score before anything is done about it; leave it out where it is likelihood "
                "times impact.",
                "20"),
    RISK_NUMBER(likelihood_after, "How likely it is with what is done about it, 1 to 5.", "3"),
    RISK_NUMBER(impact_after, "How bad it would be with what is done about it, 1 to 5.", "4"),
    RISK_NUMBER(score_after, "The score with what is done about it; left out as `score` is.", "12"),
    FIELD(struct risk, trend, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = trend_words, .doc = "How it moves.", .example = "rising"),
    FIELD(struct risk, appetite, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How much of it the council is ready to bear, in its own words or as a score.",
          .example = "low"),
    FIELD(struct risk, review_due, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS, .ahead = true,
          .doc = "When it is to be looked at again.", .example = "2018-03-31"),
    FIELD(struct risk, mitigation, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What is done about it.", .example = "Scrutiny of the backlog every month"),
    FIELD(struct risk, actions, FIELD_REFS, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ids = IDS_ACTIONS, .doc = "The actions that are to lessen it.", .example = "A1"),
    FIELD(struct risk, level, FIELD_WHOLE, DERIVED,
          .doc = "The score before: as written, or else likelihood times impact.", .example = "20"),
    FIELD(struct risk, level_after, FIELD_WHOLE, DERIVED,
          .doc = "The score after: as written, or else likelihood times impact.", .example = "12"),
    FACT_FIELDS(struct risk),
    END_OF_FIELDS,
};

const struct record_table risk_table = {
    .name = "risk",
    .a_name = "a risk",
    .size = sizeof(struct risk),
    .fields = risk_fields,
    .happens = "date",
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "Something that may go wrong.",
};

static const struct field milestone_fields[] = {
    FIELD(struct milestone, id, FIELD_ID, OPTIONAL, .ids = IDS_MILESTONES,
          .doc = "A short name by which other records name this milestone.", .example = "M1"),
    WAS_FIELD(struct milestone, fact.was),
    FIELD(struct milestone, theme, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "The theme or workstream; the milestones of one stand together.",
          .example = "Leadership and governance"),
    FIELD(struct milestone, text, FIELD_TEXT, REQUIRED, .doc = "What will have been reached.",
          .example = "All assessments are done within 45 days"),
    FIELD(struct milestone, owner, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Who answers for it.", .example = "Director of children's services"),
    FIELD(struct milestone, planned, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When it was first to be reached.", .example = "2018-03-31"),
    FIELD(struct milestone, revised, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true, .doc = "When it is to be reached now.", .example = "2018-06-30"),
    FIELD(struct milestone, actual, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "When it was reached.", .example = "2018-01-12"),
    FIELD(struct milestone, rag, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = rag_words,
          .doc = "The owner's rating of progress: red for off track, amber for at risk, green for "
                 "on track, blue for complete.",
          .example = "amber"),
    FIELD(struct milestone, progress, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What has been done so far.", .example = "Four teams of six are there"),
    FIELD(struct milestone, impact_rag, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = impact_words,
          .doc = "The owner's rating of what it has changed for children, apart from progress.",
          .example = "red"),
    FIELD(struct milestone, impact, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What it has changed so far.", .example = "Families wait two weeks less"),
    FIELD(struct milestone, evidence, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "What shows the progress made.", .example = "Monthly audit of assessments"),
    FIELD(struct milestone, actions, FIELD_REFS, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ids = IDS_ACTIONS, .doc = "The actions that lead to it.", .example = "A1"),
    FIELD(struct milestone, updated, FIELD_DATE, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "When what is said of it was last brought up to date; its rating holds for that "
                 "day.",
          .example = "2018-01-15"),
    STATE_FIELDS(struct milestone),
    FACT_FIELDS(struct milestone),
    END_OF_FIELDS,
};

const struct record_table milestone_table = {
    .name = "milestone",
    .a_name = "a milestone",
    .size = sizeof(struct milestone),
    .fields = milestone_fields,
    .happens = "actual",
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "A point that a plan is to reach by a date.",
};
