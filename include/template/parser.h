/* Parses templates into trees, and reads the files they include. */
#ifndef COUNCILBRIEF_TEMPLATE_PARSER_H
#define COUNCILBRIEF_TEMPLATE_PARSER_H

#include "template/lexer.h"
#include "template/syntax.h"

struct parser;

/* Finds and parses what an include names; NULL after a diagnostic. */
typedef const struct template_file *template_find(void *context, struct span at, struct str name);

struct parser {
    struct arena *arena;
    struct diags *diags;
    const struct token *next; /* never past TOKEN_END */
    int depth;                /* blocks and brackets open here */
    bool hopeless;            /* nested too deeply: nothing more is read */
    template_find *find;      /* NULL: nothing may be included here */
    void *find_context;
};

/* Parses a whole text. Reports every fault it meets; look at diags->errors. */
struct body template_parse(struct parser *parser, struct span at, struct str text);

/* NULL after a diagnostic; the parser then stands at the fault. The second kind, without inline
   if, is what Jinja reads behind `if` and `in`. */
const struct expression *parse_expression(struct parser *parser);
const struct expression *parse_condition(struct parser *parser);
const struct expression *parse_unary(struct parser *parser, bool with_filters);
const struct expression *parse_primary(struct parser *parser);
const struct expression *parse_postfix(struct parser *parser, const struct expression *operand);

/* Jinja computes what is written out before it renders, also where it renders nothing, and fails
   there when it needs a value that is not there. So do we; constant.c. */
bool constant_usable(struct parser *parser, const struct expression *expression);

/* The filters and tests behind an operand; calls.c. */
const struct expression *parse_filters(struct parser *parser, const struct expression *operand);

/* The names of a set or for, into the statement; false after a diagnostic. targets.c. */
bool parse_targets(struct parser *parser, struct statement *statement);

/* Words of the language that are no names. */
bool template_keyword(struct str word);

/* Shared by the files of the parser. */
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

#endif
