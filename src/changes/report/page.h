/* A page of the report while it is written: one text in two forms, plain and Markdown. */
#ifndef COUNCILBRIEF_CHANGES_REPORT_PAGE_H
#define COUNCILBRIEF_CHANGES_REPORT_PAGE_H

#include "changes/report.h"

struct page {
    struct arena *arena;
    const struct report *report;
    struct buf out;
    bool is_markdown; /* of both kinds */
    bool is_paper;
};

/* What is ours: written as it stands in either form. */
__attribute__((format(printf, 2, 3))) void page_say(struct page *page, const char *format, ...);

/* What was read from files: on one line, and never taken for Markdown. */
void page_quote(struct page *page, struct str text);
void page_date(struct page *page, const struct date *date);

void page_heading(struct page *page, int level, struct str words);
void page_item(struct page *page); /* begins one of a list, which ends with its line */

/* A full stop, unless one stands there. */
void page_end_sentence(struct page *page);

/* "s" behind a noun, unless it is one. */
const char *plural_end(size_t count);

/* All that is told of one council, with headings of this level, and its sources. */
void page_council(struct page *page, const struct issues *pair, int level);

#endif
