/* The options of commands, written once, in tables: reading the command line, --help, the messages,
   the shells' completions and the test of the manual page all come from them. */
#ifndef COUNCILBRIEF_CMD_OPTION_H
#define COUNCILBRIEF_CMD_OPTION_H

#include "cmd/command.h"
#include "date/date.h"

struct option_given;

/* A row: what is given is stored where the row says, or passed to its own function. */
struct command_option {
    char letter;      /* after one dash; 0: none */
    bool spares_pdf;  /* no PDF depends on it, so it is left out of the manifest's key */
    const char *name; /* after two dashes */
    const char *also; /* another spelling of it; NULL: none */
    struct argument argument;
    const char *does;  /* a line of help; the words of the argument follow it */
    const char *usual; /* what applies without it; NULL: nothing to say */
    size_t kept;       /* where in the command's request, by one of the macros below */
    void (*take)(void *request, const struct option_given *given); /* NULL: it is only stored */
};

/* An option without an argument is stored as true, a number as an int, anything else as text. */
#define KEPT_FLAG(request, member)                                                                 \
    .kept = _Generic(((struct request *)0)->member, bool : offsetof(struct request, member))
#define KEPT_NUMBER(request, member)                                                               \
    .kept = _Generic(((struct request *)0)->member, int : offsetof(struct request, member))
#define KEPT_TEXT(request, member)                                                                 \
    .kept = _Generic(((struct request *)0)->member, const char * : offsetof(struct request, member))

/* The row of --templates, which several commands have. */
#define TEMPLATES_ROW(request, member)                                                             \
    {                                                                                              \
        .name = "templates", .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},              \
        .does = "where templates and frameworks are", .usual = "templates",                        \
        KEPT_TEXT(request, member)                                                                 \
    }

/* The row of --since, which says where the facts of the issue before are. */
#define SINCE_ROW(request, member)                                                                 \
    {                                                                                              \
        .name = "since", .argument = {.kind = ARGUMENT_FILE, .name = "ISSUE"},                     \
        .does = "what changed since the facts in a folder or a file", KEPT_TEXT(request, member)   \
    }

/* The words of --length, by their index. */
const char *length_word(size_t index);

/* Every command has --help without naming it. */
extern const struct command_option option_help;

/* An option as it was given, with its argument checked. */
struct option_given {
    const struct command_option *option;
    const char *text; /* NULL: it takes none */
    int number;       /* ARGUMENT_NUMBER, the index of a word, or a bit for each of several words */
    int of;           /* ARGUMENT_PART: of how many parts `number` is one */
    struct date day;  /* ARGUMENT_DAY */
};

/* What was read, apart from what the options stored themselves. */
struct command_line {
    char **operands; /* what follows the options */
    int count;
    bool help;         /* --help was asked for and answered: there is nothing left to do */
    struct str chosen; /* the options that change what is in a PDF, as they were given */
};

/* Gives each option, in order, to `request`, of the kind that the command's rows name;
   STATUS_USAGE after a message on stderr. */
enum status command_line_read(struct arena *arena, const struct command_call *call,
                              const struct command *command, void *request,
                              struct command_line *line);

/* Option i of a command, with --help after its own; NULL after that. */
const struct command_option *command_option_at(const struct command *command, size_t i);

/* Checks an argument of `name` and reads it into `given`; false after a message on stderr. */
bool argument_read(struct arena *arena, const char *name, const struct argument *argument,
                   const char *text, struct option_given *given);

/* The next part of a list with commas, from `*at` on, without spaces around it; absent after the
   last. */
struct str argument_part(struct str list, size_t *at);

/* Adds the words of an argument: "text, json or sarif". */
void argument_words(struct buf *out, const struct argument *argument, const char *last_joint);

#endif
