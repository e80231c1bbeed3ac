/* Record tables of a whole specification: its keys, its tables, its sources. */
#include "brief/records/fact.h"

/* ---- the whole specification: its top-level keys ---- */

static const struct field briefing_fields[] = {
    FIELD(struct briefing, format, FIELD_WHOLE, OPTIONAL,
          .doc = "The number of the format that this file is written in: that of the program's "
                 "version before the point. A file without one is read as one of today's.",
          .unprinted = "the program, which refuses what it does not know yet", .example = "1"),
    FIELD(struct briefing, briefing, FIELD_RECORD, REQUIRED, .of = &front_sheet_table,
          .doc = "The paper itself: title, day and committee front sheet.",
          .example = "{title: Children's services in Norfolk, as_at: 2018-01-22}"),
    FIELD(struct briefing, council, FIELD_RECORD, REQUIRED, .of = &council_table,
          .doc = "The council that the briefing is about.",
          .example = "{name: Norfolk County Council, short_name: Norfolk}"),
    RECORDS_FIELD(struct briefing, tables, table_use, OPTIONAL,
                  .doc = "Tables whose rows about this council become records.",
                  .example = "[{file: data/ofsted_inspections.csv, mapping: ofsted-inspections}]"),
    RECORDS_FIELD(struct briefing, sources, evidence, OPTIONAL,
                  .doc = "The documents that facts come from.",
                  .example = "[{id: S004, title: Significant increase in the pace of change}]"),
    RECORDS_FIELD(
        struct briefing, covers, cover, OPTIONAL,
        .doc = "What was looked for, when and where; the paper says of nothing else that there is "
               "none.",
        .example = "[{kind: interventions, as_at: 2026-11-01, source: DFE-LIST}]"),
    RECORDS_FIELD(struct briefing, inspections, inspection, OPTIONAL,
                  .doc = "Inspections and visits by Ofsted.",
                  .example = "[{id: I2015, framework: SIF, overall: inadequate}]"),
    RECORDS_FIELD(struct briefing, interventions, intervention, OPTIONAL,
                  .doc = "Letters, notices, directions and other steps by government.",
                  .example = "[{id: D2013, kind: direction, issued: 2013-12}]"),
    RECORDS_FIELD(struct briefing, leadership, leadership_event, OPTIONAL,
                  .doc = "Changes in who leads the service or the council.",
                  .example = "[{role: Director of children's services, event: stood_down}]"),
    RECORDS_FIELD(struct briefing, funding, funding, OPTIONAL,
                  .doc = "Amounts of money: promised, spent, budgets, savings.",
                  .example = "[{amount: 12, unit: million, years: 4}]"),
    RECORDS_FIELD(struct briefing, actions, action, OPTIONAL,
                  .doc = "What the council does or plans in order to improve.",
                  .example = "[{text: Recruit a new assistant director, status: planned}]"),
    RECORDS_FIELD(struct briefing, priorities, priority, OPTIONAL,
                  .doc = "What the council says it will concentrate on, in order.",
                  .example = "[{text: Getting the basics right}]"),
    RECORDS_FIELD(struct briefing, reviews, review, OPTIONAL,
                  .doc = "Reviews by others that are not inspections.",
                  .example = "[{reviewer: LGA, status: complete}]"),
    RECORDS_FIELD(struct briefing, provision, provision, OPTIONAL,
                  .doc = "How registered settings are rated.",
                  .example = "[{kind: children's homes, total: 9}]"),
    RECORDS_FIELD(struct briefing, recommendations, recommendation, OPTIONAL,
                  .doc = "What others recommend to the council.",
                  .example = "[{text: Reduce social worker caseloads, by: Ofsted}]"),
    RECORDS_FIELD(struct briefing, deadlines, deadline, OPTIONAL, .doc = "What is due by when.",
                  .example = "[{what: Commissioner's report, due: 2016-03-31?}]"),
    RECORDS_FIELD(struct briefing, risks, risk, OPTIONAL, .doc = "What may go wrong.",
                  .example = "[{text: Assessments may fall behind again}]"),
    RECORDS_FIELD(struct briefing, developments, development, OPTIONAL,
                  .doc = "What others decided, found or asked for: ministers' decisions, court "
                         "judgments, practice reviews, petitions.",
                  .example = "[{kind: judgment, body: Family Court, date: 2015-11-26, text: The "
                             "court found failures over nine years}]"),
    RECORDS_FIELD(struct briefing, milestones, milestone, OPTIONAL,
                  .doc = "What the plan is to reach, and by when.",
                  .example = "[{text: All assessments in time, planned: 2018-03-31}]"),
    RECORDS_FIELD(struct briefing, events, event, OPTIONAL,
                  .doc = "Anything else with a date that belongs in the timeline.",
                  .example = "[{text: The commissioner met staff, date: 2016-01~}]"),
    RECORDS_FIELD(struct briefing, quotes, quote, OPTIONAL,
                  .doc = "The exact words of people and documents.",
                  .example = "[{text: Getting to good is in sight, speaker: Penny Carpenter}]"),
    RECORDS_FIELD(struct briefing, claims, claim, OPTIONAL,
                  .doc = "What sources claim, kept beside what is computed.",
                  .example = "[{kind: months_in_intervention, wording: five years, value: 60}]"),
    RECORDS_FIELD(struct briefing, conflicts, conflict, OPTIONAL,
                  .doc = "Points on which sources disagree.",
                  .example = "[{about: Time in intervention, says: [five years, 48 months]}]"),
    RECORDS_FIELD(struct briefing, comparators, comparator, OPTIONAL,
                  .doc = "Other councils that sources mention.",
                  .example = "[{name: Doncaster, why: Government intervened there in 2013}]"),
    RECORDS_FIELD(struct briefing, typical_waits, typical_wait, OPTIONAL,
                  .doc = "How long councils in England have typically waited for their next full "
                         "inspection, by grade.",
                  .example = "[{after: good, months: 49, inspections: 63, since: 2023-07}]"),
    RECORDS_FIELD(struct briefing, questions, question, OPTIONAL,
                  .doc = "Questions that members may want to ask.",
                  .example = "[{text: How many posts are vacant?, to: The director}]"),
    RECORDS_FIELD(struct briefing, narrative, narrative, OPTIONAL,
                  .doc = "The officers' own text, by section of the template.",
                  .example = "[{section: background, text: Some Markdown.}]"),
    RECORDS_FIELD(struct briefing, sections, own_section, OPTIONAL,
                  .doc = "Sections that officers write themselves, with a heading and a place.",
                  .example = "[{heading: Family hubs, after: position, text: Some Markdown.}]"),
    RECORDS_FIELD(struct briefing, figures, figure, OPTIONAL,
                  .doc = "Pictures, by section of the template.",
                  .example = "[{section: background, file: map.png, alt: The three districts}]"),
    RECORDS_FIELD(struct briefing, glossary, term, OPTIONAL,
                  .doc = "Words that readers may not know.",
                  .example = "[{term: LSCB, meaning: Local Safeguarding Children Board}]"),
    RECORDS_FIELD(struct briefing, indicators, indicator, OPTIONAL,
                  .doc = "What is measured, over time: performance, caseloads, staff, complaints.",
                  .example = "[{name: Children in care, unit: count, "
                             "values: [{period: 2025-03-31, value: 502}]}]"),
    RECORDS_FIELD(struct briefing, audits, audit, OPTIONAL,
                  .doc = "Audits of practice by the service itself, with their grades.",
                  .example = "[{period: 2025-26-Q1, count: 48, "
                             "ratings: [{grades: good, count: 20}]}]"),
    RECORDS_FIELD(struct briefing, complaints, complaint, OPTIONAL,
                  .doc = "Complaints by period and stage.",
                  .example = "[{period: 2024-25, stage: stage_1, received: 45, on_time: 38}]"),
    RECORDS_FIELD(struct briefing, voices, voice, OPTIONAL,
                  .doc = "What children, families and staff said when they were asked.",
                  .example = "[{who: Care leavers, count: 41, said: [They want one worker]}]"),
    RECORDS_FIELD(struct briefing, corrections, correction, OPTIONAL,
                  .doc = "What an earlier issue had wrong, and why.",
                  .example = "[{of: D2015, field: issued, was: March 2015, "
                             "why: It was the letter’s day, on: 2018-02-01}]"),
    RECORDS_FIELD(struct briefing, withdrawn, withdrawal, OPTIONAL,
                  .doc = "Records that an earlier issue had, and that are gone, with the reason.",
                  .example = "[{of: A12, what: An action, why: It was recorded twice, "
                             "on: 2018-02-01}]"),
    FIELD(struct briefing, derived, FIELD_RECORD, DERIVED_ALWAYS, .of = &derived_table,
          .doc = "What is computed from the rest; templates read it, nobody writes it."),
    FIELD(struct briefing, paper, FIELD_RECORD, DERIVED_ALWAYS, .of = &paper_table,
          .doc = "The length that is made, and how tight its first page must be; templates read "
                 "it, nobody writes it."),
    FIELD(struct briefing, since, FIELD_RECORD, DERIVED, .of = &since_table,
          .doc = "What changed since the issue before; templates read it, nobody writes it."),
    END_OF_FIELDS,
};

const struct record_table briefing_table = {
    .name = "specification",
    .a_name = "a specification",
    .size = sizeof(struct briefing),
    .fields = briefing_fields,
    .doc = "One council's briefing: what it says and where that comes from.",
};

/* ---- tables that a specification takes records from ---- */

static const struct word take_words[] = {
    [TAKE_RECORDS - 1] = {"records", "records"},
    [TAKE_COMPARISON - 1] = {"comparison", "comparison"},
    [TAKE_COMPARISON] = {0},
};

static const struct field table_use_fields[] = {
    FIELD(struct table_use, file, FIELD_TEXT, REQUIRED,
          .doc = "The table in CSV, as seen from the folder of the specification. It may not lie "
                 "outside the project.",
          .unprinted = "the program, which takes the rows",
          .example = "data/ofsted_inspections.csv"),
    FIELD(struct table_use, mapping, FIELD_TEXT, REQUIRED,
          .doc = "The name of a file in `templates/tables` that says what the columns mean.",
          .unprinted = "the program, which takes the rows", .example = "ofsted-inspections"),
    FIELD(struct table_use, take, FIELD_WORD, OPTIONAL, .words = take_words,
          .doc =
              "What is taken from it: `records` of the rows about this council, or a `comparison` "
              "with all councils of the table and no records; both, where the mapping has both "
              "and nothing is said.",
          .unprinted = "the program, which takes it", .example = "comparison"),
    FIELD(struct table_use, value, FIELD_TEXT, OPTIONAL,
          .doc = "What the rows about this council hold in the column that tells councils apart; "
                 "the council's own code where nothing is said. Rows that name another council are "
                 "refused, unless that one is a predecessor or a successor.",
          .unprinted = "the program, which takes the rows", .example = "E10000020"),
    FIELD(struct table_use, second, FIELD_TEXT, OPTIONAL,
          .doc = "Another table in CSV, in which the mapping looks up what cells of this one hold.",
          .unprinted = "the program, which looks there", .example = "data/ofsted_inspections.csv"),
    END_OF_FIELDS,
};

const struct record_table table_use_table = {
    .name = "table",
    .a_name = "a table",
    .size = sizeof(struct table_use),
    .fields = table_use_fields,
    .doc = "A table whose rows about this council become records, as if they stood here.",
};

/* ---- sources: where every fact comes from ---- */

static const struct word evidence_words[] = {
    [EVIDENCE_NEWS - 1] = {"news", "news report"},
    [EVIDENCE_OFSTED_REPORT - 1] = {"ofsted_report", "Ofsted report"},
    [EVIDENCE_DFE_NOTICE - 1] = {"dfe_notice", "Department for Education notice"},
    [EVIDENCE_LEGISLATION - 1] = {"legislation", "legislation"},
    [EVIDENCE_COUNCIL_REPORT - 1] = {"council_report", "council report"},
    [EVIDENCE_DATA - 1] = {"data", "data"},
    [EVIDENCE_OTHER - 1] = {"other", "other"},
    [EVIDENCE_OTHER] = {0},
};

static const struct field evidence_fields[] = {
    FIELD(struct evidence, id, FIELD_ID, REQUIRED, .ids = IDS_SOURCES,
          .doc = "A short name by which facts name this source.",
          .unprinted = "other records, which name this one by it; readers get a number",
          .example = "S004"),
    FIELD(struct evidence, title, FIELD_TEXT, REQUIRED, .doc = "The title as it was printed.",
          .example = "\"Norfolk: County Warned To Improve Children's Services\""),
    FIELD(struct evidence, language, FIELD_TEXT, OPTIONAL,
          .doc = "The language of the title, where it is not English, as a code.", .example = "cy"),
    FIELD(struct evidence, publisher, FIELD_TEXT, OPTIONAL, .doc = "Who published it.",
          .example = "Public Sector Executive"),
    FIELD(struct evidence, author, FIELD_TEXT, OPTIONAL, .doc = "Who wrote it, where it says so.",
          .example = "Ofsted"),
    FIELD(struct evidence, published, FIELD_DATE, OPTIONAL,
          .doc = "When it was published: a date, or an interval that bounds it.",
          .example = "2014-01-07/2014-02-11"),
    FIELD(struct evidence, updated, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When it was last changed.", .example = "2014-03-01"),
    FIELD(struct evidence, accessed, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When an officer read it.", .example = "2018-01-22"),
    FIELD(struct evidence, url, FIELD_TEXT, OPTIONAL, .doc = "Its address on the web.",
          .example = "https://reports.ofsted.gov.uk/provider/44/80418"),
    FIELD(struct evidence, as_at, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "Of data: the day to which it is complete; printed with it.",
          .example = "2026-08-22"),
    FIELD(struct evidence, licence, FIELD_TEXT, OPTIONAL,
          .doc = "The licence under which it may be used; printed with it.",
          .example = "Open Government Licence v3.0"),
    FIELD(struct evidence, kind, FIELD_WORD, OPTIONAL, .words = evidence_words,
          .doc = "What kind of source it is.", .example = "news"),
    FIELD(struct evidence, interest, FIELD_TEXT, OPTIONAL,
          .doc = "An interest of its author, or of somebody it relies on, that a reader must know.",
          .example = "The expert quoted has worked for two of the councils she compares"),
    FIELD(struct evidence, note, FIELD_TEXT, OPTIONAL,
          .doc = "What a reader must know about this source; printed with it.",
          .example = "The publisher is not named in the text"),
    HOW_KNOWN_FIELD(struct evidence, how_known),
    END_OF_FIELDS,
};

const struct record_table evidence_table = {
    .name = "source",
    .a_name = "a source",
    .size = sizeof(struct evidence),
    .fields = evidence_fields,
    .old = old_notes,
    .doc = "A document that facts in the briefing come from.",
};
