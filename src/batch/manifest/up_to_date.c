/* Compares what the manifest says with what is there now. */
#include "batch/manifest/manifest.h"

#include "batch/batch_codes.h"
#include "batch/manifest/entry.h"
#include "derive/england.h"
#include "files/input.h"

/* A group of shared files is looked at once in a run. */
struct group_state {
    struct str id;
    struct reasons reasons; /* none: it is as it was */
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

static void add(const struct up_to_date *earlier, struct reasons *reasons, enum reason_kind kind,
                struct str what)
{
    reasons_add(earlier->arena, reasons, &(struct reason){kind, INPUT_CHANGED, what});
}

/* ---- how old a specification is ---- */

/* A month's issue that is late, and a month more. */
enum { DAYS_OLD = 60 };

static const char age_question[] = "age of ";

static struct str age_of(const struct date *as_at, const struct date *today)
{
    bool is_old = today && today->precision == DATE_DAY && as_at->precision == DATE_DAY &&
                  (int64_t)today->first - as_at->first > DAYS_OLD;
    return is_old ? STR("old") : STR("not old");
}

/* The state is noted, and not the day: so that a briefing is built again once, when it changes. */
void age_note(struct diags *diags, const struct work *work, const struct job *job,
              const struct job_made *made)
{
    if (made->as_at.precision != DATE_DAY)
        return;
    struct str written = date_text(diags->arena, &made->as_at, DATE_ISO);
    const struct input input = {
        .path = str_from(job->inputs->path),
        .hash = age_of(&made->as_at, work->today),
        .question = str_format(diags->arena, "%s" STR_FMT, age_question, STR_ARG(written))};
    inputs_add_rows(diags->inputs, &input);
    if (!str_is(input.hash, "old"))
        return;
    struct diag *diag = diag_report(diags, &W960, made->as_at_span,
                                    "this day is more than sixty days before that of the run");
    diag_hint(diags, diag,
              "add what has become known since, and write the day to which the file is complete");
}

static bool is_age(const struct input *input)
{
    return str_starts(input->question, age_question);
}

static bool age_unchanged(const struct work *work, struct arena *arena, const struct input *input)
{
    struct str why, instead;
    struct date as_at = {0};
    struct str written = str_part(input->question, sizeof age_question - 1, input->question.len);
    return date_parse(arena, written, &as_at, &why, &instead) &&
           str_equal(age_of(&as_at, work->today), input->hash);
}

/* ---- files ---- */

/* Of which reason it would be that an input is another, where `kind` is that of a whole file. */
static enum reason_kind kind_of(const struct input *input, enum reason_kind kind)
{
    if (input->question.len)
        return is_age(input) ? REASON_AGE : REASON_FIGURES;
    if (input->column.len)
        return REASON_ROWS;
    return kind == REASON_FILE && str_ends(input->path, ".facts.json") ? REASON_ISSUE_BEFORE : kind;
}

static void add_input(const struct up_to_date *earlier, struct reasons *reasons,
                      enum reason_kind kind, const struct input *input, struct str now)
{
    struct reason reason = {kind_of(input, kind), INPUT_CHANGED, input->path};
    if (str_equal(now, INPUT_MISSING))
        reason.change = INPUT_WENT;
    else if (str_equal(input->hash, INPUT_MISSING))
        reason.change = INPUT_CAME;
    reasons_add(earlier->arena, reasons, &reason);
}

static void look_at_input(const struct up_to_date *earlier, struct arena *arena,
                          const struct bounds *bounds, const struct input *input,
                          enum reason_kind kind, struct reasons *reasons)
{
    const struct env *env = earlier->work->env;
    struct str now = STR_NONE;
    bool unchanged;
    if (is_age(input)) {
        unchanged = age_unchanged(earlier->work, arena, input);
    } else if (input->question.len) {
        unchanged = england_unchanged(env->tables, arena, bounds, env->frameworks, input);
    } else if (input->column.len) {
        unchanged = tables_unchanged(env->tables, arena, bounds, input);
    } else {
        now = hash_file(arena, str_z(arena, input->path), &earlier->watch);
        unchanged = str_equal(now, input->hash);
    }
    if (!unchanged)
        add_input(earlier, reasons, kind, input, now);
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

/* REASON_NONE when it can be told as it was. Strictness turns warnings into errors, so a briefing
   that has any must be built again. */
static enum reason_kind tell_again(const struct up_to_date *earlier, struct arena *arena,
                                   const struct json_list *stored, struct known_files files,
                                   struct str *rendered, size_t *warnings)
{
    struct diags diags;
    diags_init(&diags, arena);
    diags.strict = earlier->work->strict;
    diags.inputs = inputs_new(arena);
    diags.inputs->bounds = *files.bounds;
    if (!stored_diags_places(stored, is_known, &files) || !stored_diags_read(&diags, stored))
        return REASON_ROWS_MOVED;
    if (diags.errors)
        return REASON_STRICT;
    struct buf text = {.arena = arena};
    earlier->work->format->write(&text, &diags, earlier->work->style);
    *rendered = buf_str(&text);
    *warnings = diags.warnings;
    return REASON_NONE;
}

/* ---- groups ---- */

static void look_at_template(struct up_to_date *earlier, struct group_state *state)
{
    struct entry entry;
    const struct env *env = earlier->work->env;
    struct str line = manifest_group(earlier->manifest, state->id);
    if (!line.len || !entry_parse(earlier->arena, line, &entry)) {
        add(earlier, &state->reasons, REASON_SHARED_WARNINGS, STR_NONE);
        return;
    }
    for (size_t i = 0; i < entry.inputs.count; i++)
        look_at_input(earlier, earlier->arena, &env->bounds, &entry.inputs.items[i], REASON_SHARED,
                      &state->reasons);
    state->inputs = entry.inputs;
    if (state->reasons.count)
        return;
    struct known_files files = {.tables = env->tables,
                                .arena = earlier->arena,
                                .bounds = &env->bounds,
                                .group = entry.inputs,
                                .common = env->inputs};
    enum reason_kind kind = tell_again(earlier, earlier->arena, entry.diagnostics, files,
                                       &state->rendered, &state->warnings);
    if (kind)
        add(earlier, &state->reasons, kind == REASON_STRICT ? kind : REASON_SHARED_WARNINGS,
            STR_NONE);
}

/* What an earlier run read for all jobs, and the program that it was. */
static void look_at_common(struct up_to_date *earlier, struct group_state *state)
{
    struct entry entry;
    const struct work *work = earlier->work;
    struct str line = manifest_group(earlier->manifest, state->id);
    bool known = line.len && entry_parse(earlier->arena, line, &entry);
    for (size_t i = 0; known && i < entry.inputs.count; i++)
        look_at_input(earlier, earlier->arena, &work->env->bounds, &entry.inputs.items[i],
                      REASON_SHARED, &state->reasons);
    if (!known || !str_equal(entry.program, work->program))
        add(earlier, &state->reasons, REASON_PROGRAM, known ? entry.program : STR_NONE);
}

static const struct group_state *group_state(struct up_to_date *earlier, struct str id,
                                             void (*look_at)(struct up_to_date *earlier,
                                                             struct group_state *state))
{
    for (size_t i = 0; i < earlier->groups.count; i++)
        if (str_equal(earlier->groups.items[i].id, id))
            return &earlier->groups.items[i];
    struct group_state *state = LIST_ADD(earlier->arena, &earlier->groups);
    state->id = str_copy(earlier->arena, id);
    look_at(earlier, state);
    return state;
}

static void add_all(const struct up_to_date *earlier, struct reasons *reasons,
                    const struct reasons *others)
{
    for (size_t i = 0; i < others->count; i++)
        reasons_add(earlier->arena, reasons, &others->items[i]);
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

/* Is each file that is asked for as it was written? One that an earlier run was not asked for is as
   one that was deleted. */
static void look_at_outputs(const struct up_to_date *earlier, struct arena *arena,
                            const struct job *job, const struct entry *entry,
                            struct reasons *reasons)
{
    for (size_t i = 0; products[i]; i++) {
        const char *path = job->outputs[i];
        if (!path)
            continue;
        struct str hash = written_hash(entry, path);
        struct str now = hash_file(arena, path, &earlier->watch);
        if (hash.len && str_equal(now, hash))
            continue;
        enum reason_kind kind = !hash.len                       ? REASON_NEW
                                : str_equal(now, INPUT_MISSING) ? REASON_OUTPUT_GONE
                                                                : REASON_OUTPUT_CHANGED;
        add(earlier, reasons, kind, kind == REASON_NEW ? STR_NONE : str_from(path));
    }
}

static void look_at_own(const struct up_to_date *earlier, struct arena *arena,
                        const struct bounds *bounds, const struct entry *entry,
                        struct reasons *reasons)
{
    for (size_t i = 0; i < entry->inputs.count; i++) {
        const struct input *input = &entry->inputs.items[i];
        bool is_itself = str_equal(input->path, entry->specification);
        look_at_input(earlier, arena, bounds, input, is_itself ? REASON_SPECIFICATION : REASON_FILE,
                      reasons);
    }
}

static void look_at_shared(struct up_to_date *earlier, const struct entry *entry,
                           struct reasons *reasons)
{
    const struct work *work = earlier->work;
    if (!str_equal(entry->options, work->options))
        add(earlier, reasons, REASON_OPTIONS, options_shown(entry->options));
    if (!str_equal(entry->common, work->common))
        add_all(earlier, reasons, &group_state(earlier, entry->common, look_at_common)->reasons);
    add_all(earlier, reasons, &group_state(earlier, entry->group, look_at_template)->reasons);
    if (!reasons->count && !str_equal(entry->common, work->common)) /* more files are read */
        add(earlier, reasons, REASON_SHARED, str_from(work->env->templates));
}

static bool tell_all_again(struct up_to_date *earlier, struct known_files files,
                           const struct entry *entry, struct reply *reply, struct reasons *reasons)
{
    const struct group_state *group = group_state(earlier, entry->group, look_at_template);
    files.own = entry->inputs;
    files.group = group->inputs;
    reply->texts[REPLY_SHARED] = group->rendered;
    enum reason_kind kind = tell_again(earlier, files.arena, entry->diagnostics, files,
                                       &reply->texts[REPLY_OWN], &reply->warnings);
    if (kind)
        add(earlier, reasons, kind, STR_NONE);
    return !kind;
}

bool up_to_date_check(struct up_to_date *earlier, struct arena *arena, size_t index,
                      struct reply *reply, struct reasons *reasons)
{
    const struct work *work = earlier->work;
    const struct job *job = &work->jobs->items[index];
    struct entry entry;
    struct str line = manifest_briefing(earlier->manifest, entry_output(job));
    if (!line.len || !entry_parse(arena, line, &entry)) {
        add(earlier, reasons, REASON_NEW, STR_NONE);
        return false;
    }
    if (!str_is(entry.specification, job->inputs->path)) {
        add(earlier, reasons, REASON_ANOTHER_INPUT, entry.specification);
        return false;
    }
    const struct bounds bounds = bounds_of(arena, work->env, job);
    look_at_outputs(earlier, arena, job, &entry, reasons);
    look_at_own(earlier, arena, &bounds, &entry, reasons);
    look_at_shared(earlier, &entry, reasons);
    if (reasons->count)
        return false;
    const struct known_files files = {.tables = work->env->tables,
                                      .arena = arena,
                                      .bounds = &bounds,
                                      .common = work->env->inputs};
    *reply = (struct reply){.job = index, .result = JOB_DONE, .unchanged = true};
    reply->texts[REPLY_SINCE] = entry.since;
    return tell_all_again(earlier, files, &entry, reply, reasons);
}
