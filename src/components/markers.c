/* page-one-ends, annexes: where a paper is parted. They print nothing. */
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
