/* Checks the components of a template before there is any data. */
#ifndef COUNCILBRIEF_DOC_CHECK_H
#define COUNCILBRIEF_DOC_CHECK_H

#include "doc/component.h"
#include "template/template.h"

/* Every fenced block in the files of the template, in branches not taken too: E407 for a component
   that does not exist, E201 and its kind for options it does not have. Option values that the
   template fills in are left alone. True without errors. */
bool fences_check(struct arena *arena, struct diags *diags, const struct template_set *set,
                  const struct frameworks *frameworks, const struct component *const *components);

#endif
