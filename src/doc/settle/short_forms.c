/* Which abbreviations a paper has, and where each is to be told in full. */
#include "doc/settle/short_forms.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static bool is_known(const struct abbreviations *all, struct str term)
{
    for (size_t i = 0; i < all->count; i++)
        if (str_equal(all->items[i].term, term))
            return true;
    return false;
}

static void add(struct arena *arena, struct abbreviations *all, struct str term,
                struct str expansion)
{
    if (term.len && expansion.len && !is_known(all, term))
        *LIST_ADD(arena, all) = (struct abbreviation){.term = term, .expansion = expansion};
}

/* "single inspection framework (SIF)" tells what SIF is short for; other labels have no letters. */
static struct str long_name(struct arena *arena, const struct framework *framework)
{
    struct str letters = str_format(arena, " (" STR_FMT ")", STR_ARG(framework->short_label));
    size_t size = framework->label.len - letters.len;
    bool ends = framework->short_label.len && framework->label.len > letters.len &&
                str_equal(str_part(framework->label, size, framework->label.len), letters);
    return ends ? str_part(framework->label, 0, size) : STR_NONE;
}

struct abbreviations abbreviations_of(struct arena *arena, const struct briefing *briefing)
{
    struct abbreviations all = {0};
    const struct frameworks *frameworks = briefing->frameworks;
    for (size_t i = 0; i < briefing->glossary.count; i++)
        add(arena, &all, briefing->glossary.items[i].term, briefing->glossary.items[i].expansion);
    for (size_t i = 0; frameworks && i < frameworks->frameworks.count; i++) {
        const struct framework *framework = &frameworks->frameworks.items[i];
        add(arena, &all, framework->short_label, long_name(arena, framework));
    }
    return all;
}

static bool is_word_character(uint32_t code_point)
{
    switch (utf8proc_category((utf8proc_int32_t)code_point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ND: return true;
    default: return false;
    }
}

static bool is_whole_word(struct str text, size_t start, size_t end)
{
    size_t before = start;
    while (before > 0 && ((unsigned char)text.at[--before] & 0xC0) == 0x80)
        continue;
    if (start > 0 && is_word_character(utf8_next(text, &before)))
        return false;
    return end == text.len || !is_word_character(utf8_next(text, &end));
}

/* Where the word begins in text[from...]; text.len when it is not there. */
static size_t find_word(struct str text, struct str word, size_t from)
{
    for (size_t at = str_find(text, word.at[0], from); at + word.len <= text.len;
         at = str_find(text, word.at[0], at + 1))
        if (memcmp(text.at + at, word.at, word.len) == 0 && is_whole_word(text, at, at + word.len))
            return at;
    return text.len;
}

/* The waiting one that begins first; NULL: none does. */
static struct abbreviation *first_in(const struct abbreviations *all, struct str text, size_t from,
                                     bool running, size_t *start)
{
    struct abbreviation *best = NULL;
    *start = text.len;
    for (size_t i = 0; i < all->count; i++) {
        struct abbreviation *candidate = &all->items[i];
        bool done = candidate->told || (candidate->spoken && !running);
        size_t at = done ? text.len : find_word(text, candidate->term, from);
        bool longer = best && at == *start && candidate->term.len > best->term.len;
        if (at == text.len || (at >= *start && !longer))
            continue;
        best = candidate;
        *start = at;
    }
    return best;
}

/* "Department for Education (DfE)", "DfE (Department for Education)": somebody has told it. */
static bool stands_beside(struct str text, size_t start, size_t end, struct str expansion)
{
    struct str before = str_part(text, 0, start), behind = str_part(text, end, text.len);
    if (str_ends(before, " (") && before.len >= expansion.len + 2)
        before = str_part(before, before.len - 2 - expansion.len, before.len - 2);
    if (str_starts(behind, " (") && behind.len >= expansion.len + 2)
        behind = str_part(behind, 2, 2 + expansion.len);
    return str_alike(before, expansion) || str_alike(behind, expansion);
}

/* In brackets where it stands in none, else between commas. */
static struct str told_behind(struct arena *arena, struct str text, size_t start, size_t end,
                              struct str expansion)
{
    int open = 0;
    for (size_t i = 0; i < start; i++)
        open += (text.at[i] == '(') - (text.at[i] == ')');
    bool closes = end < text.len && (text.at[end] == ')' || text.at[end] == ',');
    return str_format(arena, open > 0 ? ", " STR_FMT "%s" : " (" STR_FMT "%s", STR_ARG(expansion),
                      open <= 0 ? ")"
                      : closes  ? ""
                                : ",");
}

/* "DfE’s (Department for Education) letter". */
static size_t possessive(struct str text, size_t at)
{
    struct str rest = str_part(text, at, text.len);
    if (str_starts(rest, "\u2019s"))
        return strlen("\u2019s");
    return str_starts(rest, "'s") ? strlen("'s") : 0;
}

bool abbreviation_find(struct arena *arena, struct abbreviations *all, struct str text, size_t from,
                       bool running, struct abbreviated *found)
{
    size_t start;
    struct abbreviation *first = first_in(all, text, from, running, &start);
    if (!first)
        return false;
    size_t end = start + first->term.len + possessive(text, start + first->term.len);
    bool beside = stands_beside(text, start, end, first->expansion);
    first->told |= running || beside;
    first->spoken = true;
    *found = (struct abbreviated){.start = start, .end = end};
    if (!beside) {
        found->expansion = first->expansion;
        found->behind = told_behind(arena, text, start, end, first->expansion);
    }
    return true;
}

struct str abbreviations_told(struct arena *arena, const struct abbreviations *all, struct str text)
{
    struct abbreviations waiting = {0};
    for (size_t i = 0; i < all->count; i++)
        *LIST_ADD(arena, &waiting) = all->items[i];
    struct buf out = {.arena = arena};
    size_t done = 0;
    struct abbreviated found;
    while (abbreviation_find(arena, &waiting, text, done, true, &found)) {
        buf_add(&out, str_part(text, done, found.end));
        buf_add(&out, found.behind);
        done = found.end;
    }
    buf_add(&out, str_part(text, done, text.len));
    return buf_str(&out);
}
