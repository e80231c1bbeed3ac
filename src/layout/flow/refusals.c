/* Characters that are refused whatever fonts there are: right-to-left scripts and emoji. */
#include "layout/flow/setting.h"
#include "layout/layout_codes.h"

#include "base/utf8.h"

#include <utf8proc.h>

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

/* Pictures by nature are those of double width; plain signs such as the copyright sign are not. */
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
