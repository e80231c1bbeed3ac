/* Serialises the document and stamps it with an identifier drawn from its own bytes. */
#include "pdf/file/save.h"

#include <xxhash.h>

enum { ID_BYTES = 16, ID_DIGITS = 2 * ID_BYTES, ID_COPIES = 2 };

/* Two strings of zeros, to be overwritten in the finished file. */
static void put_blank_id(struct objects *objects)
{
    static const char zeros[ID_BYTES];
    object_open_array(&objects->trailer, "ID");
    for (int i = 0; i < ID_COPIES; i++)
        object_add_bytes(&objects->trailer, (struct str){zeros, sizeof zeros});
    object_close_array(&objects->trailer);
}

static bool is_blank_id(const char *at)
{
    if (at[0] != '<' || at[ID_DIGITS + 1] != '>')
        return false;
    for (int i = 1; i <= ID_DIGITS; i++)
        if (at[i] != '0')
            return false;
    return true;
}

static void write_digits(char *at, const XXH128_canonical_t *hash)
{
    static const char digits[] = "0123456789ABCDEF";
    for (size_t i = 0; i < ID_BYTES; i++) {
        *at++ = digits[hash->digest[i] >> 4];
        *at++ = digits[hash->digest[i] & 15];
    }
}

/* The trailer stands at the end, so the blanks are sought from there. */
static bool stamp(char *bytes, size_t len)
{
    XXH128_canonical_t hash;
    XXH128_canonicalFromHash(&hash, XXH3_128bits(bytes, len));
    int copies = 0;
    for (size_t left = len; left >= ID_DIGITS + 2 && copies < ID_COPIES; left--) {
        char *at = bytes + left - (ID_DIGITS + 2);
        if (is_blank_id(at)) {
            write_digits(at + 1, &hash);
            copies++;
        }
    }
    return copies == ID_COPIES;
}

struct str pdf_save(struct objects *objects)
{
    put_blank_id(objects);
    size_t len = 0;
    char *bytes = objects_bytes(objects, &len);
    if (!bytes)
        return STR_NONE;
    if (!stamp(bytes, len)) {
        objects->fault = HPDF_INVALID_DOCUMENT;
        return STR_NONE;
    }
    return (struct str){bytes, len};
}
