/* The inside of the flow: how text becomes strips. Private to the layout room; what components may
   use is in flow.h. */
#ifndef COUNCILBRIEF_LAYOUT_FLOW_SETTING_H
#define COUNCILBRIEF_LAYOUT_FLOW_SETTING_H

#include "layout/flow/flow.h"
#include "layout/flow/galley.h"
#include "layout/layout.h"
#include "layout/paragraph/paragraph.h"

/* Where a stretch of text leads. */
struct link_target {
    element_id element;     /* its Link */
    struct str url;         /* absent: inside the document */
    struct str source;      /* of a citation: the source's id; else absent */
    element_id destination; /* -1: outside the document, or a source without a place */
    struct str description;
};

struct heading_place {
    element_id element;
    int level;
    struct str title;
    int32_t page; /* once cut */
};

struct source_place {
    struct str id;
    element_id element;
};

/* Where flow_contents was called: its lines are set when all headings are known. */
struct contents_place {
    element_id element;
    int depth;
    size_t first_heading, strip;
    milli left;
    struct pending {
        milli after; /* the last style's space below: the larger of it and the next one's counts */
        milli extra; /* asked for with flow_space */
        enum page_break next;
    } pending;
};

struct contents_entry {
    size_t heading;
    int32_t link;
    milli baseline; /* of the strip that takes the page number */
};

/* The mark of a list item that waits for the item's first line. */
struct label {
    element_id element;
    struct str text;
    milli right; /* edge */
};

struct list_level {
    bool ordered, tight;
    bool begun;   /* it has an item */
    int64_t next; /* number */
};

/* An abbreviation of the glossary that waits for its first use in the text. */
struct abbreviation {
    struct str term, expansion;
    bool used;
};

/* A picture that was read before. */
struct known_picture {
    struct str folder, file;
    const struct picture *picture;
};

struct flow {
    struct arena *arena;
    struct arena *scratch; /* for what is forgotten at once: marked before, and released */
    struct diags *diags;
    const struct layout_request *request;
    struct galley galley;
    milli width; /* of the whole column */
    milli left;  /* edge now */
    struct pending pending;
    size_t below_heading; /* the strip that would come directly below the last heading */
    uint32_t order;       /* the last that was given out */
    bool has_title;
    LIST(struct element) elements;
    LIST(element_id) open;
    LIST(struct link_target) links;
    LIST(struct heading_place) headings;
    LIST(struct source_place) sources;
    LIST(struct contents_place) contents;
    LIST(struct contents_entry) entries;
    LIST(struct list_level) lists;
    LIST(struct label) labels;
    LIST(struct abbreviation) abbreviations;
    LIST(uint32_t) lacking; /* characters that were reported */
    LIST(struct known_picture) pictures;
};

/* ---- flow.c ---- */

void flow_init(struct flow *flow, struct arena *arena, struct arena *scratch, struct diags *diags,
               const struct layout_request *request);
milli flow_page_height(const struct flow *flow); /* of the text on a page */
/* A draft says so below its title, in its header and behind the text of every page. */
#define DRAFT_WORD "DRAFT"
bool flow_is_draft(const struct flow *flow);
element_id flow_current(const struct flow *flow);
/* A child that takes its place in the reading order when its first text is set. */
element_id flow_inline_element(struct flow *flow, enum tag tag, element_id parent);
/* A new strip at the end, with the pending space and break. Valid until the next one. */
struct strip *flow_strip(struct flow *flow, milli height, milli space_before);
void flow_sections_close(struct flow *flow, int level); /* those that a heading ends */

/* ---- runs.c ---- */

struct run_list {
    struct run *items;
    size_t count, capacity;
};

/* How text looks before its inlines change it. */
struct look {
    enum face face;
    milli size;
    milli rise;
    struct colour colour, link_colour;
    element_id element;
    int32_t link; /* -1: none */
    unsigned features;
    bool expands; /* abbreviations are told in full at their first use */
};

struct look look_of(const struct flow *flow, enum style_role role, element_id element);
enum face face_strong(enum face face);
/* Appends inlines as runs; creates the elements of links and citations. */
void runs_add(struct flow *flow, struct run_list *runs, const struct look *look,
              const struct inline_node *inlines);
void runs_add_text(struct flow *flow, struct run_list *runs, const struct look *look,
                   struct str text, struct span origin);
bool inlines_are_blank(const struct inline_node *inlines);

/* ---- coverage.c ---- */

/* A part of a text in one face. */
struct stretch {
    struct str text;
    enum face face;
};

struct stretches {
    struct stretch *items;
    size_t count, capacity;
};

/* The text in stretches of one face each: `wanted`, or a fallback font for whole words that it
   lacks a character of, or for single letters when no font has the word. */
struct stretches coverage_split(struct arena *arena, const struct metrics *metrics, struct str text,
                                enum face wanted);

/* ---- refusals.c ---- */

/* Reports what is refused whatever fonts there are: right-to-left scripts and emoji. */
void characters_check(struct flow *flow, struct str text, struct span origin);

/* ---- word_place.c ---- */

/* Where a word of a run that came from `origin` was written: there, or in the frameworks, whose
   labels stand for what a specification says. */
struct span word_place(const struct flow *flow, struct str word, struct span origin);

/* ---- abbreviation.c ---- */

void abbreviations_collect(struct flow *flow); /* from the briefing's glossary */
/* The first use of a waiting abbreviation in text[from...], as a whole word: where it stands, and
   what it is short for. False when there is none. Its turn is then over. */
struct abbreviated {
    size_t start, end;
    struct str expansion;
};
bool abbreviation_find(struct flow *flow, struct str text, size_t from, struct abbreviated *found);

/* ---- setting.c ---- */

/* False when the character was reported before. */
bool flow_lacks_anew(struct flow *flow, uint32_t code_point);

/* A list of runs as a paragraph. */
struct paragraph setting_paragraph(const struct run_list *runs, milli width, milli leading);
/* Breaks a paragraph. A word wider than it is broken where it must be; `place` ("the page") is for
   the message when even a single character is wider. */
struct lines setting_break(struct flow *flow, const struct paragraph *paragraph, const char *place);
/* The same for one that paragraph_begin has begun. */
struct lines setting_finish(struct flow *flow, struct breaking *begun,
                            const struct paragraph *paragraph, const char *place);
/* How wide it is on one line, and how wide its widest word. */
struct paragraph_widths setting_measure(struct flow *flow, const struct paragraph *paragraph);
/* Reports the first word that is wider than `width`, for places where no word may be broken. There
   is such a word. */
void setting_report_wide(struct flow *flow, const struct run_list *runs, milli width,
                         const char *place);
/* From the top of a line of some leading to its baseline. */
milli setting_baseline(const struct flow *flow, const struct look *look, milli leading);
/* Adds a line with its left edge at (x, baseline); reports characters that the fonts lack. */
void setting_line(struct flow *flow, struct content *content, const struct run *runs,
                  const struct line *line, milli x, milli baseline);
/* Breaks runs in the current column and adds a strip a line, kept together at both ends. Returns
   the index of the first strip. */
size_t setting_strips(struct flow *flow, const struct run_list *runs, enum style_role role);
/* Adds a filled rectangle as an artifact. */
void setting_rect(struct flow *flow, struct content *content, struct rect rect,
                  struct colour colour);
/* The same as a background: it covers what stands behind a part of the text. */
void setting_background(struct flow *flow, struct content *content, struct rect rect,
                        struct colour colour);

/* ---- mark.c ---- */

/* The steps of a mark in a box of `size` at (x, y). */
const struct path_step *mark_steps(struct arena *arena, enum mark_shape shape, milli x, milli y,
                                   milli size, size_t *count);

/* ---- list.c ---- */

/* Sets waiting labels beside a line. */
void labels_set(struct flow *flow, struct content *content, milli baseline);
/* Gives waiting labels a line of their own, before what is not text. */
void labels_flush(struct flow *flow);
milli list_space_after(const struct flow *flow, milli space);

/* ---- table.c, table_width.c ---- */

struct column_need {
    milli least, natural; /* of its widest word, of its widest cell on one line */
    int weight;
};

/* Shares a width among columns: first what each must have, then what its content would like, then
   the rest by weight. The widths sum up to `width`, unless even the least do not fit: then all are
   cut in proportion. */
void table_widths(struct arena *arena, const struct column_need *needs, size_t count, milli width,
                  milli *widths);

/* ---- illustration.c ---- */

void logo_set(struct flow *flow); /* the theme's, if it has one */

/* ---- blocks.c, contents.c, compose.c, furniture.c ---- */

void blocks_set(struct flow *flow, const struct block *document);
/* Sets the lines of all lists of contents, now that the headings are known. */
void contents_set(struct flow *flow);
/* Puts the page numbers in, now that the galley is cut. */
void contents_number(struct flow *flow, const struct cuts *cuts);
/* Leads citations to the places of their sources; those without one become plain text. */
void citations_resolve(struct flow *flow);
struct pages *pages_compose(struct flow *flow, const struct cuts *cuts);
/* Header, footer and "Page X of Y" on every page. */
void furniture_set(struct flow *flow, struct pages *pages, size_t total);

#endif
