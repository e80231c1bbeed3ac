/* Codes 5xx: theme, fonts and layout. */
#ifndef COUNCILBRIEF_DIAG_CODES_LAYOUT_H
#define COUNCILBRIEF_DIAG_CODES_LAYOUT_H

/* Fonts, hyphenation and lines. */
#define CODES_LAYOUT_TEXT(X)                                                                       \
    X(E501, SEVERITY_FAILURE, "Font file cannot be read",                                          \
      "A font that the theme names was found but could not be read. Check the permissions of "     \
      "the file, and that it is not empty, or name another font under `fonts` in theme.yaml.")     \
    X(E502, SEVERITY_ERROR, "Not a font",                                                          \
      "The file is not a TrueType or OpenType font, or it is damaged. Fonts for the web (.woff, "  \
      ".woff2), old PostScript fonts (.pfb), collections (.ttc) and variable fonts do not work. "  \
      "Name a file that ends in .ttf or .otf and holds one weight, or fetch the font again.")      \
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
    X(E512, SEVERITY_ERROR, "Right-to-left writing",                                               \
      "The text has words in Arabic, Hebrew or another script that runs from right to left. "      \
      "They cannot be set yet: their letters would stand in the wrong order. Write the words in "  \
      "Latin letters, as a passport does.")                                                        \
    X(E513, SEVERITY_ERROR, "Emoji",                                                               \
      "The text has an emoji. Emoji look different on every device and are read aloud under "      \
      "names that a reader may not expect, so a briefing does not print them. Say in words "       \
      "what it stands for.")                                                                       \
    X(E514, SEVERITY_ERROR, "Too many fallback fonts",                                             \
      "A theme may name up to 8 fallback fonts. One font of a large family, such as DejaVu Sans "  \
      "or Noto Sans, has the letters of all European languages.")                                  \
    X(W511, SEVERITY_WARNING, "No hyphenation",                                                    \
      "The file with the hyphenation patterns for British English is not installed. Briefings "    \
      "are "                                                                                       \
      "built all the same, without hyphens at the ends of lines. Install the package "             \
      "hyphen-en-gb to have them.")                                                                \
    X(E550, SEVERITY_ERROR, "Font with impossible widths",                                         \
      "The font gives a letter no width, or a width of several lines' height, so that words "      \
      "would "                                                                                     \
      "be printed over one another or off the page. The file is damaged, or it was not made for "  \
      "text. Name another font under `fonts` in theme.yaml.")                                      \
    X(E551, SEVERITY_FAILURE, "Hyphenation patterns cannot be read",                               \
      "The file with the hyphenation patterns for British English is installed, but it could not " \
      "be read. Without it lines would break at other places than they did before, so nothing is " \
      "built. See to the permissions of the file and to its disk, install the package "            \
      "hyphen-en-gb again, or remove it to do without hyphens.")

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

/* Themes that are laid over a template's own. */
#define CODES_LAYOUT_THEMES(X)                                                                     \
    X(W540, SEVERITY_WARNING, "Theme that changes nothing",                                        \
      "A theme of templates/themes holds what is to look different from the template's own "       \
      "theme.yaml. This one says the same in every place, so that briefings look as they would "   \
      "without it. Change a value, or do without the theme.")                                      \
    X(E541, SEVERITY_ERROR, "Tones that look alike",                                               \
      "Grades and progress are shown as a word, a shape and a tone. These two tones cannot be "    \
      "told apart by their colours, by one reader in twelve who sees colours differently or in "   \
      "print without colour. Tones should differ in lightness and not in hue alone: give each "    \
      "fill or each mark a step of its own from pale to dark.")                                    \
    X(E545, SEVERITY_FAILURE, "Family of fonts not installed",                                     \
      "A theme names a family of fonts that this machine does not have. No other family is put "   \
      "in its place. Correct the name (`fc-list : family` lists what is installed), install the "  \
      "family, or put its files beside the theme and name them there.")                            \
    X(E546, SEVERITY_FAILURE, "Family that lacks a font",                                          \
      "A briefing is set in regular, italic, bold and bold italic letters, and its headings in "   \
      "semi-bold or bold. The family of the theme is installed without some of them, and letters " \
      "that are slanted or thickened by the program are no replacement. Install the rest of the "  \
      "family, choose another, or name files for what it lacks.")                                  \
    X(E547, SEVERITY_ERROR, "Family that a PDF cannot hold",                                       \
      "The family of the theme is installed as a variable font (all weights in one file), as a "   \
      "collection of fonts (.ttc), or as a font for the web or an old PostScript font. A PDF "     \
      "takes one TrueType or OpenType file for each weight; most makers offer those too, as "      \
      "static fonts.")

/* Pictures. */
#define CODES_LAYOUT_PICTURES(X)                                                                   \
    X(E530, SEVERITY_ERROR, "Picture cannot be read",                                              \
      "The file of a picture does not exist, is not a file, or may not be read. Pictures that a "  \
      "specification names lie in its own folder or below it, those of a template in the "         \
      "template's folder. Check the name, with its ending and its capital letters.")               \
    X(E531, SEVERITY_ERROR, "Picture outside its folder",                                          \
      "A picture is named by its path inside the folder of the specification or template, such "   \
      "as pictures/map.png. The path cannot begin with a slash, lead upwards with .., or go "      \
      "through a link, so that a briefing can hold nothing but what was put there for it.")        \
    X(E532, SEVERITY_ERROR, "Picture too large",                                                   \
      "The file of a picture may have up to 16 MiB, and the picture up to 10,000 pixels a side "   \
      "and 24 million in all. A page printed at 300 dots an inch needs a third of that. Save "     \
      "the picture with fewer pixels.")                                                            \
    X(E533, SEVERITY_ERROR, "Neither PNG nor JPEG",                                                \
      "Briefings show PNG files (for logos, maps and charts) and JPEG files (for photographs). "   \
      "The contents of the file count, not the ending of its name: open it in a picture program "  \
      "and save it as one of the two.")                                                            \
    X(E534, SEVERITY_ERROR, "Damaged picture",                                                     \
      "The file of the picture is cut short or contradicts itself, often because it was not "      \
      "copied or downloaded to its end. Copy it again, or open it in a picture program and save "  \
      "it anew.")                                                                                  \
    X(E535, SEVERITY_ERROR, "Kind of JPEG that is not accepted",                                   \
      "An archival PDF for the screen holds pictures in grey or RGB. JPEG files in the colours "   \
      "of print (CMYK), with arithmetic coding, without loss or with more than 8 bits a colour "   \
      "cannot be shown by every reader, or in the right colours. Save the picture as an "          \
      "ordinary RGB JPEG, or as PNG.")

#define CODES_LAYOUT(X)                                                                            \
    CODES_LAYOUT_TEXT(X)                                                                           \
    CODES_LAYOUT_PAGES(X) CODES_LAYOUT_THEMES(X) CODES_LAYOUT_PICTURES(X)

#endif
