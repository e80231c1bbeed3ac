/* Codes of brief/: what a briefing is made of, and its tables. */
#include "brief/brief_codes.h"

#include <stddef.h>

const struct code E233 = {
    .name = "E233",
    .severity = SEVERITY_ERROR,
    .title = "Fault in the file of frameworks",
    .explanation =
        "The file that describes the inspection frameworks contradicts itself: a name is "
        "used twice, or names something that is nowhere, or a period ends before it begins. "
        "The comment at the top of the file says how an entry is written.",
    .wrong = "    grades: [outstanding, fair]\n",
    .right = "    grades: [outstanding, good]\n",
};

const struct code E236 = {
    .name = "E236",
    .severity = SEVERITY_ERROR,
    .title = "Fault in the file of bank holidays",
    .explanation =
        "The file of bank holidays contradicts itself: a year or a day is listed twice, a day "
        "stands under another year, or lies at a weekend. Working days are counted with it, so a "
        "fault there would give a wrong deadline.",
    .wrong = "      - {date: 2025-12-25, name: Christmas Day}\n",
    .right = "      - {date: 2024-12-25, name: Christmas Day}\n",
};

const struct code E238 = {
    .name = "E238",
    .severity = SEVERITY_ERROR,
    .title = "One inspection told in two ways",
    .explanation =
        "Two records are of one body, under one framework, and share the day on which fieldwork "
        "began or that of publication, so they are one inspection. Where they agree they become "
        "one, with the sources of both. Here they do not, and nobody can know which is right: "
        "correct one, or take the inspection from one table alone.",
};

const struct code E250 = {
    .name = "E250",
    .severity = SEVERITY_ERROR,
    .title = "Not one day",
    .explanation =
        "That nothing was found, or that a table is complete, holds up to one day, and the paper "
        "prints it. A month or a year would claim to know days that nobody looked at. Write the "
        "last day for which you know it.",
    .wrong = "    as_at: 2024-06\n",
    .right = "    as_at: 2024-06-14\n",
};

const struct code W255 = {
    .name = "W255",
    .severity = SEVERITY_WARNING,
    .title = "Two days of publication for one inspection",
    .explanation =
        "An inspection stands in two places, and the days of publication differ by up to a week, "
        "as those of Ofsted's list and of its reports do. The first counts. Correct it where it is "
        "wrong.",
};

const struct code E261 = {
    .name = "E261",
    .severity = SEVERITY_ERROR,
    .title = "Table outside the project",
    .explanation =
        "A specification may take records only from tables in its own project: the folder in "
        "which councilbrief was started when the specification lies in it, else the folder of the "
        "specification. Links are followed before that is looked at. Put a copy of the table into "
        "the project, and name it from the folder of the specification, not from the root of the "
        "disk: there it may lie elsewhere on another machine.",
};

const struct code W261 = {
    .name = "W261",
    .severity = SEVERITY_WARNING,
    .title = "No row about this council",
    .explanation =
        "The table has no row with this council's code, so nothing came out of it. Every council "
        "has been inspected, so the code is probably wrong or has changed. A table that is about "
        "one "
        "council alone has no rows at all.",
};

const struct code E262 = {
    .name = "E262",
    .severity = SEVERITY_ERROR,
    .title = "No such table",
    .explanation =
        "There is no file of this name, or it is a folder. A table is named from the folder of the "
        "specification, so that `../data/x.csv` lies in the folder data beside that folder.",
};

const struct code W262 = {
    .name = "W262",
    .severity = SEVERITY_WARNING,
    .title = "Specification and table differ",
    .explanation =
        "A record of the specification has the same id as one from the table, and the two say "
        "different things. What the specification says counts. Find out which is right.",
};

const struct code E263 = {
    .name = "E263",
    .severity = SEVERITY_ERROR,
    .title = "No such column",
    .explanation =
        "The mapping asks for a column that the table does not have. Column names are compared "
        "letter by letter. If the table has changed, change the mapping in templates/tables; if "
        "the table is another kind of table, name its own mapping.",
};

const struct code W263 = {
    .name = "W263",
    .severity = SEVERITY_WARNING,
    .title = "Rows seem to be of another council",
    .explanation =
        "The rows with this council's code name a council whose name has other words. Most often "
        "the code was copied from the specification of that council. Where the names are two of "
        "one council, write the table's as `short_name`.",
};

const struct code E264 = {
    .name = "E264",
    .severity = SEVERITY_ERROR,
    .title = "Mapping not sound",
    .explanation =
        "A mapping says under `records` what a row becomes in each list of the specification; in a "
        "value, `<column>` stands for what a row holds there. Its other keys say which rows are "
        "read (`key`, `council`, `name`, `joint`, `where`, `others`), where the columns are named "
        "(`header`), and how cells are written (`dates`, `missing`, `words`). docs/mappings.md has "
        "them all with examples.",
};

const struct code W264 = {
    .name = "W264",
    .severity = SEVERITY_WARNING,
    .of_all = true,
    .title = "Not printed by this template",
    .explanation =
        "The key is filled, and this template has no place for it, so readers of the paper will "
        "not see what it says. Both templates that come with councilbrief print every key. In a "
        "template of your own, print the key, or use a component that does. What the paper leaves "
        "out on purpose may stay as it is.",
    .wrong = "{% if briefing.purpose is defined %}\n"
             "This paper has a purpose.\n"
             "{% endif %}\n",
    .right = "{% if briefing.purpose is defined %}\n"
             "{{ briefing.purpose | markdown }}\n"
             "{% endif %}\n",
};

const struct code E265 = {
    .name = "E265",
    .severity = SEVERITY_ERROR,
    .title = "No such mapping",
    .explanation = "A mapping says which records the rows of a table become. Mappings are files in "
                   "templates/tables; a specification names one without its folder and its ending.",
};

const struct code E266 = {
    .name = "E266",
    .severity = SEVERITY_ERROR,
    .title = "Rows of no council",
    .explanation =
        "The rows about this council are found by one of its codes, and the specification does "
        "not say it. Write the code under `council`, or say in `value` what the rows hold.",
};

const struct code E268 = {
    .name = "E268",
    .severity = SEVERITY_ERROR,
    .title = "Table named twice",
    .explanation =
        "Two items of `tables` take the same rows by the same mapping, so that every record would "
        "be there twice. Delete one of them. The same table may be named again for other rows, "
        "with another `value`, or with another mapping.",
};

const struct code E269 = {
    .name = "E269",
    .severity = SEVERITY_ERROR,
    .title = "Rows of another council",
    .explanation =
        "`value` asks for rows that name another council than the specification. If this council "
        "took over from that one, name it under `predecessors`; then its rows may be taken. Else "
        "delete `value`, so that the rows are found by the council's own code.",
};

const struct code E270 = {
    .name = "E270",
    .severity = SEVERITY_ERROR,
    .title = "Rows without a code below those of this council",
    .explanation =
        "Below a row of this council stand rows without a code and without a name. Where cells "
        "are merged in a spreadsheet, only the first of them keeps its text when the table is "
        "saved, so that the rows are probably about this council too; left out, the paper would "
        "lack them without a word. Undo the merging and fill in the code. Rows with a name of "
        "their own, such as that of a region, are no concern of this.",
};

const struct code E256 = {
    .name = "E256",
    .severity = SEVERITY_ERROR,
    .title = "File of a later format",
    .explanation =
        "`format` at the top of a specification says for which version of the program it was "
        "written: 1 for all versions that begin with 1. This program does not know what a later "
        "format has, and would leave it out of the paper. Use the program that the number names; "
        "do not change the number.",
    .wrong = "format: 2\n",
    .right = "format: 1\n",
};

const struct code E275 = {
    .name = "E275",
    .severity = SEVERITY_ERROR,
    .title = "No row with a word that the mapping asks for",
    .explanation =
        "Under `where` the mapping says which rows it reads, and no row of the table holds that "
        "word in that column. The publisher has changed the word, or the table is another one. "
        "Capitals, spaces and dashes make no difference.",
};

const struct code E276 = {
    .name = "E276",
    .severity = SEVERITY_ERROR,
    .title = "Table of several councils without a key",
    .explanation =
        "A mapping without `key` reads every row, as of a table that a council keeps of itself. "
        "Here a column holds the codes of several councils, so that one council's paper would have "
        "what is said of the others. Name that column as `key` in the mapping.",
};

const struct code E277 = {
    .name = "E277",
    .severity = SEVERITY_ERROR,
    .title = "Word that a list of the mapping lacks",
    .explanation =
        "The mapping makes ids of the table's words, by a list under `words`, and a cell holds a "
        "word "
        "that stands in none. The publisher has changed or added a word, or the cell is misspelt. "
        "A "
        "record of that word would come into the paper under a name that nobody gave it.",
};

const struct code W278 = {
    .name = "W278",
    .severity = SEVERITY_WARNING,
    .title = "Columns that are not read",
    .explanation =
        "A list that a council keeps itself has columns under names that its mapping does not "
        "know, "
        "so what they hold does not come into the paper. Give the column a name of those under "
        "`optional` in the mapping; add it to the mapping; or delete it from the table.",
};

const struct code W279 = {
    .name = "W279",
    .severity = SEVERITY_WARNING,
    .title = "Nothing for a row to be added to",
    .explanation = "A row adds to a record that another table gives, such as what must improve to "
                   "the inspection "
                   "that found it, and no table before this one has that record, nor the "
                   "specification. Mostly "
                   "one of the two tables is older than the other. The row is left out.",
};

const struct code E386 = {
    .name = "E386",
    .severity = SEVERITY_ERROR,
    .title = "Nothing to compare with",
    .explanation =
        "`take: comparison` compares the council with all others of a table. The mapping says with "
        "`compare` that its tables have all councils, one inspection a row; this one does not.",
};

const struct code W386 = {
    .name = "W386",
    .severity = SEVERITY_WARNING,
    .title = "Not compared: a row cannot be read",
    .explanation =
        "The figures for England, for a region and for neighbours are counted from all rows of a "
        "table. A row that cannot be read, also one about another council, would leave them wrong, "
        "so that nothing is compared until it is mended. Building the specification of that "
        "council "
        "says what is wrong with the row.",
};

const struct code E278 = {
    .name = "E278",
    .severity = SEVERITY_ERROR,
    .title = "No second table",
    .explanation =
        "The mapping looks up what cells of the table hold in a second one, such as the name and "
        "the grade of a neighbour by its number. The specification says which table that is, in "
        "`second` below `mapping`.",
};

const struct code W274 = {
    .name = "W274",
    .severity = SEVERITY_WARNING,
    .title = "Row given twice",
    .explanation =
        "Two rows of the table say the same in every cell, so that one was probably copied. It "
        "counts once. Delete one of them.",
};

const struct code W275 = {
    .name = "W275",
    .severity = SEVERITY_WARNING,
    .title = "Nothing in the second table",
    .explanation =
        "A cell names a council by its number, and the second table has no row with it, so that "
        "what it would say of that council is left out. The number may be wrong, or the second "
        "table older or newer than the first.",
};

const struct code W276 = {
    .name = "W276",
    .severity = SEVERITY_WARNING,
    .title = "Rows with the council's name and another code",
    .explanation =
        "Some rows name this council, and hold another code than its own, so that they are not "
        "read and the paper would have a part of what the table says. Codes change when boundaries "
        "do: Barnsley and Sheffield have two each. Write the code before under `former_codes`. A "
        "council of the same name that is gone is named under `predecessors`, with its code.",
};

const struct code W277 = {
    .name = "W277",
    .severity = SEVERITY_WARNING,
    .title = "Number that is held back",
    .explanation =
        "A cell says that a number is not given, and why, in one of the words that official "
        "statistics have for it, such as `c` for numbers so small that a child could be known. "
        "The record cannot be without that number and is left out; it is never nought.",
};

const struct code *const brief_codes[] = {&E233, &E236, &E238, &E250, &W255, &E256, &E261, &W261,
                                          &E262, &W262, &E263, &W263, &E264, &W264, &E265, &E266,
                                          &E268, &E269, &E270, &E275, &E276, &E277, &E278, &W274,
                                          &W275, &W276, &W277, &W278, &W279, &E386, &W386, NULL};
