/* The fonts of a theme: by file, or by family. */
#include "layout/layout_codes.h"
#include "layout/theme/theme_file.h"

#include <sys/stat.h>
#include <unistd.h>

static bool is_readable_file(const char *path)
{
    struct stat about;
    return stat(path, &about) == 0 && S_ISREG(about.st_mode) && access(path, R_OK) == 0;
}

/* The folder of the file that a place is in, with its slash; empty when it has none. */
static struct str folder_of(struct span span)
{
    struct str text = span.source ? span.source->path : STR("");
    while (text.len && text.at[text.len - 1] != '/')
        text.len--;
    return text;
}

/* The absolute path of a file in the folder; absent when there is none. */
static struct str find_in(struct arena *arena, struct str theme_folder, struct str folder,
                          struct str name)
{
    struct str beside = str_starts(folder, "/") ? STR("") : theme_folder;
    struct str path = str_format(arena, STR_FMT STR_FMT "/" STR_FMT, STR_ARG(beside),
                                 STR_ARG(folder), STR_ARG(name));
    return is_readable_file(str_z(arena, path)) ? path : STR_NONE;
}

static struct str find_font(struct arena *arena, const struct texts *folders, struct str name)
{
    if (str_starts(name, "/"))
        return is_readable_file(str_z(arena, name)) ? name : STR_NONE;
    for (size_t i = 0; i < folders->count; i++) {
        struct str path = find_in(arena, folder_of(folders->spans[i]), folders->items[i], name);
        if (path.at)
            return path;
    }
    return STR_NONE;
}

static struct str place_font(struct arena *arena, struct diags *diags,
                             const struct theme_file *file, struct str name, struct span span)
{
    struct str found = find_font(arena, &file->font_folders, name);
    if (found.at)
        return found;
    struct diag *diag = diag_report(
        diags, &E524, span, "the font `" STR_FMT "` is in none of the font folders", STR_ARG(name));
    diag_hint(diags, diag,
              "install its package (fonts-lato for Lato, fonts-dejavu-core for DejaVu), or correct "
              "the name");
    return found;
}

static void place_fallbacks(struct arena *arena, struct diags *diags, const struct theme_file *file,
                            struct theme *theme)
{
    const struct texts *names = &file->fonts->fallback;
    if (names->count > LIMIT_FALLBACK_FONTS) {
        struct diag *diag = diag_report(diags, &E514, names->spans[LIMIT_FALLBACK_FONTS],
                                        "the theme names %zu fallback fonts", names->count);
        diag_hint(diags, diag, "name at most %d", LIMIT_FALLBACK_FONTS);
        return;
    }
    for (size_t i = 0; i < names->count; i++) {
        theme->fonts[FACE_FALLBACK + i] =
            place_font(arena, diags, file, names->items[i], names->spans[i]);
        theme->font_spans[FACE_FALLBACK + i] = names->spans[i];
    }
    theme->fallback_count = names->count;
}

void theme_find_fonts(struct arena *arena, struct diags *diags, const struct theme_file *file,
                      struct theme *theme)
{
    for (int face = 0; face < FACE_COUNT; face++) {
        if (!file->fonts->files[face].len)
            continue;
        struct span span = record_span(file->fonts, &theme_fonts_table.fields[face]);
        theme->fonts[face] = place_font(arena, diags, file, file->fonts->files[face], span);
        theme->font_spans[face] = span;
    }
    theme_find_families(arena, diags, file->fonts, theme);
    place_fallbacks(arena, diags, file, theme);
}
