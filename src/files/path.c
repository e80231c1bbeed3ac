/* Following a path to where it really leads, and holding it inside the project. */
#define _XOPEN_SOURCE 700 /* realpath, which is POSIX too, but glibc hides it */

#include "files/path.h"

#include "diag/diag.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

/* With every link followed; absent when it leads nowhere. */
struct str path_real(struct arena *arena, const char *path)
{
    char *real = realpath(path, NULL);
    struct str kept = real ? str_copy(arena, str_from(real)) : STR_NONE;
    free(real);
    return kept;
}

bool path_lies_in(struct str path, struct str folder)
{
    if (!folder.len || path.len < folder.len || memcmp(path.at, folder.at, folder.len) != 0)
        return false;
    if (folder.len == 1) /* the root of the whole disk holds only what lies directly in it */
        return str_find(path, '/', 1) == path.len;
    return path.len == folder.len || path.at[folder.len] == '/';
}

const char *path_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return ".";
    return slash == path ? "/" : str_z(arena, (struct str){path, (size_t)(slash - path)});
}

bool path_is_folder(const char *path)
{
    struct stat info;
    return stat(path, &info) == 0 && S_ISDIR(info.st_mode);
}

static const char *last_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

bool path_is_same(struct arena *arena, const char *a, const char *b)
{
    struct str real = path_real(arena, a);
    if (real.len && str_equal(real, path_real(arena, b)))
        return true;
    if (strcmp(last_name(a), last_name(b)) != 0)
        return false;
    real = path_real(arena, path_folder(arena, a));
    return real.len && str_equal(real, path_real(arena, path_folder(arena, b)));
}

size_t specification_ending(struct str name)
{
    size_t dot = name.len;
    while (dot > 0 && name.at[dot - 1] != '.')
        dot--;
    struct str ending = str_part(name, dot, name.len);
    bool known = str_alike(ending, STR("yaml")) || str_alike(ending, STR("yml"));
    return dot > 1 && name.at[0] != '.' && known ? ending.len + 1 : 0;
}

struct str specification_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    struct str name = str_from(slash ? slash + 1 : path);
    return str_part(name, 0, name.len - specification_ending(name));
}

/* Do its words stay below the folder in which they begin? */
static bool stays_below(struct str path)
{
    int depth = 0;
    for (size_t start = 0, end; depth >= 0 && start < path.len; start = end + 1) {
        end = str_find(path, '/', start);
        struct str part = str_part(path, start, end);
        if (str_is(part, ".."))
            depth--;
        else if (part.len && !str_is(part, "."))
            depth++;
    }
    return depth >= 0;
}

/* Does its name place it in this folder, wherever links then lead? */
static bool is_named_in(struct str path, struct str here)
{
    if (!str_starts(path, "/"))
        return stays_below(path);
    return path_lies_in(path, here) && stays_below(str_part(path, here.len, path.len));
}

/* The root of the whole disk is nobody's project. */
struct str path_project(struct arena *arena, const char *named, const char *from)
{
    if (named)
        return path_real(arena, named);
    struct str folder = path_real(arena, path_folder(arena, from)), here = path_real(arena, ".");
    if (here.len > 1 && (is_named_in(str_from(from), here) || path_lies_in(folder, here)))
        return here;
    return folder;
}

/* A project that is nowhere holds nothing, and is not the same as no bounds. */
struct bounds path_bounds(struct arena *arena, const char *named, const char *from)
{
    struct str project = path_project(arena, named, from);
    return (struct bounds){{project.len ? project : STR("nowhere")}};
}

/* The length of the folders that two paths begin with alike. */
static size_t common_folders(struct str a, struct str b)
{
    size_t common = 0;
    for (size_t i = 0; i <= a.len && i <= b.len; i++) {
        bool end_a = i == a.len || a.at[i] == '/', end_b = i == b.len || b.at[i] == '/';
        if (end_a && end_b)
            common = i;
        if (i == a.len || i == b.len || a.at[i] != b.at[i])
            break;
    }
    return common;
}

/* From one folder to a file or a folder, both with every link followed. */
static struct str way_between(struct arena *arena, struct str folder, struct str path)
{
    size_t common = common_folders(folder, path);
    struct buf relative = {.arena = arena};
    for (size_t i = common; i < folder.len; i++)
        if (folder.at[i] == '/')
            buf_addz(&relative, "../");
    buf_add(&relative, str_part(path, common + 1, path.len));
    if (relative.len > 1 && relative.at[relative.len - 1] == '/')
        relative.len--;
    return relative.len ? buf_str(&relative) : STR(".");
}

struct str path_from_folder(struct arena *arena, const char *project, const char *from,
                            struct str file)
{
    struct str folder = path_real(arena, path_folder(arena, from));
    struct str path = path_real(arena, str_z(arena, file));
    if (!path.at || !folder.at || !path_lies_in(path, path_project(arena, project, from)))
        return STR_NONE;
    return way_between(arena, folder, path);
}

struct str path_between(struct arena *arena, const char *from, const char *to)
{
    struct str folder = path_real(arena, from), path = path_real(arena, to);
    return folder.at && path.at ? way_between(arena, folder, path) : STR_NONE;
}

const char *path_beside(struct arena *arena, const char *from, struct str file)
{
    return str_format(arena, "%s/" STR_FMT, path_folder(arena, from), STR_ARG(file)).at;
}

/* Else it may well be there: the disk does not answer, or a folder may not be passed. */
static bool leads_nowhere(int error)
{
    return error == ENOENT || error == ENOTDIR || error == ELOOP || error == ENAMETOOLONG;
}

const char *path_inside(struct arena *arena, const char *project, const char *from, struct str file,
                        enum path_fault *fault)
{
    struct str here = path_real(arena, ".");
    *fault = PATH_ABSOLUTE;
    if (str_starts(file, "/"))
        return NULL;
    const char *named = path_beside(arena, from, file);
    struct str path = path_real(arena, named);
    *fault = path.at || !leads_nowhere(errno) ? PATH_SOUND : PATH_MISSING;
    if (!path.at)
        return *fault == PATH_SOUND ? named : NULL;
    *fault = PATH_OUTSIDE;
    if (!path_lies_in(path, path_project(arena, project, from)))
        return NULL;
    *fault = PATH_SOUND;
    return path_lies_in(path, here) && !str_is(here, "/")
               ? str_z(arena, str_part(path, here.len + 1, path.len))
               : path.at;
}
