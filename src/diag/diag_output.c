/* The forms in which diagnostics leave the program, and the order in which they do. */
#include "diag/diag_output.h"

#include "diag/diag_parts.h"

#include <stdlib.h>
#include <string.h>

static const struct diag_format *const formats[] = {&diag_text, &diag_json, &diag_github,
                                                    &diag_sarif};

const struct diag_format *diag_format_at(size_t i)
{
    return i < sizeof formats / sizeof *formats ? formats[i] : NULL;
}

/* ---- one run ---- */

static void write_around(const struct diag_output *output,
                         void (*write)(struct buf *out, struct diag_style style))
{
    if (!write)
        return;
    struct buf text = {.arena = arena_new()};
    write(&text, output->style);
    fwrite(text.at, 1, text.len, output->out);
    arena_free(text.arena);
}

void diag_output_begin(const struct diag_output *output)
{
    write_around(output, output->format->begin);
}

void diag_output_add(struct diag_output *output, const struct diags *diags)
{
    struct buf text = {.arena = diags->arena};
    output->format->write(&text, diags, output->style);
    diag_output_add_written(output, buf_str(&text));
}

void diag_output_add_written(struct diag_output *output, struct str written)
{
    if (!written.len)
        return;
    if (output->written && output->format->between)
        fputs(output->format->between, output->out);
    fwrite(written.at, 1, written.len, output->out);
    output->written = true;
}

void diag_output_end(const struct diag_output *output)
{
    write_around(output, output->format->end);
}

/* ---- what the forms share ---- */

struct str diag_path(const struct diag *diag)
{
    return diag->span.source ? diag->span.source->path : diag->path;
}

bool diag_is_error(const struct diag *diag)
{
    return diag->severity != SEVERITY_WARNING;
}

struct region region_of(struct span span)
{
    return (struct region){source_position(span.source, span.start),
                           source_position(span.source, span.end)};
}

/* Files in the order in which they were first met would need a table; by name is as good. */
static int by_place(const void *left, const void *right)
{
    const struct diag *a = *(const struct diag *const *)left;
    const struct diag *b = *(const struct diag *const *)right;
    int order = str_compare(diag_path(a), diag_path(b));
    if (order)
        return order;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return a < b ? -1 : a > b; /* in the order of reporting */
}

const struct diag **diags_sorted(const struct diags *diags)
{
    size_t count = diags->items.count;
    const struct diag **sorted = ARENA_ARRAY(diags->arena, const struct diag *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &diags->items.items[i];
    if (count)
        qsort(sorted, count, sizeof(const struct diag *), by_place);
    return sorted;
}
