/* Examples of the codes 9xx: the machine the program runs on. */
#include "diag/examples/rooms.h"

#include <stddef.h>

const struct example environment_examples[] = {
    {E905, "  template: templates/briefing\n", "  template: briefing\n"},
    {E912, "  theme: planing\n", "  theme: plain\n"},
    {.wrong = NULL},
};
