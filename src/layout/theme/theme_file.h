/* theme.yaml as it is written, before it is measured and checked. Private to the theme's files. */
#ifndef COUNCILBRIEF_LAYOUT_THEME_THEME_FILE_H
#define COUNCILBRIEF_LAYOUT_THEME_THEME_FILE_H

#include "layout/theme/theme.h"

struct theme_fonts {
    struct record_head head;
    struct str files[FACE_COUNT]; /* absent: found by family */
    struct str family, heading_family;
    struct texts fallback;
};

struct theme_page {
    struct record_head head;
    int size; /* enum page_size */
    struct decimal margin_top, margin_bottom, margin_left, margin_right, header, footer, zone,
        gutter; /* mm */
};

enum page_size { PAGE_SIZE_ABSENT, PAGE_SIZE_A4 };

enum theme_colour {
    COLOUR_PAPER,
    COLOUR_INK,
    COLOUR_MUTED,
    COLOUR_ACCENT,
    COLOUR_ACCENT_INK,
    COLOUR_LINK,
    COLOUR_RULE,
    COLOUR_BAND,
    COLOUR_SIDE_RULE, /* from here on a theme may do without: the layout has others for them */
    COLOUR_LANE,
    COLOUR_STRIP,
    COLOUR_PANEL,
    COLOUR_COUNT
};

struct theme_colours {
    struct record_head head;
    struct str values[COLOUR_COUNT]; /* "#1d2b3a" */
};

struct theme_style {
    struct record_head head;
    int face;                                    /* enum face, from 1 */
    int colour;                                  /* enum theme_colour, from 1 */
    struct decimal size, leading, before, after; /* pt */
};

struct theme_styles {
    struct record_head head;
    const struct theme_style *roles[STYLE_ROLE_COUNT];
};

struct theme_tone {
    struct record_head head;
    struct str fill, ink, mark, mark_on_fill;
};

struct theme_tones {
    struct record_head head;
    const struct theme_tone *items[TONE_NEUTRAL + 1]; /* [TONE_NONE] stays NULL */
};

struct theme_running {
    struct record_head head;
    struct str header_left, header_right, first_left, first_right, footer_left;
};

struct theme_logo {
    struct record_head head;
    struct str file, alt;
    struct decimal width; /* mm */
};

struct theme_file {
    struct record_head head;
    const struct theme_fonts *fonts;
    struct texts font_folders;
    const struct theme_page *page;
    const struct theme_colours *colours;
    const struct theme_styles *styles;
    const struct theme_tones *tones;
    const struct theme_running *running;
    const struct theme_logo *logo;
    enum answer hyphenation;
};

extern const struct record_table theme_fonts_table, theme_colours_table, theme_styles_table,
    theme_tones_table;

/* Turns the file's texts and decimals into the theme's units; reports whatever is not a measure or
   a colour, and goes on. */
void theme_measure(struct diags *diags, const struct theme_file *file, struct theme *theme);

/* Is it a length of a sensible size, not below zero? */
bool theme_is_measure(struct decimal value);

/* Warns of keys that earlier versions had, and sets text larger that they allowed to be small. */
void theme_renew(struct diags *diags, const struct theme_file *file, struct theme *theme);

/* Reports text that is too small, colours too close to one another, and margins that leave too
   little of the page. */
void theme_check(struct diags *diags, const struct theme_file *file, const struct theme *theme);

/* Reports tones that somebody could not tell apart by their colours, and grades whose fills do not
   get darker. */
void theme_check_tones(struct diags *diags, const struct theme_tones *tones,
                       const struct theme *theme);

/* Makes one tree of a template's theme and what is laid over it. A font family above replaces the
   files and families below. */
const struct node *theme_lay_over(struct arena *arena, const struct node *base,
                                  const struct node *over);

/* Replaces each font's name by the path of the file in the first folder that has it. Folders
   without a leading slash stand beside the file that names them. */
void theme_find_fonts(struct arena *arena, struct diags *diags, const struct theme_file *file,
                      struct theme *theme);

/* Finds the fonts of the faces without a file among those that are installed on the machine; asks
   for none when every face has its file. Reports families that are not there, that lack a face,
   or that a PDF cannot hold. */
void theme_find_families(struct arena *arena, struct diags *diags, const struct theme_fonts *fonts,
                         struct theme *theme);

/* Reads the picture of the logo, in the folder of the file that names it; reports what is wrong
   with it. */
void theme_read_logo(struct arena *arena, struct diags *diags, const struct theme_file *file,
                     struct theme *theme);

#endif
