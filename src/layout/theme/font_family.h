/* Families of fonts that are installed on the machine. */
#ifndef COUNCILBRIEF_LAYOUT_THEME_FONT_FAMILY_H
#define COUNCILBRIEF_LAYOUT_THEME_FONT_FAMILY_H

#include "base/str.h"
#include "layout/theme/theme.h"

/* What a file holds. A PDF takes single fonts only. */
enum font_form {
    FONT_SINGLE,
    FONT_COLLECTION, /* several fonts in one file */
    FONT_VARIABLE,   /* a variable font, whose weight is chosen by the program that shows it */
    FONT_FOREIGN     /* neither TrueType nor OpenType: for the web, PostScript, a bitmap */
};

enum font_slant { SLANT_NONE, SLANT_ITALIC, SLANT_OBLIQUE };

struct family_font {
    struct str path; /* absolute */
    enum font_form form;
    enum font_slant slant;
    int weight;  /* as OpenType counts: 400 is regular, 700 bold */
    int width;   /* in hundredths of the normal width */
    int version; /* larger is newer; compared within a family only */
};

struct font_family {
    const struct family_font *fonts;
    size_t count;        /* 0: it is not installed */
    const char *nearest; /* then the installed family whose name is nearest, or NULL */
    const char *instead; /* or one whose letters are as wide, so that lines stay as they were */
};

/* Asks fontconfig, which goes by its own configuration (FONTCONFIG_FILE). Case does not matter, and
   no other family is taken in place of a missing one. */
struct font_family font_family_read(struct arena *arena, struct str name);

/* The font of a family that sets a face; NULL when the family has none of that weight and slant. A
   single font comes before one that a PDF does not take. */
const struct family_font *font_family_face(const struct font_family *family, enum face face);

/* Told by the first bytes of the file. One that cannot be read counts as single: reading it as a
   whole says why. */
enum font_form font_form_of(const char *path);

/* Does a single font hold all the tables that it lists? One that was cut short may look sound and
   have lost only its kerning. Anything but a single font counts as whole: it is reported for what
   it is. */
bool font_is_whole(struct str bytes);

#endif
