/* Compressed streams, and the colour profile, which is compressed once. */
#include "pdf/file/deflate.h"

#include "pdf/pdf.h"

#include <lcms2.h>
#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

/* ---- the sRGB colour profile of the output intent ---- */

/* Offsets in an ICC profile's header. */
enum { HEADER_DATE = 24, HEADER_DATE_SIZE = 12, HEADER_ID = 84, HEADER_ID_SIZE = 16, HEADER = 128 };

/* lcms2 writes the hour in which it runs; any date will do, as long as it stays the same. */
static const unsigned char fixed_date[HEADER_DATE_SIZE] = {0x07, 0xD0, 0, 1, 0, 1};

static struct str saved(struct arena *arena, cmsHPROFILE profile)
{
    cmsUInt32Number size = 0;
    if (!cmsSaveProfileToMem(profile, NULL, &size) || size < HEADER)
        return STR_NONE;
    char *bytes = arena_alloc(arena, size);
    if (!cmsSaveProfileToMem(profile, bytes, &size))
        return STR_NONE;
    memcpy(bytes + HEADER_DATE, fixed_date, sizeof fixed_date);
    memset(bytes + HEADER_ID, 0, HEADER_ID_SIZE); /* "not calculated" */
    return (struct str){bytes, size};
}

struct str pdf_srgb_profile(struct arena *arena)
{
    cmsContext context = cmsCreateContext(NULL, NULL);
    cmsHPROFILE profile = context ? cmsCreate_sRGBProfileTHR(context) : NULL;
    struct str bytes = profile ? saved(arena, profile) : STR_NONE;
    if (profile)
        cmsCloseProfile(profile);
    if (context)
        cmsDeleteContext(context);
    return bytes;
}

/* ---- compression with libdeflate ---- */

enum { KEPT_ROOM = 1 << 20 };

/* Of libdeflate. The pages of a briefing are 7% larger at 1 than at 6, in two fifths of the time.
 */
static const int levels[] = {[EFFORT_QUICK] = 1, [EFFORT_THOROUGH] = 7};

struct pdf_deflater {
    struct libdeflate_compressor *compressor;
    char *room; /* for what comes out; grows, and is not the arena's, for pictures are large */
    size_t size;
};

struct pdf_deflater *pdf_deflater_new(enum pdf_effort effort)
{
    struct pdf_deflater *deflater = calloc(1, sizeof *deflater);
    struct libdeflate_compressor *compressor = libdeflate_alloc_compressor(levels[effort]);
    if (!deflater || !compressor)
        arena_exhausted();
    deflater->compressor = compressor;
    return deflater;
}

void pdf_deflater_free(struct pdf_deflater *deflater)
{
    libdeflate_free_compressor(deflater->compressor);
    free(deflater->room);
    free(deflater);
}

static void make_room(struct pdf_deflater *deflater, size_t size)
{
    if (size <= deflater->size)
        return;
    free(deflater->room);
    deflater->room = malloc(size);
    deflater->size = size;
    if (!deflater->room)
        arena_exhausted();
}

struct str pdf_deflate(struct pdf_deflater *deflater, struct str bytes)
{
    make_room(deflater, libdeflate_zlib_compress_bound(deflater->compressor, bytes.len));
    size_t len = libdeflate_zlib_compress(deflater->compressor, bytes.at, bytes.len, deflater->room,
                                          deflater->size);
    return (struct str){deflater->room, len};
}

void pdf_deflater_rest(struct pdf_deflater *deflater)
{
    if (deflater->size <= KEPT_ROOM)
        return;
    free(deflater->room);
    deflater->room = NULL;
    deflater->size = 0;
}
