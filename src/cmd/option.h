/* The options of commands, written once, in tables: reading the command line, --help, the messages,
   the shells' completions and the test of the manual page all come from them. */
#ifndef COUNCILBRIEF_CMD_OPTION_H
#define COUNCILBRIEF_CMD_OPTION_H

#include "cmd/command.h"
#include "date/date.h"

/* What the code that takes an option knows it by. */
enum option_key {
    OPTION_ALL,
    OPTION_ALLOW,
    OPTION_AS_AT,
    OPTION_COLOUR,
    OPTION_DATA,
    OPTION_DEPS,
    OPTION_DUMP,
    OPTION_FAIL_FAST,
    OPTION_FILTERS,
    OPTION_FORCE,
    OPTION_FORMAT,
    OPTION_GREYSCALE,
    OPTION_HELP,
    OPTION_JOBS,
    OPTION_KEEP_GOING,
    OPTION_LARGE_PRINT,
    OPTION_LIST,
    OPTION_OUTPUT,
    OPTION_PROJECT,
    OPTION_STRICT,
    OPTION_TEMPLATE,
    OPTION_TEMPLATES,
    OPTION_THEME,
    OPTION_TO,
    OPTION_WORKER_MEMORY,
    OPTION_WORKER_SECONDS
};

struct command_option {
    enum option_key key;
    char letter;      /* behind one dash; 0: none */
    bool spares_pdf;  /* what is in a PDF does not depend on it: no part of a manifest's key */
    const char *name; /* behind two dashes */
    const char *also; /* another spelling of it; NULL: none */
    struct argument argument;
    const char *does;  /* a line; the words of the argument are told behind it */
    const char *usual; /* what holds without it; NULL: nothing to tell */
};

/* Rows that several commands have; every command has --help without naming it. */
extern const struct command_option option_help, option_templates;

/* An option as it was given, with its argument checked. */
struct option_given {
    const struct command_option *option;
    const char *text; /* NULL: it takes none */
    int number;       /* ARGUMENT_NUMBER, the index of a word, or of several a bit each */
    struct date day;  /* ARGUMENT_DAY */
};

typedef void option_take(struct arena *arena, void *request, const struct option_given *given);

/* What stands behind the options. */
struct operands {
    char **at;
    int count;
    bool help; /* --help was asked for and answered: there is nothing left to do */
};

/* Gives each option, in order, to `take` with `request`; STATUS_USAGE after a message on stderr. */
enum status command_line_read(struct arena *arena, const struct invocation *invocation,
                              const struct command *command, option_take *take, void *request,
                              struct operands *operands);

/* Option i of a command, with --help behind its own; NULL behind that. */
const struct command_option *command_option_at(const struct command *command, size_t i);

/* Checks an argument of `name` and reads it into `given`; false after a message on stderr. */
bool argument_read(struct arena *arena, const char *name, const struct argument *argument,
                   const char *text, struct option_given *given);

/* The next part of a list with commas at `*at`, without blanks around it; absent behind the last.
 */
struct str argument_part(struct str list, size_t *at);

/* Adds the words of an argument: "text, json or sarif". */
void argument_words(struct buf *out, const struct argument *argument, const char *last_joint);

#endif
