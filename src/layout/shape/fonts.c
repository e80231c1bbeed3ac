/* Reads the theme's font files into memory. */
#include "layout/layout_codes.h"
#include "layout/shape/metrics.h"

#include "base/limits.h"
#include "diag/diag.h"
#include "files/file.h"
#include "files/input.h"
#include "layout/theme/font_family.h"

#include <string.h>

/* At the line of the theme that asks for the file, where there is one: there it is mended. */
void font_refuse(struct diags *diags, const struct code *code, const struct font_file *file,
                 const char *why)
{
    struct diag *diag =
        file->asked.source
            ? diag_report(diags, code, file->asked, "the font `" STR_FMT "` %s",
                          STR_ARG(file->path), why)
            : diag_report_file(diags, code, str_z(diags->arena, file->path), "the font %s", why);
    diag_hint(diags, diag, "name another font under `fonts`");
}

/* What is wrong with the file, in the words of a theme's author. */
static const char *font_fault(struct arena *arena, const struct file *file)
{
    switch (file->fault) {
    case FILE_IS_FOLDER:
    case FILE_IS_DEVICE: return "is not a file";
    case FILE_TOO_LARGE:
        return str_format(arena, "is larger than %d MiB", LIMIT_FONT_BYTES >> 20).at;
    case FILE_CHANGED: return "changed while it was read";
    default: return str_format(arena, "cannot be read: %s", strerror(file->error)).at;
    }
}

/* Read and not mapped: who cuts a mapped file short takes the bytes from under our feet. */
static struct str read_font(struct arena *arena, struct diags *diags, const struct font_file *font)
{
    struct file file;
    struct str bytes;
    if (!file_read(arena, str_z(arena, font->path), NULL, LIMIT_FONT_BYTES, &bytes, &file)) {
        font_refuse(diags, file.fault == FILE_TOO_LARGE ? &E503 : &E501, font,
                    font_fault(diags->arena, &file));
        return STR_NONE;
    }
    if (!bytes.len) {
        font_refuse(diags, &E501, font, "is an empty file");
        return STR_NONE;
    }
    inputs_add(diags->inputs, font->path, bytes);
    if (!font_is_whole(bytes)) {
        font_refuse(diags, &E502, font, "is cut short: it lists parts that are not in it");
        return STR_NONE;
    }
    return bytes;
}

/* An earlier face that uses the same file; `face` itself when there is none. */
static int first_with_path(const struct fonts *fonts, int face)
{
    int earlier = 0;
    while (!str_equal(fonts->files[earlier].path, fonts->files[face].path))
        earlier++;
    return earlier;
}

const struct fonts *fonts_read(struct arena *arena, struct diags *diags, const struct theme *theme)
{
    struct fonts *fonts = ARENA_NEW(arena, struct fonts);
    fonts->fallback_count = theme->fallback_count;
    bool complete = true;
    for (int face = 0; face < FACE_FALLBACK + (int)theme->fallback_count; face++) {
        struct font_file *file = &fonts->files[face];
        file->path = theme->fonts[face];
        file->asked = theme->font_spans[face];
        int first = first_with_path(fonts, face);
        file->bytes = first < face ? fonts->files[first].bytes : read_font(arena, diags, file);
        complete = complete && file->bytes.at;
    }
    return complete ? fonts : NULL;
}
