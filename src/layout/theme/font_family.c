/* Fonts by the name of their family: which files it has, and which of them is regular, bold,
 * italic. */
#include "layout/theme/font_family.h"

#include "diag/diag.h"
#include "files/file.h"

#include <fontconfig/fontconfig.h>
#include <stdlib.h>
#include <string.h>

/* ---- what a font file holds, by the list of tables that it begins with ---- */

enum { HEAD_BYTES = 12, ENTRY_BYTES = 16, TAG_BYTES = 4 };

static bool is_tag(const char *bytes, const char *tag)
{
    return memcmp(bytes, tag, TAG_BYTES) == 0;
}

static bool is_single(const char *head)
{
    static const char truetype[] = {0, 1, 0, 0};
    return is_tag(head, truetype) || is_tag(head, "OTTO") || is_tag(head, "true");
}

/* Does the list of tables, which is next in the file, name the axes of a variable font? */
static bool has_axes(struct file *file, const char *head)
{
    unsigned count = (unsigned)(unsigned char)head[4] << 8 | (unsigned char)head[5];
    char entry[ENTRY_BYTES];
    for (unsigned i = 0; i < count && file_next(file, entry, sizeof entry) == sizeof entry; i++)
        if (is_tag(entry, "fvar"))
            return true;
    return false;
}

static enum font_form form_of(struct file *file)
{
    char head[HEAD_BYTES];
    if (file_next(file, head, sizeof head) != sizeof head)
        return FONT_FOREIGN;
    if (is_tag(head, "ttcf"))
        return FONT_COLLECTION;
    if (!is_single(head))
        return FONT_FOREIGN;
    return has_axes(file, head) ? FONT_VARIABLE : FONT_SINGLE;
}

enum font_form font_form_of(const char *path)
{
    struct file file = file_open(NULL, path, NULL);
    if (file.fault != FILE_SOUND)
        return FONT_SINGLE;
    enum font_form form = form_of(&file);
    file_close(&file);
    return file.fault == FILE_SOUND ? form : FONT_SINGLE;
}

static size_t number_at(const char *bytes)
{
    size_t number = 0;
    for (int i = 0; i < 4; i++)
        number = number << 8 | (unsigned char)bytes[i];
    return number;
}

bool font_is_whole(struct str bytes)
{
    enum { OFFSET = 8, LENGTH = 12 };
    if (bytes.len < HEAD_BYTES || !is_single(bytes.at))
        return true;
    size_t count = number_at(bytes.at + TAG_BYTES) >> 16;
    if (bytes.len < HEAD_BYTES + count * ENTRY_BYTES)
        return false;
    for (size_t i = 0; i < count; i++) {
        const char *entry = bytes.at + HEAD_BYTES + i * ENTRY_BYTES;
        size_t offset = number_at(entry + OFFSET), length = number_at(entry + LENGTH);
        if (offset > bytes.len || length > bytes.len - offset)
            return false;
    }
    return true;
}

/* ---- fonts by the name of their family ---- */

struct family_name {
    const char *folded; /* in small letters */
    const char *name;
};

struct family_names {
    LIST(struct family_name) list;
};

/* ---- one font ---- */

static const FcChar8 *family_at(FcPattern *font, int place)
{
    FcChar8 *name = NULL;
    return FcPatternGetString(font, FC_FAMILY, place, &name) == FcResultMatch ? name : NULL;
}

/* A font has several names when its family is divided ("Lato" and "Lato Semibold"). */
static bool is_of_family(FcPattern *font, const char *wanted)
{
    const FcChar8 *name;
    for (int i = 0; (name = family_at(font, i)); i++)
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)wanted) == 0)
            return true;
    return false;
}

static int number_of(FcPattern *font, const char *property, int otherwise)
{
    int value;
    return FcPatternGetInteger(font, property, 0, &value) == FcResultMatch ? value : otherwise;
}

static enum font_slant slant_of(FcPattern *font)
{
    int slant = number_of(font, FC_SLANT, FC_SLANT_ROMAN);
    return slant == FC_SLANT_ROMAN    ? SLANT_NONE
           : slant == FC_SLANT_ITALIC ? SLANT_ITALIC
                                      : SLANT_OBLIQUE;
}

static struct family_font font_of(struct arena *arena, FcPattern *font, const char *path)
{
    return (struct family_font){
        .path = str_copy(arena, str_from(path)),
        .form = font_form_of(path),
        .slant = slant_of(font),
        .weight = FcWeightToOpenType(number_of(font, FC_WEIGHT, FC_WEIGHT_REGULAR)),
        .width = number_of(font, FC_WIDTH, FC_WIDTH_NORMAL),
        .version = number_of(font, FC_FONTVERSION, 0),
    };
}

/* ---- all of them ---- */

static struct font_family family_in(struct arena *arena, const FcFontSet *set, const char *name)
{
    LIST(struct family_font) fonts = {0};
    for (int i = 0; i < set->nfont; i++) {
        FcChar8 *path = NULL;
        if (is_of_family(set->fonts[i], name) &&
            FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) == FcResultMatch)
            *LIST_ADD(arena, &fonts) = font_of(arena, set->fonts[i], (const char *)path);
    }
    return (struct font_family){.fonts = fonts.items, .count = fonts.count};
}

static const char *folded(struct arena *arena, const char *name)
{
    FcChar8 *small = FcStrDowncase((const FcChar8 *)name);
    const char *copy = str_copy(arena, str_from((const char *)small)).at;
    FcStrFree(small);
    return copy;
}

static void add_names(struct arena *arena, struct family_names *names, FcPattern *font)
{
    const FcChar8 *family;
    for (int i = 0; (family = family_at(font, i)); i++) {
        const char *name = str_copy(arena, str_from((const char *)family)).at;
        *LIST_ADD(arena, &names->list) = (struct family_name){folded(arena, name), name};
    }
}

static int by_name(const void *left, const void *right)
{
    const struct family_name *a = left, *b = right;
    return strcmp(a->name, b->name);
}

/* Sorted first: fontconfig gives fonts in the order of their folders. */
static const char *nearest_in(struct arena *arena, const FcFontSet *set, const char *wanted)
{
    struct family_names names = {0};
    for (int i = 0; i < set->nfont; i++)
        add_names(arena, &names, set->fonts[i]);
    if (!names.list.count)
        return NULL;
    qsort(names.list.items, names.list.count, sizeof *names.list.items, by_name);
    const char *near = diag_nearest(str_from(folded(arena, wanted)), &names.list.items[0].folded,
                                    names.list.count, sizeof *names.list.items);
    for (size_t i = 0; near && i < names.list.count; i++)
        if (names.list.items[i].folded == near)
            return names.list.items[i].name;
    return NULL;
}

/* Families that come with Windows and macOS, and free ones with letters of the same width. */
static const struct {
    const char *name, *instead;
} substitutes[] = {
    {"Arial", "Liberation Sans"},
    {"Arial", "Arimo"},
    {"Arial", "Nimbus Sans"},
    {"Arial Narrow", "Liberation Sans Narrow"},
    {"Helvetica", "Nimbus Sans"},
    {"Helvetica", "Liberation Sans"},
    {"Calibri", "Carlito"},
    {"Cambria", "Caladea"},
    {"Georgia", "Gelasio"},
    {"Times New Roman", "Liberation Serif"},
    {"Times New Roman", "Tinos"},
    {"Times New Roman", "Nimbus Roman"},
    {"Courier New", "Liberation Mono"},
    {"Courier New", "Cousine"},
};

static const char *installed_instead(const FcFontSet *set, const char *wanted)
{
    for (size_t i = 0; i < sizeof substitutes / sizeof *substitutes; i++) {
        const FcChar8 *name = (const FcChar8 *)substitutes[i].name;
        if (FcStrCmpIgnoreCase(name, (const FcChar8 *)wanted) != 0)
            continue;
        for (int k = 0; k < set->nfont; k++)
            if (is_of_family(set->fonts[k], substitutes[i].instead))
                return substitutes[i].instead;
    }
    return NULL;
}

/* Every font with outlines. A list, not a match: to that, fontconfig would always find some answer.
 */
static FcFontSet *list_fonts(FcConfig *config)
{
    FcPattern *outlined = FcPatternBuild(NULL, FC_OUTLINE, FcTypeBool, FcTrue, (char *)NULL);
    FcObjectSet *properties = FcObjectSetBuild(FC_FAMILY, FC_FILE, FC_SLANT, FC_WEIGHT, FC_WIDTH,
                                               FC_FONTVERSION, (char *)NULL);
    FcFontSet *set = FcFontList(config, outlined, properties);
    FcObjectSetDestroy(properties);
    FcPatternDestroy(outlined);
    return set;
}

struct font_family font_family_read(struct arena *arena, struct str name)
{
    struct font_family family = {0};
    const char *wanted = str_z(arena, str_trim(name));
    FcConfig *config = FcInitLoadConfigAndFonts();
    FcFontSet *set = config ? list_fonts(config) : NULL;
    if (set) {
        family = family_in(arena, set, wanted);
        if (!family.count)
            family.instead = installed_instead(set, wanted);
        if (!family.count && !family.instead)
            family.nearest = nearest_in(arena, set, wanted);
        FcFontSetDestroy(set);
    }
    if (config)
        FcConfigDestroy(config);
    FcFini(); /* what fontconfig keeps beside the configuration */
    return family;
}
