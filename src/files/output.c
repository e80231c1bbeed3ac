/* Writing output files: a temporary file in the target folder, flushed to disk, then renamed. */
#include "files/output.h"

#include "files/file.h"
#include "files/files_codes.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a temporary file is called, before six characters that make it a new one. */
static const char temporary_name[] = ".councilbrief-";

enum { NAME_DIGITS = 6 };

static bool write_all(int file, struct str bytes)
{
    size_t done = 0;
    while (done < bytes.len) {
        ssize_t wrote = write(file, bytes.at + done, bytes.len - done);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote <= 0)
            return false;
        done += (size_t)wrote;
    }
    return true;
}

/* The folder's entry must reach the disk too, or a crash could bring the old name back. */
static bool sync_folder(struct arena *arena, const char *path)
{
    const char *slash = strrchr(path, '/');
    const char *folder = slash ? str_z(arena, (struct str){path, (size_t)(slash - path) + 1}) : ".";
    int file = open(folder, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    /* Some file systems cannot sync a folder and say EINVAL; the file itself is safe by now. */
    bool ok = fsync(file) == 0 || errno == EINVAL;
    close(file);
    return ok;
}

/* ---- what stands there already ---- */

/* What it is called when it is no plain file; NULL: it is one, or nothing is there. */
static const char *obstacle(const char *path)
{
    struct stat info;
    if (lstat(path, &info) != 0 || S_ISREG(info.st_mode))
        return NULL;
    return S_ISDIR(info.st_mode) ? "a folder" : S_ISLNK(info.st_mode) ? "a link" : "a device";
}

/* A rename would put a plain file in its place, for the whole machine where it is a device. */
static bool is_free(struct diags *diags, const char *path)
{
    const char *there = obstacle(path);
    if (!there)
        return true;
    struct diag *diag =
        diag_report_file(diags, &E931, path, "%s is there, and is left as it is", there);
    diag_hint(diags, diag, "name a plain file, or remove what is there");
    return false;
}

/* ---- writing ---- */

static bool report(struct diags *diags, const char *path, int error)
{
    struct diag *diag =
        diag_report_file(diags, &E901, path, "the file cannot be written: %s", strerror(error));
    if (error == EFBIG)
        diag_hint(diags, diag, "allow larger files to whoever starts councilbrief (`ulimit -f`)");
    else if (error == EMFILE)
        diag_hint(diags, diag, "allow more open files (`ulimit -n`)");
    return false;
}

/* Writes, flushes and closes; 0, or the errno of the first step that failed. */
static int fill(int file, struct str bytes)
{
    int error = write_all(file, bytes) && fsync(file) == 0 ? 0 : errno;
    return close(file) == 0 || error ? error : errno;
}

/* A file of a name that was free, with the permissions that the caller's umask leaves. What a run
   that was killed left under one name is passed over. */
static int open_temporary(struct arena *arena, const char *path, const char **temporary)
{
    enum { TRIES = 1000 };
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0, file = -1;
    for (unsigned long i = 0, number = (unsigned long)getpid(); i < TRIES; i++, number += 40009) {
        char name[NAME_DIGITS + 1] = "";
        unsigned long rest = number;
        for (int j = 0; j < NAME_DIGITS; j++, rest /= sizeof digits - 1)
            name[j] = digits[rest % (sizeof digits - 1)];
        *temporary = str_format(arena, "%.*s%s%s", folder, path, temporary_name, name).at;
        file = open(*temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (file >= 0 || errno != EEXIST)
            break;
    }
    return file;
}

/* Under another name, beside its place; NULL after diagnostics. */
static const char *write_aside(struct arena *arena, struct diags *diags,
                               const struct output_file *file)
{
    const char *temporary;
    if (!is_free(diags, file->path))
        return NULL;
    int descriptor = open_temporary(arena, file->path, &temporary);
    int error = descriptor < 0 ? errno : fill(descriptor, file->bytes);
    if (!error)
        return temporary;
    if (descriptor >= 0)
        unlink(temporary);
    report(diags, file->path, error);
    return NULL;
}

/* Nothing may have come to stand there meanwhile: the disk may have taken long. */
static bool are_free(struct diags *diags, const struct output_file *files, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (!is_free(diags, files[i].path))
            return false;
    return true;
}

static size_t rename_all(struct diags *diags, const struct output_file *files,
                         const char *const *temporary, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (rename(temporary[i], files[i].path) != 0) {
            report(diags, files[i].path, errno);
            return i;
        }
    return count;
}

bool output_write_together(struct arena *arena, struct diags *diags,
                           const struct output_file *files, size_t count)
{
    const char **temporary = ARENA_ARRAY(arena, const char *, count);
    size_t written = 0, renamed = 0;
    while (written < count && (temporary[written] = write_aside(arena, diags, &files[written])))
        written++;
    if (written == count && are_free(diags, files, count))
        renamed = rename_all(diags, files, temporary, count);
    for (size_t i = renamed; i < written; i++)
        unlink(temporary[i]);
    return renamed == count;
}

bool output_write(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    return output_write_together(arena, diags, &(struct output_file){path, bytes}, 1) &&
           (sync_folder(arena, path) || report(diags, path, errno));
}

bool output_write_new(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST) {
        struct diag *diag =
            diag_report_file(diags, &E901, path, "a file of that name is there already");
        diag_hint(diags, diag, "give another name; the file was left as it is");
        return false;
    }
    if (file < 0)
        return report(diags, path, errno);
    int error = fill(file, bytes);
    if (!error)
        return sync_folder(arena, path) || report(diags, path, errno);
    unlink(path);
    return report(diags, path, error);
}

/* ---- what was left half written ---- */

static bool is_temporary(const char *name)
{
    return strlen(name) == sizeof temporary_name - 1 + NAME_DIGITS &&
           strncmp(name, temporary_name, sizeof temporary_name - 1) == 0;
}

bool output_sweep(struct arena *arena, struct diags *diags, const char *folder)
{
    struct folder_names names;
    bool whole = folder_list(arena, folder, &names);
    if (!whole)
        diag_report_file(diags, &E101, folder, "the folder cannot be read: %s", strerror(errno));
    for (size_t i = 0; i < names.count; i++)
        if (is_temporary(names.items[i]))
            unlink(str_format(arena, "%s/%s", folder, names.items[i]).at);
    return whole;
}
