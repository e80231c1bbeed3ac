/* Pictures: what kind of file it is, how it is turned, and the same in greys. */
#include "layout/picture/picture.h"

#include "base/colour.h"
#include "layout/layout_codes.h"

const struct picture *picture_decode(struct arena *arena, struct diags *diags,
                                     const struct picture_place *place, struct str bytes)
{
    if (str_starts(bytes, "\x89PNG\r\n\x1A\n"))
        return picture_from_png(arena, diags, place, bytes);
    if (str_starts(bytes, "\xFF\xD8"))
        return picture_from_jpeg(arena, diags, place, bytes);
    struct diag *diag = picture_refuse(diags, place, &E533, "is neither a PNG nor a JPEG file");
    diag_hint(diags, diag, "save drawings and logos as PNG, photographs as JPEG");
    return NULL;
}

const struct picture *picture_read(struct arena *arena, struct diags *diags,
                                   const struct picture_place *place)
{
    struct str bytes = picture_file_read(arena, diags, place);
    return bytes.at ? picture_decode(arena, diags, place, bytes) : NULL;
}

int32_t picture_shown_width(const struct picture *picture)
{
    return picture->turn >= TURN_TRANSPOSED ? picture->height : picture->width;
}

int32_t picture_shown_height(const struct picture *picture)
{
    return picture->turn >= TURN_TRANSPOSED ? picture->width : picture->height;
}

/* ---- in greys, each pixel as light as it was ---- */

enum { RGB = 3 };

static struct str grey_pixels(struct arena *arena, struct str pixels)
{
    char *greys = arena_alloc(arena, pixels.len / RGB);
    for (size_t i = 0; i < pixels.len / RGB; i++) {
        const unsigned char *pixel = (const unsigned char *)pixels.at + i * RGB;
        struct colour colour = {pixel[0], pixel[1], pixel[2]};
        greys[i] = (char)colour_grey(colour, GREY_LIGHTER).red;
    }
    return (struct str){greys, pixels.len / RGB};
}

const struct picture *picture_grey(struct arena *arena, const struct picture *picture)
{
    if (picture->kind != PICTURE_PIXELS || picture->channels != RGB)
        return picture;
    struct picture *grey = ARENA_NEW(arena, struct picture);
    *grey = *picture;
    grey->channels = 1;
    grey->data = grey_pixels(arena, picture->data);
    return grey;
}
