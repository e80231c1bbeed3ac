/* Record tables of interventions, with what they require and who carries them out. */
#include "brief/records/fact.h"
#include "brief/records/words.h"

/* ---- interventions by the Department for Education ---- */

static const struct field requirement_fields[] = {
    FIELD(struct requirement, text, FIELD_TEXT, REQUIRED, .doc = "What is required.",
          .example = "Appoint a new independent chair of the safeguarding children board"),
    FIELD(struct requirement, due, FIELD_DATE, OPTIONAL, .ahead = true, .doc = "By when.",
          .example = "2016-03-31?"),
    FIELD(struct requirement, status, FIELD_WORD, OPTIONAL, .words = action_status_words,
          .doc = "How far it has come.", .example = "in_progress"),
    PART_FIELDS(struct requirement),
    END_OF_FIELDS,
};

const struct record_table requirement_table = {
    .name = "requirement",
    .a_name = "a requirement",
    .size = sizeof(struct requirement),
    .fields = requirement_fields,
    .doc = "What an intervention requires of the council, or sets a commissioner to do.",
};

static const struct field commissioner_fields[] = {
    FIELD(struct commissioner, name, FIELD_TEXT, REQUIRED, .doc = "The commissioner's name.",
          .example = "Dave Hill"),
    FIELD(struct commissioner, role, FIELD_TEXT, OPTIONAL, .doc = "The title of the post.",
          .example = "children's services commissioner"),
    FIELD(struct commissioner, employer, FIELD_TEXT, OPTIONAL,
          .doc = "Where the commissioner is employed.", .example = "Essex County Council"),
    FIELD(struct commissioner, appointed, FIELD_DATE, OPTIONAL,
          .doc = "When the commissioner was appointed.", .example = "2015-12~"),
    RECORDS_FIELD(struct commissioner, tasks, requirement, OPTIONAL,
                  .doc = "What the commissioner is to do, in order.",
                  .example =
                      "[{text: Support and review the improvement of children's social care}]"),
    FIELD(struct commissioner, report_due, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When the commissioner is to report.", .example = "2016-03-31?"),
    PART_FIELDS(struct commissioner),
    END_OF_FIELDS,
};

const struct record_table commissioner_table = {
    .name = "commissioner",
    .a_name = "a commissioner",
    .size = sizeof(struct commissioner),
    .fields = commissioner_fields,
    .old = old_notes,
    .doc = "The commissioner or adviser under a direction.",
};

static const struct word intervention_words[] = {
    [INTERVENTION_LETTER - 1] = {"letter", "warning letter"},
    [INTERVENTION_ADVISER - 1] = {"adviser", "improvement adviser"},
    [INTERVENTION_BOARD - 1] = {"board", "improvement board"},
    [INTERVENTION_NOTICE - 1] = {"notice", "improvement notice"},
    [INTERVENTION_DIRECTION - 1] = {"direction", "statutory direction"},
    [INTERVENTION_COMMISSIONER - 1] = {"commissioner", "commissioner"},
    [INTERVENTION_TRUST - 1] = {"trust", "children’s services trust"},
    [INTERVENTION_REMOVAL - 1] = {"removal", "removal of functions"},
    [INTERVENTION_REMOVAL] = {0},
};

static const struct word end_words[] = {
    [END_CLOSED - 1] = {"closed", "closed"},
    [END_REVOKED - 1] = {"revoked", "revoked"},
    [END_LIFTED - 1] = {"lifted", "lifted"},
    [END_REPLACED - 1] = {"replaced", "replaced"},
    [END_STEPPED_DOWN - 1] = {"stepped_down", "stepped down"},
    [END_STEPPED_DOWN] = {0},
};

static const struct word service_words[] = {
    [SERVICE_SOCIAL_CARE - 1] = {"social_care", "children’s social care"},
    [SERVICE_SEND - 1] = {"send", "special educational needs and disabilities"},
    [SERVICE_BOTH - 1] = {"both", "children’s social care and special educational needs"},
    [SERVICE_WHOLE_COUNCIL - 1] = {"whole_council", "the whole council"},
    [SERVICE_WHOLE_COUNCIL] = {0},
};

static const struct field intervention_fields[] = {
    FIELD(struct intervention, id, FIELD_ID, REQUIRED, .ids = IDS_INTERVENTIONS,
          .doc = "A short name by which other records name this intervention.",
          .unprinted = "other records, which name this one by it", .example = "D2015"),
    FIELD(struct intervention, kind, FIELD_WORD, REQUIRED, .words = intervention_words,
          .doc = "What it is; a letter that warns of an intervention is not one yet.",
          .example = "direction"),
    FIELD(struct intervention, name, FIELD_TEXT, OPTIONAL,
          .doc = "What it is called: a trust, a board, a programme.",
          .example = "Doncaster Children’s Services Trust"),
    FIELD(struct intervention, voluntary, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether the council chose it without a direction; then the time in intervention "
                 "leaves it out.",
          .example = "yes"),
    FIELD(struct intervention, department, FIELD_TEXT, OPTIONAL,
          .doc = "The department whose intervention it is, where it is not the Department for "
                 "Education; then it stands apart and is never counted in.",
          .example = "\"Ministry of Housing, Communities and Local Government\""),
    FIELD(struct intervention, service, FIELD_WORD, OPTIONAL, .words = service_words,
          .doc = "What it is about; children's social care where nothing is said. Only that counts "
                 "as intervention in children's services.",
          .example = "send"),
    FIELD(struct intervention, known_open, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc =
              "A day on which it was known to be still in force. Without an end it is said to be "
              "in force for three months after that day, or that of its latest source.",
          .example = "2026-11-01"),
    FIELD(struct intervention, by, FIELD_TEXT, OPTIONAL, .doc = "Who issued it.",
          .example = "Department for Education"),
    FIELD(struct intervention, signatory, FIELD_TEXT, OPTIONAL, .doc = "Who signed it.",
          .example = "Edward Timpson"),
    FIELD(struct intervention, issued, FIELD_DATE, OPTIONAL, .doc = "When it was issued.",
          .example = "2015-12"),
    FIELD(struct intervention, ended, FIELD_DATE, OPTIONAL, .doc = "When it ended, if it has.",
          .example = "2018-01~"),
    FIELD(struct intervention, ended_how, FIELD_WORD, OPTIONAL, .words = end_words,
          .doc = "How it ended.", .example = "lifted"),
    FIELD(struct intervention, ended_by, FIELD_TEXT, OPTIONAL,
          .doc = "Who ended it; only the department can.", .example = "Department for Education"),
    FIELD(struct intervention, ended_source, FIELD_REFS, OPTIONAL, .ids = IDS_SOURCES,
          .doc = "The sources that say it ended.", .example = "S004"),
    FIELD(struct intervention, legal_basis, FIELD_TEXT, OPTIONAL,
          .doc = "The power under which it was made.",
          .example = "Section 497A of the Education Act 1996"),
    FIELD(struct intervention, triggered_by, FIELD_REFS, OPTIONAL, .ids = IDS_ANY,
          .doc = "What led to it: an inspection, a court's judgment, a commissioner's report, or "
                 "several.",
          .example = "I2015"),
    FIELD(struct intervention, replaces, FIELD_REF, OPTIONAL, .ids = IDS_INTERVENTIONS,
          .doc = "The earlier intervention that it replaces.", .example = "D2013"),
    RECORDS_FIELD(struct intervention, requirements, requirement, OPTIONAL,
                  .doc = "What it requires of the council.",
                  .example = "[{text: Comply with any instructions from the commissioner}]"),
    RECORDS_FIELD(struct intervention, findings, finding, OPTIONAL,
                  .doc = "What the letter, notice or direction says about the service.",
                  .example = "[{text: The council has taken prompt action, polarity: positive}]"),
    FIELD(struct intervention, commissioner, FIELD_RECORD, OPTIONAL, .of = &commissioner_table,
          .doc = "The commissioner or adviser under it.",
          .example = "{name: Dave Hill, employer: Essex County Council}"),
    FACT_FIELDS(struct intervention),
    END_OF_FIELDS,
};

const struct record_table intervention_table = {
    .name = "intervention",
    .a_name = "an intervention",
    .size = sizeof(struct intervention),
    .fields = intervention_fields,
    .old = old_notes,
    .doc = "A step by government: a letter, notice, direction, commissioner, trust or removal.",
};
