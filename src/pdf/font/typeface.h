/* A font file opened for PDFs: what is the same in every document that uses it. */
#ifndef COUNCILBRIEF_PDF_FONT_TYPEFACE_H
#define COUNCILBRIEF_PDF_FONT_TYPEFACE_H

#include "base/str.h"
#include "layout/display.h"
#include "pdf/file/deflate.h"
#include <stdbool.h>
#include <stdint.h>

#include <hb.h>

/* A font file cut down to some of its glyphs, as it stands in a PDF. */
struct pdf_program {
    struct str stream; /* compressed; absent: the font could not be cut down; empty: it could, and
                          outlines that are wanted were lost */
    size_t length;     /* before that */
    const char *name;  /* "ABCDEF+Lato-Regular": the letters tell subsets of one font apart */
};

/* Glyphs by their numbers. */
struct pdf_glyphs {
    const uint32_t *items;
    size_t count;
};

/* Glyphs that documents of a kind are set with, and the font cut down to them once for all. */
struct pdf_repertoire {
    const bool *glyphs;         /* by glyph */
    struct pdf_program program; /* made when it is first asked for; its name is NULL before */
};

/* From the smallest to the largest. */
enum { REPERTOIRE_ENGLISH, REPERTOIRE_EUROPEAN, REPERTOIRE_COUNT };

struct pdf_typeface {
    struct str bytes; /* of the file */
    hb_face_t *face;
    hb_font_t *font; /* scaled to units_per_em */
    unsigned units_per_em, glyph_count;
    bool is_cff;
    const char *refusal; /* why no PDF may hold it: "is damaged"; NULL: it may be */
    int32_t *widths;     /* by glyph, as pdf_typeface_width gives them; -1: not asked for yet */
    struct pdf_repertoire repertoires[REPERTOIRE_COUNT];
};

/* Opens a file, whose bytes must stay. Free with pdf_typeface_close. */
void pdf_typeface_open(struct pdf_typeface *typeface, struct arena *arena, struct str bytes);
void pdf_typeface_close(struct pdf_typeface *typeface);

/* Asks the file for the width of a glyph and keeps it (part of what follows). */
int32_t pdf_typeface_measure(const struct pdf_typeface *typeface, uint32_t glyph);

/* Does nothing of a glyph show? */
bool pdf_typeface_is_blank(const struct pdf_typeface *typeface, uint32_t glyph);

/* How far a glyph moves the pen, in 1/32 of a thousandth of the type size: what W will say. */
static inline int32_t pdf_typeface_width(const struct pdf_typeface *typeface, uint32_t glyph)
{
    int32_t known = typeface->widths[glyph];
    return known >= 0 ? known : pdf_typeface_measure(typeface, glyph);
}

/* ---- parts of the above, a file each ---- */

/* By glyph: does text of that repertoire use it? Ligatures and tabular figures count too. */
const bool *pdf_repertoire_glyphs(struct arena *arena, hb_font_t *font, int repertoire);

/* The font cut down to some glyphs (src/pdf/font/subset.c). */
struct pdf_program pdf_program_make(struct arena *arena, struct pdf_deflater *deflater,
                                    const struct pdf_typeface *typeface, const bool *glyphs);

/* The same before it is compressed, or its CFF table alone. Absent: HarfBuzz refused; empty: what
   it gave lacks outlines. */
struct str pdf_subset(struct arena *arena, const struct pdf_typeface *typeface, const bool *glyphs);

/* Has the subset the outlines of all wanted glyphs, those that they are made of among them? */
bool pdf_subset_is_whole(hb_face_t *subset, const struct pdf_typeface *typeface,
                         const bool *wanted);

/* ---- clusters: the smallest parts of a text operation that have both glyphs and a text ---- */

struct pdf_cluster {
    size_t first, count; /* glyphs */
    struct str text;     /* what they stand for; U+00AD for a soft hyphen */
};

struct pdf_clusters {
    const struct op *op;
    size_t at, hyphen; /* glyph reached; the soft hyphen's glyph, or the number of glyphs */
    bool whole;        /* glyphs that are not in the text's order make one cluster */
};

struct pdf_clusters pdf_clusters_of(const struct op *op);

/* Clusters that are one glyph and one byte each, as nearly all are. */
struct pdf_letters {
    size_t first;    /* glyph */
    struct str text; /* a byte a glyph; it may be empty */
};

/* Those that come next, however many. */
struct pdf_letters pdf_clusters_letters(struct pdf_clusters *clusters);

/* The next cluster; false at the end. Together the clusters cover glyphs and text without gaps. */
bool pdf_clusters_next(struct pdf_clusters *clusters, struct pdf_cluster *cluster);

/* May ToUnicode alone say what the cluster stands for, if its glyph has that text there? */
bool pdf_cluster_is_plain(const struct pdf_cluster *cluster);

/* ---- single values out of a font file's tables: subset.c ---- */

bool pdf_sfnt_has(hb_face_t *face, hb_tag_t table);

/* The signed 16 bits at an offset of a table; 0 when the table is missing or too short. */
int16_t pdf_sfnt_value(hb_face_t *face, hb_tag_t table, unsigned offset);

/* Does the licence field (OS/2 fsType) forbid to embed the font or to cut it down? */
bool pdf_sfnt_is_restricted(hb_face_t *face);

#endif
