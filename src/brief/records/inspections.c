/* Record tables of inspections and of the ratings of registered provision. */
#include "brief/records/fact.h"

/* ---- inspections, and what their reports say ---- */

static const struct field unnamed_fields[] = {
    FIELD(struct unnamed, count, FIELD_WHOLE, OPTIONAL,
          .doc = "How many judgements the source counts; leave it out where it says `most`.",
          .example = "2"),
    FIELD(struct unnamed, grade, FIELD_GRADE, REQUIRED, .doc = "The grade it gives them.",
          .example = "requires_improvement"),
    FIELD(struct unnamed, wording, FIELD_TEXT, OPTIONAL, .doc = "The source's own words.",
          .example = "two other areas"),
    PART_FIELDS(struct unnamed),
    END_OF_FIELDS,
};

const struct record_table unnamed_table = {
    .name = "unnamed judgements",
    .a_name = "a count of unnamed judgements",
    .size = sizeof(struct unnamed),
    .fields = unnamed_fields,
    .known_by = NAMES("wording", "grade"),
    .called = NAMES("count", "grade", "wording"),
    .doc = "Judgements that a source counts without naming them.",
};

static const struct field judged_body_fields[] = {
    FIELD(struct judged_body, name, FIELD_TEXT, REQUIRED, .doc = "The body's name.",
          .example = "Cumbria Local Safeguarding Children Board"),
    FIELD(struct judged_body, judgement, FIELD_TEXT, OPTIONAL,
          .doc = "The key of the judgement in the framework, where it has one.",
          .unprinted = "the table of grades, which has a row for it", .example = "lscb"),
    FIELD(struct judged_body, grade, FIELD_GRADE, OPTIONAL, .doc = "The grade it was given.",
          .example = "requires_improvement"),
    PART_FIELDS(struct judged_body),
    END_OF_FIELDS,
};

const struct record_table judged_body_table = {
    .name = "judged body",
    .a_name = "a body judged beside the council",
    .size = sizeof(struct judged_body),
    .fields = judged_body_fields,
    .known_by = NAMES("name"),
    .called = NAMES("name"),
    .doc = "A body that is judged beside the council, such as the local safeguarding board.",
};

static const struct word polarity_words[] = {
    [POLARITY_POSITIVE - 1] = {"positive", "positive"},
    [POLARITY_NEGATIVE - 1] = {"negative", "critical"},
    [POLARITY_MIXED - 1] = {"mixed", "mixed"},
    [POLARITY_NEUTRAL - 1] = {"neutral", "neutral"},
    [POLARITY_NEUTRAL] = {0},
};

static const struct field finding_fields[] = {
    FIELD(struct finding, text, FIELD_TEXT, REQUIRED, .doc = "What was found.",
          .example = "Practice is too variable"),
    FIELD(struct finding, polarity, FIELD_WORD, OPTIONAL, .words = polarity_words,
          .doc = "Whether it speaks for the service or against it.", .example = "negative"),
    FIELD(struct finding, quoted, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether the words are the report's own.", .example = "no"),
    FIELD(struct finding, by, FIELD_TEXT, OPTIONAL,
          .doc = "Who found it, where that is not who made the report.", .example = "Ofsted"),
    PART_FIELDS(struct finding),
    END_OF_FIELDS,
};

const struct record_table finding_table = {
    .name = "finding",
    .a_name = "a finding",
    .size = sizeof(struct finding),
    .fields = finding_fields,
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "One thing that a report, letter or review says about the service.",
};

static const struct field improvement_area_fields[] = {
    FIELD(struct improvement_area, id, FIELD_ID, OPTIONAL, .ids = IDS_AREAS,
          .unprinted = "actions and other records, which name this area by it",
          .doc = "A short name by which the actions that answer it name this area.",
          .example = "OFSTED-2018-1"),
    WAS_FIELD(struct improvement_area, fact.was),
    FIELD(struct improvement_area, text, FIELD_TEXT, REQUIRED, .doc = "What needs to improve.",
          .example = "The quality of plans for children in care"),
    FIELD(struct improvement_area, timescale, FIELD_TEXT, OPTIONAL,
          .doc = "By when, as the report words it.", .example = "within three months"),
    FIELD(struct improvement_area, outcome, FIELD_TEXT, OPTIONAL,
          .doc = "The outcome or enabler of the children's social care National Framework to which "
                 "the report ties it.",
          .example = "outcome 4"),
    PART_FIELDS(struct improvement_area),
    END_OF_FIELDS,
};

const struct record_table improvement_area_table = {
    .name = "area for improvement",
    .a_name = "an area for improvement",
    .size = sizeof(struct improvement_area),
    .fields = improvement_area_fields,
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "What the inspectors say needs to improve.",
};

static const struct word inspection_words[] = {
    [INSPECTION_FULL - 1] = {"full", "full inspection"},
    [INSPECTION_REINSPECTION - 1] = {"reinspection", "re-inspection"},
    [INSPECTION_FOCUSED - 1] = {"focused_visit", "focused visit"},
    [INSPECTION_MONITORING - 1] = {"monitoring_visit", "monitoring visit"},
    [INSPECTION_JOINT - 1] = {"joint", "joint inspection"},
    [INSPECTION_REVIEW - 1] = {"review", "review"},
    [INSPECTION_SHORT - 1] = {"short", "short inspection"},
    [INSPECTION_STANDARD - 1] = {"standard", "standard inspection"},
    [INSPECTION_REVISIT - 1] = {"revisit", "re-visit"},
    [INSPECTION_REVISIT] = {0},
};

static const struct field inspection_fields[] = {
    FIELD(struct inspection, id, FIELD_ID, REQUIRED, .ids = IDS_INSPECTIONS,
          .doc = "A short name by which other records name this inspection.",
          .unprinted = "other records, which name this one by it", .example = "I2015"),
    WAS_FIELD(struct inspection, fact.was),
    FIELD(struct inspection, framework, FIELD_FRAMEWORK, OPTIONAL, .shown_in = SHOWN_IN_TIMELINE,
          .doc = "The framework it was made under, chosen by the start of fieldwork. Without one "
                 "that is for full inspections, the record does not set the council's grade.",
          .example = "SIF"),
    FIELD(struct inspection, kind, FIELD_WORD, OPTIONAL, .shown_in = SHOWN_IN_TIMELINE,
          .words = inspection_words,
          .doc =
              "The kind of inspection, where its framework has several; a full one where nothing "
              "is said. Ofsted calls those under ILACS short or standard.",
          .example = "reinspection"),
    FIELD(struct inspection, of, FIELD_TEXT, OPTIONAL, .shown_in = SHOWN_IN_TIMELINE,
          .doc = "The body that was inspected, where it is not this council: a council before it, "
                 "by its name under `predecessors`, a trust's agency, a partnership. What it was "
                 "given is shown as its own, and compared with nothing.",
          .example = "Cumbria County Council"),
    FIELD(struct inspection, scope, FIELD_TEXT, OPTIONAL, .label = "Scope",
          .doc = "What was inspected, where that is less than its framework judges. Such a record "
                 "does not set the council's grade.",
          .example = "services for looked after children"),
    FIELD(struct inspection, fieldwork, FIELD_PERIOD, OPTIONAL, .shown_in = SHOWN_IN_TIMELINE,
          .label = "Inspectors’ fieldwork",
          .doc = "When the inspectors were there, from the first day to the last.",
          .example = "2015-07-06/2015-07-30"),
    FIELD(struct inspection, published, FIELD_DATE, OPTIONAL, .shown_in = SHOWN_IN_TIMELINE,
          .doc = "When the report was published.", .example = "2015-10-19"),
    FIELD(struct inspection, overall, FIELD_GRADE, OPTIONAL, .shown_in = SHOWN_IN_GRADES,
          .doc = "The overall judgement; leave it out where it is not known or there is none.",
          .example = "inadequate"),
    FIELD(struct inspection, judgements, FIELD_GRADES, OPTIONAL, .shown_in = SHOWN_IN_GRADES,
          .doc = "The grade of each judgement that the source names, by its key in the framework.",
          .example = "{adoption: outstanding, care_leavers: inadequate}"),
    RECORDS_FIELD(struct inspection, unnamed, unnamed, OPTIONAL, .shown_in = SHOWN_IN_GRADES,
                  .doc = "Judgements that the source counts without naming them.",
                  .example = "[{count: 2, grade: requires_improvement, wording: two other areas}]"),
    RECORDS_FIELD(struct inspection, bodies, judged_body, OPTIONAL,
                  .doc = "Bodies judged beside the council, such as the local safeguarding board.",
                  .example =
                      "[{name: Local Safeguarding Children Board, judgement: lscb, grade: good}]"),
    RECORDS_FIELD(struct inspection, findings, finding, OPTIONAL,
                  .doc = "What the report says, point by point.",
                  .example = "[{text: Practice is too variable, polarity: negative}]"),
    RECORDS_FIELD(struct inspection, areas, improvement_area, OPTIONAL,
                  .doc = "The report's areas for improvement, in its order.",
                  .example = "[{text: The quality of plans for children in care}]"),
    FIELD(struct inspection, areas_in_all, FIELD_WHOLE, OPTIONAL,
          .label = "Areas for improvement in all",
          .doc = "How many areas for improvement there are, where the source counts them and does "
                 "not name them all.",
          .example = "10"),
    RECORDS_FIELD(struct inspection, priority_areas, improvement_area, OPTIONAL,
                  .doc = "The areas for priority action, apart from those for improvement: they "
                         "oblige the council to send a plan.",
                  .example = "[{text: Decisions at the front door are too slow}]"),
    FIELD(struct inspection, priority_areas_in_all, FIELD_WHOLE, OPTIONAL,
          .label = "Areas for priority action in all",
          .doc = "How many areas for priority action there are, where the source counts them and "
                 "does not name them all.",
          .example = "2"),
    FIELD(struct inspection, theme, FIELD_TEXT, OPTIONAL, .label = "Theme",
          .doc = "What a visit or joint inspection looked into.",
          .example = "children in need or subject to a protection plan"),
    FIELD(struct inspection, visit_number, FIELD_WHOLE, OPTIONAL,
          .doc = "Which visit it is of the series that follows an inspection.", .example = "7"),
    FIELD(struct inspection, visits_in_all, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many visits the whole series had, once that is known, whether or not all are "
                 "recorded.",
          .example = "7"),
    FIELD(struct inspection, inspected_by, FIELD_TEXT, OPTIONAL,
          .doc = "Who inspected, where that is not who inspects under the framework.",
          .example = "Ofsted, the Care Quality Commission and HM Inspectorate of Probation"),
    FIELD(struct inspection, published_by, FIELD_TEXT, OPTIONAL, .label = "Published by",
          .doc = "Who published the report or letter, where that was not the inspectorate.",
          .example = "Herefordshire Council"),
    FIELD(struct inspection, score, FIELD_TEXT, OPTIONAL, .label = "Score",
          .doc = "The score that the inspectorate gives beside its grades, as it words it.",
          .example = "24 of 36"),
    FIELD(struct inspection, lead_inspector, FIELD_TEXT, OPTIONAL, .label = "Lead inspector",
          .doc = "Who led the inspection.", .example = "Alex Morgan"),
    FIELD(struct inspection, name, FIELD_TEXT, DERIVED_ALWAYS,
          .tells = (const char *const[]){"framework", "kind", "of", NULL},
          .doc = "What it is called in a sentence, with the body that was inspected where that is "
                 "not this council.",
          .example = "SIF re-inspection"),
    FIELD(struct inspection, inspectors, FIELD_TEXT, DERIVED, .label = "Inspected by",
          .tells = (const char *const[]){"inspected_by", NULL},
          .doc =
              "Who inspected, where that is not Ofsted alone: what `inspected_by` says, else the "
              "framework.",
          .example = "Ofsted and the Care Quality Commission"),
    FIELD(struct inspection, series, FIELD_TEXT, DERIVED, .label = "Place in its series",
          .tells = (const char *const[]){"visit_number", "visits_in_all", NULL},
          .doc = "Its place in the series of visits, and how many of them are recorded.",
          .example = "visit 7 of 7, the last; 5 of them are recorded here"),
    FIELD(struct inspection, priority_text, FIELD_TEXT, DERIVED,
          .tells = (const char *const[]){"priority_areas_in_all", NULL},
          .doc = "How many areas for priority action it names.",
          .example = "2 areas for priority action"),
    FIELD(struct inspection, sets_position, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether it is a full inspection of this council itself: nothing else sets its "
                 "grade.",
          .example = "yes"),
    FIELD(struct inspection, ahead, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether it is published, or takes place, only after the day of the briefing.",
          .example = "no"),
    FACT_FIELDS(struct inspection),
    END_OF_FIELDS,
};

const struct record_table inspection_table = {
    .name = "inspection",
    .a_name = "an inspection",
    .size = sizeof(struct inspection),
    .fields = inspection_fields,
    .old = old_notes,
    .happens = "published",
    .else_happens = "fieldwork",
    .known_by = NAMES("framework", "kind", "of", "published"),
    .called = NAMES("name", "published"),
    .doc = "An inspection or visit by Ofsted: when, under which framework, with what grades.",
};

/* ---- the ratings of registered provision ---- */

static const struct field provision_count_fields[] = {
    FIELD(struct provision_count, grades, FIELD_TEXTS, REQUIRED,
          .doc = "The grade, or several where the source does not split them.",
          .example = "[good, outstanding]"),
    FIELD(struct provision_count, count, FIELD_WHOLE, REQUIRED, .doc = "How many have it.",
          .example = "8"),
    END_OF_FIELDS,
};

const struct record_table provision_count_table = {
    .name = "rating",
    .a_name = "a rating",
    .size = sizeof(struct provision_count),
    .fields = provision_count_fields,
    .known_by = NAMES("grades"),
    .called = NAMES("grades"),
    .doc = "How many settings have a grade.",
};

static const struct field provision_fields[] = {
    FIELD(struct provision, kind, FIELD_TEXT, REQUIRED, .doc = "What is rated, in the plural.",
          .example = "children's homes"),
    FIELD(struct provision, total, FIELD_WHOLE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "How many there are in all.", .example = "9"),
    FIELD(struct provision, date, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "When this was so.", .example = "2018-01"),
    RECORDS_FIELD(struct provision, ratings, provision_count, OPTIONAL, .changes = CHANGES_PROGRESS,
                  .doc = "How many have each grade.",
                  .example = "[{grades: [good, outstanding], count: 8}]"),
    FACT_FIELDS(struct provision),
    END_OF_FIELDS,
};

const struct record_table provision_table = {
    .name = "provision",
    .a_name = "an entry of provision",
    .size = sizeof(struct provision),
    .fields = provision_fields,
    .happens = "date",
    .known_by = NAMES("kind"),
    .called = NAMES("kind"),
    .doc = "How registered settings, such as children's homes, are rated.",
};
