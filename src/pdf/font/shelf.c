/* The shelf: typefaces by their bytes, programs and the profile made at their first use. */
#include "pdf/font/shelf.h"

#include "base/list.h"
#include "pdf/metadata.h"

#include <string.h>

struct pdf_shelf {
    struct arena *arena;
    struct pdf_deflater *quick, *thorough;
    LIST(struct pdf_typeface *) typefaces;
    struct str profile;
};

struct pdf_shelf *pdf_shelf_new(void)
{
    struct arena *arena = arena_new();
    struct pdf_shelf *shelf = ARENA_NEW(arena, struct pdf_shelf);
    *shelf = (struct pdf_shelf){.arena = arena,
                                .quick = pdf_deflater_new(EFFORT_QUICK),
                                .thorough = pdf_deflater_new(EFFORT_THOROUGH)};
    return shelf;
}

void pdf_shelf_free(struct pdf_shelf *shelf)
{
    if (!shelf)
        return;
    for (size_t i = 0; i < shelf->typefaces.count; i++)
        pdf_typeface_close(shelf->typefaces.items[i]);
    pdf_deflater_free(shelf->quick);
    pdf_deflater_free(shelf->thorough);
    arena_free(shelf->arena);
}

void pdf_shelf_rest(struct pdf_shelf *shelf)
{
    pdf_deflater_rest(shelf->quick);
}

/* Two files of the same bytes are one typeface. */
static bool is_of(const struct pdf_typeface *typeface, struct str bytes)
{
    return typeface->bytes.len == bytes.len &&
           (typeface->bytes.at == bytes.at || memcmp(typeface->bytes.at, bytes.at, bytes.len) == 0);
}

struct pdf_typeface *pdf_shelf_typeface(struct pdf_shelf *shelf, const struct font_file *file)
{
    for (size_t i = 0; i < shelf->typefaces.count; i++)
        if (is_of(shelf->typefaces.items[i], file->bytes))
            return shelf->typefaces.items[i];
    struct pdf_typeface *typeface = ARENA_NEW(shelf->arena, struct pdf_typeface);
    pdf_typeface_open(typeface, shelf->arena, file->bytes);
    *LIST_ADD(shelf->arena, &shelf->typefaces) = typeface;
    return typeface;
}

static bool is_within(struct pdf_glyphs used, const bool *glyphs)
{
    for (size_t i = 0; i < used.count; i++)
        if (!glyphs[used.items[i]])
            return false;
    return true;
}

static struct pdf_repertoire *repertoire_of(struct pdf_shelf *shelf, struct pdf_typeface *typeface,
                                            struct pdf_glyphs used)
{
    for (int i = 0; i < REPERTOIRE_COUNT; i++) {
        struct pdf_repertoire *repertoire = &typeface->repertoires[i];
        if (!repertoire->glyphs)
            repertoire->glyphs = pdf_repertoire_glyphs(shelf->arena, typeface->font, i);
        if (is_within(used, repertoire->glyphs))
            return repertoire;
    }
    return NULL;
}

static struct pdf_program program_of_its_own(struct pdf_shelf *shelf, struct arena *arena,
                                             const struct pdf_typeface *typeface,
                                             struct pdf_glyphs used)
{
    bool *glyphs = ARENA_ARRAY(arena, bool, typeface->glyph_count);
    for (size_t i = 0; i < used.count; i++)
        glyphs[used.items[i]] = true;
    return pdf_program_make(arena, shelf->quick, typeface, glyphs);
}

struct pdf_program pdf_shelf_program(struct pdf_shelf *shelf, struct arena *arena,
                                     struct pdf_typeface *typeface, struct pdf_glyphs used)
{
    struct pdf_repertoire *repertoire = repertoire_of(shelf, typeface, used);
    if (!repertoire)
        return program_of_its_own(shelf, arena, typeface, used);
    if (!repertoire->program.name)
        repertoire->program =
            pdf_program_make(shelf->arena, shelf->thorough, typeface, repertoire->glyphs);
    return repertoire->program;
}

struct str pdf_shelf_profile(struct pdf_shelf *shelf)
{
    if (shelf->profile.at)
        return shelf->profile;
    struct str plain = pdf_srgb_profile(shelf->arena);
    if (plain.at)
        shelf->profile = str_copy(shelf->arena, pdf_deflate(shelf->quick, plain));
    return shelf->profile;
}

struct pdf_deflater *pdf_shelf_deflater(struct pdf_shelf *shelf)
{
    return shelf->quick;
}
