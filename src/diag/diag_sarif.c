/* Diagnostics as SARIF 2.1.0: one log with one run, and the catalogue as its rules. */
#include "base/json.h"
#include "diag/diag_output.h"

#include "diag/diag_parts.h"

#include <string.h>

static const char head[] =
    "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\","
    "\"runs\":[{\"columnKind\":\"unicodeCodePoints\","
    "\"tool\":{\"driver\":{\"name\":\"councilbrief\",\"rules\":";

/* ---- the rules ---- */

static void add_message(struct json *json, const char *key, struct str text)
{
    json_key(json, key);
    json_begin_object(json);
    json_pair_text(json, "text", text);
    json_end_object(json);
}

static struct str level_of(bool error)
{
    return error ? STR("error") : STR("warning");
}

static void add_rule(struct json *json, const struct code *code)
{
    json_begin_object(json);
    json_pair_text(json, "id", str_from(code->name));
    add_message(json, "shortDescription", str_from(code->title));
    add_message(json, "fullDescription", str_from(code->explanation));
    add_message(json, "help", str_from(code->explanation));
    json_key(json, "defaultConfiguration");
    json_begin_object(json);
    json_pair_text(json, "level", level_of(code->severity != SEVERITY_WARNING));
    json_end_object(json);
    json_end_object(json);
}

static void begin(struct buf *out, struct diag_style style)
{
    struct json json = {.out = out};
    buf_addz(out, head);
    json_begin_array(&json);
    for (const struct code *const *const *room = style.codes; room && *room; room++)
        for (const struct code *const *code = *room; *code; code++)
            add_rule(&json, *code);
    json_end_array(&json);
    buf_addz(out, "}},\"results\":[\n");
}

static void end(struct buf *out, struct diag_style style)
{
    (void)style;
    buf_addz(out, "\n]}]}\n");
}

/* ---- places ---- */

/* A path as a URI: relative ones stay so, and what a URI may not hold is escaped. */
static struct str uri_of(struct arena *arena, struct str path)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                                "/-._~";
    struct buf uri = {.arena = arena};
    buf_addz(&uri, str_starts(path, "/") ? "file://" : "");
    for (size_t i = 0; i < path.len; i++) {
        if (path.at[i] && strchr(plain, path.at[i]))
            buf_byte(&uri, path.at[i]);
        else
            buf_addf(&uri, "%%%02X", (unsigned)(unsigned char)path.at[i]);
    }
    return buf_str(&uri);
}

static void add_artifact(struct json *json, struct str path)
{
    json_key(json, "artifactLocation");
    json_begin_object(json);
    json_pair_text(json, "uri", uri_of(json->out->arena, path));
    json_end_object(json);
}

static void add_region(struct json *json, const char *key, struct span span)
{
    struct region region = region_of(span);
    json_key(json, key);
    json_begin_object(json);
    json_pair_integer(json, "startLine", region.start.line);
    json_pair_integer(json, "startColumn", region.start.column);
    json_pair_integer(json, "endLine", region.end.line);
    json_pair_integer(json, "endColumn", region.end.column);
    json_end_object(json);
}

static void add_physical(struct json *json, struct span span, struct str path)
{
    json_key(json, "physicalLocation");
    json_begin_object(json);
    add_artifact(json, span.source ? span.source->path : path);
    if (span.source)
        add_region(json, "region", span);
    json_end_object(json);
}

/* ---- results ---- */

static void add_locations(struct json *json, const struct diag *diag)
{
    json_key(json, "locations");
    json_begin_array(json);
    if (diag_path(diag).len) {
        json_begin_object(json);
        add_physical(json, diag->span, diag->path);
        json_end_object(json);
    }
    json_end_array(json);
}

static void add_related(struct json *json, const struct diag *diag)
{
    if (!diag->notes.count)
        return;
    json_key(json, "relatedLocations");
    json_begin_array(json);
    for (size_t i = 0; i < diag->notes.count; i++) {
        const struct diag_note *note = &diag->notes.items[i];
        json_begin_object(json);
        json_pair_integer(json, "id", (int64_t)i + 1);
        if (note->span.source)
            add_physical(json, note->span, STR_NONE);
        add_message(json, "message", note->message);
        json_end_object(json);
    }
    json_end_array(json);
}

static void add_replacement(struct json *json, const struct diag_fix *fix)
{
    json_key(json, "replacements");
    json_begin_array(json);
    json_begin_object(json);
    add_region(json, "deletedRegion", fix->span);
    add_message(json, "insertedContent", fix->text);
    json_end_object(json);
    json_end_array(json);
}

static void add_fix(struct json *json, const struct diag *diag)
{
    const struct diag_fix *fix = &diag->fix;
    if (!fix->span.source)
        return;
    json_key(json, "fixes");
    json_begin_array(json);
    json_begin_object(json);
    add_message(json, "description", diag->hint);
    json_key(json, "artifactChanges");
    json_begin_array(json);
    json_begin_object(json);
    add_artifact(json, fix->span.source->path);
    add_replacement(json, fix);
    json_end_object(json);
    json_end_array(json);
    json_end_object(json);
    json_end_array(json);
}

static struct str sentence(struct arena *arena, const struct diag *diag)
{
    if (!diag->hint.len)
        return diag->message;
    return str_format(arena, STR_FMT " (" STR_FMT ")", STR_ARG(diag->message), STR_ARG(diag->hint));
}

/* Where the code stands among those that `begin` described. */
static int64_t index_of(const struct code *code, struct diag_style style)
{
    int64_t index = 0;
    for (const struct code *const *const *room = style.codes; room && *room; room++)
        for (const struct code *const *one = *room; *one; one++, index++)
            if (*one == code)
                return index;
    return -1; /* none, in the words of the standard */
}

static void add_result(struct json *json, const struct diag *diag, struct diag_style style)
{
    json_begin_object(json);
    json_pair_text(json, "ruleId", str_from(diag->code->name));
    json_pair_integer(json, "ruleIndex", index_of(diag->code, style));
    json_pair_text(json, "level", level_of(diag_is_error(diag)));
    add_message(json, "message", sentence(json->out->arena, diag));
    add_locations(json, diag);
    add_related(json, diag);
    add_fix(json, diag);
    json_end_object(json);
}

static void write_sarif(struct buf *out, const struct diags *diags, struct diag_style style)
{
    const struct diag **sorted = diags_sorted(diags);
    for (size_t i = 0; i < diags->items.count; i++) {
        struct json json = {.out = out};
        buf_addz(out, i > 0 ? ",\n" : "");
        add_result(&json, sorted[i], style);
    }
}

const struct diag_format diag_sarif = {
    .name = "sarif",
    .between = ",\n",
    .begin = begin,
    .write = write_sarif,
    .end = end,
};
