/* Finding the example of a diagnostic. */
#include "diag/examples.h"

#include "diag/examples/rooms.h"

#include <stddef.h>

static const struct example *const rooms[] = {reading_examples,  spec_examples,
                                              template_examples, doc_examples,
                                              layout_examples,   environment_examples};

const struct example *code_example(enum code code)
{
    for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++)
        for (const struct example *example = rooms[i]; example->wrong; example++)
            if (example->code == code)
                return example;
    return NULL;
}
