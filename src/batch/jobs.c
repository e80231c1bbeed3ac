/* From the specifications named on the command line to a list of jobs. */
#include "batch/jobs.h"

#include "base/shown.h"
#include "base/utf8.h"
#include "batch/batch_codes.h"
#include "diag/diag.h"
#include "files/files_codes.h"
#include "files/input.h"
#include "files/path.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

struct job_list {
    struct job *items;
    size_t count, capacity;
};

/* out/norfolk.pdf for inputs/norfolk.yaml */
static const char *output_of(struct arena *arena, const char *input,
                             const struct job_outputs *outputs, const struct product *product)
{
    return str_format(arena, "%s/" STR_FMT "%s%s", outputs->folder,
                      STR_ARG(specification_name(input)), product->of_a_look ? outputs->suffix : "",
                      product->suffix)
        .at;
}

/* ---- what files are called ---- */

/* Of a template that no job has asked for yet; what is wrong with it is told by those that do. */
static enum paper_length usual_length(const struct env *env, const char *template)
{
    struct diags unheard;
    diags_init(&unheard, env->arena);
    const char *path = str_format(env->arena, "%s/%s/template.yaml", env->templates, template).at;
    const struct template_lengths *lengths = template_lengths_read(env->arena, &unheard, path);
    return lengths ? (enum paper_length)lengths->usual : LENGTH_STANDARD;
}

const char *job_suffix(const struct env *env)
{
    static const char usual[] = "briefing";
    const char *template = env->template_name ? env->template_name : usual;
    struct buf suffix = {.arena = env->arena};
    if (strcmp(template, usual) != 0)
        buf_addf(&suffix, "-%s", template);
    if (env->length && env->length != usual_length(env, template))
        buf_addf(&suffix, "-%s", length_words[env->length - 1].id);
    buf_addz(&suffix, variant_suffix(env->variant));
    return str_z(env->arena, buf_str(&suffix));
}

const char *job_output(const struct job *job)
{
    for (size_t i = 0; products[i]; i++)
        if (job->outputs[i])
            return job->outputs[i];
    return NULL;
}

static const char *name_fault(struct str name)
{
    if (utf8_check(name) < name.len)
        return "is not UTF-8 text";
    for (size_t at = 0; at < name.len;)
        if (shown_is_hidden(utf8_next(name, &at)))
            return "holds a character that cannot be seen";
    return NULL;
}

/* The manifest could not hold such a name, and nobody could find the PDF by the path that is
   printed. */
static bool check_name(struct diags *diags, const char *name)
{
    const char *fault = name_fault(str_from(name));
    if (!fault)
        return true;
    struct diag *diag = diag_report_file(diags, &E934, name, "this name %s", fault);
    diag_hint(diags, diag, "rename it, with letters, digits and hyphens");
    return false;
}

static void add_job(struct arena *arena, struct diags *diags, struct job_list *jobs,
                    const char *input, const struct job_outputs *outputs)
{
    if (!check_name(diags, input))
        return;
    struct job *job = LIST_ADD(arena, jobs);
    struct job_input *only = ARENA_NEW(arena, struct job_input);
    only->path = input;
    job->inputs = only;
    job->count = 1;
    job->dump = outputs->dump;
    job->every_length = outputs->every_length;
    job->makes = outputs->makes;
    for (size_t i = 0; outputs->folder && products[i]; i++)
        if (product_is_in(outputs->makes, i))
            job->outputs[i] = output_of(arena, input, outputs, products[i]);
    for (size_t i = 0; products[i]; i++)
        if (products[i] == &product_facts)
            only->facts = job->outputs[i];
}

static bool is_listed(const struct folder_names *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_is(name, names->items[i]))
            return true;
    return false;
}

/* A file beside a table that describes it: `actions.csv.yaml` for `actions.csv`. */
static bool is_note_of_table(const struct folder_names *names, struct str name)
{
    struct str table = str_part(name, 0, name.len - specification_ending(name));
    return str_ends(table, ".csv") && is_listed(names, table);
}

static void add_folder(struct arena *arena, struct diags *diags, struct job_list *jobs,
                       const char *folder, const struct job_outputs *outputs)
{
    struct folder_names names;
    if (!folder_list(arena, folder, &names)) {
        diag_report_file(diags, &E101, folder, "the folder cannot be read: %s", strerror(errno));
        return;
    }
    size_t found = 0, len = strlen(folder);
    const char *between = len && folder[len - 1] == '/' ? "" : "/";
    for (size_t i = 0; i < names.count; i++) {
        struct str name = str_from(names.items[i]);
        if (!specification_ending(name) || is_note_of_table(&names, name))
            continue;
        const char *path = str_format(arena, "%s%s%s", folder, between, names.items[i]).at;
        add_job(arena, diags, jobs, path, outputs);
        found++;
    }
    if (!found)
        diag_report_file(diags, &E903, folder, "this folder holds no specification");
}

static const char *name_of(const struct job *job)
{
    return job_output(job) ? job_output(job) : job->inputs->path;
}

static int by_name(const void *left, const void *right)
{
    const struct job *a = *(const struct job *const *)left, *b = *(const struct job *const *)right;
    int order = strcmp(name_of(a), name_of(b));
    return order ? order : (a > b) - (a < b); /* in the order in which they were named */
}

/* Sorted once, so that ten thousand specifications cost little more than ten. */
static const struct job **sorted_jobs(struct arena *arena, const struct job_list *jobs)
{
    const struct job **sorted = ARENA_ARRAY(arena, const struct job *, jobs->count);
    for (size_t i = 0; i < jobs->count; i++)
        sorted[i] = &jobs->items[i];
    if (jobs->count)
        qsort(sorted, jobs->count, sizeof *sorted, by_name);
    return sorted;
}

static void refuse_shared_outputs(struct arena *arena, struct diags *diags,
                                  const struct job_list *jobs)
{
    const struct job **sorted = sorted_jobs(arena, jobs);
    for (size_t i = 1; i < jobs->count; i++)
        if (strcmp(job_output(sorted[i - 1]), job_output(sorted[i])) == 0)
            diag_report_file(diags, &E902, job_output(sorted[i]),
                             "both `%s` and `%s` would become this", sorted[i - 1]->inputs->path,
                             sorted[i]->inputs->path);
}

/* ---- parts ---- */

/* By turns over the list in the order of names, so that parts are alike large; each keeps the order
   in which its jobs were named. */
static struct jobs shard_of(struct arena *arena, const struct job_list *jobs, struct shard shard)
{
    const struct job **sorted = sorted_jobs(arena, jobs);
    bool *is_chosen = ARENA_ARRAY(arena, bool, jobs->count);
    struct job *parted = ARENA_ARRAY(arena, struct job, jobs->count);
    size_t count = 0, others = 0;
    for (size_t i = 0; i < jobs->count; i++)
        is_chosen[sorted[i] - jobs->items] = i % (size_t)shard.of == (size_t)shard.part - 1;
    for (size_t i = 0; i < jobs->count; i++)
        if (is_chosen[i])
            parted[count++] = jobs->items[i];
    for (size_t i = 0; i < jobs->count; i++)
        if (!is_chosen[i])
            parted[count + others++] = jobs->items[i];
    return (struct jobs){parted, count, parted + count, others};
}

static const struct job *job_of_all(const struct jobs *jobs, size_t i)
{
    return i < jobs->count ? &jobs->items[i] : &jobs->others[i - jobs->count];
}

struct str jobs_names(struct arena *arena, const struct jobs *jobs)
{
    struct job_list all = {0};
    struct buf names = {.arena = arena};
    for (size_t i = 0; i < jobs->count + jobs->other_count; i++)
        *LIST_ADD(arena, &all) = *job_of_all(jobs, i);
    const struct job **sorted = sorted_jobs(arena, &all);
    for (size_t i = 0; i < all.count; i++) {
        const char *name = name_of(sorted[i]), *slash = strrchr(name, '/');
        buf_addf(&names, "%s\n%s\n", slash ? slash + 1 : name, sorted[i]->inputs->path);
    }
    return hash_text(arena, buf_str(&names));
}

struct jobs jobs_list(struct arena *arena, struct diags *diags, char *const *specs, int count,
                      const struct job_outputs *outputs)
{
    struct job_list jobs = {0};
    if (outputs->folder)
        check_name(diags, outputs->folder);
    for (int i = 0; i < count; i++) {
        struct stat info;
        if (stat(specs[i], &info) == 0 && S_ISDIR(info.st_mode))
            add_folder(arena, diags, &jobs, specs[i], outputs);
        else
            add_job(arena, diags, &jobs, specs[i], outputs);
    }
    if (outputs->folder)
        refuse_shared_outputs(arena, diags, &jobs);
    if (outputs->shard.of && !diags->errors)
        return shard_of(arena, &jobs, outputs->shard);
    return (struct jobs){.items = jobs.items, .count = jobs.count};
}
