/* Clusters: the smallest parts of a text operation of which both glyphs and text are known. */
#ifndef COUNCILBRIEF_PDF_FONT_CLUSTER_H
#define COUNCILBRIEF_PDF_FONT_CLUSTER_H

#include "layout/display.h"

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

#endif
