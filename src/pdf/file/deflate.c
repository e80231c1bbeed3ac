/* Compression with libdeflate: as small as zlib makes it, in a third of the time or less. */
#include "pdf/file/deflate.h"

#include <libdeflate.h>
#include <stdlib.h>

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
