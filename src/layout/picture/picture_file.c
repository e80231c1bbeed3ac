/* Opens a picture's file, which may not lie outside its folder, and reads its bytes; and how a
   picture is refused. */
#include "layout/layout_codes.h"
#include "layout/picture/picture.h"

#include "base/limits.h"
#include "data/yaml/node.h"
#include "files/input.h"
#include "files/path.h"

#include <string.h>

/* ---- what is refused ---- */

struct diag *picture_refuse(struct diags *diags, const struct picture_place *place,
                            const struct code *code, const char *format, ...)
{
    struct buf reason = {.arena = diags->arena};
    va_list args;
    va_start(args, format);
    buf_addv(&reason, format, args);
    va_end(args);
    return diag_report(diags, code, place->span, "the picture `" STR_FMT "` " STR_FMT,
                       STR_ARG(text_shown(diags->arena, place->file)), STR_ARG(buf_str(&reason)));
}

bool picture_size_allowed(struct diags *diags, const struct picture_place *place, uint32_t width,
                          uint32_t height)
{
    bool narrow = width <= LIMIT_PICTURE_SIDE && height <= LIMIT_PICTURE_SIDE;
    if (narrow && (uint64_t)width * height <= LIMIT_PICTURE_PIXELS)
        return true;
    struct diag *diag = picture_refuse(diags, place, &E532, "has %lu by %lu pixels",
                                       (unsigned long)width, (unsigned long)height);
    diag_hint(diags, diag, "save it with at most %d pixels a side and %d million in all",
              LIMIT_PICTURE_SIDE, LIMIT_PICTURE_PIXELS / 1000000);
    return false;
}

/* ---- the path ---- */

/* The part of a path from `start` to the next slash. */
static struct str path_part(struct str path, size_t start)
{
    return str_part(path, start, str_find(path, '/', start));
}

struct str picture_folder(struct str path)
{
    size_t end = path.len;
    while (end > 0 && path.at[end - 1] != '/')
        end--;
    if (end == 0)
        return STR(".");
    return str_part(path, 0, end > 1 ? end - 1 : 1);
}

static bool stays_inside(struct str path)
{
    for (size_t start = 0; start <= path.len;) {
        struct str part = path_part(path, start);
        if (!part.len || str_is(part, ".") || str_is(part, ".."))
            return false;
        start += part.len + 1;
    }
    return true;
}

static bool has_control(struct str path)
{
    for (size_t i = 0; i < path.len; i++)
        if ((unsigned char)path.at[i] < ' ')
            return true;
    return false;
}

static bool check_path(struct diags *diags, const struct picture_place *place)
{
    bool backward = str_find(place->file, '\\', 0) < place->file.len;
    if (!backward && stays_inside(place->file) && !has_control(place->file))
        return true;
    struct diag *diag = picture_refuse(
        diags, place, &E531, "is not named as a file inside `" STR_FMT "`", STR_ARG(place->folder));
    diag_hint(diags, diag,
              backward ? "write forward slashes, such as `pictures/map.png`"
                       : "put the file into that folder and write `map.png` or `pictures/map.png`");
    return false;
}

/* ---- opening ---- */

static void refuse_missing(struct diags *diags, const struct picture_place *place)
{
    struct diag *diag = picture_refuse(diags, place, &E530, "does not exist");
    diag_hint(diags, diag, "its place is the folder `" STR_FMT "`", STR_ARG(place->folder));
}

static void refuse_outside(struct diags *diags, const struct picture_place *place)
{
    struct diag *diag = picture_refuse(diags, place, &E531, "is a link to another place");
    diag_hint(diags, diag, "copy the file itself into the folder");
}

static void refuse_large(struct diags *diags, const struct picture_place *place)
{
    struct diag *diag = picture_refuse(diags, place, &E532, "is a file of more than %d MiB",
                                       LIMIT_PICTURE_BYTES >> 20);
    diag_hint(diags, diag, "save it with fewer pixels");
}

static void refuse_file(struct diags *diags, const struct picture_place *place,
                        const struct file *file)
{
    switch (file->fault) {
    case FILE_SOUND: return;
    case FILE_MISSING: refuse_missing(diags, place); return;
    case FILE_OUTSIDE: refuse_outside(diags, place); return;
    case FILE_TOO_LARGE: refuse_large(diags, place); return;
    case FILE_IS_FOLDER:
    case FILE_IS_DEVICE: picture_refuse(diags, place, &E530, "is not a file"); return;
    case FILE_CHANGED: picture_refuse(diags, place, &E935, "changed while it was read"); return;
    case FILE_FAILED:
        picture_refuse(diags, place, &E935, "cannot be read: %s", strerror(file->error));
        return;
    }
}

/* ---- reading ---- */

static void note_input(struct inputs *inputs, const struct picture_place *place, struct str bytes)
{
    if (inputs)
        inputs_add(inputs,
                   str_format(inputs->arena, STR_FMT "/" STR_FMT, STR_ARG(place->folder),
                              STR_ARG(place->file)),
                   bytes);
}

struct str picture_file_read(struct arena *arena, struct diags *diags,
                             const struct picture_place *place)
{
    if (!check_path(diags, place))
        return STR_NONE;
    struct str real = path_real(arena, str_z(arena, place->folder));
    if (!real.len) {
        refuse_missing(diags, place);
        return STR_NONE;
    }
    const char *path =
        str_format(arena, STR_FMT "/" STR_FMT, STR_ARG(place->folder), STR_ARG(place->file)).at;
    const struct bounds folder = {{real}};
    struct file file;
    struct str bytes;
    if (file_read(arena, path, &folder, LIMIT_PICTURE_BYTES, &bytes, &file))
        note_input(diags->inputs, place, bytes);
    else
        refuse_file(diags, place, &file);
    return file.fault == FILE_SOUND ? bytes : STR_NONE;
}
