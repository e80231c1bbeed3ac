/* Files that a specification names, which may not lie outside the project. */
#ifndef COUNCILBRIEF_BASE_PATH_H
#define COUNCILBRIEF_BASE_PATH_H

#include "base/str.h"

enum path_fault {
    PATH_SOUND,
    PATH_ABSOLUTE, /* not named from the folder of the specification */
    PATH_OUTSIDE,  /* leads out of the project, itself or by a link */
    PATH_MISSING   /* leads nowhere, or may not be followed */
};

/* The file that `file` names from the folder of `from`, with every link followed. The project is
   the working folder when `from` lies in it, else the folder of `from`. In a path to be opened and
   shown: from the working folder where it lies there. NULL with a fault. */
const char *path_inside(struct arena *arena, const char *from, struct str file,
                        enum path_fault *fault);

/* How a file of the project that was named from the root of the disk is named from the folder of
   `from`; absent when it lies outside the project, or nowhere. */
struct str path_from_folder(struct arena *arena, const char *from, struct str file);

#endif
