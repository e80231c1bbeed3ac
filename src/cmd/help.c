/* How a command is used, in words. */
#include "cmd/command.h"

#include <stdio.h>

static void print(FILE *out, const struct command *command)
{
    fprintf(out, "usage: councilbrief %s\n%s\n", command->usage, command->summary);
    if (command->help)
        fprintf(out, "\n%s", command->help);
}

void command_print_help(const struct command *command)
{
    print(stdout, command);
}

enum status command_usage(const struct command *command)
{
    print(stderr, command);
    return STATUS_USAGE;
}
