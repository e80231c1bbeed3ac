/* Codes of diag/: of texts as such. */
#include "diag/diag_codes.h"

#include <stddef.h>

const struct code W101 = {
    .name = "W101",
    .severity = SEVERITY_WARNING,
    .title = "Too many faults to list",
    .explanation =
        "More faults were found than are listed. Mend those that are, or check that the file is "
        "the one you meant, and check it again: one mistake often causes many messages.",
};

const struct code E104 = {
    .name = "E104",
    .severity = SEVERITY_ERROR,
    .title = "Not UTF-8",
    .explanation =
        "The file has bytes that are not UTF-8 text. Save it again from your editor with the "
        "encoding UTF-8. In Excel choose `CSV UTF-8 (comma delimited)` as the type of a table, "
        "in LibreOffice the character set `Unicode (UTF-8)`.",
};

const struct code E105 = {
    .name = "E105",
    .severity = SEVERITY_ERROR,
    .title = "Reserved or control character",
    .explanation =
        "The file holds a character that text may not hold: a control character, or one from the "
        "private use planes that councilbrief keeps for itself. It usually comes from copying out "
        "of a PDF. Delete it and type the text by hand.",
};

const struct code W401 = {
    .name = "W401",
    .severity = SEVERITY_WARNING,
    .title = "Character that cannot be seen",
    .explanation =
        "The text holds a character without any width, such as a zero-width space or a soft hyphen "
        "out of a web page or a PDF. It is left out where the text is printed, so words that it "
        "kept apart would run together. Delete it, or write a space.",
    .wrong = "    text: Every\u200Bchild is seen\n",
    .right = "    text: Every child is seen\n",
};

const struct code E425 = {
    .name = "E425",
    .severity = SEVERITY_ERROR,
    .title = "Character that is not what it seems",
    .explanation =
        "The text holds a character that stands for something that was lost on the way (U+FFFD), "
        "that only one program knows, such as Word's own bullets, or that turns the order of what "
        "follows. A reader would see something else than you. Delete it and type the text by hand.",
    .wrong = "    text: The council\uFFFDs plan\n",
    .right = "    text: The council\u2019s plan\n",
};

const struct code *const diag_codes[] = {&W101, &E104, &E105, &W401, &E425, NULL};
