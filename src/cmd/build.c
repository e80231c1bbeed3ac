/* councilbrief build: specifications to PDF files. */
#include "cmd/run.h"

static enum status run(const struct invocation *invocation)
{
    struct arena *arena = arena_new();
    struct options options;
    enum status status = options_read(arena, invocation, &command_build, &options);
    if (status == STATUS_OK && !options.help)
        status = run_jobs(arena, &options, RUN_BUILD);
    arena_free(arena);
    return status;
}

const struct command command_build = {
    .name = "build",
    .summary = "Makes a PDF briefing from each specification; a folder stands for those in it.",
    .options = options_of_build,
    .operand = {.kind = ARGUMENT_SPEC, .name = "SPEC..."},
    .operands_least = 1,
    .operands_most = MANY_OPERANDS,
    .run = run,
};
