/* What the steps of line breaking hand to each other.

   itemise.c     runs -> one text, the joints in it, and chunks of shaped glyphs
   hyphenate.c   adds joints inside words
   breakpoints.c joints -> breakpoints: places on one endless line, with their penalties
   totalfit.c    breakpoints -> those at which lines end
   setline.c     two breakpoints -> a line of pieces
   paragraph.c   calls them, as often as a good result needs */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_BREAKING_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_BREAKING_H

#include "base/list.h"
#include "layout/paragraph/hyphen.h"
#include "layout/paragraph/paragraph.h"

/* What a line costs for being short by a part of its width: the square of that part in
   ten-thousandths. */
#define SLACK(percent) (INT64_C(10000) * (percent) * (percent))

/* What a hyphen that is added costs. */
#define PENALTY_HYPHEN SLACK(7)

/* What may happen before a byte of the text; of two that meet, the later here wins. */
enum joint {
    JOINT_NONE,
    JOINT_BOUND,   /* the line may end, but English does not like it to */
    JOINT_HYPHEN,  /* the line may end with a hyphen that is not in the text */
    JOINT_ADDRESS, /* the line may end, between two parts of a web address */
    JOINT_BREAK,
    JOINT_FORCED
};

/* A word, a part of one, or a space: what is shaped at once. Never of two runs, nor of two parts of
   a web address: whole addresses hardly ever recur, but most of their parts do. */
struct chunk {
    size_t at; /* offset in the text */
    size_t len;
    size_t run;
    size_t shaped_at; /* offset in the text that the clusters of its glyphs count from */
    struct glyphs glyphs;
    int64_t x;      /* where it would stand if the paragraph were one line */
    int64_t spaces; /* the width of all spaces before it */
    bool jointed;   /* there are joints inside it */
    bool shattered; /* one character of a word that fits no line */
};

/* A place where a line may end and the next begin. */
struct breakpoint {
    size_t chunk, offset; /* the next line begins with this byte of this chunk */
    int64_t end;          /* x where a line that ends here ends: no trailing space, with hyphen */
    int64_t start;        /* x where a line that begins here begins */
    int64_t spaces;       /* the width of all spaces before `end` */
    int64_t penalty;
    bool forced;
    bool soft_hyphen; /* a hyphen is added */
    bool hyphenated;  /* the line ends in a hyphen, added or not */
};

struct breaking {
    struct arena *arena;   /* for what the lines keep: the text and their pieces */
    struct arena *scratch; /* for all else, thrown away when the lines are set */
    const struct metrics *metrics;
    const struct paragraph *paragraph;
    struct str text; /* all runs; white space collapsed, characters without a glyph left out */
    unsigned char *joints; /* text.len + 1, each an enum joint */
    struct chunk *chunks;
    size_t chunk_count;
    struct breakpoint *points; /* the first is the paragraph's start, the last its end */
    size_t point_count;
    struct glyphs *hyphens; /* the hyphen of each run, shaped when first asked for */
    struct glyphs *spaces;  /* and its space */
};

/* ---- itemise.c ---- */
struct breaking *breaking_new(struct arena *arena, struct arena *scratch,
                              const struct metrics *metrics, const struct paragraph *paragraph);
/* Glyphs of the bytes [from, to) of a chunk, shaped on their own unless they are the whole.
   They live in the scratch arena. */
struct glyphs chunk_part(const struct breaking *breaking, const struct chunk *chunk, size_t from,
                         size_t to);
/* Turns the marked chunks into one chunk a character. */
void breaking_shatter(struct breaking *breaking, const bool *marked);

/* ---- hyphenate.c ---- */
void breaking_hyphenate(struct breaking *breaking, const struct hyphens *hyphens);

/* ---- breakpoints.c ---- */
void breaking_find_points(struct breaking *breaking);
const struct glyphs *breaking_hyphen(const struct breaking *breaking, size_t run);
/* Width of the line between two breakpoints of the same chunk. */
int64_t breaking_part_width(const struct breaking *breaking, const struct breakpoint *from,
                            const struct breakpoint *to);

/* Width of the line from one breakpoint to a later one. */
static inline int64_t breaking_width(const struct breaking *breaking, size_t from, size_t to)
{
    const struct breakpoint *a = &breaking->points[from], *b = &breaking->points[to];
    bool inside = a->chunk == b->chunk && a->offset != 0 && b->offset != 0;
    return inside ? breaking_part_width(breaking, a, b) : b->end - a->start;
}

/* The room for a line that begins at a breakpoint. */
static inline int64_t breaking_room(const struct breaking *breaking, size_t from)
{
    const struct paragraph *paragraph = breaking->paragraph;
    return (int64_t)paragraph->width - (from == 0 ? paragraph->first_indent : 0);
}

/* A space grows by a sixth at most: at 12 pt, by half a point. */
enum { LET_OUT_SHARE = 6 };

/* By how much the spaces of a line are let out, to bring its end nearer to the edge; `slack` is
   what it leaves of its room. The space that a line ends with is not on it; nor is that at the end
   of the line before. */
static inline int64_t breaking_give(const struct breaking *breaking, size_t from, size_t to,
                                    int64_t slack)
{
    const struct breakpoint *a = &breaking->points[from], *b = &breaking->points[to];
    if (!breaking->paragraph->even || b->forced || a->chunk == b->chunk || slack < 0)
        return 0;
    int64_t most = (b->spaces - breaking->chunks[a->chunk].spaces) / LET_OUT_SHARE;
    return slack < most ? slack : most;
}

/* ---- totalfit.c ---- */
/* Indices of breakpoints, from 0 to the last: line n goes from items[n] to items[n + 1]. */
struct fit {
    size_t *items;
    size_t lines;
    int64_t cost;
};
struct fit totalfit(const struct breaking *breaking);

/* ---- setline.c ---- */
struct line setline(const struct breaking *breaking, size_t from, size_t to);

static inline milli milli_clamp(int64_t length)
{
    return (milli)(length > INT32_MAX ? INT32_MAX : length < INT32_MIN ? INT32_MIN : length);
}

#endif
