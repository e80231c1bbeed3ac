/* Characters that cannot be seen: their table, and finding them in a text. */
#include "base/unseen.h"

#include "base/utf8.h"

#include <utf8proc.h>

struct unseen_range {
    uint32_t first, last;
    enum unseen_kind kind;
    const char *name, *cure;
};

#define DELETE_IT     "delete it; if words were to be set apart, write a space"
#define PLAIN_SPACE   "write a plain space in its place"
#define PLAIN_LINE    "write a space, or begin a new paragraph"
#define TYPE_BY_HAND  "delete it and type the text by hand"
#define WRITE_IT      "write what stood there"
#define DELETE_HIDDEN "delete it: it cannot be seen and says nothing"

/* Sorted by code point. Control characters are not listed: no text may hold one (E105). */
static const struct unseen_range ranges[] = {
    {0x00A0, 0x00A0, UNSEEN_BLANK, "a no-break space", PLAIN_SPACE},
    {0x00AD, 0x00AD, UNSEEN_NOTHING, "a soft hyphen", "delete it; words are hyphenated here"},
    {0x034F, 0x034F, UNSEEN_NOTHING, "a combining grapheme joiner", DELETE_HIDDEN},
    {0x061C, 0x061C, UNSEEN_NOTHING, "an Arabic letter mark", DELETE_HIDDEN},
    {0x115F, 0x1160, UNSEEN_BLANK, "a Hangul filler", PLAIN_SPACE},
    {0x17B4, 0x17B5, UNSEEN_NOTHING, "a Khmer vowel without a shape", DELETE_HIDDEN},
    {0x180B, 0x180D, UNSEEN_SELECTOR, "a variation selector", DELETE_HIDDEN},
    {0x180E, 0x180E, UNSEEN_NOTHING, "a Mongolian vowel separator", DELETE_IT},
    {0x180F, 0x180F, UNSEEN_SELECTOR, "a variation selector", DELETE_HIDDEN},
    {0x2000, 0x2000, UNSEEN_BLANK, "an en quad", PLAIN_SPACE},
    {0x2001, 0x2001, UNSEEN_BLANK, "an em quad", PLAIN_SPACE},
    {0x2002, 0x2002, UNSEEN_BLANK, "an en space", PLAIN_SPACE},
    {0x2003, 0x2003, UNSEEN_BLANK, "an em space", PLAIN_SPACE},
    {0x2004, 0x2006, UNSEEN_BLANK, "a part of an em space", PLAIN_SPACE},
    {0x2007, 0x2007, UNSEEN_BLANK, "a figure space", PLAIN_SPACE},
    {0x2008, 0x2008, UNSEEN_BLANK, "a punctuation space", PLAIN_SPACE},
    {0x2009, 0x2009, UNSEEN_BLANK, "a thin space", PLAIN_SPACE},
    {0x200A, 0x200A, UNSEEN_BLANK, "a hair space", PLAIN_SPACE},
    {0x200B, 0x200B, UNSEEN_NOTHING, "a zero-width space", DELETE_IT},
    {0x200C, 0x200C, UNSEEN_NOTHING, "a zero-width non-joiner", DELETE_IT},
    {0x200D, 0x200D, UNSEEN_NOTHING, "a zero-width joiner", DELETE_IT},
    {0x200E, 0x200E, UNSEEN_NOTHING, "a left-to-right mark", DELETE_HIDDEN},
    {0x200F, 0x200F, UNSEEN_NOTHING, "a right-to-left mark", DELETE_HIDDEN},
    {0x2028, 0x2028, UNSEEN_LINE, "a line separator", PLAIN_LINE},
    {0x2029, 0x2029, UNSEEN_LINE, "a paragraph separator", PLAIN_LINE},
    {0x202A, 0x202A, UNSEEN_NOTHING, "a left-to-right embedding", DELETE_HIDDEN},
    {0x202B, 0x202B, UNSEEN_DIRECTION, "a right-to-left embedding", DELETE_HIDDEN},
    {0x202C, 0x202C, UNSEEN_NOTHING, "an end of a change of direction", DELETE_HIDDEN},
    {0x202D, 0x202D, UNSEEN_DIRECTION, "a left-to-right override", DELETE_HIDDEN},
    {0x202E, 0x202E, UNSEEN_DIRECTION, "a right-to-left override", DELETE_HIDDEN},
    {0x202F, 0x202F, UNSEEN_BLANK, "a narrow no-break space", PLAIN_SPACE},
    {0x205F, 0x205F, UNSEEN_BLANK, "a mathematical space", PLAIN_SPACE},
    {0x2060, 0x2060, UNSEEN_NOTHING, "a word joiner", DELETE_HIDDEN},
    {0x2061, 0x2061, UNSEEN_NOTHING, "an invisible function sign", DELETE_HIDDEN},
    {0x2062, 0x2062, UNSEEN_NOTHING, "an invisible times sign", DELETE_HIDDEN},
    {0x2063, 0x2063, UNSEEN_NOTHING, "an invisible separator", DELETE_IT},
    {0x2064, 0x2064, UNSEEN_NOTHING, "an invisible plus sign", DELETE_HIDDEN},
    {0x2065, 0x2065, UNSEEN_NOTHING, "an invisible character", DELETE_HIDDEN},
    {0x2066, 0x2066, UNSEEN_NOTHING, "a left-to-right isolate", DELETE_HIDDEN},
    {0x2067, 0x2067, UNSEEN_DIRECTION, "a right-to-left isolate", DELETE_HIDDEN},
    {0x2068, 0x2068, UNSEEN_NOTHING, "a first strong isolate", DELETE_HIDDEN},
    {0x2069, 0x2069, UNSEEN_NOTHING, "an end of an isolate", DELETE_HIDDEN},
    {0x206A, 0x206F, UNSEEN_NOTHING, "an old formatting character", DELETE_HIDDEN},
    {0x2800, 0x2800, UNSEEN_BLANK, "a blank Braille pattern", PLAIN_SPACE},
    {0x3000, 0x3000, UNSEEN_BLANK, "an ideographic space", PLAIN_SPACE},
    {0x3164, 0x3164, UNSEEN_BLANK, "a Hangul filler", PLAIN_SPACE},
    {0xE000, 0xF020, UNSEEN_PRIVATE, "a character of one program only", WRITE_IT},
    {0xF021, 0xF0FF, UNSEEN_PRIVATE, "a sign of Word's own, such as its bullet",
     "write the sign itself, or `- ` for an item of a list"},
    {0xF100, 0xF8FF, UNSEEN_PRIVATE, "a character of one program only", WRITE_IT},
    {0xFDD0, 0xFDEF, UNSEEN_LOST, "a code that is no character", TYPE_BY_HAND},
    {0xFE00, 0xFE0F, UNSEEN_SELECTOR, "a variation selector", DELETE_HIDDEN},
    {0xFEFF, 0xFEFF, UNSEEN_NOTHING, "a byte order mark", DELETE_IT},
    {0xFFA0, 0xFFA0, UNSEEN_BLANK, "a Hangul filler", PLAIN_SPACE},
    {0xFFF0, 0xFFF8, UNSEEN_NOTHING, "an invisible character", DELETE_HIDDEN},
    {0xFFF9, 0xFFFB, UNSEEN_NOTHING, "a mark of an annotation", DELETE_HIDDEN},
    {0xFFFC, 0xFFFC, UNSEEN_LOST, "a mark where a picture or an object was lost",
     "say in words what stood there, or delete it"},
    {0xFFFD, 0xFFFD, UNSEEN_LOST, "a mark where a character was lost", WRITE_IT},
    {0xFFFE, 0xFFFF, UNSEEN_LOST, "a code that is no character", TYPE_BY_HAND},
    {0x1BCA0, 0x1BCA3, UNSEEN_NOTHING, "a shorthand format control", DELETE_HIDDEN},
    {0x1D173, 0x1D17A, UNSEEN_NOTHING, "a musical format control", DELETE_HIDDEN},
    {0xE0000, 0xE007F, UNSEEN_NOTHING, "a hidden tag character", DELETE_HIDDEN},
    {0xE0080, 0xE00FF, UNSEEN_NOTHING, "an invisible character", DELETE_HIDDEN},
    {0xE0100, 0xE01EF, UNSEEN_SELECTOR, "a variation selector", DELETE_HIDDEN},
    {0xE01F0, 0xE0FFF, UNSEEN_NOTHING, "an invisible character", DELETE_HIDDEN},
};

enum { JOINER_FIRST = 0x200C, JOINER_LAST = 0x200D, JOINED_FIRST = 0x600, JOINED_LAST = 0x1FFF };

static const struct unseen_range *range_of(uint32_t code_point)
{
    size_t low = 0, high = sizeof ranges / sizeof *ranges;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (code_point > ranges[middle].last)
            low = middle + 1;
        else
            high = middle;
    }
    bool inside = low < sizeof ranges / sizeof *ranges && code_point >= ranges[low].first;
    return inside ? &ranges[low] : NULL;
}

static bool is_joined_letter(uint32_t code_point)
{
    return code_point >= JOINED_FIRST && code_point <= JOINED_LAST;
}

/* Between Latin letters a joiner does nothing; Persian and Hindi need it. */
static bool joins_letters(struct str text, uint32_t before, size_t end)
{
    return is_joined_letter(before) && end < text.len && is_joined_letter(utf8_next(text, &end));
}

static bool is_picture(uint32_t code_point)
{
    return code_point >= 0x2190 &&
           utf8proc_get_property((utf8proc_int32_t)code_point)->boundclass ==
               UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC;
}

/* Is the character no fault here: a joiner within a word, or part of an emoji? */
static bool belongs(const struct unseen_range *range, struct str text, size_t at, size_t end,
                    uint32_t before)
{
    size_t start = at;
    uint32_t code_point = utf8_next(text, &start);
    bool joiner = code_point >= JOINER_FIRST && code_point <= JOINER_LAST;
    if (joiner && joins_letters(text, before, end))
        return true;
    return (joiner || range->kind == UNSEEN_SELECTOR) && is_picture(before);
}

bool unseen_find(struct str text, size_t from, unsigned kinds, struct unseen *found)
{
    uint32_t before = 0;
    for (size_t at = utf8_ascii_end(text, from), end = at; at < text.len;
         at = utf8_ascii_end(text, end), end = at) {
        uint32_t code_point = utf8_next(text, &end);
        const struct unseen_range *range = range_of(code_point);
        if (range && (range->kind & kinds) && !belongs(range, text, at, end, before)) {
            *found = (struct unseen){code_point, range->kind, range->name, range->cure, at, end};
            return true;
        }
        before = code_point;
    }
    return false;
}

struct str unseen_label(struct arena *arena, const struct unseen *unseen)
{
    return str_format(arena, "%s (U+%04X)", unseen->name, (unsigned)unseen->code_point);
}

enum { CLEANED = UNSEEN_NOTHING | UNSEEN_SELECTOR | UNSEEN_LINE };

struct str unseen_clean(struct arena *arena, struct str text)
{
    struct unseen unseen;
    if (!unseen_find(text, 0, CLEANED, &unseen))
        return text;
    struct buf kept = {.arena = arena};
    size_t start = 0;
    do {
        buf_add(&kept, str_part(text, start, unseen.at));
        if (unseen.kind == UNSEEN_LINE)
            buf_byte(&kept, ' ');
        start = unseen.end;
    } while (unseen_find(text, start, CLEANED, &unseen));
    buf_add(&kept, str_part(text, start, text.len));
    return buf_str(&kept);
}

static bool is_blank(uint32_t code_point)
{
    if (code_point == ' ' || code_point == '\t' || code_point == '\n' || code_point == '\r')
        return true;
    const struct unseen_range *range = range_of(code_point);
    return range && !(range->kind & (UNSEEN_LOST | UNSEEN_PRIVATE));
}

bool unseen_is_blank(struct str text)
{
    for (size_t at = 0; at < text.len;)
        if (!is_blank(utf8_next(text, &at)))
            return false;
    return true;
}

/* Most cells of a table begin and end with such a character. */
static bool is_seen_ascii(char byte)
{
    return byte > ' ' && byte < 0x7f;
}

struct str unseen_trim(struct str text)
{
    text = str_trim(text);
    if (!text.len || (is_seen_ascii(text.at[0]) && is_seen_ascii(text.at[text.len - 1])))
        return text;
    size_t start = 0, end = 0;
    for (size_t at = 0; at < text.len;) {
        size_t begun = at;
        if (is_blank(utf8_next(text, &at)))
            continue;
        if (!end)
            start = begun;
        end = at;
    }
    return str_part(text, start, end);
}

struct str unseen_plain(struct arena *arena, struct str text)
{
    enum { OTHERS = UNSEEN_BLANK | UNSEEN_DIRECTION };
    struct unseen unseen;
    text = unseen_clean(arena, text);
    if (!unseen_find(text, 0, OTHERS, &unseen))
        return text;
    struct buf plain = {.arena = arena};
    size_t start = 0;
    do {
        buf_add(&plain, str_part(text, start, unseen.at));
        if (unseen.kind == UNSEEN_BLANK)
            buf_byte(&plain, ' ');
        start = unseen.end;
    } while (unseen_find(text, start, OTHERS, &unseen));
    buf_add(&plain, str_part(text, start, text.len));
    return buf_str(&plain);
}
