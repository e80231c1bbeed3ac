/* What word processors and web pages put into YAML, by its name: characters that look like those of
   YAML and are not, and `#` that makes a remark of a text. */
#include "data/yaml/yaml_pasted.h"

#include "base/ascii.h"
#include "base/unseen.h"
#include "base/utf8.h"
#include "data/data_codes.h"

/* The first byte of the nearest line above that is not blank; that of this line when there is none.
 */
static size_t line_above(struct str text, size_t at)
{
    size_t start = ascii_line_start(text, at);
    while (start > 0 && (ascii_ends_line(text.at[start - 1]) || ascii_is_blank(text.at[start - 1])))
        start--;
    return start ? ascii_line_start(text, start) : ascii_line_start(text, at);
}

/* Does a value begin here: after a colon, a hyphen, a comma or a bracket? */
static bool begins_value(struct str text, size_t at)
{
    while (at > 0 && ascii_is_blank(text.at[at - 1]))
        at--;
    return at > 0 && strchr(":-,[{", text.at[at - 1]);
}

/* The character at a place, and in `*end` where it ends; 0 at the end of the text. */
static uint32_t character_at(struct str text, size_t at, size_t *end)
{
    *end = at;
    return at < text.len ? utf8_next(text, end) : 0;
}

/* What stands at a place and cannot be told from a space, or from nothing. */
static bool unseen_at(struct str text, size_t at, struct unseen *unseen)
{
    enum { SPACES = UNSEEN_NOTHING | UNSEEN_BLANK | UNSEEN_DIRECTION | UNSEEN_SELECTOR };
    size_t end; /* of this one character: nothing further on is looked at */
    return character_at(text, at, &end) >= 0x80 &&
           unseen_find(str_part(text, 0, end), at, SPACES, unseen) && unseen->at == at;
}

static bool report_unseen(struct diags *diags, const struct yaml_text *text,
                          const struct unseen *unseen, const char *where)
{
    struct diag *diag =
        diag_report(diags, &E110, yaml_span(text, unseen->at, unseen->end), STR_FMT " stands %s",
                    STR_ARG(unseen_label(diags->arena, unseen)), where);
    diag_hint(diags, diag, "%s", unseen->cure);
    return true;
}

/* ---- bullets ---- */

static const struct {
    uint32_t code_point;
    const char *name;
} bullets[] = {
    {0x2013, "an en dash (U+2013)"},
    {0x2014, "an em dash (U+2014)"},
    {0x2212, "a minus sign (U+2212)"},
    {0x2010, "a hyphen of another kind (U+2010)"},
    {0x2011, "a no-break hyphen (U+2011)"},
    {0x2022, "a bullet (U+2022)"},
    {0x2023, "a bullet (U+2023)"},
    {0x2043, "a bullet (U+2043)"},
    {0x25AA, "a square (U+25AA)"},
    {0x25CF, "a dot (U+25CF)"},
    {0x25E6, "a bullet (U+25E6)"},
    {0x00B7, "a dot (U+00B7)"},
    {0xF0B7, "a word processor's bullet (U+F0B7)"},
    {0xF0A7, "a word processor's bullet (U+F0A7)"},
};

/* The name of the bullet at a place, when a space of some kind follows it. */
static const char *bullet_at(struct str text, size_t at, size_t *end)
{
    uint32_t c = character_at(text, at, end);
    struct unseen unseen;
    if (*end >= text.len || (!ascii_is_blank(text.at[*end]) && !unseen_at(text, *end, &unseen)))
        return NULL;
    for (size_t i = 0; i < sizeof bullets / sizeof *bullets; i++)
        if (bullets[i].code_point == c)
            return bullets[i].name;
    return NULL;
}

static bool report_bullet(struct diags *diags, struct span span, const char *name)
{
    struct diag *diag =
        diag_report(diags, &E110, span, "%s is no hyphen, and begins no item", name);
    diag_hint(diags, diag, "begin each item with `- `");
    return true;
}

/* `-One` or `1. One`, with a line of the same form below it: a list was meant. */
static bool begins_like_item(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && ascii_is_digit(text.at[end]))
        end++;
    if (end > at)
        return end + 1 < text.len && (text.at[end] == '.' || text.at[end] == ')') &&
               ascii_is_blank(text.at[end + 1]);
    return at + 1 < text.len && text.at[at] == '-' && !ascii_is_blank(text.at[at + 1]) &&
           text.at[at + 1] != '-' && !ascii_is_digit(text.at[at + 1]);
}

/* The next line of a value that ends at `end`, or `end`: a value may stand in a very long line. */
static size_t next_line(struct str text, size_t at, size_t end)
{
    while (at < end && !ascii_ends_line(text.at[at]))
        at++;
    return at < end ? at + 1 : end;
}

static bool begins_line(struct str text, size_t at)
{
    while (at > 0 && ascii_is_blank(text.at[at - 1]))
        at--;
    return at == 0 || ascii_ends_line(text.at[at - 1]);
}

static bool report_run_together(struct diags *diags, struct span span)
{
    struct str all = span.source->text;
    size_t next = ascii_past_blanks(all, next_line(all, span.start, span.end));
    struct unseen unseen;
    if (all.at[span.start] == '-' && unseen_at(all, span.start + 1, &unseen)) {
        const struct yaml_text text = {all, {span.source, 0, 0}, true};
        return report_unseen(diags, &text, &unseen, "behind the hyphen");
    }
    if (next >= span.end || !begins_like_item(all, span.start) || !begins_like_item(all, next))
        return false;
    struct span line = {span.source, (uint32_t)next, (uint32_t)ascii_line_end(all, next)};
    struct diag *diag =
        diag_report(diags, &E110, line, "this line is read as more of the text above it");
    diag_hint(diags, diag, "begin each item with `- `, or the text with `|` behind its key");
    diag_note(diags, diag, (struct span){span.source, span.start, span.start + 1},
              "the text begins here");
    return true;
}

bool yaml_report_bullet(struct diags *diags, struct span span)
{
    struct str all = span.source->text;
    size_t at = span.start;
    if (report_run_together(diags, span))
        return true;
    if (!begins_line(all, at))
        at = next_line(all, at, span.end);
    for (; at < span.end; at = next_line(all, at, span.end)) {
        size_t start = ascii_past_blanks(all, at), end;
        const char *name = bullet_at(all, start, &end);
        if (name)
            return report_bullet(diags, (struct span){span.source, (uint32_t)start, (uint32_t)end},
                                 name);
    }
    return false;
}

/* ---- characters that look like others ---- */

static const char *colon_name(uint32_t c)
{
    switch (c) {
    case 0xFF1A: return "a fullwidth colon (U+FF1A)";
    case 0x2236: return "a ratio sign (U+2236)";
    case 0xA789: return "a letter that looks like a colon (U+A789)";
    case 0xFE55: return "a small colon (U+FE55)";
    default: return NULL;
    }
}

static bool report_colon(struct diags *diags, struct span span, const char *name)
{
    struct diag *diag = diag_report(diags, &E110, span, "%s stands in place of a colon", name);
    diag_hint(diags, diag, "write `:` and a space");
    return true;
}

static bool is_of_key(char byte)
{
    return ascii_is_letter(byte) || ascii_is_digit(byte) || byte == '_' || byte == '-' ||
           byte == ' ' || byte == '"' || byte == '\'';
}

/* Behind a key: the colon, or what looks like one. */
static bool report_behind_key(struct diags *diags, const struct yaml_text *text, size_t at)
{
    struct str all = text->text;
    struct unseen unseen;
    size_t end;
    while (at < all.len && is_of_key(all.at[at]))
        at++;
    uint32_t c = character_at(all, at, &end);
    if (colon_name(c))
        return report_colon(diags, yaml_span(text, at, end), colon_name(c));
    if (unseen_at(all, at, &unseen) && end < all.len &&
        (all.at[end] == ':' || is_of_key(all.at[end])))
        return report_unseen(diags, text, &unseen, "in this key");
    return c == ':' && unseen_at(all, ascii_past_blanks(all, at + 1), &unseen) &&
           report_unseen(diags, text, &unseen, "behind the colon");
}

/* The line from its first byte: indentation, hyphen, key. */
static bool report_line(struct diags *diags, const struct yaml_text *text, size_t start)
{
    struct str all = text->text;
    size_t at = ascii_past_blanks(all, start), end;
    struct unseen unseen;
    if (unseen_at(all, at, &unseen))
        return report_unseen(diags, text, &unseen, "where the line is indented");
    const char *bullet = bullet_at(all, at, &end);
    if (bullet)
        return report_bullet(diags, yaml_span(text, at, end), bullet);
    while (at < all.len && all.at[at] == '-') {
        at = ascii_past_blanks(all, at + 1);
        if (unseen_at(all, at, &unseen))
            return report_unseen(diags, text, &unseen, "behind the hyphen");
    }
    return report_behind_key(diags, text, at);
}

/* ---- remarks ---- */

/* Does a remark begin at `#` that was meant as text? Remarks have a space there; `# 12` alone is a
   number. */
static bool is_text(struct str text, size_t hash)
{
    size_t at = hash + 1;
    if (at >= text.len || ascii_ends_line(text.at[at]) || text.at[at] == '#' || text.at[at] == '!')
        return false;
    if (!ascii_is_blank(text.at[at]))
        return true;
    size_t digits = ascii_past_blanks(text, at), end = digits;
    while (end < text.len && ascii_is_digit(text.at[end]))
        end++;
    return end > digits && end == ascii_line_end(text, hash);
}

/* Where a remark begins in a line outside quotation marks; its end if nowhere. */
static size_t find_hash(struct str text, size_t start)
{
    size_t end = ascii_line_end(text, start);
    char open = 0;
    for (size_t at = start; at < end; at++) {
        char byte = text.at[at];
        bool mark = byte == '"' || (byte == '\'' && (open || begins_value(text, at)));
        if (mark && (!open || open == byte))
            open = open ? 0 : byte;
        if (!open && byte == '#' && at > start && ascii_is_blank(text.at[at - 1]))
            return at;
    }
    return end;
}

bool yaml_report_cut(struct diags *diags, const struct yaml_text *text, size_t at)
{
    struct str all = text->text;
    size_t start = line_above(all, at), end = ascii_line_end(all, start),
           hash = find_hash(all, start);
    if (start == ascii_line_start(all, at) || hash == end)
        return false;
    struct diag *diag = diag_report(diags, &E110, yaml_span(text, hash, end),
                                    "a text ends where a remark begins: at `#` behind a space");
    diag_hint(diags, diag, "put the text in quotation marks, or the remark on a line of its own");
    return true;
}

void yaml_warn_of_hash(struct diags *diags, struct span value, bool plain)
{
    struct str all = value.source->text;
    size_t hash = ascii_past_blanks(all, value.end);
    bool own_line = plain && hash < all.len && ascii_ends_line(all.at[hash]);
    if (own_line) {
        hash += all.at[hash] == '\r';
        hash = ascii_past_blanks(all, hash + 1);
    }
    bool number = hash + 1 < all.len && ascii_is_digit(all.at[hash + 1]);
    bool apart = hash > value.end; /* `a#1` holds its sign */
    if (hash >= all.len || all.at[hash] != '#' || !apart || !is_text(all, hash) ||
        (own_line && !number))
        return;
    struct span span = {value.source, (uint32_t)hash, (uint32_t)ascii_line_end(all, hash)};
    struct diag *diag =
        diag_report(diags, &W267, span, "from `#` on this is read as a remark, and left out");
    diag_hint(diags, diag, "put the whole text in quotation marks");
}

/* ---- quotation marks ---- */

static bool opens_curly(uint32_t c)
{
    return c == 0x201C || c == 0x201D || c == 0x201E || c == 0x2018 || c == 0xAB || c == 0x2033 ||
           c == 0xFF02;
}

bool yaml_report_curly(struct diags *diags, const struct yaml_text *text, size_t at)
{
    struct str all = text->text;
    size_t end = ascii_line_end(all, at), behind;
    for (size_t i = ascii_line_start(all, at); i < end; i = behind) {
        if (!opens_curly(character_at(all, i, &behind)) || !begins_value(all, i))
            continue;
        struct diag *diag = diag_report(diags, &E110, yaml_span(text, i, end),
                                        "curly quotation marks do not count in YAML");
        diag_hint(diags, diag, "write straight ones around the text: \"");
        return true;
    }
    return false;
}

/* ---- all of them ---- */

/* A text behind `|` or `>` may hold what it likes. */
static bool is_in_block(struct str text, size_t start)
{
    size_t indent = ascii_past_blanks(text, start) - start;
    for (size_t above = line_above(text, start); above < start; above = line_above(text, start)) {
        start = above;
        if (ascii_past_blanks(text, start) - start >= indent)
            continue;
        struct str line = str_trim(str_part(text, start, ascii_line_end(text, start)));
        while (line.len && strchr("+-0123456789", line.at[line.len - 1]))
            line.len--;
        return str_ends(line, "|") || str_ends(line, ">");
    }
    return false;
}

bool yaml_report_pasted(struct diags *diags, const struct yaml_text *text, size_t at)
{
    size_t here = ascii_line_start(text->text, at), above = line_above(text->text, at);
    return (!is_in_block(text->text, above) && report_line(diags, text, above)) ||
           (!is_in_block(text->text, here) && report_line(diags, text, here));
}

struct span yaml_span(const struct yaml_text *text, size_t start, size_t end)
{
    if (!text->exact)
        return text->at;
    return (struct span){text->at.source, text->at.start + (uint32_t)start,
                         text->at.start + (uint32_t)end};
}
