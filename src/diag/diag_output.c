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

void diags_print(const struct diags *diags, FILE *out, bool colour, enum diag_order order)
{
    struct diag_output output = {&diag_text, {.colour = colour, .order = order}, out, false};
    diag_output_add(&output, diags);
}
