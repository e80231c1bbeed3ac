/* Characters: which face sets which words of a text (the one that was asked for, or a fallback font
   of the theme for words with characters that it lacks), and which are refused. */
#include "layout/flow/flow.h"

#include "base/utf8.h"
#include "layout/layout_codes.h"

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

/* Neighbours in the same face form one stretch. */
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

/* ---- what is refused whatever fonts there are: right-to-left scripts and emoji ---- */

enum {
    EMOJI_SELECTOR = 0xFE0F, /* asks for the picture where there is a plain sign too */
    EMOJI_MODIFIER_FIRST = 0x1F3FB,
    EMOJI_MODIFIER_LAST = 0x1F3FF,
};

static bool is_right_to_left(uint32_t code_point)
{
    if (code_point < 0x80)
        return false;
    switch (utf8proc_get_property((utf8proc_int32_t)code_point)->bidi_class) {
    case UTF8PROC_BIDI_CLASS_R:
    case UTF8PROC_BIDI_CLASS_AL:
    case UTF8PROC_BIDI_CLASS_AN:
    case UTF8PROC_BIDI_CLASS_RLE:
    case UTF8PROC_BIDI_CLASS_RLO:
    case UTF8PROC_BIDI_CLASS_RLI: return true;
    default: return false;
    }
}

/* Emoji proper have double width; plain signs such as the copyright sign do not. */
static bool is_emoji(uint32_t code_point)
{
    if (code_point < 0x80)
        return false;
    unsigned kind = utf8proc_get_property((utf8proc_int32_t)code_point)->boundclass;
    bool wide = utf8proc_charwidth((utf8proc_int32_t)code_point) == 2;
    return code_point == EMOJI_SELECTOR || kind == UTF8PROC_BOUNDCLASS_REGIONAL_INDICATOR ||
           (kind == UTF8PROC_BOUNDCLASS_EXTENDED_PICTOGRAPHIC && wide) ||
           (code_point >= EMOJI_MODIFIER_FIRST && code_point <= EMOJI_MODIFIER_LAST);
}

/* The word around a character: what an officer looks for. */
static struct str word_around(struct str text, size_t at)
{
    size_t start = at, end = str_find(text, ' ', at);
    while (start > 0 && text.at[start - 1] != ' ')
        start--;
    return str_part(text, start, end);
}

static void refuse_right_to_left(struct flow *flow, struct str word, struct span origin)
{
    struct diag *diag = diag_report(
        flow->diags, &E512, origin,
        "`" STR_FMT "` is written from right to left, which cannot be printed yet", STR_ARG(word));
    diag_hint(flow->diags, diag, "write it in Latin letters");
}

static void refuse_emoji(struct flow *flow, struct str sign, struct span origin)
{
    size_t end = 0;
    struct diag *diag = diag_report(flow->diags, &E513, origin,
                                    "`" STR_FMT "` (U+%04X) is an emoji, which is not printed",
                                    STR_ARG(sign), (unsigned)utf8_next(sign, &end));
    diag_hint(flow->diags, diag, "say in words what it stands for");
}

/* The selector cannot be seen: it is reported with the sign before it. */
void characters_check(struct flow *flow, struct str text, struct span origin)
{
    bool told = false; /* of writing from right to left: once is enough for a text */
    for (size_t before = 0, at = 0, next = 0; at < text.len; before = at, at = next) {
        uint32_t code_point = utf8_next(text, &next);
        bool backwards = is_right_to_left(code_point);
        if (!backwards && !is_emoji(code_point))
            continue;
        if (!flow_lacks_anew(flow, code_point))
            continue;
        if (!backwards)
            refuse_emoji(flow, str_part(text, code_point == EMOJI_SELECTOR ? before : at, next),
                         origin);
        else if (!told)
            refuse_right_to_left(flow, word_around(text, at), origin);
        told |= backwards;
    }
}
