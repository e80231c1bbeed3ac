/* What an officer wrote but the Markdown parser silently drops: cells beyond the columns of a
   table, definitions of links that nothing uses. */
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

#include "base/ascii.h"
#include "base/utf8.h"

static bool is_word_byte(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           (unsigned char)c >= 0x80;
}

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

size_t line_start(struct str text, size_t at)
{
    while (at > 0 && text.at[at - 1] != '\n')
        at--;
    return at;
}

/* Behind the bracket that closes the one at `at`; `end` when none does. */
static size_t bracket_end(struct str text, size_t at, size_t end)
{
    char open = text.at[at], close = open == '(' ? ')' : ']';
    size_t depth = 0;
    for (; at < end; at++) {
        if (text.at[at] == '\\')
            at++;
        else if (text.at[at] == open)
            depth++;
        else if (text.at[at] == close && --depth == 0)
            return at + 1;
    }
    return end;
}

/* Behind the number of a list's item that begins at `at`, with its full stop or bracket; else 0. */
static size_t number_end(struct str text, size_t at)
{
    size_t end = at;
    while (ascii_is_digit(byte_at(text, end)))
        end++;
    bool marked = end > at && (byte_at(text, end) == '.' || byte_at(text, end) == ')');
    return marked && (at == 0 || !is_word_byte(text.at[at - 1])) ? end + 1 : 0;
}

/* ---- definitions of links: `[label]: address` ---- */

/* Where the address of a definition that begins at `at` stands; false when it begins none. */
static bool find_definition(struct str text, size_t at, size_t end, struct link_definition *found)
{
    if (byte_at(text, at) != '[' || str_trim(str_part(text, line_start(text, at), at)).len)
        return false;
    size_t behind = bracket_end(text, at, end);
    if (behind >= end || text.at[behind] != ':')
        return false;
    size_t start = behind + 1;
    while (start < end && (text.at[start] == ' ' || text.at[start] == '\n'))
        start++;
    size_t stop = start;
    while (stop < end && text.at[stop] != ' ' && text.at[stop] != '\n')
        stop++;
    bool pointed = byte_at(text, start) == '<' && stop > start + 1;
    *found = (struct link_definition){at, str_find(text, '\n', stop), STR_NONE};
    found->address = pointed ? str_part(text, start + 1, stop - 1) : str_part(text, start, stop);
    return true;
}

/* `2*3*4`: the parser takes the asterisks for those around words in italics. */
void lost_check_asterisk(struct builder *builder)
{
    struct str text = builder->rendered->text;
    size_t at = builder->cursor;
    if (!at || byte_at(text, at) != '*' || !ascii_is_digit(text.at[at - 1]) ||
        !ascii_is_digit(byte_at(text, at + 1)))
        return;
    struct diag *diag =
        diag_report(builder->diags, &E422, rendered_origin(builder->rendered, at, at + 1),
                    "this asterisk would not be printed: it sets what follows in italics");
    diag_hint(builder->diags, diag, "write \\* or \u00D7 between figures");
}

void lost_check_definitions(struct builder *builder)
{
    for (size_t i = 0; i < builder->definitions.count; i++) {
        const struct link_definition *definition = &builder->definitions.items[i];
        bool used = false;
        for (size_t k = 0; k < builder->addresses.count && !used; k++)
            used = str_equal(builder->addresses.items[k], definition->address);
        if (used)
            continue;
        struct diag *diag = diag_report(
            builder->diags, &E422,
            rendered_origin(builder->rendered, definition->start, definition->end),
            "this line would not be printed: it gives a link its address, and no link uses it");
        diag_hint(
            builder->diags, diag,
            "write \\[ for the first bracket, or [words](address) where the link is to stand");
    }
}

/* ---- gaps ---- */

static void report_lost(struct builder *builder, size_t at, size_t end)
{
    struct str text = builder->rendered->text;
    struct span origin = rendered_origin(builder->rendered, at, end);
    bool of_row =
        builder->cursor_in_cell && line_start(text, builder->cursor) == line_start(text, at);
    if (!of_row) {
        diag_report(builder->diags, &E422, origin, "this text would not be printed");
        return;
    }
    bool head = builder->cursor_in_cell == IN_HEAD_CELL;
    struct diag *diag =
        diag_report(builder->diags, &E422, origin, "this cell would not be printed: %s",
                    head ? "the line below the head of the table has fewer columns"
                         : "its row has more cells than the table has columns");
    diag_hint(builder->diags, diag,
              head ? "give the line of hyphens as many columns as the head has"
                   : "give the column a heading, or write \\| for a bar inside a cell");
}

/* Skips syntax at `at`; returns where to go on, or `at` itself if there is none. */
static size_t skip_syntax(struct builder *builder, size_t at, size_t end)
{
    struct str text = builder->rendered->text;
    struct link_definition definition;
    if (text.at[at] == ']' && (byte_at(text, at + 1) == '(' || byte_at(text, at + 1) == '['))
        return bracket_end(text, at + 1, end);
    if (find_definition(text, at, end, &definition)) {
        *LIST_ADD(builder->arena, &builder->definitions) = definition;
        return definition.end < end ? definition.end : end;
    }
    if (!is_word_byte(text.at[at]))
        return at + 1;
    size_t number = number_end(text, at);
    return number ? number : at;
}

void lost_check(struct builder *builder, size_t end)
{
    struct str text = builder->rendered->text;
    for (size_t at = builder->cursor; at < end;) {
        size_t next = skip_syntax(builder, at, end);
        if (next > at) {
            at = next;
            continue;
        }
        size_t stop = str_find(text, '\n', at);
        stop = stop < end ? stop : end;
        while (stop > at && !is_word_byte(text.at[stop - 1]))
            stop--;
        report_lost(builder, at, stop);
        at = stop;
    }
}
