/* page-one-ends, annexes: where a paper is parted; numbered, tinted: how its sections are set. They
   print nothing. */
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
