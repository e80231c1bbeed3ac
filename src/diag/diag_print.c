/* Diagnostics for people: place, message, the source line, a caret, what to write. */
#include "base/limits.h"
#include "base/utf8.h"
#include "diag/diag_output.h"

#include "base/shown.h"
#include "diag/diag_parts.h"

#include <stdlib.h>

/* Escapes for a terminal; all empty without colour. */
struct paint {
    const char *error, *warning, *note, *strong, *gutter, *plain;
};

static const struct paint no_paint = {"", "", "", "", "", ""};
static const struct paint ansi_paint = {"\033[1;31m", "\033[1;35m", "\033[1;36m",
                                        "\033[1m",    "\033[34m",   "\033[0m"};

static void add_place(struct buf *out, struct span span, struct str path)
{
    if (span.source) {
        struct position at = source_position(span.source, span.start);
        buf_add(out, shown_path(out->arena, span.source->path));
        buf_addf(out, ":%u:%u: ", at.line, at.column);
    } else if (path.len) {
        buf_add(out, shown_path(out->arena, path));
        buf_addz(out, ": ");
    }
}

/* ---- the line and what is meant in it ---- */

/* How the characters of a span are marked below their line. */
struct marking {
    char mark;
    const char *paint;
    struct str hint;
};

/* A line, or the part of a long one that is shown; [start, end) in it is marked. */
struct excerpt {
    uint32_t line;
    struct str text;
    size_t start, end;
};

/* Long lines are shown around the place, whole characters only. */
enum { LINE_SHOWN = 150 };

static size_t character_start(struct str text, size_t at)
{
    while (at > 0 && at < text.len && ((unsigned char)text.at[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static size_t clamp(size_t at, size_t least, size_t most)
{
    return at < least ? least : at > most ? most : at;
}

static struct excerpt excerpt_of(struct span span)
{
    uint32_t line = source_position(span.source, span.start).line;
    struct str text = source_line(span.source, line);
    uint32_t line_start = span.source->line_starts[line - 1];
    size_t start = clamp(span.start - line_start, 0, text.len);
    size_t end = clamp(span.end - line_start, start, text.len);
    size_t from = 0;
    if (text.len > LINE_SHOWN && start > LINE_SHOWN / 2)
        from = character_start(text, start - LINE_SHOWN / 2);
    size_t to = clamp(character_start(text, from + LINE_SHOWN), 0, text.len);
    return (struct excerpt){line, str_part(text, from, to), start - from,
                            clamp(end, start, to) - from};
}

/* Columns that the text before `end` takes as it is shown, so that the caret stands in the right
   place. */
static int columns(struct arena *arena, struct str line, size_t end)
{
    struct str text = shown_text(arena, str_part(line, 0, end));
    int total = 0;
    for (size_t at = 0; at < text.len;)
        total += utf8_columns(utf8_next(text, &at));
    return total;
}

static void add_excerpt(struct buf *out, struct span span, struct marking marking,
                        const struct paint *paint)
{
    struct excerpt excerpt = excerpt_of(span);
    buf_addf(out, "%s%6u |%s ", paint->gutter, excerpt.line, paint->plain);
    buf_add(out, shown_text(out->arena, excerpt.text));
    int before = columns(out->arena, excerpt.text, excerpt.start);
    int width = columns(out->arena, excerpt.text, excerpt.end) - before;
    buf_addf(out, "\n%s       |%s %*s%s", paint->gutter, paint->plain, before, "", marking.paint);
    for (int i = 0; i < (width > 0 ? width : 1); i++)
        buf_byte(out, marking.mark);
    if (marking.hint.len)
        buf_addf(out, " " STR_FMT, STR_ARG(marking.hint));
    buf_addf(out, "%s\n", paint->plain);
}

/* ---- one diagnostic ---- */

static bool on_one_line(struct span a, struct span b)
{
    return a.source == b.source &&
           source_position(a.source, a.start).line == source_position(b.source, b.start).line;
}

/* The line of a note is shown too, unless it has just been. */
static void add_note(struct buf *out, const struct diag_note *note, struct span shown,
                     const struct paint *paint)
{
    add_place(out, note->span, STR_NONE);
    buf_addf(out, "%snote%s: " STR_FMT "\n", paint->note, paint->plain, STR_ARG(note->message));
    if (note->span.source && !on_one_line(note->span, shown))
        add_excerpt(out, note->span, (struct marking){'-', paint->note, STR_NONE}, paint);
}

static void add_diag(struct buf *out, const struct diag *diag, const struct paint *paint)
{
    bool error = diag_is_error(diag);
    add_place(out, diag->span, diag->path);
    buf_addf(out, "%s%s[%s]%s: %s" STR_FMT "%s\n", error ? paint->error : paint->warning,
             error ? "error" : "warning", diag->code->name, paint->plain, paint->strong,
             STR_ARG(diag->message), paint->plain);
    if (diag->span.source)
        add_excerpt(out, diag->span, (struct marking){'^', paint->strong, diag->hint}, paint);
    else if (diag->hint.len)
        buf_addf(out, "       = " STR_FMT "\n", STR_ARG(diag->hint));
    struct span shown = diag->span;
    for (size_t i = 0; i < diag->notes.count; i++) {
        add_note(out, &diag->notes.items[i], shown, paint);
        if (diag->notes.items[i].span.source)
            shown = diag->notes.items[i].span;
    }
}

/* ---- all of a job ---- */

static void add_rest(struct buf *out, size_t rest, enum diag_order order)
{
    if (rest > 0 && order == DIAG_LIMITED)
        buf_addf(out, "and %zu more; mend these first, or show all with --all\n", rest);
    else if (rest > 0)
        buf_addf(out, "and %zu more\n", rest);
}

static void write_text(struct buf *out, const struct diags *diags, struct diag_style style)
{
    const struct diag **sorted = diags_sorted(diags);
    size_t shown = 0, in_file = 0;
    for (size_t i = 0; i < diags->items.count; i++) {
        bool same_file = i > 0 && str_equal(diag_path(sorted[i]), diag_path(sorted[i - 1]));
        in_file = same_file ? in_file + 1 : 1;
        if (style.order == DIAG_LIMITED && in_file > LIMIT_DIAGNOSTICS_SHOWN)
            continue;
        add_diag(out, sorted[i], style.colour ? &ansi_paint : &no_paint);
        shown++;
    }
    add_rest(out, diags->errors + diags->warnings - diags->repeated - shown, style.order);
}

const struct diag_format diag_text = {.name = "text", .for_people = true, .write = write_text};

struct str diags_first_error(struct arena *arena, const struct diags *diags)
{
    const struct diag **sorted = diags_sorted(diags);
    for (size_t i = 0; i < diags->items.count; i++) {
        const struct diag *diag = sorted[i];
        struct buf text = {.arena = arena};
        if (!diag_is_error(diag))
            continue;
        add_place(&text, diag->span, diag->path);
        if (text.len)
            text.len -= 2; /* ": " */
        buf_addf(&text, "\n" STR_FMT " [%s]", STR_ARG(diag->message), diag->code->name);
        return buf_str(&text);
    }
    return STR_NONE;
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
