/* Reading source texts: limits, UTF-8, NFC, and where their lines begin. */
#include "diag/source.h"

#include "base/limits.h"
#include "base/list.h"
#include "base/utf8.h"
#include "diag/diag.h"
#include "diag/diag_codes.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

static struct str without_byte_order_mark(struct str text)
{
    return str_starts(text, "\xEF\xBB\xBF") ? str_part(text, 3, text.len) : text;
}

/* Of the characters that English texts are made of, none is or becomes a part of another. */
static bool is_surely_composed(struct str text)
{
    enum { FIRST_MARK = 0x300, FIRST_DASH = 0x2010, LAST_PUNCTUATION = 0x206F };
    for (size_t at = 0; (at = utf8_ascii_end(text, at)) < text.len;) {
        uint32_t c = utf8_next(text, &at);
        if (c >= FIRST_MARK && (c < FIRST_DASH || c > LAST_PUNCTUATION))
            return false;
    }
    return true;
}

/* A carriage return alone ends a line, for YAML, for templates and for old spreadsheets: here it
   becomes what everyone else ends one with, so that all count alike. No place moves. */
static struct str with_line_feeds(struct arena *arena, struct str text)
{
    if (str_find(text, '\r', 0) == text.len)
        return text;
    char *bytes = arena_alloc(arena, text.len + 1);
    for (size_t i = 0; i < text.len; i++) {
        bool lone = text.at[i] == '\r' && (i + 1 == text.len || text.at[i + 1] != '\n');
        bytes[i] = lone ? '\n' : text.at[i];
    }
    return (struct str){bytes, text.len};
}

/* Composes characters, so that the same word always is the same bytes. */
static struct str normalise(struct arena *arena, struct str text)
{
    if (is_surely_composed(text))
        return str_copy(arena, text);
    utf8proc_uint8_t *composed = NULL;
    utf8proc_ssize_t len =
        utf8proc_map((const utf8proc_uint8_t *)text.at, (utf8proc_ssize_t)text.len, &composed,
                     UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (len == UTF8PROC_ERROR_NOMEM)
        arena_exhausted();
    if (len < 0)
        return str_copy(arena, text);
    struct str result = str_copy(arena, (struct str){(const char *)composed, (size_t)len});
    free(composed);
    return result;
}

static void index_lines(struct arena *arena, struct source *source)
{
    LIST(uint32_t) starts = {0};
    struct str text = source->text;
    for (size_t start = 0; start <= text.len; start = str_find(text, '\n', start) + 1)
        *LIST_ADD(arena, &starts) = (uint32_t)start;
    source->line_starts = starts.items;
    source->line_count = starts.count;
}

static void count_characters(struct arena *arena, struct source *source)
{
    size_t blocks = source->text.len / SOURCE_BLOCK + 1;
    uint32_t *counts = ARENA_ARRAY(arena, uint32_t, blocks);
    for (size_t i = 1; i < blocks; i++)
        counts[i] = counts[i - 1] +
                    (uint32_t)utf8_count(source->text, (i - 1) * SOURCE_BLOCK, i * SOURCE_BLOCK);
    source->counts = counts;
}

static void index_text(struct arena *arena, struct source *source)
{
    index_lines(arena, source);
    count_characters(arena, source);
}

static bool is_control(uint32_t c)
{
    return (c < 0x20 && c != '\n' && c != '\r' && c != '\t') || (c >= 0x7F && c < 0xA0);
}

/* The first byte at or after `at` that is not a visible character of ASCII or a space. */
static size_t printable_end(struct str text, size_t at)
{
    while (at < text.len && text.at[at] >= ' ' && text.at[at] < 0x7F)
        at++;
    return at;
}

static void hint_encoding(struct diags *diags, struct diag *diag, enum source_kind kind)
{
    static const char *const hints[] = {
        [SOURCE_TEXT] = "save the file with the encoding UTF-8",
        [SOURCE_TABLE] = "save the table as `CSV UTF-8 (comma delimited)`",
        [SOURCE_FACTS] = "have it written again: `councilbrief build --to facts`",
    };
    diag_hint(diags, diag, "%s", hints[kind]);
}

/* Pasted from the web or from a word processor; YAML ends a line there, and Markdown does not. */
static bool divides_lines(uint32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

/* Control characters that a word processor ends lines or pages with. */
static const char *break_name(uint32_t c)
{
    switch (c) {
    case 0x0B: return "a line break of a word processor";
    case 0x0C: return "a page break";
    case 0x85: return "a line break of another kind";
    case 0x2028: return "a line separator";
    case 0x2029: return "a paragraph separator";
    default: return NULL;
    }
}

static void report_character(struct diags *diags, struct span span, uint32_t c)
{
    const char *name = break_name(c);
    struct diag *diag =
        diag_report(diags, &E105, span, "%s%sU+%04X%s is not allowed",
                    name ? name : "the character", name ? " (" : " ", (unsigned)c, name ? ")" : "");
    if (c == 0) /* two bytes a character */
        hint_encoding(diags, diag, span.source->kind);
    else if (name)
        diag_hint(diags, diag, "delete it, and write a space or begin a new line there");
    else
        diag_hint(diags, diag, "delete it and type the text by hand");
}

/* Reports the first character that no text may hold. */
static bool check_characters(struct diags *diags, const struct source *source)
{
    for (size_t at = 0; (at = printable_end(source->text, at)) < source->text.len;) {
        size_t start = at;
        uint32_t c = utf8_next(source->text, &at);
        if (!is_control(c) && !utf8_is_reserved(c) && !divides_lines(c))
            continue;
        report_character(diags, (struct span){source, (uint32_t)start, (uint32_t)at}, c);
        return false;
    }
    return true;
}

static const struct source *refuse_encoding(struct arena *arena, struct diags *diags,
                                            struct source *source, struct str raw, size_t bad)
{
    size_t line = 1, start = 0;
    for (size_t i = 0; i < bad; i++)
        if (raw.at[i] == '\n') {
            line++;
            start = i + 1;
        }
    /* The text up to the bad byte is sound, and enough to show the place. */
    source->text = str_copy(arena, str_part(raw, 0, bad));
    index_text(arena, source);
    struct span span = {source, (uint32_t)bad, (uint32_t)bad};
    struct diag *diag =
        diag_report(diags, &E104, span, "byte %zu of line %zu (0x%02X) is not UTF-8 text",
                    bad - start + 1, line, (unsigned)(unsigned char)raw.at[bad]);
    hint_encoding(diags, diag, source->kind);
    return NULL;
}

/* A workbook, a document or a PDF begins with bytes of its own; text it is not, whatever its name
 * says. */
static bool refuse_document(struct diags *diags, const char *path, struct str text,
                            enum source_kind kind)
{
    bool packed = str_starts(text, "PK\3\4"), old = str_starts(text, "\xD0\xCF\x11\xE0");
    if (!packed && !old && !str_starts(text, "%PDF-"))
        return false;
    struct diag *diag = diag_report_file(
        diags, &E104, path, "this is %s, not a text",
        packed || old ? "a workbook of a spreadsheet or a document of a word processor" : "a PDF");
    hint_encoding(diags, diag, kind);
    return true;
}

const struct source *source_from_text_as(struct arena *arena, struct diags *diags, const char *path,
                                         struct str text, enum source_kind kind)
{
    struct source *source = ARENA_NEW(arena, struct source);
    source->path = str_copy(arena, str_from(path));
    source->kind = kind;
    if (refuse_document(diags, path, text, kind))
        return NULL;
    text = without_byte_order_mark(text);
    text = with_line_feeds(arena, text);
    size_t bad = utf8_check(text);
    if (bad < text.len)
        return refuse_encoding(arena, diags, source, text, bad);
    source->text = normalise(arena, text);
    index_text(arena, source);
    return check_characters(diags, source) ? source : NULL;
}

const struct source *source_from_text(struct arena *arena, struct diags *diags, const char *path,
                                      struct str text)
{
    return source_from_text_as(arena, diags, path, text, SOURCE_TEXT);
}

/* Index of the line that holds an offset. */
static size_t line_of(const struct source *source, uint32_t offset)
{
    size_t low = 0, high = source->line_count;
    while (high - low > 1) {
        size_t middle = low + (high - low) / 2;
        if (source->line_starts[middle] <= offset)
            low = middle;
        else
            high = middle;
    }
    return low;
}

static size_t characters_before(const struct source *source, size_t offset)
{
    if (offset > source->text.len)
        offset = source->text.len;
    size_t block = offset / SOURCE_BLOCK;
    return source->counts[block] + utf8_count(source->text, block * SOURCE_BLOCK, offset);
}

struct position source_position(const struct source *source, uint32_t offset)
{
    size_t line = line_of(source, offset);
    size_t start = source->line_starts[line];
    size_t column = offset - start < SOURCE_BLOCK
                        ? utf8_count(source->text, start, offset)
                        : characters_before(source, offset) - characters_before(source, start);
    return (struct position){(uint32_t)line + 1, (uint32_t)column + 1};
}

struct str source_line(const struct source *source, uint32_t line)
{
    if (line == 0 || line > source->line_count)
        return STR_NONE;
    size_t start = source->line_starts[line - 1];
    size_t end = str_find(source->text, '\n', start);
    if (end > start && source->text.at[end - 1] == '\r')
        end--;
    return str_part(source->text, start, end);
}

struct str span_text(struct span span)
{
    return span.source ? str_part(span.source->text, span.start, span.end) : STR_NONE;
}

struct span span_join(struct span a, struct span b)
{
    if (!a.source)
        return b;
    if (b.source == a.source && b.end > a.end)
        a.end = b.end;
    return a;
}
