/* Which addresses a link may lead to. */
#include "base/url.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool has_scheme(struct str url, const char *scheme)
{
    size_t i = 0;
    while (scheme[i] && i < url.len && lower(url.at[i]) == scheme[i])
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
