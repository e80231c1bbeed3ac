/* Characters that Markdown may write by name or number. */
#ifndef COUNCILBRIEF_DOC_ENTITY_H
#define COUNCILBRIEF_DOC_ENTITY_H

#include "base/str.h"

/* What "&pound;", "&#163;" or "&#xA3;" stands for; absent when it stands for nothing we print. */
struct str entity_text(struct arena *arena, struct str entity);

#endif
