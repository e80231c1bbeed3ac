/* How a text that came from a file, a file's name or a command line may stand in a message, in a
   line of a source, on a terminal or in a log. Nothing of that kind is printed by another way. */
#ifndef COUNCILBRIEF_BASE_SHOWN_H
#define COUNCILBRIEF_BASE_SHOWN_H

#include "base/str.h"

#include <stdio.h>

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
