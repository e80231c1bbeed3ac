/* The display list: pages of positioned operations, each with its place in the structure tree.
   It knows nothing of PDF; the PDF room only translates it. */
#ifndef COUNCILBRIEF_LAYOUT_DISPLAY_H
#define COUNCILBRIEF_LAYOUT_DISPLAY_H

#include "diag/source.h"
#include "layout/shape/metrics.h"

#include <stdio.h>

/* ---- structure ---- */

enum tag {
    TAG_DOCUMENT,
    TAG_SECT,
    TAG_H1,
    TAG_H2,
    TAG_H3,
    TAG_H4,
    TAG_H5,
    TAG_H6,
    TAG_P,
    TAG_L,
    TAG_LI,
    TAG_LBL,
    TAG_LBODY,
    TAG_TABLE,
    TAG_THEAD,
    TAG_TBODY,
    TAG_TR,
    TAG_TH,
    TAG_TD,
    TAG_CAPTION,
    TAG_FIGURE,
    TAG_LINK,
    TAG_REFERENCE,
    TAG_NOTE,
    TAG_BLOCKQUOTE,
    TAG_TOC,
    TAG_TOCI,
    TAG_SPAN,
    TAG_STRONG,
    TAG_EM,
    TAG_CODE,
    TAG_DIV,  /* a figure and its caption */
    TAG_PART, /* one of several documents that were joined */
    TAG_COUNT
};

enum scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW, SCOPE_BOTH };
enum numbering { NUMBERING_NONE, NUMBERING_DISC, NUMBERING_DECIMAL };

/* Index into pages.elements. Element 0 is the document. */
typedef int32_t element_id;

enum {
    ARTIFACT_HEADER = -1, /* running header and footer */
    ARTIFACT_FOOTER = -2,
    ARTIFACT_LAYOUT = -3,     /* rules, marks, repeated table headers */
    ARTIFACT_BACKGROUND = -4, /* filled areas behind text; always rectangles */
    ARTIFACT_WATERMARK = -5,
    ARTIFACT_LAST = ARTIFACT_WATERMARK
};

struct element {
    enum tag tag;
    element_id parent;         /* -1 for the document */
    uint32_t order;            /* reading order among its siblings and its parent's own text */
    struct str alt;            /* alternative text; a figure must have one */
    struct str actual;         /* replacement text; absent: none */
    struct str expansion;      /* of an abbreviation */
    struct str language;       /* other than the document's; absent: the same */
    enum scope scope;          /* of a TH */
    enum numbering numbering;  /* of an L */
    int column_span, row_span; /* 0 and 1 mean one */
    const element_id *headers; /* of a cell: the TH that it belongs to, where scopes do not tell */
    size_t header_count;
    bool named;       /* of a TH: cells name it among their headers */
    int32_t page;     /* of its first content, from 0; -1 while it has none */
    struct rect box;  /* of a figure, on that page */
    struct str title; /* of a heading: its text */
    struct span origin;
};

/* ---- operations ---- */

enum op_kind { OP_TEXT, OP_RECT, OP_PATH, OP_IMAGE };

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE };

struct path_step {
    enum path_verb verb;
    milli x1, y1, x2, y2, x, y; /* a curve's control points, then where it ends */
};

struct picture;

struct op {
    enum op_kind kind;
    element_id element; /* or an ARTIFACT_ */
    uint32_t order;     /* reading order; ops of one page are in the order they are painted */
    milli x, y;         /* OP_TEXT: start of the baseline; OP_PATH: 0; else top left corner */
    struct colour colour;
    union {
        struct {
            enum face face;
            milli size;
            struct glyphs glyphs;
            struct str text;  /* what the glyphs stand for, whole */
            bool soft_hyphen; /* a hyphen at a line's end that is not part of the word */
        } text;
        struct {
            milli width, height;
        } rect; /* filled */
        struct {
            const struct path_step *steps;
            size_t count;
            bool filled;  /* else stroked */
            milli stroke; /* line width */
        } path;
        struct {
            const struct picture *picture; /* layout/picture/picture.h */
            milli width, height;
        } image;
    };
};

struct link {
    element_id element;     /* its Link element */
    struct rect area;       /* of one piece: a link over two lines has two */
    struct str url;         /* absent for a link inside the document */
    element_id destination; /* of a link inside the document; else -1 */
    struct str description; /* what it leads to, as a phrase that stands alone */
};

struct page {
    uint32_t document; /* of those that were joined: its faces are those of that one's theme */
    struct op *ops;
    size_t op_count;
    struct link *links;
    size_t link_count;
};

struct bookmark {
    int level; /* 1 is the outermost */
    struct str title;
    element_id element;
    int32_t page; /* from 0 */
    milli y;
};

struct pages {
    milli width, height;
    struct rect area;                            /* of the text; header and footer stand outside */
    struct str title, author, subject, language; /* "en-GB" */
    size_t documents;                            /* 1, unless several were joined */
    struct page *items;
    size_t count;
    struct element *elements;
    size_t element_count;
    struct bookmark *bookmarks;
    size_t bookmark_count;
};

const char *tag_name(enum tag tag); /* as PDF spells it: "H1", "BlockQuote" */

/* Text forms for tests and --dump: one operation or element a line. */
void pages_dump(const struct pages *pages, FILE *out);
void structure_dump(const struct pages *pages, FILE *out);

#endif
