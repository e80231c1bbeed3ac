/* A subcommand of the program: one file, one const struct. */
#ifndef COUNCILBRIEF_CMD_COMMAND_H
#define COUNCILBRIEF_CMD_COMMAND_H

#include <stdbool.h>

enum status {
    STATUS_OK = 0,
    STATUS_REFUSED = 1, /* a specification or template was refused */
    STATUS_USAGE = 2,
    STATUS_ENVIRONMENT = 3, /* cannot read, write, find a font */
    STATUS_BUG = 70
};

/* All that a command knows of the world it was started in. */
struct invocation {
    int argc;
    char **argv;             /* argv[0] is the command's name */
    const char *source_date; /* SOURCE_DATE_EPOCH; NULL: not set */
    bool colour;             /* diagnostics go to a terminal that wants it */
    bool terminal;           /* they go to a terminal */
};

struct command {
    const char *name;
    const char *usage;   /* one line, without the program's name */
    const char *summary; /* one line */
    const char *help;    /* the options, one a line; may be NULL */
    enum status (*run)(const struct invocation *invocation);
};

extern const struct command command_build, command_check, command_explain, command_new,
    command_reference, command_schema, command_render;

/* Prints how a command is used; for --help on stdout, after a wrong call on stderr. */
void command_print_help(const struct command *command);
enum status command_usage(const struct command *command);

#endif
