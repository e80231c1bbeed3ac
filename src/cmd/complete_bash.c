/* Completion for bash. */
#include "cmd/completion.h"

/* Bash takes `--format=js` for three words. */
static const char head[] =
    "# Completion for bash, made by: councilbrief completion bash\n"
    "\n"
    "_councilbrief_reply() { # a kind of argument, the word so far, the words there are\n"
    "    case $1 in\n"
    "    folder | file | spec) compopt -o filenames 2>/dev/null ;;\n"
    "    esac\n"
    "    mapfile -t COMPREPLY < <(\n"
    "        case $1 in\n"
    "        word) compgen -W \"$3\" -- \"$2\" ;;\n"
    "        folder) compgen -d -- \"$2\" ;;\n"
    "        file) compgen -f -- \"$2\" ;;\n"
    "        spec)\n"
    "            compgen -d -- \"$2\"\n"
    "            compgen -f -X '!*.yaml' -- \"$2\"\n"
    "            compgen -f -X '!*.yml' -- \"$2\"\n"
    "            ;;\n"
    "        code) compgen -W \"$(\"${COMP_WORDS[0]}\" explain 2>/dev/null | cut -d ' ' -f 1)\" -- "
    "\"$2\" ;;\n"
    "        template | theme) compgen -W \"$(";

static const char middle[] =
    " \"$1\")\" -- \"$2\" ;;\n"
    "        esac\n"
    "    )\n"
    "}\n"
    "\n"
    "_councilbrief() {\n"
    "    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}\n"
    "    COMPREPLY=()\n"
    "    if [ \"$word\" = = ]; then\n"
    "        word=\n"
    "    elif [ \"$before\" = = ]; then\n"
    "        before=${COMP_WORDS[COMP_CWORD - 2]}\n"
    "    fi\n";

static const char *const kinds[] = {
    [ARGUMENT_WORD] = "word",
    [ARGUMENT_FILE] = "file",
    [ARGUMENT_FOLDER] = "folder",
    [ARGUMENT_SPEC] = "spec",
    [ARGUMENT_TEMPLATE] = "template",
    [ARGUMENT_THEME] = "theme",
    [ARGUMENT_CODE] = "code",
    [ARGUMENT_WARNINGS] = "code",
    [ARGUMENT_NONE] = "",
    [ARGUMENT_WORDS] = "word",
    [ARGUMENT_TEXT] = "",
    [ARGUMENT_NUMBER] = "",
    [ARGUMENT_DAY] = "",
};

static void write_reply(struct buf *out, const struct argument *argument)
{
    if (*kinds[argument->kind])
        buf_addf(out, "_councilbrief_reply %s \"$word\"", kinds[argument->kind]);
    else
        buf_addz(out, ":"); /* nothing can be offered, and no file */
    if (argument->word) {
        buf_addz(out, " '");
        shell_words(out, argument);
        buf_byte(out, '\'');
    }
    buf_addz(out, " ;;\n");
}

static void write_argument(struct buf *out, const struct command *command,
                           const struct command_option *option)
{
    buf_addf(out, "    '%s --%s'", command->name, option->name);
    if (option->also)
        buf_addf(out, " | '%s --%s'", command->name, option->also);
    if (option->letter)
        buf_addf(out, " | '%s -%c'", command->name, option->letter);
    buf_addz(out, ") ");
    write_reply(out, &option->argument);
}

static void write_command(struct buf *out, const struct command *command)
{
    const struct command_option *option;
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        if (option->argument.kind)
            write_argument(out, command, option);
    buf_addf(out,
             "    '%s '*)\n        case $word in\n        -*) _councilbrief_reply word \"$word\" '",
             command->name);
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        buf_addf(out, "%s--%s", i ? " " : "", option->name);
    buf_addz(out, "' ;;\n        *) ");
    write_reply(out, &command->operand);
    buf_addz(out, "        esac\n        ;;\n");
}

static void write(struct buf *out, const struct command *const *all)
{
    buf_addz(out, head);
    shell_names(out);
    buf_addz(out, middle);
    buf_addz(out, "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                  "        _councilbrief_reply word \"$word\" '");
    for (size_t i = 0; all[i]; i++)
        buf_addf(out, "%s ", all[i]->name);
    buf_addz(out, "--help --version'\n        return\n    fi\n"
                  "    case \"${COMP_WORDS[1]} $before\" in\n");
    for (size_t i = 0; all[i]; i++)
        write_command(out, all[i]);
    buf_addz(out, "    esac\n}\n\ncomplete -F _councilbrief councilbrief\n");
}

const struct shell shell_bash = {"bash", write};
