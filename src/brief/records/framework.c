/* Record tables of inspection frameworks and bank holidays: the shape of those two files. */
#include "brief/calendar.h"
#include "brief/records/fact.h"

/* ---- inspection frameworks: the shape of templates/frameworks.yaml ---- */

static const struct word tone_words[] = {
    [TONE_BEST - 1] = {"best", "best"},          [TONE_GOOD - 1] = {"good", "good"},
    [TONE_WEAK - 1] = {"weak", "weak"},          [TONE_WORST - 1] = {"worst", "worst"},
    [TONE_NEUTRAL - 1] = {"neutral", "neutral"}, [TONE_NEUTRAL] = {0},
};

static const struct field grade_fields[] = {
    FIELD(struct grade, id, FIELD_TEXT, REQUIRED, .doc = "The name used in specifications.",
          .example = "requires_improvement"),
    FIELD(struct grade, label, FIELD_TEXT, REQUIRED, .doc = "The word in print, in lower case.",
          .example = "requires improvement"),
    FIELD(struct grade, spellings, FIELD_TEXTS, OPTIONAL,
          .doc = "Other wordings that specifications may use for it.",
          .example = "[requires improvement to be good, requiring improvement]"),
    FIELD(struct grade, rank, FIELD_WHOLE, OPTIONAL,
          .doc = "Its place on its scale, 1 being best; leave it out for one that is on no scale.",
          .example = "3"),
    FIELD(struct grade, tone, FIELD_WORD, OPTIONAL, .words = tone_words,
          .doc = "How it looks; the theme has a colour and a shape for each.", .example = "weak"),
    END_OF_FIELDS,
};

const struct record_table grade_table = {
    .name = "grade",
    .a_name = "a grade",
    .size = sizeof(struct grade),
    .fields = grade_fields,
    .doc = "A grade that a framework may give.",
};

static const struct word level_words[] = {
    [LEVEL_OVERALL - 1] = {"overall", "overall judgement"},
    [LEVEL_KEY - 1] = {"key", "key judgement"},
    [LEVEL_SUB - 1] = {"sub", "sub-judgement"},
    [LEVEL_SEPARATE - 1] = {"separate", "judgement of a separate body"},
    [LEVEL_SEPARATE] = {0},
};

static const struct field judgement_fields[] = {
    FIELD(struct judgement, id, FIELD_TEXT, REQUIRED, .doc = "The key used in specifications.",
          .example = "help_protection"),
    FIELD(struct judgement, label, FIELD_TEXT, REQUIRED, .doc = "Its name as the report prints it.",
          .example = "The experiences and progress of children in care"),
    FIELD(struct judgement, short_label, FIELD_TEXT, REQUIRED,
          .doc = "A short name for tables and running text.", .example = "children in care"),
    FIELD(struct judgement, told, FIELD_TEXT, OPTIONAL,
          .doc = "What it is called in a sentence, behind `good for`, where that is not its short "
                 "name.",
          .example = "leaders"),
    FIELD(struct judgement, level, FIELD_WORD, REQUIRED, .words = level_words,
          .doc = "Its level: overall, key, below a key judgement, or of a separate body.",
          .example = "key"),
    FIELD(struct judgement, grades, FIELD_TEXTS, OPTIONAL,
          .doc = "The grades it may have, where they are not those of the framework.",
          .example = "[good, inadequate, not_judged]"),
    FIELD(struct judgement, follows, FIELD_TEXTS, OPTIONAL,
          .doc = "Judgements of earlier frameworks that it may be compared with.",
          .example = "[leadership, leaders]"),
    FIELD(struct judgement, overlaps, FIELD_TEXTS, OPTIONAL,
          .doc = "Earlier judgements that covered part of the same ground: never compared.",
          .example = "[in_care_and_care_leavers]"),
    END_OF_FIELDS,
};

const struct record_table judgement_table = {
    .name = "judgement",
    .a_name = "a judgement",
    .size = sizeof(struct judgement),
    .fields = judgement_fields,
    .doc = "One line of a framework's table of judgements.",
};

static const struct word overall_rule_words[] = {
    [OVERALL_ANY_KEY_INADEQUATE - 1] = {"any_key_inadequate",
                                        "inadequate if, and only if, a key judgement is"},
    [OVERALL_WITHIN_JUDGEMENTS - 1] = {"within_judgements", "within the range of the judgements"},
    [OVERALL_WITHIN_JUDGEMENTS] = {0},
};

static const struct field framework_fields[] = {
    FIELD(struct framework, id, FIELD_TEXT, REQUIRED, .doc = "The name used in specifications.",
          .example = "ILACS_2018"),
    FIELD(struct framework, label, FIELD_TEXT, REQUIRED, .doc = "Its full name, in lower case.",
          .example = "inspection of local authority children's services (ILACS)"),
    FIELD(struct framework, short_label, FIELD_TEXT, REQUIRED,
          .doc = "A short name for tables and running text.", .example = "ILACS"),
    FIELD(struct framework, called, FIELD_TEXT, OPTIONAL,
          .doc =
              "What one inspection under it is called in a sentence, where that is not its short "
              "name with `inspection` or the kind behind it.",
          .example = "monitoring visit"),
    FIELD(struct framework, by, FIELD_TEXT, OPTIONAL,
          .doc = "Who inspects; leave it out where that is Ofsted alone.",
          .example = "Ofsted and the Care Quality Commission"),
    FIELD(struct framework, judges, FIELD_TEXT, OPTIONAL,
          .doc =
              "What it judges, in the plural and as a sentence begins, where that is one service "
              "and not all of children's services.",
          .example = "Services for looked after children"),
    FIELD(struct framework, family, FIELD_TEXT, REQUIRED,
          .doc = "The name that all variants of one framework share.", .example = "ILACS"),
    FIELD(struct framework, from, FIELD_DATE, OPTIONAL,
          .doc = "The earliest start of fieldwork under it.", .example = "2018-01"),
    FIELD(struct framework, to, FIELD_DATE, OPTIONAL,
          .doc = "The latest start of fieldwork under it; leave it out while it is in use.",
          .example = "2022-12"),
    FIELD(struct framework, grades, FIELD_TEXTS, OPTIONAL,
          .doc = "The grades it gives, best first; leave it out for one that gives none.",
          .example = "[outstanding, good, requires_improvement, inadequate]"),
    RECORDS_FIELD(struct framework, judgements, judgement, OPTIONAL,
                  .doc = "Its judgements, in the order of the report.",
                  .example = "[{id: leaders, label: Leaders, short_label: leaders, level: key}]"),
    FIELD(struct framework, overall, FIELD_ANSWER, REQUIRED,
          .doc = "Whether it has one judgement of overall effectiveness.", .example = "yes"),
    FIELD(struct framework, overall_note, FIELD_TEXT, OPTIONAL,
          .doc = "Why it has none, as a clause without a full stop.",
          .example = "the framework has had no overall judgement since April 2026"),
    FIELD(struct framework, overall_rule, FIELD_WORD, OPTIONAL, .words = overall_rule_words,
          .doc = "How the overall judgement hangs together with the others.",
          .example = "within_judgements"),
    FIELD(struct framework, full, FIELD_ANSWER, REQUIRED,
          .doc = "Whether it is a full inspection, which sets a council's current position.",
          .example = "yes"),
    FIELD(struct framework, kinds, FIELD_TEXTS, OPTIONAL,
          .doc = "The kinds of inspection that it has, as specifications write them; leave it out "
                 "where that is not known.",
          .example = "[full, short, standard]"),
    FIELD(struct framework, plan_days, FIELD_WHOLE, OPTIONAL,
          .doc =
              "The working days after publication within which the council sends Ofsted its plan "
              "of action; leave it out where there is no such duty, or it is not known.",
          .example = "70"),
    FIELD(struct framework, plan_after, FIELD_TEXTS, OPTIONAL,
          .doc = "The answers after which that plan is owed, where it is not owed after each "
                 "inspection.",
          .example = "[required]"),
    FIELD(struct framework, plan_called, FIELD_TEXT, OPTIONAL,
          .doc = "What that plan is called, where it is not the plan of action.",
          .example = "Written statement of action"),
    FIELD(struct framework, priority_draft_days, FIELD_WHOLE, OPTIONAL,
          .doc =
              "The working days within which a draft plan for areas for priority action is sent.",
          .example = "20"),
    FIELD(struct framework, priority_plan_days, FIELD_WHOLE, OPTIONAL,
          .doc = "The working days within which the final plan for them is sent.", .example = "70"),
    FIELD(struct framework, verified, FIELD_TEXT, REQUIRED,
          .doc = "How sure we are of this entry, and from what.",
          .example = "Verified from 145 reports"),
    END_OF_FIELDS,
};

const struct record_table framework_table = {
    .name = "framework",
    .a_name = "a framework",
    .size = sizeof(struct framework),
    .fields = framework_fields,
    .doc = "A framework that Ofsted inspects under, or one variant of it.",
};

static const struct field frameworks_fields[] = {
    RECORDS_FIELD(struct frameworks, grades, grade, REQUIRED,
                  .doc = "Every grade that any framework gives.",
                  .example = "[{id: good, label: good, rank: 2, tone: good}]"),
    RECORDS_FIELD(struct frameworks, frameworks, framework, REQUIRED,
                  .doc = "The frameworks, oldest first.", .example = NULL),
    END_OF_FIELDS,
};

const struct record_table frameworks_table = {
    .name = "frameworks",
    .a_name = "a file of frameworks",
    .size = sizeof(struct frameworks),
    .fields = frameworks_fields,
    .doc = "The inspection frameworks and grades that specifications may use.",
};

/* ---- bank holidays: the shape of templates/bank-holidays.yaml ---- */

static const struct field holiday_fields[] = {
    FIELD(struct holiday, date, FIELD_DATE, REQUIRED, .doc = "The day that is kept as a holiday.",
          .example = "2023-05-08"),
    FIELD(struct holiday, name, FIELD_TEXT, REQUIRED, .doc = "What is kept.",
          .example = "Coronation of King Charles III"),
    END_OF_FIELDS,
};

const struct record_table holiday_table = {
    .name = "holiday",
    .a_name = "a bank holiday",
    .size = sizeof(struct holiday),
    .fields = holiday_fields,
    .doc = "One bank holiday of England and Wales.",
};

static const struct field calendar_year_fields[] = {
    FIELD(struct calendar_year, year, FIELD_WHOLE, REQUIRED, .doc = "The year.", .example = "2023"),
    RECORDS_FIELD(struct calendar_year, holidays, holiday, REQUIRED,
                  .doc = "All bank holidays of that year.",
                  .example = "[{date: 2023-05-08, name: Coronation of King Charles III}]"),
    END_OF_FIELDS,
};

const struct record_table calendar_year_table = {
    .name = "year",
    .a_name = "a year of bank holidays",
    .size = sizeof(struct calendar_year),
    .fields = calendar_year_fields,
    .doc = "The bank holidays of one year, complete.",
};

static const struct field calendar_fields[] = {
    RECORDS_FIELD(struct calendar, years, calendar_year, REQUIRED,
                  .doc = "The years whose bank holidays are known.", .example = NULL),
    END_OF_FIELDS,
};

const struct record_table calendar_table = {
    .name = "bank holidays",
    .a_name = "a file of bank holidays",
    .size = sizeof(struct calendar),
    .fields = calendar_fields,
    .doc = "The bank holidays with which working days are counted.",
};
