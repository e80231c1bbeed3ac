/* Record table of the sources: where every fact comes from. */
#include "fact.h"

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
    FIELD(struct evidence, date_note, FIELD_TEXT, OPTIONAL,
          .doc = "How the date was found or bounded, or how the source words it.",
          .example = "Undated; it mentions a notice of 7 January 2014"),
    FIELD(struct evidence, url, FIELD_TEXT, OPTIONAL, .doc = "Its address on the web.",
          .example = "https://reports.ofsted.gov.uk/provider/44/80418"),
    FIELD(struct evidence, kind, FIELD_WORD, OPTIONAL, .words = evidence_words,
          .doc = "What kind of source it is.", .example = "news"),
    FIELD(struct evidence, interest, FIELD_TEXT, OPTIONAL,
          .doc = "An interest of its author, or of somebody it relies on, that a reader must know.",
          .example = "The expert quoted has worked for two of the councils she compares"),
    FIELD(struct evidence, note, FIELD_TEXT, OPTIONAL,
          .doc = "What a reader must know about this source; printed with it.",
          .example = "The publisher is not named in the text"),
    END_OF_FIELDS,
};

const struct record_table evidence_table = {
    .name = "source",
    .a_name = "a source",
    .size = sizeof(struct evidence),
    .fields = evidence_fields,
    .doc = "A document that facts in the briefing come from.",
};
