/* Record tables of the council: where it came from, and its money. */
#include "brief/records/fact.h"

/* ---- the council, and those it came from or became ---- */

static const struct field relation_fields[] = {
    FIELD(struct relation, name, FIELD_TEXT, REQUIRED, .doc = "The other council's name.",
          .example = "Cumberland Council"),
    FIELD(struct relation, ons_code, FIELD_TEXT, OPTIONAL,
          .doc = "Its code from the Office for National Statistics (ONS).",
          .unprinted = "the program, which finds rows of tables by it", .example = "E06000063"),
    FIELD(struct relation, date, FIELD_DATE, OPTIONAL, .ahead = true,
          .doc = "When one took over from the other.", .example = "2023-04-01"),
    FIELD(struct relation, area, FIELD_TEXT, OPTIONAL,
          .doc = "Which part it served or is to serve, where there are several.",
          .example = "\"Allerdale, Carlisle and Copeland\""),
    END_OF_FIELDS,
};

const struct record_table relation_table = {
    .name = "relation",
    .a_name = "a predecessor or successor",
    .size = sizeof(struct relation),
    .fields = relation_fields,
    .happens = "date",
    .known_by = NAMES("name", "area"),
    .called = NAMES("name"),
    .doc = "A council that this one replaced or that replaced it.",
};

static const struct field former_name_fields[] = {
    FIELD(struct former_name, name, FIELD_TEXT, REQUIRED, .doc = "The name it had.",
          .example = "Doncaster Metropolitan Borough Council"),
    FIELD(struct former_name, until, FIELD_DATE, OPTIONAL, .doc = "Until when.", .example = "2022"),
    END_OF_FIELDS,
};

const struct record_table former_name_table = {
    .name = "former name",
    .a_name = "a former name",
    .size = sizeof(struct former_name),
    .fields = former_name_fields,
    .happens = "until",
    .known_by = NAMES("name"),
    .called = NAMES("name"),
    .doc = "A name that the same council had before. What was found under it is its own.",
};

static const struct field control_fields[] = {
    FIELD(struct control, party, FIELD_TEXT, REQUIRED,
          .doc = "The party or coalition that leads the council, or `no overall control`.",
          .example = "no overall control"),
    FIELD(struct control, from, FIELD_DATE, OPTIONAL, .doc = "Since when.",
          .example = "2013-05-02"),
    FIELD(struct control, to, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS,
          .doc = "Until when; the day of a change may be the end of one and the beginning of the "
                 "next. Leave it out while it lasts.",
          .example = "2017-05-04"),
    FIELD(struct control, leader, FIELD_TEXT, OPTIONAL, .doc = "Who led the council in that time.",
          .example = "Alex Morgan"),
    FACT_FIELDS(struct control),
    END_OF_FIELDS,
};

const struct record_table control_table = {
    .name = "political control",
    .a_name = "a time of political control",
    .size = sizeof(struct control),
    .fields = control_fields,
    .happens = "from",
    .known_by = NAMES("party", "from"),
    .called = NAMES("party", "from"),
    .doc = "Who controlled the council politically, for a time.",
};

static const struct word council_words[] = {
    [COUNCIL_COUNTY - 1] = {"county", "county council"},
    [COUNCIL_UNITARY - 1] = {"unitary", "unitary authority"},
    [COUNCIL_METROPOLITAN - 1] = {"metropolitan", "metropolitan district"},
    [COUNCIL_LONDON_BOROUGH - 1] = {"london_borough", "London borough"},
    [COUNCIL_TRUST_AREA - 1] = {"trust_area", "area served by a children’s services trust"},
    [COUNCIL_TRUST_AREA] = {0},
};

static const struct field council_fields[] = {
    FIELD(struct council, name, FIELD_TEXT, REQUIRED, .doc = "The council's full name.",
          .example = "Norfolk County Council"),
    FIELD(struct council, short_name, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "The name used in running text and in the running header.", .example = "Norfolk"),
    FIELD(struct council, type, FIELD_WORD, OPTIONAL, .words = council_words,
          .doc = "The kind of council.", .example = "county"),
    FIELD(struct council, la_code, FIELD_TEXT, OPTIONAL,
          .doc = "The three-digit code of the Department for Education (DfE).",
          .unprinted = "the program, which finds rows of tables by it", .example = "926"),
    FIELD(struct council, ons_code, FIELD_TEXT, OPTIONAL,
          .doc = "The code of the Office for National Statistics (ONS).",
          .unprinted = "the program, which finds rows of tables by it", .example = "E10000020"),
    FIELD(struct council, former_codes, FIELD_TEXTS, OPTIONAL,
          .doc = "Codes of the Office for National Statistics that it had before, by which older "
                 "tables name it.",
          .unprinted = "the program, which finds rows of tables by them", .example = "[E08000016]"),
    FIELD(struct council, ofsted_urn, FIELD_TEXT, OPTIONAL,
          .doc = "Ofsted's unique reference number for the council.",
          .unprinted = "the program, which finds rows of tables by it", .example = "80418"),
    FIELD(struct council, region, FIELD_TEXT, OPTIONAL, .doc = "The English region it lies in.",
          .example = "East of England"),
    FIELD(
        struct council, abolished, FIELD_DATE, OPTIONAL, .changes = CHANGES_PROGRESS, .ahead = true,
        .doc = "The first day on which the council no longer exists and its successors take over, "
               "not its last day. It may be to come.",
        .example = "2023-04-01"),
    RECORDS_FIELD(struct council, predecessors, relation, OPTIONAL,
                  .doc = "The councils it replaced.",
                  .example = "[{name: Cumbria County Council}]"),
    RECORDS_FIELD(struct council, successors, relation, OPTIONAL,
                  .doc = "The councils that replaced it.",
                  .example = "[{name: Cumberland Council}]"),
    RECORDS_FIELD(struct council, former_names, former_name, OPTIONAL,
                  .doc = "Names that the same council had before; one that another council had "
                         "stands under `predecessors`.",
                  .example = "[{name: Doncaster Metropolitan Borough Council, until: 2022}]"),
    RECORDS_FIELD(struct council, control, control, OPTIONAL,
                  .doc = "Political control of the council, one record a time, and so its changes.",
                  .example = "[{party: Labour, from: 2017-05-04, source: S004}]"),
    FIELD(struct council, note, FIELD_TEXT, OPTIONAL, .changes = CHANGES_WORDING,
          .doc = "What a reader must know about the council; printed with it.",
          .example = "Abolished on 1 April 2023"),
    HOW_KNOWN_FIELD(struct council, how_known),
    FIELD(struct council, source, FIELD_REFS, OPTIONAL, .ids = IDS_SOURCES,
          .doc = "The sources of what is said here.", .example = "S004"),
    END_OF_FIELDS,
};

const struct record_table council_table = {
    .name = "council",
    .a_name = "a council",
    .size = sizeof(struct council),
    .fields = council_fields,
    .doc = "The council that the briefing is about.",
};

/* ---- money ---- */
