/* Examples of the codes 4xx: Markdown and components. */
#include "examples.h"

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
    {.wrong = NULL},
};
