/* What the components on indicators share: which of them are wanted, and groups. */
#ifndef COUNCILBRIEF_COMPONENTS_MEASURES_MEASURES_H
#define COUNCILBRIEF_COMPONENTS_MEASURES_MEASURES_H

#include "brief/derived.h"
#include "brief/quantity.h"
#include "components/kit/kit.h"

struct measures_options {
    struct record_head head;
    struct str group, id, caption;
    struct whole most; /* of the table of latest values alone, as `elsewhere` */
    struct str elsewhere;
};

/* The options that all components on indicators have. */
#define WHICH_INDICATORS                                                                           \
    FIELD(struct measures_options, group, FIELD_TEXT, OPTIONAL,                                    \
          .doc = "Only those of this group; `Other` for those in none.", .example = "Workforce"),  \
        FIELD(struct measures_options, id, FIELD_TEXT, OPTIONAL,                                   \
              .doc = "Only the indicator of this id.", .example = "CASELOAD"),                     \
        CAPTION_OPTION(struct measures_options)

extern const struct record_table measures_options_table;

/* The indicators that are wanted, in the order of the file. */
struct chosen {
    const struct measured *const *items;
    size_t count;
};

struct chosen measures_chosen(struct arena *arena, const struct briefing *briefing,
                              const struct measures_options *options);
/* One block of those of each group in turn, with the name of the group; without groups, one of all.
 */
void measures_by_group(struct composer *composer, const struct briefing *briefing,
                       const void *options,
                       void (*set)(struct composer *composer, const struct briefing *briefing,
                                   const struct measures_options *options, struct str group,
                                   struct chosen chosen));

#endif
