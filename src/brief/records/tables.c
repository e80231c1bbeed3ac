/* Record table of the tables that a specification takes records from. */
#include "brief/records/fact.h"

static const struct field table_use_fields[] = {
    FIELD(struct table_use, file, FIELD_TEXT, REQUIRED,
          .doc = "The table in CSV, as seen from the folder of the specification. It may not lie "
                 "outside the project.",
          .unprinted = "the program, which takes the rows",
          .example = "data/ofsted_inspections.csv"),
    FIELD(struct table_use, mapping, FIELD_TEXT, REQUIRED,
          .doc = "The name of a file in `templates/tables` that says what the columns mean.",
          .unprinted = "the program, which takes the rows", .example = "ofsted-inspections"),
    FIELD(struct table_use, value, FIELD_TEXT, OPTIONAL,
          .doc = "What the rows about this council hold in the column that tells councils apart; "
                 "the council's own code where nothing is said. Rows that name another council are "
                 "refused, unless that one is a predecessor or a successor.",
          .unprinted = "the program, which takes the rows", .example = "E10000020"),
    END_OF_FIELDS,
};

const struct record_table table_use_table = {
    .name = "table",
    .a_name = "a table",
    .size = sizeof(struct table_use),
    .fields = table_use_fields,
    .doc = "A table whose rows about this council become records, as if they stood here.",
};
