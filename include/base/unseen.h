/* Characters that a reader of the file does not see for what they are: nothing, a blank, a sign
   that was lost. One table with their plain names, for every room that meets them. */
#ifndef COUNCILBRIEF_BASE_UNSEEN_H
#define COUNCILBRIEF_BASE_UNSEEN_H

#include "base/str.h"

#include <stdio.h>

/* What they look like. A bit each, so that a caller can say which it asks for. */
enum unseen_kind {
    UNSEEN_NOTHING = 1 << 0,   /* has no width: zero-width space, soft hyphen, byte order mark */
    UNSEEN_BLANK = 1 << 1,     /* like a space, but not the one of the space bar: U+00A0 */
    UNSEEN_LINE = 1 << 2,      /* ends a line in some programs only: U+2028, U+2029 */
    UNSEEN_DIRECTION = 1 << 3, /* turns the order of what follows: U+202E */
    UNSEEN_SELECTOR = 1 << 4,  /* chooses a form of the character before it: U+FE0F */
    UNSEEN_LOST = 1 << 5,      /* stands for something that was lost: U+FFFD, U+FFFC */
    UNSEEN_PRIVATE = 1 << 6,   /* means something in one font or one program only: U+F0B7 */
    UNSEEN_ANY = (1 << 7) - 1,
    UNSEEN_TOLD = UNSEEN_ANY & ~UNSEEN_BLANK /* in a text that is printed: spaces do no harm */
};

struct unseen {
    uint32_t code_point;
    enum unseen_kind kind;
    const char *name; /* with its article: "a zero-width space" */
    const char *cure; /* for a hint: "delete it" */
    size_t at, end;   /* where it stands in the text */
};

/* The first of these `kinds` at or after `from`; false when there is none. Joiners between letters
   of scripts that need them (Persian, Hindi) are none, nor is what belongs to an emoji. */
bool unseen_find(struct str text, size_t from, unsigned kinds, struct unseen *found);

/* "a zero-width space (U+200B)" */
struct str unseen_label(struct arena *arena, const struct unseen *unseen);

/* The text as it is printed: what has no width is left out, and a separator of lines is a space.
   The same text, when it has neither. */
struct str unseen_clean(struct arena *arena, struct str text);

/* Without white space at both ends, of whatever kind, and without what cannot be seen there. */
struct str unseen_trim(struct str text);

/* The text with the space of the space bar for each other blank and each LINE, and without what has
   no width. The same text, when it has none of them. */
struct str unseen_plain(struct arena *arena, struct str text);

/* Does the text show anything: is there a character that is no blank and has a width? */
bool unseen_is_blank(struct str text);

/* ---- How a text that came from a file, a file's name or a command line may stand in a ---- */

/* Valid UTF-8 on one line, whatever `text` is: ends of lines and tabs are blanks; control
   characters, those that turn the order of what follows, and bytes that are not UTF-8 are U+FFFD;
   and what build servers take for a command to them (`##vso[`) is parted by a blank. Each character
   of the text is one of what is shown, but for that blank. The same text, when there is nothing to
   change. */
struct str shown_text(struct arena *arena, struct str text);

/* The same for a path, with which a line may begin: it does not look like a command there either,
   and leads to the same file if it can be typed at all. */
struct str shown_path(struct arena *arena, struct str path);

/* Is it a character that no terminal should be given: a control character, or one that ends a line
   or turns the order of what follows in some programs only? */
bool shown_is_hidden(uint32_t code_point);

/* Prints one line, as shown_text has it. */
__attribute__((format(printf, 2, 3))) void shown_line(FILE *out, const char *format, ...);

#endif
