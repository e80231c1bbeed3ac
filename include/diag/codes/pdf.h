/* Codes 6xx: writing the PDF. */
#ifndef COUNCILBRIEF_DIAG_CODES_PDF_H
#define COUNCILBRIEF_DIAG_CODES_PDF_H

#define CODES_PDF(X)                                                                               \
    X(E601, SEVERITY_ERROR, "Document without a title",                                            \
      "An accessible PDF must have a title: it is what a screen reader says first and what "       \
      "stands in the window's title bar. Give the briefing a title that is not empty.")            \
    X(E602, SEVERITY_ERROR, "Language missing or not a language code",                             \
      "A screen reader chooses its voice by the language of the text. Write a language code such " \
      "as en-GB for English or cy for Welsh.")                                                     \
    X(E603, SEVERITY_ERROR, "Figure without alternative text",                                     \
      "People who cannot see a figure rely on its alternative text. Describe in a sentence what "  \
      "the figure shows, not what it looks like.")                                                 \
    X(E604, SEVERITY_ERROR, "Table without header cells",                                          \
      "A screen reader announces a table's header cells with every value. Give the table a first " \
      "row that names its columns, or a first column that names its rows.")                        \
    X(E605, SEVERITY_ERROR, "Heading level skipped",                                               \
      "Headings are how readers find their way with a keyboard. The first heading must be of "     \
      "level 1, and a heading may be at most one level below the one before it: after a heading "  \
      "of level 2 comes one of level 1, 2 or 3. Use more or fewer # signs in the template.")       \
    X(E606, SEVERITY_ERROR, "Link without a description",                                          \
      "Screen readers list the links of a document by their descriptions, away from the text "     \
      "around them. Give the link a text that says where it leads.")                               \
    X(E607, SEVERITY_ERROR, "Text too long for a PDF",                                             \
      "Titles, alternative texts, link addresses and the like may have up to 16,000 characters "   \
      "in an archival PDF. Shorten the text.")                                                     \
    X(E608, SEVERITY_ERROR, "Too many parts in one place",                                         \
      "A section, list or table has more than 32,000 parts directly inside it, which is more "     \
      "than a PDF can hold in one place. Split it up with headings or into several tables.")       \
    X(E609, SEVERITY_ERROR, "Header cell without a direction",                                     \
      "A table's header cell must say whether it stands for its column or for its row, or a "      \
      "screen reader cannot announce it. Put the header in the first row or the first column.")    \
    X(E610, SEVERITY_ERROR, "Font cannot be embedded",                                             \
      "Every font must be part of the PDF. This one is damaged, is of a kind that a PDF cannot "   \
      "hold, or has a licence that forbids it. Choose another font file in the theme: TrueType "   \
      "(.ttf) and OpenType (.otf) fonts work.")                                                    \
    X(E611, SEVERITY_ERROR, "Character that the font lacks",                                       \
      "The text has a character for which the font has no shape, so a reader would see an empty "  \
      "box. Write the text with another character, or choose another font in the theme.")          \
    X(E612, SEVERITY_ERROR, "Link that leads nowhere",                                             \
      "The link has neither a web address nor a place in the document with content to lead to. "   \
      "Correct the address, or take the link out.")                                                \
    X(E613, SEVERITY_ERROR, "Date that a PDF cannot hold",                                         \
      "The date of the PDF must lie between the years 1 and 9999. It comes from the "              \
      "specification's as_at or from SOURCE_DATE_EPOCH: correct whichever of the two is set.")     \
    X(E614, SEVERITY_ERROR, "Character that would not be seen",                                    \
      "The font has a shape for the character, and nothing is drawn in it, or it has no width or " \
      "an impossible one: the page would look as if the character had never been written. The "    \
      "font is damaged, or it was not made for text. Choose another font in the theme.")           \
    X(E615, SEVERITY_FAILURE, "Outlines of a font were lost",                                      \
      "A PDF holds of each font the letters that it shows. When this font was cut down to them, "  \
      "the outlines of some were lost, and the page would have gaps, so nothing is written. "      \
      "Build "                                                                                     \
      "the briefing again; if it happens again, please report it together with the font.")         \
    X(E690, SEVERITY_BUG, "Fault in the page description",                                         \
      "The pages that were laid out contradict themselves. This is a fault of councilbrief, not "  \
      "of your specification: please report it together with the specification.")                  \
    X(E691, SEVERITY_BUG, "Fault while the PDF was made",                                          \
      "The library that makes the PDF reported a fault, or there was not enough memory. Close "    \
      "other programs and try again; if it happens again, please report it together with the "     \
      "specification and the number in the message.")

#endif
