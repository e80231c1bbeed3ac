/* Does one job for whoever asks: from its specification to the bytes of its files and a reply, and
   from these to whole files on the disk. It knows no process, limit, signal or socket. */
#include "batch/work.h"

#include "batch/manifest/entry.h"
#include "batch/manifest/manifest.h"

#include <errno.h>
#include <unistd.h>

static struct str rendered(struct arena *arena, const struct work *work, const struct diags *diags)
{
    struct buf text = {.arena = arena};
    if (diags)
        work->format->write(&text, diags, work->style);
    return buf_str(&text);
}

/* What the template is refused for comes before what the specification is. */
static struct str first_error(struct arena *arena, const struct diags *diags)
{
    struct str shared = diags->shared ? diags_first_error(arena, diags->shared) : STR_NONE;
    return shared.len ? shared : diags_first_error(arena, diags);
}

void work_open(struct arena *arena, const struct work *work, size_t job, struct output *outputs)
{
    for (size_t i = 0; i < PRODUCTS_MOST; i++) {
        const char *path = work->jobs->items[job].outputs[i];
        outputs[i] = (struct output){.descriptor = -1};
        if (path)
            output_open(arena, &outputs[i], path);
    }
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
    reply.result = job_run(work->env, job, &diags, &made);
    if (reply.result == JOB_DONE) {
        age_note(&diags, work, job, &made);
        if (names_refuse(arena, &diags, work, job, &made) || diags.errors)
            reply.result = JOB_REFUSED;
    }
    reply.warnings = diags.warnings;
    reply.texts[REPLY_DUMP] = made.dump;
    reply.texts[REPLY_SHARED] = rendered(arena, work, diags.shared);
    reply.texts[REPLY_OWN] = rendered(arena, work, &diags);
    reply.texts[REPLY_SINCE] = moved_text(arena, made.since);
    reply.texts[REPLY_ERROR] = first_error(arena, &diags);
    for (size_t i = 0; reply.result == JOB_DONE && products[i]; i++)
        if (job->outputs[i])
            reply.files[i] = made.files[i].bytes;
    if (reply.result == JOB_DONE && job_output(job) && work->common.len) {
        struct group group = group_of(arena, diags.shared);
        reply.texts[REPLY_GROUP] = group.line;
        reply.texts[REPLY_ENTRY] = entry_line(arena, work, job, &made, &diags, group.id);
    }
    return reply;
}

void work_fill(const struct reply *reply, const int *descriptors, int *errors)
{
    for (size_t i = 0; i < PRODUCTS_MOST; i++) {
        errors[i] = NOT_MADE;
        if (reply->files[i].at)
            errors[i] = descriptors[i] < 0 ? EMFILE : output_fill(descriptors[i], reply->files[i]);
        else if (descriptors[i] >= 0)
            close(descriptors[i]);
    }
}

static bool place(struct arena *arena, struct diags *diags, struct output *outputs,
                  const int *errors)
{
    for (size_t i = 0; i < PRODUCTS_MOST; i++)
        if (errors[i] == NOT_MADE)
            outputs_drop(arena, &outputs[i], 1);
        else if (!outputs[i].error)
            outputs[i].error = errors[i];
    return outputs_place(arena, diags, outputs, PRODUCTS_MOST);
}

void work_place(struct arena *arena, const struct work *work, struct output *outputs,
                const int *errors, struct reply *reply)
{
    struct diags diags;
    diags_init(&diags, arena);
    diags.strict = work->strict;
    if (reply->result != JOB_DONE) {
        outputs_drop(arena, outputs, PRODUCTS_MOST);
    } else if (!place(arena, &diags, outputs, errors)) {
        reply->result = JOB_FAILED;
        reply->texts[REPLY_PLACED] = rendered(arena, work, &diags);
        reply->texts[REPLY_ERROR] = diags_first_error(arena, &diags);
        reply->texts[REPLY_ENTRY] = STR_NONE;
    }
}
