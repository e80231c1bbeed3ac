/* A table under construction, cell by cell. */
#ifndef COUNCILBRIEF_COMPONENTS_KIT_SHEET_H
#define COUNCILBRIEF_COMPONENTS_KIT_SHEET_H

#include "components/kit/phrase.h"

struct sheet {
    struct composer *composer;
    const struct briefing *briefing;
    const struct column *columns;
    size_t column_count;
    LIST(struct cell) cells;
};

/* `columns` must live as long as the composer: a static table, or from its arena. */
struct sheet sheet_new(struct composer *composer, const struct briefing *briefing,
                       const struct column *columns, size_t column_count);

/* The next cell; the pointer is valid until the one after it. */
struct cell *sheet_cell(struct sheet *sheet, const struct inline_node *inlines);
struct cell *sheet_text(struct sheet *sheet, struct str text, const void *record,
                        const char *field);
struct cell *sheet_date(struct sheet *sheet, const struct date *date, const void *record,
                        const char *field);
void sheet_heads(struct sheet *sheet, const char *const *words); /* one a column */
void sheet_term(struct sheet *sheet, const char *word);          /* heads a row */

/* Terms and values: a row for a text or a date, none when it is absent. */
void sheet_term_text(struct sheet *sheet, const char *word, struct str text, const void *record,
                     const char *field);
void sheet_term_date(struct sheet *sheet, const char *word, const struct date *date,
                     const void *record, const char *field);

/* Sets the table; `caption` absent: `otherwise`. A table without a row below its heads draws
   nothing. */
void sheet_set(struct sheet *sheet, struct str caption, const char *otherwise, struct span origin);
/* The same for terms and values, without heads, bands or rules. */
void sheet_set_plain(struct sheet *sheet, struct str caption, const char *otherwise,
                     struct span origin);

/* A note below a table, kept with it. */
void set_note(struct composer *composer, const struct phrase *phrase);
/* Words that open a list, kept with it. */
void set_lead_in(struct composer *composer, struct str text);

/* Whatever lies after the day of the briefing is not told as if it had happened: it goes into a
   table of its own, under this heading. */
#define DATED_LATER "What is planned or dated then"
struct str caption_of_later(struct arena *arena, const struct briefing *briefing);

/* The columns of a table of terms and values. */
enum { TERM_COLUMNS = 2 };
extern const struct column term_columns[TERM_COLUMNS];

#endif
