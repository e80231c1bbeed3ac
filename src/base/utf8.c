/* UTF-8 through utf8proc, plus the few things it does not give. */
#include "base/utf8.h"

#include <utf8proc.h>

static uint32_t continuation(char byte)
{
    return (uint32_t)((unsigned char)byte & 0x3F);
}

uint32_t utf8_next_long(struct str text, size_t *at)
{
    const char *p = text.at + *at;
    unsigned char lead = (unsigned char)p[0];
    if (lead < 0xE0) {
        *at += 2;
        return (uint32_t)(lead & 0x1F) << 6 | continuation(p[1]);
    }
    if (lead < 0xF0) {
        *at += 3;
        return (uint32_t)(lead & 0x0F) << 12 | continuation(p[1]) << 6 | continuation(p[2]);
    }
    *at += 4;
    return (uint32_t)(lead & 0x07) << 18 | continuation(p[1]) << 12 | continuation(p[2]) << 6 |
           continuation(p[3]);
}

size_t utf8_put(uint32_t code_point, char out[4])
{
    utf8proc_uint8_t bytes[4] = {0};
    utf8proc_ssize_t len = utf8proc_encode_char((utf8proc_int32_t)code_point, bytes);
    for (utf8proc_ssize_t i = 0; i < len; i++)
        out[i] = (char)bytes[i];
    return (size_t)len;
}

size_t utf8_ascii_end(struct str text, size_t at)
{
    const uint64_t beyond = UINT64_C(0x8080808080808080);
    for (uint64_t bytes; text.len - at >= sizeof bytes; at += sizeof bytes) {
        memcpy(&bytes, text.at + at, sizeof bytes);
        if (bytes & beyond)
            break;
    }
    while (at < text.len && (unsigned char)text.at[at] < 0x80)
        at++;
    return at;
}

size_t utf8_check(struct str text)
{
    for (size_t at = 0; (at = utf8_ascii_end(text, at)) < text.len;) {
        utf8proc_int32_t code_point;
        utf8proc_ssize_t len = utf8proc_iterate((const utf8proc_uint8_t *)text.at + at,
                                                (utf8proc_ssize_t)(text.len - at), &code_point);
        if (len <= 0)
            return at;
        at += (size_t)len;
    }
    return text.len;
}

size_t utf8_count(struct str text, size_t start, size_t end)
{
    struct str part = str_part(text, start, end);
    size_t at = utf8_ascii_end(part, 0), count = at;
    for (; at < part.len; at++)
        count += ((unsigned char)part.at[at] & 0xC0) != 0x80;
    return count;
}

int utf8_columns(uint32_t code_point)
{
    return utf8proc_charwidth((utf8proc_int32_t)code_point);
}

/* Does a capital stand in the first word, after its first letter? A hyphen ends a word here. */
static bool has_inner_capital(struct str text, size_t at)
{
    while (at < text.len) {
        utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)utf8_next(text, &at));
        if (category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT)
            return true;
        if (category != UTF8PROC_CATEGORY_LL && category != UTF8PROC_CATEGORY_MN)
            return false;
    }
    return false;
}

struct str utf8_capital(struct arena *arena, struct str text)
{
    if (!text.len)
        return text;
    size_t at = 0;
    utf8proc_int32_t letter = (utf8proc_int32_t)utf8_next(text, &at);
    utf8proc_int32_t capital = utf8proc_totitle(letter);
    if (capital == letter || has_inner_capital(text, at))
        return text;
    struct buf out = {.arena = arena};
    buf_code_point(&out, (uint32_t)capital);
    buf_add(&out, str_part(text, at, text.len));
    return buf_str(&out);
}

bool utf8_is_mark(uint32_t code_point)
{
    utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)code_point);
    return category == UTF8PROC_CATEGORY_MN || category == UTF8PROC_CATEGORY_MC ||
           category == UTF8PROC_CATEGORY_ME;
}

void buf_code_point(struct buf *buf, uint32_t code_point)
{
    char bytes[4];
    buf_add(buf, (struct str){bytes, utf8_put(code_point, bytes)});
}
