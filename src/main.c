/* The program: a table of commands and an exit status. */
#include "cmd/command.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const struct command *const commands[] = {
    &command_build,     &command_check,   &command_new,   &command_schema,
    &command_reference, &command_explain, &command_render};

enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_usage(FILE *out)
{
    fputs("councilbrief makes accessible PDF briefings on a council's children's services.\n\n",
          out);
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        fprintf(out, "  councilbrief %s\n      %s\n", commands[i]->usage, commands[i]->summary);
}

static const struct command *find_command(const char *name)
{
    for (size_t i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i]->name, name) == 0)
            return commands[i];
    return NULL;
}

static int run(int argc, char **argv)
{
    if (argc < 2) {
        print_usage(stderr);
        return STATUS_USAGE;
    }
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "help") == 0) {
        print_usage(stdout);
        return STATUS_OK;
    }
    if (strcmp(argv[1], "--version") == 0) {
        puts("councilbrief " COUNCILBRIEF_VERSION);
        return STATUS_OK;
    }
    const struct command *command = find_command(argv[1]);
    if (!command) {
        fprintf(stderr, "councilbrief: there is no command `%s`\n\n", argv[1]);
        print_usage(stderr);
        return STATUS_USAGE;
    }
    const struct invocation invocation = {
        .argc = argc - 1,
        .argv = argv + 1,
        .source_date = getenv("SOURCE_DATE_EPOCH"),
        .colour = isatty(STDERR_FILENO) && !getenv("NO_COLOR"),
        .terminal = isatty(STDERR_FILENO),
    };
    return (int)command->run(&invocation);
}

int main(int argc, char **argv)
{
    return run(argc, argv);
}
