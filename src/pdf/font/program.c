/* Font programs: a subset with its name, compressed. */
#include "pdf/font/typeface.h"

#include <hb-ot.h>
#include <xxhash.h>

enum { TAG_LETTERS = 6, NAME_LIMIT = 100 };

static bool is_name_byte(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
           (byte >= '0' && byte <= '9') || byte == '-' || byte == '_';
}

/* The tag in front tells subsets of one font apart, by what is in them. */
static const char *subset_name(struct arena *arena, hb_face_t *face, struct str subset)
{
    struct buf name = {.arena = arena};
    XXH64_hash_t hash = XXH3_64bits(subset.at, subset.len);
    for (int i = 0; i < TAG_LETTERS; i++, hash /= 26)
        buf_byte(&name, (char)('A' + hash % 26));
    buf_byte(&name, '+');
    char own[NAME_LIMIT] = "";
    unsigned size = sizeof own;
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, own);
    for (const char *at = own; *at; at++)
        if (is_name_byte(*at))
            buf_byte(&name, *at);
    if (name.len == TAG_LETTERS + 1)
        buf_addz(&name, "Font");
    return buf_str(&name).at;
}

struct pdf_program pdf_program_make(struct arena *arena, struct pdf_deflater *deflater,
                                    const struct pdf_typeface *typeface, const bool *glyphs)
{
    struct str subset = pdf_subset(arena, typeface, glyphs);
    if (!subset.len)
        return (struct pdf_program){.stream = subset, .name = ""};
    return (struct pdf_program){
        .stream = str_copy(arena, pdf_deflate(deflater, subset)),
        .length = subset.len,
        .name = subset_name(arena, typeface->face, subset),
    };
}
