/* What an officer meant and Markdown does not: lines that look like list items but are none, cells
   beyond the columns of a table, definitions of links that nothing uses. */
#include "base/ascii.h"
#include "base/utf8.h"
#include "doc/doc_codes.h"
#include "doc/markdown/spans.h"

/* ---- lines that look like list items or headings but are not ---- */

static char byte_at(struct str text, size_t at)
{
    return at < text.len ? text.at[at] : '\0';
}

static bool starts_at(struct str text, size_t at, const char *mark)
{
    return str_starts(str_part(text, at, text.len), mark);
}

static const char *const bullets[] = {"\u2022", "\u25AA", "\u25E6", "\u2023", "\u25CF",
                                      "\u25A0", "\u00B7", "\u2043", "\u27A2", "\u2713"};

/* Dashes may also begin a line within a sentence. */
static bool is_bullet(struct str text, size_t at, bool first_line)
{
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (starts_at(text, at, bullets[i]))
            return true;
    return first_line && (starts_at(text, at, "\u2013 ") || starts_at(text, at, "\u2014 "));
}

static size_t digits_end(struct str text, size_t at)
{
    while (ascii_is_digit(byte_at(text, at)))
        at++;
    return at;
}

/* `3. Reduce` below a line that ends in a colon: only a list that begins with 1 may stand there. */
static bool is_item_below(const struct builder *builder, size_t line, struct str text, size_t at)
{
    size_t end = digits_end(text, at);
    char stop = byte_at(text, end);
    struct str whole = builder->rendered->text;
    bool in_item = builder->block->kind == BLOCK_ITEM || builder->block->parent->kind == BLOCK_ITEM;
    bool below =
        builder->block->inlines && line > 1 &&
        (in_item ||
         str_ends(str_trim(str_part(whole, ascii_line_start(whole, line - 1), line - 1)), ":"));
    return below && end > at && (stop == '.' || stop == ')') && byte_at(text, end + 1) == ' ';
}

static bool is_unspaced_item(struct str text, size_t at)
{
    size_t end = digits_end(text, at);
    bool bullet = (byte_at(text, at) == '-' && ascii_is_letter(byte_at(text, at + 1))) ||
                  starts_at(text, at, "-\u00A0");
    bool numbered = end > at && (byte_at(text, end) == '.' || byte_at(text, end) == ')') &&
                    (ascii_is_letter(byte_at(text, end + 1)) || starts_at(text, end + 1, "\u00A0"));
    return bullet || numbered;
}

static bool is_unspaced_heading(struct str text, size_t at)
{
    size_t end = at;
    while (byte_at(text, end) == '#')
        end++;
    return end > at && end - at <= 6 && ascii_is_letter(byte_at(text, end));
}

static void warn_line(struct builder *builder, size_t at, size_t end, const char *what,
                      const char *hint)
{
    struct diag *diag =
        diag_report(builder->diags, &W403, rendered_origin(builder->rendered, at, end), "%s", what);
    diag_hint(builder->diags, diag, "%s", hint);
}

/* `a)`, `(a)`, `ii.`; but not a word or an initial, unless the line above or below begins in the
   same way. */
static bool is_lettered(struct str text, size_t at)
{
    enum { MOST = 4 };
    size_t start = at + (byte_at(text, at) == '('), end = start;
    while (ascii_is_letter(byte_at(text, end)) && end - start < MOST)
        end++;
    bool numeral = true;
    for (size_t i = start; i < end; i++)
        numeral &= memchr("ivxIVX", text.at[i], 6) != NULL;
    char stop = byte_at(text, end);
    bool closed = stop == ')' || (stop == '.' && start == at);
    return (end == start + 1 || (end > start && numeral)) && closed &&
           byte_at(text, end + 1) == ' ';
}

static bool is_lettered_list(struct str whole, size_t at)
{
    size_t next = str_find(whole, '\n', at) + 1;
    while (byte_at(whole, next) == ' ')
        next++;
    return is_lettered(whole, at) && is_lettered(whole, next);
}

void lookalikes_check_line(struct builder *builder, size_t at)
{
    struct str whole = builder->rendered->text;
    size_t end = str_find(whole, '\n', at), line = ascii_line_start(whole, at);
    struct str text = str_part(whole, 0, end);
    if (builder->block->kind == BLOCK_CELL || builder->block->kind == BLOCK_HEADING)
        return;
    if (is_bullet(text, at, !builder->block->inlines))
        warn_line(builder, at, end, "this sign begins no item of a list",
                  "write `- ` in its place, and a blank line before the first item");
    else if (is_item_below(builder, line, text, at))
        warn_line(builder, at, end, "this number begins no item of a list",
                  "leave a blank line before the list");
    else if (is_unspaced_item(text, at))
        warn_line(builder, at, end, "this line begins no item of a list",
                  "write a space behind the hyphen or the number");
    else if (is_unspaced_heading(text, at))
        warn_line(builder, at, end, "this line is no heading", "write a space behind the #");
    else if (is_lettered_list(whole, at))
        warn_line(builder, at, end, "this letter begins no item of a list",
                  "number the items 1. and 2., or begin each with `- `");
}

/* Does the line before the one at `at` consist of hyphens alone? */
static bool is_below_hyphens(struct str text, size_t at)
{
    size_t start = ascii_line_start(text, at);
    if (!start)
        return false;
    struct str line = str_trim(str_part(text, ascii_line_start(text, start - 1), start));
    for (size_t i = 0; i < line.len; i++)
        if (line.at[i] != '-')
            return false;
    return line.len > 2;
}

/* Headings made by the line below them: front matter, and a sentence above an intended rule, become
   headings by accident. */
void lookalikes_check_heading(struct builder *builder, const struct block *heading)
{
    struct str whole = builder->rendered->text;
    struct str words = inlines_text(builder->arena, heading->inlines);
    size_t line = ascii_line_start(whole, builder->cursor), end = str_find(whole, '\n', line);
    bool marked = str_starts(str_trim(str_part(whole, line, end)), "#");
    bool data = is_below_hyphens(whole, line) && str_find(words, ':', 0) < words.len;
    if (marked || !words.len)
        return;
    struct diag *diag = NULL;
    if (data)
        diag = diag_report(builder->diags, &E421, heading->origin,
                           "this is data about a file in other kinds of Markdown; here it would be "
                           "printed as it stands");
    else if (str_ends(words, ".") || str_ends(words, ";") || str_ends(words, ","))
        diag =
            diag_report(builder->diags, &W403, heading->origin,
                        "this sentence becomes a heading, for a line of hyphens stands below it");
    if (diag)
        diag_hint(builder->diags, diag,
                  data ? "delete it with the lines that enclose it"
                       : "leave a blank line between the two");
}

/* ---- what an officer wrote but the Markdown parser silently drops ---- */

static bool is_word_byte(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c) || (unsigned char)c >= 0x80;
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
