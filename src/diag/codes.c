/* The catalogue of diagnostics as a table. */
#include "diag/codes.h"

#include <stddef.h>

static const struct code_info catalogue[] = {
#define CODE_ENTRY(code, severity, title, explanation) {#code, severity, title, explanation},
    CODES(CODE_ENTRY)
#undef CODE_ENTRY
};

const struct code_info *code_info(enum code code)
{
    return &catalogue[code];
}

static char upper(char byte)
{
    return byte >= 'a' && byte <= 'z' ? (char)(byte - 'a' + 'A') : byte;
}

static bool same_name(struct str name, struct str code)
{
    if (name.len != code.len)
        return false;
    for (size_t i = 0; i < name.len; i++)
        if (upper(name.at[i]) != code.at[i])
            return false;
    return true;
}

const struct code_info *code_find(struct str name)
{
    for (size_t i = 0; i < CODE_COUNT; i++)
        if (same_name(name, str_from(catalogue[i].name)))
            return &catalogue[i];
    return NULL;
}
