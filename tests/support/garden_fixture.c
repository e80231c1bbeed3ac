/* The tables of the made-up records. */
#include "support/garden_fixture.h"

static const struct word unit_words[] = {{"pounds", "pounds"}, {"million", "million"}, {0}};
const struct word garden_soil_words[] = {{"clay", "clay"}, {"light_sand", "light sand"}, {0}};
static const struct word month_words[] = {
    {"january", ""},   {"february", ""}, {"march", ""},    {"april", ""},
    {"may", ""},       {"june", ""},     {"july", ""},     {"august", ""},
    {"september", ""}, {"october", ""},  {"november", ""}, {0},
};

/* A field that needs no more than its name. */
#define PLAIN(type, member, kind, how) FIELD(type, member, kind, how, .doc = "")

static const struct field tree_fields[] = {
    FIELD(struct tree, id, FIELD_ID, REQUIRED, .ids = IDS_SOURCES),
    PLAIN(struct tree, name, FIELD_TEXT, OPTIONAL),
    PLAIN(struct tree, planted, FIELD_DATE, OPTIONAL),
    {0},
};

const struct record_table tree_table = {
    .name = "tree", .a_name = "a tree", .size = sizeof(struct tree), .fields = tree_fields};

static const struct field bed_fields[] = {
    FIELD(struct bed, id, FIELD_ID, OPTIONAL, .ids = IDS_INSPECTIONS),
    FIELD(struct bed, name, FIELD_TEXT, REQUIRED, .example = "Roses"),
    FIELD(struct bed, source, FIELD_REFS, EXPECTED, .ids = IDS_SOURCES),
    PLAIN(struct bed, grades, FIELD_GRADES, OPTIONAL),
    FIELD(struct bed, about, FIELD_REF, OPTIONAL, .ids = IDS_ANY),
    RECORDS_FIELD(struct bed, trees, tree, OPTIONAL, .doc = "a list"),
    {0},
};

const struct record_table bed_table = {
    .name = "bed", .a_name = "a bed", .size = sizeof(struct bed), .fields = bed_fields};

static const struct field gardener_fields[] = {
    PLAIN(struct gardener, name, FIELD_TEXT, REQUIRED),
    PLAIN(struct gardener, phone, FIELD_TEXT, OPTIONAL),
    {0},
};

const struct record_table gardener_table = {.name = "gardener",
                                            .a_name = "a gardener",
                                            .size = sizeof(struct gardener),
                                            .fields = gardener_fields};

static const struct field garden_fields[] = {
    PLAIN(struct garden, title, FIELD_TEXT, OPTIONAL),
    PLAIN(struct garden, story, FIELD_MARKDOWN, OPTIONAL),
    PLAIN(struct garden, framework, FIELD_FRAMEWORK, OPTIONAL),
    PLAIN(struct garden, grade, FIELD_GRADE, OPTIONAL),
    PLAIN(struct garden, beds_dug, FIELD_WHOLE, OPTIONAL),
    PLAIN(struct garden, cost, FIELD_DECIMAL, OPTIONAL),
    FIELD(struct garden, unit, FIELD_WORD, OPTIONAL, .words = unit_words),
    FIELD(struct garden, soil, FIELD_WORD, OPTIONAL, .words = garden_soil_words),
    FIELD(struct garden, month, FIELD_WORD, OPTIONAL, .words = month_words),
    PLAIN(struct garden, open, FIELD_ANSWER, OPTIONAL),
    PLAIN(struct garden, opened, FIELD_DATE, OPTIONAL),
    PLAIN(struct garden, season, FIELD_PERIOD, OPTIONAL),
    PLAIN(struct garden, rules, FIELD_TEXTS, OPTIONAL),
    PLAIN(struct garden, rows, FIELD_WHOLES, OPTIONAL),
    FIELD(struct garden, head_gardener, FIELD_RECORD, OPTIONAL, .of = &gardener_table),
    RECORDS_FIELD(struct garden, sources, tree, OPTIONAL, .doc = "a list"),
    RECORDS_FIELD(struct garden, beds, bed, OPTIONAL, .doc = "a list"),
    PLAIN(struct garden, age, FIELD_WHOLE, DERIVED),
    {0},
};

const struct record_table garden_table = {
    .name = "garden", .a_name = "a garden", .size = sizeof(struct garden), .fields = garden_fields};

static const struct str spellings[] = {{"needs work", 10}};
static const struct grade grades[] = {
    {.id = {"good", 4}, .label = {"good", 4}},
    {.id = {"requires_improvement", 20},
     .label = {"requires improvement", 20},
     .spellings = {.items = spellings, .count = 1}},
};
static const struct framework framework_list[] = {
    {.id = {"PLOT_2018", 9}, .family = {"PLOT", 4}},
    {.id = {"PLOT_2023", 9}, .family = {"PLOT", 4}},
    {.id = {"YARD", 4}, .family = {"YARD", 4}},
};
const struct frameworks garden_frameworks = {
    .grades = {.items = grades, .count = sizeof grades / sizeof *grades},
    .frameworks = {.items = framework_list,
                   .count = sizeof framework_list / sizeof *framework_list},
};
