/* Exif in a JPEG: only which way up the picture is, of all that a camera writes there. */
#include "layout/picture/picture.h"

/* The numbers of a TIFF file, in either order of bytes. */
struct tiff {
    struct str bytes;
    bool little;
};

/* `count` bytes, 2 or 4, as a number; 0 beyond the end. */
static uint32_t number_at(const struct tiff *tiff, size_t at, size_t count)
{
    if (at > tiff->bytes.len || count > tiff->bytes.len - at)
        return 0;
    uint32_t number = 0;
    for (size_t i = 0; i < count; i++) {
        size_t from = tiff->little ? count - 1 - i : i;
        number = number << 8 | (unsigned char)tiff->bytes.at[at + from];
    }
    return number;
}

static enum picture_turn turn_in_directory(const struct tiff *tiff, size_t directory)
{
    enum { ENTRY = 12, TAG_ORIENTATION = 0x0112, VALUE = 8 };
    uint32_t count = number_at(tiff, directory, 2);
    for (size_t i = 0; i < count; i++) {
        size_t entry = directory + 2 + i * ENTRY;
        if (number_at(tiff, entry, 2) != TAG_ORIENTATION)
            continue;
        uint32_t turn = number_at(tiff, entry + VALUE, 2);
        return turn >= TURN_NONE && turn <= TURN_LEFT ? (enum picture_turn)turn : TURN_NONE;
    }
    return TURN_NONE;
}

enum picture_turn picture_exif_turn(struct str segment)
{
    enum { HEADER = 6, DIRECTORY = 4 }; /* "Exif" and two NULs; where its offset stands */
    struct str bytes = str_part(segment, HEADER, segment.len);
    struct tiff tiff = {bytes, str_starts(bytes, "II")};
    if (!str_starts(segment, "Exif") || !(tiff.little || str_starts(bytes, "MM")))
        return TURN_NONE;
    return turn_in_directory(&tiff, number_at(&tiff, DIRECTORY, 4));
}
