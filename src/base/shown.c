/* How foreign text is shown: the one way into messages and onto terminals. */
#include "base/shown.h"
#include "base/ascii.h"
#include "base/utf8.h"

#include <utf8proc.h>

enum {
    REPLACEMENT = 0xFFFD,
    NEXT_LINE = 0x85,
    LINE_SEPARATOR = 0x2028,
    PARAGRAPH_SEPARATOR = 0x2029
};

static bool is_plain(char byte)
{
    return byte >= ' ' && byte <= '~' && byte != '[';
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7F && c < 0xA0);
}

static bool is_shown_as_space(uint32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || c == NEXT_LINE || c == LINE_SEPARATOR ||
           c == PARAGRAPH_SEPARATOR;
}

/* Marks, embeddings, overrides and isolates that set the direction of writing. */
static bool turns_order(uint32_t c)
{
    return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2066 && c <= 0x2069);
}

bool shown_is_hidden(uint32_t code_point)
{
    return is_control(code_point) || is_shown_as_space(code_point) || turns_order(code_point);
}

/* The character at `*at`, or what is shown in its place; moves `*at` past it. */
static uint32_t next_shown(struct str text, size_t *at)
{
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.at + *at,
                                            (utf8proc_ssize_t)(text.len - *at), &c);
    *at += len > 0 ? (size_t)len : 1;
    if (len <= 0)
        return REPLACEMENT;
    if (is_shown_as_space((uint32_t)c))
        return ' ';
    return shown_is_hidden((uint32_t)c) ? REPLACEMENT : (uint32_t)c;
}

/* Would a bracket after this make it a command to a build server, as in `##[group]` and
   `##vso[task.complete]`? They look for it anywhere in a line. */
static bool is_command(struct str before)
{
    while (before.len && ascii_is_letter(before.at[before.len - 1]))
        before.len--;
    return str_ends(before, "##");
}

static void add_shown(struct buf *out, struct str text)
{
    for (size_t at = 0; at < text.len;) {
        uint32_t c = next_shown(text, &at);
        if (c == '[' && is_command(buf_str(out)))
            buf_byte(out, ' ');
        buf_code_point(out, c);
    }
}

static bool is_all_plain(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (!is_plain(text.at[i]))
            return false;
    return true;
}

struct str shown_text(struct arena *arena, struct str text)
{
    if (is_all_plain(text))
        return text;
    struct buf out = {.arena = arena};
    add_shown(&out, text);
    return buf_str(&out);
}

struct str shown_path(struct arena *arena, struct str path)
{
    struct str shown = shown_text(arena, path);
    bool at_risk = shown.len && (shown.at[0] == ':' || shown.at[0] == '#' || shown.at[0] == ' ');
    return at_risk ? str_format(arena, "./" STR_FMT, STR_ARG(shown)) : shown;
}

void shown_line(FILE *out, const char *format, ...)
{
    struct buf line = {.arena = arena_new()};
    va_list args;
    va_start(args, format);
    buf_addv(&line, format, args);
    va_end(args);
    struct str shown = shown_text(line.arena, buf_str(&line));
    fprintf(out, STR_FMT "\n", STR_ARG(shown));
    arena_free(line.arena);
}
