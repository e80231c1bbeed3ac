/* The flow: keeps the open elements, the left edge and the space that is due, and adds strips. */
#ifndef COUNCILBRIEF_LAYOUT_FLOW_FLOW_H
#define COUNCILBRIEF_LAYOUT_FLOW_FLOW_H

#include "layout/display.h"
#include "layout/flow/galley.h"
#include "layout/layout.h"
#include "layout/paragraph/paragraph.h"

/* ---- The flow: where blocks set their content, top to bottom, before pages are cut; a ---- */

/* Where a stretch of text leads. */
struct link_target {
    element_id element;         /* its Link */
    struct str url;             /* absent: inside the document */
    const struct block *source; /* of a citation: the note on its source; else NULL */
    element_id destination;     /* -1: outside the document */
    struct str description;
};

/* A link to a place of the document: its words, and behind them the number of the page, for which
   as many figures are kept free as it is thought to have. */
struct page_ref {
    struct str place;
    int32_t words, number; /* the two link targets */
    size_t figures;
    struct span origin;
};

/* How many figures each of them has; as many as were counted, and one for those behind. */
struct figures {
    size_t *items;
    size_t count, capacity;
};

/* Something that links lead to: the first element that is opened behind it. */
struct named_place {
    struct str name;
    element_id element;
};

struct heading_place {
    const struct block *block;
    element_id element;
    int level;
    struct str title;
    int32_t page; /* once cut */
};

struct source_place {
    const struct block *block;
    element_id element;
};

/* The line that is kept free for the pages on which a source is cited. */
struct cited_on_place {
    const struct block *source;
    element_id element;
    milli x, baseline;
};

/* Where flow_contents was called: its lines are set when all headings are known. */
struct contents_place {
    element_id element;
    const struct contents *contents;
    size_t strip;
    milli left;
    struct pending {
        milli after; /* the last style's space below: the larger of it and the next one's counts */
        milli extra; /* asked for with flow_space */
        enum page_break next;
        bool begins; /* a page */
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
    bool strong;
    milli left; /* edge */
};

struct run_list {
    struct run *items;
    size_t count, capacity;
};

/* A side head that waits for the first line beside it. */
struct waiting_side {
    bool open; /* there is one */
    bool waits;
    size_t first;    /* its first strip */
    int32_t heading; /* its index */
    struct run_list runs;
    struct lines lines;
    struct run_list number; /* of a section that has one: before the first line */
    struct lines number_line;
};

/* 11 mm: the numbers of paragraphs stand so far before them, in the zone if there is one. */
enum { PARAGRAPH_INDENT = 31200 };
/* 6.5 mm: the numbers of sections stand so far before their names. */
enum { SECTION_INDENT = 18400 };

struct list_level {
    bool ordered, tight;
    bool numbered;     /* its items carry numbers as paragraphs do */
    bool begun;        /* it has an item */
    int64_t next;      /* number */
    size_t figures;    /* of the last one */
    milli into_column; /* what it was indented by to stand there */
};

/* A picture that was read before. */
struct known_picture {
    struct str folder, file;
    const struct picture *picture;
};

struct flow {
    struct arena *arena;
    struct arena
        *scratch; /* for what is needed only briefly: marked before use and released after */
    struct diags *diags;
    const struct layout_request *request;
    struct galley galley;
    milli width;     /* of the whole column */
    milli left;      /* edge now */
    milli right;     /* what is taken there, beside a logo */
    milli logo_foot; /* how far down the logo reaches beside the title; 0: there is none */
    struct pending pending;
    int tight;            /* how tight spaces are now: 0 to TIGHTEST */
    bool gave_up;         /* the first page does not fit, and may be filled in again */
    size_t below_heading; /* the strip that would come directly below the last heading */
    uint32_t order;       /* the last that was given out */
    LIST(struct element) elements;
    LIST(element_id) open;
    LIST(struct link_target) links;
    LIST(struct heading_place) headings;
    LIST(struct source_place) sources;
    LIST(struct page_ref) page_refs;
    LIST(struct named_place) places;
    struct figures figures; /* of the page references, as the layout before this one found them */
    LIST(struct cited_on_place) cited_on;
    LIST(struct contents_place) contents;
    LIST(struct contents_entry) entries;
    LIST(struct list_level) lists;
    LIST(struct label) labels;
    struct waiting_side side;
    LIST(uint32_t) lacking; /* characters that were reported */
    LIST(struct known_picture) pictures;
};

/* ---- setting blocks ---- */

milli flow_width(const struct flow *flow); /* of the current column */

/* structure: opened elements hold what is set until they are closed */
element_id flow_open(struct flow *flow, enum tag tag, struct span origin);
struct element *flow_element(struct flow *flow, element_id element); /* until the next flow_open */
void flow_close(struct flow *flow);

/* Text that is read line by line stands in the main column, which begins behind the zone: to where
   it does, from where the flow is, for flow_indent to add and to take back. */
milli flow_to_column(const struct flow *flow);

/* text */
void flow_heading(struct flow *flow, const struct block *heading);
void flow_paragraph(struct flow *flow, enum style_role role, const struct inline_node *inlines);
/* A paragraph with a number, which is its first inline and stands before its lines. */
void flow_numbered(struct flow *flow, const struct block *paragraph);
void flow_space(struct flow *flow, milli height); /* vanishes at the top of a page */
void flow_keep(struct flow *flow);     /* no page break between what was set and what comes next */
void flow_page_end(struct flow *flow); /* what comes next begins a page */
void flow_indent(struct flow *flow, milli left); /* adds to the left edge; negative takes back */

/* lists */
void flow_list_open(struct flow *flow, const struct block *list);
/* `number`: of a list whose items carry them as paragraphs do. */
void flow_item_open(struct flow *flow, struct str number);
void flow_item_close(struct flow *flow);
void flow_list_close(struct flow *flow);

/* tables */
/* A table with header rows whose columns have not room enough is stacked: each row becomes a block
   of lines, "header | value". */
void flow_table(struct flow *flow, const struct table *table);
/* Its answers side by side, or one below the other where the column is narrow for its letters. */
void flow_panel(struct flow *flow, const struct panel *panel);

/* pictures */
/* A picture, made smaller where it would be taller than a page. Nothing after a diagnostic. */
void flow_picture(struct flow *flow, const struct illustration *illustration);
/* Inside the open figure. */
void flow_caption(struct flow *flow, const struct inline_node *caption);
/* The alternative text of a figure, which begins with its caption if it has one. */
struct str figure_told(struct arena *arena, const struct inline_node *caption, struct str alt);
/* A chart: its caption, what it draws, and a note below. */
void flow_chart(struct flow *flow, const struct chart *chart);

/* places in the document */
/* A list of contents, with page numbers and links. */
void flow_contents(struct flow *flow, const struct contents *contents);
/* Names the place of a note on a source: citations of that source lead here. */
void flow_source_target(struct flow *flow, const struct block *source, element_id element);
/* Below such a note: the pages on which it is cited. */
void flow_cited_on(struct flow *flow, const struct block *source);

/* ---- flow.c ---- */

/* Where the first page is full, spaces between its parts are made smaller in two steps. */
enum { TIGHTEST = 2 };
/* A space of which `shares` are left as the flow is now, in hundredths. */
milli flow_tightened(const struct flow *flow, milli space, const int shares[TIGHTEST + 1]);
/* How tall all is that was set so far. */
milli flow_height(const struct flow *flow);

void flow_init(struct flow *flow, struct arena *arena, struct arena *scratch, struct diags *diags,
               const struct layout_request *request);
milli flow_page_height(const struct flow *flow); /* of the text on a page */
/* A child that takes its place in the reading order when its first text is set. */
element_id flow_inline_element(struct flow *flow, enum tag tag, element_id parent);
/* A new strip at the end, with the pending space and break. Valid until the next one. */
struct strip *flow_strip(struct flow *flow, milli height, milli space_before);

/* ---- runs.c ---- */

/* How text looks before its inlines change it. */
struct look {
    enum face face;
    milli size;
    milli rise;
    struct colour colour, link_colour;
    element_id element;
    int32_t link; /* -1: none */
    unsigned features;
};

struct look look_of(const struct flow *flow, enum style_role role, element_id element);
enum face face_strong(enum face face);
/* Appends inlines as runs; creates the elements of links and citations. */
void runs_add(struct flow *flow, struct run_list *runs, const struct look *look,
              const struct inline_node *inlines);
void runs_add_text(struct flow *flow, struct run_list *runs, const struct look *look,
                   struct str text, struct span origin);

/* ---- characters.c ---- */

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

/* Reports what is refused whatever fonts there are: right-to-left scripts and emoji. */
void characters_check(struct flow *flow, struct str text, struct span origin);

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
/* Adds an invisible space behind a line that another text of the element follows: otherwise the
   last word of one and the first of the other would be one to whoever reads or copies them. */
void setting_space(struct flow *flow, struct content *content, const struct run *runs,
                   const struct line *line, milli x, milli baseline);
/* Adds a filled rectangle as an artifact. */
void setting_rect(struct flow *flow, struct content *content, struct rect rect,
                  struct colour colour);
/* The same as a background: it covers what stands behind a part of the text. */
void setting_background(struct flow *flow, struct content *content, struct rect rect,
                        struct colour colour);

/* ---- strips.c ---- */

/* Breaks runs in the current column and adds a strip a line, kept together at both ends. Returns
   the index of the first strip. */
size_t setting_strips(struct flow *flow, const struct run_list *runs, enum style_role role);

/* ---- mark.c ---- */

/* The steps of a mark in a box of `size` at (x, y). */
const struct path_step *mark_steps(struct arena *arena, enum mark_shape shape, milli x, milli y,
                                   milli size, size_t *count);

/* ---- list.c ---- */

/* A number with the space that parts it from its words, which stand apart from it on the page: one
   that does not get lost where the number's own line ends. */
struct str label_number(const struct flow *flow, struct str number);
/* How far a text with such a number stands in: not at all where the number has the zone. */
milli label_number_indent(const struct flow *flow);
/* The edge of the numbers of paragraphs, so far before their text. */
milli label_number_left(const struct flow *flow);
/* Sets the labels that are waiting beside a line of that style. */
void labels_set(struct flow *flow, struct strip *strip, milli baseline, enum style_role beside);
/* Gives the labels that are waiting a line of their own, before anything that is not text. */
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

/* ---- page_refs.c ---- */

void flow_place(struct flow *flow, struct str name);
/* Leads the references to their places; E554 for one that there is not. */
void page_refs_resolve(struct flow *flow);
/* Puts the numbers of their pages in. False where one has more figures than were kept free: then
   `figures` has how many each of them needs. */
bool page_refs_number(struct flow *flow, struct pages *pages, struct figures *figures);

/* ---- strips.c ---- */

/* The least width in which words take no more lines than in `width`: so these are of like length.
 */
milli balanced_width(struct flow *flow, const struct run_list *runs, milli width);
/* Adds a heading to those that are known; returns its index. */
int32_t flow_heading_add(struct flow *flow, element_id element, const struct block *heading);

/* ---- side.c ---- */

/* A side head: a rule over the whole width, unless it stands directly under a heading, and the
   label in the zone, beside the first line of what is set next. Returns its first strip. */
size_t side_open(struct flow *flow, const struct block *heading);
/* Binds the strips from `first` on as far as they are better not parted. */
void side_close(struct flow *flow, size_t first);
/* A side head whose blocks stand on a tinted panel with it: its words above them, and all of it
   kept together. */
size_t tinted_open(struct flow *flow, const struct block *heading);
void tinted_close(struct flow *flow, size_t first);
/* What comes next has the whole width: it begins below the label's last line. */
void side_clear(struct flow *flow);

/* ---- opening.c ---- */

/* What stands above the title on the first page: a rule, a line, the logo at its right. */
void opening_set(struct flow *flow);

/* ---- blocks.c, contents.c, compose.c, furniture.c ---- */

/* Sets a block and returns the one behind it. */
const struct block *blocks_set_next(struct flow *flow, const struct block *block);
/* Sets what stands on the first page of a paper that says where that ends, as tightly as it must
   be; returns the block to go on with. Where it does not fit and may be filled in again, `gave_up`.
 */
const struct block *first_page_set(struct flow *flow, const struct block *document);
/* Sets the lines of all lists of contents, now that the headings are known. */
void contents_set(struct flow *flow);
/* Puts the page numbers in, now that the galley is cut. */
void contents_number(struct flow *flow, const struct cuts *cuts);
/* Fills the lines that tell on which pages sources are cited. */
void cited_on_number(struct flow *flow, const struct cuts *cuts);
/* Leads citations to the places of their sources. */
void citations_resolve(struct flow *flow);
struct pages *pages_compose(struct flow *flow, const struct cuts *cuts);
/* The foot of every page, with "Page X of Y". */
void furniture_set(struct flow *flow, struct pages *pages, size_t total);

#endif
