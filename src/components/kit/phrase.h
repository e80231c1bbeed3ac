/* Phrases: the text of a cell or paragraph, put together from words, values and citations. */
#ifndef COUNCILBRIEF_COMPONENTS_KIT_PHRASE_H
#define COUNCILBRIEF_COMPONENTS_KIT_PHRASE_H

#include "brief/spec.h"
#include "doc/compose.h"

struct phrase {
    struct arena *arena;
    const struct briefing *briefing;
    struct inline_node *inlines; /* NULL while it is empty */
    /* The last inline of the list that begins with `head`, so that adding a word takes no walk over
       thousands. A list that was wrapped or replaced in the meantime begins with another node. */
    struct inline_node *head, *last;
};

struct phrase phrase_new(struct composer *composer, const struct briefing *briefing);

void phrase_add(struct phrase *phrase, struct str text);
void phrase_addz(struct phrase *phrase, const char *text);
__attribute__((format(printf, 2, 3))) void phrase_addf(struct phrase *phrase, const char *format,
                                                       ...);
/* The text of a record's field, with its place; nothing when it is absent. */
void phrase_field(struct phrase *phrase, struct str text, const void *record, const char *field);
/* The same with words before it, such as "; "; a full stop is not doubled, and none stands at the
   beginning. */
void phrase_field_after(struct phrase *phrase, const char *before, struct str text,
                        const void *record, const char *field);
void phrase_whole_after(struct phrase *phrase, const char *before, const struct whole *whole,
                        const void *record, const char *field);
void phrase_date_after(struct phrase *phrase, const char *before, const struct date *date,
                       const void *record, const char *field);
/* The field has been told, though not in its own words: as a unit, a mark, an order. */
void phrase_told(const struct phrase *phrase, const void *record, const char *field);
/* A date written out, with its place. */
void phrase_date(struct phrase *phrase, const struct date *date, const void *record,
                 const char *field);
/* The same for something that happened at one moment: an interval is told as "between ... and ...".
 */
void phrase_moment(struct phrase *phrase, const struct date *date, const void *record,
                   const char *field);
void phrase_strong(struct phrase *phrase, struct str text);
void phrase_break(struct phrase *phrase);
void phrase_cite(struct phrase *phrase, struct refs refs); /* behind a no-break space */
/* The same, or "Source [1]" where it would stand alone. */
void phrase_source(struct phrase *phrase, struct refs refs);
/* A fact's note as a sentence of its own, and its sources. */
void phrase_fact(struct phrase *phrase, const struct fact *fact);

/* ---- words ---- */

/* Of a person in a change of leadership: the record does not say whether the person comes from
   there or the post is there, so neither does the paper. */
#define ORGANISATION_WITH ". Organisation named: "

struct str capital(struct arena *arena, struct str text); /* its first letter as a capital */
/* How a word of an enumeration is printed: LABEL_OF(&action_table, action, status). */
struct str label_of(const struct record_table *table, const char *field, int word);
#define LABEL_OF(table, record, member) label_of(table, NAME_OF(record, member), (record)->member)
struct str grade_label(const struct briefing *briefing, struct str grade);
enum grade_tone grade_tone(const struct briefing *briefing, struct str grade);
struct str money_text(struct arena *arena, const struct funding *funding);
/* A name in curly quotation marks, which the officer may have written already. */
struct str quoted(struct arena *arena, struct str text);

/* What the person under an intervention is: "commissioner" under a direction, "adviser" where the
   intervention or the person's role says so; under a notice it may be either. */
const char *helper_word(const struct intervention *intervention);
/* The word for how an intervention of a kind begins: "issued", "appointed". */
const char *beginning_of(int kind);
/* A date that bounds when something was: "between 7 January and 11 February 2014", "2014 or later".
 */
struct str bounds_text(struct arena *arena, const struct date *date);
/* Both lists, one after the other. */
struct refs refs_join(struct arena *arena, struct refs a, struct refs b);

/* A fact's own sources, or else those of the record that it is part of. */
struct refs sources_of(const struct fact *part, const struct fact *whole);
/* "Statutory direction". */
struct str intervention_name(struct arena *arena, const struct intervention *intervention);

/* The one day by which dated things are sorted: where the date begins, or ends when it has no
   start. */
day date_key(const struct date *date);
/* The date by which inspections are ordered: of publication, or else of fieldwork. */
const struct date *order_date(const struct inspection *inspection);

#endif
