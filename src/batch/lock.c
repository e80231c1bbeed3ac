/* A lock that the system releases when its holder ends, so that none is ever left over. */
#include "batch/lock.h"

#include "batch/batch_codes.h"
#include "batch/clock.h"
#include "files/files_codes.h"
#include "files/output.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* A run that was killed holds its lock until its workers have noticed. */
enum { TRIES = 40, PAUSE = 25 /* milliseconds */ };

static bool try_lock(int file)
{
    for (int i = 0; i < TRIES; i++) {
        if (flock(file, LOCK_EX | LOCK_NB) == 0)
            return true;
        if (errno != EWOULDBLOCK && errno != EINTR)
            return false;
        clock_sleep(PAUSE);
    }
    errno = EWOULDBLOCK;
    return false;
}

static bool is_number(struct str text)
{
    for (size_t i = 0; i < text.len; i++)
        if (text.at[i] < '0' || text.at[i] > '9')
            return false;
    return text.len > 0;
}

/* Who holds it: what that run wrote into the file. */
static void report_holder(struct diags *diags, const char *folder, int file)
{
    char text[16] = "";
    ssize_t len = pread(file, text, sizeof text - 1, 0);
    struct str holder = str_trim((struct str){text, len > 0 ? (size_t)len : 0});
    struct diag *diag =
        is_number(holder)
            ? diag_report_file(diags, &E926, folder,
                               "another councilbrief is building into this folder (process " STR_FMT
                               ")",
                               STR_ARG(holder))
            : diag_report_file(diags, &E926, folder,
                               "another councilbrief is building into this folder");
    diag_hint(diags, diag, "wait until it has ended, or build into another folder with -o");
}

/* A full disk has no room for the number, but the lock holds all the same. */
static void write_holder(struct arena *arena, int file)
{
    struct str text = str_format(arena, "%ld\n", (long)getpid());
    bool written =
        ftruncate(file, 0) == 0 && pwrite(file, text.at, text.len, 0) == (ssize_t)text.len;
    if (!written && ftruncate(file, 0) != 0)
        return; /* half a number may stay; it is only shown, never relied on */
}

int lock_take(struct arena *arena, struct diags *diags, const char *folder)
{
    const char *path = str_format(arena, "%s/.councilbrief.lock", folder).at;
    int file = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (file < 0) {
        diag_report_file(diags, &E901, folder, "nothing can be written into the folder: %s",
                         strerror(errno));
        return -1;
    }
    if (try_lock(file)) {
        write_holder(arena, file);
        return file;
    }
    if (errno == EWOULDBLOCK)
        report_holder(diags, folder, file);
    else
        diag_report_file(diags, &E901, folder, "the folder cannot be locked: %s", strerror(errno));
    close(file);
    return -1;
}

int lock_folder(struct arena *arena, struct diags *diags, const char *folder)
{
    if (mkdir(folder, 0777) != 0 && errno != EEXIST) {
        diag_report_file(diags, &E901, folder, "the folder cannot be made: %s", strerror(errno));
        return -1;
    }
    int lock = lock_take(arena, diags, folder);
    if (lock < 0 || output_sweep(arena, diags, folder))
        return lock;
    lock_release(lock);
    return -1;
}

void lock_release(int lock)
{
    if (lock >= 0)
        close(lock);
}
