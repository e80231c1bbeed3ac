/* The theme: fonts, sizes, colours, page and running texts, read from theme.yaml. */
#ifndef COUNCILBRIEF_LAYOUT_THEME_THEME_H
#define COUNCILBRIEF_LAYOUT_THEME_THEME_H

#include "base/colour.h"
#include "base/limits.h"
#include "data/bind/framework.h"
#include "data/bind/record.h"
#include "layout/theme/variant.h"
#include "layout/unit.h"

enum face { FACE_REGULAR, FACE_ITALIC, FACE_BOLD, FACE_BOLD_ITALIC, FACE_HEADING, FACE_COUNT };

/* The faces behind those of the theme are its fallback fonts, in their order. */
enum { FACE_FALLBACK = FACE_COUNT, FACE_LIMIT = FACE_FALLBACK + LIMIT_FALLBACK_FONTS };

/* The roles a text can have; each is a row `styles.NAME` in the theme. */
enum style_role {
    STYLE_BODY,
    STYLE_LEAD, /* the opening statement */
    STYLE_TITLE,
    STYLE_SUBTITLE,
    STYLE_HEADING_1,
    STYLE_HEADING_2,
    STYLE_HEADING_3,
    STYLE_HEADING_4,
    STYLE_TABLE,
    STYLE_TABLE_HEADER,
    STYLE_CAPTION,
    STYLE_SMALL, /* notes and source details */
    STYLE_QUOTE,
    STYLE_CONTENTS,
    STYLE_RUNNING,    /* the first line of the first page, and the foot of all */
    STYLE_FIGURE,     /* a number that stands out */
    STYLE_CHART,      /* labels in drawings */
    STYLE_SIDE,       /* labels in the zone, beside their text */
    STYLE_TITLE_LONG, /* a title that takes too many lines in its own style */
    STYLE_ROLE_COUNT
};

struct text_style {
    enum face face;
    milli size, leading; /* leading: from baseline to baseline */
    milli space_before, space_after;
    struct colour colour;
};

struct tone {
    struct colour fill, ink;    /* a cell's background and the text on it */
    struct colour mark;         /* of the shape that stands before the word */
    struct colour mark_on_fill; /* the same on the cell's background */
};

struct picture;

/* At the head of the first page, on the right of the title. */
struct logo {
    const struct picture *picture; /* NULL: there is none */
    struct str alt;
    milli width;
    struct span span;
};

struct theme {
    struct str folder; /* of the template, where its pictures are */
    struct logo logo;
    struct str fonts[FACE_LIMIT]; /* file names; absolute once found; fallbacks behind the faces */
    struct span font_spans[FACE_LIMIT]; /* where each is asked for */
    size_t fallback_count;
    milli page_width, page_height;
    milli margin_top, margin_bottom, margin_left, margin_right;
    milli footer_baseline; /* from the bottom edge */
    milli zone, gutter;    /* at the left of the text, for labels; 0: there is none */
    struct variant variant;
    int scale; /* of the measures that layout has of its own, in thousandths; see theme_scaled */
    struct text_style styles[STYLE_ROLE_COUNT];
    struct colour ink, muted, accent, accent_ink, link, rule, band, paper;
    struct colour side_rule, lane, strip, panel;
    bool hyphenate; /* running text */
    struct tone tones[TONE_NEUTRAL + 1];
    struct str first_left, first_right, footer_left; /* short templates */
    struct span first_left_span, first_right_span, footer_left_span;
};

/* The file: which keys there are and what each means. */
extern const struct record_table theme_file_table;

/* What a theme is made of. */
struct theme_request {
    const char *base; /* the template's theme.yaml */
    const char *over; /* what a theme of templates/themes says instead; NULL: nothing */
    struct variant variant;
};

/* Reads a theme. Pictures and folders of fonts are looked for beside the file that names them.
   Refuses contrast below 4.5:1 for text and 3:1 for graphics, running text under 12 pt, other text
   under 10.5 pt, fills of grades that do not get darker step by step, and fonts that are in none of
   the font folders nor installed as a family. */
const struct theme *theme_read(struct arena *arena, struct diags *diags,
                               const struct theme_request *request);

/* A measure of layout's own (an indent, a mark, padding), meant for 12 pt text, as large as this
   theme wants it. */
static inline milli theme_scaled(const struct theme *theme, milli measure)
{
    return (milli)((int64_t)measure * theme->scale / 1000);
}

/* Where the main column begins: behind the zone. */
static inline milli theme_axis(const struct theme *theme)
{
    return theme->zone ? theme->zone + theme->gutter : 0;
}

/* To whom two tones look alike, in both fills and marks: "" to everybody, else words that go on
   after "look alike", for the first kind of colour vision, or print without colour, in which they
   do. NULL: to nobody. */
const char *tones_alike(const struct tone *a, const struct tone *b);

#endif
