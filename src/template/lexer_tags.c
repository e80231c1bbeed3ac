/* The inner half of the lexer: names, texts, numbers and marks between {{ }} and {% %}. */
#include "template/lexer_tags.h"

#include "base/ascii.h"
#include "base/utf8.h"

static const char *const marks[] = {"**", "//", "==", "!=", "<=", ">=", "+", "-", "*",
                                    "/",  "%",  "~",  "[",  "]",  "(",  ")", "<", ">",
                                    "=",  ".",  ":",  "|",  ",",  ";",  "{", "}"};

static bool starts_name(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == '_';
}

static char byte_at(const struct lexer *lexer, size_t at)
{
    return at < lexer->text.len ? lexer->text.at[at] : '\0';
}

/* ---- texts ---- */

static int hex_digit(char byte)
{
    if (ascii_is_digit(byte))
        return byte - '0';
    if (byte >= 'a' && byte <= 'f')
        return byte - 'a' + 10;
    return byte >= 'A' && byte <= 'F' ? byte - 'A' + 10 : -1;
}

/* The four digits behind \u; false when they are not, or name what text may not hold. */
static bool read_unicode(const struct lexer *lexer, size_t at, struct buf *out)
{
    uint32_t code_point = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = hex_digit(byte_at(lexer, i));
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

/* Resolves the escape whose backslash is at `at`; the offset behind it, or 0 when there is none. */
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
    struct diag *diag = diag_report(lexer->diags, E306, lexer_span(lexer, at, at + 1),
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
        diag_report(lexer->diags, E306, lexer_span(lexer, open, open + 1),
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

/* Behind a full stop digits are an index: a.0.1 */
static bool behind_stop(const struct lexer *lexer)
{
    return lexer->pos > 0 && lexer->text.at[lexer->pos - 1] == '.';
}

static bool read_number(struct lexer *lexer)
{
    size_t start = lexer->pos, end = skip_digits(lexer, start);
    bool zero_first = lexer->text.at[start] == '0' && end > start + 1;
    enum token_kind kind = TOKEN_WHOLE;
    if (byte_at(lexer, end) == '.' && ascii_is_digit(byte_at(lexer, end + 1)) &&
        !behind_stop(lexer)) {
        kind = TOKEN_DECIMAL;
        zero_first = false;
        end = skip_digits(lexer, end + 1);
    }
    if (starts_name(byte_at(lexer, end)) || zero_first) {
        while (starts_name(byte_at(lexer, end)) || ascii_is_digit(byte_at(lexer, end)))
            end++;
        struct diag *diag = diag_report(lexer->diags, E306, lexer_span(lexer, start, end),
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
    diag_report(lexer->diags, E301, lexer_span(lexer, lexer->pos, end),
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

void lexer_read_tag(struct lexer *lexer, size_t open, size_t start, bool prints)
{
    lexer_add(lexer, prints ? TOKEN_PRINT_OPEN : TOKEN_TAG_OPEN, open, start, STR_NONE);
    lexer->pos = start;
    for (;;) {
        lexer->pos = lexer_skip_space(lexer, lexer->pos);
        if (lexer->pos >= lexer->text.len || opens_another(lexer)) {
            diag_report(lexer->diags, E302, lexer_span(lexer, open, open + 2),
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
