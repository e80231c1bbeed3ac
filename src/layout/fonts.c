/* Reads the theme's font files into memory. */
#include "layout/metrics.h"

#include "base/diag.h"
#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

/* The open file's bytes; absent when they cannot be had. Mapped, for of most fonts only a part is
   looked at; those who change fonts put a new file in the place of the old one. */
static struct str map_bytes(int file, size_t size)
{
    void *bytes = mmap(NULL, size, PROT_READ, MAP_PRIVATE, file, 0);
    if (bytes == MAP_FAILED && errno == ENOMEM)
        arena_exhausted();
    return bytes == MAP_FAILED ? STR_NONE : (struct str){bytes, size};
}

/* At the line of the theme that asks for the file, where there is one: there it is mended. */
void font_refuse(struct diags *diags, enum code code, const struct font_file *file, const char *why)
{
    struct diag *diag =
        file->asked.source
            ? diag_report(diags, code, file->asked, "the font `" STR_FMT "` %s",
                          STR_ARG(file->path), why)
            : diag_report_file(diags, code, str_z(diags->arena, file->path), "the font %s", why);
    diag_hint(diags, diag, "name another font under `fonts`");
}

static struct str read_open_font(struct diags *diags, const struct font_file *font, int file)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        font_refuse(diags, E501, font, "is not a file");
        return STR_NONE;
    }
    if (status.st_size > LIMIT_FONT_BYTES) {
        font_refuse(diags, E503, font,
                    str_format(diags->arena, "is larger than %d MiB", LIMIT_FONT_BYTES >> 20).at);
        return STR_NONE;
    }
    if (status.st_size == 0) {
        font_refuse(diags, E501, font, "is an empty file");
        return STR_NONE;
    }
    struct str bytes = map_bytes(file, (size_t)status.st_size);
    if (!bytes.at)
        font_refuse(diags, E501, font, "cannot be read");
    return bytes;
}

static struct str read_font(struct arena *arena, struct diags *diags, const struct font_file *font)
{
    int file = open(str_z(arena, font->path), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0) {
        font_refuse(diags, E501, font,
                    str_format(diags->arena, "cannot be read: %s", strerror(errno)).at);
        return STR_NONE;
    }
    struct str bytes = read_open_font(diags, font, file);
    close(file);
    if (bytes.at)
        inputs_add(diags->inputs, font->path, bytes);
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
    if (complete)
        return fonts;
    fonts_free(fonts);
    return NULL;
}

void fonts_free(const struct fonts *fonts)
{
    if (!fonts)
        return;
    for (int face = 0; face < FACE_FALLBACK + (int)fonts->fallback_count; face++) {
        struct str bytes = fonts->files[face].bytes;
        if (bytes.at && first_with_path(fonts, face) == face)
            munmap((void *)(uintptr_t)bytes.at, bytes.len);
    }
}
