/* Codes of files/: reading and writing files. */
#include "files/files_codes.h"

#include <stddef.h>

const struct code E101 = {
    .name = "E101",
    .severity = SEVERITY_FAILURE,
    .title = "File cannot be read",
    .explanation =
        "The file does not exist, or you may not read it. Check the spelling of its name, the "
        "folder you are in, and its permissions.",
};

const struct code E102 = {
    .name = "E102",
    .severity = SEVERITY_FAILURE,
    .title = "Not a file",
    .explanation =
        "A file was expected and this is a folder or a device. To build every specification in a "
        "folder, name the folder on the command line.",
};

const struct code E103 = {
    .name = "E103",
    .severity = SEVERITY_ERROR,
    .title = "File too large",
    .explanation =
        "Specifications and templates may have up to 1 MiB, tables and facts up to 64 MiB. A file "
        "larger than that is nearly always the wrong file. Split it, or check what you named.",
};

const struct code E106 = {
    .name = "E106",
    .severity = SEVERITY_ERROR,
    .title = "File is empty",
    .explanation =
        "There is nothing in the file, or nothing but comments. Start from a specification that "
        "works, such as one of those in the folder inputs.",
};

const struct code E121 = {
    .name = "E121",
    .severity = SEVERITY_ERROR,
    .title = "Row of another length",
    .explanation =
        "A row of the table has more or fewer cells than the first row has names, so that nobody "
        "can tell which cell is which. Most often a cell holds a comma and has no quotation "
        "marks around it, or the row was cut short.",
};

const struct code E122 = {
    .name = "E122",
    .severity = SEVERITY_ERROR,
    .title = "Quotation mark never closed",
    .explanation =
        "A cell of the table begins with a quotation mark and the file ends before there is "
        "another. Close it in front of the next comma. A quotation mark that belongs to the text "
        "is written twice.",
};

const struct code E123 = {
    .name = "E123",
    .severity = SEVERITY_ERROR,
    .title = "Quotation mark inside a cell",
    .explanation =
        "In a table in CSV a cell stands in quotation marks from its first character to its "
        "last, or has none. Put the whole cell in quotation marks and write those that belong to "
        "the text twice; a spreadsheet does so when it saves the table.",
};

const struct code E124 = {
    .name = "E124",
    .severity = SEVERITY_ERROR,
    .title = "Columns not told apart",
    .explanation =
        "The first row of a table names its columns. A name is missing there or stands twice, so "
        "that nobody can tell which column is meant.",
};

const struct code E125 = {
    .name = "E125",
    .severity = SEVERITY_ERROR,
    .title = "Too many columns",
    .explanation =
        "A table may have up to 1,000 columns. Check that it is the file you meant, and that its "
        "lines end where its rows do.",
};

const struct code E126 = {
    .name = "E126",
    .severity = SEVERITY_ERROR,
    .title = "Cells not told apart by commas",
    .explanation =
        "A table is read with commas between its cells. Where Windows is set to a country that "
        "writes decimals with a comma, spreadsheets put semicolons there instead. Save the table "
        "as `CSV UTF-8 (comma delimited)`, or choose the comma as the field delimiter.",
};

const struct code E274 = {
    .name = "E274",
    .severity = SEVERITY_ERROR,
    .title = "No row with the names of the columns",
    .explanation =
        "A mapping says which columns it reads, and the row that holds most of their names is "
        "taken "
        "for the one that names all; titles may stand above it. Here none of the first rows holds "
        "any. The row was deleted, its names were changed, or the table is of another kind.",
};

const struct code E330 = {
    .name = "E330",
    .severity = SEVERITY_ERROR,
    .title = "Data that is not JSON",
    .explanation =
        "A facts file, and the file named with --data, holds one map of JSON in braces: keys and "
        "texts in double quotation marks, numbers, true, false, null, lists in brackets. The "
        "message points at the place where that ends to be so.",
};

const struct code E901 = {
    .name = "E901",
    .severity = SEVERITY_FAILURE,
    .title = "Output cannot be written",
    .explanation =
        "The briefing could not be written to the output folder: it may be read-only or the disk "
        "may be full. An older briefing of that name is still there, untouched.",
};

const struct code E904 = {
    .name = "E904",
    .severity = SEVERITY_FAILURE,
    .title = "No templates",
    .explanation =
        "The folder with the templates and frameworks was not found. councilbrief looks for a "
        "folder named templates where it is started, then where it was installed. Start it in the "
        "project's folder, or name the folder with --templates.",
};

const struct code E905 = {
    .name = "E905",
    .severity = SEVERITY_ERROR,
    .title = "Not the name of a template",
    .explanation =
        "A template is named by its folder in the folder templates: letters, digits, hyphens and "
        "underscores, without a path. The one that comes with councilbrief is called briefing.",
    .wrong = "  template: templates/briefing\n",
    .right = "  template: briefing\n",
};

const struct code E912 = {
    .name = "E912",
    .severity = SEVERITY_ERROR,
    .title = "No such theme",
    .explanation =
        "A theme is named by its file in the folder templates/themes, without the ending .yaml and "
        "without a path: letters, digits, hyphens and underscores. Correct the name, or put the "
        "theme there; docs/themes.md says how to make one.",
    .wrong = "  theme: planing\n",
    .right = "  theme: plain\n",
};

const struct code E931 = {
    .name = "E931",
    .severity = SEVERITY_FAILURE,
    .title = "Something else stands where a file is to be written",
    .explanation =
        "The name of a file to be written belongs to a link, a folder, a device or a pipe. Nothing "
        "is put in its place. Name a plain file, or remove what is there.",
};

const struct code E932 = {
    .name = "E932",
    .severity = SEVERITY_ERROR,
    .title = "A link out of the project",
    .explanation =
        "This file is a link, or lies behind one, and leads out of the project: out of the folder "
        "in which councilbrief was started, or of the specification's own when that lies "
        "elsewhere. "
        "Such a file is not read. Put the file itself into the project. If all files of the "
        "project lie together in another place, such as a shared drive, name that folder with "
        "--project.",
};

const struct code E127 = {
    .name = "E127",
    .severity = SEVERITY_ERROR,
    .title = "Unknown length",
    .explanation =
        "The file template.yaml of a template lists the lengths in which it can be made. There are "
        "four: one (page one alone), short (two pages), standard (the usual paper) and full (with "
        "its annexes). Each stands there once.",
};

const struct code E128 = {
    .name = "E128",
    .severity = SEVERITY_ERROR,
    .title = "Length that the template does not have",
    .explanation =
        "The specification (`length` under `briefing`) or --length asks for a length, and the "
        "template is not made for it. What a template has stands in its file template.yaml; one "
        "without that file has the standard length alone.",
    .wrong = "  length: short\n",
    .right = "  length: standard\n",
};

const struct code E129 = {
    .name = "E129",
    .severity = SEVERITY_ERROR,
    .title = "Usual length that is not listed",
    .explanation = "In a template's file template.yaml, `default` is the length that is made where "
                   "nobody asks "
                   "for another. It must be one of those under `lengths`.",
};

const struct code E343 = {
    .name = "E343",
    .severity = SEVERITY_ERROR,
    .title = "Template that expects what there is not",
    .explanation =
        "In a template's file template.yaml, `expects` lists keys of `briefing` without which "
        "a paper of its kind is not complete. A word there is no such key.",
};

const struct code W350 = {
    .name = "W350",
    .severity = SEVERITY_WARNING,
    .title = "Missing from a paper of this kind",
    .explanation = "The template lists, under `expects` in its file template.yaml, what a paper of "
                   "its kind must "
                   "say: a report to a committee names the meeting, whose report it is and whom "
                   "members may ask, "
                   "and gives options, reasons, consultation and implications. Add what is "
                   "missing; where there "
                   "is nothing to say, say that yourself: the paper never says so for you.",
};

const struct code E950 = {
    .name = "E950",
    .severity = SEVERITY_ERROR,
    .title = "A file and a folder",
    .explanation =
        "`councilbrief changes` compares two facts files, the issue before and this one, or two "
        "folders of facts files. Of a file and a folder nobody can say which belong together.",
};

const struct code E951 = {
    .name = "E951",
    .severity = SEVERITY_ERROR,
    .title = "No facts in the folder",
    .explanation =
        "A folder of facts was named and it holds no file that ends in .facts.json. Folders inside "
        "it are not searched. `councilbrief build` writes the facts of each specification beside "
        "its PDF; `councilbrief build --to facts -o issues/2026-10 inputs` writes them alone. "
        "Where no "
        "issue came before, leave --since out.",
};

const struct code E953 = {
    .name = "E953",
    .severity = SEVERITY_ERROR,
    .title = "Not a facts file",
    .explanation =
        "The file is JSON, and not what `councilbrief build` writes as facts: a key is missing "
        "that each has, or a value is of another kind. Facts are not edited by hand: correct the "
        "specification and build it again. `councilbrief schema facts` prints what a facts file "
        "holds.",
};

const struct code E954 = {
    .name = "E954",
    .severity = SEVERITY_ERROR,
    .title = "Facts of another format",
    .explanation =
        "The number under `format` is not the one that this program reads. Facts with a higher "
        "number were written by a later version: use that one, or one that is later still. Facts "
        "with a lower number can be written again from their specification.",
};

const struct code W950 = {
    .name = "W950",
    .severity = SEVERITY_WARNING,
    .title = "The issue before is the later one",
    .explanation =
        "The first facts file is of a later day than the second. They are compared as they were "
        "named, so what is told as withdrawn or as less exact may be what was learnt since. Name "
        "the earlier issue first.",
};

const struct code W951 = {
    .name = "W951",
    .severity = SEVERITY_WARNING,
    .title = "Facts under another name",
    .explanation =
        "Facts files of two folders are matched by their names. This one has no counterpart, but "
        "a file of the same council under another name has none either, and the two are "
        "compared. `councilbrief build --since` goes by the name alone: keep the name of a "
        "specification from issue to issue.",
};

const struct code W966 = {
    .name = "W966",
    .severity = SEVERITY_WARNING,
    .title = "Several facts of one council",
    .explanation =
        "Facts files of two folders are matched by their names. This one has no counterpart, and "
        "the other folder has facts of the same council under another name, which may be those of "
        "another draft. Nobody can say which belong together, so this one is compared with none: "
        "that a council is told as a first issue, or as no longer there, is then not true of the "
        "council. Keep one file of each council in a folder, under the same name from issue to "
        "issue, or compare two files by naming them.",
};

const struct code E968 = {
    .name = "E968",
    .severity = SEVERITY_ERROR,
    .title = "A file that would be written over",
    .explanation =
        "An option names a file to write to (--summary, --deps, or -o of `changes`), and what the "
        "run reads or makes stands there, or the two options name one file. Most often the name "
        "was "
        "forgotten, so that the next word of the command line, a specification, was taken for it. "
        "Nothing was done. Name a file of its own, such as summary.md.",
};

const struct code *const files_codes[] = {&E101, &E102, &E103, &E106, &E121, &E122, &E123, &E124,
                                          &E125, &E126, &E127, &E128, &E129, &E343, &W350, &E274,
                                          &E330, &E901, &E904, &E905, &E912, &E931, &E932, &E950,
                                          &E951, &E953, &E954, &W950, &W951, &W966, &E968, NULL};
