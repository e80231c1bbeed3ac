/* The fonts of a theme: by file, or by the name of their family. */
#include "data/data_codes.h"
#include "layout/layout_codes.h"
#include "layout/theme/font_family.h"
#include "layout/theme/theme_file.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* ---- fills the faces for which a theme names no file from the families that it names ---- */

/* One family that the theme names, and the faces that it is to fill. */
struct filling {
    struct arena *arena;
    struct diags *diags;
    struct str name;
    struct span span;
    bool faces[FACE_COUNT];
};

static bool is_asked(const struct filling *filling)
{
    bool any = false;
    for (int face = 0; face < FACE_COUNT; face++)
        any = any || filling->faces[face];
    return any && filling->name.len;
}

/* ---- what is reported ---- */

static void report_unknown(const struct filling *filling, const struct font_family *family)
{
    const char *nearest = family->nearest;
    struct diag *diag =
        diag_report(filling->diags, &E545, filling->span,
                    "no family of fonts called `" STR_FMT "` is installed", STR_ARG(filling->name));
    if (family->instead) {
        diag_hint(filling->diags, diag, "write `%s`, which is installed: its letters are as wide",
                  family->instead);
        diag_suggest(filling->diags, diag, filling->span, str_from(family->instead));
    } else if (nearest) {
        diag_hint(filling->diags, diag, "did you mean `%s`?", nearest);
        diag_suggest(filling->diags, diag, filling->span, str_from(nearest));
    } else {
        diag_hint(filling->diags, diag,
                  "install it, or put its files beside the theme and name them");
    }
}

/* "no italic, no bold and no bold italic font"; headings are mentioned only if bold is not missing.
 */
static struct str describe_lack(const struct filling *filling, const bool *lacks)
{
    static const char *const words[FACE_COUNT] = {"regular", "italic", "bold", "bold italic",
                                                  "bold or semi-bold"};
    const char *listed[FACE_COUNT];
    size_t count = 0;
    for (int face = 0; face < FACE_COUNT; face++)
        if (lacks[face] && !(face == FACE_HEADING && lacks[FACE_BOLD]))
            listed[count++] = words[face];
    struct buf text = {.arena = filling->arena};
    for (size_t i = 0; i < count; i++)
        buf_addf(&text, "%sno %s", i == 0 ? "" : i + 1 < count ? ", " : " and ", listed[i]);
    return buf_str(&text);
}

static void report_lack(const struct filling *filling, const bool *lacks)
{
    struct str lack = describe_lack(filling, lacks);
    struct diag *diag = diag_report(filling->diags, &E546, filling->span,
                                    "the family `" STR_FMT "` has " STR_FMT " font",
                                    STR_ARG(filling->name), STR_ARG(lack));
    int first = 0;
    while (!lacks[first])
        first++;
    diag_hint(filling->diags, diag,
              "install what is missing, choose another family, or name a file, such as `%s: "
              "Ours.ttf`",
              theme_fonts_table.fields[first].name);
}

static struct str file_name(struct str path)
{
    size_t start = path.len;
    while (start > 0 && path.at[start - 1] != '/')
        start--;
    return str_part(path, start, path.len);
}

static void report_form(const struct filling *filling, const struct family_font *font)
{
    static const char *const forms[] = {
        [FONT_COLLECTION] = "a collection of fonts",
        [FONT_VARIABLE] = "a variable font",
        [FONT_FOREIGN] = "neither TrueType nor OpenType",
    };
    struct str file = file_name(font->path);
    struct diag *diag = diag_report(filling->diags, &E547, filling->span,
                                    "the family `" STR_FMT
                                    "` cannot be put into a PDF: its file `" STR_FMT "` is %s",
                                    STR_ARG(filling->name), STR_ARG(file), forms[font->form]);
    diag_hint(filling->diags, diag,
              "install it with a file of its own for each weight (.ttf or .otf)");
}

/* ---- filling ---- */

/* The faces of a family; one that a PDF cannot hold is reported once, because the others are alike.
 */
static void fill_from(const struct filling *filling, const struct font_family *family,
                      struct theme *theme)
{
    bool lacks[FACE_COUNT] = {false}, any = false;
    const struct family_font *unfit = NULL;
    for (int face = 0; face < FACE_COUNT; face++) {
        if (!filling->faces[face])
            continue;
        const struct family_font *font = font_family_face(family, (enum face)face);
        lacks[face] = !font;
        any = any || !font;
        if (font && font->form != FONT_SINGLE && !unfit)
            unfit = font;
        theme->fonts[face] = font ? font->path : STR_NONE;
        theme->font_spans[face] = filling->span;
    }
    if (unfit)
        report_form(filling, unfit);
    else if (any)
        report_lack(filling, lacks);
}

static void fill(const struct filling *filling, struct theme *theme)
{
    if (!is_asked(filling))
        return;
    struct font_family family = font_family_read(filling->arena, filling->name);
    if (family.count)
        fill_from(filling, &family, theme);
    else
        report_unknown(filling, &family);
}

static void report_missing(struct diags *diags, const struct theme_fonts *fonts, enum face face)
{
    const char *name = theme_fonts_table.fields[face].name;
    const struct node *node = fonts->head.node;
    struct span span = node->count ? node->pairs[0].key_span : node->span;
    struct diag *diag =
        diag_report(diags, &E202, span, "`%s` is missing from this set of fonts", name);
    diag_hint(diags, diag, "name a file, or a `family` for all that name none");
}

void theme_find_families(struct arena *arena, struct diags *diags, const struct theme_fonts *fonts,
                         struct theme *theme)
{
    struct filling all = {arena, diags, fonts->family, SPAN_OF(fonts, family), {false}};
    struct filling headings = {
        arena, diags, fonts->heading_family, SPAN_OF(fonts, heading_family), {false}};
    for (int face = 0; face < FACE_COUNT; face++) {
        struct filling *filling = face == FACE_HEADING && headings.name.len ? &headings : &all;
        filling->faces[face] = !fonts->files[face].len;
        if (filling->faces[face] && !filling->name.len)
            report_missing(diags, fonts, (enum face)face);
    }
    fill(&all, theme);
    fill(&headings, theme);
}

/* ---- the face of a family ---- */

struct wish {
    bool slanted;
    int lightest, weight, heaviest; /* the nearest to `weight` between the two others */
};

/* Some families call what they mean for running text book or medium; headings
   are bold as the shipped theme's are, or semi-bold in a family of headings without a bold. */
static const struct wish wishes[FACE_COUNT] = {
    [FACE_REGULAR] = {false, 350, 400, 500}, [FACE_ITALIC] = {true, 350, 400, 500},
    [FACE_BOLD] = {false, 650, 700, 750},    [FACE_BOLD_ITALIC] = {true, 650, 700, 750},
    [FACE_HEADING] = {false, 550, 700, 750},
};

static bool is_single(const struct family_font *font)
{
    return font->form == FONT_SINGLE;
}

/* The family's own width: the one nearest to normal, so that condensed and wide fonts of the same
   name stay out. Files that a PDF cannot hold have no say if there are others: old copies of a
   narrow family often call themselves normal. */
static int width_of(const struct font_family *family)
{
    enum { NORMAL = 100 };
    const struct family_font *nearest = &family->fonts[0];
    for (size_t i = 1; i < family->count; i++) {
        const struct family_font *font = &family->fonts[i];
        bool nearer = abs(font->width - NORMAL) < abs(nearest->width - NORMAL);
        if (is_single(font) == is_single(nearest) ? nearer : is_single(font))
            nearest = font;
    }
    return nearest->width;
}

static bool suits(const struct family_font *font, const struct wish *wish)
{
    return (font->slant != SLANT_NONE) == wish->slanted && font->weight >= wish->lightest &&
           font->weight <= wish->heaviest;
}

/* Which of two that suit is better. The path decides last, so that the order in which they come
   never matters. */
static bool is_better(const struct family_font *font, const struct family_font *than,
                      const struct wish *wish)
{
    int distance = abs(font->weight - wish->weight), other = abs(than->weight - wish->weight);
    if (is_single(font) != is_single(than))
        return is_single(font);
    if (font->slant != than->slant)
        return font->slant == SLANT_ITALIC;
    if (distance != other)
        return distance < other;
    if (font->version != than->version)
        return font->version > than->version;
    return str_compare(font->path, than->path) < 0;
}

const struct family_font *font_family_face(const struct font_family *family, enum face face)
{
    const struct wish *wish = &wishes[face];
    const struct family_font *best = NULL;
    int width = family->count ? width_of(family) : 0;
    for (size_t i = 0; i < family->count; i++) {
        const struct family_font *font = &family->fonts[i];
        if (font->width == width && suits(font, wish) && (!best || is_better(font, best, wish)))
            best = font;
    }
    return best;
}

/* ---- the fonts of a theme: by file, or by family ---- */

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
