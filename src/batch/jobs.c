/* From the specifications named on the command line to a list of jobs. */
#include "batch/jobs.h"

#include "base/diag.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct job_list {
    struct job *items;
    size_t count, capacity;
};

static bool is_specification(struct str name)
{
    return name.at[0] != '.' && (str_ends(name, ".yaml") || str_ends(name, ".yml"));
}

/* out/norfolk.pdf for inputs/norfolk.yaml */
static const char *output_of(struct arena *arena, const char *input,
                             const struct job_outputs *outputs)
{
    const char *slash = strrchr(input, '/');
    struct str name = str_from(slash ? slash + 1 : input);
    if (is_specification(name))
        name = str_part(name, 0, name.len - (str_ends(name, ".yaml") ? 5 : 4));
    return str_format(arena, "%s/" STR_FMT "%s.pdf", outputs->folder, STR_ARG(name),
                      outputs->suffix)
        .at;
}

static void add_job(struct arena *arena, struct job_list *jobs, const char *input,
                    const struct job_outputs *outputs)
{
    struct job *job = LIST_ADD(arena, jobs);
    job->input = input;
    job->output = outputs->folder ? output_of(arena, input, outputs) : NULL;
}

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

static void add_folder(struct arena *arena, struct diags *diags, struct job_list *jobs,
                       const char *folder, const struct job_outputs *outputs)
{
    DIR *entries = opendir(folder);
    if (!entries) {
        diag_report_file(diags, E101, folder, "the folder cannot be read: %s", strerror(errno));
        return;
    }
    LIST(const char *) paths = {0};
    size_t len = strlen(folder);
    const char *between = len && folder[len - 1] == '/' ? "" : "/";
    for (struct dirent *entry; (entry = readdir(entries));)
        if (is_specification(str_from(entry->d_name)))
            *LIST_ADD(arena, &paths) =
                str_format(arena, "%s%s%s", folder, between, entry->d_name).at;
    closedir(entries);
    if (!paths.count) {
        diag_report_file(diags, E903, folder, "this folder holds no specification");
        return;
    }
    qsort(paths.items, paths.count, sizeof *paths.items, by_name);
    for (size_t i = 0; i < paths.count; i++)
        add_job(arena, jobs, paths.items[i], outputs);
}

static int by_output(const void *left, const void *right)
{
    const struct job *a = *(const struct job *const *)left, *b = *(const struct job *const *)right;
    return strcmp(a->output, b->output);
}

/* Sorted once, so that ten thousand specifications are no harder than ten. */
static void refuse_shared_outputs(struct arena *arena, struct diags *diags,
                                  const struct job_list *jobs)
{
    const struct job **sorted = ARENA_ARRAY(arena, const struct job *, jobs->count);
    for (size_t i = 0; i < jobs->count; i++)
        sorted[i] = &jobs->items[i];
    if (jobs->count)
        qsort(sorted, jobs->count, sizeof *sorted, by_output);
    for (size_t i = 1; i < jobs->count; i++)
        if (strcmp(sorted[i - 1]->output, sorted[i]->output) == 0)
            diag_report_file(diags, E902, sorted[i]->output, "both `%s` and `%s` would become this",
                             sorted[i - 1]->input, sorted[i]->input);
}

struct jobs jobs_list(struct arena *arena, struct diags *diags, char *const *specs, int count,
                      const struct job_outputs *outputs)
{
    struct job_list jobs = {0};
    for (int i = 0; i < count; i++) {
        struct stat info;
        if (stat(specs[i], &info) == 0 && S_ISDIR(info.st_mode))
            add_folder(arena, diags, &jobs, specs[i], outputs);
        else
            add_job(arena, &jobs, specs[i], outputs);
    }
    if (outputs->folder)
        refuse_shared_outputs(arena, diags, &jobs);
    return (struct jobs){jobs.items, jobs.count};
}
