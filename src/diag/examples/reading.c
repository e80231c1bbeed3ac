/* Examples of the codes 1xx: reading files and YAML. */
#include "diag/examples/rooms.h"

#include <stddef.h>

const struct example reading_examples[] = {
    {E110, "  note: Formed in 2009: from two\n", "  note: \"Formed in 2009: from two\"\n"},
    {E112,
     "  short_name: &name Exampleshire\n"
     "  region: *name\n",
     "  short_name: Exampleshire\n"
     "  region: Exampleshire\n"},
    {E113,
     "  short_name: Exampleshire\n"
     "  short_name: Example\n",
     "  short_name: Exampleshire\n"},
    {E114,
     "---\n"
     "briefing:\n"
     "  title: Another briefing\n",
     "# One briefing a file.\n"},
    {E115, "  la_code: !text 926\n", "  la_code: 926\n"},
    {E117, "  [short name]: Exampleshire\n", "  short_name: Exampleshire\n"},
    {.wrong = NULL},
};
