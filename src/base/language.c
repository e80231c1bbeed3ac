/* The shape of language codes. */
#include "base/language.h"

enum { FIRST_PART_LEAST = 2, PART_MOST = 8 };

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

bool language_is_code(struct str text)
{
    for (size_t start = 0, part = 0; start <= text.len; part++) {
        size_t end = str_find(text, '-', start), len = end - start;
        if (len == 0 || len > PART_MOST || (part == 0 && len < FIRST_PART_LEAST))
            return false;
        for (size_t i = start; i < end; i++)
            if (!is_letter(text.at[i]) && (part == 0 || !is_digit(text.at[i])))
                return false;
        start = end + 1;
    }
    return true;
}
