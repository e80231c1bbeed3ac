/* Record tables of coverage: what was looked for, and what stands beside a table. */
#include "brief/derived.h"
#include "brief/records/fact.h"

const struct word cover_words[] = {
    [COVER_INSPECTIONS - 1] = {"inspections", "full inspections"},
    [COVER_AREAS - 1] = {"areas", "areas for improvement"},
    [COVER_VISITS - 1] = {"visits", "visits by Ofsted"},
    [COVER_SEND_INSPECTIONS - 1] = {"send_inspections", "area SEND inspections"},
    [COVER_INTERVENTIONS - 1] = {"interventions", "intervention by government"},
    [COVER_LEADERSHIP - 1] = {"leadership", "changes in leadership"},
    [COVER_ACTIONS - 1] = {"actions", "actions"},
    [COVER_DEADLINES - 1] = {"deadlines", "deadlines"},
    [COVER_RECOMMENDATIONS - 1] = {"recommendations", "recommendations"},
    [COVER_FUNDING - 1] = {"funding", "funding"},
    [COVER_PROVISION - 1] = {"provision", "homes and other provision"},
    [COVER_REVIEWS - 1] = {"reviews", "reviews by others"},
    [COVER_RISKS - 1] = {"risks", "risks"},
    [COVER_RISKS] = {0},
};

static const struct field cover_fields[] = {
    FIELD(struct cover, kind, FIELD_WORD, REQUIRED, .words = cover_words,
          .unprinted = "the program, which puts it into words: `derived.coverage`",
          .doc = "What was looked for: all there is of it by that day is in this file.",
          .example = "interventions"),
    FIELD(struct cover, as_at, FIELD_DATE, REQUIRED, .changes = CHANGES_WORDING, .ahead = true,
          .unprinted = "the program, which puts it into words: `derived.coverage`",
          .doc = "The day on which, or up to which, it was looked for.", .example = "2026-11-01"),
    FACT_FIELDS(struct cover),
    END_OF_FIELDS,
};

const struct record_table cover_table = {
    .name = "cover",
    .a_name = "an item of `covers`",
    .size = sizeof(struct cover),
    .fields = cover_fields,
    .known_by = NAMES("kind"),
    .called = NAMES("kind"),
    .doc = "What was looked for, when and where. Only then does the paper say that there is none.",
};

static const struct field table_cover_fields[] = {
    FIELD(struct table_cover, kind, FIELD_WORD, REQUIRED, .words = cover_words,
          .doc = "What the table has in full, up to its day.", .example = "inspections"),
    FIELD(struct table_cover, note, FIELD_TEXT, OPTIONAL,
          .doc = "What a reader must know about that.", .example = "Those since August 2013"),
    END_OF_FIELDS,
};

const struct record_table table_cover_table = {
    .name = "cover of a table",
    .a_name = "an item of a table's `covers`",
    .size = sizeof(struct table_cover),
    .fields = table_cover_fields,
    .doc = "What a table has in full.",
};

static const struct field table_note_fields[] = {
    FIELD(struct table_note, as_at, FIELD_DATE, REQUIRED,
          .doc = "The day to which the table is complete.", .example = "2026-08-22"),
    FIELD(struct table_note, title, FIELD_TEXT, REQUIRED,
          .doc = "What the table is, as readers are told.",
          .example = "Inspections of local authority children's services"),
    FIELD(struct table_note, publisher, FIELD_TEXT, OPTIONAL, .doc = "Who published it.",
          .example = "Ofsted"),
    FIELD(struct table_note, url, FIELD_TEXT, OPTIONAL, .doc = "Its address on the web.",
          .example = "https://reports.ofsted.gov.uk/"),
    FIELD(struct table_note, licence, FIELD_TEXT, OPTIONAL,
          .doc = "The licence under which it may be used.",
          .example = "Open Government Licence v3.0"),
    RECORDS_FIELD(struct table_note, covers, table_cover, OPTIONAL,
                  .doc =
                      "What it has in full up to that day, as under `covers` in a specification.",
                  .example = "[{kind: inspections}]"),
    FIELD(struct table_note, note, FIELD_TEXT, OPTIONAL,
          .doc = "What a reader must know about the table.",
          .example = "Read from Ofsted's reports"),
    END_OF_FIELDS,
};

const struct record_table table_note_table = {
    .name = "note on a table",
    .a_name = "a note on a table",
    .size = sizeof(struct table_note),
    .fields = table_note_fields,
    .doc = "What stands beside a table, in a file of its name with `.yaml` behind it.",
};

static const struct field covered_fields[] = {
    FIELD(struct covered, kind, FIELD_WORD, DERIVED_ALWAYS, .words = cover_words,
          .doc = "What was looked for.", .example = "interventions"),
    FIELD(struct covered, as_at, FIELD_DATE, DERIVED_ALWAYS,
          .doc = "The latest day for which it was, up to the day of the briefing.",
          .example = "2026-11-01"),
    FIELD(struct covered, found, FIELD_ANSWER, DERIVED_ALWAYS,
          .doc = "Whether this file has any of it.", .example = "no"),
    FIELD(struct covered, text, FIELD_TEXT, DERIVED_ALWAYS,
          .doc = "The same in words, without a full stop.",
          .example = "No intervention by government on 1 November 2026"),
    FIELD(struct covered, note, FIELD_TEXT, DERIVED, .doc = "What a reader must know about that.",
          .example = "Those since August 2013"),
    FIELD(struct covered, source, FIELD_REFS, DERIVED, .ids = IDS_SOURCES,
          .doc = "Where it was looked for.", .example = "DFE-LIST"),
    END_OF_FIELDS,
};

const struct record_table covered_table = {
    .name = "covered kind",
    .a_name = "a covered kind",
    .size = sizeof(struct covered),
    .fields = covered_fields,
    .doc = "A kind of record that was looked for, and whether there is any.",
};

static const struct field coverage_fields[] = {
    RECORDS_FIELD(struct coverage, covered, covered, DERIVED,
                  .doc = "The kinds of records that were looked for, each once."),
    FIELD(struct coverage, missing, FIELD_TEXTS, DERIVED,
          .doc = "The kinds of which there is no record and for which nobody looked.",
          .example = "[risks, funding]"),
    FIELD(struct coverage, text, FIELD_TEXT, DERIVED,
          .doc = "The same as a sentence; absent where there is none.",
          .example = "This paper’s data does not cover funding, reviews by others or risks."),
    END_OF_FIELDS,
};

const struct record_table coverage_table = {
    .name = "coverage",
    .a_name = "a coverage",
    .size = sizeof(struct coverage),
    .fields = coverage_fields,
    .doc = "What the data of the briefing covers, and what it does not.",
};
