/* councilbrief check: says what is wrong with specifications and writes nothing. */
#include "cmd/run.h"

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct options options;
    enum status status = options_read(arena, invocation, &command_check, &options);
    if (status == STATUS_OK && !options.help)
        status = run_jobs(arena, &options, RUN_CHECK);
    arena_free(arena);
    return status;
}

const struct command command_check = {
    .name = "check",
    .summary = "Checks specifications as build would, to the last page, and writes nothing.",
    .options = options_of_check,
    .operand = {.kind = ARGUMENT_SPEC, .name = "SPEC..."},
    .operands_least = 1,
    .operands_most = MANY_OPERANDS,
    .run = run,
};
