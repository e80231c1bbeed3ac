/* The lexer's own state, shared by its half for text and its half for tags. */
#ifndef COUNCILBRIEF_TEMPLATE_LEXER_TAGS_H
#define COUNCILBRIEF_TEMPLATE_LEXER_TAGS_H

#include "template/lexer.h"

struct lexer {
    struct arena *arena;
    struct diags *diags;
    struct span at;
    bool exact; /* the text is the bytes of `at` */
    struct str text;
    size_t pos;
    struct tokens *tokens;
};

struct span lexer_span(const struct lexer *lexer, size_t start, size_t end);
void lexer_add(struct lexer *lexer, enum token_kind kind, size_t start, size_t end,
               struct str text);
bool lexer_sees(const struct lexer *lexer, size_t at, const char *mark);
size_t lexer_skip_space(const struct lexer *lexer, size_t at);
size_t lexer_skip_newline(const struct lexer *lexer, size_t at); /* one, if it is here */

/* Reads a tag that opens at `open`, its words from `start` on, and what closes it. */
void lexer_read_tag(struct lexer *lexer, size_t open, size_t start, bool prints);

#endif
