/* Cuts a template into text and tags, and tags into names, texts, numbers and marks. */
#include "template/parse/parser.h"
#include "template/template_codes.h"

#include "base/ascii.h"
#include "base/utf8.h"

struct lexer {
    struct arena *arena;
    struct diags *diags;
    struct span at;
    bool exact; /* the text is the bytes of `at` */
    struct str text;
    size_t pos;
    struct tokens *tokens;
};

static struct span lexer_span(const struct lexer *lexer, size_t start, size_t end)
{
    if (!lexer->exact)
        return lexer->at;
    uint32_t base = lexer->at.start;
    return (struct span){lexer->at.source, base + (uint32_t)start, base + (uint32_t)end};
}

static void lexer_add(struct lexer *lexer, enum token_kind kind, size_t start, size_t end,
                      struct str text)
{
    struct token *token = LIST_ADD(lexer->arena, &lexer->tokens->list);
    *token = (struct token){kind, lexer_span(lexer, start, end), text};
}

static bool lexer_sees(const struct lexer *lexer, size_t at, const char *mark)
{
    return at <= lexer->text.len && str_starts(str_part(lexer->text, at, lexer->text.len), mark);
}

static size_t lexer_skip_space(const struct lexer *lexer, size_t at)
{
    while (at < lexer->text.len) {
        size_t next = at;
        if (!python_space(utf8_next(lexer->text, &next)))
            break;
        at = next;
    }
    return at;
}

static size_t lexer_skip_newline(const struct lexer *lexer, size_t at)
{
    if (lexer_sees(lexer, at, "\r\n"))
        return at + 2;
    return lexer_sees(lexer, at, "\n") || lexer_sees(lexer, at, "\r") ? at + 1 : at;
}

static const char *const marks[] = {"**", "//", "==", "!=", "<=", ">=", "+", "-", "*",
                                    "/",  "%",  "~",  "[",  "]",  "(",  ")", "<", ">",
                                    "=",  ".",  ":",  "|",  ",",  ";",  "{", "}"};

static bool starts_name(char byte)
{
    return ascii_is_letter(byte) || byte == '_';
}

static char byte_at(const struct lexer *lexer, size_t at)
{
    return at < lexer->text.len ? lexer->text.at[at] : '\0';
}

/* ---- texts ---- */

/* The four digits after \u; false when they are none, or name what a text may not hold. */
static bool read_unicode(const struct lexer *lexer, size_t at, struct buf *out)
{
    uint32_t code_point = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = ascii_hex_value(byte_at(lexer, i));
        if (digit < 0)
            return false;
        code_point = code_point * 16 + (uint32_t)digit;
    }
    bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    bool control = code_point < 0x20 || (code_point >= 0x7F && code_point < 0xA0);
    if (!surrogate && !control)
        buf_code_point(out, code_point);
    return !surrogate && !control;
}

/* Resolves the escape whose backslash is at `at`; the offset after it, or 0 when it is none. */
static size_t read_escape(const struct lexer *lexer, size_t at, struct buf *out)
{
    switch (byte_at(lexer, at + 1)) {
    case 'n': buf_byte(out, '\n'); return at + 2;
    case 't': buf_byte(out, '\t'); return at + 2;
    case '\\': buf_byte(out, '\\'); return at + 2;
    case '\'': buf_byte(out, '\''); return at + 2;
    case '"': buf_byte(out, '"'); return at + 2;
    case 'u': return read_unicode(lexer, at + 2, out) ? at + 6 : 0;
    default: return 0;
    }
}

static bool escape_fault(struct lexer *lexer, size_t at)
{
    struct diag *diag = diag_report(lexer->diags, &E306, lexer_span(lexer, at, at + 1),
                                    "this escape is not one that templates know");
    diag_hint(lexer->diags, diag,
              "write \\\\ for a backslash; the others are \\n \\t \\' \\\" \\u");
    return false;
}

static bool read_string(struct lexer *lexer)
{
    size_t open = lexer->pos, at = open + 1;
    struct buf out = {.arena = lexer->arena};
    buf_addz(&out, "");
    while (at < lexer->text.len && lexer->text.at[at] != lexer->text.at[open]) {
        size_t next = at + 1;
        if (lexer->text.at[at] == '\\')
            next = read_escape(lexer, at, &out);
        else if (lexer->text.at[at] == '\r')
            buf_byte(&out, '\n'), next = lexer_skip_newline(lexer, at);
        else
            buf_byte(&out, lexer->text.at[at]);
        if (next == 0)
            return escape_fault(lexer, at);
        at = next;
    }
    if (at >= lexer->text.len) {
        diag_report(lexer->diags, &E306, lexer_span(lexer, open, open + 1),
                    "this quotation mark has no partner");
        return false;
    }
    lexer_add(lexer, TOKEN_STRING, open, at + 1, str_copy(lexer->arena, buf_str(&out)));
    lexer->pos = at + 1;
    return true;
}

/* ---- numbers and names ---- */

static size_t skip_digits(const struct lexer *lexer, size_t at)
{
    while (ascii_is_digit(byte_at(lexer, at)))
        at++;
    return at;
}

/* After a full stop digits are an index: a.0.1 */
static bool after_stop(const struct lexer *lexer)
{
    return lexer->pos > 0 && lexer->text.at[lexer->pos - 1] == '.';
}

static bool read_number(struct lexer *lexer)
{
    size_t start = lexer->pos, end = skip_digits(lexer, start);
    bool zero_first = lexer->text.at[start] == '0' && end > start + 1;
    enum token_kind kind = TOKEN_WHOLE;
    if (byte_at(lexer, end) == '.' && ascii_is_digit(byte_at(lexer, end + 1)) &&
        !after_stop(lexer)) {
        kind = TOKEN_DECIMAL;
        zero_first = false;
        end = skip_digits(lexer, end + 1);
    }
    if (starts_name(byte_at(lexer, end)) || zero_first) {
        while (starts_name(byte_at(lexer, end)) || ascii_is_digit(byte_at(lexer, end)))
            end++;
        struct diag *diag = diag_report(lexer->diags, &E306, lexer_span(lexer, start, end),
                                        "`" STR_FMT "` is not a number",
                                        STR_ARG(str_part(lexer->text, start, end)));
        diag_hint(lexer->diags, diag, "write plain digits, such as 9 or 16.5");
        return false;
    }
    lexer_add(lexer, kind, start, end, str_part(lexer->text, start, end));
    lexer->pos = end;
    return true;
}

static bool read_name(struct lexer *lexer)
{
    size_t start = lexer->pos;
    while (starts_name(byte_at(lexer, lexer->pos)) || ascii_is_digit(byte_at(lexer, lexer->pos)))
        lexer->pos++;
    lexer_add(lexer, TOKEN_NAME, start, lexer->pos, str_part(lexer->text, start, lexer->pos));
    return true;
}

static bool read_mark(struct lexer *lexer)
{
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        if (!lexer_sees(lexer, lexer->pos, marks[i]))
            continue;
        size_t len = str_from(marks[i]).len;
        lexer_add(lexer, TOKEN_MARK, lexer->pos, lexer->pos + len, str_from(marks[i]));
        lexer->pos += len;
        return true;
    }
    size_t end = lexer->pos;
    utf8_next(lexer->text, &end);
    diag_report(lexer->diags, &E301, lexer_span(lexer, lexer->pos, end),
                "`" STR_FMT "` cannot stand in a tag",
                STR_ARG(str_part(lexer->text, lexer->pos, end)));
    return false;
}

static bool read_word(struct lexer *lexer)
{
    char byte = lexer->text.at[lexer->pos];
    if (starts_name(byte))
        return read_name(lexer);
    if (ascii_is_digit(byte))
        return read_number(lexer);
    return byte == '\'' || byte == '"' ? read_string(lexer) : read_mark(lexer);
}

/* ---- the tag ---- */

/* Reads what closes the tag, if it is here. */
static bool read_close(struct lexer *lexer, bool prints)
{
    const char *close = prints ? "}}" : "%}";
    size_t at = lexer->pos, end;
    bool strips = lexer_sees(lexer, at, "-") && lexer_sees(lexer, at + 1, close);
    bool keeps = !prints && lexer_sees(lexer, at, "+") && lexer_sees(lexer, at + 1, close);
    if (!strips && !keeps && !lexer_sees(lexer, at, close))
        return false;
    end = at + (strips || keeps ? 3 : 2);
    lexer_add(lexer, prints ? TOKEN_PRINT_CLOSE : TOKEN_TAG_CLOSE, at, end, STR_NONE);
    if (strips)
        end = lexer_skip_space(lexer, end);
    else if (!prints && !keeps)
        end = lexer_skip_newline(lexer, end);
    lexer->pos = end;
    return true;
}

static bool opens_another(const struct lexer *lexer)
{
    return lexer_sees(lexer, lexer->pos, "{{") || lexer_sees(lexer, lexer->pos, "{%") ||
           lexer_sees(lexer, lexer->pos, "{#");
}

/* After a fault: on to the end of the tag, or to the next one. */
static void skip_rest(struct lexer *lexer, bool prints)
{
    size_t at = lexer->pos;
    lexer_add(lexer, TOKEN_FAULT, at, at, STR_NONE);
    while (lexer->pos < lexer->text.len && !opens_another(lexer)) {
        if (read_close(lexer, prints))
            return;
        lexer->pos++;
    }
    lexer_add(lexer, prints ? TOKEN_PRINT_CLOSE : TOKEN_TAG_CLOSE, at, at, STR_NONE);
}

static void lexer_read_tag(struct lexer *lexer, size_t open, size_t start, bool prints)
{
    lexer_add(lexer, prints ? TOKEN_PRINT_OPEN : TOKEN_TAG_OPEN, open, start, STR_NONE);
    lexer->pos = start;
    for (;;) {
        lexer->pos = lexer_skip_space(lexer, lexer->pos);
        if (lexer->pos >= lexer->text.len || opens_another(lexer)) {
            diag_report(lexer->diags, &E302, lexer_span(lexer, open, open + 2),
                        "this `%s` has no `%s`", prints ? "{{" : "{%", prints ? "}}" : "%}");
            skip_rest(lexer, prints);
            return;
        }
        if (read_close(lexer, prints))
            return;
        if (!read_word(lexer)) {
            skip_rest(lexer, prints);
            return;
        }
    }
}

/* ---- text, comments and raw blocks, and what white space they lose ---- */

static bool line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Where the text before a tag ends, once lstrip_blocks has taken the tag's indentation. */
static size_t strip_indent(const struct lexer *lexer, size_t start, size_t end)
{
    size_t line = end;
    while (line > start && !line_end(lexer->text.at[line - 1]))
        line--;
    bool fresh = line > start || start == 0 || line_end(lexer->text.at[start - 1]);
    return fresh && lexer_skip_space(lexer, line) >= end ? line : end;
}

static size_t strip_end(const struct lexer *lexer, size_t start, size_t end)
{
    size_t last = start;
    for (size_t at = start; at < end;) {
        if (!python_space(utf8_next(lexer->text, &at)))
            last = at;
    }
    return last;
}

/* Adds the text up to `end`, where a tag begins; its sign, if it has one, is at end + 2. */
static void add_text(struct lexer *lexer, size_t end, bool prints)
{
    size_t start = lexer->pos;
    char sign = end + 2 < lexer->text.len ? lexer->text.at[end + 2] : ' ';
    size_t stop = end;
    if (sign == '-')
        stop = strip_end(lexer, start, end);
    else if (sign != '+' && !prints)
        stop = strip_indent(lexer, start, end);
    if (stop > start)
        lexer_add(lexer, TOKEN_TEXT, start, stop, str_part(lexer->text, start, stop));
}

static size_t after_sign(const struct lexer *lexer, size_t at)
{
    return lexer_sees(lexer, at, "-") || lexer_sees(lexer, at, "+") ? at + 1 : at;
}

/* If a tag of that one word opens at `at`, the offset where its closing mark is due; else 0. */
static size_t word_tag(const struct lexer *lexer, size_t at, const char *word)
{
    if (!lexer_sees(lexer, at, "{%"))
        return 0;
    at = lexer_skip_space(lexer, after_sign(lexer, at + 2));
    if (!lexer_sees(lexer, at, word))
        return 0;
    return lexer_skip_space(lexer, at + str_from(word).len);
}

/* Offset after `-%}` (and white space), `+%}`, or `%}` (and a line end); 0 when none is here. */
static size_t tag_close(const struct lexer *lexer, size_t at)
{
    if (lexer_sees(lexer, at, "-%}"))
        return lexer_skip_space(lexer, at + 3);
    if (lexer_sees(lexer, at, "+%}"))
        return at + 3;
    return lexer_sees(lexer, at, "%}") ? lexer_skip_newline(lexer, at + 2) : 0;
}

/* A raw tag at `at`: the offset after it, where its line end is kept; else 0. */
static size_t raw_open(const struct lexer *lexer, size_t at)
{
    size_t close = word_tag(lexer, at, "raw");
    if (close && lexer_sees(lexer, close, "-%}"))
        return lexer_skip_space(lexer, close + 3);
    return close && lexer_sees(lexer, close, "%}") ? close + 2 : 0;
}

static void lex_raw(struct lexer *lexer, size_t open, size_t body)
{
    lexer->pos = body;
    for (size_t at = str_find(lexer->text, '{', body); at < lexer->text.len;
         at = str_find(lexer->text, '{', at + 1)) {
        size_t close = word_tag(lexer, at, "endraw");
        size_t after = close ? tag_close(lexer, close) : 0;
        if (!after)
            continue;
        add_text(lexer, at, false);
        lexer->pos = after;
        return;
    }
    lexer->pos = lexer->text.len;
    struct diag *diag = diag_report(lexer->diags, &E302, lexer_span(lexer, open, body),
                                    "`{%% raw %%}` has no `{%% endraw %%}`");
    diag_hint(lexer->diags, diag, "write {%% endraw %%} where tags count again");
}

static void lex_comment(struct lexer *lexer, size_t open)
{
    for (size_t at = after_sign(lexer, open + 2); at < lexer->text.len; at++) {
        at = str_find(lexer->text, '#', at);
        if (!lexer_sees(lexer, at, "#}"))
            continue;
        char sign = at > open + 2 ? lexer->text.at[at - 1] : ' ';
        bool signed_end = at - 1 >= after_sign(lexer, open + 2);
        lexer->pos = at + 2;
        if (signed_end && sign == '-')
            lexer->pos = lexer_skip_space(lexer, at + 2);
        else if (!signed_end || sign != '+')
            lexer->pos = lexer_skip_newline(lexer, at + 2);
        return;
    }
    lexer->pos = lexer->text.len;
    struct diag *diag = diag_report(lexer->diags, &E302, lexer_span(lexer, open, open + 2),
                                    "this comment has no `#}`");
    diag_hint(lexer->diags, diag, "write #} where the comment ends");
}

/* Offset of the next thing that opens with `{`; the end of the text if none. */
static size_t next_open(const struct lexer *lexer)
{
    size_t at = str_find(lexer->text, '{', lexer->pos);
    while (at < lexer->text.len && !lexer_sees(lexer, at, "{{") && !lexer_sees(lexer, at, "{%") &&
           !lexer_sees(lexer, at, "{#"))
        at = str_find(lexer->text, '{', at + 1);
    return at;
}

static void lex_open(struct lexer *lexer, size_t at)
{
    size_t raw = raw_open(lexer, at);
    bool prints = lexer_sees(lexer, at, "{{");
    add_text(lexer, at, prints);
    if (raw)
        lex_raw(lexer, at, raw);
    else if (lexer_sees(lexer, at, "{#"))
        lex_comment(lexer, at);
    else
        lexer_read_tag(lexer, at, after_sign(lexer, at + 2), prints);
}

void template_lex(struct arena *arena, struct diags *diags, struct span at, struct str text,
                  struct tokens *tokens)
{
    struct lexer lexer = {.arena = arena, .diags = diags, .at = at, .text = text, .tokens = tokens};
    lexer.exact = at.source && str_equal(span_text(at), text);
    while (lexer.pos < text.len) {
        size_t open = next_open(&lexer);
        if (open < text.len) {
            lex_open(&lexer, open);
            continue;
        }
        lexer_add(&lexer, TOKEN_TEXT, lexer.pos, text.len, str_part(text, lexer.pos, text.len));
        lexer.pos = text.len;
    }
    lexer_add(&lexer, TOKEN_END, text.len, text.len, STR_NONE);
}
