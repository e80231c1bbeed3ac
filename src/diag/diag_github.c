/* Diagnostics as commands to GitHub's workflows, which show them beside the lines of a change. */
#include "diag/diag_output.h"

#include "base/shown.h"
#include "diag/diag_parts.h"

#include <string.h>

/* Percent signs and line ends are escaped everywhere, colons and commas in properties too. */
static void add_escaped(struct buf *out, struct str text, const char *special)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] && strchr(special, text.at[i]))
            buf_addf(out, "%%%02X", (unsigned)(unsigned char)text.at[i]);
        else
            buf_byte(out, text.at[i]);
    }
}

static void add_property(struct buf *out, struct str text)
{
    add_escaped(out, text, "%\r\n:,");
}

static void add_data(struct buf *out, struct str text)
{
    add_escaped(out, text, "%\r\n");
}

/* GitHub takes columns only for a place within one line. */
static void add_region(struct buf *out, struct span span)
{
    struct region region = region_of(span);
    buf_addf(out, "line=%u,", region.start.line);
    if (region.start.line == region.end.line)
        buf_addf(out, "col=%u,endLine=%u,endColumn=%u,", region.start.column, region.end.line,
                 region.end.column);
    else
        buf_addf(out, "endLine=%u,", region.end.line);
}

static void add_note(struct buf *out, const struct diag_note *note)
{
    buf_addz(out, "%0A");
    if (note->span.source) {
        add_data(out, shown_path(out->arena, note->span.source->path));
        buf_addf(out, ":%u: ", source_position(note->span.source, note->span.start).line);
    }
    add_data(out, note->message);
}

static void add_diag(struct buf *out, const struct diag *diag)
{
    buf_addf(out, "::%s ", diag_is_error(diag) ? "error" : "warning");
    if (diag_path(diag).len) {
        buf_addz(out, "file=");
        add_property(out, shown_text(out->arena, diag_path(diag)));
        buf_byte(out, ',');
    }
    if (diag->span.source)
        add_region(out, diag->span);
    buf_addf(out, "title=%s::", diag->code->name);
    add_data(out, diag->message);
    if (diag->hint.len) {
        buf_addz(out, "%0A");
        add_data(out, diag->hint);
    }
    for (size_t i = 0; i < diag->notes.count; i++)
        add_note(out, &diag->notes.items[i]);
    buf_byte(out, '\n');
}

static void write_github(struct buf *out, const struct diags *diags, struct diag_style style)
{
    (void)style;
    const struct diag **sorted = diags_sorted(diags);
    for (size_t i = 0; i < diags->items.count; i++)
        add_diag(out, sorted[i]);
}

const struct diag_format diag_github = {
    .name = "github",
    .for_people = true,
    .write = write_github,
};
