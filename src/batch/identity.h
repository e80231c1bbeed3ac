/* Which program this is: what a PDF was made by, as far as its bytes may depend on that. */
#ifndef COUNCILBRIEF_BATCH_IDENTITY_H
#define COUNCILBRIEF_BATCH_IDENTITY_H

#include "base/str.h"

/* "councilbrief 0.9.0 HASH": the hash is of the program as it was linked and of the libraries that
   it was started with. Another build, or an upgrade of a library, gives another. */
struct str program_identity(struct arena *arena);

#endif
