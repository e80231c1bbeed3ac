/* Web addresses and language tags: are they well formed? */
#include "base/url.h"

#include "base/ascii.h"

/* ---- the shape of language codes ---- */

/* Codes of languages have two or three letters; if a longer first part were allowed, the name of a
   language, such as Welsh, would pass for its code. */
enum { FIRST_PART_LEAST = 2, FIRST_PART_MOST = 3, PART_MOST = 8 };

bool language_is_code(struct str text)
{
    for (size_t start = 0, part = 0; start <= text.len; part++) {
        size_t end = str_find(text, '-', start), len = end - start;
        if (len == 0 || len > PART_MOST)
            return false;
        if (part == 0 && (len < FIRST_PART_LEAST || len > FIRST_PART_MOST))
            return false;
        for (size_t i = start; i < end; i++)
            if (!ascii_is_letter(text.at[i]) && (part == 0 || !ascii_is_digit(text.at[i])))
                return false;
        start = end + 1;
    }
    return true;
}

/* ---- which addresses a link may lead to ---- */

static bool has_scheme(struct str url, const char *scheme)
{
    size_t i = 0;
    while (scheme[i] && i < url.len && ascii_lower(url.at[i]) == scheme[i])
        i++;
    return !scheme[i] && i < url.len && url.at[i] != '/';
}

bool url_is_allowed(struct str url)
{
    if (!has_scheme(url, "https://") && !has_scheme(url, "http://") && !has_scheme(url, "mailto:"))
        return false;
    for (size_t i = 0; i < url.len; i++) {
        unsigned char c = (unsigned char)url.at[i];
        if (c <= ' ' || c == 0x7F || c == '<' || c == '>' || c == '"')
            return false;
    }
    return true;
}
