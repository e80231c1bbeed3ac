/* Diagnostics as JSON: one object a line, always with the same keys. */
#include "base/json.h"
#include "diag/diag_output.h"

#include "base/shown.h"
#include "diag/diag_parts.h"

static void add_position(struct json *json, const char *line, const char *column,
                         const struct position *position)
{
    json_key(json, line);
    position ? json_integer(json, position->line) : json_null(json);
    json_key(json, column);
    position ? json_integer(json, position->column) : json_null(json);
}

/* Lines and columns count from 1; null where there is no place. */
static void add_region(struct json *json, struct span span)
{
    struct region region = span.source ? region_of(span) : (struct region){0};
    add_position(json, "line", "column", span.source ? &region.start : NULL);
    add_position(json, "end_line", "end_column", span.source ? &region.end : NULL);
}

static struct str absent_if_empty(struct str text)
{
    return text.len ? text : STR_NONE;
}

static void add_file(struct json *json, struct str path)
{
    json_pair_text(json, "file", absent_if_empty(shown_text(json->out->arena, path)));
}

static void add_related(struct json *json, const struct diag *diag)
{
    json_key(json, "related");
    json_begin_array(json);
    for (size_t i = 0; i < diag->notes.count; i++) {
        const struct diag_note *note = &diag->notes.items[i];
        json_begin_object(json);
        add_file(json, note->span.source ? note->span.source->path : STR_NONE);
        add_region(json, note->span);
        json_pair_text(json, "message", note->message);
        json_end_object(json);
    }
    json_end_array(json);
}

static void add_fix(struct json *json, const struct diag_fix *fix)
{
    json_key(json, "fix");
    if (!fix->span.source) {
        json_null(json);
        return;
    }
    json_begin_object(json);
    add_region(json, fix->span);
    json_pair_text(json, "text", fix->text);
    json_end_object(json);
}

static void add_diag(struct json *json, const struct diag *diag)
{
    json_begin_object(json);
    add_file(json, diag_path(diag));
    add_region(json, diag->span);
    json_pair_text(json, "severity", diag_is_error(diag) ? STR("error") : STR("warning"));
    json_pair_text(json, "code", str_from(diag->code->name));
    json_pair_text(json, "message", diag->message);
    json_pair_text(json, "hint", absent_if_empty(diag->hint));
    add_related(json, diag);
    add_fix(json, &diag->fix);
    json_end_object(json);
}

static void write_json(struct buf *out, const struct diags *diags, struct diag_style style)
{
    (void)style;
    const struct diag **sorted = diags_sorted(diags);
    for (size_t i = 0; i < diags->items.count; i++) {
        struct json json = {.out = out};
        add_diag(&json, sorted[i]);
        buf_byte(out, '\n');
    }
}

const struct diag_format diag_json = {.name = "json", .write = write_json};
