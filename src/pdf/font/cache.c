/* What is kept from one PDF to the next: fonts, the repertoires that they are cut down to, and the
   colour profile. */
#include "pdf/font/cache.h"

#include "base/list.h"
#include "pdf/font/typeface.h"
#include "pdf/pdf.h"

#include <hb-ot.h>
#include <lcms2.h>
#include <string.h>

/* ---- repertoires: the glyphs that nearly every document is set with ---- */

enum { RANGES = 12 };

/* The characters of each, up to a range that ends in 0. */
static const struct character_range {
    hb_codepoint_t first, last;
} characters[REPERTOIRE_COUNT][RANGES] = {
    /* ASCII, no-break space, pound, euro, dashes, quotation marks, bullet, ellipsis */
    [REPERTOIRE_ENGLISH] = {{0x20, 0x7E},
                            {0xA0, 0xA0},
                            {0xA3, 0xA3},
                            {0x2010, 0x2014},
                            {0x2018, 0x2019},
                            {0x201C, 0x201D},
                            {0x2022, 0x2022},
                            {0x2026, 0x2026},
                            {0x20AC, 0x20AC}},
    /* and the letters of Latin-1 and Latin Extended-A, for names */
    [REPERTOIRE_EUROPEAN] = {{0x20, 0x7E},
                             {0xA0, 0xAC},
                             {0xAE, 0x17F},
                             {0x2010, 0x2015},
                             {0x2018, 0x201E},
                             {0x2020, 0x2022},
                             {0x2026, 0x2026},
                             {0x202F, 0x202F},
                             {0x20AC, 0x20AC}},
};

/* What shape.c asks for, and what HarfBuzz applies to every text of its own accord. */
static const hb_tag_t features[] = {
    HB_TAG('l', 'i', 'g', 'a'), HB_TAG('c', 'l', 'i', 'g'), HB_TAG('t', 'n', 'u', 'm'),
    HB_TAG('l', 'n', 'u', 'm'), HB_TAG('c', 'c', 'm', 'p'), HB_TAG('l', 'o', 'c', 'l'),
    HB_TAG('c', 'a', 'l', 't'), HB_TAG('r', 'l', 'i', 'g'), HB_TAG_NONE,
};

static void add_range(hb_set_t *glyphs, hb_font_t *font, const struct character_range *range)
{
    for (hb_codepoint_t c = range->first; c <= range->last; c++) {
        hb_codepoint_t glyph;
        if (hb_font_get_nominal_glyph(font, c, &glyph))
            hb_set_add(glyphs, glyph);
    }
}

static void add_substitutes(hb_set_t *glyphs, hb_face_t *face)
{
    hb_set_t *lookups = hb_set_create();
    hb_ot_layout_collect_lookups(face, HB_OT_TAG_GSUB, NULL, NULL, features, lookups);
    hb_ot_layout_lookups_substitute_closure(face, lookups, glyphs);
    hb_set_destroy(lookups);
}

const bool *pdf_repertoire_glyphs(struct arena *arena, hb_font_t *font, int repertoire)
{
    hb_face_t *face = hb_font_get_face(font);
    hb_set_t *glyphs = hb_set_create();
    for (const struct character_range *range = characters[repertoire]; range->last; range++)
        add_range(glyphs, font, range);
    add_substitutes(glyphs, face);
    unsigned count = hb_face_get_glyph_count(face);
    bool *used = ARENA_ARRAY(arena, bool, count);
    for (hb_codepoint_t glyph = HB_SET_VALUE_INVALID; hb_set_next(glyphs, &glyph);)
        if (glyph < count)
            used[glyph] = true;
    hb_set_destroy(glyphs);
    return used;
}

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

/* ---- the cache ---- */

struct pdf_cache {
    struct arena *arena;
    struct pdf_deflater *quick, *thorough;
    LIST(struct pdf_typeface *) typefaces;
    struct str profile;
};

struct pdf_cache *pdf_cache_new(void)
{
    struct arena *arena = arena_new();
    struct pdf_cache *cache = ARENA_NEW(arena, struct pdf_cache);
    *cache = (struct pdf_cache){.arena = arena,
                                .quick = pdf_deflater_new(EFFORT_QUICK),
                                .thorough = pdf_deflater_new(EFFORT_THOROUGH)};
    return cache;
}

void pdf_cache_free(struct pdf_cache *cache)
{
    if (!cache)
        return;
    for (size_t i = 0; i < cache->typefaces.count; i++)
        pdf_typeface_close(cache->typefaces.items[i]);
    pdf_deflater_free(cache->quick);
    pdf_deflater_free(cache->thorough);
    arena_free(cache->arena);
}

void pdf_cache_rest(struct pdf_cache *cache)
{
    pdf_deflater_rest(cache->quick);
}

/* Two files of the same bytes are one typeface. */
static bool is_of(const struct pdf_typeface *typeface, struct str bytes)
{
    return typeface->bytes.len == bytes.len &&
           (typeface->bytes.at == bytes.at || memcmp(typeface->bytes.at, bytes.at, bytes.len) == 0);
}

struct pdf_typeface *pdf_cache_typeface(struct pdf_cache *cache, const struct font_file *file)
{
    for (size_t i = 0; i < cache->typefaces.count; i++)
        if (is_of(cache->typefaces.items[i], file->bytes))
            return cache->typefaces.items[i];
    struct pdf_typeface *typeface = ARENA_NEW(cache->arena, struct pdf_typeface);
    pdf_typeface_open(typeface, cache->arena, file->bytes);
    *LIST_ADD(cache->arena, &cache->typefaces) = typeface;
    return typeface;
}

static bool is_within(struct pdf_glyphs used, const bool *glyphs)
{
    for (size_t i = 0; i < used.count; i++)
        if (!glyphs[used.items[i]])
            return false;
    return true;
}

static struct pdf_repertoire *repertoire_of(struct pdf_cache *cache, struct pdf_typeface *typeface,
                                            struct pdf_glyphs used)
{
    for (int i = 0; i < REPERTOIRE_COUNT; i++) {
        struct pdf_repertoire *repertoire = &typeface->repertoires[i];
        if (!repertoire->glyphs)
            repertoire->glyphs = pdf_repertoire_glyphs(cache->arena, typeface->font, i);
        if (is_within(used, repertoire->glyphs))
            return repertoire;
    }
    return NULL;
}

static struct pdf_program program_of_its_own(struct pdf_cache *cache, struct arena *arena,
                                             const struct pdf_typeface *typeface,
                                             struct pdf_glyphs used)
{
    bool *glyphs = ARENA_ARRAY(arena, bool, typeface->glyph_count);
    for (size_t i = 0; i < used.count; i++)
        glyphs[used.items[i]] = true;
    return pdf_program_make(arena, cache->quick, typeface, glyphs);
}

struct pdf_program pdf_cache_program(struct pdf_cache *cache, struct arena *arena,
                                     struct pdf_typeface *typeface, struct pdf_glyphs used)
{
    struct pdf_repertoire *repertoire = repertoire_of(cache, typeface, used);
    if (!repertoire)
        return program_of_its_own(cache, arena, typeface, used);
    if (!repertoire->program.name)
        repertoire->program =
            pdf_program_make(cache->arena, cache->thorough, typeface, repertoire->glyphs);
    return repertoire->program;
}

struct str pdf_cache_profile(struct pdf_cache *cache)
{
    if (cache->profile.at)
        return cache->profile;
    struct str plain = pdf_srgb_profile(cache->arena);
    if (plain.at)
        cache->profile = str_copy(cache->arena, pdf_deflate(cache->quick, plain));
    return cache->profile;
}

struct pdf_deflater *pdf_cache_deflater(struct pdf_cache *cache)
{
    return cache->quick;
}
