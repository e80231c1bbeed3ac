/* Codes of data/: YAML, and records made of it. */
#include "data/data_codes.h"

#include <stddef.h>

const struct code E110 = {
    .name = "E110",
    .severity = SEVERITY_ERROR,
    .title = "Not valid YAML",
    .explanation =
        "The file does not follow the rules of YAML at this place. Common causes are a missing "
        "quotation mark, a colon inside a text that has no quotation marks around it, a tab used "
        "to indent, and items that do not line up.",
    .wrong = "  note: Formed in 2009: from two\n",
    .right = "  note: \"Formed in 2009: from two\"\n",
};

const struct code E111 = {
    .name = "E111",
    .severity = SEVERITY_ERROR,
    .title = "Nested too deeply",
    .explanation =
        "Lists and maps stand inside one another more than 64 times. No specification needs more "
        "than six; look for brackets or indentation that went wrong.",
};

const struct code E112 = {
    .name = "E112",
    .severity = SEVERITY_ERROR,
    .title = "Anchor or alias",
    .explanation =
        "YAML's anchors (&name) and aliases (*name) are not accepted, because a file can grow "
        "without bound through them. Write the text out at each place.",
    .wrong = "  short_name: &name Exampleshire\n"
             "  region: *name\n",
    .right = "  short_name: Exampleshire\n"
             "  region: Exampleshire\n",
};

const struct code E113 = {
    .name = "E113",
    .severity = SEVERITY_ERROR,
    .title = "Key given twice",
    .explanation =
        "The same key stands twice in one map, so one of the two would be lost. Keep the right "
        "one and delete the other.",
    .wrong = "  short_name: Exampleshire\n"
             "  short_name: Example\n",
    .right = "  short_name: Exampleshire\n",
};

const struct code E114 = {
    .name = "E114",
    .severity = SEVERITY_ERROR,
    .title = "More than one document",
    .explanation = "The file holds a second YAML document, after a line of three hyphens. Put each "
                   "specification in a file of its own.",
    .wrong = "---\n"
             "briefing:\n"
             "  title: Another briefing\n",
    .right = "# One briefing a file.\n",
};

const struct code E115 = {
    .name = "E115",
    .severity = SEVERITY_ERROR,
    .title = "YAML tag",
    .explanation =
        "YAML's tags (!name) are not accepted: a field's type comes from the specification "
        "format. Delete the tag.",
    .wrong = "  la_code: !text 926\n",
    .right = "  la_code: 926\n",
};

const struct code E116 = {
    .name = "E116",
    .severity = SEVERITY_ERROR,
    .title = "Too many values",
    .explanation = "The file holds more than 200,000 values. Check that it is the file you meant.",
};

const struct code E117 = {
    .name = "E117",
    .severity = SEVERITY_ERROR,
    .title = "Key is not text",
    .explanation = "A key must be a plain word. Here a list or a map stands in the place of a key.",
    .wrong = "  [short name]: Exampleshire\n",
    .right = "  short_name: Exampleshire\n",
};

const struct code E201 = {
    .name = "E201",
    .severity = SEVERITY_ERROR,
    .title = "Unknown key",
    .explanation =
        "The specification format has no such key at this place. It is probably misspelt, or "
        "indented under the wrong record. Keys that nobody reads are refused, because a fact "
        "written under one would silently be missing from the briefing.",
    .wrong = "  shortname: Exampleshire\n",
    .right = "  short_name: Exampleshire\n",
};

const struct code W201 = {
    .name = "W201",
    .severity = SEVERITY_WARNING,
    .title = "Expected field missing",
    .explanation =
        "The record can be used without this field, but most have it and readers will look for it. "
        "Add it if it is known.",
    .wrong = "  - id: I2024\n",
    .right = "  - id: I2024\n"
             "    framework: ILACS_2023\n",
};

const struct code E202 = {
    .name = "E202",
    .severity = SEVERITY_ERROR,
    .title = "Required field missing",
    .explanation =
        "The record cannot be used without this field. Add the key and its value. A key with "
        "nothing behind it counts as left out.",
    .wrong = "  - id: OFSTED-2024\n",
    .right = "  - id: OFSTED-2024\n"
             "    title: Inspection of Exampleshire\n",
};

const struct code E203 = {
    .name = "E203",
    .severity = SEVERITY_ERROR,
    .title = "Wrong kind of value",
    .explanation =
        "A single value, a list or a set of keys was expected, and something else is written. "
        "A list has a line that begins with a hyphen for each item; a record has indented lines "
        "of the form `key: value`.",
    .wrong = "  id: OFSTED-2024\n"
             "  title: Inspection of Exampleshire\n",
    .right = "  - id: OFSTED-2024\n"
             "    title: Inspection of Exampleshire\n",
};

const struct code E204 = {
    .name = "E204",
    .severity = SEVERITY_ERROR,
    .title = "Not one of the words allowed",
    .explanation =
        "This field takes one of a few fixed words, so that it can be counted, sorted and "
        "coloured. Choose the nearest of them, and put any detail into the record's note.",
    .wrong = "  type: county council\n",
    .right = "  type: county\n",
};

const struct code E205 = {
    .name = "E205",
    .severity = SEVERITY_ERROR,
    .title = "Date not understood",
    .explanation =
        "Dates are written with the year first: 2018-01-19 for a day, 2018-01 for a month, "
        "2013-spring for a season, 2018 for a year, 2024-25 for a financial year, 2024-25-Q2 for a "
        "quarter of it, 2017-11-13/2017-11-24 for a period, "
        "../2018-01-22 for no later than, 2014-01-07/.. for no earlier than. Put ? behind a date "
        "of which a part was worked out and not stated, and ~ behind one that is only about right. "
        "Leave the key out when the date is not known.",
    .wrong = "    fieldwork: 4-15 March 2024\n",
    .right = "    fieldwork: 2024-03-04/2024-03-15\n",
};

const struct code E206 = {
    .name = "E206",
    .severity = SEVERITY_ERROR,
    .title = "Number not understood",
    .explanation =
        "Numbers are written in figures alone: no currency sign, no commas between thousands, no "
        "words such as million, and a full stop before decimals (six at most). The unit has a "
        "field of its own.",
    .wrong = "  - amount: \302\2431.5m\n",
    .right = "  - amount: 1.5\n"
             "    unit: million\n",
};

const struct code E207 = {
    .name = "E207",
    .severity = SEVERITY_ERROR,
    .title = "Reference leads nowhere",
    .explanation =
        "The field names a record by its id, and no record of the right kind has that id. Check "
        "the spelling, or add the record.",
    .wrong = "    source: OFSTED-24\n",
    .right = "    source: OFSTED-2024\n",
};

const struct code E208 = {
    .name = "E208",
    .severity = SEVERITY_ERROR,
    .title = "Id used twice",
    .explanation =
        "Two records of one kind have the same id, so a reference to it could mean either. Give "
        "one of them another id and change the references that mean it.",
    .wrong = "  - id: A1\n"
             "    text: Recruit ten social workers\n"
             "    source: OFSTED-2024\n"
             "  - id: A1\n"
             "    text: Train them\n",
    .right = "  - id: A1\n"
             "    text: Recruit ten social workers\n"
             "    source: OFSTED-2024\n"
             "  - id: A2\n"
             "    text: Train them\n",
};

const struct code E209 = {
    .name = "E209",
    .severity = SEVERITY_ERROR,
    .title = "Computed field written",
    .explanation =
        "This field is worked out from the rest of the specification and cannot be set by hand, so "
        "that it always agrees with the facts. Delete the key. If a source states another figure, "
        "record it under `claims`: the briefing then shows both.",
    .wrong = "derived:\n"
             "  consecutive_inadequate: 2\n",
    .right = "# Figures such as these are computed.\n",
};

const struct code E210 = {
    .name = "E210",
    .severity = SEVERITY_ERROR,
    .title = "Unknown grade",
    .explanation =
        "No inspection framework has a grade of this name. Write the grade as Ofsted words it, "
        "such as good or requires_improvement.",
    .wrong = "    overall: satisfying\n",
    .right = "    overall: good\n",
};

const struct code E211 = {
    .name = "E211",
    .severity = SEVERITY_ERROR,
    .title = "Unknown framework",
    .explanation =
        "There is no inspection framework of this name. The framework is chosen by the start of "
        "fieldwork, not by the date of publication; see the list in the reference.",
    .wrong = "    framework: ILACS_2024\n",
    .right = "    framework: ILACS_2023\n",
};

const struct code E213 = {
    .name = "E213",
    .severity = SEVERITY_ERROR,
    .title = "Not an id",
    .explanation = "An id is a short name without spaces: letters, digits, hyphens, full stops and "
                   "underscores, beginning with a letter or a digit, such as ofsted-2018.",
    .wrong = "  - id: Action 1\n",
    .right = "  - id: action-1\n",
};

const struct code E214 = {
    .name = "E214",
    .severity = SEVERITY_ERROR,
    .title = "Empty text",
    .explanation =
        "The quotation marks have nothing between them. Write the text, or leave the key out when "
        "it is not known.",
    .wrong = "  short_name: \"\"\n",
    .right = "  short_name: Exampleshire\n",
};

const struct code W256 = {
    .name = "W256",
    .severity = SEVERITY_WARNING,
    .title = "Key of the format before",
    .explanation =
        "The key has another name since version 1.0 of the format, or its record is an item of a "
        "list now. What is written under the old key is still read, in this version only. "
        "docs/format.md lists what has become of each.",
    .wrong = "    date_note: The letter has no date\n",
    .right = "    how_known: The letter has no date\n",
};

const struct code E259 = {
    .name = "E259",
    .severity = SEVERITY_ERROR,
    .title = "Key beside its old name",
    .explanation =
        "The record has a key of the format before, and the one that it has become, and what "
        "stands under them cannot be joined without knowing what is meant. Put all of it under "
        "the key of today, and delete the old one.",
    .wrong = "    date_note: [The letter has no date]\n",
    .right = "",
};

const struct code W267 = {
    .name = "W267",
    .severity = SEVERITY_WARNING,
    .title = "Text behind a hash sign is left out",
    .explanation =
        "In YAML a `#` behind a space begins a remark, which nobody prints. Remarks mostly have a "
        "space behind their sign; this one has none, so it is probably part of the text: `Motion "
        "#12`. Put the whole text in quotation marks; or put a space behind the sign where it is a "
        "remark.",
    .wrong = "  title: Motion #12 on children's services\n",
    .right = "  title: \"Motion #12 on children's services\"\n",
};

const struct code E271 = {
    .name = "E271",
    .severity = SEVERITY_ERROR,
    .title = "Fault of a formula in a cell",
    .explanation =
        "The cell holds what a spreadsheet writes when a formula of its own fails, or #### where "
        "a column is too narrow. It would be printed as if it were text. Mend the formula and save "
        "the table again, or let the mapping say under `words` that it stands for nothing.",
};

const struct code W271 = {
    .name = "W271",
    .severity = SEVERITY_WARNING,
    .title = "Garbled characters",
    .explanation =
        "The text holds what becomes of an apostrophe, a dash or a letter with an accent when a "
        "file is saved in one encoding and read in another. It would be printed as it stands. "
        "Type the character itself, or save the file or table as UTF-8 anew.",
    .wrong = "  - text: Children\u00E2\u20AC\u2122s plan\n",
    .right = "  - text: Children\u2019s plan\n",
};

const struct code W405 = {
    .name = "W405",
    .severity = SEVERITY_WARNING,
    .title = "Marks in a plain text",
    .explanation =
        "This text is printed letter by letter: asterisks, links of Markdown, tags and names of "
        "characters such as &nbsp; are not read in it, and a reader would see them. Only texts "
        "that "
        "the reference calls Markdown, such as those under `narrative`, are read so.",
    .wrong = "    text: The plan was **not** agreed\n",
    .right = "    text: The plan was not agreed\n",
};

const struct code W406 = {
    .name = "W406",
    .severity = SEVERITY_WARNING,
    .title = "Curly quotation marks around a text",
    .explanation =
        "Curly quotation marks are letters like others and are printed. To quote a text of a "
        "specification, so that it may hold a colon or a #, use straight ones.",
    .wrong = "    text: \u201CThe plan was agreed\u201D\n",
    .right = "    text: The plan was agreed\n",
};

const struct code *const data_codes[] = {&E110, &E111, &E112, &E113, &E114, &E115, &E116, &E117,
                                         &E201, &W201, &E202, &E203, &E204, &E205, &E206, &E207,
                                         &E208, &E209, &E210, &E211, &E213, &E214, &W256, &E259,
                                         &W267, &E271, &W271, &W405, &W406, NULL};
