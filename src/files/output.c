/* Output files: beside their place, flushed to the disk, then renamed; and what is left half done.
 */
#include "files/output.h"

#include "files/file.h"
#include "files/files_codes.h"
#include "files/path.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <xxhash.h>

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

static struct diag *tell(struct diags *diags, const char *path, int error)
{
    struct diag *diag =
        diag_report_file(diags, &E901, path, "the file cannot be written: %s", strerror(error));
    if (error == EFBIG)
        diag_hint(diags, diag, "allow larger files to whoever starts councilbrief (`ulimit -f`)");
    else if (error == EMFILE)
        diag_hint(diags, diag, "allow more open files (`ulimit -n`)");
    return diag;
}

static bool report(struct diags *diags, const char *path, int error)
{
    tell(diags, path, error);
    return false;
}

int output_fill(int descriptor, struct str bytes)
{
    int error = write_all(descriptor, bytes) && fsync(descriptor) == 0 ? 0 : errno;
    return close(descriptor) == 0 || error ? error : errno;
}

/* ---- under another name, beside its place ---- */

/* What a number makes of a name, in the folder of `path`. */
static const char *aside(struct arena *arena, const char *path, unsigned long number)
{
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    const char *slash = strrchr(path, '/');
    char name[NAME_DIGITS + 1] = "";
    for (int i = 0; i < NAME_DIGITS; i++, number /= sizeof digits - 1)
        name[i] = digits[number % (sizeof digits - 1)];
    return str_format(arena, "%.*s%s%s", slash ? (int)(slash - path) + 1 : 0, path, temporary_name,
                      name)
        .at;
}

/* Where to look for a name that is free: what a run that was killed left is passed over. */
static unsigned long first_number(const char *path)
{
    return (unsigned long)getpid() + (unsigned long)XXH3_64bits(path, strlen(path));
}

enum { TRIES = 1000, STEP = 40009 };

/* With the permissions that the caller's umask leaves. */
void output_open(struct arena *arena, struct output *output, const char *path)
{
    const int how = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    *output = (struct output){.path = path, .number = first_number(path), .descriptor = -1};
    for (int i = 0; i < TRIES && output->descriptor < 0; i++) {
        output->number += STEP;
        output->descriptor = open(aside(arena, path, output->number), how, 0666);
        output->error = output->descriptor < 0 ? errno : 0;
        if (output->error != EEXIST)
            break;
    }
    if (output->error)
        output->number = 0; /* what has that name is not ours */
}

void output_close(struct output *output)
{
    if (output->number && output->descriptor >= 0)
        close(output->descriptor);
    output->descriptor = -1;
}

void outputs_drop(struct arena *arena, struct output *outputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        output_close(&outputs[i]);
        if (outputs[i].number)
            unlink(aside(arena, outputs[i].path, outputs[i].number));
        outputs[i] = (struct output){.descriptor = -1};
    }
}

/* ---- taking the places ---- */

/* Nothing but a plain file, or nothing at all, stands there: the disk may have taken long. */
static bool may_be_placed(struct diags *diags, const struct output *outputs, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (!outputs[i].path)
            continue;
        if (!is_free(diags, outputs[i].path))
            return false;
        if (outputs[i].error)
            return report(diags, outputs[i].path, outputs[i].error);
    }
    return true;
}

/* The file that stands in a place, under a second name; NULL when there is none. False where the
   system gives none a second name. */
static bool keep_old(struct arena *arena, const char *path, const char **kept)
{
    unsigned long number = first_number(path);
    for (int i = 0; i < TRIES; i++) {
        *kept = aside(arena, path, number -= STEP);
        if (link(path, *kept) == 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    *kept = NULL;
    return errno == ENOENT;
}

/* What a place held before, and whether that is known. */
struct former {
    const char *kept;
    bool known;
};

/* Back to what stood there; false when it stays the new one. */
static bool give_back(const char *path, const struct former *former)
{
    if (!former->known)
        return false;
    return (former->kept ? rename(former->kept, path) : unlink(path)) == 0;
}

/* The place of the one that failed is as it was; the others' are, or are named. */
static void undo(struct diags *diags, struct diag *told, const struct output *outputs,
                 const struct former *former, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (outputs[i].path && !give_back(outputs[i].path, &former[i]))
            diag_hint(diags, told, "`%s` is the new one already: build again when this is mended",
                      outputs[i].path);
}

static size_t last_of(const struct output *outputs, size_t count)
{
    while (count > 0 && !outputs[count - 1].path)
        count--;
    return count ? count - 1 : 0;
}

static bool place_all(struct arena *arena, struct diags *diags, const struct output *outputs,
                      struct former *former, size_t count)
{
    size_t last = last_of(outputs, count); /* nothing comes after it that could fail */
    for (size_t i = 0; i < count; i++) {
        const char *path = outputs[i].path;
        if (!path)
            continue;
        former[i].known = i == last || keep_old(arena, path, &former[i].kept);
        if (rename(aside(arena, path, outputs[i].number), path) == 0)
            continue;
        undo(diags, tell(diags, path, errno), outputs, former, i);
        return false;
    }
    return true;
}

bool outputs_place(struct arena *arena, struct diags *diags, struct output *outputs, size_t count)
{
    struct former *former = ARENA_ARRAY(arena, struct former, count);
    bool placed =
        may_be_placed(diags, outputs, count) && place_all(arena, diags, outputs, former, count);
    for (size_t i = 0; i < count; i++)
        if (former[i].kept)
            unlink(former[i].kept);
    if (!placed)
        outputs_drop(arena, outputs, count);
    return placed;
}

/* With these permissions; 0: with those that the caller's umask leaves. */
static bool write_as(struct arena *arena, struct diags *diags, const char *path, struct str bytes,
                     mode_t mode)
{
    struct output output;
    if (!is_free(diags, path))
        return false;
    output_open(arena, &output, path);
    if (!output.error) {
        int refused = mode && fchmod(output.descriptor, mode) != 0 ? errno : 0;
        int error = output_fill(output.descriptor, bytes);
        output.error = refused ? refused : error;
    }
    output.descriptor = -1;
    return outputs_place(arena, diags, &output, 1) &&
           (sync_folder(arena, path) || report(diags, path, errno));
}

bool output_write(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    return write_as(arena, diags, path, bytes, 0);
}

bool output_write_over(struct arena *arena, struct diags *diags, const char *path, struct str bytes)
{
    struct stat info;
    if (lstat(path, &info) != 0 || access(path, W_OK) != 0)
        return report(diags, path, errno);
    return write_as(arena, diags, path, bytes, info.st_mode & 07777);
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
    int error = output_fill(file, bytes);
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

/* ---- what is never written over ---- */

bool output_refuse(struct diags *diags, const char *path, const char *what)
{
    struct diag *diag = diag_report_file(diags, &E968, path, "%s would be written over", what);
    diag_hint(diags, diag, "name another file to write to; nothing was done");
    return false;
}

/* By its name: a file name that was forgotten makes the next word of the command line one. */
static const char *kind_that_is_read(struct str path)
{
    static const char *const kinds[][2] = {
        {".facts.json", "the facts of an issue"},
        {".csv", "a table"},
        {".png", "a picture"},
        {".jpg", "a picture"},
        {".jpeg", "a picture"},
    };
    if (specification_ending(path))
        return "a YAML file, such as a specification";
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (str_ends(path, kinds[i][0]))
            return kinds[i][1];
    return NULL;
}

bool output_is_allowed(struct diags *diags, const char *path)
{
    struct stat info;
    const char *kind = kind_that_is_read(str_from(path));
    return !kind || stat(path, &info) != 0 || output_refuse(diags, path, kind);
}
