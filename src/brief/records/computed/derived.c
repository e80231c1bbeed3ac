/* Record tables of all that is computed, and of its measures and terms: templates read it, nobody
   may write it. */
#include "brief/derived.h"
#include "brief/records/fact.h"

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

static const struct field derived_fields[] = {
    FIELD(struct derived, standing, FIELD_RECORD, DERIVED_ALWAYS, .of = &standing_table,
          .rule = "Where the council stands",
          .doc = "Where the council stands by its latest full inspection."),
    FIELD(struct derived, message, FIELD_RECORD, DERIVED_ALWAYS, .of = &message_table,
          .rule = "What page one tells", .doc = "What page one tells, for its sentences."),
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
    FIELD(struct derived, past_work, FIELD_ANSWER, DERIVED_ALWAYS, .rule = "Work of the past",
          .doc = "Whether nothing is known of the last twelve months of any action or priority.",
          .example = "no"),
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
    FIELD(struct derived, england, FIELD_RECORD, DERIVED, .of = &england_table,
          .rule = "England compared",
          .doc = "The council beside all councils of a table of inspections; absent where none is "
                 "named, or it has not begun by the day."),
    END_OF_FIELDS,
};

const struct record_table derived_table = {
    .name = "derived facts",
    .a_name = "a set of derived facts",
    .size = sizeof(struct derived),
    .fields = derived_fields,
    .doc = "What is computed from the specification for the day of the briefing.",
};
