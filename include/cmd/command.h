/* A subcommand of the program: one file, one const struct. */
#ifndef COUNCILBRIEF_CMD_COMMAND_H
#define COUNCILBRIEF_CMD_COMMAND_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>

/* As far as a shell can offer it. */
enum argument_kind {
    ARGUMENT_NONE,
    ARGUMENT_TEXT,
    ARGUMENT_WORD,  /* one of a set */
    ARGUMENT_WORDS, /* several of a set, with commas between them */
    ARGUMENT_NUMBER,
    ARGUMENT_DAY,
    ARGUMENT_PART, /* one of so many: 2/4 */
    ARGUMENT_FILE,
    ARGUMENT_FOLDER,
    ARGUMENT_SPEC,     /* a specification, or a folder of them */
    ARGUMENT_TEMPLATE, /* the name of one */
    ARGUMENT_THEME,    /* the name of one */
    ARGUMENT_CODE,     /* of a diagnostic */
    ARGUMENT_WARNINGS  /* codes of warnings, with commas between them */
};

struct argument {
    enum argument_kind kind;
    const char *name;                  /* in capitals; NULL: there is none */
    const char *(*word)(size_t index); /* ARGUMENT_WORD, ARGUMENT_WORDS: NULL after the last */
    int least, most;                   /* ARGUMENT_NUMBER */
    int usual;                      /* ARGUMENT_NUMBER: without the option; 0: not shown in help */
    bool (*is_usual)(size_t index); /* of words: those that hold without the option; or NULL */
};

struct command_option;

enum status {
    STATUS_OK = 0,
    STATUS_REFUSED = 1, /* a specification or template was refused */
    STATUS_USAGE = 2,
    STATUS_ENVIRONMENT = 3, /* cannot read, write, find a font */
    STATUS_CHANGED = 4, /* councilbrief changes --exit-code, of which nothing else has gone wrong */
    STATUS_BUG = 70
};

/* All that a command knows of how it was started. */
struct command_call {
    int argc;
    char **argv;                           /* argv[0] is the command's name */
    const char *source_date;               /* SOURCE_DATE_EPOCH; NULL: not set */
    bool colour;                           /* diagnostics go to a terminal that wants it */
    bool terminal;                         /* they go to a terminal */
    const struct command *const *commands; /* all that there are, ending in NULL */
};

struct command {
    const char *name;
    const char *summary;                         /* one line */
    const struct command_option *const *options; /* ends in NULL; NULL: --help alone */
    struct argument operand;                     /* what follows the options */
    int operands_least, operands_most;
    enum status (*run)(const struct command_call *call);
};

enum { MANY_OPERANDS = 1 << 30 };

extern const struct command command_build, command_changes, command_check, command_completion,
    command_explain, command_fix, command_merge, command_new, command_reference, command_schema,
    command_render;

/* All of them, ending in NULL. */
extern const struct command *const commands[];

/* Prints how a command is used: on stdout for --help, on stderr after a wrong call. */
void command_print_help(struct arena *arena, const struct command *command);
enum status command_usage(const struct command *command);

/* Prints a whole result on standard output. */
enum status command_print_text(struct str text);

/* Adds a command with what follows it: "councilbrief build [OPTIONS] SPEC...". */
void command_synopsis(struct buf *out, const struct command *command);

#endif
