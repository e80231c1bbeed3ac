/* Reading files and folders: the one place that opens any. What is opened is looked at through what
   was opened, and is a plain file of a sane size, or is not read. */
#ifndef COUNCILBRIEF_FILES_FILE_H
#define COUNCILBRIEF_FILES_FILE_H

#include "base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct diags;

/* Folders, with every link followed, out of which no link may lead; none at all: files are trusted,
   as what was installed is, and links followed wherever they lead. */
struct bounds {
    struct str folders[3]; /* absent ones do not count */
};

enum file_fault {
    FILE_SOUND,
    FILE_MISSING, /* there is none of this name */
    FILE_OUTSIDE, /* a link leads out of the bounds */
    FILE_IS_FOLDER,
    FILE_IS_DEVICE, /* or a pipe, or a socket */
    FILE_TOO_LARGE,
    FILE_CHANGED, /* while it was opened or read */
    FILE_FAILED   /* the system says why: `error` */
};

/* An open plain file. Another process may have opened it: file_adopt takes its descriptor. */
struct file {
    int descriptor; /* -1: there is none, for `fault` */
    enum file_fault fault;
    int error;
    uint64_t size;
    int64_t changed[2]; /* seconds and nanoseconds */
};

/* `bounds` may be NULL: trusted. Never waits for a pipe. Close it with file_close or file_take. */
struct file file_open(struct arena *arena, const char *path, const struct bounds *bounds);
struct file file_adopt(int descriptor);
void file_close(struct file *file);

/* What may be asked between two blocks of a long file: whether to give it up. */
struct file_watch {
    bool (*gives_up)(const void *self);
    const void *self;
};

/* The next bytes, at most `room`; 0 at the end, of which `file->fault` says whether it is one. */
size_t file_next(struct file *file, char *bytes, size_t room);

/* All bytes, and closes it. False, with the fault, unless they are the whole file and no more than
   `limit`. The bytes end in NUL, which is not counted. */
bool file_take(struct arena *arena, struct file *file, size_t limit, struct str *bytes);

/* Both: opens and takes. */
bool file_read(struct arena *arena, const char *path, const struct bounds *bounds, size_t limit,
               struct str *bytes, struct file *file);

/* Reports what is wrong with a file as a whole (E101, E102, E103, E932). */
void file_refuse(struct diags *diags, const char *path, const struct file *file, size_t limit);

/* ---- folders ---- */

struct folder_names {
    const char **items; /* sorted; without "." and ".." */
    size_t count, capacity;
};

/* The names in a folder. False, with errno, unless that is all of them. */
bool folder_list(struct arena *arena, const char *path, struct folder_names *names);

/* Puts other names in the same order. */
void folder_sort(struct folder_names *names);

/* The file beside `path` whose name is spelt most like it, with the same folder in front; absent
   when none is near. */
struct str path_nearest(struct arena *arena, const char *path);

#endif
