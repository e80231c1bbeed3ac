/* Compares what the manifest says with what is there now. */
#include "batch/manifest/manifest.h"

#include "batch/manifest/entry.h"
#include "derive/england.h"
#include "files/input.h"

/* A group of shared files is checked once in a run. */
struct group_state {
    struct str id;
    bool unchanged;
    size_t warnings;
    struct input_list inputs;
    struct str rendered; /* its diagnostics */
};

struct up_to_date {
    struct arena *arena;
    const struct work *work;
    const struct manifest *manifest;
    struct file_watch watch;
    LIST(struct group_state) groups;
};

struct up_to_date *up_to_date_new(struct arena *arena, const struct work *work,
                                  const struct manifest *manifest, const struct file_watch *watch)
{
    struct up_to_date *earlier = ARENA_NEW(arena, struct up_to_date);
    *earlier =
        (struct up_to_date){.arena = arena, .work = work, .manifest = manifest, .watch = *watch};
    return earlier;
}

/* ---- files ---- */

static bool is_unchanged(const struct up_to_date *earlier, struct arena *arena,
                         const struct bounds *bounds, const struct input *input)
{
    if (input->question.len)
        return england_unchanged(earlier->work->env->tables, arena, bounds,
                                 earlier->work->env->frameworks, input);
    if (input->column.len)
        return tables_unchanged(earlier->work->env->tables, arena, bounds, input);
    return str_equal(hash_file(arena, str_z(arena, input->path), &earlier->watch), input->hash);
}

static bool are_unchanged(const struct up_to_date *earlier, struct arena *arena,
                          const struct bounds *bounds, struct input_list inputs)
{
    for (size_t i = 0; i < inputs.count; i++)
        if (!is_unchanged(earlier, arena, bounds, &inputs.items[i]))
            return false;
    return true;
}

/* ---- diagnostics ---- */

/* All files whose contents are known to be as they were. */
struct known_files {
    struct table_store *tables;
    struct arena *arena;
    const struct bounds *bounds;
    struct input_list own, group;
    const struct inputs *common;
};

/* Other rows of a table may have moved the places of what was reported. */
static bool lists(const struct known_files *files, struct input_list inputs, struct str path)
{
    for (size_t i = 0; i < inputs.count; i++)
        if (str_equal(inputs.items[i].path, path) && !inputs.items[i].question.len)
            return !inputs.items[i].column.len ||
                   tables_unmoved(files->tables, files->arena, files->bounds, &inputs.items[i]);
    return false;
}

static bool is_known(void *context, struct str path)
{
    const struct known_files *files = context;
    const struct input_list common = {files->common->list.items, files->common->list.count};
    return lists(files, files->own, path) || lists(files, files->group, path) ||
           lists(files, common, path);
}

/* Strictness turns warnings into errors, so a briefing that has any must be built again. */
static bool tell_again(const struct up_to_date *earlier, struct arena *arena,
                       const struct json_list *stored, struct known_files files,
                       struct str *rendered, size_t *warnings)
{
    struct diags diags;
    diags_init(&diags, arena);
    diags.strict = earlier->work->strict;
    diags.inputs = inputs_new(arena);
    diags.inputs->bounds = *files.bounds;
    if (!stored_diags_places(stored, is_known, &files) || !stored_diags_read(&diags, stored) ||
        diags.errors)
        return false;
    struct buf text = {.arena = arena};
    earlier->work->format->write(&text, &diags, earlier->work->style);
    *rendered = buf_str(&text);
    *warnings = diags.warnings;
    return true;
}

/* ---- groups ---- */

static void look_at(struct up_to_date *earlier, struct group_state *state)
{
    struct entry entry;
    struct str line = manifest_group(earlier->manifest, state->id);
    state->unchanged =
        line.len && entry_parse(earlier->arena, line, &entry) &&
        are_unchanged(earlier, earlier->arena, &earlier->work->env->bounds, entry.inputs);
    if (!state->unchanged)
        return;
    const struct env *env = earlier->work->env;
    struct known_files files = {.tables = env->tables,
                                .arena = earlier->arena,
                                .bounds = &env->bounds,
                                .group = entry.inputs,
                                .common = env->inputs};
    state->inputs = entry.inputs;
    state->unchanged = tell_again(earlier, earlier->arena, entry.diagnostics, files,
                                  &state->rendered, &state->warnings);
}

static const struct group_state *group_state(struct up_to_date *earlier, struct str id)
{
    for (size_t i = 0; i < earlier->groups.count; i++)
        if (str_equal(earlier->groups.items[i].id, id))
            return &earlier->groups.items[i];
    struct group_state *state = LIST_ADD(earlier->arena, &earlier->groups);
    state->id = str_copy(earlier->arena, id);
    look_at(earlier, state);
    return state;
}

/* ---- briefings ---- */

/* What was reported of a briefing may point into its own files, and into those of templates. */
static struct bounds bounds_of(struct arena *arena, const struct env *env, const struct job *job)
{
    struct bounds bounds = path_bounds(arena, env->project, job->inputs->path);
    bounds.folders[1] = path_real(arena, env->templates);
    bounds.folders[2] = env->bounds.folders[2];
    return bounds;
}

/* The hash that a file had when it was written; absent when it was not written. */
static struct str written_hash(const struct entry *entry, const char *path)
{
    struct str name = entry_name(path);
    if (str_equal(name, entry->output))
        return entry->hash;
    for (size_t i = 0; i < entry->others.count; i++)
        if (str_equal(name, entry->others.items[i].path))
            return entry->others.items[i].hash;
    return STR_NONE;
}

/* Is each file that is asked for as it was written? */
static bool are_as_written(const struct up_to_date *earlier, struct arena *arena,
                           const struct job *job, const struct entry *entry)
{
    for (size_t i = 0; products[i]; i++) {
        if (!job->outputs[i])
            continue;
        struct str hash = written_hash(entry, job->outputs[i]);
        if (!hash.len || !str_equal(hash_file(arena, job->outputs[i], &earlier->watch), hash))
            return false;
    }
    return true;
}

bool up_to_date_check(struct up_to_date *earlier, struct arena *arena, size_t index,
                      struct reply *reply)
{
    const struct work *work = earlier->work;
    const struct job *job = &work->jobs->items[index];
    struct entry entry;
    struct str line = manifest_briefing(earlier->manifest, entry_output(job));
    if (!line.len || !entry_parse(arena, line, &entry) ||
        !str_is(entry.specification, job->inputs->path) ||
        !str_equal(entry.options, work->options) || !str_equal(entry.common, work->common))
        return false;
    const struct bounds bounds = bounds_of(arena, work->env, job);
    if (!are_as_written(earlier, arena, job, &entry) ||
        !are_unchanged(earlier, arena, &bounds, entry.inputs))
        return false;
    const struct group_state *group = group_state(earlier, entry.group);
    if (!group->unchanged)
        return false;
    struct known_files files = {work->env->tables, arena,         &bounds,
                                entry.inputs,      group->inputs, work->env->inputs};
    *reply = (struct reply){.job = index, .result = JOB_DONE, .unchanged = true};
    reply->texts[REPLY_SHARED] = group->rendered;
    return tell_again(earlier, arena, entry.diagnostics, files, &reply->texts[REPLY_OWN],
                      &reply->warnings);
}
