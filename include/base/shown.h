/* How a text that came from a file, a file's name or a command line may stand in a message. */
#ifndef COUNCILBRIEF_BASE_SHOWN_H
#define COUNCILBRIEF_BASE_SHOWN_H

#include "base/str.h"

#include <stdio.h>

/* Valid UTF-8 on one line, whatever `text` is: line ends and tabs become spaces; control
   characters, characters that change the direction of what follows, and bytes that are not UTF-8
   become U+FFFD; and what a build server would take for a command (`##vso[`) is broken up by a
   space. Apart from that space, each character of the text is shown as one character. Returns the
   same text when there is nothing to change. */
struct str shown_text(struct arena *arena, struct str text);

/* The same for a path, which may begin a line: it does not look like a command there either, and
   still leads to the same file if it can be typed at all. */
struct str shown_path(struct arena *arena, struct str path);

/* Is it a character that no terminal should be sent: a control character, or one that some programs
   take as a line end or as a change of direction? */
bool shown_is_hidden(uint32_t code_point);

/* Prints one line as shown_text would show it. */
__attribute__((format(printf, 2, 3))) void shown_line(FILE *out, const char *format, ...);

#endif
