/* What lies in the folder under the names that this run gives, or under those that an earlier
   version gave: no paper takes the place of another, and what is left over is told. */
#include "batch/manifest/manifest.h"

#include "batch/batch_codes.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* ---- what a command line chose of a paper, out of its options ---- */

/* What can be in the name of a file. */
struct naming {
    struct str template, length; /* absent: nobody chose */
    bool large_print, greyscale;
};

static struct str next_word(struct str *rest)
{
    size_t end = str_find(*rest, ' ', 0);
    struct str word = str_part(*rest, 0, end);
    *rest = str_part(*rest, end < rest->len ? end + 1 : end, rest->len);
    return word;
}

/* `options` as command_line_read notes them: "--template committee --large-print". */
static struct naming naming_of(struct str options)
{
    struct naming naming = {0};
    while (options.len) {
        struct str word = next_word(&options);
        if (str_is(word, "--template"))
            naming.template = next_word(&options);
        else if (str_is(word, "--length"))
            naming.length = next_word(&options);
        else if (str_is(word, "--large-print"))
            naming.large_print = true;
        else if (str_is(word, "--greyscale"))
            naming.greyscale = true;
    }
    return naming;
}

struct str options_shown(struct str options)
{
    static const char unset[] = "SOURCE_DATE_EPOCH=";
    struct str rest = options;
    if (str_starts(options, unset) &&
        (options.len == sizeof unset - 1 || options.at[sizeof unset - 1] == ' '))
        rest = str_trim(str_part(options, sizeof unset - 1, options.len));
    return rest.len ? rest : STR("none");
}

bool names_are_alike(struct str one, struct str other)
{
    const struct naming a = naming_of(one), b = naming_of(other);
    return str_equal(a.template, b.template) && str_equal(a.length, b.length) &&
           a.large_print == b.large_print && a.greyscale == b.greyscale;
}

/* ---- another paper under the same name ---- */

/* A specification that now asks for another length or template makes the same paper anew; and one
   that went elsewhere is still the same one. */
static bool is_another(const struct entry *held, const struct work *work, const struct job *job,
                       const struct job_made *made)
{
    struct str length = str_from(length_words[made->length - 1].id);
    bool is_same_paper =
        str_equal(held->template, made->template) && str_equal(held->length, length);
    bool is_same_input = str_is(held->specification, job->inputs->path) ||
                         access(str_z(work->env->arena, held->specification), F_OK) != 0;
    return !(is_same_paper && is_same_input) && !names_are_alike(held->options, work->options);
}

bool names_refuse(struct arena *arena, struct diags *diags, const struct work *work,
                  const struct job *job, const struct job_made *made)
{
    struct entry held;
    const char *output = job_output(job);
    struct str line = output && work->manifest && made->length
                          ? manifest_briefing(work->manifest, entry_output(job))
                          : STR_NONE;
    if (!line.len || !entry_parse(arena, line, &held) || !held.length.len ||
        access(output, F_OK) != 0 || !is_another(&held, work, job, made))
        return false;
    struct diag *diag = diag_report_file(
        diags, &E130, output,
        "this is the " STR_FMT " paper of `" STR_FMT "` by the template `" STR_FMT
        "`, and the %s one of `%s` by `" STR_FMT "` would take its place",
        STR_ARG(held.length), STR_ARG(held.specification), STR_ARG(held.template),
        length_words[made->length - 1].id, job->inputs->path, STR_ARG(made->template));
    diag_hint(diags, diag, "build it into another folder with --output, or delete that file");
    return true;
}

/* ---- the same paper under another name ---- */

static int by_text(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

struct sorted {
    struct str *items;
    size_t count;
};

static bool is_in(const struct sorted *sorted, struct str text)
{
    return sorted->count &&
           bsearch(&text, sorted->items, sorted->count, sizeof *sorted->items, by_text);
}

static void sort_texts(struct sorted *sorted)
{
    if (sorted->count)
        qsort(sorted->items, sorted->count, sizeof *sorted->items, by_text);
}

/* Every file that this run writes, by the name that the manifest has for it. */
static struct sorted sorted_outputs(struct arena *arena, const struct jobs *jobs)
{
    struct sorted sorted = {ARENA_ARRAY(arena, struct str, jobs->count * PRODUCTS_MOST), 0};
    for (size_t i = 0; i < jobs->count; i++)
        for (size_t k = 0; k < PRODUCTS_MOST; k++)
            if (jobs->items[i].outputs[k])
                sorted.items[sorted.count++] = entry_name(jobs->items[i].outputs[k]);
    sort_texts(&sorted);
    return sorted;
}

static struct sorted sorted_inputs(struct arena *arena, const struct jobs *jobs)
{
    struct sorted sorted = {ARENA_ARRAY(arena, struct str, jobs->count), jobs->count};
    for (size_t i = 0; i < jobs->count; i++)
        sorted.items[i] = str_from(jobs->items[i].inputs->path);
    sort_texts(&sorted);
    return sorted;
}

static const char *output_of(const struct jobs *jobs, struct str input)
{
    size_t i = 0;
    while (!str_is(input, jobs->items[i].inputs->path))
        i++;
    return job_output(&jobs->items[i]);
}

void names_report_left_over(struct arena *arena, struct diags *diags, const struct work *work)
{
    const struct manifest *manifest = work->manifest;
    struct sorted outputs = sorted_outputs(arena, work->jobs);
    struct sorted inputs = sorted_inputs(arena, work->jobs);
    struct str line;
    for (size_t i = 0; (line = manifest_line_at(manifest, i)).len; i++) {
        struct entry entry;
        if (!entry_parse(arena, line, &entry) || is_in(&outputs, entry.output) ||
            !is_in(&inputs, entry.specification) || !names_are_alike(entry.options, work->options))
            continue;
        const char *path = manifest_file(arena, manifest, entry.output);
        if (access(path, F_OK) != 0)
            continue;
        struct diag *diag = diag_report_file(diags, &W102, path, "this paper is called `%s` now",
                                             output_of(work->jobs, entry.specification));
        diag_hint(diags, diag, "delete it, so that nobody takes it for the new one");
    }
}
