/* Pictures: what kind of file it is, and how large it may be. */
#include "layout/picture/picture.h"

#include "base/limits.h"
#include "data/yaml/node.h"

struct diag *picture_refuse(struct diags *diags, const struct picture_place *place, enum code code,
                            const char *format, ...)
{
    struct buf reason = {.arena = diags->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&reason, format, args);
    va_end(args);
    return diag_report(diags, code, place->span, "the picture `" STR_FMT "` " STR_FMT,
                       STR_ARG(text_shown(diags->arena, place->file)), STR_ARG(buf_str(&reason)));
}

bool picture_size_allowed(struct diags *diags, const struct picture_place *place, uint32_t width,
                          uint32_t height)
{
    bool narrow = width <= LIMIT_PICTURE_SIDE && height <= LIMIT_PICTURE_SIDE;
    if (narrow && (uint64_t)width * height <= LIMIT_PICTURE_PIXELS)
        return true;
    struct diag *diag = picture_refuse(diags, place, E532, "has %lu by %lu pixels",
                                       (unsigned long)width, (unsigned long)height);
    diag_hint(diags, diag, "save it with at most %d pixels a side and %d million in all",
              LIMIT_PICTURE_SIDE, LIMIT_PICTURE_PIXELS / 1000000);
    return false;
}

const struct picture *picture_decode(struct arena *arena, struct diags *diags,
                                     const struct picture_place *place, struct str bytes)
{
    if (str_starts(bytes, "\x89PNG\r\n\x1A\n"))
        return picture_from_png(arena, diags, place, bytes);
    if (str_starts(bytes, "\xFF\xD8"))
        return picture_from_jpeg(arena, diags, place, bytes);
    struct diag *diag = picture_refuse(diags, place, E533, "is neither a PNG nor a JPEG file");
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
