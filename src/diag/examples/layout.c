/* Examples of the codes 5xx: themes, fonts and layout. */
#include "diag/examples/rooms.h"

#include <stddef.h>

const struct example layout_examples[] = {
    {E510, "The council\342\200\231s motto is \351\200\262\346\255\251.\n",
     "The council\342\200\231s motto is Progress.\n"},
    {E512, "The council\342\200\231s motto is \327\251\327\234\327\225\327\235.\n",
     "The council\342\200\231s motto is Peace.\n"},
    {E513, "A good year \360\237\216\211.\n", "A good year.\n"},
    {E514, "  fallback: [a.ttf, b.ttf, c.ttf, d.ttf, e.ttf, f.ttf, g.ttf, h.ttf, i.ttf]\n",
     "  fallback: [dejavu/DejaVuSans.ttf]\n"},
    {E520,
     "| 2018 | "
     "012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012"
     "34567890123456789012345678901234567890123456789 |\n",
     "| 2018 | 0123456789 |\n"},
    {E522, "  muted: \"#c9d1db\"\n", "  muted: \"#55606e\"\n"},
    {E523, "  body: {face: regular, size: 10, leading: 17, before: 0, after: 8.5, colour: ink}\n",
     "  body: {face: regular, size: 12, leading: 17, before: 0, after: 8.5, colour: ink}\n"},
    {E524, "  regular: lato/Latin-Regular.ttf\n", "  regular: lato/Lato-Regular.ttf\n"},
    {E525, "  ink: black\n", "  ink: \"#1b2430\"\n"},
    {E526, "  margin_left: 240\n", "  margin_left: 24\n"},
    {W540, "  ink: \"#1b2430\" # the template's own\n", "  ink: \"#000000\"\n"},
    {E541, "  weak: {fill: \"#d1e8ee\", mark: \"#10606e\"}\n",
     "  weak: {fill: \"#f8ddaa\", mark: \"#a06b10\"}\n"},
    {E545, "  family: Latto\n", "  family: Lato\n"},
    {E546, "  family: DejaVu Sans\n", "  family: Lato\n"},
    {.wrong = NULL},
};
