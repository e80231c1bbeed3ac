/* Codes 5xx: theme, fonts and layout. */
#ifndef COUNCILBRIEF_BASE_CODES_LAYOUT_H
#define COUNCILBRIEF_BASE_CODES_LAYOUT_H

/* Fonts, hyphenation and lines. */
#define CODES_LAYOUT_TEXT(X)                                                                       \
    X(E501, SEVERITY_FAILURE, "Font file cannot be read",                                          \
      "A font that the theme names was found but could not be read. Check the permissions of "     \
      "the file, and that it is not empty, or name another font under `fonts` in theme.yaml.")     \
    X(E502, SEVERITY_ERROR, "Not a font",                                                          \
      "The file is not a TrueType or OpenType font, or it is damaged. Fonts for the web (.woff, "  \
      ".woff2) and old PostScript fonts (.pfb) do not work. Name a file that ends in .ttf or "     \
      ".otf, or fetch the font again.")                                                            \
    X(E503, SEVERITY_ERROR, "Font file too large",                                                 \
      "A font may have up to 32 MiB. A larger one is usually a collection for many scripts. "      \
      "Name a font for Latin script.")                                                             \
    X(E504, SEVERITY_ERROR, "Font may not be embedded",                                            \
      "The makers of this font do not allow it to be put into a PDF, and an accessible PDF must "  \
      "hold its fonts. Name another font under `fonts` in theme.yaml, such as Lato or Open Sans, " \
      "which are free to use.")                                                                    \
    X(E510, SEVERITY_ERROR, "Character that the font lacks",                                       \
      "The text has a character that the theme's font cannot show; readers would see an empty "    \
      "box. Write it another way, or name a font in theme.yaml that has the character.")           \
    X(W511, SEVERITY_WARNING, "No hyphenation",                                                    \
      "The file with the hyphenation patterns for British English could not be read. Briefings "   \
      "are built all the same, without hyphens at the ends of lines. Install the package "         \
      "hyphen-en-gb to have them.")

/* Theme and pages. */
#define CODES_LAYOUT_PAGES(X)                                                                      \
    X(E520, SEVERITY_ERROR, "Word wider than its place",                                           \
      "A word, a web address or a number has no place in its column or on the line where "         \
      "it may be parted, and would run into what stands beside it. Shorten it, give the "          \
      "table fewer columns, or write the address as the target of a link with words of its "       \
      "own.")                                                                                      \
    X(E521, SEVERITY_ERROR, "Briefing too long",                                                   \
      "A briefing may have up to 2,000 pages. One that is longer is nearly always a "              \
      "template that repeats itself; check its loops.")                                            \
    X(E522, SEVERITY_ERROR, "Contrast too low",                                                    \
      "Two colours of the theme are too close to one another for readers with low vision, "        \
      "or for print without colour. Text needs a contrast of 4.5:1 and shapes need 3:1, as "       \
      "the accessibility regulations ask (WCAG 2.1 AA). Make the darker colour darker or "         \
      "the paler one paler.")                                                                      \
    X(E523, SEVERITY_ERROR, "Text too small",                                                      \
      "The theme's text would be hard to read. Running text needs 12 pt or more, "                 \
      "everything else 9 pt or more, and lines may not touch one another.")                        \
    X(E524, SEVERITY_FAILURE, "Font not found",                                                    \
      "A font of the theme is in none of its font folders. Install the package that holds "        \
      "it, put the file into a folder `fonts` beside theme.yaml, or name another font.")           \
    X(E525, SEVERITY_ERROR, "Not a colour",                                                        \
      "Colours in a theme are written as a hash sign and six hexadecimal digits, two each "        \
      "for red, green and blue. Quotation marks are needed, or YAML takes the rest of the "        \
      "line for a comment.")                                                                       \
    X(E526, SEVERITY_ERROR, "Impossible measure",                                                  \
      "A size, a space or a margin in the theme is negative or far too large, or the "             \
      "margins leave no room for text. Sizes are in points, margins in millimetres.")              \
    X(E527, SEVERITY_ERROR, "Drawing taller than a page",                                          \
      "A drawing must fit on one page, and this one is taller. Show fewer rows in it, or "         \
      "use a table, which may go on over several pages.")

#define CODES_LAYOUT(X) CODES_LAYOUT_TEXT(X) CODES_LAYOUT_PAGES(X)

#endif
