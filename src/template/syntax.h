/* The tree of a template, and the filters and tests that it calls. Every node keeps its place, for
   messages and for the static check. */
#ifndef COUNCILBRIEF_TEMPLATE_SYNTAX_H
#define COUNCILBRIEF_TEMPLATE_SYNTAX_H

#include "template/value.h"

struct checked_call;
struct invocation;
struct template_file;
struct type;

/* ---- filters and tests ---- */

enum { PARAMETERS_MAX = 4 };

enum builtin_kind { BUILTIN_FILTER /* unless it says otherwise */, BUILTIN_TEST };

/* What a filter such as map applies: the argument after its own ones is the name. */
enum builtin_inner { INNER_NONE, INNER_FILTER, INNER_TEST };

/* What the language itself knows about a filter or test. */
enum builtin_role {
    ROLE_NONE,
    ROLE_ASKS_GIVEN,  /* `is defined` */
    ROLE_ASKS_ABSENT, /* `is undefined` */
    ROLE_COUNTS,      /* how many items a list has: more than none, when it is not 0 */
    ROLE_TAKES_END    /* always the same item of one list */
};

struct parameter {
    const char *name; /* NULL: no more */
    bool required;
};

/* What can only be given by position has a name that nobody can write. */
#define POSITIONAL "the first"

struct builtin {
    enum builtin_kind kind;
    const char *name;
    const char *doc;
    struct parameter parameters[PARAMETERS_MAX];
    enum builtin_inner inner;
    enum builtin_role role;
    bool stream; /* gives what Jinja would give as a generator */
    bool picks;  /* takes one item of a list, if there is one */
    /* What it takes and gives, before there is any data: template/check/checker.h. */
    struct type (*check)(struct checked_call *call);
    /* A test gives a bool: template/render/render.h. */
    struct value (*run)(struct invocation *invocation);
};

/* All of them, in the order of the reference; ends with NULL. */
extern const struct builtin *const builtins[];

const struct builtin *builtin_find(enum builtin_kind kind, struct str name);
const char *builtin_nearest(enum builtin_kind kind, struct str name);

/* ---- expressions ---- */

enum expression_kind {
    EXPRESSION_LITERAL, /* literal */
    EXPRESSION_LIST,    /* operands */
    EXPRESSION_NAME,    /* name */
    EXPRESSION_FIELD,   /* operand 0, name: a.name */
    EXPRESSION_INDEX,   /* operands: a[b] */
    EXPRESSION_FILTER,  /* operand 0, call */
    EXPRESSION_TEST,    /* operand 0, call, negated */
    EXPRESSION_NOT,     /* operand 0 */
    EXPRESSION_SIGN,    /* operand 0; operators[0] is + or - */
    EXPRESSION_BINARY,  /* operands, operators[0]: arithmetic and ~ */
    EXPRESSION_COMPARE, /* n + 1 operands, n operators: a < b < c */
    EXPRESSION_AND,     /* two operands */
    EXPRESSION_OR,      /* two operands */
    EXPRESSION_CHOICE,  /* value, condition, and otherwise (may be NULL): a if b else c */
    EXPRESSION_CYCLE    /* operands: loop.cycle(a, b) */
};

enum operator_kind {
    OPERATOR_ADD,
    OPERATOR_SUBTRACT,
    OPERATOR_MULTIPLY,
    OPERATOR_DIVIDE,
    OPERATOR_FLOOR_DIVIDE,
    OPERATOR_REMAINDER,
    OPERATOR_JOIN, /* ~ */
    OPERATOR_EQUAL,
    OPERATOR_NOT_EQUAL,
    OPERATOR_LESS,
    OPERATOR_LESS_EQUAL,
    OPERATOR_GREATER,
    OPERATOR_GREATER_EQUAL,
    OPERATOR_IN,
    OPERATOR_NOT_IN
};

struct operation {
    enum operator_kind kind;
    struct span span;
};

/* A filter or a test with its arguments, by parameter; NULL: not given. */
struct call {
    const struct builtin *builtin;
    struct span span; /* of its name */
    const struct expression *arguments[PARAMETERS_MAX];
    /* For map and select: the filter or test they apply, with its own arguments. */
    const struct call *inner;
};

struct expression {
    enum expression_kind kind;
    struct span span; /* of the whole expression */
    struct span word; /* of the name in it: where a message about this node points */
    int height;       /* of the tree below, itself included */
    bool negated;
    bool constant; /* no name in it: always the same */
    bool picks;    /* constant, and an item is taken that may not be there */
    struct str name;
    struct value literal;
    const struct call *call;
    const struct expression *const *operands;
    size_t operand_count;
    const struct operation *operators;
};

/* ---- statements ---- */

struct body {
    const struct statement *items;
    size_t count;
};

enum statement_kind {
    STATEMENT_TEXT,   /* text */
    STATEMENT_PRINT,  /* value */
    STATEMENT_IF,     /* branches */
    STATEMENT_FOR,    /* targets, value, filter, body, otherwise */
    STATEMENT_SET,    /* targets, value */
    STATEMENT_INCLUDE /* file */
};

struct branch {
    const struct expression *condition; /* NULL: else */
    struct body body;
};

/* A name that {% set %} or {% for %} binds. */
struct target {
    struct str name;
    struct span span;
};

struct statement {
    enum statement_kind kind;
    struct span span; /* of the tag, with its braces; of the text */
    struct str text;
    struct str name; /* the first target's */
    struct span name_span;
    /* More than one: each value is a list of as many items, one for each. */
    const struct target *targets;
    size_t target_count;
    const struct expression *value, *filter;
    const struct branch *branches;
    size_t branch_count;
    struct body body, otherwise;
    const struct template_file *file;
};

/* One file, parsed. */
struct template_file {
    struct str name; /* as an include names it */
    const struct source *source;
    struct body body;
    size_t depth; /* of the includes below it; 0: it includes nothing */
};

/* A template with the files that it includes. */
struct template_set {
    const struct template_file *main;
    LIST(const struct template_file *) files;
};

#endif
