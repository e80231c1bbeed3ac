/* The shape of language codes. */
#include "base/language.h"

#include "base/ascii.h"

/* Every language there is a code for has one of two or three letters; longer first parts would let
   the name of a language, such as Welsh, pass for its code. */
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
