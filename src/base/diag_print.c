/* Printing diagnostics for people: place, message, the source line, a caret, what to write. */
#include "base/diag.h"
#include "base/limits.h"
#include "base/utf8.h"

#include <stdlib.h>

/* What a terminal is told; all empty without colour. */
struct paint {
    const char *error, *warning, *note, *strong, *gutter, *plain;
};

static const struct paint no_paint = {"", "", "", "", "", ""};
static const struct paint ansi_paint = {"\033[1;31m", "\033[1;35m", "\033[1;36m",
                                        "\033[1m",    "\033[34m",   "\033[0m"};

static void print_place(FILE *out, struct span span, struct str path)
{
    if (span.source) {
        struct position at = source_position(span.source, span.start);
        fprintf(out, STR_FMT ":%u:%u: ", STR_ARG(span.source->path), at.line, at.column);
    } else if (path.len) {
        fprintf(out, STR_FMT ": ", STR_ARG(path));
    }
}

/* A tab is printed as one space, so that the caret stands under what it means. */
static void print_line(FILE *out, struct str line)
{
    for (size_t i = 0; i < line.len; i++)
        fputc(line.at[i] == '\t' ? ' ' : line.at[i], out);
    fputc('\n', out);
}

static int columns(struct str text)
{
    int total = 0;
    for (size_t at = 0; at < text.len;) {
        uint32_t c = utf8_next(text, &at);
        total += c == '\t' ? 1 : utf8_columns(c);
    }
    return total;
}

/* Long lines are shown around the place, whole characters only. */
enum { LINE_SHOWN = 150 };

static size_t character_start(struct str text, size_t at)
{
    while (at > 0 && at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static void print_excerpt(FILE *out, struct span span, struct str hint, const struct paint *paint)
{
    struct position at = source_position(span.source, span.start);
    struct str line = source_line(span.source, at.line);
    uint32_t line_start = span.source->line_starts[at.line - 1];
    size_t start = span.start - line_start, end = span.end - line_start;
    if (end > line.len)
        end = line.len;
    if (end < start)
        end = start;
    size_t from = start > LINE_SHOWN / 2 ? character_start(line, start - LINE_SHOWN / 2) : 0;
    if (line.len <= LINE_SHOWN)
        from = 0;
    size_t to = character_start(line, from + LINE_SHOWN);
    struct str shown = str_part(line, from, to);
    if (end > from + shown.len)
        end = from + shown.len;
    fprintf(out, "%s%6u |%s ", paint->gutter, at.line, paint->plain);
    print_line(out, shown);
    fprintf(out, "%s       |%s %*s", paint->gutter, paint->plain,
            columns(str_part(line, from, start)), "");
    int width = columns(str_part(line, start, end));
    fputs(paint->strong, out);
    for (int i = 0; i < (width > 0 ? width : 1); i++)
        fputc('^', out);
    if (hint.len)
        fprintf(out, " " STR_FMT, STR_ARG(hint));
    fprintf(out, "%s\n", paint->plain);
}

static void print_diag(FILE *out, const struct diag *diag, const struct paint *paint)
{
    bool error = diag->severity != SEVERITY_WARNING;
    print_place(out, diag->span, diag->path);
    fprintf(out, "%s%s[%s]%s: %s" STR_FMT "%s\n", error ? paint->error : paint->warning,
            error ? "error" : "warning", code_info(diag->code)->name, paint->plain, paint->strong,
            STR_ARG(diag->message), paint->plain);
    if (diag->span.source)
        print_excerpt(out, diag->span, diag->hint, paint);
    else if (diag->hint.len)
        fprintf(out, "       = " STR_FMT "\n", STR_ARG(diag->hint));
    for (size_t i = 0; i < diag->notes.count; i++) {
        const struct diag_note *note = &diag->notes.items[i];
        print_place(out, note->span, STR_NONE);
        fprintf(out, "%snote%s: " STR_FMT "\n", paint->note, paint->plain, STR_ARG(note->message));
    }
}

static struct str path_of(const struct diag *diag)
{
    return diag->span.source ? diag->span.source->path : diag->path;
}

/* Files in the order in which they were first met would need a table; by name is as good. */
static int by_place(const void *left, const void *right)
{
    const struct diag *a = *(const struct diag *const *)left;
    const struct diag *b = *(const struct diag *const *)right;
    int order = str_compare(path_of(a), path_of(b));
    if (order)
        return order;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return a < b ? -1 : a > b; /* in the order of reporting */
}

void diags_print(const struct diags *diags, FILE *out, bool colour, enum diag_order order)
{
    size_t count = diags->items.count;
    size_t all = diags->errors + diags->warnings;
    const struct diag **sorted = ARENA_ARRAY(diags->arena, const struct diag *, count);
    for (size_t i = 0; i < count; i++)
        sorted[i] = &diags->items.items[i];
    if (count)
        qsort(sorted, count, sizeof(const struct diag *), by_place);
    size_t shown =
        order == DIAG_LIMITED && count > LIMIT_DIAGNOSTICS_SHOWN ? LIMIT_DIAGNOSTICS_SHOWN : count;
    for (size_t i = 0; i < shown; i++)
        print_diag(out, sorted[i], colour ? &ansi_paint : &no_paint);
    if (shown < all)
        fprintf(out, "and %zu more; mend these first, or show all with --all\n", all - shown);
}
