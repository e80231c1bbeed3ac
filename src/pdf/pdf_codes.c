/* Codes of pdf/: the PDF. */
#include "pdf/pdf_codes.h"

#include <stddef.h>

const struct code E601 = {
    .name = "E601",
    .severity = SEVERITY_ERROR,
    .title = "Document without a title",
    .explanation =
        "An accessible PDF must have a title: it is what a screen reader says first and what "
        "stands in the window's title bar. Give the briefing a title that is not empty.",
};

const struct code E602 = {
    .name = "E602",
    .severity = SEVERITY_ERROR,
    .title = "Language missing or not a language code",
    .explanation =
        "A screen reader chooses its voice by the language of the text. Write a language code such "
        "as en-GB for English or cy for Welsh.",
};

const struct code E603 = {
    .name = "E603",
    .severity = SEVERITY_ERROR,
    .title = "Figure without alternative text",
    .explanation =
        "People who cannot see a figure rely on its alternative text. Describe in a sentence what "
        "the figure shows, not what it looks like.",
};

const struct code E604 = {
    .name = "E604",
    .severity = SEVERITY_ERROR,
    .title = "Table without header cells",
    .explanation =
        "A screen reader announces a table's header cells with every value. Give the table a first "
        "row that names its columns, or a first column that names its rows.",
};

const struct code E605 = {
    .name = "E605",
    .severity = SEVERITY_ERROR,
    .title = "Heading level skipped",
    .explanation =
        "Headings are how readers find their way with a keyboard. The first heading must be of "
        "level 1, and a heading may be at most one level below the one before it: after a heading "
        "of level 2 comes one of level 1, 2 or 3. Use more or fewer # signs in the template.",
};

const struct code E606 = {
    .name = "E606",
    .severity = SEVERITY_ERROR,
    .title = "Link without a description",
    .explanation =
        "Screen readers list the links of a document by their descriptions, away from the text "
        "around them. Give the link a text that says where it leads.",
};

const struct code E607 = {
    .name = "E607",
    .severity = SEVERITY_ERROR,
    .title = "Text too long for a PDF",
    .explanation =
        "Titles, alternative texts, link addresses and the like may have up to 16,000 characters "
        "in an archival PDF. Shorten the text.",
};

const struct code E608 = {
    .name = "E608",
    .severity = SEVERITY_ERROR,
    .title = "Too many parts in one place",
    .explanation =
        "A section, list or table has more than 32,000 parts directly inside it, which is more "
        "than a PDF can hold in one place. Split it up with headings or into several tables.",
};

const struct code E609 = {
    .name = "E609",
    .severity = SEVERITY_ERROR,
    .title = "Header cell without a direction",
    .explanation =
        "A table's header cell must say whether it stands for its column or for its row, or a "
        "screen reader cannot announce it. Put the header in the first row or the first column.",
};

const struct code E610 = {
    .name = "E610",
    .severity = SEVERITY_ERROR,
    .title = "Font cannot be embedded",
    .explanation =
        "Every font must be part of the PDF. This one is damaged, is of a kind that a PDF cannot "
        "hold, or has a licence that forbids it. Choose another font file in the theme: TrueType "
        "(.ttf) and OpenType (.otf) fonts work.",
};

const struct code E611 = {
    .name = "E611",
    .severity = SEVERITY_ERROR,
    .title = "Character that the font lacks",
    .explanation =
        "The text has a character for which the font has no shape, so a reader would see an empty "
        "box. Write the text with another character, or choose another font in the theme.",
};

const struct code E612 = {
    .name = "E612",
    .severity = SEVERITY_ERROR,
    .title = "Link that leads nowhere",
    .explanation =
        "The link has neither a web address nor a place in the document with content to lead to. "
        "Correct the address, or take the link out.",
};

const struct code E613 = {
    .name = "E613",
    .severity = SEVERITY_ERROR,
    .title = "Date that a PDF cannot hold",
    .explanation =
        "The date of the PDF must lie between the years 1 and 9999. It comes from the "
        "specification's as_at or from SOURCE_DATE_EPOCH: correct whichever of the two is set.",
};

const struct code E614 = {
    .name = "E614",
    .severity = SEVERITY_ERROR,
    .title = "Character that would not be seen",
    .explanation =
        "The font has a shape for the character, and nothing is drawn in it, or it has no width or "
        "an impossible one: the page would look as if the character had never been written. The "
        "font is damaged, or it was not made for text. Choose another font in the theme.",
};

const struct code E615 = {
    .name = "E615",
    .severity = SEVERITY_FAILURE,
    .title = "Outlines of a font were lost",
    .explanation =
        "A PDF holds of each font the letters that it shows. When this font was cut down to them, "
        "the outlines of some were lost, and the page would have gaps, so nothing is written. "
        "Build "
        "the briefing again; if it happens again, please report it together with the font.",
};

const struct code E690 = {
    .name = "E690",
    .severity = SEVERITY_BUG,
    .title = "Fault in the page description",
    .explanation =
        "The pages that were laid out contradict themselves. This is a fault of councilbrief, not "
        "of your specification: please report it together with the specification.",
};

const struct code E691 = {
    .name = "E691",
    .severity = SEVERITY_BUG,
    .title = "Fault while the PDF was made",
    .explanation =
        "The library that makes the PDF reported a fault, or there was not enough memory. Close "
        "other programs and try again; if it happens again, please report it together with the "
        "specification and the number in the message.",
};

const struct code *const pdf_codes[] = {&E601, &E602, &E603, &E604, &E605, &E606,
                                        &E607, &E608, &E609, &E610, &E611, &E612,
                                        &E613, &E614, &E615, &E690, &E691, NULL};
