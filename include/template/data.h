/* Data without records, read from JSON: what `render --data` fills a template with. */
#ifndef COUNCILBRIEF_TEMPLATE_DATA_H
#define COUNCILBRIEF_TEMPLATE_DATA_H

#include "base/diag.h"
#include "template/value.h"

/* The map that the source holds as JSON; NULL after E330. Whole numbers and floats are as Python
   reads them; what a template could not print as Python does is refused. */
const struct map_value *data_read(struct arena *arena, struct diags *diags,
                                  const struct source *source);

#endif
