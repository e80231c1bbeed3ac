/* A composed paper: all that its readers will read, and nothing about where it stands on a page. */
#ifndef COUNCILBRIEF_DOC_COMPOSED_H
#define COUNCILBRIEF_DOC_COMPOSED_H

#include "doc/block.h"

struct diags;

struct document {
    const struct block *blocks;
    struct str mark;                 /* "DRAFT": below the title and on every page; absent: none */
    const struct briefing *briefing; /* what it tells of: for document_word_place alone */
};

/* Composes what was read from Markdown: components answer; then sections, citations with their
   numbers and targets, abbreviations at their first use, headers of cells, lists of contents and
   the mark of a draft; and of all that is printed it is noted where it was written. What was read
   stays as it is. For large print some drawings are tables. */
const struct document *document_compose(struct arena *arena, const struct block *read,
                                        const struct briefing *briefing, bool large_print);

/* Prints each text with its part of the paper (page-one, body, annex), the number and kind of its
   block, its record and its key: for --dump words. */
void document_dump_words(struct arena *arena, const struct document *document, FILE *out);

/* How many pages a paper of its length should have at most; in large print more in proportion.
   SIZE_MAX where nothing limits it: page one alone, or the longest of the template. */
size_t document_most_pages(const struct document *document, bool large_print);

/* W410 for a short or a standard paper of too many words or pages, at the longest texts that
   officers wrote; none where no text of theirs is long, or where the template has no longer paper.
 */
void document_report_length(struct diags *diags, const struct document *document, size_t pages);

/* Where a word of a text that came from `origin` was written: there, or in the frameworks, whose
   labels stand for what a specification says. */
struct span document_word_place(const struct document *document, struct str word,
                                struct span origin);

#endif
