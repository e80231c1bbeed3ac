/* Codes 4xx: Markdown and components. */
#ifndef COUNCILBRIEF_DIAG_CODES_DOC_H
#define COUNCILBRIEF_DIAG_CODES_DOC_H

#define CODES_DOC(X)                                                                               \
    X(E401, SEVERITY_ERROR, "HTML in the text",                                                    \
      "The text holds something that looks like an HTML tag or comment. Briefings are written in " \
      "Markdown alone: **strong**, *emphasis*, lists, tables and links. Delete the tag; write a "  \
      "comment of a template as {# ... #}. To print a less-than sign, write a backslash before "   \
      "it.")                                                                                       \
    X(E402, SEVERITY_ERROR, "Picture in the text",                                                 \
      "Pictures cannot be put into the text with Markdown, because they would have no tested "     \
      "alternative text. List the picture under `figures` in the specification, with its "         \
      "alternative text, or use the component `figure` in the template.")                          \
    X(E403, SEVERITY_ERROR, "Link address not accepted",                                           \
      "A link must lead to a full address that starts with https://, http:// or mailto: and has "  \
      "no spaces. Addresses of files on your own computer, and addresses without their "           \
      "beginning, would lead nowhere for readers.")                                                \
    X(E404, SEVERITY_ERROR, "Unknown character name",                                              \
      "The text holds a name between & and ; that stands for no character we know. Type the "      \
      "character itself. To print an ampersand before a word that ends in a semicolon, write "     \
      "&amp; for it.")                                                                             \
    X(E405, SEVERITY_ERROR, "Nested too deeply",                                                   \
      "Lists, quotations or emphasis stand inside one another more than 32 times. A reader can "   \
      "follow three levels at most; look for indentation or asterisks that went wrong.")           \
    X(E406, SEVERITY_ERROR, "Code block",                                                          \
      "A block between lines of three backticks must name a component after the opening "          \
      "backticks, such as ratings-table. Blocks of program code are not part of a briefing.")      \
    X(E407, SEVERITY_ERROR, "Unknown component",                                                   \
      "The word after the opening backticks names no component. Check its spelling against the "   \
      "list of components in the reference page.")                                                 \
    X(E408, SEVERITY_ERROR, "Not inside a list or a quotation",                                    \
      "Headings and components stand on their own, never inside a list or a quotation, because "   \
      "readers who move from heading to heading would lose their place. Take the spaces, the "     \
      "hyphen or the > at the start of the line away and leave a blank line before it.")           \
    X(E409, SEVERITY_ERROR, "Words behind a component's name",                                     \
      "Only the component's name may stand behind the opening backticks. Its options go into the " \
      "lines below, one a line, such as `caption: How Ofsted judged us`.")                         \
    X(E410, SEVERITY_ERROR, "No title at the beginning",                                           \
      "The first heading of a briefing is its title and must be of level 1: one # and a space. "   \
      "Screen readers and the list of contents start from it.")                                    \
    X(E411, SEVERITY_ERROR, "Second heading of level 1",                                           \
      "A briefing has one heading of level 1, its title. Sections have level 2 (##), the parts "   \
      "of a section level 3 (###).")                                                               \
    X(E412, SEVERITY_ERROR, "Heading skips a level",                                               \
      "A heading may be one level below the heading before it, not more: after ## comes ## or "    \
      "###. Readers who move by headings would look for a part that is not there. Levels say "     \
      "what belongs to what; they are not a way to choose a size.")                                \
    X(E413, SEVERITY_ERROR, "Empty heading",                                                       \
      "A heading has no words, or only a value that is empty. Write what the section is about, "   \
      "or leave the heading out when there is nothing to say: {% if ... %}.")                      \
    X(E414, SEVERITY_ERROR, "Table column without a heading",                                      \
      "Every column of a table needs words in its first row. A screen reader says them before "    \
      "each cell of the column; without them a reader cannot tell what a figure is.")              \
    X(E415, SEVERITY_ERROR, "Table that is not recognised",                                        \
      "This looks like the line between the head and the body of a table, but it stands in a "     \
      "paragraph. Leave a blank line before the table, and give every row as many columns as its " \
      "head has.")                                                                                 \
    X(E416, SEVERITY_ERROR, "Component option not possible",                                       \
      "The option of the component has a value that cannot be used, for example a number out of "  \
      "range or a word that stands for nothing. The message says which are possible.")             \
    X(E417, SEVERITY_ERROR, "Source note inside a link",                                           \
      "A source note such as [2] is a link itself, to the entry in the list of sources. It "       \
      "cannot stand inside another link. Put it behind the link.")                                 \
    X(E418, SEVERITY_ERROR, "Link without words",                                                  \
      "A link has no words to click on or to be read aloud. Write between the square brackets "    \
      "what it leads to, in words that make sense on their own.")                                  \
    X(E419, SEVERITY_ERROR, "Text cannot be read",                                                 \
      "The Markdown of this briefing could not be taken apart, because the machine ran out of "    \
      "memory while doing so. Close other programs and try again.")                                \
    X(E420, SEVERITY_ERROR, "Not a language code",                                                 \
      "Words in another language are written as [words](lang:code), so that a screen reader "      \
      "changes its voice. The code is cy for Welsh, pl for Polish, fr for French; the name of "    \
      "the language will not do.")                                                                 \
    X(E421, SEVERITY_ERROR, "Mark of another kind of Markdown",                                    \
      "The text has a mark that other programs read, such as a footnote [^1], a box to tick [ ], " \
      "==highlighted== words or a ::: box. A briefing has none of these, and the mark would be "   \
      "printed as it stands. Say it in words, or write a backslash before a sign that is meant "   \
      "to be printed.")                                                                            \
    X(E422, SEVERITY_ERROR, "Text that would not be printed",                                      \
      "Something that was written would vanish: a cell beyond the last column of a table, a head " \
      "with more columns than the line of hyphens below it, or a line of the form [word]: word, "  \
      "which gives a link its address and is not printed. Write it where it can be read.")         \
    X(E424, SEVERITY_ERROR, "Block that is never closed",                                          \
      "A line of three backticks opens a block, and no line of three backticks closes it. All "    \
      "that follows would be taken for a part of the block. Write the closing line, or delete "    \
      "the opening one.")                                                                          \
    X(E425, SEVERITY_ERROR, "Character that is not what it seems",                                 \
      "The text holds a character that stands for something that was lost on the way (U+FFFD), "   \
      "that only one program knows, such as Word's own bullets, or that turns the order of what "  \
      "follows. A reader would see something else than you. Delete it and type the text by hand.") \
    X(W401, SEVERITY_WARNING, "Character that cannot be seen",                                     \
      "The text holds a character without any width, such as a zero-width space or a soft hyphen " \
      "out of a web page or a PDF. It is left out where the text is printed, so words that it "    \
      "kept apart would run together. Delete it, or write a space.")                               \
    X(W402, SEVERITY_WARNING, "Short row of a table",                                              \
      "A row has fewer cells than its table; those that are missing are printed empty. A line "    \
      "of text directly below a table becomes a row of it: leave a blank line between the two.")   \
    X(W403, SEVERITY_WARNING, "Line that looks like a list or a heading",                          \
      "A line begins with a sign such as a bullet, a number or a #, but it is part of a "          \
      "paragraph and printed within it. An item of a list begins with a hyphen or a number and a " \
      "space, a heading with one or more # and a space, and a blank line stands before the "       \
      "first of them.")                                                                            \
    X(W404, SEVERITY_WARNING, "Numbers of a list that do not rise",                                \
      "The items of a list are printed with the numbers that were written where these rise from "  \
      "one to the next. Here they do not, and the items are counted from the first.")              \
    X(W405, SEVERITY_WARNING, "Marks in a plain text",                                             \
      "This text is printed letter by letter: asterisks, links of Markdown, tags and names of "    \
      "characters such as &nbsp; are not read in it, and a reader would see them. Only texts "     \
      "that "                                                                                      \
      "the reference calls Markdown, such as those under `narrative`, are read so.")               \
    X(W406, SEVERITY_WARNING, "Curly quotation marks around a text",                               \
      "Curly quotation marks are letters like others and are printed. To quote a text of a "       \
      "specification, so that it may hold a colon or a #, use straight ones.")                     \
    X(W407, SEVERITY_WARNING, "Address that cannot be a link",                                     \
      "The address of a source does not begin with https:// or http://, or has a space in it. It " \
      "is printed as text in the list of sources, but nobody can follow it.")                      \
    X(W408, SEVERITY_WARNING, "Table without rows",                                                \
      "A table has a head and nothing below it. Write its rows, or leave it out; in a template, "  \
      "put it into {% if ... %}.")

#endif
