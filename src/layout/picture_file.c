/* Opens a picture's file, which may not lie outside its folder, and reads its bytes. */
#include "layout/picture.h"

#include "base/limits.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

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
        diags, place, E531, "is not named as a file inside `" STR_FMT "`", STR_ARG(place->folder));
    diag_hint(diags, diag,
              backward ? "write forward slashes, such as `pictures/map.png`"
                       : "put the file into that folder and write `map.png` or `pictures/map.png`");
    return false;
}

/* ---- opening ---- */

/* Goes down folder by folder and follows no link, so that nothing outside can be reached. */
static int open_inside(struct arena *arena, struct str folder, struct str path)
{
    int at = open(str_z(arena, folder), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    for (size_t start = 0; at >= 0 && start <= path.len;) {
        struct str part = path_part(path, start);
        start += part.len + 1;
        int kind = start <= path.len ? O_DIRECTORY : O_NONBLOCK;
        int next = openat(at, str_z(arena, part), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | kind);
        int error = errno;
        close(at);
        errno = error;
        at = next;
    }
    return at;
}

static void refuse_open(struct diags *diags, const struct picture_place *place, int error)
{
    if (error == ENOENT || error == ENOTDIR) {
        struct diag *diag = picture_refuse(diags, place, E530, "does not exist");
        diag_hint(diags, diag, "its place is the folder `" STR_FMT "`", STR_ARG(place->folder));
    } else if (error == ELOOP) {
        struct diag *diag = picture_refuse(diags, place, E531, "is a link to another place");
        diag_hint(diags, diag, "copy the file itself into the folder");
    } else {
        picture_refuse(diags, place, E530, "cannot be read: %s", strerror(error));
    }
}

/* ---- reading ---- */

static bool check_status(struct diags *diags, const struct picture_place *place, int file,
                         size_t *size)
{
    struct stat status;
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        picture_refuse(diags, place, E530, "is not a file");
        return false;
    }
    if (status.st_size > LIMIT_PICTURE_BYTES) {
        struct diag *diag = picture_refuse(diags, place, E532, "is a file of more than %d MiB",
                                           LIMIT_PICTURE_BYTES >> 20);
        diag_hint(diags, diag, "save it with fewer pixels");
        return false;
    }
    *size = (size_t)status.st_size;
    return true;
}

static struct str read_open(struct arena *arena, struct diags *diags,
                            const struct picture_place *place, int file)
{
    size_t size;
    if (!check_status(diags, place, file, &size))
        return STR_NONE;
    struct str bytes = {arena_alloc(arena, size), 0};
    char *room = (char *)(uintptr_t)bytes.at;
    while (bytes.len < size) {
        ssize_t got = read(file, room + bytes.len, size - bytes.len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0) {
            picture_refuse(diags, place, E530, "cannot be read: %s", strerror(errno));
            return STR_NONE;
        }
        if (got == 0)
            break; /* it became shorter: the decoder will see */
        bytes.len += (size_t)got;
    }
    return bytes;
}

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
    int file = open_inside(arena, place->folder, place->file);
    if (file < 0) {
        refuse_open(diags, place, errno);
        return STR_NONE;
    }
    struct str bytes = read_open(arena, diags, place, file);
    close(file);
    if (bytes.at)
        note_input(diags->inputs, place, bytes);
    return bytes;
}
