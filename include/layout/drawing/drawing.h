/* Drawings: figures of areas, lines, marks and text, for components that chart something; all that
   components see of the layout. A drawing is a Figure that is read aloud as its alternative text;
   what it holds is only seen.

   Coordinates are in 1/1000 pt from the drawing's top left corner, y downwards; what is added
   later covers what was added before. A component first measures its texts, then places them, and
   says at the end how tall the drawing came out. A drawing that is never closed leaves no trace:
   two may be open at once, and the better one closed. */
#ifndef COUNCILBRIEF_LAYOUT_DRAWING_DRAWING_H
#define COUNCILBRIEF_LAYOUT_DRAWING_DRAWING_H

#include "doc/table.h"
#include "layout/theme/theme.h"

struct canvas; /* where drawings are set, one below the other: what a chart's `draw` is given */
struct drawing;
struct drawn_text; /* a text that was broken into lines and waits for its place */

/* How a text in a drawing looks. Its style is a role of the theme, STYLE_CHART most of the time. */
struct drawn_look {
    enum style_role role;
    bool strong;
    struct colour colour; /* the caller answers for its contrast with whatever it stands on */
};

/* Opens a drawing as wide as the column; nothing is set before drawing_close. Faults in it are
   reported at `origin`. */
struct drawing *drawing_open(struct canvas *canvas, struct span origin);
const struct theme *drawing_theme(const struct drawing *drawing);
milli drawing_width(const struct drawing *drawing);
/* The tallest that a drawing can be: a page without its margins. */
milli drawing_most_height(const struct drawing *drawing);
/* A measure of the component's own, as large as the theme wants it: see theme_scaled. */
milli drawing_scaled(const struct drawing *drawing, milli measure);

/* ---- text ---- */

/* Breaks a text into lines of at most `width`, on the side given. A word that is wider is reported
   (E520) and broken where it must be. The text may be placed several times or never. */
struct drawn_text *drawing_text(struct drawing *drawing, const struct drawn_look *look,
                                struct str text, milli width, enum cell_align align,
                                struct span origin);
/* Width of a text on one line. */
milli drawing_text_width(struct drawing *drawing, const struct drawn_look *look, struct str text);
/* Width of its widest word: the least that drawing_text may be given. */
milli drawing_word_width(struct drawing *drawing, const struct drawn_look *look, struct str text);
milli drawn_width(const struct drawn_text *text);  /* of its widest line */
milli drawn_height(const struct drawn_text *text); /* lines times leading; 0 without a character */
/* From the top of its box to the baseline of its first line: where marks beside it stand. */
milli drawn_baseline(const struct drawn_text *text);
/* With its box's top left corner at (x, y); the box is as wide as drawing_text was told. */
void drawing_place(struct drawing *drawing, const struct drawn_text *text, milli x, milli y);

/* ---- shapes: nothing is drawn of what has no extent ---- */

void drawing_area(struct drawing *drawing, struct rect area, struct colour colour);
/* Oblique lines inside an area: what is not certain. */
void drawing_hatch(struct drawing *drawing, struct rect area, struct colour colour);
/* Its edges, with the middle of the stroke on them. */
void drawing_outline(struct drawing *drawing, struct rect area, milli stroke, struct colour colour);
void drawing_line(struct drawing *drawing, milli x1, milli y1, milli x2, milli y2, milli stroke,
                  struct colour colour);
/* In a box of `size` at (x, y). */
void drawing_mark(struct drawing *drawing, enum mark_shape shape, milli x, milli y, milli size,
                  struct colour colour);

/* The same as an outline on paper, which covers what runs through it. */
void drawing_open_mark(struct drawing *drawing, enum mark_shape shape, milli x, milli y, milli size,
                       milli stroke, struct colour colour);

/* ---- the end ---- */

/* Sets the drawing into the flow: `height` is what it takes, `alt` what is read aloud, in whole
   sentences. Taller than a page: E527. An empty drawing sets nothing. */
void drawing_close(struct drawing *drawing, milli height, struct str alt);

/* What the drawings could not show, in sentences, each followed by a space; it is printed below
   them. */
void canvas_remark(struct canvas *canvas, struct str remark);

#endif
