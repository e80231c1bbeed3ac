"""The specifications of tests/extremes: one council's records, few or many, long, undated or alike.

Each extreme is a function that gives a whole specification as a dictionary; JSON is YAML too.
"""

AS_AT = "2026-03-20"
GRADES = ["inadequate", "requires_improvement", "good", "outstanding"]
PLACE = "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochau"  # 60 letters
COUNCIL = "Bournemouth, Christchurch and Poole"
ADDRESS = ("https://www.bcpcouncil.example.gov.uk/" + "children-and-families/" * 11).ljust(300, "x")
PICTURE = "picture.png"  # beside the specification


OFFICER = {"name": "Priya Shah", "role": "Head of quality assurance", "phone": "01632 960001",
           "email": "priya.shah@example.gov.uk"}
SHEET = {"body": "Children’s Services Committee", "meeting_date": "2026-04-14", "item": "8",
         "report_number": "CS/26/04", "report_of": "Director of children’s services",
         "portfolio_holder": "Chair of the committee", "contact_officer": OFFICER, "wards": "All",
         "key_decision": "no", "decision_type": "noting", "classification": "public"}


def paper(title, council, sheet=None, **records):
    """`sheet`: what the front sheet says, besides the title and the day."""
    spec = {"briefing": {"title": title, "as_at": AS_AT, **(sheet or {})}, "council": council}
    spec.update({name: items for name, items in records.items() if items})
    return spec


def month(i, first=2013, start=11, step=2):
    """The month `i` steps after the first one, as YYYY-MM."""
    months = first * 12 + start - 1 + i * step
    return f"{months // 12}-{months % 12 + 1:02d}"


def framework_of(day):
    if day < "2018-01":
        return "SIF", ["help_protection", "cla_permanence", "adoption", "care_leavers", "leadership"]
    if day < "2023-01":
        return "ILACS_2018", ["leaders", "help_protection", "in_care_and_care_leavers"]
    return "ILACS_2023", ["leaders", "help_protection", "in_care", "care_leavers"]


def inspection(i, day, grade):
    """A full inspection in the month of `day`, with every judgement at `grade`."""
    framework, judgements = framework_of(day)
    return {"id": f"I{i + 1}", "framework": framework, "kind": "full",
            "fieldwork": f"{day}-02/{day}-13", "published": f"{day}-27", "overall": grade,
            "judgements": {name: grade for name in judgements},
            "how_known": "The report has the 26th; the list of reports has the 27th",
            "findings": [{"text": "Plans are clear", "polarity": "positive"}],
            "source": f"S{i + 1}"}


def visit(i, day):
    framework = "MONITORING" if day < "2018-01" else "ILACS_FOCUSED"
    kind = "monitoring_visit" if framework == "MONITORING" else "focused_visit"
    return {"id": f"I{i + 1}", "framework": framework, "kind": kind, "fieldwork": f"{day}-02",
            "published": f"{day}-20", "source": f"S{i + 1}"}


def source(i, day):
    return {"id": f"S{i + 1}", "title": f"Report number {i + 1}", "publisher": "Exampleshire News",
            "published": f"{day}-28", "url": f"https://news.example.org/reports/{i + 1}/",
            "kind": "news"}


def intervention(i, day, until):
    kinds = ["letter", "adviser", "board", "notice", "direction", "commissioner"]
    made = {"id": f"D{i + 1}", "kind": kinds[(i + 3) % 6], "by": "Department for Education",
            "issued": f"{day}-28", "ended": f"{until}-28", "ended_how": "lifted",
            "ended_by": "Department for Education",
            "requirements": [{"text": "Send a plan every month", "due": f"{until}-01",
                              "status": "complete"}],
            "source": f"S{i + 1}"}
    if made["kind"] == "letter":  # it has no end
        made = {name: value for name, value in made.items() if not name.startswith("ended")}
    return made


def leader(i, day):
    events = ["appointed", "stood_down", "interim", "vacant"]
    made = {"role": "Director of children’s services", "event": events[i % 4],
            "date": f"{day}-28", "source": f"S{i + 1}"}
    if made["event"] != "vacant":
        made["person"] = f"Person Number{i + 1}"
    return made


def money(i, day):
    return {"amount": i + 1.5, "unit": "million", "status": ["promised", "approved"][i % 2],
            "years": 4, "purpose": f"to do the work numbered {i + 1}", "by": "the Cabinet",
            "date": f"{day}-28", "source": f"S{i + 1}"}


def action(i, day):
    status = ["planned", "in_progress", "complete", "overdue"][i % 4]
    rag = ["green", "amber", "blue", "red"][i % 4]
    due = "2026-01-31" if status == "overdue" else f"{day}-28" if status == "complete" else "2026-09-30"
    return {"id": f"A{i + 1}", "text": f"Do the work numbered {i + 1}", "status": status, "rag": rag,
            "owner": "Director of children’s services", "due": due, "answers": f"R{i + 1}",
            "evidence": "Minutes of the board", "source": f"S{i + 1}"}


def homes(i, day):
    return {"kind": f"children’s homes of area {i + 1}", "total": 9, "date": day,
            "ratings": [{"grades": ["good", "outstanding"], "count": 8},
                        {"grades": ["requires_improvement"], "count": 1}],
            "source": f"S{i + 1}"}


def claim(i, day):
    return {"kind": "other", "what": f"the count numbered {i + 1}", "wording": "more than before",
            "by": "Exampleshire News", "date": f"{day}-28", "source": f"S{i + 1}"}


def correction(i, day):
    return {"of": f"I{i + 1}", "field": "published", "was": f"{day}-26", "why": "The list of reports has the day after",
            "found": f"{day}-28", "source": f"S{i + 1}"}


def withdrawal(i, day):
    return {"of": f"X{i + 1}", "what": f"An action numbered {i + 1}", "why": "It was another council’s",
            "found": f"{day}-28", "source": f"S{i + 1}"}


def comparator(i, day):
    return {"name": f"Muster {i + 1}", "why": "Ofsted names it beside this council", "neighbour": "yes",
            "framework": framework_of(day)[0], "published": f"{day}-27",
            "overall": GRADES[i % 4], "source": f"S{i + 1}"}


def words(i, day):
    """The records that are mostly words."""
    cited = {"source": f"S{i + 1}"}
    return {
        "complaints": {"period": day, "stage": ["stage_1", "stage_2", "ombudsman"][i % 3], "received": 45 + i,
                       "on_time": 38, "upheld": i % 20, "learned": "Families are told at once", **cited},
        "voices": {"who": f"Care leavers of group {i + 1}", "asked": 120, "count": i, "date": day,
                   "said": ["They want one worker", "They wait"], "changed": ["A number for the night"], **cited},
        "priorities": {"text": f"Priority numbered {i + 1}", "date": f"{day}-28", **cited},
        "reviews": {"reviewer": "LGA", "status": "complete", "date": f"{day}-14",
                    "questions": [f"Who answers for area {i + 1}?"], "purpose": "to see progress", **cited},
        "developments": {"kind": "decision", "body": "Cabinet", "date": f"{day}-26",
                         "text": f"Decision numbered {i + 1}",
                         "findings": [{"text": "Records were kept poorly", "polarity": "negative"}],
                         "options": [{"text": "Begin anew", "chosen": "no", "reason": "It takes too long"}],
                         **cited},
        "recommendations": {"id": f"R{i + 1}", "text": f"Do what is numbered {i + 1}", "by": "Ofsted",
                            "response": ["accepted", "partly"][i % 2], "owner": "The director",
                            "status": ["complete", "in_progress"][i % 2], "due": "2026-09-30", **cited},
        "milestones": {"id": f"M{i + 1}", "theme": f"Theme {i % 3 + 1}", "text": f"Reach point {i + 1}",
                       "planned": "2026-09-30", "rag": ["green", "amber"][i % 2],
                       "impact_rag": "red", "progress": "Two of three teams", "impact": "Shorter waits",
                       "actions": f"A{i + 1}", **cited},
        "deadlines": {"what": f"Report numbered {i + 1}", "due": "2026-05-01", **cited},
        "risks": {"text": f"Risk numbered {i + 1}", "raised_by": "Ofsted",
                  "likelihood": i % 5 + 1, "impact": 5, "likelihood_after": 1, "impact_after": 5,
                  "owner": "The director", "mitigation": "A joint team looks every week", **cited},
        "events": {"text": f"Event numbered {i + 1}", "date": f"{day}-28", **cited},
        "quotes": {"id": f"Q{i + 1}", "text": f"This is the saying numbered {i + 1}",
                   "speaker": f"Speaker Number{i + 1}", "role": "lead member", "date": f"{day}-28",
                   **cited},
        "conflicts": {"about": f"Point numbered {i + 1}", "says": ["It was five", "It was six"],
                      "used": "five", "why": "The letter says so", **cited},
        "questions": {"text": f"How many posts are vacant in area {i + 1}?",
                      "why": "Ofsted found caseloads too high", "to": "The director", **cited},
        "figures": {"section": "summary", "file": PICTURE, "alt": "A grey square.", "width": 20,
                    "caption": f"Figure of area {i + 1}", **cited},
        "glossary": {"term": f"Term{i + 1}", "meaning": f"What is meant by the term numbered {i + 1}"},
    }


UNITS = ["percent", "count", "per_10000", "days", "pounds", "ratio"]
# One that is tiny, one that is huge, one below nought, and an ordinary one; by unit.
SIZES = {"percent": ["0.01", "100", "0", "61.4"], "count": ["0", "999999999999", "1", "1393"],
         "per_10000": ["0.5", "10000", "62", "68"], "days": ["1", "36500", "0", "42"],
         "pounds": ["0.01", "123456789012", "-1200.5", "4518000"], "ratio": ["0.000001", "104000", "-3.5", "14.8"]}


def measured(i, day):
    """An indicator with none, one or many values, of which some are missing and the last is forecast."""
    unit, years = UNITS[i % 6], (i * 5) % 12
    values = [{"period": f"{2026 - years + k}-03-31"} | (
        {"status": "missing", "reason": "not published: too few children"} if k % 5 == 3 else
        {"value": SIZES[unit][(i // 6 + k) % 4 if i % 2 else i // 6 % 4], "status": "forecast" if k + 1 == years and k else "actual"})
        for k in range(years)]
    made = {"id": f"N{i + 1}", "name": f"Indicator numbered {i + 1}", "unit": unit, "values": values,
            "better": ["higher", "lower", "neither"][i % 3], "source": f"S{i + 1}"}
    if i % 4:
        made["group"] = ["Workforce", "Front door", "Care"][i % 3]
    if i % 3 < 2:
        made |= {"target": {"value": SIZES[unit][3], "set_by": "Cabinet"}, "tolerance": "2"}
    if i % 2:
        made["compare"] = [{"with": name, "value": SIZES[unit][3], "period": "2025-03-31"}
                           for name in ("england", "region", "Norfolk", "Suffolk")]
    return made


def audit(i, day):
    made = {"period": day, "by": "team managers", "source": f"S{i + 1}"}
    if i % 5 != 4:
        made |= {"count": 40 + i, "ratings": [{"grades": ["good", "outstanding"], "count": i % 30},
                                              {"grades": ["inadequate"], "count": 10}],
                 "moderated": 12, "changed": 3, "learned": "Plans do not say by when"}
    return made


def records(days, grade_of=lambda i: GRADES[(i // 2) % 4]):
    """One record of every kind for each day; every other inspection is a visit where there are many."""
    last = len(days) - 1
    made = {
        "sources": [source(i, day) for i, day in enumerate(days)],
        "inspections": [visit(i, day) if i % 2 and last > 9 and day >= "2016"
                        else inspection(i, day, grade_of(i)) for i, day in enumerate(days)],
        "interventions": [intervention(i, day, days[min(i + 3, last)] if i < last else "2026-01")
                          for i, day in enumerate(days)],
        "leadership": [leader(i, day) for i, day in enumerate(days)],
        "funding": [money(i, day) for i, day in enumerate(days)],
        "actions": [action(i, day) for i, day in enumerate(days)],
        "provision": [homes(i, day) for i, day in enumerate(days)],
        "claims": [claim(i, day) for i, day in enumerate(days)],
        "corrections": [correction(i, day) for i, day in enumerate(days)],
        "withdrawn": [withdrawal(i, day) for i, day in enumerate(days)],
        "comparators": [comparator(i, day) for i, day in enumerate(days)],
        "indicators": [measured(i, day) for i, day in enumerate(days)],
        "audits": [audit(i, day) for i, day in enumerate(days)],
    }
    for i, day in enumerate(days):
        for name, record in words(i, day).items():
            made.setdefault(name, []).append(record)
    return made


SHIRE = {"name": "Exampleshire County Council", "short_name": "Exampleshire", "type": "county"}


def none():
    return paper("Nothing is known", {"name": "Exampleshire County Council"})


def one():
    return paper("One of everything", SHIRE, {"body": SHEET["body"]}, **records([month(30)]))


def sixty():
    return paper("Sixty of everything", SHIRE, SHEET, **records([month(i) for i in range(60)]))


PROSE = ("title", "text", "what", "why", "purpose", "owner", "by", "to", "evidence", "about",
         "publisher", "meaning", "caption", "reviewer", "role", "wording", "says", "term",
         "raised_by", "used", "definition", "set_by", "reason", "frequency", "group", "progress",
         "impact", "mitigation", "theme")
PEOPLE = ("person", "speaker", "name")


def lengthened(value, text, person, key=""):
    """Every text that is not an id, a date or a word becomes long; lists and records likewise."""
    if isinstance(value, list):
        return [lengthened(item, text, person, key) for item in value]
    if isinstance(value, dict):
        return {name: lengthened(item, text, person, name) for name, item in value.items()}
    if key == "url":
        return ADDRESS
    return person if key in PEOPLE else text if key in PROSE and isinstance(value, str) else value


def wordy(days, text, person):
    council = {"name": f"{COUNCIL} Council", "short_name": COUNCIL, "type": "unitary"}
    made = {name: lengthened(items, text, person) for name, items in records(days).items()}
    for item in made["provision"]:
        item["kind"] = text
    for item in made["quotes"] + made["leadership"]:
        item["organisation"] = COUNCIL
    for item in made["figures"]:
        item["alt"] = text + "."
    for item in made["funding"]:
        item["amount"] = 1234567.89
    sheet = {**lengthened(SHEET, text, person), "body": text, "report_of": text,
             "report_number": "CS/" * 20 + "26", "wards": f"{text}, " * 3}
    return paper(text, council, sheet, **made)


def long():
    return wordy(["2016-05", "2021-05", "2024-05"],
                 "Telecommunications and the county-wide, multi-agency safeguarding-partnership "
                 "arrangements for misunderstood interdepartmental responsibilities",
                 "Councillor Wolfeschlegelsteinhausen-Featherstonehaugh")


def place():
    """A word that is as wide as the page: in large print, no table can take it."""
    return wordy(["2024-05"], f"The village of {PLACE}", f"Councillor {PLACE}-Featherstonehaugh")


DATES = [None, "2015~", "2014/..", "../2016", "2015-spring?", "2016-03/2018-09"]
DATED = ("published", "fieldwork", "issued", "ended", "date", "due", "updated")


def undated(value, date):
    """Every date in a record becomes `date`; without one, its key is left out."""
    if isinstance(value, list):
        return [undated(item, date) for item in value]
    if not isinstance(value, dict):
        return value
    kept = {name: date if name in DATED else undated(item, date) for name, item in value.items()}
    return {name: item for name, item in kept.items() if item is not None}


def unknown():
    made = records([month(i, 2014, 1, 3) for i in range(len(DATES))])
    for name, items in made.items():
        made[name] = [undated(item, date) for item, date in zip(items, DATES)]
    for i, item in enumerate(made["inspections"]):
        item.pop("overall" if i % 2 else "judgements", None)
    sheet = {**SHEET, "meeting_date": "2026-04~"}
    return paper("No day is known", SHIRE, sheet, **made)


def equal():
    made = records(["2014-06", "2017-06", "2021-06", "2025-06"], lambda i: "good")
    for item in made["funding"]:
        item.update(amount=5, status="promised")
    for item in made["actions"]:
        item.update(status="complete", rag="blue", due="2025-06-28")
    for item in made["comparators"]:
        item["overall"] = "good"
    for item in made["provision"]:
        item["ratings"] = [{"grades": ["good"], "count": 9}]
    return paper("All alike", SHIRE, SHEET, **made)


# How many councils of a table have each grade, and whether this one is the last of them.
COUNTS = {"none": None, "one": (0, 0, 0, 1), "sixty": (14, 15, 15, 16), "long": (90, 50, 12, 1),
          "place": (1, 50, 102, 0), "unknown": (3, 2, 2, 3), "equal": (0, 40, 0, 0)}


def all_councils(extreme, spec):
    """The specification with its council in a table, and the table: one inspection a council."""
    lines = ["code,council,region,framework,from,to,published,overall,leaders,help,joint,care,leavers"]
    grades = [grade for grade, count in zip(reversed(GRADES), COUNTS[extreme] or ())
              for _ in range(count)]
    for i, grade in enumerate(grades):
        own = i + 1 == len(grades) and extreme != "unknown"
        name = spec["council"]["name"] if own else f"Muster {i + 1}"
        lines.append(f'E{i + 1:08},"{name}",North West,ILACS_2023,2024-03-04,2024-03-15,2024-05-13,'
                     f"{grade},{grade},{grade},,{grade},{grade}")
    council = {**spec["council"], "ons_code": f"E{len(grades) if extreme != 'unknown' else 99:08}"}
    compared = {**spec, "council": council}
    for records in ("inspections", "corrections", "withdrawn"):  # the others speak of the first
        compared.pop(records, None)
    if grades:
        take = "comparison" if extreme == "unknown" else None
        compared["tables"] = [{"file": f"{extreme}.csv", "mapping": "all",
                               **({"take": take} if take else {})}]
    return compared, "\n".join(lines) + "\n"


EXTREMES = {"none": none, "one": one, "sixty": sixty, "long": long, "place": place,
            "unknown": unknown, "equal": equal}
