/* Where words of a paragraph may be hyphenated, remembered from one paragraph to the next. */
#include "layout/paragraph/breaking.h"

#include "base/utf8.h"

#include <string.h>
#include <utf8proc.h>

static bool is_letter(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category >= UTF8PROC_CATEGORY_LU && category <= UTF8PROC_CATEGORY_MN;
}

static bool is_capital(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) == UTF8PROC_CATEGORY_LU;
}

static bool is_apostrophe(uint32_t code_point)
{
    return code_point == '\'' || code_point == 0x2019;
}

/* Characters that may stand around a word that is hyphenated. Any other, such as a figure, a hyphen
   or a slash, makes it something other than a word. */
static bool is_wrapping(uint32_t code_point)
{
    return utf8proc_category((utf8proc_int32_t)code_point) != UTF8PROC_CATEGORY_ND &&
           !(code_point < 0x80 && strchr("-/@_.&=\\", (int)code_point)) && code_point != 0x2010 &&
           code_point != 0x2011 && code_point != 0x2013 && code_point != 0xA0;
}

/* Offset behind the letters that begin at `at`. */
static size_t letters_end(struct str text, size_t at)
{
    size_t end = at;
    while (at < text.len && is_letter(utf8_next(text, &at)))
        end = at;
    return end;
}

/* May these characters stand behind the letters of a word: "'s", ")," and the like? */
static bool is_ending(struct str text, size_t at)
{
    bool after_apostrophe = false;
    while (at < text.len) {
        uint32_t code_point = utf8_next(text, &at);
        bool stop = code_point == '.' && at == text.len;
        if (is_letter(code_point) ? !after_apostrophe : !stop && !is_wrapping(code_point))
            return false;
        after_apostrophe = is_apostrophe(code_point) || (after_apostrophe && is_letter(code_point));
    }
    return true;
}

/* The one word of letters in a text that has punctuation around it; empty when there is none. */
static struct str only_word(struct str text)
{
    size_t start = 0, at = 0;
    while (at < text.len) {
        start = at;
        uint32_t code_point = utf8_next(text, &at);
        if (is_letter(code_point))
            break;
        if (!is_wrapping(code_point))
            return str_part(text, 0, 0);
    }
    size_t end = letters_end(text, start);
    return is_ending(text, end) ? str_part(text, start, end) : str_part(text, 0, 0);
}

static uint32_t code_point_before(struct str text, size_t at)
{
    do
        at--;
    while (at > 0 && ((unsigned char)text.at[at] & 0xC0) == 0x80);
    return utf8_next(text, &at);
}

static bool starts_word(const struct breaking *breaking, size_t at)
{
    if (at == 0 || (breaking->joints[at] != JOINT_NONE && breaking->joints[at] != JOINT_ADDRESS))
        return true;
    uint32_t before = code_point_before(breaking->text, at);
    return !is_letter(before) && !is_apostrophe(before) && is_wrapping(before);
}

/* Nothing but punctuation and the bracket of a citation stands between it and the next space. */
static bool ends_word(struct str text, size_t at)
{
    size_t end = at;
    while (end < text.len && text.at[end] != ' ' && text.at[end] != '[')
        end++;
    return is_ending(str_part(text, at, end), 0);
}

/* Has the chunk no joints, and beside it nothing of the same word, such as a letter in bold? */
static bool stands_alone(const struct breaking *breaking, const struct chunk *chunk)
{
    return !chunk->jointed && starts_word(breaking, chunk->at) &&
           ends_word(breaking->text, chunk->at + chunk->len);
}

/* Names stay whole: a capital makes a word a name, unless it fits on no line. */
static bool may_hyphenate(const struct breaking *breaking, const struct chunk *chunk,
                          struct str word)
{
    size_t at = 0;
    return word.len &&
           (!is_capital(utf8_next(word, &at)) || chunk->glyphs.width > breaking->paragraph->width);
}

static void hyphenate_chunk(struct breaking *breaking, const struct hyphens *hyphens,
                            struct chunk *chunk)
{
    enum { LONGEST = 64, SHORTEST = 6 };
    if (chunk->len > LONGEST || chunk->len < SHORTEST || !stands_alone(breaking, chunk))
        return;
    struct str text = str_part(breaking->text, chunk->at, chunk->at + chunk->len);
    struct str word = only_word(text);
    if (!may_hyphenate(breaking, chunk, word))
        return;
    uint64_t points = hyphens_find(hyphens, word);
    chunk->jointed = points != 0;
    unsigned char *joints = breaking->joints + (word.at - breaking->text.at);
    for (; points; points >>= 1, joints++)
        if (points & 1)
            *joints = JOINT_HYPHEN;
}

void breaking_hyphenate(struct breaking *breaking, const struct hyphens *hyphens)
{
    for (size_t i = 0; i < breaking->chunk_count; i++)
        hyphenate_chunk(breaking, hyphens, &breaking->chunks[i]);
}
