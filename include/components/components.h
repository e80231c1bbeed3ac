/* The components that this program has. */
#ifndef COUNCILBRIEF_COMPONENTS_COMPONENTS_H
#define COUNCILBRIEF_COMPONENTS_COMPONENTS_H

#include "doc/component.h"

extern const struct component *const components[]; /* ends with NULL */

#endif
