/* Inspections that the tests of several components use, as entries of `inspections:`. */
#ifndef TESTS_COMPONENTS_INSPECTIONS_H
#define TESTS_COMPONENTS_INSPECTIONS_H

#define SIF_2015                                                                                   \
    "  - id: A\n"                                                                                  \
    "    framework: SIF\n"                                                                         \
    "    fieldwork: 2015-07-06/2015-07-30\n"                                                       \
    "    published: 2015-10-19\n"                                                                  \
    "    overall: inadequate\n"                                                                    \
    "    judgements: {cla_permanence: inadequate, care_leavers: inadequate}\n"                     \
    "    unnamed: [{count: 2, grade: requires_improvement, wording: two other areas}]\n"           \
    "    source: S2\n"

#define ILACS_2023                                                                                 \
    "  - id: B\n"                                                                                  \
    "    framework: ILACS_2023\n"                                                                  \
    "    fieldwork: 2023-02-01\n"                                                                  \
    "    published: 2023-04?\n"                                                                    \
    "    overall: good\n"                                                                          \
    "    judgements:\n"                                                                            \
    "      leaders: good\n"                                                                        \
    "      help_protection: {grade: outstanding, source: S2}\n"                                    \
    "      in_care: good\n"                                                                        \
    "      care_leavers: good\n"                                                                   \
    "    source: [S3, S1]\n"

#endif
