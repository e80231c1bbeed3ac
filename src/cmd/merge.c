/* councilbrief merge: the parts of a run that several machines shared become one folder. */
#include "cmd/run_options.h"

#include "batch/lock.h"
#include "batch/manifest/merge.h"

static enum status status_of(const struct diags *diags)
{
    if (!diags->errors)
        return STATUS_OK;
    return job_refusal(diags) == JOB_FAILED ? STATUS_ENVIRONMENT : STATUS_REFUSED;
}

static enum status merge(struct arena *arena, const struct options *options)
{
    struct diags diags;
    struct diag_output output = {options->format, options->style, stderr, false};
    diags_init(&diags, arena);
    diag_output_begin(&output);
    int lock = lock_folder(arena, &diags, options->out_folder);
    if (lock >= 0)
        manifest_merge(arena, &diags, options->out_folder, options->specs,
                       (size_t)options->spec_count);
    fflush(stdout);
    diag_output_add(&output, &diags);
    diag_output_end(&output);
    lock_release(lock);
    return status_of(&diags);
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct options options;
    enum status status = options_read(arena, call, &command_merge, &options);
    if (status == STATUS_OK && !options.help)
        status = merge(arena, &options);
    arena_free(arena);
    return status;
}

const struct command command_merge = {
    .name = "merge",
    .summary = "Makes one folder of those that `build --shard` filled, as one run would have.",
    .options = options_of_merge,
    .operand = {.kind = ARGUMENT_FOLDER, .name = "FOLDER..."},
    .operands_least = 1,
    .operands_most = MANY_OPERANDS,
    .run = run,
};
