/* Cuts a template into text and the words of its tags, with Jinja's rules for white space. */
#ifndef COUNCILBRIEF_TEMPLATE_LEXER_H
#define COUNCILBRIEF_TEMPLATE_LEXER_H

#include "diag/diag.h"

enum token_kind {
    TOKEN_TEXT,
    TOKEN_PRINT_OPEN,  /* {{ */
    TOKEN_PRINT_CLOSE, /* }} */
    TOKEN_TAG_OPEN,    /* {% */
    TOKEN_TAG_CLOSE,   /* %} */
    TOKEN_NAME,
    TOKEN_STRING, /* text: without quotation marks, escapes resolved */
    TOKEN_WHOLE,  /* text: digits */
    TOKEN_DECIMAL,
    TOKEN_MARK,  /* an operator or a bracket */
    TOKEN_FAULT, /* was reported; the end of its tag follows */
    TOKEN_END
};

struct token {
    enum token_kind kind;
    struct span span;
    struct str text;
};

struct tokens {
    LIST(struct token) list; /* the last one is TOKEN_END */
};

/* `at` is the place of `text`: the same bytes, or else every span is the whole of `at`. */
void template_lex(struct arena *arena, struct diags *diags, struct span at, struct str text,
                  struct tokens *tokens);

/* What Python takes for white space. */
bool python_space(uint32_t code_point);
struct str python_trim(struct str text);

#endif
