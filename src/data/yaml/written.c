/* Values and lines as YAML, in the style of the file that they are to stand in. */
#include "data/yaml/written.h"

#include "base/ascii.h"

enum { LINE_LETTERS = 100, STEP = 2 };

/* ---- one value ---- */

/* What begins a plain text so that YAML, and a reader, take it for a text. */
static bool begins_plainly(struct str text)
{
    static const char *const signs = "-?:,[]{}#&*!|>'\"%@`~=\xE2";
    return text.len && !strchr(signs, text.at[0]) && (unsigned char)text.at[0] > ' ';
}

static bool is_plain(struct str text, bool bracketed)
{
    if (!begins_plainly(text) || text.at[text.len - 1] == ' ' || text.at[text.len - 1] == ':')
        return false;
    for (size_t i = 0; i < text.len; i++) {
        char byte = text.at[i], next = i + 1 < text.len ? text.at[i + 1] : '\0';
        if ((unsigned char)byte < ' ' || (bracketed && strchr(",[]{}", byte)))
            return false;
        if ((byte == ':' && next == ' ') || (byte == ' ' && next == '#'))
            return false;
    }
    return !str_is(text, "null") && !str_is(text, "Null") && !str_is(text, "NULL");
}

struct str written_text(struct arena *arena, struct str text, bool bracketed)
{
    if (is_plain(text, bracketed))
        return str_copy(arena, text);
    struct buf out = {.arena = arena};
    buf_byte(&out, '"');
    for (size_t i = 0; i < text.len; i++) {
        if (text.at[i] == '"' || text.at[i] == '\\')
            buf_byte(&out, '\\');
        if (text.at[i] == '\n')
            buf_addz(&out, "\\n");
        else
            buf_byte(&out, text.at[i]);
    }
    buf_byte(&out, '"');
    return buf_str(&out);
}

static void add_spaces(struct buf *out, size_t count)
{
    while (count--)
        buf_byte(out, ' ');
}

/* `>-` and lines of words, cut at single blanks, which YAML makes blanks again. */
static void add_folded(struct buf *out, struct str text, size_t indent)
{
    buf_addz(out, ">-\n");
    size_t width = indent + STEP + 20 < LINE_LETTERS ? LINE_LETTERS - indent - STEP : 20;
    for (size_t at = 0; at < text.len;) {
        size_t end = at, last = 0;
        for (; end < text.len && (end - at <= width || !last); end++)
            if (text.at[end] == ' ' && end + 1 < text.len && text.at[end + 1] != ' ' &&
                text.at[end - 1] != ' ')
                last = end;
        if (end == text.len && end - at <= width)
            last = end;
        end = last ? last : text.len;
        add_spaces(out, indent + STEP);
        buf_add(out, str_part(text, at, end));
        buf_addz(out, end < text.len ? "\n" : "");
        at = end + 1;
    }
}

/* ---- where things stand ---- */

static struct str file_of(const struct pair *pair)
{
    return pair->key_span.source ? pair->key_span.source->text : STR_NONE;
}

static size_t line_start(struct str file, size_t at)
{
    while (at > 0 && file.at[at - 1] != '\n')
        at--;
    return at;
}

static bool is_blank(struct str text)
{
    return !str_trim(text).len;
}

/* Where a pair ends, be its value empty. */
static size_t pair_end(const struct pair *pair)
{
    size_t after_colon = pair->key_span.end + 1;
    return pair->value->span.end > after_colon ? pair->value->span.end : after_colon;
}

/* Is there a remark between key and value, or behind the sign that begins a block of lines? */
static bool holds_remark(struct str file, const struct pair *pair)
{
    if (pair->value->span.start <= pair->key_span.end)
        return false;
    struct str between = str_part(file, pair->key_span.end, pair->value->span.start);
    struct str value = str_part(file, pair->value->span.start, pair->value->span.end);
    struct str head = str_part(value, 0, str_find(value, '\n', 0));
    return str_find(between, '#', 0) < between.len ||
           (pair->value->style == SCALAR_BLOCK && str_find(head, '#', 0) < head.len);
}

static bool is_bracketed(const struct node *map)
{
    struct str text = span_text(map->span);
    return text.len && text.at[0] == '{';
}

/* ---- two pairs as one ---- */

static struct str join_bracketed(struct arena *arena, struct str between, struct str now,
                                 struct str text)
{
    if (str_find(between, '#', 0) < between.len)
        return STR_NONE;
    while (between.len && strchr(", \t\r\n", between.at[between.len - 1]))
        between.len--;
    return str_format(arena, STR_FMT ": " STR_FMT STR_FMT, STR_ARG(now),
                      STR_ARG(written_text(arena, text, true)), STR_ARG(between));
}

/* `between` ends with the line before that of the second key, `behind` is what follows its value on
   its line. */
static struct str join_lines(struct arena *arena, struct str between, struct str behind,
                             size_t indent, struct str now, struct str text)
{
    struct buf out = {.arena = arena};
    struct str line = str_part(between, 0, str_find(between, '\n', 0));
    struct str short_form = written_text(arena, text, false);
    bool fits = indent + now.len + 2 + short_form.len <= LINE_LETTERS;
    bool one_line = str_find(text, '\n', 0) == text.len;
    buf_addf(&out, STR_FMT ": ", STR_ARG(now));
    if (fits || !one_line || !is_blank(line))
        buf_add(&out, short_form);
    else
        add_folded(&out, text, indent);
    buf_add(&out, between);
    if (is_blank(behind))
        return buf_str(&out);
    buf_byte(&out, '\n');
    add_spaces(&out, indent);
    return buf_str(&out);
}

struct str written_joined(struct arena *arena, const struct node *map, const struct pair *first,
                          const struct pair *second, struct str now, struct str text,
                          struct span *place)
{
    struct str file = file_of(first);
    if (!file.at || first->key_span.source != second->key_span.source ||
        holds_remark(file, first) || holds_remark(file, second))
        return STR_NONE;
    size_t start = first->key_span.start, end = pair_end(second);
    *place = (struct span){first->key_span.source, (uint32_t)start, (uint32_t)end};
    if (is_bracketed(map))
        return join_bracketed(arena, str_part(file, pair_end(first), second->key_span.start), now,
                              text);
    size_t line = line_start(file, second->key_span.start);
    if (line <= pair_end(first) || !is_blank(str_part(file, line, second->key_span.start)))
        return STR_NONE;
    size_t before = line - 1 - (line > 1 && file.at[line - 2] == '\r');
    struct str behind = str_part(file, end, str_find(file, '\n', end));
    return join_lines(arena, str_part(file, pair_end(first), before), behind,
                      start - line_start(file, start), now, text);
}

/* ---- a record as an item of a list ---- */

struct str written_as_item(struct arena *arena, const struct pair *pair, struct str now)
{
    struct str file = file_of(pair);
    if (!file.at || pair->value->span.start <= pair->key_span.end)
        return STR_NONE;
    struct buf out = {.arena = arena};
    struct str value = span_text(pair->value->span);
    buf_add(&out, now);
    buf_add(&out, str_part(file, pair->key_span.end, pair->value->span.start));
    if (is_bracketed(pair->value)) {
        buf_addf(&out, "[" STR_FMT "]", STR_ARG(value));
        return buf_str(&out);
    }
    buf_addz(&out, "- ");
    for (size_t at = 0; at < value.len;) {
        size_t end = str_find(value, '\n', at);
        struct str line = str_part(value, at, end + 1);
        add_spaces(&out, at && !is_blank(line) ? STEP : 0);
        buf_add(&out, line);
        at = end + 1;
    }
    return buf_str(&out);
}
