/* Completion for zsh. */
#include "cmd/completion.h"

/* What _arguments does with a kind of argument; a blank before a command keeps its words as they
 * are. */
static const char *const actions[] = {
    [ARGUMENT_NONE] = "",
    [ARGUMENT_TEXT] = " ",
    [ARGUMENT_WORD] = "",
    [ARGUMENT_WORDS] = "",
    [ARGUMENT_NUMBER] = " ",
    [ARGUMENT_DAY] = " ",
    [ARGUMENT_FILE] = "_files",
    [ARGUMENT_FOLDER] = "_files -/",
    [ARGUMENT_SPEC] = "_files -g \"*.(yaml|yml)\"",
    [ARGUMENT_TEMPLATE] = " _councilbrief_names template",
    [ARGUMENT_THEME] = " _councilbrief_names theme",
    [ARGUMENT_CODE] = "_councilbrief_codes",
    [ARGUMENT_WARNINGS] = "_councilbrief_codes",
};

static const char head[] =
    "#compdef councilbrief\n"
    "# Completion for zsh, made by: councilbrief completion zsh\n"
    "\n"
    "_councilbrief_codes() {\n"
    "    local -a codes\n"
    "    codes=(${(f)\"$(councilbrief explain 2>/dev/null | sed 's/  /:/')\"})\n"
    "    _describe code codes\n"
    "}\n"
    "\n"
    "_councilbrief_names() {\n"
    "    local -a names\n"
    "    names=(${(f)\"$(";

static const char middle[] = " \"$1\")\"})\n"
                             "    compadd -a names\n"
                             "}\n"
                             "\n"
                             "_councilbrief() {\n"
                             "    local -a commands\n"
                             "    commands=(\n";

static const char dispatch[] = "    )\n"
                               "    if ((CURRENT == 2)); then\n"
                               "        _describe command commands\n"
                               "        return\n"
                               "    fi\n"
                               "    shift words\n"
                               "    ((CURRENT--))\n"
                               "    case $words[1] in\n";

/* ":NAME:action", what stands behind an option. */
static void add_argument(struct buf *out, const struct argument *argument)
{
    if (argument->kind == ARGUMENT_NONE)
        return;
    buf_addf(out, ":%s:%s", argument->name, actions[argument->kind]);
    if (!argument->word)
        return;
    buf_byte(out, '(');
    shell_words(out, argument);
    buf_byte(out, ')');
}

static void write_form(struct buf *out, struct arena *arena, const struct command_option *option,
                       const char *form)
{
    struct buf spec = {.arena = arena};
    buf_addf(&spec, "%s[%s]", form, option->does);
    add_argument(&spec, &option->argument);
    buf_addz(out, " \\\n            ");
    shell_quote(out, str_z(arena, buf_str(&spec)));
}

static void write_option(struct buf *out, const struct command_option *option)
{
    struct arena *arena = out->arena;
    const char *joint = option->argument.kind ? "=" : "";
    write_form(out, arena, option, str_format(arena, "--%s%s", option->name, joint).at);
    if (option->also)
        write_form(out, arena, option, str_format(arena, "--%s%s", option->also, joint).at);
    if (option->letter)
        write_form(out, arena, option,
                   str_format(arena, "-%c%s", option->letter, *joint ? "+" : "").at);
}

static void write_command(struct buf *out, const struct command *command)
{
    const struct command_option *option;
    buf_addf(out, "    %s)\n        _arguments -S", command->name);
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        write_option(out, option);
    if (command->operand.name) {
        struct buf spec = {.arena = out->arena};
        buf_addz(&spec, command->operands_most > 1 ? "*" : "1");
        add_argument(&spec, &command->operand);
        buf_addz(out, " \\\n            ");
        shell_quote(out, str_z(out->arena, buf_str(&spec)));
    }
    buf_addz(out, "\n        ;;\n");
}

static void write(struct buf *out, const struct command *const *all)
{
    buf_addz(out, head);
    shell_names(out);
    buf_addz(out, middle);
    for (size_t i = 0; all[i]; i++) {
        buf_addz(out, "        ");
        shell_quote(out, str_format(out->arena, "%s:%s", all[i]->name, all[i]->summary).at);
        buf_byte(out, '\n');
    }
    buf_addz(out, dispatch);
    for (size_t i = 0; all[i]; i++)
        write_command(out, all[i]);
    buf_addz(out, "    esac\n}\n\n"
                  "if [ \"$funcstack[1]\" = _councilbrief ]; then\n"
                  "    _councilbrief \"$@\"\n"
                  "else\n"
                  "    compdef _councilbrief councilbrief\n"
                  "fi\n");
}

const struct shell shell_zsh = {"zsh", write};
