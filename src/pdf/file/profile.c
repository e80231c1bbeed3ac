/* The sRGB colour profile of the output intent. */
#include "pdf/pdf.h"

#include <lcms2.h>

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
