/* Writing output files: a temporary file in the target folder, flushed to disk, then renamed. */
#include "base/output.h"

#include <dirent.h>
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

/* Each step only if the ones before it worked; errno tells of the first that did not. */
static bool write_and_rename(int file, const char *temporary, const char *path, struct str bytes)
{
    bool written = fchmod(file, 0644) == 0 && write_all(file, bytes) && fsync(file) == 0;
    int error = errno;
    bool closed = close(file) == 0;
    if (!written) {
        errno = error;
        return false;
    }
    return closed && rename(temporary, path) == 0;
}

static bool report(struct diags *diags, const char *path)
{
    diag_report_file(diags, E901, path, "the file cannot be written: %s", strerror(errno));
    return false;
}

bool output_write_one(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    char *temporary =
        (char *)(uintptr_t)str_format(arena, "%.*s%sXXXXXX", folder, path, temporary_name).at;
    int file = mkstemp(temporary);
    if (file >= 0) {
        if (write_and_rename(file, temporary, path, bytes))
            return true;
        int error = errno;
        unlink(temporary);
        errno = error;
    }
    return report(diags, path);
}

bool output_write(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    return output_write_one(arena, diags, path, bytes) &&
           (sync_folder(arena, path) || report(diags, path));
}

bool output_write_new(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    int file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    if (file < 0 && errno == EEXIST) {
        struct diag *diag =
            diag_report_file(diags, E901, path, "a file of that name is there already");
        diag_hint(diags, diag, "give another name; the file was left as it is");
        return false;
    }
    bool written = file >= 0 && write_all(file, bytes) && fsync(file) == 0;
    int error = errno;
    bool closed = file >= 0 && close(file) == 0;
    if (written && closed)
        return sync_folder(arena, path);
    if (file >= 0)
        unlink(path);
    diag_report_file(diags, E901, path, "the file cannot be written: %s",
                     strerror(written ? errno : error));
    return false;
}

static bool is_temporary(const char *name)
{
    return strlen(name) == sizeof temporary_name - 1 + NAME_DIGITS &&
           strncmp(name, temporary_name, sizeof temporary_name - 1) == 0;
}

void output_sweep(struct arena *arena, const char *folder)
{
    DIR *entries = opendir(folder);
    if (!entries)
        return;
    for (struct dirent *entry; (entry = readdir(entries));)
        if (is_temporary(entry->d_name))
            unlink(str_format(arena, "%s/%s", folder, entry->d_name).at);
    closedir(entries);
}
