/* Reads the texts of a mapping: `A<Number>`, `<Revised date or Due date>`, `<RAG as rag>`. */
#include "brief/tables/mapping.h"

static size_t skip_spaces(struct str text, size_t at)
{
    while (at < text.len && text.at[at] == ' ')
        at++;
    return at;
}

/* ---- `a or b for c as words` ---- */

/* Where the next ` or `, ` as ` or ` for ` begins, or the end. */
static size_t find_joint(struct str text, size_t at, bool second)
{
    while (at < text.len) {
        struct str rest = str_part(text, at, text.len);
        if (str_starts(rest, " or ") || str_starts(rest, " as ") ||
            (second && str_starts(rest, " for ")))
            return at;
        at++;
    }
    return at;
}

/* A text in quotation marks, a column in backticks, or a column as it stands. */
static bool read_choice(struct str text, size_t *at, bool second, struct choice *choice)
{
    *at = skip_spaces(text, *at);
    char mark = *at < text.len ? text.at[*at] : ' ';
    choice->literal = mark == '"';
    choice->bare = mark != '"' && mark != '`';
    size_t end;
    if (!choice->bare) {
        end = str_find(text, mark, *at + 1);
        choice->name = str_part(text, *at + 1, end);
        *at = end + 1;
        return end < text.len;
    }
    end = find_joint(text, *at, second);
    choice->name = str_trim(str_part(text, *at, end));
    *at = end;
    return choice->name.len > 0;
}

/* What follows ` for `: one column. */
static bool read_by(struct str text, size_t *at, struct pick *pick)
{
    struct choice by;
    if (pick->by.at || !read_choice(text, at, false, &by) || by.literal)
        return false;
    pick->by = by.name;
    return true;
}

bool pick_read(struct arena *arena, struct str text, bool second, struct pick *pick)
{
    *pick = (struct pick){.by = STR_NONE, .words = STR_NONE};
    for (size_t at = 0;;) {
        struct choice choice = {.literal = false};
        if (!read_choice(text, &at, second, &choice))
            return false;
        *LIST_ADD(arena, &pick->choices) = choice;
        struct str rest = str_part(text, at, text.len);
        if (second && str_starts(rest, " for ")) {
            at += 5;
            if (!read_by(text, &at, pick))
                return false;
            rest = str_part(text, at, text.len);
        }
        if (!str_trim(rest).len)
            return true;
        if (str_starts(rest, " as ")) {
            pick->words = str_trim(str_part(rest, 4, rest.len));
            return pick->words.len > 0;
        }
        if (!str_starts(rest, " or "))
            return false;
        at += 4;
    }
}

bool choice_is_count(const struct choice *choice)
{
    return choice->bare && str_is(choice->name, "count");
}

bool choice_is_joint(const struct choice *choice)
{
    return choice->bare && str_is(choice->name, "joint");
}

/* ---- going through a text ---- */

/* The angle bracket that closes the one at `open`; those in quotation marks or backticks are part
   of a text or of a name. */
static size_t find_close(struct str text, size_t open)
{
    for (size_t at = open + 1;;) {
        at = skip_spaces(text, at);
        char mark = at < text.len ? text.at[at] : ' ';
        size_t end = mark == '"' || mark == '`' ? str_find(text, mark, at + 1) : text.len;
        if (end < text.len)
            at = end + 1;
        while (at < text.len && text.at[at] != '>' &&
               !str_starts(str_part(text, at, text.len), " or ") &&
               !str_starts(str_part(text, at, text.len), " for "))
            at++;
        if (at >= text.len || text.at[at] == '>')
            return at;
        at += text.at[at + 1] == 'o' ? 4 : 5;
    }
}

enum part next_part(struct str text, size_t *at, struct str *part)
{
    if (*at >= text.len)
        return PART_END;
    size_t open = str_find(text, '<', *at);
    if (open > *at) {
        *part = str_part(text, *at, open);
        *at = open;
        return PART_LITERAL;
    }
    if (open + 1 < text.len && text.at[open + 1] == '<') {
        *part = STR("<");
        *at = open + 2;
        return PART_LITERAL;
    }
    size_t close = find_close(text, open);
    *part = str_part(text, open + 1, close);
    *at = close + 1;
    return close < text.len ? PART_COLUMNS : PART_UNCLOSED;
}
