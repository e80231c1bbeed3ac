/* Record tables of interventions, with what they require and who carries them out. */
#include "brief/records/fact.h"
#include "brief/records/words.h"

/* ---- interventions by the Department for Education ---- */

static const struct field requirement_fields[] = {
    FIELD(struct requirement, text, FIELD_TEXT, REQUIRED, .doc = "What is required.",
          .example = "Appoint a new independent chair of the safeguarding children board"),
    FIELD(struct requirement, due, FIELD_DATE, OPTIONAL, .ahead = true, .doc = "By when.",
          .example = "2016-03-31?"),
    FIELD(struct requirement, status, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = action_status_words, .doc = "How far it has come.", .example = "in_progress"),
    FIELD(struct requirement, consequence, FIELD_TEXT, OPTIONAL,
          .doc = "What follows if it is not done.",
          .example = "Control of the services may be removed"),
    PART_FIELDS(struct requirement),
    END_OF_FIELDS,
};

const struct record_table requirement_table = {
    .name = "requirement",
    .a_name = "a requirement",
    .size = sizeof(struct requirement),
    .fields = requirement_fields,
    .known_by = NAMES("text"),
    .called = NAMES("text"),
    .doc = "What an intervention requires of the council, or sets a commissioner to do.",
};

static const struct old_key old_helper_keys[] = {
    {.was = "appointed", .now = "from"},
    {.was = "date_note", .now = "how_known"},
    {.was = NULL},
};

static const struct word helper_words[] = {
    [HELPER_COMMISSIONER - 1] = {"commissioner", "commissioner"},
    [HELPER_ADVISER - 1] = {"adviser", "adviser"},
    [HELPER_CHAIR - 1] = {"chair", "chair"},
    [HELPER_BOARD_MEMBER - 1] = {"board_member", "board member"},
    [HELPER_PARTNER_COUNCIL - 1] = {"partner_council", "partner council"},
    [HELPER_CHIEF_EXECUTIVE - 1] = {"chief_executive", "chief executive"},
    [HELPER_ENVOY - 1] = {"envoy", "envoy"},
    [HELPER_OTHER - 1] = {"other", "appointed"},
    [HELPER_OTHER] = {0},
};

static const struct field helper_fields[] = {
    FIELD(struct helper, name, FIELD_TEXT, REQUIRED,
          .doc = "The person's name, or that of the council that is the partner. Two who are "
                 "appointed jointly are two items.",
          .example = "Dave Hill"),
    FIELD(struct helper, kind, FIELD_WORD, OPTIONAL, .words = helper_words,
          .doc = "What the person is; the commissioner under a direction, the adviser where that "
                 "is the intervention, unless something is said. Who was first the one and then "
                 "the other is two items.",
          .example = "commissioner"),
    FIELD(struct helper, role, FIELD_TEXT, OPTIONAL, .doc = "The title of the post.",
          .example = "children's services commissioner"),
    FIELD(struct helper, employer, FIELD_TEXT, OPTIONAL, .doc = "Where the person is employed.",
          .example = "Essex County Council"),
    FIELD(struct helper, from, FIELD_DATE, OPTIONAL, .doc = "When the appointment began.",
          .example = "2015-12~"),
    FIELD(struct helper, to, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS, .ahead = true,
          .doc = "When the appointment ended, or is to end. The intervention itself goes on: its "
                 "own end is `ended`.",
          .example = "2016-06-30"),
    FIELD(struct helper, term, FIELD_TEXT, OPTIONAL,
          .doc = "For how long the appointment was made, as the source words it.",
          .example = "at least 12 months, until the Secretary of State is satisfied"),
    FIELD(struct helper, pay, FIELD_TEXT, OPTIONAL, .doc = "What is paid for it.",
          .example = "£800 a day"),
    RECORDS_FIELD(
        struct helper, tasks, requirement, OPTIONAL, .doc = "What the person is to do, in order.",
        .example = "[{text: Support and review the improvement of children's social care}]"),
    FIELD(struct helper, report_due, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When the person is to report.", .example = "2016-03-31?"),
    PART_FIELDS(struct helper),
    END_OF_FIELDS,
};

const struct record_table helper_table = {
    .name = "person",
    .a_name = "a person under an intervention",
    .size = sizeof(struct helper),
    .fields = helper_fields,
    .old = old_helper_keys,
    .happens = "from",
    .known_by = NAMES("name", "kind"),
    .called = NAMES("name", "role"),
    .doc = "Who carries an intervention out: a commissioner, an adviser, the chair of a board, or "
           "the council that is the partner.",
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
    [INTERVENTION_PARTNERSHIP - 1] = {"partnership", "partnership with another council"},
    [INTERVENTION_IMPROVEMENT_PARTNER - 1] = {"improvement_partner", "improvement partner"},
    [INTERVENTION_SUPPORT - 1] = {"support", "support and supervision"},
    [INTERVENTION_BEST_VALUE - 1] = {"best_value", "Best Value intervention"},
    [INTERVENTION_BEST_VALUE] = {0},
};

static const struct word end_words[] = {
    [END_CLOSED - 1] = {"closed", "closed"},
    [END_REVOKED - 1] = {"revoked", "revoked"},
    [END_LIFTED - 1] = {"lifted", "lifted"},
    [END_REPLACED - 1] = {"replaced", "replaced"},
    [END_STEPPED_DOWN - 1] = {"stepped_down", "stepped down"},
    [END_RETURNED_IN_HOUSE - 1] = {"returned_in_house", "returned in-house"},
    [END_TERM_OVER - 1] = {"term_over", "ended at its term"},
    [END_WITHDRAWN - 1] = {"withdrawn", "withdrawn"},
    [END_WITHDRAWN] = {0},
};

static const struct word service_words[] = {
    [SERVICE_SOCIAL_CARE - 1] = {"social_care", "children’s social care"},
    [SERVICE_SEND - 1] = {"send", "special educational needs and disabilities"},
    [SERVICE_BOTH - 1] = {"both", "children’s social care and special educational needs"},
    [SERVICE_WHOLE_COUNCIL - 1] = {"whole_council", "the whole council"},
    [SERVICE_WHOLE_COUNCIL] = {0},
};

static const struct old_key old_intervention_keys[] = {
    {.was = "commissioner", .now = "people", .form = OLD_LISTED},
    {.was = "date_note", .now = "how_known"},
    {.was = "ended_note", .now = "how_known"},
    {.was = NULL},
};

static const struct field intervention_fields[] = {
    FIELD(struct intervention, id, FIELD_ID, REQUIRED, .ids = IDS_INTERVENTIONS,
          .doc = "A short name by which other records name this intervention.",
          .unprinted = "other records, which name this one by it", .example = "D2015"),
    WAS_FIELD(struct intervention, fact.was),
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
    FIELD(struct intervention, statutory, FIELD_ANSWER, OPTIONAL,
          .doc = "Whether it binds in law, where the source says so: an improvement notice may be "
                 "called non-statutory. The paper then says so, and how much of the time in "
                 "intervention was under steps that bind.",
          .example = "yes"),
    FIELD(struct intervention, department, FIELD_TEXT, OPTIONAL,
          .doc = "The department whose intervention it is, where it is not the Department for "
                 "Education; then it stands apart and is never counted in.",
          .example = "\"Ministry of Housing, Communities and Local Government\""),
    FIELD(struct intervention, service, FIELD_WORD, OPTIONAL, .words = service_words,
          .doc = "What it is about; children's social care where nothing is said. Only that counts "
                 "as intervention in children's services.",
          .example = "send"),
    FIELD(struct intervention, known_open, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true,
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
    RECORDS_FIELD(struct intervention, people, helper, OPTIONAL,
                  .doc = "Who carries it out: commissioners, advisers, the chair of a board, a "
                         "partner council, each with their term.",
                  .example = "[{name: Dave Hill, employer: Essex County Council}]"),
    FIELD(struct intervention, planned, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "The day for which it was first planned, where it began on another or not at all.",
          .example = "2015-10"),
    FIELD(struct intervention, term, FIELD_TEXT, OPTIONAL,
          .doc = "For how long it was meant to last, as the source words it.",
          .example = "at least 12 months"),
    FIELD(struct intervention, ended, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "When it ended, if it has.", .example = "2018-01~"),
    FIELD(struct intervention, ended_how, FIELD_WORD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .words = end_words, .doc = "How it ended.", .example = "lifted"),
    FIELD(struct intervention, ended_by, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
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
    FIELD(struct intervention, councils, FIELD_TEXTS, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Of a trust or partnership that serves several councils: all of them.",
          .example = "[North Exampleshire Council, West Exampleshire Council]"),
    FIELD(struct intervention, owned_by, FIELD_TEXT, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Of a trust: who owns it.", .example = "both councils in equal parts"),
    FIELD(struct intervention, contract, FIELD_PERIOD, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true, .doc = "Of a trust: from when to when its contract runs.",
          .example = "2015/2025"),
    FIELD(struct intervention, contract_review, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .ahead = true, .doc = "When that contract is reviewed.", .example = "2020"),
    FIELD(struct intervention, reserved_matters, FIELD_TEXT, OPTIONAL,
          .doc = "What a trust may not decide without its owners.",
          .example = "its budget and its business plan"),
    FACT_FIELDS(struct intervention),
    END_OF_FIELDS,
};

const struct record_table intervention_table = {
    .name = "intervention",
    .a_name = "an intervention",
    .size = sizeof(struct intervention),
    .fields = intervention_fields,
    .old = old_intervention_keys,
    .happens = "issued",
    .known_by = NAMES("kind", "name", "issued"),
    .called = NAMES("kind", "name", "issued"),
    .doc = "A step to mend the services: a letter, notice, direction, commissioner, trust or "
           "removal of functions; a partnership or support too, which count as no intervention.",
};
