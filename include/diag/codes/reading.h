/* Codes 1xx: reading files and YAML. */
#ifndef COUNCILBRIEF_DIAG_CODES_READING_H
#define COUNCILBRIEF_DIAG_CODES_READING_H

#define CODES_READING(X)                                                                           \
    X(E101, SEVERITY_FAILURE, "File cannot be read",                                               \
      "The file does not exist, or you may not read it. Check the spelling of its name, the "      \
      "folder you are in, and its permissions.")                                                   \
    X(E102, SEVERITY_FAILURE, "Not a file",                                                        \
      "A file was expected and this is a folder or a device. To build every specification in a "   \
      "folder, name the folder on the command line.")                                              \
    X(E103, SEVERITY_ERROR, "File too large",                                                      \
      "Specifications and templates may have up to 1 MiB, tables up to 16 MiB. A file larger "     \
      "than that is nearly always the wrong file. Split it, or check what you named.")             \
    X(E104, SEVERITY_ERROR, "Not UTF-8",                                                           \
      "The file has bytes that are not UTF-8 text. Save it again from your editor with the "       \
      "encoding UTF-8. In Excel choose `CSV UTF-8 (comma delimited)` as the type of a table, "     \
      "in LibreOffice the character set `Unicode (UTF-8)`.")                                       \
    X(E105, SEVERITY_ERROR, "Reserved or control character",                                       \
      "The file holds a character that text may not hold: a control character, or one from the "   \
      "private use planes that councilbrief keeps for itself. It usually comes from copying out "  \
      "of a PDF. Delete it and type the text by hand.")                                            \
    X(E106, SEVERITY_ERROR, "File is empty",                                                       \
      "There is nothing in the file, or nothing but comments. Start from a specification that "    \
      "works, such as one of those in the folder inputs.")                                         \
    X(E110, SEVERITY_ERROR, "Not valid YAML",                                                      \
      "The file does not follow the rules of YAML at this place. Common causes are a missing "     \
      "quotation mark, a colon inside a text that has no quotation marks around it, a tab used "   \
      "to indent, and items that do not line up.")                                                 \
    X(E111, SEVERITY_ERROR, "Nested too deeply",                                                   \
      "Lists and maps stand inside one another more than 64 times. No specification needs more "   \
      "than six; look for brackets or indentation that went wrong.")                               \
    X(E112, SEVERITY_ERROR, "Anchor or alias",                                                     \
      "YAML's anchors (&name) and aliases (*name) are not accepted, because a file can grow "      \
      "without bound through them. Write the text out at each place.")                             \
    X(E113, SEVERITY_ERROR, "Key given twice",                                                     \
      "The same key stands twice in one map, so one of the two would be lost. Keep the right "     \
      "one and delete the other.")                                                                 \
    X(E114, SEVERITY_ERROR, "More than one document",                                              \
      "The file holds a second YAML document, after a line of three hyphens. Put each "            \
      "specification in a file of its own.")                                                       \
    X(E115, SEVERITY_ERROR, "YAML tag",                                                            \
      "YAML's tags (!name) are not accepted: a field's type comes from the specification "         \
      "format. Delete the tag.")                                                                   \
    X(E116, SEVERITY_ERROR, "Too many values",                                                     \
      "The file holds more than 200,000 values. Check that it is the file you meant.")             \
    X(E117, SEVERITY_ERROR, "Key is not text",                                                     \
      "A key must be a plain word. Here a list or a map stands in the place of a key.")            \
    X(E121, SEVERITY_ERROR, "Row of another length",                                               \
      "A row of the table has more or fewer cells than the first row has names, so that nobody "   \
      "can tell which cell is which. Most often a cell holds a comma and has no quotation "        \
      "marks around it, or the row was cut short.")                                                \
    X(E122, SEVERITY_ERROR, "Quotation mark never closed",                                         \
      "A cell of the table begins with a quotation mark and the file ends before there is "        \
      "another. Close it in front of the next comma. A quotation mark that belongs to the text "   \
      "is written twice.")                                                                         \
    X(E123, SEVERITY_ERROR, "Quotation mark inside a cell",                                        \
      "In a table in CSV a cell stands in quotation marks from its first character to its "        \
      "last, or has none. Put the whole cell in quotation marks and write those that belong to "   \
      "the text twice; a spreadsheet does so when it saves the table.")                            \
    X(E124, SEVERITY_ERROR, "Columns not told apart",                                              \
      "The first row of a table names its columns. A name is missing there or stands twice, so "   \
      "that nobody can tell which column is meant.")                                               \
    X(E125, SEVERITY_ERROR, "Too many columns",                                                    \
      "A table may have up to 1,000 columns. Check that it is the file you meant, and that its "   \
      "lines end where its rows do.")                                                              \
    X(E126, SEVERITY_ERROR, "Cells not told apart by commas",                                      \
      "A table is read with commas between its cells. Where Windows is set to a country that "     \
      "writes decimals with a comma, spreadsheets put semicolons there instead. Save the table "   \
      "as `CSV UTF-8 (comma delimited)`, or choose the comma as the field delimiter.")             \
    X(W101, SEVERITY_WARNING, "Too many faults to list",                                           \
      "More faults were found than are listed. Mend those that are, or check that the file is "    \
      "the one you meant, and check it again: one mistake often causes many messages.")

#endif
