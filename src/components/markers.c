/* page-one-ends, annexes: where a paper is parted; numbered, tinted: how its sections are set; place:
   what links lead to. They print nothing. */
#include "components/kit/kit.h"

const struct component component_page_one_ends = {
    .name = "page-one-ends",
    .doc = "Where the first page ends: what stands before it is page one, and what follows begins "
           "on the next page. Headings of level 2 before it, and of level 3 behind it, are side "
           "heads: labels at the left of their text.",
    .example = "```page-one-ends\n```\n",
    .options = &no_options_table,
    .parts = BLOCK_PAGE_ONE_ENDS,
};

const struct component component_annexes = {
    .name = "annexes",
    .doc = "Where the evidence begins: what follows begins on a page of its own.",
    .example = "```annexes\n```\n",
    .options = &no_options_table,
    .parts = BLOCK_ANNEXES,
};

const struct component component_numbered = {
    .name = "numbered",
    .doc =
        "The paper is one with numbered paragraphs: from here to the annexes, headings of level 2 "
        "are side heads with the numbers 1, 2, 3, and the paragraphs in them, and the items of "
        "their numbered lists, are 1.1, 1.2, 1.3.",
    .example = "```numbered\n```\n",
    .options = &no_options_table,
    .marks = MARKS_NUMBERED,
};

const struct component component_tinted = {
    .name = "tinted",
    .doc =
        "The next section stands on a tinted panel, and is kept together. It has to be one with a "
        "side head.",
    .example = "```tinted\n```\n",
    .options = &no_options_table,
    .marks = MARKS_TINTED,
};

/* ---- place ---- */

struct place_options {
    struct record_head head;
    struct str id;
};

static const struct field place_fields[] = {
    FIELD(struct place_options, id, FIELD_TEXT, REQUIRED,
          .doc = "The name that links lead to: `[page](#wanted)`.", .example = "wanted"),
    END_OF_OPTIONS,
};

static const struct record_table place_options_table = {
    .name = "place",
    .a_name = "a place",
    .size = sizeof(struct place_options),
    .fields = place_fields,
    .doc = "Options of a place.",
};

static void compose_place(struct composer *composer, const struct briefing *briefing,
                          const void *options)
{
    (void)briefing;
    const struct place_options *place = options;
    compose_add(composer, BLOCK_PLACE, SPAN_OF(place, id))->source_id = place->id;
}

const struct component component_place = {
    .name = "place",
    .doc = "A name for what stands next, to which a link such as `[page](#wanted)` leads: it is "
           "printed with the number of the page, as “page 2”.",
    .example = "```place\nid: wanted\n```\n",
    .options = &place_options_table,
    .compose = compose_place,
};
