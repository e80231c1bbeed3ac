/* Does one job for whoever asks: from its specification to files on the disk and a reply. It knows
   no process, limit, signal or socket. */
#include "batch/work.h"

#include "batch/manifest/entry.h"
#include "files/output.h"

static struct str rendered(struct arena *arena, const struct work *work, const struct diags *diags)
{
    struct buf text = {.arena = arena};
    if (diags)
        work->format->write(&text, diags, work->style);
    return buf_str(&text);
}

/* All files together, or none of them. */
static bool write_files(struct diags *diags, const struct job *job, const struct job_made *made)
{
    struct output_file files[PRODUCTS_MOST];
    size_t count = 0;
    for (size_t i = 0; products[i]; i++)
        if (job->outputs[i] && made->files[i].bytes.at)
            files[count++] = (struct output_file){job->outputs[i], made->files[i].bytes};
    return output_write_together(diags->arena, diags, files, count);
}

static enum job_result make_and_write(const struct work *work, const struct job *job,
                                      struct diags *diags, struct job_made *made)
{
    enum job_result result = job_run(work->env, job, diags, made);
    if (result == JOB_DONE && !write_files(diags, job, made))
        return JOB_FAILED;
    return result;
}

struct reply work_do(struct arena *arena, const struct work *work, size_t index)
{
    const struct job *job = &work->jobs->items[index];
    struct reply reply = {.job = index};
    struct job_made made = {0};
    struct diags diags;
    diags_init(&diags, arena);
    diags.strict = work->strict;
    diags.inputs = inputs_new(arena);
    diags.inputs->bounds = path_bounds(arena, work->env->project, job->inputs->path);
    reply.result = make_and_write(work, job, &diags, &made);
    reply.warnings = diags.warnings;
    reply.texts[REPLY_DUMP] = made.dump;
    reply.texts[REPLY_SHARED] = rendered(arena, work, diags.shared);
    reply.texts[REPLY_OWN] = rendered(arena, work, &diags);
    if (reply.result == JOB_DONE && job_output(job) && work->common.len) {
        struct group group = group_of(arena, diags.shared);
        reply.texts[REPLY_GROUP] = group.line;
        reply.texts[REPLY_ENTRY] = entry_line(arena, work, job, &made, &diags, group.id);
    }
    return reply;
}
