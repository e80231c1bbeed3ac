/* Which abbreviations a paper has, and where each is used first. */
#include "doc/settle/short_forms.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

struct abbreviations abbreviations_of(struct arena *arena, const struct briefing *briefing)
{
    struct abbreviations all = {0};
    for (size_t i = 0; i < briefing->glossary.count; i++) {
        const struct term *term = &briefing->glossary.items[i];
        if (term->expansion.len && term->term.len)
            *LIST_ADD(arena, &all) =
                (struct abbreviation){.term = term->term, .expansion = term->expansion};
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

bool abbreviation_find(struct abbreviations *all, struct str text, size_t from,
                       struct abbreviated *found)
{
    struct abbreviation *best = NULL;
    size_t best_start = text.len;
    for (size_t i = 0; i < all->count; i++) {
        struct abbreviation *candidate = &all->items[i];
        size_t start = candidate->used ? text.len : find_word(text, candidate->term, from);
        bool longer = best && start == best_start && candidate->term.len > best->term.len;
        if (start == text.len || (start >= best_start && !longer))
            continue;
        best = candidate;
        best_start = start;
    }
    if (!best)
        return false;
    best->used = true;
    *found = (struct abbreviated){best_start, best_start + best->term.len, best->expansion};
    return true;
}
