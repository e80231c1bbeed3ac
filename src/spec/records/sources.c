/* Record table of the sources: where every fact comes from. */
#include "fact.h"

static const struct word evidence_words[] = {
    {"news", "news report"},
    {"ofsted_report", "Ofsted report"},
    {"dfe_notice", "Department for Education notice"},
    {"legislation", "legislation"},
    {"council_report", "council report"},
    {"data", "data"},
    {"other", "other"},
    {0},
};

static const struct field evidence_fields[] = {
    FIELD(struct evidence, id, FIELD_ID, REQUIRED, .ids = IDS_SOURCES,
          .doc = "A short name by which facts name this source.", .example = "S004"),
    FIELD(struct evidence, title, FIELD_TEXT, REQUIRED, .doc = "The title as it was printed.",
          .example = "\"Norfolk: County Warned To Improve Children's Services\""),
    FIELD(struct evidence, publisher, FIELD_TEXT, OPTIONAL, .doc = "Who published it.",
          .example = "Public Sector Executive"),
    FIELD(struct evidence, author, FIELD_TEXT, OPTIONAL, .doc = "Who wrote it, where it says so.",
          .example = "Ofsted"),
    FIELD(struct evidence, published, FIELD_DATE, OPTIONAL,
          .doc = "When it was published: a date, or an interval that bounds it.",
          .example = "2014-01-07/2014-02-11"),
    FIELD(struct evidence, updated, FIELD_DATE, OPTIONAL, .doc = "When it was last changed.",
          .example = "2013-08-16"),
    FIELD(struct evidence, accessed, FIELD_DATE, OPTIONAL, .doc = "When an officer read it.",
          .example = "2018-01-22"),
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
