/* Files that a specification names, which may not lie outside the project. */
#ifndef COUNCILBRIEF_FILES_PATH_H
#define COUNCILBRIEF_FILES_PATH_H

#include "files/file.h"

enum path_fault {
    PATH_SOUND,
    PATH_ABSOLUTE, /* not named from the folder of the specification */
    PATH_OUTSIDE,  /* leads out of the project, itself or by a link */
    PATH_MISSING   /* leads nowhere, or may not be followed */
};

/* With every link followed; absent when it leads nowhere. */
struct str path_real(struct arena *arena, const char *path);

/* The folder that all files of `from` must lie in, with every link followed: the one that was
   named as the project, else the working folder when `from` lies in it or is named as if it did,
   else the folder of `from`. Absent when there is none. */
struct str path_project(struct arena *arena, const char *named, const char *from);

/* The same as bounds for reading. */
struct bounds path_bounds(struct arena *arena, const char *named, const char *from);

/* Do both, with every link followed, lie so? The root of the disk holds nothing of its folders. */
bool path_lies_in(struct str path, struct str folder);

/* What `file` names from the folder of `from`, wherever that is. */
const char *path_beside(struct arena *arena, const char *from, struct str file);

/* The file that `file` names from the folder of `from`, with every link followed, which lies in the
   project. In a path to be opened and shown: from the working folder where it lies there. NULL with
   a fault; as it was named where links cannot be followed for a fault of the machine, which is
   reported by who reads it. `project` is the one that was named, or NULL. */
const char *path_inside(struct arena *arena, const char *project, const char *from, struct str file,
                        enum path_fault *fault);

/* How a file of the project that was named from the root of the disk is named from the folder of
   `from`; absent when it lies outside the project, or nowhere. */
struct str path_from_folder(struct arena *arena, const char *project, const char *from,
                            struct str file);

/* The way from one folder to another: `../one`; absent when either is none. */
struct str path_between(struct arena *arena, const char *from, const char *to);

bool path_is_folder(const char *path);

/* Are these one file, or will they be? By folder and name where one is not there yet. */
bool path_is_same(struct arena *arena, const char *a, const char *b);

/* What stands before its last slash; "." when there is none. */
const char *path_folder(struct arena *arena, const char *path);

/* The length of the ending by which a file is known as a specification, in capitals or not; 0 when
   its name has none, or is hidden. */
size_t specification_ending(struct str name);

/* What that which is made of a specification is called by: `norfolk` of `inputs/norfolk.yaml`. */
struct str specification_name(const char *path);

#endif
