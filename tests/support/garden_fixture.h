/* Records made up for the tests of binding, which so stand still when the specification grows. */
#ifndef COUNCILBRIEF_TESTS_SUPPORT_GARDEN_FIXTURE_H
#define COUNCILBRIEF_TESTS_SUPPORT_GARDEN_FIXTURE_H

#include "data/bind/framework.h"

struct tree {
    struct record_head head;
    struct str id, name;
    struct date planted;
};
RECORD_LIST(tree);

struct bed {
    struct record_head head;
    struct str id;
    struct str name;
    struct refs source;
    struct grades grades;
    struct ref about;
    struct tree_list trees;
};
RECORD_LIST(bed);

struct gardener {
    struct record_head head;
    struct str name, phone;
};

struct garden {
    struct record_head head;
    struct str title, story, framework, grade;
    struct whole beds_dug;
    struct decimal cost;
    int unit;
    int soil;
    int month;
    enum answer open;
    struct date opened, season;
    struct texts rules;
    struct wholes rows;
    const struct gardener *head_gardener;
    struct tree_list sources;
    struct bed_list beds;
    struct whole age;
};

extern const struct word garden_soil_words[];
extern const struct record_table garden_table, bed_table, gardener_table, tree_table;

/* Grades good and requires_improvement; frameworks PLOT_2018, PLOT_2023 (one family) and YARD. */
extern const struct frameworks garden_frameworks;

#endif
