/* Record tables of what is computed about plans, actions, people and evidence. */
#include "brief/records/fact.h"
#include "brief/records/words.h"

#define COUNT_FIELD(type, member, sentence, figure)                                                \
    FIELD(type, member, FIELD_WHOLE, DERIVED_ALWAYS, .doc = (sentence), .example = (figure))

static const struct field action_plan_fields[] = {
    FIELD(struct action_plan, inspection, FIELD_RECORD, DERIVED_ALWAYS, .of = &inspection_table,
          .doc = "The inspection that it answers."),
    FIELD(struct action_plan, due, FIELD_DATE, DERIVED,
          .doc = "About when it is due; absent where it is not known.", .example = "2018-05-01~"),
    FIELD(struct action_plan, state, FIELD_WORD, DERIVED_ALWAYS, .words = due_words,
          .doc = "How it stands, as with deadlines.", .example = "to_come"),
    FIELD(struct action_plan, at_least, FIELD_WHOLE, DERIVED,
          .doc = "The fewest days that may be left; below zero when the date has passed.",
          .example = "99"),
    FIELD(struct action_plan, at_most, FIELD_WHOLE, DERIVED,
          .doc = "The most days that may be left; below zero when the date has passed.",
          .example = "99"),
    FIELD(struct action_plan, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The time left, in words.",
          .example = "in 99 days"),
    FIELD(struct action_plan, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "70 working days after publication (SI 2007/462)"),
    END_OF_FIELDS,
};

const struct record_table action_plan_table = {
    .name = "action plan",
    .a_name = "an action plan",
    .size = sizeof(struct action_plan),
    .fields = action_plan_fields,
    .doc = "The plan of action that a council sends Ofsted after a full inspection.",
};

static const struct field late_action_fields[] = {
    FIELD(struct late_action, action, FIELD_RECORD, DERIVED_ALWAYS, .of = &action_table,
          .doc = "The action as it was written."),
    FIELD(struct late_action, what, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What was to be done.",
          .example = "Recruit a new assistant director"),
    FIELD(struct late_action, owner, FIELD_TEXT, DERIVED, .doc = "Who answers for it.",
          .example = "Director of children's services"),
    FIELD(struct late_action, due, FIELD_DATE, DERIVED, .doc = "When it was due, as last revised.",
          .example = "2018-03-31"),
    FIELD(struct late_action, state, FIELD_WORD, DERIVED_ALWAYS, .words = due_words,
          .doc = "How it stands, as with deadlines.", .example = "overdue"),
    FIELD(struct late_action, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "How long it has been overdue, in words.", .example = "20 days ago"),
    FIELD(struct late_action, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of the action.", .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table late_action_table = {
    .name = "overdue action",
    .a_name = "an overdue action",
    .size = sizeof(struct late_action),
    .fields = late_action_fields,
    .doc = "An action whose date has passed on the day of the briefing.",
};

static const struct field action_tally_fields[] = {
    COUNT_FIELD(struct action_tally, total, "How many actions there are.", "7"),
    COUNT_FIELD(struct action_tally, planned, "How many are planned.", "2"),
    COUNT_FIELD(struct action_tally, in_progress, "How many are in progress.", "2"),
    COUNT_FIELD(struct action_tally, complete, "How many are complete.", "2"),
    COUNT_FIELD(
        struct action_tally, overdue,
        "How many are overdue, by their status or because they were not complete after their date.",
        "1"),
    COUNT_FIELD(struct action_tally, unstated, "How many have no status.", "0"),
    FIELD(struct action_tally, percent, FIELD_WHOLE, DERIVED,
          .doc = "How many in a hundred are complete; absent when there are none.",
          .example = "29"),
    FIELD(struct action_tally, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "How many are complete, in words.", .example = "2 of 7 complete (29%)"),
    FIELD(struct action_tally, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "All of them by status, as a phrase without a full stop.",
          .example = "2 planned, 2 in progress, 2 complete, 1 overdue"),
    RECORDS_FIELD(struct action_tally, late, late_action, DERIVED, .doc = "The overdue ones."),
    RECORDS_FIELD(
        struct action_tally, passed, late_action, DERIVED,
        .doc = "Those whose date has passed and of which nobody says whether they were done."),
    END_OF_FIELDS,
};

const struct record_table action_tally_table = {
    .name = "count of actions",
    .a_name = "a count of actions",
    .size = sizeof(struct action_tally),
    .fields = action_tally_fields,
    .doc = "The actions by status; an overdue one is counted as that and nothing else.",
};

static const struct field tenure_fields[] = {
    FIELD(struct tenure, person, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The director's name.",
          .example = "Sheila Lock"),
    FIELD(struct tenure, role, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The post as it was written.",
          .example = "Interim director of children's services"),
    FIELD(struct tenure, interim, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether the post was held for the time being.", .example = "yes"),
    FIELD(struct tenure, from, FIELD_DATE, DERIVED, .doc = "When it began.", .example = "2013-07"),
    FIELD(struct tenure, to, FIELD_DATE, DERIVED, .doc = "When it ended.", .example = "2014-09"),
    FIELD(struct tenure, at_least, FIELD_WHOLE, DERIVED,
          .doc = "The fewest whole months that the dates allow.", .example = "12"),
    FIELD(struct tenure, at_most, FIELD_WHOLE, DERIVED,
          .doc = "The most whole months that the dates allow.", .example = "14"),
    FIELD(struct tenure, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "How long it lasted, in words.",
          .example = "12 to 14 months"),
    FIELD(struct tenure, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "from July 2013 to September 2014"),
    FIELD(struct tenure, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of its beginning.", .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table tenure_table = {
    .name = "tenure",
    .a_name = "a tenure",
    .size = sizeof(struct tenure),
    .fields = tenure_fields,
    .doc = "One term of a director of children's services, as far as it is recorded.",
};

static const struct field assurance_fields[] = {
    COUNT_FIELD(struct assurance, facts, "How many records state a fact.", "60"),
    COUNT_FIELD(struct assurance, sourced, "How many of them name a source.", "60"),
    COUNT_FIELD(struct assurance, unsourced, "How many of them name none.", "0"),
    COUNT_FIELD(struct assurance, single_source, "How many of them rest on one source alone.",
                "48"),
    FIELD(struct assurance, sourced_percent, FIELD_WHOLE, DERIVED,
          .doc = "How many in a hundred name a source; absent when there are no facts.",
          .example = "100"),
    COUNT_FIELD(struct assurance, dates, "How many dates are given with facts.", "70"),
    COUNT_FIELD(struct assurance, inferred, "How many of them were worked out, not stated.", "12"),
    COUNT_FIELD(struct assurance, approximate, "How many of them are only about right.", "0"),
    COUNT_FIELD(struct assurance, imprecise,
                "How many of them are less exact than a day or a period of days.", "20"),
    COUNT_FIELD(struct assurance, undated,
                "How many facts could have a date and have none: it is not known.", "5"),
    COUNT_FIELD(struct assurance, sources, "How many sources there are.", "11"),
    COUNT_FIELD(struct assurance, conflicts, "On how many points sources disagree.", "9"),
    COUNT_FIELD(struct assurance, disputed, "How many claims differ from what is computed.", "1"),
    FIELD(struct assurance, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The same in a sentence.",
          .example = "all 60 facts name a source, and 48 of them rest on one alone"),
    END_OF_FIELDS,
};

const struct record_table assurance_table = {
    .name = "evidence quality",
    .a_name = "a measure of evidence quality",
    .size = sizeof(struct assurance),
    .fields = assurance_fields,
    .doc = "How well the facts of the specification are supported.",
};
