/* What all components share: options, phrases, words for values, tables under construction, and
   where the council stands. */
#ifndef COUNCILBRIEF_COMPONENTS_KIT_KIT_H
#define COUNCILBRIEF_COMPONENTS_KIT_KIT_H

#include "brief/derived.h"
#include "brief/spec.h"
#include "doc/component.h"
#include "doc/compose.h"

#include <stddef.h>

/* ---- options.c: options that several components share ---- */

#define END_OF_OPTIONS                                                                             \
    {                                                                                              \
        .name = NULL                                                                               \
    }

#define ELSEWHERE_OPTION(type, what)                                                               \
    FIELD(type, elsewhere, FIELD_TEXT, OPTIONAL,                                                   \
          .doc = "Where the " what " are that `most` leaves out, as the end of a sentence.",       \
          .example = "in the full version, under “What happened, and when”")

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

/* ---- phrase.c: the text of a cell or paragraph, put together from words, values and citations
 * ---- */

struct phrase {
    struct arena *arena;
    const struct briefing *briefing;
    struct inline_node *inlines; /* NULL while it is empty */
    /* The last inline of the list that begins with `head`, so that adding a word takes no walk over
       thousands. A list that was wrapped or replaced in the meantime begins with another node. */
    struct inline_node *head, *last;
    bool plain; /* dates are without a remark on how they are known, as before annexes */
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
/* What references lead to, each as a reader knows it: "R1", "1.2", "SIF inspection, 13 May 2024".
 */
void phrase_references_after(struct phrase *phrase, const char *before, const struct refs *refs,
                             const void *record, const char *field);
/* The field has been told, though not in its own words: as a unit, a mark, an order. */
void phrase_printed(const struct phrase *phrase, const void *record, const char *field);
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
/* The full stop of a sentence that has none yet. */
void phrase_stop(struct phrase *phrase);
/* The same without a remark on how the date is known, as before annexes. */
void phrase_plain_date(struct phrase *phrase, const char *before, const struct date *date,
                       const void *record, const char *field);
/* What a short form leaves out, and where it is: "7 more events are in the full version."; nothing
   where it leaves out none. `elsewhere` absent: it does not say where. */
void phrase_left_out(struct phrase *phrase, size_t count, const char *one, const char *many,
                     struct str elsewhere, const void *options);
/* The same where it matters which of several sources says this: it stays there. */
void phrase_cite_here(struct phrase *phrase, struct refs refs);
/* A fact's note as a sentence of its own, and its sources. */
void phrase_fact(struct phrase *phrase, const struct fact *fact);

/* ---- words ---- */

/* Of a change in leadership: where the person comes from, whose post it is, when it was announced,
   until when it was to last, who shares it, what is paid. */
void phrase_post(struct phrase *phrase, const struct leadership_event *event);

struct str capital(struct arena *arena, struct str text); /* its first letter as a capital */
/* A text with dates that was made for the evidence, without its remarks on how they are known. */
struct str without_remarks(struct arena *arena, struct str text);
/* Its first letter as a small one, where it is the only capital: "Interim director", not "Leader of
   the Council". */
struct str uncapital(struct arena *arena, struct str text);
/* How a word of an enumeration is printed: LABEL_OF(&action_table, action, status). */
struct str label_of(const struct record_table *table, const char *field, int word);
#define LABEL_OF(table, record, member) label_of(table, NAME_OF(record, member), (record)->member)
struct str grade_label(const struct briefing *briefing, struct str grade);
enum grade_tone grade_tone(const struct briefing *briefing, struct str grade);
struct str money_text(struct arena *arena, const struct funding *funding);
/* The same as the source rounds it, and of a rate for what: "nearly £22 million", "£12,000 per
   week". */
struct str amount_text(struct arena *arena, const struct funding *funding);
/* A name in curly quotation marks, which the officer may have written already. */
struct str quoted(struct arena *arena, struct str text);

/* What a person under an intervention is: as the record says; else "commissioner" under a
   direction, "adviser" where the intervention or the person's role says so; under a notice it may
   be either. */
const char *helper_word(const struct intervention *intervention, const struct helper *helper);
/* The word for how an intervention of a kind begins: "issued", "appointed". */
const char *beginning_of(int kind);
/* A date that bounds when something was: "between 7 January and 11 February 2014", "2014 or later".
 */
struct str bounds_text(struct arena *arena, const struct date *date);
/* What a reference leads to, as a reader knows it; absent: it leads nowhere. */
struct str referent_text(struct arena *arena, const struct ref *ref);
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

/* ---- facts.c: what is printed of any record wherever another one speaks of it ---- */

/* "Improvement notice, 20 May 2021", "Court judgment, Family Court, 26 March 2021". */
struct str record_title(struct arena *arena, const struct record_table *table, const void *record);
/* The same in a phrase; "; " before it is left out where the phrase begins with it. */
void phrase_record(struct phrase *phrase, const char *before, const struct record_table *table,
                   const void *record);
/* What led to something, in a few words: "Ofsted’s report of 19 January 2018"; absent: nothing is
   known of it. */
struct str cause_text(struct arena *arena, const struct ref *ref);
/* What a field refers to, one behind the other, with words before the first. */
void phrase_refs(struct phrase *phrase, const char *before, const struct refs *refs,
                 const void *record, const char *field);
/* "peer review by LGA", whatever it is called. */
struct str review_name(struct arena *arena, const struct review *review);
/* A list of what was found, below `lead_in`; NULL: below nothing. */
void set_findings(struct composer *composer, const struct briefing *briefing, const char *lead_in,
                  const struct finding_list *findings, const struct fact *whole);

/* ---- sheet.c: a table under construction, cell by cell ---- */

struct sheet {
    struct composer *composer;
    const struct briefing *briefing;
    const struct column *columns;
    size_t column_count;
    bool plain; /* its dates have no remark on how they are known */
    bool axis;  /* the second column begins where the text of the page does; weights in 0.1 mm */
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

/* The same for rows of several terms, each with its value behind it. */
void sheet_set_pairs(struct sheet *sheet, struct str caption, const char *otherwise,
                     struct span origin);

/* A note below a table, kept with it. */
void set_note(struct composer *composer, const struct phrase *phrase);
/* Words that open a list, kept with it. */
void set_lead_in(struct composer *composer, struct str text);
/* Opens a part under a heading; compose_part_close ends it. */
void part_open(struct composer *composer, struct str heading, struct span origin);

/* Whatever lies after the day of the briefing is not told as if it had happened: it goes into a
   table of its own, under this heading. */
#define DATED_LATER "What is planned or dated then"
struct str caption_of_later(struct arena *arena, const struct briefing *briefing);

/* The columns of a table of terms and values. */
enum { TERM_COLUMNS = 2 };
extern const struct column term_columns[TERM_COLUMNS];

/* ---- position.c: where the council stands on the day of the briefing ---- */

/* The intervention that began last among those that were in force when last looked at, more than
   three months ago; NULL: none. */
const struct intervention *unsure_intervention(const struct briefing *briefing);
/* The intervention that began last among those that have not ended; NULL: none. */
const struct intervention *running_intervention(const struct briefing *briefing);
/* The intervention that ended last; NULL: none has. */
const struct intervention *ended_intervention(const struct briefing *briefing);
/* A running intervention that no source says has ended, though the grade has since been good; NULL:
   none. */
const struct intervention *doubtful_intervention(const struct briefing *briefing);

/* "Position on 29 November 2026, by inspections complete to 22 August 2026": the second half where
   inspections are only known up to an earlier day. */
struct str caption_of_day(struct arena *arena, const struct briefing *briefing, const char *words);

/* The next deadline that is neither done nor certainly past; NULL: none. */
const struct due *next_due(const struct derived *derived);
/* Is the plan of action for Ofsted still to come, as far as is known? */
bool plan_is_ahead(const struct action_plan *plan);
/* Has its date passed, not long ago, and nobody says whether it was sent? */
bool plan_is_open(const struct action_plan *plan);
/* The plan that is due first of those that are ahead; NULL: none is. */
const struct action_plan *next_plan(const struct derived *derived);
/* Has the date of any plan passed of which it is not recorded whether it was sent? */
bool any_plan_is_open(const struct derived *derived);

/* The change of the overall grade since the inspection before; NULL: there is none to tell. */
const struct change *overall_change(const struct briefing *briefing);

/* Why judgements cannot be compared: each reason once, with the judgements it applies to, between
   `before` and `behind`. */
void phrase_reasons(struct phrase *phrase, const struct change_list *changes, const char *before,
                    const char *behind);

/* The date of publication, else that of fieldwork, without a word before it. */
void phrase_order_date(struct phrase *phrase, const struct inspection *inspection);

/* "19 January 2018"; "fieldwork July 2015" where that is all that is known. */
void phrase_inspection_date(struct phrase *phrase, const struct inspection *inspection);

#endif
