/* Characters that Markdown may write by name or number: &nbsp; &pound; &#163; &#xA3;. */
#include "doc/markdown/builder.h"

#include "base/ascii.h"
#include "base/utf8.h"

static const struct {
    const char *name;
    uint32_t code_point;
} entities[] = {
    {"amp", '&'},      {"apos", '\''},     {"bull", 0x2022},  {"cent", 0xA2},    {"copy", 0xA9},
    {"deg", 0xB0},     {"euro", 0x20AC},   {"frac12", 0xBD},  {"frac14", 0xBC},  {"frac34", 0xBE},
    {"gt", '>'},       {"hellip", 0x2026}, {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},   {"minus", 0x2212}, {"nbsp", 0xA0},    {"ndash", 0x2013},
    {"plusmn", 0xB1},  {"pound", 0xA3},    {"quot", '"'},     {"rdquo", 0x201D}, {"reg", 0xAE},
    {"rsquo", 0x2019}, {"sect", 0xA7},     {"times", 0xD7},   {"trade", 0x2122},
};

static uint32_t named(struct str name)
{
    for (size_t i = 0; i < sizeof entities / sizeof *entities; i++)
        if (str_is(name, entities[i].name))
            return entities[i].code_point;
    return 0;
}

/* 0 for what is not a number, or larger than any character's. */
static uint32_t number(struct str digits, uint32_t base)
{
    uint32_t value = 0;
    for (size_t i = 0; i < digits.len; i++) {
        uint32_t digit = (uint32_t)ascii_hex_value(digits.at[i]);
        if (digit >= base || value > 0x10FFFF)
            return 0;
        value = value * base + digit;
    }
    return value;
}

/* No control characters, no halves of a pair, none of those that stand for values. */
static bool is_printable(uint32_t c)
{
    return c >= 0x20 && !(c >= 0x7F && c < 0xA0) && !(c >= 0xD800 && c < 0xE000) &&
           !(c >= 0xE000 && c < 0xF900) && !(c >= 0xFDD0 && c < 0xFDF0) && (c & 0xFFFE) != 0xFFFE &&
           !utf8_is_reserved(c);
}

struct str entity_text(struct arena *arena, struct str entity)
{
    struct str inner = str_part(entity, 1, entity.len - 1);
    uint32_t code_point;
    if (!str_starts(inner, "#"))
        code_point = named(inner);
    else if (str_starts(inner, "#x") || str_starts(inner, "#X"))
        code_point = number(str_part(inner, 2, inner.len), 16);
    else
        code_point = number(str_part(inner, 1, inner.len), 10);
    if (!is_printable(code_point))
        return STR_NONE;
    char bytes[4];
    return str_copy(arena, (struct str){bytes, utf8_put(code_point, bytes)});
}
