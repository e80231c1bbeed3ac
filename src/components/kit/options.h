/* Options that several components share. */
#ifndef COUNCILBRIEF_COMPONENTS_KIT_OPTIONS_H
#define COUNCILBRIEF_COMPONENTS_KIT_OPTIONS_H

#include "doc/component.h"

#include <stddef.h>

#define END_OF_OPTIONS                                                                             \
    {                                                                                              \
        .name = NULL                                                                               \
    }

#define CAPTION_OPTION(type)                                                                       \
    FIELD(type, caption, FIELD_TEXT, OPTIONAL,                                                     \
          .doc = "What the table shows, in words that make sense without the text around it.",     \
          .example = "How Ofsted has judged Norfolk")

/* The options of a component that has only a caption. */
struct caption_options {
    struct record_head head;
    struct str caption;
};

/* The options of a component that has none. */
struct no_options {
    struct record_head head;
};

extern const struct record_table caption_options_table, no_options_table;

struct span caption_span(const void *options);

/* Checks that a whole number lies in [low, high]; E416 and false when it does not. Absent is fine.
 */
bool option_in_range(struct diags *diags, const void *options, const char *name, struct whole value,
                     int64_t low, int64_t high);

#endif
