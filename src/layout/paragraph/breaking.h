/* What the steps of line breaking hand to each other.

   linebreak.c   a text -> where a line may or must end
   binding.c     a text -> the spaces at which it had better not
   itemise.c     runs -> one text, the joints in it, and chunks of shaped glyphs
   breakpoints.c adds joints inside words; joints -> breakpoints: places on one endless line, with
                 their penalties
   totalfit.c    breakpoints -> those at which lines end
   paragraph.c   two breakpoints -> a line of pieces; calls them all, as often as a good result
   needs */
#ifndef COUNCILBRIEF_LAYOUT_PARAGRAPH_BREAKING_H
#define COUNCILBRIEF_LAYOUT_PARAGRAPH_BREAKING_H

#include "base/list.h"
#include "base/str.h"
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
    size_t ended, begun;  /* how many characters the text has up to `end`, and up to `start` */
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

/* ---- breakpoints.c ---- */
void breaking_hyphenate(struct breaking *breaking, const struct hyphens *hyphens);
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

/* Has the line from one breakpoint to a later one more characters than it may? */
static inline bool breaking_is_long(const struct breaking *breaking, size_t from, size_t to)
{
    size_t most = breaking->paragraph->most;
    return most && breaking->points[to].ended - breaking->points[from].begun > most;
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

/* ---- paragraph.c ---- */
struct line setline(const struct breaking *breaking, size_t from, size_t to);

static inline milli milli_clamp(int64_t length)
{
    return (milli)(length > INT32_MAX ? INT32_MAX : length < INT32_MIN ? INT32_MIN : length);
}

/* ---- where a line may or must end: linebreak.c ---- */

enum line_break {
    BREAK_NEVER,
    BREAK_ALLOWED,
    BREAK_IN_ADDRESS, /* allowed, between two parts of a web address */
    BREAK_MANDATORY
};

/* Sets breaks[i], for every i from 0 to text.len, to what may happen before byte i, an enum
   line_break; `breaks` has room for text.len + 1. BREAK_NEVER at 0 and inside a character,
   BREAK_MANDATORY at the end.

   Rules and classes are those of Unicode 15.0 with numbers kept whole (its section 8.2, example 7),
   for Latin script, punctuation, symbols and marks; other scripts are taken for letters. Beyond it:
   - a full stop, comma or colon is not parted from the figure behind it (".5");
   - figures joined by an en dash stay together ("2013–16");
   - only an opening quotation mark reaches across spaces to a bracket: `"quoted" (aside)` may part;
   - a web address, with its "https://" or without, breaks behind / before a letter or figure,
   though not behind the slashes of "https://", and before a hyphen; nowhere else. */
void linebreak_find(struct str text, unsigned char *breaks);

/* ---- spaces at which English does not like it to: binding.c ---- */

/* Sets bound[i], for every i from 0 to text.len, to whether what stands before byte i holds to what
   follows it. The text has single spaces, each of which binds with the byte behind it:
   - dates and times: `19 January 2018`, `2 pm`
   - numbers and what they count: `£12 million`, `70 working days`, `12 per cent`, `25 000`
   - labels and their numbers: `Part 1`, `section 497A`, `page 4`, `Appendix B`
   - names: `J. K. Rowling`, `Mr Smith`, `Nicky Morgan MP`, `Smith (Lab)`, `(Lib Dem)`
   - `e.g.` and the like with what follows
   A dash or an ellipsis holds to what stands before it, and a sign to its figure: `–14`. */
void binding_find(struct str text, bool *bound);

#endif
