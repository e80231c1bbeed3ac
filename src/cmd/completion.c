/* councilbrief completion: a script with which a shell completes command lines, made from the table
   of commands. One part for each shell, and what they have in common. */
#include "cmd/option.h"

struct shell {
    const char *name;
    void (*write)(struct buf *out, const struct command *const *all);
};

/* ---- what the scripts have in common ---- */

/* A text in single quotes, as all three shells read it. */
static void shell_quote(struct buf *out, const char *text)
{
    buf_byte(out, '\'');
    for (; *text; text++)
        if (*text == '\'')
            buf_addz(out, "'\\''");
        else
            buf_byte(out, *text);
    buf_byte(out, '\'');
}

/* The words of an argument with spaces between them. */
static void shell_words(struct buf *out, const struct argument *argument)
{
    for (size_t i = 0; argument->word(i); i++)
        buf_addf(out, "%s%s", i ? " " : "", argument->word(i));
}

/* A command that prints the names of templates or of themes ("template" or "theme" as its
   argument). It is run by sh, whichever the shell. A template is a folder with a theme.yaml, a
   theme a file: here, else where the program was installed. */
static void shell_names(struct buf *out)
{
    buf_addz(out, "sh -c '"
                  "[ -d templates ] || cd \"" COUNCILBRIEF_DATADIR "\" 2>/dev/null || exit 0; "
                  "case $1 in "
                  "template) for f in templates/*/theme.yaml; do f=${f%/theme.yaml}; "
                  "[ ! -d \"$f\" ] || echo \"${f##*/}\"; done ;; "
                  "theme) for f in templates/themes/*.yaml; do "
                  "[ ! -e \"$f\" ] || basename \"$f\" .yaml; done ;; "
                  "esac' sh");
}

/* ---- bash ---- */

/* Bash splits `--format=js` into three words. */
static const char bash_head[] =
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

static const char bash_middle[] =
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

static const char *const bash_kinds[] = {
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
    [ARGUMENT_PART] = "",
};

static void bash_write_reply(struct buf *out, const struct argument *argument)
{
    if (*bash_kinds[argument->kind])
        buf_addf(out, "_councilbrief_reply %s \"$word\"", bash_kinds[argument->kind]);
    else
        buf_addz(out, ":"); /* nothing can be offered, not even a file */
    if (argument->word) {
        buf_addz(out, " '");
        shell_words(out, argument);
        buf_byte(out, '\'');
    }
    buf_addz(out, " ;;\n");
}

static void bash_write_argument(struct buf *out, const struct command *command,
                                const struct command_option *option)
{
    buf_addf(out, "    '%s --%s'", command->name, option->name);
    if (option->also)
        buf_addf(out, " | '%s --%s'", command->name, option->also);
    if (option->letter)
        buf_addf(out, " | '%s -%c'", command->name, option->letter);
    buf_addz(out, ") ");
    bash_write_reply(out, &option->argument);
}

static void bash_write_command(struct buf *out, const struct command *command)
{
    const struct command_option *option;
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        if (option->argument.kind)
            bash_write_argument(out, command, option);
    buf_addf(out,
             "    '%s '*)\n        case $word in\n        -*) _councilbrief_reply word \"$word\" '",
             command->name);
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        buf_addf(out, "%s--%s", i ? " " : "", option->name);
    buf_addz(out, "' ;;\n        *) ");
    bash_write_reply(out, &command->operand);
    buf_addz(out, "        esac\n        ;;\n");
}

static void bash_write(struct buf *out, const struct command *const *all)
{
    buf_addz(out, bash_head);
    shell_names(out);
    buf_addz(out, bash_middle);
    buf_addz(out, "    if [ \"$COMP_CWORD\" -eq 1 ]; then\n"
                  "        _councilbrief_reply word \"$word\" '");
    for (size_t i = 0; all[i]; i++)
        buf_addf(out, "%s ", all[i]->name);
    buf_addz(out, "--help --version'\n        return\n    fi\n"
                  "    case \"${COMP_WORDS[1]} $before\" in\n");
    for (size_t i = 0; all[i]; i++)
        bash_write_command(out, all[i]);
    buf_addz(out, "    esac\n}\n\ncomplete -F _councilbrief councilbrief\n");
}

/* ---- zsh ---- */

/* What _arguments does with a kind of argument; a space before a command keeps its words as they
   are. */
static const char *const zsh_actions[] = {
    [ARGUMENT_NONE] = "",
    [ARGUMENT_TEXT] = " ",
    [ARGUMENT_WORD] = "",
    [ARGUMENT_WORDS] = "",
    [ARGUMENT_NUMBER] = " ",
    [ARGUMENT_DAY] = " ",
    [ARGUMENT_PART] = " ",
    [ARGUMENT_FILE] = "_files",
    [ARGUMENT_FOLDER] = "_files -/",
    [ARGUMENT_SPEC] = "_files -g \"*.(yaml|yml)\"",
    [ARGUMENT_TEMPLATE] = " _councilbrief_names template",
    [ARGUMENT_THEME] = " _councilbrief_names theme",
    [ARGUMENT_CODE] = "_councilbrief_codes",
    [ARGUMENT_WARNINGS] = "_councilbrief_codes",
};

static const char zsh_head[] =
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

static const char zsh_middle[] = " \"$1\")\"})\n"
                                 "    compadd -a names\n"
                                 "}\n"
                                 "\n"
                                 "_councilbrief() {\n"
                                 "    local -a commands\n"
                                 "    commands=(\n";

static const char zsh_dispatch[] = "    )\n"
                                   "    if ((CURRENT == 2)); then\n"
                                   "        _describe command commands\n"
                                   "        return\n"
                                   "    fi\n"
                                   "    shift words\n"
                                   "    ((CURRENT--))\n"
                                   "    case $words[1] in\n";

/* ":NAME:action", which follows an option. */
static void zsh_add_argument(struct buf *out, const struct argument *argument)
{
    if (argument->kind == ARGUMENT_NONE)
        return;
    buf_addf(out, ":%s:%s", argument->name, zsh_actions[argument->kind]);
    if (!argument->word)
        return;
    buf_byte(out, '(');
    shell_words(out, argument);
    buf_byte(out, ')');
}

static void zsh_write_form(struct buf *out, struct arena *arena,
                           const struct command_option *option, const char *form)
{
    struct buf spec = {.arena = arena};
    buf_addf(&spec, "%s[%s]", form, option->does);
    zsh_add_argument(&spec, &option->argument);
    buf_addz(out, " \\\n            ");
    shell_quote(out, str_z(arena, buf_str(&spec)));
}

static void zsh_write_option(struct buf *out, const struct command_option *option)
{
    struct arena *arena = out->arena;
    const char *joint = option->argument.kind ? "=" : "";
    zsh_write_form(out, arena, option, str_format(arena, "--%s%s", option->name, joint).at);
    if (option->also)
        zsh_write_form(out, arena, option, str_format(arena, "--%s%s", option->also, joint).at);
    if (option->letter)
        zsh_write_form(out, arena, option,
                       str_format(arena, "-%c%s", option->letter, *joint ? "+" : "").at);
}

static void zsh_write_command(struct buf *out, const struct command *command)
{
    const struct command_option *option;
    buf_addf(out, "    %s)\n        _arguments -S", command->name);
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        zsh_write_option(out, option);
    if (command->operand.name) {
        struct buf spec = {.arena = out->arena};
        buf_addz(&spec, command->operands_most > 1 ? "*" : "1");
        zsh_add_argument(&spec, &command->operand);
        buf_addz(out, " \\\n            ");
        shell_quote(out, str_z(out->arena, buf_str(&spec)));
    }
    buf_addz(out, "\n        ;;\n");
}

static void zsh_write(struct buf *out, const struct command *const *all)
{
    buf_addz(out, zsh_head);
    shell_names(out);
    buf_addz(out, zsh_middle);
    for (size_t i = 0; all[i]; i++) {
        buf_addz(out, "        ");
        shell_quote(out, str_format(out->arena, "%s:%s", all[i]->name, all[i]->summary).at);
        buf_byte(out, '\n');
    }
    buf_addz(out, zsh_dispatch);
    for (size_t i = 0; all[i]; i++)
        zsh_write_command(out, all[i]);
    buf_addz(out, "    esac\n}\n\n"
                  "if [ \"$funcstack[1]\" = _councilbrief ]; then\n"
                  "    _councilbrief \"$@\"\n"
                  "else\n"
                  "    compdef _councilbrief councilbrief\n"
                  "fi\n");
}

/* ---- fish ---- */

/* What `complete` is given for a kind of argument: -x takes a value and no files. */
static const char *const fish_behind[] = {
    [ARGUMENT_NONE] = "",
    [ARGUMENT_TEXT] = " -x",
    [ARGUMENT_WORD] = " -x",
    [ARGUMENT_WORDS] = " -x",
    [ARGUMENT_NUMBER] = " -x",
    [ARGUMENT_DAY] = " -x",
    [ARGUMENT_PART] = " -x",
    [ARGUMENT_FILE] = " -r -F",
    [ARGUMENT_FOLDER] = " -x -a '(__fish_complete_directories)'",
    [ARGUMENT_SPEC] = " -a '(__fish_complete_suffix .yaml)'",
    [ARGUMENT_TEMPLATE] = " -x -a '(__councilbrief_names template)'",
    [ARGUMENT_THEME] = " -x -a '(__councilbrief_names theme)'",
    [ARGUMENT_CODE] = " -a '(councilbrief explain 2>/dev/null | string replace \"  \" \\t)'",
    [ARGUMENT_WARNINGS] = " -x -a '(councilbrief explain 2>/dev/null | string replace \"  \" \\t)'",
};

static void fish_add_argument(struct buf *out, const struct argument *argument)
{
    buf_addz(out, fish_behind[argument->kind]);
    if (!argument->word)
        return;
    buf_addz(out, " -a '");
    shell_words(out, argument);
    buf_byte(out, '\'');
}

static void fish_begin(struct buf *out, const struct command *command)
{
    buf_addf(out, "complete -c councilbrief -n '__fish_seen_subcommand_from %s'", command->name);
}

static void fish_write_option(struct buf *out, const struct command *command,
                              const struct command_option *option)
{
    fish_begin(out, command);
    if (option->letter)
        buf_addf(out, " -s %c", option->letter);
    buf_addf(out, " -l %s", option->name);
    if (option->also)
        buf_addf(out, " -l %s", option->also);
    fish_add_argument(out, &option->argument);
    buf_addz(out, " -d ");
    shell_quote(out, option->does);
    buf_byte(out, '\n');
}

static void fish_write_command(struct buf *out, const struct command *command)
{
    const struct command_option *option;
    buf_addf(out, "\ncomplete -c councilbrief -n __fish_use_subcommand -a %s -d ", command->name);
    shell_quote(out, command->summary);
    buf_byte(out, '\n');
    for (size_t i = 0; (option = command_option_at(command, i)); i++)
        fish_write_option(out, command, option);
    if (!command->operand.name)
        return;
    fish_begin(out, command);
    fish_add_argument(out, &command->operand);
    buf_byte(out, '\n');
}

static void fish_write(struct buf *out, const struct command *const *all)
{
    buf_addz(out, "# Completion for fish, made by: councilbrief completion fish\n\n"
                  "function __councilbrief_names\n    ");
    shell_names(out);
    buf_addz(out, " $argv[1]\nend\n\n"
                  "complete -c councilbrief -f\n"
                  "complete -c councilbrief -n __fish_use_subcommand -l help -l version\n");
    for (size_t i = 0; all[i]; i++)
        fish_write_command(out, all[i]);
}

/* ---- the command ---- */

static const struct shell shells[] = {
    {"bash", bash_write}, {"zsh", zsh_write}, {"fish", fish_write}};

static const char *shell_word(size_t index)
{
    return index < sizeof shells / sizeof *shells ? shells[index].name : NULL;
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_completion, NULL, &line);
    if (status == STATUS_OK && !line.help) {
        struct option_given given;
        struct buf script = {.arena = arena};
        argument_read(arena, "SHELL", &command_completion.operand, line.operands[0], &given);
        shells[given.number].write(&script, call->commands);
        status = command_print_text(buf_str(&script));
    }
    arena_free(arena);
    return status;
}

const struct command command_completion = {
    .name = "completion",
    .summary = "Prints a script with which bash, zsh or fish completes command lines.",
    .operand = {.kind = ARGUMENT_WORD, .name = "SHELL", .word = shell_word},
    .operands_least = 1,
    .operands_most = 1,
    .run = run,
};
