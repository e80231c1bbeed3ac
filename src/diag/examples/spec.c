/* Examples of the codes 2xx: specifications. */
#include "diag/examples/rooms.h"

#include <stddef.h>

const struct example spec_examples[] = {
    {E201, "  shortname: Exampleshire\n", "  short_name: Exampleshire\n"},
    {E202, "  - id: OFSTED-2024\n",
     "  - id: OFSTED-2024\n"
     "    title: Inspection of Exampleshire\n"},
    {E203,
     "  id: OFSTED-2024\n"
     "  title: Inspection of Exampleshire\n",
     "  - id: OFSTED-2024\n"
     "    title: Inspection of Exampleshire\n"},
    {E204, "  type: county council\n", "  type: county\n"},
    {E205, "    fieldwork: 4-15 March 2024\n", "    fieldwork: 2024-03-04/2024-03-15\n"},
    {E206, "  - amount: \302\2431.5m\n",
     "  - amount: 1.5\n"
     "    unit: million\n"},
    {E207, "    source: OFSTED-24\n", "    source: OFSTED-2024\n"},
    {E208,
     "  - id: A1\n"
     "    text: Recruit ten social workers\n"
     "    source: OFSTED-2024\n"
     "  - id: A1\n"
     "    text: Train them\n",
     "  - id: A1\n"
     "    text: Recruit ten social workers\n"
     "    source: OFSTED-2024\n"
     "  - id: A2\n"
     "    text: Train them\n"},
    {E209,
     "derived:\n"
     "  consecutive_inadequate: 2\n",
     "# Figures such as these are computed.\n"},
    {E210, "    overall: satisfying\n", "    overall: good\n"},
    {E211, "    framework: ILACS\n", "    framework: ILACS_2023\n"},
    {E212, "      leadership: good\n", "      leaders: good\n"},
    {E213, "  - id: Action 1\n", "  - id: action-1\n"},
    {E214, "  short_name: \"\"\n", "  short_name: Exampleshire\n"},
    {E220, "    overall: adequate\n", "    overall: good\n"},
    {E222,
     "    overall: good\n"
     "    judgements:\n"
     "      leaders: good\n",
     "    judgements:\n"
     "      leaders: good\n"},
    {E223,
     "    unnamed:\n"
     "      - count: 3\n"
     "        grade: inadequate\n",
     "    unnamed:\n"
     "      - count: 1\n"
     "        grade: inadequate\n"},
    {E224, "    overall: requires_improvement\n", "    overall: inadequate\n"},
    {E225, "    overall: requires_improvement\n", "    overall: good\n"},
    {E226, "    framework: ILACS_2018\n", "    framework: ILACS_2023\n"},
    {E227, "  title: Children\342\200\231s services in Exampleshire\n",
     "  title: Children\342\200\231s services in Exampleshire\n"
     "  as_at: 2024-06-30\n"},
    {E228,
     "    fieldwork: 2024-03-04/2024-03-15\n"
     "    published: 2024-02-13\n",
     "    fieldwork: 2024-03-04/2024-03-15\n"
     "    published: 2024-05-13\n"},
    {E229,
     "    replaces: N2014\n"
     "    source: OFSTED-2024\n"
     "  - id: N2014\n"
     "    kind: direction\n"
     "    by: Department for Education\n"
     "    issued: 2014-10-01\n"
     "    replaces: N2013\n",
     "    source: OFSTED-2024\n"
     "  - id: N2014\n"
     "    kind: direction\n"
     "    by: Department for Education\n"
     "    issued: 2014-10-01\n"
     "    replaces: N2013\n"},
    {E230, "    total: 9\n", "    total: 10\n"},
    {E231, "  classification: exempt\n",
     "  classification: exempt\n"
     "  exempt_paragraphs: [1, 2]\n"},
    {E233, "    grades: [outstanding, fair]\n", "    grades: [outstanding, good]\n"},
    {E234,
     "    judgements:\n"
     "      overall: good\n",
     "    overall: good\n"
     "    judgements:\n"},
    {E235, "    total: -9\n", "    total: 9\n"},
    {E236, "      - {date: 2025-12-25, name: Christmas Day}\n",
     "      - {date: 2024-12-25, name: Christmas Day}\n"},
    {E237, "    of: West Exampleshire Council\n", "    of: West Exampleshire Children’s Trust\n"},
    {E249, "    language: in Welsh\n", "    language: cy\n"},
    {E250, "    as_at: 2024-06\n", "    as_at: 2024-06-14\n"},
    {E253,
     "  - amount: 150.125\n"
     "    unit: pounds\n",
     "  - amount: 150.13\n"
     "    unit: pounds\n"},
    {W201, "  - id: I2024\n",
     "  - id: I2024\n"
     "    framework: ILACS_2023\n"},
    {W220,
     "    published: 2023-05-13\n"
     "    overall: good\n",
     "    fieldwork: 2022-12-05/2022-12-16\n"
     "    published: 2023-05-13\n"
     "    overall: good\n"},
    {W221, "      leaders: inadequate\n", "      leaders: requires_improvement\n"},
    {W222, "    by: Ofsted\n", "    by: Department for Education\n"},
    {W223, "    date_note: in the spring\n", "    published: 2024-spring\n"},
    {W224, "    total: 12\n", "    total: 10\n"},
    {W225,
     "    wording: the third inadequate judgement in a row\n"
     "    value: 3\n",
     "    wording: no inadequate judgement\n"
     "    value: 0\n"},
    {W226,
     "  - id: NEWS-2024\n"
     "    title: A report in the news\n"
     "    publisher: The Example Times\n"
     "    published: 2024-05-14\n"
     "    kind: news\n",
     "# Each source is named by a fact.\n"},
    {W227, "  abolished: 2024-06-01\n",
     "  abolished: 2024-06-01\n"
     "  successors:\n"
     "    - name: North Exampleshire Council\n"},
    {W228, "    fieldwork: 2024-07-01/2024-07-12\n",
     "    fieldwork: 2024-03-04/2024-03-15\n"
     "    published: 2024-05-13\n"},
    {W271, "  - text: Children\u00E2\u20AC\u2122s plan\n", "  - text: Children\u2019s plan\n"},
    {W267, "  title: Motion #12 on children's services\n",
     "  title: \"Motion #12 on children's services\"\n"},
    {W268,
     "    due: 2025-01-31\n"
     "    revised_due: 2024-11-30\n",
     "    due: 2024-11-30\n"
     "    revised_due: 2025-01-31\n"},
    {W270, "  - amount: -12\n", "  - amount: 12\n"},
    {W229,
     "    status: overdue\n"
     "    due: 2025-01-31\n",
     "    status: planned\n"
     "    due: 2025-01-31\n"},
    {W230, "    fieldwork: 2024-01-04/2024-03-15\n", "    fieldwork: 2024-03-04/2024-03-15\n"},
    {W231,
     "    ended: 2023-05-01\n"
     "    ended_how: replaced\n",
     "    ended: 2023-06-01\n"
     "    ended_how: replaced\n"},
    {W232,
     "    kind: notice\n"
     "    legal_basis: Education Act 1996, section 497A\n",
     "    kind: direction\n"
     "    legal_basis: Education Act 1996, section 497A\n"},
    {W233, "    triggered_by: I2024\n", "    date_note: issued in the summer\n"},
    {W234,
     "    ended: 2023-06-01\n"
     "    ended_how: replaced\n",
     "    ended: 2023-06-01\n"
     "    ended_how: stepped_down\n"},
    {W235, "      report_due: 2024-10-31\n", "      report_due: 2024-09-30\n"},
    {W236, "    date: 2024-06-03\n", "    date: 2024-05-03\n"},
    {W237, "    published: 2024-04-13\n", "    published: 2024-05-13\n"},
    {W238,
     "  - person: Smith\n"
     "    role: Director\n",
     "  - person: John Smith\n"
     "    role: Director\n"},
    {W239,
     "    - kind: human_resources\n"
     "      text: None identified.\n",
     "    - kind: equality\n"
     "      text: None identified.\n"},
    {W240, "      - grades: [good]\n", "      - grades: [requires_improvement]\n"},
    {W241, "    says: [Ofsted says ten]\n", "    says: [Ofsted says ten, the council says nine]\n"},
    {W242, "    kind: monitoring_visit\n", "    kind: full\n"},
    {W243,
     "      - count: 4\n"
     "        grade: good\n",
     "      - count: 3\n"
     "        grade: good\n"},
    {W244, "  la_code: 9261\n", "  la_code: 926\n"},
    {W245, "  meeting_date: 2024-06-03\n", "  meeting_date: 2024-07-03\n"},
    {W246, "    fieldwork: 2023-09-04/2023-09-15\n",
     "    fieldwork: 2023-09-04/2023-09-15\n"
     "    kind: review\n"},
    {W247, "    value: 20\n", "    value: 12\n"},
    {W248, "    overall: requires_improvement\n", "    overall: inadequate\n"},
    {W249, "    years: 5\n", "    years: 3\n"},
    {W250,
     "  - year: 2023\n"
     "    holidays: [{date: 2023-08-28, name: Summer bank holiday}]\n",
     "  - year: 2024\n"
     "    holidays: [{date: 2024-08-26, name: Summer bank holiday}]\n"},
    {W251, "      leaders: outstanding\n", "      leaders: good\n"},
    {W252, "    date: 2023-05-09\n", "    date: 2024-05-09\n"},
    {W253, "    of: Exampleshire County Counsil\n", "    of: Exampleshire County Council\n"},
    {W254, "    scope: Children’s services\n",
     "    note: All of children’s services was inspected\n"},
    {W264,
     "{% if briefing.purpose is defined %}\n"
     "This paper has a purpose.\n"
     "{% endif %}\n",
     "{% if briefing.purpose is defined %}\n"
     "{{ briefing.purpose | markdown }}\n"
     "{% endif %}\n"},
    {W265,
     "    status: in_progress\n"
     "    rag: blue\n",
     "    status: complete\n"
     "    rag: blue\n"},
    {W257, "    issued: 2022-03-01\n", "    issued: 2022-03-01\n    known_open: 2024-06-14\n"},
    {W258, "    by: Ministry of Housing, Communities and Local Government\n",
     "    department: Ministry of Housing, Communities and Local Government\n"},
    {.wrong = NULL},
};
