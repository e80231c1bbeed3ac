/* councilbrief build and check: what comes before and after the jobs, and the exit status. */
#include "cmd/run_options.h"

#include "batch/jobs.h"
#include "batch/lock.h"
#include "batch/run/run.h"
#include "edition.h"
#include "files/files_codes.h"
#include "files/output.h"
#include "files/path.h"

#include <errno.h>
#include <string.h>

enum run_mode { RUN_BUILD, RUN_CHECK };

/* One run of the program: what was asked for, and how it goes. */
struct run {
    const struct options *options;
    struct batch_request request;
    struct diag_output output;
    struct interrupts interrupts;
    int lock;         /* of the output folder; -1: none */
    bool has_no_page; /* its place is another file's */
};

static void report(struct run *run, const struct diags *diags)
{
    fflush(stdout);
    diag_output_add(&run->output, diags);
}

static void start_diags(const struct run *run, struct diags *diags, struct arena *arena)
{
    diags_init(diags, arena);
    diags->strict = run->request.strict;
}

/* ---- the status ---- */

static enum status status_of(const struct batch_counts *counts)
{
    if (counts->bugs)
        return STATUS_BUG;
    if (counts->failed || counts->failed_around)
        return STATUS_ENVIRONMENT;
    return counts->refused ? STATUS_REFUSED : STATUS_OK;
}

/* ---- the last line ---- */

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void add(struct buf *text, size_t count, const char *what)
{
    if (count)
        buf_addf(text, "%s%zu %s", text->len ? ", " : "", count, what);
}

static void add_rest(struct buf *text, const struct batch_counts *counts)
{
    add(text, counts->failed, "failed");
    add(text, counts->bugs, "crashed");
    add(text, counts->untried, "not tried");
}

/* "153 briefings: 150 built, 2 unchanged, 1 refused", and after a check "152 briefings ok, 1
   refused". */
static struct str summary(struct arena *arena, const struct batch_request *request,
                          const struct batch_counts *counts)
{
    struct buf text = {.arena = arena};
    if (request->is_check) {
        buf_addf(&text, "%zu briefing%s ok, %zu refused", counts->built, plural(counts->built),
                 counts->refused);
        add_rest(&text, counts);
        return buf_str(&text);
    }
    add(&text, counts->built, "built");
    add(&text, counts->unchanged, "unchanged");
    add(&text, counts->refused, "refused");
    add_rest(&text, counts);
    return str_format(arena, "%zu briefing%s%s" STR_FMT, counts->jobs, plural(counts->jobs),
                      text.len ? ": " : "", STR_ARG(buf_str(&text)));
}

/* Programs that read the diagnostics want nothing else among them. */
static void say_counts(const struct run *run, const struct account *account,
                       const struct batch_counts *counts)
{
    bool one_built = counts->jobs == 1 && counts->built + counts->unchanged == 1;
    if (!run->output.format->for_people || one_built)
        return;
    account_tell(account, stderr);
    fprintf(stderr, "councilbrief: " STR_FMT "\n",
            STR_ARG(summary(account->arena, &run->request, counts)));
}

/* ---- the page of --summary ---- */

/* Also of a run that did nothing: whoever looks at the page is told why. False when it cannot be
   written. */
static bool write_page(struct run *run, const struct account *account,
                       const struct batch_counts *counts, struct str failure)
{
    const char *path = run->options->summary;
    struct diags diags;
    struct str head =
        failure.len ? STR("No briefing was tried") : summary(account->arena, &run->request, counts);
    if (!path || run->has_no_page)
        return true;
    start_diags(run, &diags, account->arena);
    output_write(account->arena, &diags, path, account_page(account, head, failure));
    report(run, &diags);
    return !diags.errors;
}

/* Output that was lost, to a full disk or a closed pipe, must not look like success. */
static enum status check_stdout(struct run *run, struct arena *arena, enum status status)
{
    errno = 0; /* the reason for a failure long ago is no longer known */
    bool printed = fflush(stdout) == 0 && !ferror(stdout);
    if (printed || interrupts_pending(&run->interrupts))
        return status;
    int reason = errno;
    struct diags diags;
    start_diags(run, &diags, arena);
    diag_report_file(&diags, &E901, "standard output", "the output cannot be written%s%s",
                     reason ? ": " : "", reason ? strerror(reason) : "");
    report(run, &diags);
    clearerr(stdout); /* it has been reported */
    return STATUS_ENVIRONMENT;
}

/* ---- before the jobs ---- */

/* From here on no other run writes there. */
static bool take_folder(struct run *run, struct diags *diags, const char *folder)
{
    run->lock = lock_folder(diags->arena, diags, folder);
    return run->lock >= 0;
}

static bool read_chosen(struct env *env, struct diags *diags, const struct template_choice *choice)
{
    const struct template_folder *folder = env_template(env, diags, choice);
    const struct length_choice length = {.length = env->length, .template_name = choice->name};
    return folder && template_length(diags, folder->lengths, &length);
}

/* A wrong name on the command line is wrong for all jobs, and is reported before any of them. */
static bool read_template(const struct run *run, struct env *env, struct diags *diags)
{
    const struct options *options = run->options;
    const struct template_choice choice = {.name = str_from(options->template_name),
                                           .theme = str_from(options->theme_name)};
    if (options->template_name)
        return read_chosen(env, diags, &choice);
    return !options->theme_name ||
           theme_path(env->arena, diags, env->templates, choice.theme, choice.theme_span) != NULL;
}

/* The same of the issue before, where the command line names it. */
static bool look_for_issue(const struct run *run, struct arena *arena, struct diags *diags)
{
    const struct options *options = run->options;
    bool makes_facts = false;
    for (size_t i = 0; products[i]; i++)
        makes_facts |= products[i] == &product_facts && product_is_in(options->makes, i);
    return !options->since || previous_is_there(arena, diags, options->since,
                                                makes_facts ? run->request.out_folder : NULL);
}

/* Is it called as one of those that are made of a specification? */
static bool is_called_as_product(const char *path)
{
    for (size_t i = 0; products[i]; i++)
        if (str_ends(str_from(path), products[i]->suffix))
            return true;
    return false;
}

/* Does the run itself put a file there? Its papers and its list lie in one folder. */
static bool is_made_by_run(struct arena *arena, const char *path, const char *folder)
{
    return path_is_same(arena, path, str_format(arena, "%s/manifest.json", folder).at) ||
           (is_called_as_product(path) && path_is_same(arena, path_folder(arena, path), folder));
}

/* Of one file that an option names to be written. */
static bool may_write(const struct run *run, struct diags *diags, const char *path)
{
    struct arena *arena = diags->arena;
    const struct options *options = run->options;
    const char *folder = run->request.out_folder;
    for (int i = 0; i < options->spec_count; i++)
        if (!path_is_folder(path) && path_is_same(arena, path, options->specs[i]))
            return output_refuse(diags, path, "a specification of this run");
    if (options->since && !path_is_folder(path) && path_is_same(arena, path, options->since))
        return output_refuse(diags, path, "the facts of the issue before");
    if (folder && is_made_by_run(arena, path, folder))
        return output_refuse(diags, path, "a file that this run makes");
    if (is_called_as_product(path) && path_real(arena, path).len)
        return output_refuse(diags, path, "a paper or facts of another run");
    return output_is_allowed(diags, path);
}

/* Asked first, and again once the output folder is there: nothing that is read or made is lost to a
   page about it. */
static bool may_write_all(struct run *run, struct diags *diags)
{
    const char *deps = run->request.deps, *page = run->options->summary;
    bool allowed = (!deps || may_write(run, diags, deps)) && (!page || may_write(run, diags, page));
    if (allowed && deps && page && path_is_same(diags->arena, deps, page))
        allowed = output_refuse(diags, page, "what --deps writes");
    run->has_no_page |= !allowed;
    return allowed;
}

/* What files are called depends on the template that was chosen, so that is read first. */
static bool prepare(struct run *run, struct env *env, struct diags *diags, struct jobs *jobs)
{
    const struct options *options = run->options;
    const char *folder = run->request.out_folder;
    if (!env_open(env, diags) || !read_template(run, env, diags) ||
        !look_for_issue(run, env->arena, diags))
        return false;
    const struct job_outputs outputs = {folder,        job_suffix(env),       options->makes,
                                        options->dump, run->request.is_check, options->shard};
    *jobs = jobs_list(env->arena, diags, options->specs, options->spec_count, &outputs);
    return !diags->errors && (!folder || take_folder(run, diags, folder));
}

static enum status refuse(struct run *run, struct env *env, const struct diags *diags)
{
    static const struct jobs none = {0};
    const struct account account = account_new(env->arena, &none);
    struct str failure = diags->shared ? diags_first_error(env->arena, diags->shared) : STR_NONE;
    if (!failure.len)
        failure = diags_first_error(env->arena, diags);
    bool written = write_page(run, &account, NULL, failure);
    return !written || job_refusal(diags) == JOB_FAILED ? STATUS_ENVIRONMENT : STATUS_REFUSED;
}

static enum status run_in(struct run *run, struct env *env)
{
    struct jobs jobs;
    struct diags diags;
    start_diags(run, &diags, env->arena);
    bool ready = may_write_all(run, &diags) && prepare(run, env, &diags, &jobs) &&
                 may_write_all(run, &diags) && !diags.errors;
    if (!ready && diags.shared)
        report(run, diags.shared);
    report(run, &diags);
    if (!ready)
        return refuse(run, env, &diags);
    struct account account = account_new(env->arena, &jobs);
    struct batch_counts counts =
        batch_run(env, &run->request, &account, &run->output, &run->interrupts);
    interrupts_listen(&run->interrupts); /* what is printed from here on may wait for a reader */
    if (!write_page(run, &account, &counts, STR_NONE))
        counts.failed_around = true;
    say_counts(run, &account, &counts);
    return status_of(&counts);
}

/* ---- all of it ---- */

static struct batch_request request_of(const struct options *options, enum run_mode mode)
{
    bool writes = mode == RUN_BUILD && options->dump == DUMP_NONE;
    return (struct batch_request){
        .is_check = mode == RUN_CHECK,
        .out_folder = writes ? options->out_folder : NULL,
        .strict = options->is_strict ? &options->strictness : NULL,
        .force = options->force,
        .fail_fast = options->fail_fast,
        .workers = options->workers,
        .seconds = (unsigned)options->worker_seconds,
        .memory = (unsigned)options->worker_memory,
        .shard = options->shard,
        .deps = options->deps,
        .today = options->has_today   ? &options->today
                 : options->has_as_at ? &options->as_at
                                      : NULL,
        .options = options->chosen,
        .terminal = options->format->for_people ? options->terminal : NULL,
    };
}

static enum status run_jobs(struct arena *arena, const struct options *options, enum run_mode mode)
{
    struct run run = {
        .options = options,
        .request = request_of(options, mode),
        .output = {options->format, options->style, stderr, false},
        .lock = -1,
    };
    struct env env = {
        .arena = arena,
        .templates = options->templates,
        .project = options->project,
        .template_name = options->template_name,
        .theme_name = options->theme_name,
        .since = options->since,
        .length = options->length,
        .variant = options->variant,
        .as_at = options->has_as_at ? &options->as_at : NULL,
        .source_date = options->source_date,
    };
    interrupts_begin(&run.interrupts);
    diag_output_begin(&run.output);
    enum status status = check_stdout(&run, arena, run_in(&run, &env));
    diag_output_end(&run.output);
    env_close(&env);
    lock_release(run.lock);
    fflush(stderr);
    interrupts_end(&run.interrupts);
    return status;
}

/* ---- the two commands ---- */

static enum status run_command(const struct command_call *call, const struct command *command,
                               enum run_mode mode)
{
    struct arena *arena = arena_new();
    struct options options;
    enum status status = options_read(arena, call, command, &options);
    if (status == STATUS_OK && !options.help)
        status = run_jobs(arena, &options, mode);
    arena_free(arena);
    return status;
}

static enum status run_build(const struct command_call *call)
{
    return run_command(call, &command_build, RUN_BUILD);
}

static enum status run_check(const struct command_call *call)
{
    return run_command(call, &command_check, RUN_CHECK);
}

const struct command command_build = {
    .name = "build",
    .summary = "Makes a PDF briefing from each specification; a folder stands for those in it.",
    .options = options_of_build,
    .operand = {.kind = ARGUMENT_SPEC, .name = "SPEC..."},
    .operands_least = 1,
    .operands_most = MANY_OPERANDS,
    .run = run_build,
};

const struct command command_check = {
    .name = "check",
    .summary = "Checks specifications as build would, to the last page, and writes nothing.",
    .options = options_of_check,
    .operand = {.kind = ARGUMENT_SPEC, .name = "SPEC..."},
    .operands_least = 1,
    .operands_most = MANY_OPERANDS,
    .run = run_check,
};
