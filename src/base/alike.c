/* Compares names by their words, however they are typed. */
#include "base/alike.h"

#include "base/ascii.h"
#include "base/unseen.h"
#include "base/utf8.h"

#include <utf8proc.h>

static bool is_apostrophe(uint32_t c)
{
    return c == '\'' || c == '`' || c == 0xB4 || (c >= 0x2018 && c <= 0x201B) || c == 0x2B9 ||
           c == 0x2BB || c == 0x2BC || c == 0x2BD || c == 0x2032 || c == 0xFF07;
}

static bool is_dash(uint32_t c)
{
    return c == '-' || c == '_' || (c >= 0x2010 && c <= 0x2015) || c == 0x2212 || c == 0xFE58 ||
           c == 0xFE63 || c == 0xFF0D;
}

static bool is_digit_at(struct str text, size_t at)
{
    return at < text.len && ascii_is_digit(text.at[at]);
}

static void add_space(struct buf *out)
{
    if (out->len && out->at[out->len - 1] != ' ')
        buf_byte(out, ' ');
}

/* A dash parts words as a space does, but before a figure it may be a minus. */
static void add_dash(struct buf *out, struct str name, size_t behind)
{
    bool within_word = out->len && out->at[out->len - 1] != ' ';
    if (is_digit_at(name, behind) && !within_word)
        buf_byte(out, '-');
    else
        add_space(out);
}

/* A full stop or comma between figures belongs to their number. */
static void add_point(struct buf *out, struct str name, size_t at)
{
    if (at > 0 && is_digit_at(name, at - 1) && is_digit_at(name, at + 1))
        buf_byte(out, name.at[at]);
    else
        add_space(out);
}

/* One character, which stands from `at` to `behind`. */
static void add_character(struct buf *out, struct str name, size_t at, size_t behind, uint32_t c)
{
    if (is_apostrophe(c)) {
        return;
    } else if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
        add_space(out);
    } else if (is_dash(c)) {
        add_dash(out, name, behind);
    } else if (c == '.' || c == ',') {
        add_point(out, name, at);
    } else if (c == '&') {
        add_space(out);
        buf_addz(out, "and ");
    } else {
        buf_code_point(out, c < 0x80 ? (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c)
                                     : (uint32_t)utf8proc_tolower((utf8proc_int32_t)c));
    }
}

/* "saint" is mostly written "st". */
static struct str with_short_saints(struct arena *arena, struct str plain)
{
    struct buf out = {.arena = arena};
    for (size_t at = 0, end; at < plain.len; at = end + 1) {
        end = str_find(plain, ' ', at);
        struct str word = str_part(plain, at, end);
        add_space(&out);
        buf_add(&out, str_is(word, "saint") ? STR("st") : word);
    }
    return buf_str(&out);
}

struct str name_plain(struct arena *arena, struct str name)
{
    struct buf out = {.arena = arena};
    name = unseen_plain(arena, name);
    for (size_t at = 0; at < name.len;) {
        size_t start = at;
        uint32_t c = utf8_next(name, &at);
        add_character(&out, name, start, at, c);
    }
    struct str plain = str_trim(buf_str(&out));
    return with_short_saints(arena, plain);
}

bool names_agree(struct arena *arena, struct str a, struct str b)
{
    return str_equal(a, b) || str_equal(name_plain(arena, a), name_plain(arena, b));
}
