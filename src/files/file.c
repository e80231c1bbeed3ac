/* Opening and reading plain files, and listing folders. No other file opens one to read it. */
#define _GNU_SOURCE /* O_PATH; realpath, which is POSIX too */

#include "files/file.h"

#include "base/list.h"
#include "diag/diag.h"
#include "files/files_codes.h"
#include "files/path.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef O_PATH
enum { TO_PASS = O_PATH }; /* a folder that may be passed need not be one that may be listed */
#else
enum { TO_PASS = O_RDONLY };
#endif

/* Opening a pipe must not wait for its writer, nor a terminal become ours. */
enum { TO_READ = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY };

/* ---- what it is ---- */

static struct file fault_file(enum file_fault fault, int error)
{
    return (struct file){.descriptor = -1, .fault = fault, .error = error};
}

static struct file failed(int error)
{
    if (error == ENOMEM)
        arena_exhausted();
    return fault_file(error == ENOENT || error == ENOTDIR ? FILE_MISSING : FILE_FAILED, error);
}

static enum file_fault kind_of(const struct stat *info)
{
    if (S_ISREG(info->st_mode))
        return FILE_SOUND;
    return S_ISDIR(info->st_mode) ? FILE_IS_FOLDER : FILE_IS_DEVICE;
}

struct file file_adopt(int descriptor)
{
    struct stat info;
    if (descriptor < 0)
        return failed(errno);
    struct file file = {.descriptor = descriptor};
    if (fstat(descriptor, &info) != 0) {
        file.fault = FILE_FAILED;
        file.error = errno;
    } else {
        file.fault = kind_of(&info);
        file.size = (uint64_t)info.st_size;
        file.changed[0] = info.st_mtim.tv_sec;
        file.changed[1] = info.st_mtim.tv_nsec;
    }
    if (file.fault != FILE_SOUND)
        file_close(&file);
    return file;
}

void file_close(struct file *file)
{
    if (file->descriptor >= 0)
        close(file->descriptor);
    file->descriptor = -1;
}

/* ---- opening ---- */

/* Of a path from the root in which every link was followed: one that is met now was put there
   since, and is not followed. */
static int open_followed(struct arena *arena, struct str path)
{
    int at = open("/", TO_PASS | O_DIRECTORY | O_CLOEXEC);
    for (size_t start = 1, end; at >= 0 && start <= path.len; start = end + 1) {
        end = str_find(path, '/', start);
        int how = end < path.len ? TO_PASS | O_DIRECTORY | O_CLOEXEC : TO_READ;
        int next = openat(at, str_z(arena, str_part(path, start, end)), how | O_NOFOLLOW);
        int error = errno;
        close(at);
        errno = error;
        at = next;
    }
    return at;
}

static bool is_within(const struct bounds *bounds, struct str path)
{
    for (size_t i = 0; i < sizeof bounds->folders / sizeof *bounds->folders; i++)
        if (path_lies_in(path, bounds->folders[i]))
            return true;
    return false;
}

static bool are_any(const struct bounds *bounds)
{
    return bounds && (bounds->folders[0].len || bounds->folders[1].len || bounds->folders[2].len);
}

/* What is no file at all is reported as that, wherever it lies. */
static struct file outside(const char *path)
{
    struct stat info;
    enum file_fault kind = stat(path, &info) == 0 ? kind_of(&info) : FILE_SOUND;
    return fault_file(kind == FILE_SOUND ? FILE_OUTSIDE : kind, 0);
}

static struct file open_within(struct arena *arena, const char *path, const struct bounds *bounds)
{
    char *real = realpath(path, NULL);
    if (!real)
        return failed(errno);
    struct str followed = str_copy(arena, str_from(real));
    free(real);
    if (!is_within(bounds, followed))
        return outside(followed.at);
    int descriptor = open_followed(arena, followed);
    if (descriptor < 0 && (errno == ELOOP || errno == ENOTDIR))
        return fault_file(FILE_CHANGED, errno);
    return file_adopt(descriptor);
}

struct file file_open(struct arena *arena, const char *path, const struct bounds *bounds)
{
    return are_any(bounds) ? open_within(arena, path, bounds) : file_adopt(open(path, TO_READ));
}

/* ---- reading ---- */

static void give_up(struct file *file, enum file_fault fault, int error)
{
    file->fault = fault;
    file->error = error;
}

/* A read that is interrupted over and over is one that fails. */
enum { TRIES = 100 };

size_t file_next(struct file *file, char *bytes, size_t room)
{
    ssize_t got = read(file->descriptor, bytes, room);
    for (int tries = 1; got < 0 && errno == EINTR && tries < TRIES; tries++)
        got = read(file->descriptor, bytes, room);
    if (got < 0)
        give_up(file, FILE_FAILED, errno);
    return got < 0 ? 0 : (size_t)got;
}

/* As it was when it was opened? Else the bytes may be half of the one and half of the other. */
static bool is_as_opened(const struct file *file)
{
    struct stat info;
    return fstat(file->descriptor, &info) == 0 && (uint64_t)info.st_size == file->size &&
           info.st_mtim.tv_sec == file->changed[0] && info.st_mtim.tv_nsec == file->changed[1];
}

static void take_all(struct arena *arena, struct file *file, struct str *bytes)
{
    size_t size = (size_t)file->size, len = 0;
    char *room = arena_alloc(arena, size + 1);
    for (size_t got = 1; got && len < size; len += got)
        got = file_next(file, room + len, size - len);
    room[len] = '\0';
    *bytes = (struct str){room, len};
    if (file->fault == FILE_SOUND && (len < size || !is_as_opened(file)))
        give_up(file, FILE_CHANGED, 0);
}

bool file_take(struct arena *arena, struct file *file, size_t limit, struct str *bytes)
{
    *bytes = STR_NONE;
    if (file->fault == FILE_SOUND && file->size > limit)
        give_up(file, FILE_TOO_LARGE, 0);
    if (file->fault == FILE_SOUND)
        take_all(arena, file, bytes);
    file_close(file);
    return file->fault == FILE_SOUND;
}

bool file_read(struct arena *arena, const char *path, const struct bounds *bounds, size_t limit,
               struct str *bytes, struct file *file)
{
    *file = file_open(arena, path, bounds);
    return file_take(arena, file, limit, bytes);
}

/* ---- telling ---- */

static void refuse_outside(struct diags *diags, const char *path)
{
    struct diag *diag =
        diag_report_file(diags, &E932, path, "this is a link that leads out of the project");
    diag_hint(diags, diag,
              "put the file itself here, or name the folder that holds everything with --project");
}

static void refuse_failed(struct diags *diags, const char *path, int error)
{
    struct diag *diag =
        diag_report_file(diags, &E101, path, "the file cannot be read: %s", strerror(error));
    if (error == EMFILE)
        diag_hint(diags, diag, "allow more open files (`ulimit -n`)");
}

static void refuse_missing(struct diags *diags, const char *path)
{
    struct stat info;
    bool is_link = lstat(path, &info) == 0;
    struct diag *diag = diag_report_file(diags, &E101, path, "%s",
                                         is_link ? "this is a link that leads nowhere"
                                                 : "there is no file of this name");
    if (is_link)
        return;
    struct str nearest = path_nearest(diags->arena, path);
    if (nearest.at)
        diag_hint(diags, diag, "did you mean `" STR_FMT "`?", STR_ARG(nearest));
}

void file_refuse(struct diags *diags, const char *path, const struct file *file, size_t limit)
{
    switch (file->fault) {
    case FILE_SOUND: return;
    case FILE_MISSING: refuse_missing(diags, path); return;
    case FILE_OUTSIDE: refuse_outside(diags, path); return;
    case FILE_IS_FOLDER:
        diag_report_file(diags, &E102, path, "this is a folder, not a file");
        return;
    case FILE_IS_DEVICE:
        diag_report_file(diags, &E102, path, "this is a device, not a file");
        return;
    case FILE_TOO_LARGE:
        diag_report_file(diags, &E103, path, "the file is larger than %zu KiB", limit / 1024);
        return;
    case FILE_CHANGED:
        diag_report_file(diags, &E101, path, "the file changed while it was read");
        return;
    case FILE_FAILED: refuse_failed(diags, path, file->error); return;
    }
}

/* ---- folders ---- */

static int by_name(const void *left, const void *right)
{
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

void folder_sort(struct folder_names *names)
{
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_name);
}

static bool is_itself(const char *name)
{
    return strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
}

/* readdir says with errno alone whether the list has ended or broken off. */
static bool read_names(struct arena *arena, DIR *entries, struct folder_names *names)
{
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(entries);
        if (!entry)
            return errno == 0;
        if (!is_itself(entry->d_name))
            *LIST_ADD(arena, names) = str_z(arena, str_from(entry->d_name));
    }
}

bool folder_list(struct arena *arena, const char *path, struct folder_names *names)
{
    *names = (struct folder_names){0};
    DIR *entries = opendir(path);
    if (!entries)
        return false;
    bool whole = read_names(arena, entries, names);
    int error = errno;
    closedir(entries);
    errno = error;
    folder_sort(names);
    return whole;
}

struct str path_nearest(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    struct folder_names names = {0};
    if (!folder_list(arena, path_folder(arena, path), &names))
        return STR_NONE;
    const char *nearest =
        diag_nearest(str_from(name), names.items, names.count, sizeof *names.items);
    if (!nearest)
        return STR_NONE;
    return str_format(arena, "%.*s%s", (int)(name - path), path, nearest);
}
