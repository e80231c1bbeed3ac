/* Codes of doc/: Markdown and components. */
#include "doc/doc_codes.h"

#include <stddef.h>

const struct code E401 = {
    .name = "E401",
    .severity = SEVERITY_ERROR,
    .title = "HTML in the text",
    .explanation =
        "The text holds something that looks like an HTML tag or comment. Briefings are written in "
        "Markdown alone: **strong**, *emphasis*, lists, tables and links. Delete the tag; write a "
        "comment of a template as {# ... #}. To print a less-than sign, write a backslash before "
        "it.",
    .wrong = "Line one<br>line two\n",
    .right = "Line one\\\n"
             "line two\n",
};

const struct code E402 = {
    .name = "E402",
    .severity = SEVERITY_ERROR,
    .title = "Picture in the text",
    .explanation =
        "Pictures cannot be put into the text with Markdown, because they would have no tested "
        "alternative text. List the picture under `figures` in the specification, with its "
        "alternative text, or use the component `figure` in the template.",
    .wrong = "![A chart](chart.png)\n",
    .right = "The chart shows a rise.\n",
};

const struct code W402 = {
    .name = "W402",
    .severity = SEVERITY_WARNING,
    .title = "Short row of a table",
    .explanation =
        "A row has fewer cells than its table; those that are missing are printed empty. A line "
        "of text directly below a table becomes a row of it: leave a blank line between the two.",
    .wrong = "| Elm House | 4 |\n"
             "Both are full.\n",
    .right = "| Elm House | 4 |\n"
             "\n"
             "Both are full.\n",
};

const struct code E403 = {
    .name = "E403",
    .severity = SEVERITY_ERROR,
    .title = "Link address not accepted",
    .explanation =
        "A link must lead to a full address that starts with https://, http:// or mailto: and has "
        "no spaces. Addresses of files on your own computer, and addresses without their "
        "beginning, would lead nowhere for readers.",
    .wrong = "[The report](report.pdf)\n",
    .right = "[The report](https://www.gov.uk/report)\n",
};

const struct code W403 = {
    .name = "W403",
    .severity = SEVERITY_WARNING,
    .title = "Line that looks like a list or a heading",
    .explanation =
        "A line begins with a sign such as a bullet, a number or a #, but it is part of a "
        "paragraph and printed within it. An item of a list begins with a hyphen or a number and a "
        "space, a heading with one or more # and a space, and a blank line stands before the "
        "first of them.",
    .wrong = "\u2022 Reduce caseloads\n",
    .right = "- Reduce caseloads\n",
};

const struct code E404 = {
    .name = "E404",
    .severity = SEVERITY_ERROR,
    .title = "Unknown character name",
    .explanation =
        "The text holds a name between & and ; that stands for no character we know. Type the "
        "character itself. To print an ampersand before a word that ends in a semicolon, write "
        "&amp; for it.",
    .wrong = "Fish &chips; peas\n",
    .right = "Fish &amp;chips; peas\n",
};

const struct code W404 = {
    .name = "W404",
    .severity = SEVERITY_WARNING,
    .title = "Numbers of a list that do not rise",
    .explanation =
        "The items of a list are printed with the numbers that were written where these rise from "
        "one to the next. Here they do not, and the items are counted from the first.",
    .wrong = "2. Reduce caseloads\n"
             "1. Review plans\n",
    .right = "1. Reduce caseloads\n"
             "2. Review plans\n",
};

const struct code E405 = {
    .name = "E405",
    .severity = SEVERITY_ERROR,
    .title = "Nested too deeply",
    .explanation =
        "Lists, quotations or emphasis stand inside one another more than 32 times. A reader can "
        "follow three levels at most; look for indentation or asterisks that went wrong.",
    .wrong = ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> too deep\n",
    .right = "> One quotation is enough.\n",
};

const struct code E406 = {
    .name = "E406",
    .severity = SEVERITY_ERROR,
    .title = "Code block",
    .explanation =
        "A block between lines of three backticks must name a component after the opening "
        "backticks, such as judgements. Blocks of program code are not part of a briefing.",
    .wrong = "```\n"
             "int main(void);\n"
             "```\n",
    .right = "No program code.\n",
};

const struct code E407 = {
    .name = "E407",
    .severity = SEVERITY_ERROR,
    .title = "Unknown component",
    .explanation =
        "The word after the opening backticks names no component. Check its spelling against the "
        "list of components in the reference page.",
    .wrong = "```judgement\n"
             "```\n",
    .right = "```judgements\n"
             "```\n",
};

const struct code E408 = {
    .name = "E408",
    .severity = SEVERITY_ERROR,
    .title = "Not inside a list or a quotation",
    .explanation =
        "Headings and components stand on their own, never inside a list or a quotation, because "
        "readers who move from heading to heading would lose their place. Take the spaces, the "
        "hyphen or the > at the start of the line away and leave a blank line before it.",
    .wrong = "- ## Ofsted\n",
    .right = "## Ofsted\n"
             "\n"
             "What Ofsted found.\n",
};

const struct code W408 = {
    .name = "W408",
    .severity = SEVERITY_WARNING,
    .title = "Table without rows",
    .explanation =
        "A table has a head and nothing below it. Write its rows, or leave it out; in a template, "
        "put it into {% if ... %}.",
    .wrong = "| Home | Beds |\n"
             "| --- | --- |\n",
    .right = "| Home | Beds |\n"
             "| --- | --- |\n"
             "| Elm House | 4 |\n",
};

const struct code E409 = {
    .name = "E409",
    .severity = SEVERITY_ERROR,
    .title = "Words behind a component's name",
    .explanation =
        "Only the component's name may stand behind the opening backticks. Its options go into the "
        "lines below, one a line, such as `caption: How Ofsted judged us`.",
    .wrong = "```judgements caption: How Ofsted judged us\n"
             "```\n",
    .right = "```judgements\n"
             "caption: How Ofsted judged us\n"
             "```\n",
};

const struct code E410 = {
    .name = "E410",
    .severity = SEVERITY_ERROR,
    .title = "No title at the beginning",
    .explanation =
        "The first heading of a briefing is its title and must be of level 1: one # and a space. "
        "Screen readers and the list of contents start from it.",
    .wrong = "## {{ briefing.title }}\n",
    .right = "# {{ briefing.title }}\n",
};

const struct code W410 = {
    .name = "W410",
    .severity = SEVERITY_WARNING,
    .title = "Paper that is too long for its length",
    .explanation =
        "A short paper has two pages and 700 words, a standard one six pages and 2,200 words; the "
        "full "
        "one has no such bounds. What an officer wrote is never cut, so the longest texts are "
        "named: "
        "shorten them, or leave the detail to the full paper. Nothing is said where no text has 80 "
        "words or more: then it is the template that is long.",
};

const struct code E411 = {
    .name = "E411",
    .severity = SEVERITY_ERROR,
    .title = "Second heading of level 1",
    .explanation =
        "A briefing has one heading of level 1, its title. Sections have level 2 (##), the parts "
        "of a section level 3 (###).",
    .wrong = "# Inspections\n",
    .right = "## Inspections\n",
};

const struct code E412 = {
    .name = "E412",
    .severity = SEVERITY_ERROR,
    .title = "Heading skips a level",
    .explanation =
        "A heading may be one level below the heading before it, not more: after ## comes ## or "
        "###. Readers who move by headings would look for a part that is not there. Levels say "
        "what belongs to what; they are not a way to choose a size.",
    .wrong = "#### Findings\n",
    .right = "### Findings\n",
};

const struct code E413 = {
    .name = "E413",
    .severity = SEVERITY_ERROR,
    .title = "Empty heading",
    .explanation =
        "A heading has no words, or only a value that is empty. Write what the section is about, "
        "or leave the heading out when there is nothing to say: {% if ... %}.",
    .wrong = "## \n"
             "\n"
             "Text.\n",
    .right = "## Findings\n"
             "\n"
             "Text.\n",
};

const struct code E414 = {
    .name = "E414",
    .severity = SEVERITY_ERROR,
    .title = "Table column without a heading",
    .explanation =
        "Every column of a table needs words in its first row. A screen reader says them before "
        "each cell of the column; without them a reader cannot tell what a figure is.",
    .wrong = "| Year | |\n"
             "| --- | --- |\n"
             "| 2018 | 4 |\n",
    .right = "| Year | Homes |\n"
             "| --- | --- |\n"
             "| 2018 | 4 |\n",
};

const struct code E415 = {
    .name = "E415",
    .severity = SEVERITY_ERROR,
    .title = "Table that is not recognised",
    .explanation =
        "This looks like the line between the head and the body of a table, but it stands in a "
        "paragraph. Leave a blank line before the table, and give every row as many columns as its "
        "head has.",
    .wrong = "The homes:\n"
             "| Year | Homes |\n"
             "| --- | --- | --- |\n"
             "| 2018 | 4 |\n",
    .right = "The homes:\n"
             "\n"
             "| Year | Homes |\n"
             "| --- | --- |\n"
             "| 2018 | 4 |\n",
};

const struct code E416 = {
    .name = "E416",
    .severity = SEVERITY_ERROR,
    .title = "Component option not possible",
    .explanation =
        "The option of the component has a value that cannot be used, for example a number out of "
        "range or a word that stands for nothing. The message says which are possible.",
    .wrong = "```contents\n"
             "depth: 9\n"
             "```\n"
             "\n"
             "## Ofsted\n"
             "\n"
             "What Ofsted found.\n",
    .right = "```contents\n"
             "depth: 2\n"
             "```\n"
             "\n"
             "## Ofsted\n"
             "\n"
             "What Ofsted found.\n",
};

const struct code E417 = {
    .name = "E417",
    .severity = SEVERITY_ERROR,
    .title = "Source note inside a link",
    .explanation =
        "A source note such as [2] is a link itself, to the entry in the list of sources. It "
        "cannot stand inside another link. Put it behind the link.",
    .wrong = "[It was good {{ inspection | cite }}](https://www.gov.uk/)\n",
    .right = "[It was good](https://www.gov.uk/)\n",
};

const struct code E418 = {
    .name = "E418",
    .severity = SEVERITY_ERROR,
    .title = "Link without words",
    .explanation =
        "A link has no words to click on or to be read aloud. Write between the square brackets "
        "what it leads to, in words that make sense on their own.",
    .wrong = "[](https://www.gov.uk/report)\n",
    .right = "[The report](https://www.gov.uk/report)\n",
};

const struct code E419 = {
    .name = "E419",
    .severity = SEVERITY_ERROR,
    .title = "Text cannot be read",
    .explanation =
        "The Markdown of this briefing could not be taken apart, because the machine ran out of "
        "memory while doing so. Close other programs and try again.",
};

const struct code E420 = {
    .name = "E420",
    .severity = SEVERITY_ERROR,
    .title = "Not a language code",
    .explanation =
        "Words in another language are written as [words](lang:code), so that a screen reader "
        "changes its voice. The code is cy for Welsh, pl for Polish, fr for French; the name of "
        "the language will not do.",
    .wrong = "[Diolch](lang:w)\n",
    .right = "[Diolch](lang:cy)\n",
};

const struct code W420 = {
    .name = "W420",
    .severity = SEVERITY_WARNING,
    .title = "Old component",
    .explanation =
        "The template names a component by the name that it had before, or one whose place another "
        "has taken: `judgements` says what the tiles of `at-a-glance` said. The paper is made; the "
        "next version will refuse the old one. Write the new one.",
    .wrong = "```ratings-table\n",
    .right = "```judgements\n",
};

const struct code E421 = {
    .name = "E421",
    .severity = SEVERITY_ERROR,
    .title = "Mark of another kind of Markdown",
    .explanation =
        "The text has a mark that other programs read, such as a footnote [^1], a box to tick [ ], "
        "==highlighted== words or a ::: box. A briefing has none of these, and the mark would be "
        "printed as it stands. Say it in words, or write a backslash before a sign that is meant "
        "to be printed.",
    .wrong = "The plan was agreed.[^1]\n",
    .right = "The plan was agreed (minutes of 13 June).\n",
};

const struct code E422 = {
    .name = "E422",
    .severity = SEVERITY_ERROR,
    .title = "Text that would not be printed",
    .explanation =
        "Something that was written would vanish: a cell beyond the last column of a table, a head "
        "with more columns than the line of hyphens below it, or a line of the form [word]: word, "
        "which gives a link its address and is not printed. Write it where it can be read.",
    .wrong = "| Home | Beds |\n"
             "| --- | --- |\n"
             "| Elm House | 4 | Closed |\n",
    .right = "| Home | Beds | Remarks |\n"
             "| --- | --- | --- |\n"
             "| Elm House | 4 | Closed |\n",
};

const struct code E424 = {
    .name = "E424",
    .severity = SEVERITY_ERROR,
    .title = "Block that is never closed",
    .explanation =
        "A line of three backticks opens a block, and no line of three backticks closes it. All "
        "that follows would be taken for a part of the block. Write the closing line, or delete "
        "the opening one.",
    .wrong = "```judgements\n",
    .right = "```judgements\n"
             "```\n",
};

const struct code E552 = {
    .name = "E552",
    .severity = SEVERITY_ERROR,
    .title = "Paper parted in the wrong place",
    .explanation =
        "A template says with a block `page-one-ends` where its first page ends, and with a block "
        "`annexes` where the evidence begins. Each may stand once, behind the title, and the "
        "first page ends before the annexes.",
    .wrong = "```annexes\n```\n\n```page-one-ends\n```\n",
    .right = "```page-one-ends\n```\n\n```annexes\n```\n",
};

const struct code *const doc_codes[] = {&E401, &E402, &W402, &E403, &W403, &E404, &W404, &E405,
                                        &E406, &E407, &E408, &W408, &E409, &E410, &W410, &E411,
                                        &E412, &E413, &E414, &E415, &E416, &E417, &E418, &E419,
                                        &E420, &W420, &E421, &E422, &E424, &E552, NULL};
