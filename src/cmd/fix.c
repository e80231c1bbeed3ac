/* councilbrief fix: makes the edits that diagnostics carry, and shows each line that it changes. */
#include "base/limits.h"
#include "base/shown.h"
#include "batch/jobs.h"
#include "cmd/option.h"
#include "data/yaml/yaml.h"
#include "diag/edits.h"
#include "edition.h"
#include "files/files_codes.h"
#include "files/output.h"

#include <stdio.h>
#include <string.h>

enum {
    ROUNDS = 20, /* an edit may make way for another, and no more often than this */
    CONTEXT = 3  /* lines shown before and after what changes */
};

struct fix_request {
    const char *templates;
    const char *project;
    bool preview;
};

/* What became of all files. */
struct fix_counts {
    size_t files, mended, edits, with_errors, with_warnings, failed;
};

struct fixing {
    const struct fix_request *request;
    struct env *env;
    struct fix_counts counts;
    bool colour;
};

/* ---- the lines that differ, as other programs show them ---- */

/* Each with its end, which the last may lack. */

struct lines {
    LIST(struct str) list;
};

static struct lines lines_of(struct arena *arena, struct str text)
{
    struct lines lines = {.list = {0}};
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, '\n', at) + 1;
        *LIST_ADD(arena, &lines.list) = str_part(text, at, end);
        at = end;
    }
    return lines;
}

static bool is_same(const struct lines *was, size_t i, const struct lines *now, size_t k)
{
    return i < was->list.count && k < now->list.count &&
           str_equal(was->list.items[i], now->list.items[k]);
}

/* Do both go on alike there? One blank line is like any other, so it takes two lines then. */
static bool meet(const struct lines *was, size_t i, const struct lines *now, size_t k)
{
    if (i == was->list.count && k == now->list.count)
        return true;
    if (!is_same(was, i, now, k))
        return false;
    return str_trim(was->list.items[i]).len || is_same(was, i + 1, now, k + 1);
}

/* One line of the comparison: ' ' in both, '-' or '+' in one. */
struct compared {
    char sign;
    struct str text;
    size_t was, now; /* where it stands, counted from 0 */
};

struct comparison {
    struct arena *arena;
    const struct lines *was, *now;
    size_t i, k; /* how far they have been compared */
    LIST(struct compared) lines;
};

static void add_line(struct comparison *comparison, char sign)
{
    const struct lines *of = sign == '+' ? comparison->now : comparison->was;
    size_t at = sign == '+' ? comparison->k : comparison->i;
    *LIST_ADD(comparison->arena, &comparison->lines) =
        (struct compared){sign, of->list.items[at], comparison->i, comparison->k};
    comparison->i += sign != '+';
    comparison->k += sign != '-';
}

/* What is gone and what is new, up to the nearest place where both go on alike. */
static void add_change(struct comparison *comparison)
{
    size_t rest = comparison->was->list.count - comparison->i;
    for (size_t skipped = 1;; skipped++)
        for (size_t gone = skipped < rest ? skipped : rest; gone + 1 > 0; gone--) {
            size_t fresh = skipped - gone;
            if (comparison->k + fresh > comparison->now->list.count ||
                !meet(comparison->was, comparison->i + gone, comparison->now,
                      comparison->k + fresh))
                continue;
            while (gone--)
                add_line(comparison, '-');
            while (fresh--)
                add_line(comparison, '+');
            return;
        }
}

static struct comparison compare_lines(struct arena *arena, const struct lines *was,
                                       const struct lines *now)
{
    struct comparison comparison = {.arena = arena, .was = was, .now = now};
    while (comparison.i < was->list.count || comparison.k < now->list.count) {
        if (is_same(was, comparison.i, now, comparison.k))
            add_line(&comparison, ' ');
        else
            add_change(&comparison);
    }
    return comparison;
}

/* Where the run of lines ends that are shown together with the change at `at`. */
static size_t hunk_end(const struct comparison *comparison, size_t at)
{
    size_t end = at;
    for (size_t i = at; i < comparison->lines.count && i <= end + 2 * CONTEXT; i++)
        if (comparison->lines.items[i].sign != ' ')
            end = i;
    end += 1 + CONTEXT;
    return end < comparison->lines.count ? end : comparison->lines.count;
}

/* As it stands in the file, so that the patch applies: with its carriage return, and without an end
   where it has none. */
static void print_line(struct arena *arena, char sign, struct str line)
{
    bool ended = str_ends(line, "\n"), returns = str_ends(line, "\r\n");
    struct str text = str_part(line, 0, line.len - ended - returns);
    struct str shown = shown_text(arena, str_format(arena, "%c" STR_FMT, sign, STR_ARG(text)));
    printf(STR_FMT "%s\n%s", STR_ARG(shown), returns ? "\r" : "",
           ended ? "" : "\\ No newline at end of file\n");
}

static void print_hunk(const struct comparison *comparison, size_t start, size_t end)
{
    const struct compared *first = &comparison->lines.items[start];
    size_t was = 0, now = 0;
    for (size_t i = start; i < end; i++) {
        was += comparison->lines.items[i].sign != '+';
        now += comparison->lines.items[i].sign != '-';
    }
    printf("@@ -%zu,%zu +%zu,%zu @@\n", first->was + (was > 0), was, first->now + (now > 0), now);
    for (size_t i = start; i < end; i++)
        print_line(comparison->arena, comparison->lines.items[i].sign,
                   comparison->lines.items[i].text);
}

static void print_changes(struct arena *arena, const char *path, struct str was, struct str now)
{
    struct lines before = lines_of(arena, was), after = lines_of(arena, now);
    struct comparison comparison = compare_lines(arena, &before, &after);
    struct str shown = shown_path(arena, str_from(path));
    shown_line(stdout, "--- " STR_FMT, STR_ARG(shown));
    shown_line(stdout, "+++ " STR_FMT, STR_ARG(shown));
    for (size_t i = 0; i < comparison.lines.count;) {
        if (comparison.lines.items[i].sign == ' ') {
            i++;
            continue;
        }
        size_t end = hunk_end(&comparison, i);
        print_hunk(&comparison, i > CONTEXT ? i - CONTEXT : 0, end);
        i = end;
    }
}

/* ---- one file ---- */

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* A file while it is mended. */
struct patient {
    struct fixing *fixing;
    struct arena *arena;
    const char *path;
    struct str bytes; /* as they were read */
    struct str was;   /* the same without a byte order mark */
    struct str text;  /* as it is now */
    size_t edits;
};

/* A mapping of tables has old keys too, and no paper of its own. */
static bool examine_mapping(struct patient *patient, struct diags *diags)
{
    struct diags unheard;
    diags_init(&unheard, patient->arena);
    const struct source *source =
        source_from_text(patient->arena, &unheard, patient->path, patient->text);
    const struct node *root = source ? yaml_read(patient->arena, &unheard, source) : NULL;
    return root && root->kind == NODE_MAP && mapping_check(patient->arena, diags, root);
}

/* Reads it as build would, up to what follows from the records: only records have edits. */
static void examine(struct patient *patient, struct diags *diags)
{
    diags_init(diags, patient->arena);
    diags->inputs = inputs_new(patient->arena);
    diags->inputs->bounds =
        path_bounds(patient->arena, patient->fixing->request->project, patient->path);
    if (examine_mapping(patient, diags))
        return;
    const struct job_input input = {.path = patient->path, .bytes = patient->text};
    struct edition edition = {.briefing = NULL};
    env_rest(patient->fixing->env);
    edition_read(patient->fixing->env, diags, &input, &edition);
}

/* Whatever was edited, it must still be YAML. */
static bool is_sound(struct patient *patient, struct str text)
{
    struct diags diags;
    diags_init(&diags, patient->arena);
    const struct source *source = source_from_text(patient->arena, &diags, patient->path, text);
    return source && yaml_read(patient->arena, &diags, source) && !diags.errors;
}

/* Makes edits until none is left; `diags` are those of the text that comes of it. */
static void mend(struct patient *patient, struct diags *diags)
{
    for (int round = 0; round < ROUNDS; round++) {
        size_t made;
        examine(patient, diags);
        struct str text = edits_made(patient->arena, diags, patient->path, &made);
        if (!text.at || !is_sound(patient, text))
            return;
        patient->text = text;
        patient->edits += made;
    }
    examine(patient, diags);
}

static bool read_patient(struct patient *patient, struct diags *diags)
{
    struct bounds bounds =
        path_bounds(patient->arena, patient->fixing->request->project, patient->path);
    struct file file;
    if (!file_read(patient->arena, patient->path, &bounds, LIMIT_FILE_BYTES, &patient->bytes,
                   &file)) {
        file_refuse(diags, patient->path, &file, LIMIT_FILE_BYTES);
        return false;
    }
    patient->was = patient->bytes;
    if (str_starts(patient->bytes, BYTE_ORDER_MARK))
        patient->was = str_part(patient->bytes, strlen(BYTE_ORDER_MARK), patient->bytes.len);
    patient->text = patient->was;
    return true;
}

/* The file as it stands now may be another than the one that was read. */
static bool is_unchanged(const struct patient *patient, struct diags *diags)
{
    struct file file;
    struct str bytes;
    if (file_read(patient->arena, patient->path, NULL, LIMIT_FILE_BYTES, &bytes, &file) &&
        str_equal(bytes, patient->bytes))
        return true;
    struct diag *diag = diag_report_file(diags, &E901, patient->path,
                                         "the file was changed while it was looked at");
    diag_hint(diags, diag, "it is left as it is; run fix again");
    return false;
}

static bool write_patient(const struct patient *patient, struct diags *diags)
{
    struct str mark = str_part(patient->bytes, 0, patient->bytes.len - patient->was.len);
    struct str bytes =
        str_format(patient->arena, STR_FMT STR_FMT, STR_ARG(mark), STR_ARG(patient->text));
    return is_unchanged(patient, diags) &&
           output_write_over(patient->arena, diags, patient->path, bytes);
}

static void tell(struct fixing *fixing, const struct diags *diags)
{
    fflush(stdout);
    diags_print(diags, stderr, fixing->colour, DIAG_LIMITED);
}

static void count_left(struct fixing *fixing, const struct diags *diags)
{
    if (diags->errors)
        fixing->counts.with_errors++;
    else if (diags->warnings)
        fixing->counts.with_warnings++;
}

static void fix_file(struct fixing *fixing, const char *path)
{
    struct arena *arena = arena_new();
    struct patient patient = {.fixing = fixing, .arena = arena, .path = path};
    struct diags diags, left;
    diags_init(&diags, arena);
    fixing->counts.files++;
    bool done = read_patient(&patient, &diags);
    if (done) {
        mend(&patient, &left);
        count_left(fixing, &left);
    }
    if (done && patient.edits) {
        print_changes(arena, path, patient.was, patient.text);
        done = fixing->request->preview || write_patient(&patient, &diags);
        fixing->counts.mended += done;
        fixing->counts.edits += done ? patient.edits : 0;
    }
    fixing->counts.failed += !done;
    tell(fixing, &diags);
    arena_free(arena);
}

/* ---- the command ---- */

static const struct command_option preview = {
    .name = "preview",
    .does = "show what would change, and write nothing",
    KEPT_FLAG(fix_request, preview),
};

static const struct command_option templates = TEMPLATES_ROW(fix_request, templates);

static const struct command_option project = {
    .name = "project",
    .argument = {.kind = ARGUMENT_FOLDER, .name = "FOLDER"},
    .does = "the folder that holds all that is read, links or not",
    .usual = "the working folder",
    KEPT_TEXT(fix_request, project),
};

static const struct command_option *const options_of_fix[] = {&preview, &templates, &project, NULL};

static const char *plural(size_t count)
{
    return count == 1 ? "" : "s";
}

static void say_counts(struct arena *arena, const struct fixing *fixing)
{
    const struct fix_counts *counts = &fixing->counts;
    struct buf out = {.arena = arena};
    buf_addf(&out, "councilbrief: %zu file%s, %zu %s", counts->files, plural(counts->files),
             counts->mended, fixing->request->preview ? "to be mended" : "mended");
    if (counts->edits)
        buf_addf(&out, " by %zu edit%s", counts->edits, plural(counts->edits));
    if (counts->with_errors)
        buf_addf(&out, "; errors are left in %zu", counts->with_errors);
    if (counts->with_warnings)
        buf_addf(&out, "; warnings are left in %zu", counts->with_warnings);
    if (counts->with_errors || counts->with_warnings)
        buf_addz(&out, ": `councilbrief check` shows them");
    fprintf(stderr, STR_FMT "\n", STR_ARG(buf_str(&out)));
}

static enum status fix_all(struct fixing *fixing, const struct command_line *line)
{
    struct arena *arena = fixing->env->arena;
    struct diags diags;
    diags_init(&diags, arena);
    const struct job_outputs nothing = {.folder = NULL, .suffix = ""};
    struct jobs jobs = jobs_list(arena, &diags, line->operands, line->count, &nothing);
    bool ready = !diags.errors && env_open(fixing->env, &diags) && !diags.errors;
    tell(fixing, &diags);
    if (!ready)
        return job_refusal(&diags) == JOB_FAILED ? STATUS_ENVIRONMENT : STATUS_REFUSED;
    for (size_t i = 0; i < jobs.count; i++)
        fix_file(fixing, jobs.items[i].inputs[0].path);
    say_counts(arena, fixing);
    if (fixing->counts.failed)
        return STATUS_ENVIRONMENT;
    return fixing->counts.with_errors ? STATUS_REFUSED : STATUS_OK;
}

static enum status run(const struct command_call *call)
{
    struct arena *arena = arena_new();
    struct fix_request request = {.preview = false};
    struct command_line line;
    enum status status = command_line_read(arena, call, &command_fix, &request, &line);
    if (status == STATUS_OK && !line.help) {
        struct env env = {.arena = arena,
                          .templates = request.templates,
                          .project = request.project,
                          .source_date = -1};
        struct fixing fixing = {.request = &request, .env = &env, .colour = call->colour};
        status = fix_all(&fixing, &line);
        env_close(&env);
    }
    arena_free(arena);
    return status;
}

const struct command command_fix = {
    .name = "fix",
    .summary = "Makes the edits that diagnostics name for certain, and shows what it changes.",
    .options = options_of_fix,
    .operand = {.kind = ARGUMENT_SPEC, .name = "SPEC..."},
    .operands_least = 1,
    .operands_most = MANY_OPERANDS,
    .run = run,
};
