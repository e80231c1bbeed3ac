/* Parses templates into trees: a text into tokens, tokens into expressions and statements. */
#ifndef COUNCILBRIEF_TEMPLATE_PARSE_PARSER_H
#define COUNCILBRIEF_TEMPLATE_PARSE_PARSER_H

#include "template/syntax.h"

/* ---- tokens: lexer.c, with Jinja's rules for white space ---- */

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

/* ---- a whole text: statements.c ---- */

struct parser {
    struct arena *arena;
    struct diags *diags;
    const struct token *next; /* never past TOKEN_END */
    int depth;                /* blocks and brackets open here */
    bool hopeless;            /* nested too deeply: nothing more is read */
    /* Finds and parses what an include names; NULL after a diagnostic. Without such a function
       nothing may be included here. */
    const struct template_file *(*find)(void *context, struct span at, struct str name);
    void *find_context;
};

/* Reports every fault it meets; look at diags->errors. */
struct body template_parse(struct parser *parser, struct span at, struct str text);

/* ---- looking at tokens, reporting, making nodes: parser.c ---- */

/* Is it a word of the language, which no name can be? */
bool template_keyword(struct str word);

bool parser_is_mark(const struct parser *parser, const char *mark);
bool parser_is_name(const struct parser *parser, const char *name);
bool parser_skip_mark(struct parser *parser, const char *mark);
bool parser_skip_name(struct parser *parser, const char *name);
bool parser_expect_mark(struct parser *parser, const char *mark, const char *where);
/* Reports that the next token does not belong here; `wanted` says what would. Returns NULL. */
const void *parser_unexpected(struct parser *parser, const char *wanted);
/* One level further in; false after E307. */
bool parser_enter(struct parser *parser);
/* A node with operands, its span joined from theirs; NULL when an operand is NULL or after E307. */
struct expression *parser_node(struct parser *parser, enum expression_kind kind, struct span span,
                               size_t count, const struct expression *const *operands);
/* Jinja computes constants before it renders, even where it renders nothing, and fails when one
   needs a value that is not there. So do we: false after a diagnostic. */
bool parser_constant_usable(struct parser *parser, const struct expression *expression);

/* ---- expressions: expressions.c, operands.c ---- */

/* NULL after a diagnostic; the parser then stands at the fault. The second kind, without inline if,
   is what Jinja reads after `if` and `in`. */
const struct expression *parse_expression(struct parser *parser);
const struct expression *parse_condition(struct parser *parser);
const struct expression *parse_unary(struct parser *parser, bool with_filters);

/* ---- filters and tests: parser.c ---- */

/* An argument as it was written. */
struct argument {
    struct str name; /* absent: by position */
    struct span span;
    const struct expression *value;
};

struct arguments {
    LIST(struct argument) list;
};

/* NULL after a diagnostic. */
const struct builtin *call_find(struct parser *parser, enum builtin_kind kind, struct str name,
                                struct span span);
/* The node of a filter or test whose name stands at `span`; NULL after a diagnostic. */
struct expression *call_node(struct parser *parser, enum expression_kind kind,
                             const struct expression *operand, const struct builtin *builtin,
                             struct span span, const struct arguments *arguments);

#endif
