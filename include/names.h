/* Templates and themes are named, not addressed by paths. */
#ifndef COUNCILBRIEF_NAMES_H
#define COUNCILBRIEF_NAMES_H

#include "diag/diag.h"

/* A name, not a path: a specification must not reach out of the templates' folder. */
bool name_is_plain(struct str name);

/* The file of a theme in the templates' folder; NULL after E912, with the name that was probably
   meant. `at` is where it was written, nowhere for the command line. */
const char *theme_path(struct arena *arena, struct diags *diags, const char *templates,
                       struct str name, struct span at);

/* Is there such a template? If not, E905 with the one that was probably meant. */
bool template_is_there(struct arena *arena, struct diags *diags, const char *templates,
                       struct str name, struct span at);

#endif
