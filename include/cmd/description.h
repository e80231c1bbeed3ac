/* Commands that print a description of the format, and read nothing but the frameworks. */
#ifndef COUNCILBRIEF_CMD_DESCRIPTION_H
#define COUNCILBRIEF_CMD_DESCRIPTION_H

#include "base/str.h"
#include "cmd/command.h"

struct frameworks;

#define DESCRIPTION_HELP                                                                           \
    "      --templates FOLDER  where templates and frameworks are (templates)\n"

/* Prints a whole result on standard output. */
enum status command_print_text(struct str text);

typedef struct str describe_format(struct arena *arena, const struct frameworks *frameworks);

enum status print_description(const struct invocation *invocation, const struct command *command,
                              describe_format *describe);

#endif
