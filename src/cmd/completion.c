/* councilbrief completion: a script with which a shell completes command lines. */
#include "cmd/completion.h"

static const struct shell *const shells[] = {&shell_bash, &shell_zsh, &shell_fish};

static const char *shell_word(size_t index)
{
    return index < sizeof shells / sizeof *shells ? shells[index]->name : NULL;
}

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct command_line line;
    enum status status = command_line_read(arena, invocation, &command_completion, NULL, &line);
    if (status == STATUS_OK && !line.help) {
        struct option_given given;
        struct buf script = {.arena = arena};
        argument_read(arena, "SHELL", &command_completion.operand, line.operands[0], &given);
        shells[given.number]->write(&script, invocation->commands);
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
