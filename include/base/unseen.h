/* Characters that a reader does not see for what they are: they look like nothing, like a blank, or
   stand for a sign that was lost. One table with their plain names, for every room that meets
   them. */
#ifndef COUNCILBRIEF_BASE_UNSEEN_H
#define COUNCILBRIEF_BASE_UNSEEN_H

#include "base/str.h"

/* What they look like. One bit each, so that a caller can ask for several kinds. */
enum unseen_kind {
    UNSEEN_NOTHING = 1 << 0,   /* has no width: zero-width space, soft hyphen, byte order mark */
    UNSEEN_BLANK = 1 << 1,     /* like a space, but not the one from the space bar: U+00A0 */
    UNSEEN_LINE = 1 << 2,      /* ends a line in some programs only: U+2028, U+2029 */
    UNSEEN_DIRECTION = 1 << 3, /* changes the direction of what follows: U+202E */
    UNSEEN_SELECTOR = 1 << 4,  /* chooses a form of the character before it: U+FE0F */
    UNSEEN_LOST = 1 << 5,      /* stands for something that was lost: U+FFFD, U+FFFC */
    UNSEEN_PRIVATE = 1 << 6,   /* means something in one font or one program only: U+F0B7 */
    UNSEEN_ANY = (1 << 7) - 1,
    UNSEEN_TOLD = UNSEEN_ANY &
                  ~UNSEEN_BLANK /* faults in a text that is printed, where odd spaces do no harm */
};

struct unseen {
    uint32_t code_point;
    enum unseen_kind kind;
    const char *name; /* with its article: "a zero-width space" */
    const char *cure; /* for a hint: "delete it" */
    size_t at, end;   /* where it stands in the text */
};

/* The first of these `kinds` at or after `from`; false when there is none. Joiners between letters
   of scripts that need them (Persian, Hindi) do not count, nor does what belongs to an emoji. */
bool unseen_find(struct str text, size_t from, unsigned kinds, struct unseen *found);

/* "a zero-width space (U+200B)" */
struct str unseen_label(struct arena *arena, const struct unseen *unseen);

/* The text as it is printed: what has no width is left out, and a line separator becomes a space.
   Returns the same text when it has neither. */
struct str unseen_clean(struct arena *arena, struct str text);

/* Without white space of any kind at both ends, nor anything else that cannot be seen there. */
struct str unseen_trim(struct str text);

/* The text with a plain space for each other blank and each LINE, and without what has no width.
   Returns the same text when it has none of them. */
struct str unseen_plain(struct arena *arena, struct str text);

/* Does the text show anything: is there a character that is no blank and has a width? */
bool unseen_is_blank(struct str text);

#endif
