/* White space as Python sees it, which decides what `-` in a tag strips. */
#include "template/lexer.h"

#include "base/utf8.h"

bool python_space(uint32_t code_point)
{
    return (code_point >= 0x09 && code_point <= 0x0D) ||
           (code_point >= 0x1C && code_point <= 0x20) || code_point == 0x85 || code_point == 0xA0 ||
           code_point == 0x1680 || (code_point >= 0x2000 && code_point <= 0x200A) ||
           code_point == 0x2028 || code_point == 0x2029 || code_point == 0x202F ||
           code_point == 0x205F || code_point == 0x3000;
}

struct str python_trim(struct str text)
{
    size_t start = text.len, end = 0;
    for (size_t at = 0; at < text.len;) {
        size_t here = at;
        if (python_space(utf8_next(text, &at)))
            continue;
        if (start > here)
            start = here;
        end = at;
    }
    return end ? str_part(text, start, end) : str_part(text, 0, 0);
}
