/* Examples of the codes 4xx: Markdown and components. */
#include "diag/examples/rooms.h"

#include <stddef.h>

const struct example doc_examples[] = {
    {E401, "Line one<br>line two\n",
     "Line one\\\n"
     "line two\n"},
    {E402, "![A chart](chart.png)\n", "The chart shows a rise.\n"},
    {E403, "[The report](report.pdf)\n", "[The report](https://www.gov.uk/report)\n"},
    {E404, "Fish &chips; peas\n", "Fish &amp;chips; peas\n"},
    {E405, ">>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>>> too deep\n", "> One quotation is enough.\n"},
    {E406,
     "```\n"
     "int main(void);\n"
     "```\n",
     "No program code.\n"},
    {E407,
     "```rating-table\n"
     "```\n",
     "```ratings-table\n"
     "```\n"},
    {E408, "- ## Ofsted\n",
     "## Ofsted\n"
     "\n"
     "What Ofsted found.\n"},
    {E409,
     "```ratings-table caption: How Ofsted judged us\n"
     "```\n",
     "```ratings-table\n"
     "caption: How Ofsted judged us\n"
     "```\n"},
    {E410, "## {{ briefing.title }}\n", "# {{ briefing.title }}\n"},
    {E411, "# Inspections\n", "## Inspections\n"},
    {E412, "#### Findings\n", "### Findings\n"},
    {E413,
     "## \n"
     "\n"
     "Text.\n",
     "## Findings\n"
     "\n"
     "Text.\n"},
    {E414,
     "| Year | |\n"
     "| --- | --- |\n"
     "| 2018 | 4 |\n",
     "| Year | Homes |\n"
     "| --- | --- |\n"
     "| 2018 | 4 |\n"},
    {E415,
     "The homes:\n"
     "| Year | Homes |\n"
     "| --- | --- | --- |\n"
     "| 2018 | 4 |\n",
     "The homes:\n"
     "\n"
     "| Year | Homes |\n"
     "| --- | --- |\n"
     "| 2018 | 4 |\n"},
    {E416,
     "```contents\n"
     "depth: 9\n"
     "```\n"
     "\n"
     "## Ofsted\n"
     "\n"
     "What Ofsted found.\n",
     "```contents\n"
     "depth: 2\n"
     "```\n"
     "\n"
     "## Ofsted\n"
     "\n"
     "What Ofsted found.\n"},
    {E417, "[It was good {{ inspection | cite }}](https://www.gov.uk/)\n",
     "[It was good](https://www.gov.uk/)\n"},
    {E418, "[](https://www.gov.uk/report)\n", "[The report](https://www.gov.uk/report)\n"},
    {E420, "[Diolch](lang:w)\n", "[Diolch](lang:cy)\n"},
    {E421, "The plan was agreed.[^1]\n", "The plan was agreed (minutes of 13 June).\n"},
    {E422,
     "| Home | Beds |\n"
     "| --- | --- |\n"
     "| Elm House | 4 | Closed |\n",
     "| Home | Beds | Remarks |\n"
     "| --- | --- | --- |\n"
     "| Elm House | 4 | Closed |\n"},
    {E424, "```ratings-table\n",
     "```ratings-table\n"
     "```\n"},
    {E425, "    text: The council\uFFFDs plan\n", "    text: The council\u2019s plan\n"},
    {W401, "    text: Every\u200Bchild is seen\n", "    text: Every child is seen\n"},
    {W402,
     "| Elm House | 4 |\n"
     "Both are full.\n",
     "| Elm House | 4 |\n"
     "\n"
     "Both are full.\n"},
    {W403, "\u2022 Reduce caseloads\n", "- Reduce caseloads\n"},
    {W404,
     "2. Reduce caseloads\n"
     "1. Review plans\n",
     "1. Reduce caseloads\n"
     "2. Review plans\n"},
    {W405, "    text: The plan was **not** agreed\n", "    text: The plan was not agreed\n"},
    {W406, "    text: \u201CThe plan was agreed\u201D\n", "    text: The plan was agreed\n"},
    {W407, "    url: www.example.gov.uk/plan\n", "    url: https://www.example.gov.uk/plan\n"},
    {W408,
     "| Home | Beds |\n"
     "| --- | --- |\n",
     "| Home | Beds |\n"
     "| --- | --- |\n"
     "| Elm House | 4 |\n"},
    {.wrong = NULL},
};
