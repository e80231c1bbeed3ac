/* Reading the options of a command, which its table names. */
#include "base/shown.h"
#include "cmd/option.h"
#include "diag/diag.h"

#include <getopt.h>
#include <stdio.h>
#include <string.h>

enum { FIRST_LONG = 256 }; /* what getopt gives for option 0; letters are below */

const struct command_option option_help = {
    .key = OPTION_HELP, .spares_pdf = true, .name = "help", .does = "say this"};
const struct command_option option_templates = {
    .key = OPTION_TEMPLATES,
    .name = "templates",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "where templates and frameworks are",
    .usual = "templates",
};
const struct command_option *command_option_at(const struct command *command, size_t i)
{
    size_t count = 0;
    while (command->options && command->options[count])
        count++;
    return i < count ? command->options[i] : i == count ? &option_help : NULL;
}

/* ---- for getopt ---- */

struct forms {
    struct option *longs; /* long_count of them, and the end */
    size_t long_count;
    const char *letters;
};

static void add_long(struct forms *forms, const char *name, const struct command_option *option,
                     size_t index)
{
    int takes = option->argument.kind ? required_argument : no_argument;
    forms->longs[forms->long_count++] = (struct option){name, takes, NULL, FIRST_LONG + (int)index};
}

static struct forms make_forms(struct arena *arena, const struct command *command)
{
    size_t count = 0;
    while (command_option_at(command, count))
        count++;
    struct forms forms = {.longs = ARENA_ARRAY(arena, struct option, 2 * count + 1)};
    struct buf letters = {.arena = arena};
    buf_byte(&letters, ':'); /* what is missing or unknown is told here, not by getopt */
    for (size_t i = 0; i < count; i++) {
        const struct command_option *option = command_option_at(command, i);
        add_long(&forms, option->name, option, i);
        if (option->also)
            add_long(&forms, option->also, option, i);
        if (option->letter)
            buf_addf(&letters, "%c%s", option->letter, option->argument.kind ? ":" : "");
    }
    forms.longs[forms.long_count] = (struct option){0};
    forms.letters = str_z(arena, buf_str(&letters));
    return forms;
}

/* The option for what getopt gave; NULL when there is none. */
static const struct command_option *find_option(const struct command *command, int got)
{
    if (got >= FIRST_LONG)
        return command_option_at(command, (size_t)(got - FIRST_LONG));
    const struct command_option *option;
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        if (option->letter && option->letter == got)
            return option;
    return NULL;
}

/* ---- what is wrong ---- */

/* A name may be cut short as long as it is that of one option. */
static bool is_ambiguous(const struct forms *forms, struct str name)
{
    size_t found = 0;
    for (size_t i = 0; i < forms->long_count; i++)
        found += str_starts(str_from(forms->longs[i].name), name.at);
    return found > 1;
}

static void say_unknown(struct arena *arena, const struct command *command,
                        const struct forms *forms, const char *word)
{
    struct str name = str_from(word + 2);
    name = str_copy(arena, str_part(name, 0, str_find(name, '=', 0)));
    bool ambiguous = is_ambiguous(forms, name);
    const char *nearest = diag_nearest(name, forms->longs, forms->long_count, sizeof *forms->longs);
    struct str meant =
        nearest && !ambiguous ? str_format(arena, "; did you mean `--%s`?", nearest) : STR("");
    shown_line(stderr, "councilbrief: %s has %s `--" STR_FMT "`" STR_FMT, command->name,
               ambiguous ? "several options that begin with" : "no option", STR_ARG(name),
               STR_ARG(meant));
    shown_line(stderr, "`councilbrief %s --help` lists them", command->name);
}

static void say_unknown_letter(const struct command *command, int letter)
{
    shown_line(stderr, "councilbrief: %s has no option `-%c`", command->name, letter);
    shown_line(stderr, "`councilbrief %s --help` lists them", command->name);
}

/* `word` is what getopt stopped behind. */
static enum status refuse_option(struct arena *arena, const struct command *command,
                                 const struct forms *forms, const char *word, bool is_missing)
{
    const struct command_option *option = find_option(command, optopt);
    if (!option && optopt)
        say_unknown_letter(command, optopt);
    else if (!option)
        say_unknown(arena, command, forms, word);
    else if (is_missing)
        fprintf(stderr, "councilbrief: --%s needs %s behind it\n", option->name,
                option->argument.name);
    else
        fprintf(stderr, "councilbrief: --%s takes nothing behind it\n", option->name);
    return STATUS_USAGE;
}

static enum status check_operands(struct arena *arena, const struct command *command,
                                  const struct operands *operands)
{
    struct option_given given;
    if (operands->count < command->operands_least || operands->count > command->operands_most)
        return command_usage(command);
    for (int i = 0; i < operands->count; i++)
        if (!argument_read(arena, command->name, &command->operand, operands->at[i], &given))
            return STATUS_USAGE;
    return STATUS_OK;
}

/* ---- all of it ---- */

enum status command_line_read(struct arena *arena, const struct invocation *invocation,
                              const struct command *command, option_take *take, void *request,
                              struct operands *operands)
{
    const struct forms forms = make_forms(arena, command);
    *operands = (struct operands){0};
    opterr = 0;
    optind = 0; /* from the start, whatever was read before */
    for (int got; (got = getopt_long(invocation->argc, invocation->argv, forms.letters, forms.longs,
                                     NULL)) != -1;) {
        if (got == '?' || got == ':')
            return refuse_option(arena, command, &forms, invocation->argv[optind - 1], got == ':');
        struct option_given given = {.option = find_option(command, got)};
        const char *name = str_format(arena, "--%s", given.option->name).at;
        if (given.option->argument.kind &&
            !argument_read(arena, name, &given.option->argument, optarg, &given))
            return STATUS_USAGE;
        if (given.option->key == OPTION_HELP)
            operands->help = true;
        else
            take(arena, request, &given);
    }
    operands->at = invocation->argv + optind;
    operands->count = invocation->argc - optind;
    if (operands->help)
        return command_print_help(arena, command), STATUS_OK;
    return check_operands(arena, command, operands);
}
