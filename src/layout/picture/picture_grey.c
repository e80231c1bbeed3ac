/* Pictures in greys, each pixel as light as it was. */
#include "base/colour.h"
#include "layout/picture/picture.h"

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
