"""Specifications with so many records of one kind, the same at every run, for the series of growth."""

HEAD = """briefing: {title: Bench, as_at: 2024-06-30%s}
council: {name: Exampleshire County Council, short_name: Exampleshire%s}
"""
SOURCE = "sources:\n- {id: S, title: A report, publisher: Ofsted, published: 2024-01-15, kind: news}\n"


def day(i, first=2004, years=20):
    """A day of some year, never in the order of the numbers."""
    i = i * 7919 % 100003
    return f"{first + i % years}-{1 + i // years % 12:02}-{1 + i // (years * 12) % 28:02}"


def number(i):
    """In two words, of which there are few: how a new word is shaped is no growth."""
    return f"{i // 64} {i % 64}"


# Of each kind: one record of it, as a line of a list.
KINDS = {
    "sources": lambda i: f"{{id: S{i}, title: Report {number(i)}, publisher: Ofsted, published: {day(i)}, "
                         f"kind: news}}",
    "inspections": lambda i: f"{{id: I{i}, framework: ILACS_2023, kind: focused_visit, published: {day(i, 2023, 1)}, "
                             f"source: S}}",
    "interventions": lambda i: f"{{id: N{i}, kind: direction, issued: {day(i)}, source: S}}",
    "leadership": lambda i: f"{{person: Officer {number(i)}, role: Director of children's services, event: appointed, "
                            f"date: {day(i)}, source: S}}",
    "funding": lambda i: f"{{amount: {1 + i % 90}, unit: million, status: approved, purpose: Purpose {number(i)}, "
                         f"date: {day(i)}, source: S}}",
    "actions": lambda i: f"{{id: A{i}, text: Do {number(i)}, due: {day(i, 2023, 2)}, status: planned, "
                         f"source: S}}",
    "priorities": lambda i: f"{{text: Priority {number(i)}, by: The leader, date: {day(i)}, source: S}}",
    "reviews": lambda i: f"{{reviewer: Reviewer {number(i)}, purpose: to assess, date: {day(i)}, status: complete, "
                         f"source: S}}",
    "provision": lambda i: f"{{kind: homes of kind {number(i)}, total: 9, date: 2024-01, ratings: [{{grades: [good], "
                           f"count: 8}}], source: S}}",
    "recommendations": lambda i: f"{{id: R{i}, text: Ensure {number(i)}, by: Ofsted, source: S}}",
    "deadlines": lambda i: f"{{what: Report {number(i)}, who: An officer, due: {day(i, 2023, 2)}, "
                           f"source: S}}",
    "risks": lambda i: f"{{text: Risk {number(i)}, raised_by: The auditor, date: {day(i)}, source: S}}",
    "events": lambda i: f"{{text: Event {number(i)}, who: The board, date: {day(i)}, source: S}}",
    "quotes": lambda i: f"{{id: Q{i}, text: Words {number(i)}, speaker: Speaker {number(i)}, date: {day(i)}, "
                        f"source: S}}",
    "claims": lambda i: f"{{kind: count, what: homes {number(i)}, wording: nine homes {number(i)}, value: {i}, "
                        f"source: S}}",
    "conflicts": lambda i: f"{{about: Number {number(i)}, says: ['S: five', 'T: six'], used: five, why: It is later, "
                           f"source: S}}",
    "comparators": lambda i: f"{{name: Council {number(i)}, why: It is near, neighbour: yes, framework: ILACS_2023, "
                             f"published: {day(i, 2023, 1)}, overall: good, source: S}}",
    "covers": lambda i: f"{{kind: inspections, as_at: {day(i)}, note: those of {number(i)}, source: S}}",
    "questions": lambda i: f"{{text: 'How many of {number(i)}?', why: It was asked, to: The director, "
                           f"source: S}}",
    "narrative": lambda i: f"{{section: background, text: Paragraph {number(i)} of the council.}}",
    "glossary": lambda i: f"{{term: T{i}X, meaning: Meaning of {number(i)}}}",
}
VISIT = """inspections:
- id: I
  framework: ILACS_2023
  kind: focused_visit
  published: 2023-01-10
  source: S
"""
FULL = VISIT.replace("ILACS_2023", "SIF").replace("focused_visit", "full").replace("2023", "2015") + "  overall: good\n"
DIRECTION = "interventions:\n- id: N\n  kind: direction\n  issued: 2019-01-10\n  source: S\n"
REVIEW = "reviews:\n- reviewer: A peer\n  date: 2023-05\n  status: complete\n  source: S\n"


def finding(i):
    return f"{{text: Finding {number(i)}, polarity: positive}}"


# Of each kind that stands in another record: that record up to its list, and one of the list.
NESTED = {
    "findings of an inspection": (VISIT + "  findings:\n", finding),
    "areas of an inspection": (VISIT + "  areas:\n", lambda i: f"{{text: Area {number(i)}, timescale: within a month}}"),
    "bodies of an inspection": (FULL + "  bodies:\n", lambda i: f"{{name: Board {number(i)}, grade: good}}"),
    "requirements of an intervention": (DIRECTION + "  requirements:\n", lambda i:
                                        f"{{text: Comply with {number(i)}, due: {day(i, 2023, 2)}, status: planned}}"),
    "findings of an intervention": (DIRECTION + "  findings:\n", finding),
    "tasks of a commissioner": (DIRECTION + "  commissioner:\n    name: Robin Ash\n    tasks:\n", lambda i:
                                f"{{text: Task {number(i)}, due: {day(i, 2023, 2)}}}"),
    "findings of a review": (REVIEW + "  findings:\n", finding),
}
# Those that lead from one to another of their kind or of another.
def chain(count):
    for i in range(count):
        months = i * 240 // count
        yield f"- {{id: N{i}, kind: direction, issued: {2004 + months // 12}-{1 + months % 12:02}-01, source: S" + (
            f", replaces: N{i - 1}}}\n" if i else "}\n")


def pairs(first, second, count):
    """Half of them of one kind, and half of another that name them."""
    return "".join(f"- {KINDS[first](i)}\n" for i in range(count // 2)), "".join(
        f"- {{{second(i)}, source: S}}\n" for i in range(count // 2))


LINKED = {
    "interventions, each in place of the one before": lambda count: "interventions:\n" + "".join(chain(count)),
    "actions, each on a recommendation": lambda count: BEFORE["recommendations"] + "recommendations:\n%sactions:\n%s" % pairs(
        "recommendations", lambda i: f"text: Do {number(i)}, recommendation: R{i * 7 % (count // 2)}", count),
    "quotes about inspections": lambda count: "inspections:\n%squotes:\n%s" % pairs(
        "inspections", lambda i: f"text: Words {number(i)}, speaker: Someone, about: I{i}", count),
}
def of_predecessors(count):
    """Half of them predecessors, and half inspections, one of each."""
    named = ", ".join(f"{{name: Council {number(i)}, date: 2021-04-01}}" for i in range(count // 2))
    return HEAD % ("", f", predecessors: [{named}]") + SOURCE + "inspections:\n" + "".join(
        f"- {{id: I{i}, framework: SIF, kind: full, published: {day(i, 2014, 4)}, of: Council {number(i)}, overall: good, "
        "source: S}\n" for i in range(count // 2))


# Lists that stand on the front sheet and with the council.
FRONT = {
    "key points": lambda count: HEAD % (f", key_points: [{', '.join(f'Point {number(i)}' for i in range(count))}]", ""),
    "predecessors": lambda count: HEAD % (
        "", f", predecessors: [{', '.join(f'{{name: Council {number(i)}}}' for i in range(count))}]"),
    "inspections, each of another predecessor": of_predecessors,
}
# What the template's headings want above those of the kind.
BEFORE = {
    "recommendations": "inspections:\n- {id: I, framework: ILACS_2023, kind: focused_visit, published: 2024-01-10, source: S}\n",
    "deadlines": "interventions:\n- {id: N, kind: direction, issued: 2019-01-10, source: S}\n",
}


def names():
    return [*KINDS, *NESTED, *LINKED, *FRONT]


def specification(name, count):
    if name in FRONT:
        return FRONT[name](count)
    head = HEAD % ("", "") + (SOURCE if name != "sources" else "")
    if name in LINKED:
        return head + LINKED[name](count)
    if name in NESTED:
        before, one = NESTED[name]
        indent = " " * (len(before.splitlines()[-1]) - len(before.splitlines()[-1].lstrip()))
        return head + before + "".join(f"{indent}- {one(i)}\n" for i in range(count))
    return head + BEFORE.get(name, "") + f"{name}:\n" + "".join(f"- {KINDS[name](i)}\n" for i in range(count))
