/* Following a path to where it really leads, and holding it inside the project. */
#define _XOPEN_SOURCE 700 /* realpath, which is POSIX too, but glibc hides it */

#include "base/path.h"

#include <stdlib.h>
#include <string.h>

/* With every link followed; absent when it leads nowhere. */
static struct str real_path(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    struct str kept = real ? str_copy(arena, str_from(real)) : STR_NONE;
    free(real);
    return kept;
}

static bool lies_in(struct str path, struct str folder)
{
    if (!folder.at || path.len < folder.len || memcmp(path.at, folder.at, folder.len) != 0)
        return false;
    return path.len == folder.len || path.at[folder.len] == '/';
}

static const char *folder_of(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : str_z(arena, (struct str){path, (size_t)(slash - path)});
}

/* The root of the whole disk is nobody's project. */
static struct str project_of(struct str folder, struct str here)
{
    return lies_in(folder, here) && !str_is(here, "/") ? here : folder;
}

const char *path_inside(struct arena *arena, const char *from, struct str file,
                        enum path_fault *fault)
{
    const char *near = folder_of(arena, from);
    struct str folder = real_path(arena, near), here = real_path(arena, ".");
    *fault = PATH_ABSOLUTE;
    if (str_starts(file, "/"))
        return NULL;
    const char *named = str_format(arena, "%s/" STR_FMT, near, STR_ARG(file)).at;
    struct str path = real_path(arena, named);
    *fault = PATH_MISSING;
    if (!path.at || !folder.at)
        return NULL;
    *fault = PATH_OUTSIDE;
    if (!lies_in(path, project_of(folder, here)))
        return NULL;
    *fault = PATH_SOUND;
    return lies_in(path, here) && !str_is(here, "/")
               ? str_z(arena, str_part(path, here.len + 1, path.len))
               : path.at;
}
