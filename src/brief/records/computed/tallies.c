/* Record tables of what is counted and of what is due: deadlines, plans, actions, provision,
   evidence. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

#define COUNT_FIELD(type, member, sentence, figure)                                                \
    FIELD(type, member, FIELD_WHOLE, DERIVED_ALWAYS, .doc = (sentence), .example = (figure))

static const struct field due_fields[] = {
    FIELD(struct due, deadline, FIELD_RECORD, DERIVED_ALWAYS, .of = &deadline_table,
          .doc = "The deadline as it was written."),
    FIELD(struct due, what, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What is due.",
          .example = "Commissioner's report to the Secretary of State"),
    FIELD(struct due, due, FIELD_DATE, DERIVED, .doc = "When it is due.", .example = "2016-03-31?"),
    FIELD(struct due, at_least, FIELD_WHOLE, DERIVED,
          .doc = "The fewest days that may be left; below zero when the date has passed.",
          .example = "12"),
    FIELD(struct due, at_most, FIELD_WHOLE, DERIVED,
          .doc = "The most days that may be left; below zero when the date has passed.",
          .example = "12"),
    FIELD(struct due, state, FIELD_WORD, DERIVED_ALWAYS, .words = due_words,
          .doc = "How it stands: what has passed and of which nobody says whether it was done is "
                 "history a year later, or after another full inspection.",
          .example = "to_come"),
    FIELD(struct due, overdue, FIELD_ANSWER, DERIVED,
          .doc = "Whether a record says that it was not done in time; absent where none says "
                 "whether it was.",
          .example = "no"),
    FIELD(struct due, text, FIELD_TEXT, DERIVED_ALWAYS,
          .tells = (const char *const[]){"not_done", "ended", NULL},
          .doc = "The time left, in words.", .example = "in 12 days"),
    FIELD(struct due, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of the deadline.", .example = "S003"),
    END_OF_FIELDS,
};

const struct record_table due_table = {
    .name = "due date",
    .a_name = "a due date",
    .size = sizeof(struct due),
    .fields = due_fields,
    .doc = "A deadline as it stands on the day of the briefing.",
};

static const struct field share_fields[] = {
    FIELD(struct share, kind, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What is rated, in the plural.",
          .example = "children's homes"),
    FIELD(struct share, good_or_better, FIELD_WHOLE, DERIVED, .doc = "How many are good or better.",
          .example = "8"),
    FIELD(struct share, total, FIELD_WHOLE, DERIVED, .doc = "How many there are in all.",
          .example = "9"),
    FIELD(struct share, percent, FIELD_WHOLE, DERIVED, .doc = "The same as a percentage.",
          .example = "89"),
    FIELD(struct share, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The share in words.",
          .example = "8 of 9 (89%)"),
    FIELD(struct share, base, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "the split between good and outstanding is not known"),
    FIELD(struct share, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources of the counts.", .example = "S004"),
    END_OF_FIELDS,
};

const struct record_table share_table = {
    .name = "share",
    .a_name = "a share",
    .size = sizeof(struct share),
    .fields = share_fields,
    .doc = "How many settings of a kind are good or better.",
};

static const struct field action_plan_fields[] = {
    FIELD(struct action_plan, inspection, FIELD_RECORD, DERIVED_ALWAYS, .of = &inspection_table,
          .doc = "The inspection that it answers."),
    FIELD(struct action_plan, what, FIELD_TEXT, DERIVED_ALWAYS, .doc = "What is owed.",
          .example = "Plan of action to Ofsted and the Secretary of State"),
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
    FIELD(struct action_plan, working_days, FIELD_WHOLE, DERIVED,
          .doc = "After how many working days from publication it is due.", .example = "70"),
    END_OF_FIELDS,
};

const struct record_table action_plan_table = {
    .name = "action plan",
    .a_name = "an action plan",
    .size = sizeof(struct action_plan),
    .fields = action_plan_fields,
    .doc = "A plan that a council sends after an inspection: of action, or for areas for priority "
           "action.",
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

static const struct field theme_tally_fields[] = {
    FIELD(struct theme_tally, theme, FIELD_TEXT, DERIVED,
          .doc = "The theme; absent of the actions without one.",
          .example = "Leadership and governance"),
    COUNT_FIELD(struct theme_tally, total, "How many actions it has.", "5"),
    COUNT_FIELD(struct theme_tally, complete, "How many of them are complete.", "2"),
    COUNT_FIELD(struct theme_tally, overdue, "How many of them are overdue.", "1"),
    COUNT_FIELD(struct theme_tally, unstated, "Of how many nothing says how far they are.", "1"),
    FIELD(struct theme_tally, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The same in words.",
          .example = "2 of 5 complete (40%), 1 overdue"),
    END_OF_FIELDS,
};

const struct record_table theme_tally_table = {
    .name = "count of a theme",
    .a_name = "a count of a theme",
    .size = sizeof(struct theme_tally),
    .fields = theme_tally_fields,
    .doc = "The actions of one theme.",
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
    COUNT_FIELD(struct action_tally, on_hold, "How many are on hold.", "0"),
    COUNT_FIELD(struct action_tally, superseded, "How many were superseded.", "0"),
    COUNT_FIELD(struct action_tally, withdrawn, "How many were withdrawn.", "0"),
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
    RECORDS_FIELD(struct action_tally, themes, theme_tally, DERIVED,
                  .doc =
                      "The same by theme, in the order of the file, those without one last; none "
                      "where no action has a theme."),
    END_OF_FIELDS,
};

const struct record_table action_tally_table = {
    .name = "count of actions",
    .a_name = "a count of actions",
    .size = sizeof(struct action_tally),
    .fields = action_tally_fields,
    .doc = "The actions by status; an overdue one is counted as that and nothing else.",
};

static const struct field recommendation_tally_fields[] = {
    COUNT_FIELD(struct recommendation_tally, total, "How many recommendations there are.", "5"),
    COUNT_FIELD(struct recommendation_tally, open, "How many are said to be still open.", "2"),
    COUNT_FIELD(struct recommendation_tally, complete, "How many are complete.", "2"),
    COUNT_FIELD(struct recommendation_tally, overdue, "How many of the open ones are overdue.",
                "1"),
    COUNT_FIELD(struct recommendation_tally, dropped, "How many were superseded or withdrawn.",
                "0"),
    COUNT_FIELD(struct recommendation_tally, unstated, "How many have no status.", "0"),
    COUNT_FIELD(struct recommendation_tally, accepted, "How many were accepted.", "3"),
    COUNT_FIELD(struct recommendation_tally, partly, "How many were accepted in part.", "1"),
    COUNT_FIELD(struct recommendation_tally, rejected, "How many were rejected.", "0"),
    COUNT_FIELD(struct recommendation_tally, unanswered, "How many have no response here.", "1"),
    FIELD(struct recommendation_tally, text, FIELD_TEXT, DERIVED,
          .doc = "The same in words; absent where none has a status or a response.",
          .example = "2 of 4 complete, 1 open, 1 overdue, 1 without a status; 3 accepted"),
    END_OF_FIELDS,
};

const struct record_table recommendation_tally_table = {
    .name = "count of recommendations",
    .a_name = "a count of recommendations",
    .size = sizeof(struct recommendation_tally),
    .fields = recommendation_tally_fields,
    .doc = "The recommendations by status, and by what the council answered.",
};

static const struct field milestone_tally_fields[] = {
    COUNT_FIELD(struct milestone_tally, total, "How many milestones there are.", "5"),
    COUNT_FIELD(struct milestone_tally, reached, "How many are reached.", "2"),
    COUNT_FIELD(struct milestone_tally, overdue,
                "How many were not reached by their date, as last revised.", "1"),
    COUNT_FIELD(struct milestone_tally, passed,
                "How many have passed their date, and nobody says whether they were reached.", "1"),
    FIELD(struct milestone_tally, text, FIELD_TEXT, DERIVED,
          .doc = "The same in words; absent where there are none.",
          .example = "2 of 5 reached (40%), 1 overdue"),
    RECORDS_FIELD(struct milestone_tally, themes, theme_tally, DERIVED,
                  .doc =
                      "The same by theme, in the order of the file, those without one last; none "
                      "where no milestone has a theme. Complete is reached."),
    END_OF_FIELDS,
};

const struct record_table milestone_tally_table = {
    .name = "count of milestones",
    .a_name = "a count of milestones",
    .size = sizeof(struct milestone_tally),
    .fields = milestone_tally_fields,
    .doc = "The milestones that are reached, and those that are late.",
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
    COUNT_FIELD(struct assurance, remarks, "How many records say in `how_known` how it is known.",
                "25"),
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
