/* Completion for fish. */
#include "cmd/completion.h"

/* What `complete` is told of a kind of argument: -x takes a value and no files. */
static const char *const behind[] = {
    [ARGUMENT_NONE] = "",
    [ARGUMENT_TEXT] = " -x",
    [ARGUMENT_WORD] = " -x",
    [ARGUMENT_WORDS] = " -x",
    [ARGUMENT_NUMBER] = " -x",
    [ARGUMENT_DAY] = " -x",
    [ARGUMENT_FILE] = " -r -F",
    [ARGUMENT_FOLDER] = " -x -a '(__fish_complete_directories)'",
    [ARGUMENT_SPEC] = " -a '(__fish_complete_suffix .yaml)'",
    [ARGUMENT_TEMPLATE] = " -x -a '(__councilbrief_names template)'",
    [ARGUMENT_THEME] = " -x -a '(__councilbrief_names theme)'",
    [ARGUMENT_CODE] = " -a '(councilbrief explain 2>/dev/null | string replace \"  \" \\t)'",
    [ARGUMENT_WARNINGS] = " -x -a '(councilbrief explain 2>/dev/null | string replace \"  \" \\t)'",
};

static void add_argument(struct buf *out, const struct argument *argument)
{
    buf_addz(out, behind[argument->kind]);
    if (!argument->word)
        return;
    buf_addz(out, " -a '");
    shell_words(out, argument);
    buf_byte(out, '\'');
}

static void begin(struct buf *out, const struct command *command)
{
    buf_addf(out, "complete -c councilbrief -n '__fish_seen_subcommand_from %s'", command->name);
}

static void write_option(struct buf *out, const struct command *command,
                         const struct command_option *option)
{
    begin(out, command);
    if (option->letter)
        buf_addf(out, " -s %c", option->letter);
    buf_addf(out, " -l %s", option->name);
    if (option->also)
        buf_addf(out, " -l %s", option->also);
    add_argument(out, &option->argument);
    buf_addz(out, " -d ");
    shell_quote(out, option->does);
    buf_byte(out, '\n');
}

static void write_command(struct buf *out, const struct command *command)
{
    const struct command_option *option;
    buf_addf(out, "\ncomplete -c councilbrief -n __fish_use_subcommand -a %s -d ", command->name);
    shell_quote(out, command->summary);
    buf_byte(out, '\n');
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        write_option(out, command, option);
    if (!command->operand.name)
        return;
    begin(out, command);
    add_argument(out, &command->operand);
    buf_byte(out, '\n');
}

static void write(struct buf *out, const struct command *const *all)
{
    buf_addz(out, "# Completion for fish, made by: councilbrief completion fish\n\n"
                  "function __councilbrief_names\n    ");
    shell_names(out);
    buf_addz(out, " $argv[1]\nend\n\n"
                  "complete -c councilbrief -f\n"
                  "complete -c councilbrief -n __fish_use_subcommand -l help -l version\n");
    for (size_t i = 0; all[i]; i++)
        write_command(out, all[i]);
}

const struct shell shell_fish = {"fish", write};
