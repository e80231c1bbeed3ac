/* How wide text is: real fonts behind one interface, made-up ones in tests. */
#ifndef COUNCILBRIEF_LAYOUT_SHAPE_METRICS_H
#define COUNCILBRIEF_LAYOUT_SHAPE_METRICS_H

#include "base/str.h"
#include "layout/theme/theme.h"

struct glyph {
    uint32_t id;      /* of the font file */
    uint32_t cluster; /* byte offset in the shaped text where its characters begin */
    milli advance;    /* kerning included */
    milli dx, dy;     /* from where it would stand; dy upwards */
};

struct glyphs {
    const struct glyph *items;
    size_t count;
    milli width;
};

struct extent {
    milli ascent, descent, cap_height, x_height; /* all positive, for the given size */
};

enum { SHAPE_TABULAR = 1 }; /* figures of one width */

struct kerned_spaces;

/* Read-only once made, except for what it remembers of its own answers. */
struct metrics {
    const void *self;
    /* Glyphs for a text without line breaks; glyph id 0 stands for a character the face lacks. They
       are in `arena` or are remembered until `rest`. */
    struct glyphs (*shape)(const void *self, struct arena *arena, enum face face, milli size,
                           struct str text, unsigned features);
    struct extent (*extent)(const void *self, enum face face, milli size);
    /* Has the face a glyph for every character of a text? */
    bool (*covers)(const void *self, enum face face, struct str text);
    /* Called between two briefings: forgets what was remembered if that is too much. NULL: nothing
       is remembered. */
    void (*rest)(const void *self);
    size_t fallback_count;        /* faces from FACE_FALLBACK on */
    struct kerned_spaces *spaces; /* what is remembered of spaces. NULL: nothing is */
};

/* The bytes of the theme's font files, shared by shaping and by the PDF. */
struct fonts {
    struct font_file {
        struct str path;
        struct str bytes;
        struct span asked; /* where the theme asks for it */
    } files[FACE_LIMIT];   /* by face */
    size_t fallback_count;
};

/* Reports that a font cannot be used, at the theme's line that asks for it. */
void font_refuse(struct diags *diags, const struct code *code, const struct font_file *file,
                 const char *why);

/* Reads the theme's fonts; NULL after diagnostics. */
const struct fonts *fonts_read(struct arena *arena, struct diags *diags, const struct theme *theme);

/* HarfBuzz over those files (src/layout/shape/shape.c). The result keeps memory of HarfBuzz's own
   until metrics_free. NULL after diagnostics: a file that is not a font. */
struct metrics *metrics_new(struct arena *arena, struct diags *diags, const struct fonts *fonts);
void metrics_free(struct metrics *metrics);

#endif
