/* The outer half of the lexer: text, comments and raw blocks, and what white space they lose. */
#include "template/lexer_tags.h"

#include "base/utf8.h"

struct span lexer_span(const struct lexer *lexer, size_t start, size_t end)
{
    if (!lexer->exact)
        return lexer->at;
    uint32_t base = lexer->at.start;
    return (struct span){lexer->at.source, base + (uint32_t)start, base + (uint32_t)end};
}

void lexer_add(struct lexer *lexer, enum token_kind kind, size_t start, size_t end, struct str text)
{
    struct token *token = LIST_ADD(lexer->arena, &lexer->tokens->list);
    *token = (struct token){kind, lexer_span(lexer, start, end), text};
}

bool lexer_sees(const struct lexer *lexer, size_t at, const char *mark)
{
    return at <= lexer->text.len && str_starts(str_part(lexer->text, at, lexer->text.len), mark);
}

size_t lexer_skip_space(const struct lexer *lexer, size_t at)
{
    while (at < lexer->text.len) {
        size_t next = at;
        if (!python_space(utf8_next(lexer->text, &next)))
            break;
        at = next;
    }
    return at;
}

size_t lexer_skip_newline(const struct lexer *lexer, size_t at)
{
    if (lexer_sees(lexer, at, "\r\n"))
        return at + 2;
    return lexer_sees(lexer, at, "\n") || lexer_sees(lexer, at, "\r") ? at + 1 : at;
}

static bool line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

/* Where text that stands before a tag ends, once lstrip_blocks has taken the tag's indentation. */
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

/* Adds text up to `end`, where a tag stands whose sign is at end + 2. */
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

static size_t behind_sign(const struct lexer *lexer, size_t at)
{
    return lexer_sees(lexer, at, "-") || lexer_sees(lexer, at, "+") ? at + 1 : at;
}

/* If a tag of that one word opens at `at`, the offset where its closing mark is due; else 0. */
static size_t word_tag(const struct lexer *lexer, size_t at, const char *word)
{
    if (!lexer_sees(lexer, at, "{%"))
        return 0;
    at = lexer_skip_space(lexer, behind_sign(lexer, at + 2));
    if (!lexer_sees(lexer, at, word))
        return 0;
    return lexer_skip_space(lexer, at + str_from(word).len);
}

/* Offset behind `-%}` (and white space), `+%}`, or `%}` (and a line end); 0 when none is here. */
static size_t tag_close(const struct lexer *lexer, size_t at)
{
    if (lexer_sees(lexer, at, "-%}"))
        return lexer_skip_space(lexer, at + 3);
    if (lexer_sees(lexer, at, "+%}"))
        return at + 3;
    return lexer_sees(lexer, at, "%}") ? lexer_skip_newline(lexer, at + 2) : 0;
}

/* A raw tag at `at`: the offset behind it, where its line end is kept; else 0. */
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
        size_t behind = close ? tag_close(lexer, close) : 0;
        if (!behind)
            continue;
        add_text(lexer, at, false);
        lexer->pos = behind;
        return;
    }
    lexer->pos = lexer->text.len;
    struct diag *diag = diag_report(lexer->diags, E302, lexer_span(lexer, open, body),
                                    "`{%% raw %%}` has no `{%% endraw %%}`");
    diag_hint(lexer->diags, diag, "write {%% endraw %%} where tags count again");
}

static void lex_comment(struct lexer *lexer, size_t open)
{
    for (size_t at = behind_sign(lexer, open + 2); at < lexer->text.len; at++) {
        at = str_find(lexer->text, '#', at);
        if (!lexer_sees(lexer, at, "#}"))
            continue;
        char sign = at > open + 2 ? lexer->text.at[at - 1] : ' ';
        bool signed_end = at - 1 >= behind_sign(lexer, open + 2);
        lexer->pos = at + 2;
        if (signed_end && sign == '-')
            lexer->pos = lexer_skip_space(lexer, at + 2);
        else if (!signed_end || sign != '+')
            lexer->pos = lexer_skip_newline(lexer, at + 2);
        return;
    }
    lexer->pos = lexer->text.len;
    struct diag *diag = diag_report(lexer->diags, E302, lexer_span(lexer, open, open + 2),
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
        lexer_read_tag(lexer, at, behind_sign(lexer, at + 2), prints);
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
