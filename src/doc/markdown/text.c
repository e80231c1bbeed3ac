/* Running text: values take the place of their characters; HTML and lost tables are refused. */
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

#include "base/ascii.h"
#include "base/unseen.h"
#include "base/utf8.h"

/* ---- entities ---- */

static const struct {
    const char *name;
    uint32_t code_point;
} entities[] = {
    {"amp", '&'},      {"apos", '\''},     {"bull", 0x2022},  {"cent", 0xA2},    {"copy", 0xA9},
    {"deg", 0xB0},     {"euro", 0x20AC},   {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},
    {"gt", '>'},       {"hellip", 0x2026}, {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},   {"minus", 0x2212}, {"nbsp", 0xA0},    {"ndash", 0x2013},
    {"plusmn", 0xB1},  {"pound", 0xA3},    {"quot", '"'},     {"rdquo", 0x201D}, {"reg", 0xAE},
    {"rsquo", 0x2019}, {"sect", 0xA7},     {"times", 0xD7},   {"trade", 0x2122},
};

static uint32_t named(struct str name)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_is(name, entities[i].name))
            return entities[i].code_point;
    return 0;
}

/* 0 for what is not a number, or larger than any character's. */
static uint32_t number(struct str digits, uint32_t base)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        uint32_t digit = (uint32_t)ascii_hex_value(digits.at[i]);
        if (digit >= base || value > 0x10FFFF)
            return 0;
        value = value * base + digit;
    }
    return value;
}

/* No control characters, no halves of a pair, none of those that stand for values. */
static bool is_printable(uint32_t c)
{
    return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) &&
           !(c >= 0xE000 && c < 0xF900) && !(c >= 0xFDD0 && c < 0xFDF0) && (c & 0xFFFE) != 0xFFFE &&
           !utf8_is_reserved(c);
}

struct str entity_text(struct arena *arena, struct str entity)
{
    struct str inner = str_part(entity, 1, entity.len - 1);
    uint32_t code_point;
    if (!str_starts(inner, "#"))
        code_point = named(inner);
    else if (str_starts(inner, "#x") || str_starts(inner, "#X"))
        code_point = number(str_part(inner, 2, inner.len), 16);
    else
        code_point = number(str_part(inner, 1, inner.len), 10);
    if (!is_printable(code_point))
        return STR_NONE;
    char bytes[4];
    return str_copy(arena, (struct str){bytes, utf8_put(code_point, bytes)});
}

static bool is_name_byte(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || c == '-';
}

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

/* Where an element's tag that begins at a `<` ends: behind its `>`; 0 when it is none. */
static size_t tag_end(struct str text, size_t start)
{
    size_t at = start + 1;
    if (byte_at(text, at) == '/')
        at++;
    if (!ascii_is_letter(byte_at(text, at)))
        return 0;
    while (is_name_byte(byte_at(text, at)))
        at++;
    char after = byte_at(text, at);
    if (after != '>' && after != '/' && after != ' ' && after != '\n')
        return 0;
    for (; at < text.len && text.at[at] != '<'; at++) {
        if (text.at[at] == '>')
            return at + 1;
        if (text.at[at] == '\n' && byte_at(text, at + 1) == '\n')
            return 0;
    }
    return 0;
}

/* The same for comments, declarations and instructions: `<!-- -->`, `<!DOCTYPE>`, `<?xml ?>`. */
static size_t markup_end(struct str text, size_t start)
{
    char first = byte_at(text, start + 1), second = byte_at(text, start + 2);
    bool comment = first == '!' && second == '-' && byte_at(text, start + 3) == '-';
    bool declared = (first == '!' || first == '?') && ascii_is_letter(second);
    return comment || declared ? start + 3 : tag_end(text, start);
}

static void refuse_html(struct builder *builder, struct part part)
{
    struct str whole = builder->rendered->text;
    for (size_t i = str_find(part.text, '<', 0); i < part.text.len;
         i = str_find(part.text, '<', i + 1)) {
        size_t start = part.at + i;
        bool escaped = i == 0 && start > 0 && whole.at[start - 1] == '\\';
        size_t end = escaped ? 0 : markup_end(whole, start);
        if (!end)
            continue;
        struct str tag = str_part(whole, start, end);
        struct diag *diag =
            diag_report(builder->diags, &E401, rendered_origin(builder->rendered, start, end),
                        "HTML cannot be used here");
        if (str_starts(tag, "<!--"))
            diag_hint(builder->diags, diag, "write a comment as {# ... #}");
        else if (str_starts(tag, "<br"))
            diag_hint(builder->diags, diag, "end the line with a backslash");
        else
            diag_hint(builder->diags, diag, "use Markdown, or write \\< for a less-than sign");
    }
}

static bool in_link(const struct builder *builder)
{
    for (size_t i = 1; i <= builder->inline_depth; i++)
        if (builder->inlines[i].node->kind == INLINE_LINK)
            return true;
    return false;
}

static void add_citation(struct builder *builder, const struct insert *insert)
{
    if (in_link(builder)) {
        struct diag *diag = diag_report(builder->diags, &E417, insert->expression,
                                        "a source note cannot stand inside a link");
        diag_hint(builder->diags, diag, "put it behind the link");
        return;
    }
    struct inline_node *node = builder_add_inline(builder, INLINE_CITE);
    node->text = insert->text;
    node->cite = insert->cite;
    node->origin = insert->origin.source ? insert->origin : insert->expression;
}

static void add_value(struct builder *builder, const struct insert *insert)
{
    if (insert->cite.count) {
        add_citation(builder, insert);
        return;
    }
    struct span origin = insert->origin.source ? insert->origin : insert->expression;
    struct inline_node *node = builder_add_inline(builder, INLINE_TEXT);
    node->text = inline_text(builder->arena, insert->text, origin)->text;
    node->origin = origin;
}

static void check_unseen(struct builder *builder, struct part part)
{
    struct unseen unseen;
    for (size_t at = 0; unseen_find(part.text, at, UNSEEN_TOLD, &unseen); at = unseen.end)
        diag_report_unseen(
            builder->diags, &unseen,
            rendered_origin(builder->rendered, part.at + unseen.at, part.at + unseen.end));
}

static void add_plain(struct builder *builder, struct part part, size_t start, size_t end)
{
    if (start == end)
        return;
    struct inline_node *node = builder_add_inline(builder, INLINE_TEXT);
    node->text = unseen_clean(builder->arena, str_part(part.text, start, end));
    node->origin = part.at == NOT_IN_TEXT
                       ? builder->block->origin
                       : rendered_origin(builder->rendered, part.at + start, part.at + end);
}

static void check_as_written(struct builder *builder, struct part part)
{
    refuse_html(builder, part);
    table_lines_check(builder, part);
    dialects_check(builder, part);
    check_unseen(builder, part);
}

void builder_text(struct builder *builder, struct part part)
{
    if (builder->pictures) {
        builder_seen(builder, part);
        return;
    }
    if (part.at == NOT_IN_TEXT)
        part.text = str_copy(builder->arena, part.text);
    else
        check_as_written(builder, part);
    size_t start = 0;
    for (size_t at = 0, next = 0; at < part.text.len; at = next) {
        const struct insert *insert = builder_insert(builder, utf8_next(part.text, &next));
        if (!insert)
            continue;
        add_plain(builder, part, start, at);
        add_value(builder, insert);
        start = next;
    }
    add_plain(builder, part, start, part.text.len);
    builder_seen(builder, part);
}

void builder_entity(struct builder *builder, struct part part)
{
    if (builder->pictures)
        return;
    struct span origin = builder_origin(builder, part);
    struct str text = entity_text(builder->arena, part.text);
    if (!text.at) {
        struct diag *diag =
            diag_report(builder->diags, &E404, origin,
                        "`" STR_FMT "` is not the name of a character we know", STR_ARG(part.text));
        diag_hint(builder->diags, diag, "type the character itself");
        builder_seen(builder, part);
        return;
    }
    struct inline_node *node = builder_add_inline(builder, INLINE_TEXT);
    node->text = text;
    node->origin = origin;
    builder_seen(builder, part);
}

void builder_code_text(struct builder *builder, struct part part)
{
    buf_add(builder->code, part.text);
    builder_seen(builder, part);
}

void builder_break(struct builder *builder, bool hard)
{
    if (builder->pictures)
        return;
    struct inline_node *node = builder_add_inline(builder, hard ? INLINE_BREAK : INLINE_TEXT);
    if (!hard)
        node->text = STR(" ");
    node->origin = builder->block->origin;
}
