/* contents: the list of headings with their pages. */
#include "components/kit/kit.h"

enum { DEPTH_DEFAULT = 2, DEPTH_HIGHEST = 6 };

struct contents_options {
    struct record_head head;
    struct whole depth;
};

static const struct field fields[] = {
    FIELD(struct contents_options, depth, FIELD_WHOLE, OPTIONAL,
          .doc = "Down to which level headings are listed; 2 when left out.", .example = "3"),
    END_OF_OPTIONS,
};

static const struct record_table options_table = {
    .name = "contents list",
    .a_name = "a contents list",
    .size = sizeof(struct contents_options),
    .fields = fields,
    .doc = "Options of the list of contents.",
};

static bool check(struct diags *diags, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct contents_options *contents = options;
    return option_in_range(diags, options, "depth", contents->depth, 2, DEPTH_HIGHEST);
}

static void compose(struct composer *composer, const struct briefing *briefing, const void *options)
{
    (void)briefing;
    const struct contents_options *contents = options;
    compose_add(composer, BLOCK_CONTENTS, (struct span){0})->level =
        contents->depth.known ? (int)contents->depth.value : DEPTH_DEFAULT;
}

const struct component component_contents = {
    .name = "contents",
    .doc = "The list of headings, with page numbers and links.",
    .example = "```contents\ndepth: 2\n```\n",
    .options = &options_table,
    .check = check,
    .compose = compose,
};
