/* Markdown to blocks: values take the place of their characters, fenced blocks become components.
 */
#ifndef COUNCILBRIEF_DOC_MARKDOWN_H
#define COUNCILBRIEF_DOC_MARKDOWN_H

#include "doc/block.h"
#include "doc/component.h"
#include "template/template.h"

/* The tree of a rendered template. NULL after diagnostics E4xx: HTML, images for now, unknown
   components, wrong options, headings that skip a level, a document without a first heading. */
const struct block *markdown_read(struct arena *arena, struct diags *diags,
                                  const struct rendered *rendered, const struct briefing *briefing,
                                  const struct component *const *components);

#endif
