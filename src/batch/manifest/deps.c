/* What the manifest knows, as rules for make. */
#include "batch/manifest/manifest.h"

#include "batch/batch_codes.h"
#include "files/input.h"
#include "files/output.h"

#include <stdlib.h>
#include <string.h>

struct deps {
    struct arena *arena;
    struct diags *diags;
    struct buf rules;
    LIST(struct str) inputs; /* of all rules, some listed more than once */
};

static bool is_any_of(char byte, const char *bytes)
{
    return byte && strchr(bytes, byte);
}

/* Spaces and number signs take a backslash, and so do backslashes before them; a dollar sign is
   doubled. */
struct str deps_escape(struct arena *arena, struct str path)
{
    struct buf escaped = {.arena = arena};
    size_t backslashes = 0;
    for (size_t i = 0; i < path.len; i++) {
        char byte = path.at[i];
        if (is_any_of(byte, "\n\r;|=%:*?["))
            return STR_NONE;
        bool special = is_any_of(byte, " \t#");
        for (size_t j = 0; special && j <= backslashes; j++)
            buf_byte(&escaped, '\\');
        buf_byte(&escaped, byte);
        if (byte == '$')
            buf_byte(&escaped, byte);
        backslashes = byte == '\\' ? backslashes + 1 : 0;
    }
    return buf_str(&escaped);
}

static struct str escape(struct deps *deps, struct str path)
{
    struct str escaped = deps_escape(deps->arena, path);
    if (!escaped.len)
        diag_report_file(deps->diags, &W929, str_z(deps->arena, path),
                         "make has no way to write this name");
    return escaped;
}

static void add_inputs(struct deps *deps, struct str line)
{
    struct entry entry;
    if (!entry_parse(deps->arena, line, &entry))
        return;
    for (size_t i = 0; i < entry.inputs.count; i++) {
        const struct input *input = &entry.inputs.items[i];
        struct str path =
            str_equal(input->hash, INPUT_MISSING) ? STR_NONE : escape(deps, input->path);
        if (!path.len)
            continue;
        buf_addf(&deps->rules, " \\\n  " STR_FMT, STR_ARG(path));
        *LIST_ADD(deps->arena, &deps->inputs) = path;
    }
}

/* False when its name cannot be written. */
static bool add_rule(struct deps *deps, const char *output, const struct manifest_lines *lines)
{
    struct str target = escape(deps, str_from(output));
    if (!target.len)
        return false;
    buf_addf(&deps->rules, STR_FMT ":", STR_ARG(target));
    add_inputs(deps, lines->briefing);
    add_inputs(deps, lines->group);
    add_inputs(deps, lines->common);
    buf_byte(&deps->rules, '\n');
    return true;
}

/* A rule for each file of a job; if one name cannot be written, neither can the others. */
static void add_rules(struct deps *deps, const struct job *job, const struct manifest_lines *lines)
{
    for (size_t i = 0; products[i]; i++)
        if (job->outputs[i] && !add_rule(deps, job->outputs[i], lines))
            return;
}

static int by_text(const void *left, const void *right)
{
    return str_compare(*(const struct str *)left, *(const struct str *)right);
}

/* An empty rule for each input, so that make does not give up when one has been deleted. */
static void add_empty_rules(struct deps *deps)
{
    if (deps->inputs.count)
        qsort(deps->inputs.items, deps->inputs.count, sizeof *deps->inputs.items, by_text);
    for (size_t i = 0; i < deps->inputs.count; i++)
        if (i == 0 || !str_equal(deps->inputs.items[i], deps->inputs.items[i - 1]))
            buf_addf(&deps->rules, STR_FMT ":\n", STR_ARG(deps->inputs.items[i]));
}

bool deps_write(struct arena *arena, struct diags *diags, const char *path, const struct jobs *jobs,
                const struct manifest *manifest)
{
    struct deps deps = {.arena = arena, .diags = diags, .rules = {.arena = arena}};
    for (size_t i = 0; i < jobs->count; i++) {
        struct manifest_lines lines;
        if (manifest_lines(manifest, entry_output(&jobs->items[i]), &lines))
            add_rules(&deps, &jobs->items[i], &lines);
    }
    add_empty_rules(&deps);
    return output_write(arena, diags, path, buf_str(&deps.rules));
}
