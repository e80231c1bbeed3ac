/* How a command is used, in words. */
#include "cmd/option.h"

#include <stdio.h>

enum { LABEL_WIDTH = 26 };

static void add_option(struct buf *out, const struct command_option *option)
{
    size_t start = out->len;
    if (option->letter)
        buf_addf(out, "  -%c, --%s", option->letter, option->name);
    else
        buf_addf(out, "      --%s", option->name);
    if (option->argument.name)
        buf_addf(out, " %s", option->argument.name);
    do {
        buf_byte(out, ' ');
    } while (out->len - start < LABEL_WIDTH);
    buf_addz(out, option->does);
    if (option->argument.word) {
        buf_byte(out, ' ');
        argument_words(out, &option->argument, " or ");
    }
    if (option->usual)
        buf_addf(out, " (%s)", option->usual);
    else if (option->argument.usual)
        buf_addf(out, " (%d)", option->argument.usual);
    buf_byte(out, '\n');
}

void command_synopsis(struct buf *out, const struct command *command)
{
    buf_addf(out, "councilbrief %s%s", command->name, command->options ? " [OPTIONS]" : "");
    if (command->operand.name)
        buf_addf(out, " %s", command->operand.name);
}

static void print(FILE *file, struct arena *arena, const struct command *command)
{
    struct buf out = {.arena = arena};
    buf_addz(&out, "usage: ");
    command_synopsis(&out, command);
    buf_addf(&out, "\n%s\n\n", command->summary);
    const struct command_option *option;
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        add_option(&out, option);
    fprintf(file, STR_FMT, STR_ARG(buf_str(&out)));
}

void command_print_help(struct arena *arena, const struct command *command)
{
    print(stdout, arena, command);
}

enum status command_usage(const struct command *command)
{
    struct arena *arena = arena_new();
    print(stderr, arena, command);
    arena_free(arena);
    return STATUS_USAGE;
}
