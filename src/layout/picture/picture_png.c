/* The one file that calls libpng: any PNG becomes 8 bits of grey or RGB, with its alpha apart. */
#include "layout/layout_codes.h"
#include "layout/picture/picture.h"

#include <png.h>
#include <setjmp.h>
#include <stdio.h>
#include <string.h>

/* All that lives across libpng's long jump; none of it is a local variable that a jump could lose.
 */
struct decoding {
    struct arena *arena, *scratch;
    struct diags *diags;
    const struct picture_place *place;
    struct str bytes;
    size_t at; /* read so far */
    png_structp png;
    png_infop info;
    char fault[80]; /* libpng's words; empty: none */
    struct picture *picture;
};

/* ---- what libpng calls ---- */

static void on_error(png_structp png, png_const_charp message)
{
    struct decoding *decoding = png_get_error_ptr(png);
    snprintf(decoding->fault, sizeof decoding->fault, "%s", message);
    png_longjmp(png, 1);
}

/* Warnings are of what does not change the picture. */
static void on_warning(png_structp png, png_const_charp message)
{
    (void)png;
    (void)message;
}

static void on_read(png_structp png, png_bytep out, size_t count)
{
    struct decoding *decoding = png_get_io_ptr(png);
    if (count > decoding->bytes.len - decoding->at)
        png_error(png, "the file ends too early");
    memcpy(out, decoding->bytes.at + decoding->at, count);
    decoding->at += count;
}

/* ---- decoding; all of this may jump ---- */

static bool read_header(struct decoding *decoding)
{
    png_structp png = decoding->png;
    png_set_read_fn(png, decoding, on_read);
    png_set_user_limits(png, PNG_UINT_31_MAX, PNG_UINT_31_MAX);         /* ours have a diagnostic */
    png_set_keep_unknown_chunks(png, PNG_HANDLE_CHUNK_NEVER, NULL, -1); /* texts, profiles... */
    png_read_info(png, decoding->info);
    return picture_size_allowed(decoding->diags, decoding->place,
                                png_get_image_width(png, decoding->info),
                                png_get_image_height(png, decoding->info));
}

static void normalise(struct decoding *decoding)
{
    png_set_expand(decoding->png);   /* palettes and small greys to bytes, tRNS to alpha */
    png_set_scale_16(decoding->png); /* to 8 bits, rounded */
    png_set_interlace_handling(decoding->png);
    png_read_update_info(decoding->png, decoding->info);
}

/* The rows as libpng gives them, alpha beside the colours. */
static png_bytep read_rows(struct decoding *decoding, struct arena *arena)
{
    size_t row = png_get_rowbytes(decoding->png, decoding->info);
    size_t height = png_get_image_height(decoding->png, decoding->info);
    png_bytep pixels = arena_array(arena, height, row);
    png_bytepp rows = ARENA_ARRAY(decoding->scratch, png_bytep, height);
    for (size_t i = 0; i < height; i++)
        rows[i] = pixels + i * row;
    png_read_image(decoding->png, rows);
    png_read_end(decoding->png, NULL);
    return pixels;
}

/* Says whether any pixel is not opaque. */
static bool split(const png_byte *pixels, size_t count, size_t channels, char *colours, char *alpha)
{
    unsigned opaque = UINT8_MAX;
    for (size_t i = 0; i < count; i++) {
        const png_byte *pixel = pixels + i * (channels + 1);
        memcpy(colours + i * channels, pixel, channels);
        memcpy(alpha + i, pixel + channels, 1);
        opaque &= pixel[channels];
    }
    return opaque != UINT8_MAX;
}

static void read_picture(struct decoding *decoding)
{
    bool has_alpha = png_get_color_type(decoding->png, decoding->info) & PNG_COLOR_MASK_ALPHA;
    size_t channels = png_get_channels(decoding->png, decoding->info) - (has_alpha ? 1U : 0);
    struct picture *picture = ARENA_NEW(decoding->arena, struct picture);
    *picture = (struct picture){
        .kind = PICTURE_PIXELS,
        .width = (int32_t)png_get_image_width(decoding->png, decoding->info),
        .height = (int32_t)png_get_image_height(decoding->png, decoding->info),
        .channels = (int)channels,
        .turn = TURN_NONE,
    };
    size_t count = (size_t)picture->width * (size_t)picture->height;
    png_bytep pixels = read_rows(decoding, has_alpha ? decoding->scratch : decoding->arena);
    picture->data = (struct str){(const char *)pixels, count * channels};
    if (has_alpha) {
        char *colours = arena_array(decoding->arena, count, channels);
        char *alpha = arena_alloc(decoding->arena, count);
        if (split(pixels, count, channels, colours, alpha))
            picture->alpha = (struct str){alpha, count};
        picture->data.at = colours;
    }
    decoding->picture = picture;
}

static void decode(struct decoding *decoding)
{
    if (setjmp(png_jmpbuf(decoding->png)))
        return;
    if (!read_header(decoding))
        return;
    normalise(decoding);
    read_picture(decoding);
}

/* ---- the whole ---- */

const struct picture *picture_from_png(struct arena *arena, struct diags *diags,
                                       const struct picture_place *place, struct str bytes)
{
    struct decoding decoding = {
        .arena = arena,
        .scratch = arena_new(),
        .diags = diags,
        .place = place,
        .bytes = bytes,
        .fault = "there is not enough memory",
    };
    decoding.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &decoding, on_error, on_warning);
    decoding.info = decoding.png ? png_create_info_struct(decoding.png) : NULL;
    if (decoding.info) {
        decoding.fault[0] = '\0';
        decode(&decoding);
    }
    png_destroy_read_struct(&decoding.png, &decoding.info, NULL);
    arena_free(decoding.scratch);
    if (!decoding.fault[0])
        return decoding.picture;
    struct diag *diag = picture_refuse(diags, place, &E534, "is a damaged PNG file");
    diag_hint(diags, diag, "save it again, or copy it again from where it came");
    diag_note(diags, diag, (struct span){0}, "the PNG library says: %s", decoding.fault);
    return NULL;
}
