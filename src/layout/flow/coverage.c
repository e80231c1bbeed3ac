/* Which face sets which words of a text: the one that was asked for, or a fallback font of the
   theme for words with characters that it lacks. */
#include "layout/flow/setting.h"

#include "base/utf8.h"

#include <utf8proc.h>

static bool is_ascii(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if ((unsigned char)text.at[i] >= 0x80)
            return false;
    return true;
}

/* The first face that has all of a text; FACE_LIMIT when none has. */
static enum face face_with(const struct metrics *metrics, enum face wanted, struct str text)
{
    if (metrics->covers(metrics->self, wanted, text))
        return wanted;
    for (size_t i = 0; i < metrics->fallback_count; i++)
        if (metrics->covers(metrics->self, (enum face)(FACE_FALLBACK + i), text))
            return (enum face)(FACE_FALLBACK + i);
    return (enum face)FACE_LIMIT;
}

/* Neighbours in one face are one stretch. */
static void add_stretch(struct arena *arena, struct stretches *stretches, struct str part,
                        enum face face)
{
    struct stretch *last =
        stretches->count ? &stretches->items[stretches->count - 1] : (struct stretch *)NULL;
    if (last && last->face == face)
        last->text.len += part.len;
    else
        *LIST_ADD(arena, stretches) = (struct stretch){part, face};
}

/* ---- a word that no face has whole ---- */

/* The end of a letter with its marks, which must not be parted. */
static size_t letter_end(struct str text, size_t at)
{
    utf8proc_int32_t state = 0;
    uint32_t before = utf8_next(text, &at);
    for (size_t next = at; at < text.len; at = next) {
        uint32_t code_point = utf8_next(text, &next);
        if (utf8proc_grapheme_break_stateful((utf8proc_int32_t)before, (utf8proc_int32_t)code_point,
                                             &state))
            break;
        before = code_point;
    }
    return at;
}

/* What no face has stays in the one that was asked for: it is reported when it is set. */
static void add_letters(struct arena *arena, struct stretches *stretches,
                        const struct metrics *metrics, struct str word, enum face wanted)
{
    for (size_t at = 0, end; at < word.len; at = end) {
        end = letter_end(word, at);
        struct str letter = str_part(word, at, end);
        enum face face = face_with(metrics, wanted, letter);
        add_stretch(arena, stretches, letter, face == (enum face)FACE_LIMIT ? wanted : face);
    }
}

/* ---- words ---- */

static void add_word(struct arena *arena, struct stretches *stretches,
                     const struct metrics *metrics, struct str word, enum face wanted)
{
    enum face face = is_ascii(word) ? wanted : face_with(metrics, wanted, word);
    if (face == (enum face)FACE_LIMIT)
        add_letters(arena, stretches, metrics, word, wanted);
    else
        add_stretch(arena, stretches, word, face);
}

struct stretches coverage_split(struct arena *arena, const struct metrics *metrics, struct str text,
                                enum face wanted)
{
    struct stretches stretches = {0};
    if (!metrics->fallback_count || is_ascii(text)) {
        add_stretch(arena, &stretches, text, wanted);
        return stretches;
    }
    for (size_t at = 0; at < text.len;) {
        size_t end = str_find(text, ' ', at);
        if (end > at)
            add_word(arena, &stretches, metrics, str_part(text, at, end), wanted);
        if (end < text.len)
            add_stretch(arena, &stretches, str_part(text, end, end + 1), wanted);
        at = end + 1;
    }
    return stretches;
}
