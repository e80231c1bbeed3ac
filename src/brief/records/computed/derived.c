/* Record tables of what is computed: templates read it, nobody may write it. */
#include "brief/derived.h"
#include "brief/records/fact.h"
#include "brief/records/words.h"

/* ---- the council's standing ---- */

static const struct word direction_words[] = {
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

static const struct field measure_fields[] = {
    FIELD(struct measure, at_least, FIELD_WHOLE, DERIVED,
          .doc = "The lowest value that the dates allow; absent where it is not known.",
          .example = "48"),
    FIELD(struct measure, at_most, FIELD_WHOLE, DERIVED,
          .doc = "The highest value that the dates allow; absent where it is not known.",
          .example = "49"),
    FIELD(struct measure, text, FIELD_TEXT, DERIVED_ALWAYS, .doc = "The value in words.",
          .example = "48 to 49 months"),
    FIELD(struct measure, base, FIELD_TEXT, DERIVED,
          .doc = "What was counted, as a phrase without a full stop.",
          .example = "from the statutory direction, December 2013, to its end, January 2018"),
    FIELD(struct measure, claimed, FIELD_TEXT, DERIVED,
          .doc = "What a source says instead, in its own words, where that differs.",
          .example = "for the first time in five years"),
    FIELD(struct measure, claim_source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "The sources that say so.", .example = "S004"),
    END_OF_FIELDS,
};

const struct record_table measure_table = {
    .name = "measure",
    .a_name = "a computed measure",
    .size = sizeof(struct measure),
    .fields = measure_fields,
    .doc = "A computed number or range, with what it was computed from.",
};

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

static const struct field tested_claim_fields[] = {
    FIELD(struct tested_claim, claim, FIELD_RECORD, DERIVED, .of = &claim_table,
          .doc = "The claim as it was written."),
    FIELD(struct tested_claim, computed, FIELD_RECORD, DERIVED, .of = &measure_table,
          .doc = "What the records give for the time of the claim."),
    FIELD(struct tested_claim, agrees, FIELD_ANSWER, DERIVED,
          .doc = "Whether the two agree; absent when nothing could be computed.", .example = "yes"),
    END_OF_FIELDS,
};

const struct record_table tested_claim_table = {
    .name = "tested claim",
    .a_name = "a tested claim",
    .size = sizeof(struct tested_claim),
    .fields = tested_claim_fields,
    .doc = "What a source claims, beside what the records gave at its time.",
};

static const struct field derived_fields[] = {
    FIELD(struct derived, standing, FIELD_RECORD, DERIVED_ALWAYS, .of = &standing_table,
          .rule = "Where the council stands",
          .doc = "Where the council stands by its latest full inspection."),
    FIELD(struct derived, consecutive_inadequate, FIELD_RECORD, DERIVED_ALWAYS,
          .of = &measure_table, .rule = "Inadequate in a row",
          .doc = "How many full inspections in a row, newest first, were inadequate overall."),
    FIELD(
        struct derived, abolished, FIELD_ANSWER, DERIVED, .rule = "A council that goes",
        .doc =
            "Whether the council, where it has a day of abolition, is abolished by the day of the "
            "briefing; `no` while that is to come, absent where the date leaves it open.",
        .example = "no"),
    FIELD(struct derived, abolition, FIELD_TEXT, DERIVED, .rule = "A council that goes",
          .doc = "The same in words, to stand behind the council's name.",
          .example = "is to be abolished on 1 April 2027"),
    FIELD(struct derived, in_intervention, FIELD_ANSWER, DERIVED, .rule = "Intervention",
          .doc = "Whether an intervention runs on the day of the briefing.", .example = "no"),
    FIELD(struct derived, months_in_intervention, FIELD_RECORD, DERIVED_ALWAYS,
          .of = &measure_table, .rule = "Time in intervention",
          .doc = "How long interventions have run in all; time under two at once counts once."),
    FIELD(struct derived, current_intervention, FIELD_RECORD, DERIVED, .of = &measure_table,
          .rule = "Time in intervention",
          .doc = "How long the spell has run that runs now; absent when none does."),
    FIELD(struct derived, months_by_law, FIELD_RECORD, DERIVED, .of = &measure_table,
          .rule = "Time in intervention",
          .doc = "How much of that by steps that bind in law; absent where all do or one is "
                 "silent."),
    RECORDS_FIELD(struct derived, deadlines, due, DERIVED, .rule = "Deadlines",
                  .doc = "The deadlines, soonest first."),
    RECORDS_FIELD(struct derived, provision, share, DERIVED, .rule = "Homes and other provision",
                  .doc = "How many settings of each kind are good or better."),
    RECORDS_FIELD(struct derived, claims, tested_claim, DERIVED, .rule = "What sources claim",
                  .doc = "The claims that can be computed, each beside what the records give."),
    FIELD(struct derived, actions_total, FIELD_WHOLE, DERIVED_ALWAYS, .rule = "Actions",
          .doc = "How many actions there are.", .example = "7"),
    FIELD(struct derived, actions_complete, FIELD_WHOLE, DERIVED_ALWAYS, .rule = "Actions",
          .doc = "How many of them are complete.", .example = "2"),
    FIELD(struct derived, days_since_inspection, FIELD_RECORD, DERIVED, .of = &measure_table,
          .rule = "Since the last inspection",
          .doc = "How long ago the latest full inspection began; the base says from what."),
    FIELD(struct derived, days_to_report, FIELD_RECORD, DERIVED, .of = &measure_table,
          .rule = "Since the last inspection",
          .doc = "How long after the end of its fieldwork its report came out."),
    FIELD(struct derived, reports_published, FIELD_WHOLE, DERIVED_ALWAYS,
          .rule = "Where the council stands",
          .doc =
              "How many of the inspections are recorded as published by the day of the briefing, "
              "under a framework of Ofsted's alone.",
          .example = "5"),
    FIELD(struct derived, action_plan, FIELD_RECORD, DERIVED, .of = &action_plan_table,
          .rule = "The plan of action",
          .doc = "When the council's plan of action is due at Ofsted."),
    RECORDS_FIELD(struct derived, other_plans, action_plan, DERIVED,
                  .rule = "Plans after visits and other inspections",
                  .doc =
                      "When plans are due for areas for priority action, and other plans that an "
                      "inspection under another framework asks for."),
    FIELD(struct derived, typical_wait, FIELD_RECORD, DERIVED, .of = &council_wait_table,
          .rule = "Typical wait until the next full inspection",
          .doc = "How long councils with this grade have typically waited; no forecast."),
    FIELD(struct derived, published_tests, FIELD_RECORD, DERIVED, .of = &published_tests_table,
          .rule = "The department's published tests",
          .doc = "Which published tests for appointing a commissioner are met; absent where none "
                 "is known to be; no forecast."),
    FIELD(struct derived, actions, FIELD_RECORD, DERIVED_ALWAYS, .of = &action_tally_table,
          .rule = "Actions", .doc = "The actions by status, and those that are overdue."),
    RECORDS_FIELD(struct derived, funding_parts, amount_parts, DERIVED,
                  .rule = "Parts of an amount of money",
                  .doc = "The amounts that others are part of, and whether these add up."),
    FIELD(struct derived, recommendations, FIELD_RECORD, DERIVED_ALWAYS,
          .of = &recommendation_tally_table, .rule = "Recommendations and milestones",
          .doc = "The recommendations by status and by response."),
    FIELD(struct derived, milestones, FIELD_RECORD, DERIVED_ALWAYS, .of = &milestone_tally_table,
          .rule = "Recommendations and milestones",
          .doc = "The milestones that are reached, and those that are late."),
    FIELD(struct derived, directors, FIELD_RECORD, DERIVED_ALWAYS, .of = &measure_table,
          .rule = "Directors of children's services",
          .doc = "How many people are recorded as director of children's services."),
    RECORDS_FIELD(
        struct derived, tenures, tenure, DERIVED, .rule = "Directors of children's services",
        .doc = "How long each term of a director of children's services was, oldest first."),
    FIELD(struct derived, evidence, FIELD_RECORD, DERIVED_ALWAYS, .of = &assurance_table,
          .rule = "What sources claim", .doc = "How well the facts are supported."),
    RECORDS_FIELD(struct derived, indicators, measured, DERIVED, .rule = "Indicators",
                  .doc = "How each indicator stands: latest value, change, target, comparison."),
    RECORDS_FIELD(struct derived, audits, audited, DERIVED, .rule = "Audits and complaints",
                  .doc = "How many audits were good or better, oldest first."),
    RECORDS_FIELD(struct derived, complaints, complained, DERIVED, .rule = "Audits and complaints",
                  .doc =
                      "Which share of complaints was answered on time and upheld, oldest first."),
    FIELD(struct derived, indicators_summary, FIELD_TEXTS, DERIVED, .rule = "Indicators",
          .doc = "What stands out: how many targets are met and which are missed, what is better "
                 "and what is worse than before; a sentence or two each.",
          .example = "[\"2 of 3 targets are met. Off target: agency social workers.\"]"),
    FIELD(struct derived, indicator_groups, FIELD_TEXTS, DERIVED, .rule = "Indicators",
          .doc = "The groups of indicators, each once; those in none come last, as `Other`.",
          .example = "[Workforce, Front door]"),
    FIELD(struct derived, departments, FIELD_TEXTS, DERIVED, .rule = "Intervention",
          .doc = "The departments whose interventions are recorded, each once.",
          .example = "[Department for Education]"),
    FIELD(struct derived, coverage, FIELD_RECORD, DERIVED_ALWAYS, .of = &coverage_table,
          .rule = "What the data covers", .doc = "What the data covers, and what it does not."),
    END_OF_FIELDS,
};

const struct record_table derived_table = {
    .name = "derived facts",
    .a_name = "a set of derived facts",
    .size = sizeof(struct derived),
    .fields = derived_fields,
    .doc = "What is computed from the specification for the day of the briefing.",
};

/* ---- what is computed about plans, actions, people and evidence ---- */

#define COUNT_FIELD(type, member, sentence, figure)                                                \
    FIELD(type, member, FIELD_WHOLE, DERIVED_ALWAYS, .doc = (sentence), .example = (figure))

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
    COUNT_FIELD(struct recommendation_tally, accepted, "How many were accepted.", "3"),
    COUNT_FIELD(struct recommendation_tally, partly, "How many were accepted in part.", "1"),
    COUNT_FIELD(struct recommendation_tally, rejected, "How many were rejected.", "0"),
    COUNT_FIELD(struct recommendation_tally, unanswered, "How many have no response here.", "1"),
    FIELD(struct recommendation_tally, text, FIELD_TEXT, DERIVED,
          .doc = "The same in words; absent where none has a status or a response.",
          .example = "2 of 5 complete, 2 open, 1 overdue; 3 accepted, 1 accepted in part"),
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
