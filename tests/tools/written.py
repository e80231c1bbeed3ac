"""Specifications made from the schema that the program prints: a word of its own in every key.

The schema says which records and keys there are, so that a new key is tried from its first day.
"""

import itertools
import json
import subprocess
from datetime import date, timedelta

AS_AT = "2040-01-31"
UNPRINTED = "Never printed; it is for "
# A successor takes over on the day of abolition.
DAY_OF_CHANGE = date(2031, 4, 1)

# What a key holds where the kind of its value does not tell; None: it is left out.
FIXED = {
    ("briefing", "as_at"): AS_AT, ("briefing", "exempt_paragraphs"): [3],
    ("briefing", "template"): None, ("briefing", "theme"): None, ("briefing", "previous"): None,
    ("council", "la_code"): "926", ("council", "ons_code"): "E10000020",
    ("source", "language"): "cy", ("quote", "language"): "cy",
    ("figure", "file"): "picture.png", ("figure", "width"): 60,
    ("inspection", "framework"): "ILACS_2023", ("comparator", "framework"): "ILACS_2023",
    ("comparator", "judgements"): {"leaders": "good"},
    ("inspection", "judgements"): {"leaders": "good"},
    ("unnamed_judgements", "count"): 2, ("judged_body", "judgement"): None,
    ("rating", "grades"): ["good"],
    ("development", "led_to"): "E0", ("review", "about"): "E0",
    ("recommendation", "comes_from"): "I0", ("action", "answers"): "R0",
    ("risk", "actions"): "A0", ("milestone", "actions"): "A0", ("funding", "part_of"): "F0",
    ("intervention", "triggered_by"): "I0", ("intervention", "replaces"): "D0",
    ("correction", "of"): "S0", ("correction", "kind"): "sources", ("correction", "field"): "title",
    ("withdrawal", "of"): "GONE", ("withdrawal", "kind"): "actions",
    ("indicator", "unit"): "count", ("indicator", "decimals"): 1,
}

# Wholes, of which other numbers are parts.
WHOLES = {("provision", "total"): 900000, ("audit", "count"): 900000, ("audit", "moderated"): 500000,
          ("complaint", "received"): 900000, ("complaint", "investigated"): 500000,
          ("voice", "asked"): 900000}

BASE = {
    "briefing": {"title": "Children’s services", "as_at": AS_AT},
    "council": {"name": "Exampleshire County Council"},
    "sources": [{"id": "S0", "title": "A report", "published": "1995-06-01"}],
}
# What references lead to, where a record has any.
NAMED = {
    "inspections": [{"id": "I0", "kind": "review", "published": "1995-06-02", "source": "S0"}],
    "interventions": [{"id": "D0", "kind": "letter", "issued": "1995-06-03", "source": "S0"}],
    "events": [{"id": "E0", "text": "A day", "source": "S0"}],
    "recommendations": [{"id": "R0", "text": "Go on", "source": "S0"}],
    "actions": [{"id": "A0", "text": "Go on", "source": "S0"}],
    "funding": [{"id": "F0", "amount": 9, "amount_is": "over", "source": "S0"}],
}


def allowed(table, record):
    """What the rules want beside a key."""
    if table == "briefing":
        record |= {"title": record.get("title", "A title"), "as_at": AS_AT}
        if "exempt_paragraphs" in record and record.get("classification") != "part_exempt":
            record["classification"] = "exempt"
    return record


def without_contradictions(table, keys, given):
    """The keys of a record that may stand together: a value is given, or missing for a reason."""
    keys = list(keys)
    if table == "value":
        missing = given.get("status") == "missing" or ("value" not in keys and "reason" in keys)
        out = {"value"} if missing else {"reason"}
        if missing and "status" not in given:
            out |= {"status"}
        keys = [key for key in keys if key not in out] + ["value"] * (not missing and "value" not in keys)
    if table == "own_section":
        places = [key for key in ("after", "before") if key in given or (not given and key in keys)][:1]
        keys = [key for key in keys if key not in ("after", "before")] + (places or ["after"])
    if table == "indicator" and given.get("unit", "count") != "count":
        keys = [key for key in keys if key not in ("values", "compare", "target", "tolerance")]
    if table in ("correction", "withdrawal"):
        # Its record is named; and it was wrong before that was found.
        keys = sorted(keys, key=lambda key: key != "since") + ["of"] * ("of" not in [*keys, *given])
    if table == "target":
        keys = keys if {"low", "high"} & set(keys) and "value" not in keys else \
            [key for key in keys if key not in ("value", "low", "high")] + ["value"]
    return keys


def printed_day(day):
    return f"{day.day} {day:%B %Y}"


class Writer:
    """Fills keys; `written` says where each word, number and date was put."""

    def __init__(self, program):
        schema = json.loads(subprocess.run([program, "schema"], capture_output=True, check=True).stdout)
        self.defs, self.top = schema["$defs"], schema["properties"]
        self.written = {}
        self.words = map("".join, itertools.product(*["bdfgklmnprstvz", "aeiou"] * 2, "bdfgklmnprstvz"))
        self.numbers = itertools.count(3001)
        self.percentages = itertools.cycle(range(11, 100))
        self.ratings = itertools.cycle(range(1, 6))
        self.ids = itertools.count(1)
        # Frameworks are in use for a time; all else may be older.
        self.days = {False: date(1996, 1, 1), True: date(2023, 6, 1)}

    def note(self, text, where):
        self.written[text] = where
        return text

    def date(self, table, key, where):
        if (table, key) in {("council", "abolished"), ("relation", "date")}:
            self.note(printed_day(DAY_OF_CHANGE), where)
            return DAY_OF_CHANGE.isoformat()
        recent = table in ("inspection", "comparator")
        self.days[recent] += timedelta(days=1)
        self.note(printed_day(self.days[recent]), where)
        return self.days[recent].isoformat()

    def number(self, table, key, where):
        rated = key.removesuffix("_after")
        if table == "risk" and rated in ("likelihood", "impact"):
            rating = next(self.ratings)
            self.note(f"{rated} {rating}", where)
            return rating
        number = next(self.numbers) + (WHOLES.get((table, key), 0))
        self.note(f"{number:,}", where)
        return number

    def percentage(self, where):
        number = next(self.percentages)
        self.note(f"{number}%", where)
        return number

    def text(self, key, where):
        word = self.note("Q" + next(self.words), where)
        return f"https://example.org/{word}" if key == "url" else word

    def kind(self, table, key):
        """('list', 'finding'), ('record', 'contact'), ('enum', [words]), ('text', None) ..."""
        field = self.defs[table]["properties"][key] if table else self.top[key]
        parts = [inner for part in field.get("anyOf", [field]) for inner in part.get("anyOf", [part])]
        for part in parts:
            if part.get("type") == "array":
                return "list", part["items"]["$ref"].rpartition("/")[2]
            if "enum" in part:
                return "enum", part["enum"]
            name = part.get("$ref", "/nothing").rpartition("/")[2]
            if name != "nothing":
                return ("record", name) if "properties" in self.defs[name] else (name, None)
        raise SystemExit(f"written: `{key}` of `{table}` is of an unknown kind: {field}")

    def value(self, table, key, path):
        where = f"{path}.{key}"
        if (table, key) in FIXED:
            return FIXED[table, key]
        kind, of = self.kind(table, key)
        if kind in ("list", "record"):
            inner = self.full(of, where)
            return [inner] if kind == "list" else inner
        if kind == "enum":
            return of[0]
        if kind == "id":
            return f"X{next(self.ids)}" if key == "id" else "I0"
        return {"text": lambda: self.text(key, where), "date": lambda: self.date(table, key, where),
                "texts": lambda: [self.text(key, where), self.text(key, where)],
                "whole_number": lambda: self.number(table, key, where),
                "number": lambda: self.number(table, key, where),
                "percentage": lambda: self.percentage(where),
                "answer": lambda: "yes", "grade": lambda: "good", "references": lambda: "S0"}[kind]()

    def keys(self, table):
        return [key for key in self.defs[table]["properties"] if FIXED.get((table, key), "") is not None]

    def needed(self, table):
        """The keys of the least record that passes without a warning about its source."""
        needed = list(self.defs[table].get("required", []))
        expected = "Expected" in self.defs[table]["properties"].get("source", {}).get("description", "")
        return needed + ["source"] * expected

    def record(self, table, path, keys, **given):
        return allowed(table, {key: given[key] if key in given else self.value(table, key, path)
                               for key in without_contradictions(table, keys, given)})

    def full(self, table, path, **given):
        return self.record(table, path, self.keys(table), **given)

    def least(self, table, path, **given):
        return self.record(table, path, [*self.needed(table), *given], **given)

    def ways(self, table, path):
        """A record in every way in which a key may stand or be missing."""
        keys, needed = self.keys(table), self.needed(table)
        yield self.full(table, path)
        for key in keys:
            kind, of = self.kind(table, key)
            for word in of if kind == "enum" else ["no"] if kind == "answer" else []:
                yield self.full(table, f"{path}[{key}={word}]", **{key: word})
            if kind in ("list", "record"):
                for inner in self.ways(of, f"{path}.{key}"):
                    yield self.least(table, path, **{key: [inner] if kind == "list" else inner})
            if key not in needed:
                yield self.record(table, f"{path}[{key} alone]", [*needed, key])
                yield self.record(table, f"{path}[no {key}]", [one for one in keys if one != key])

    def with_named(self, specification):
        """With the records that its references lead to."""
        text = json.dumps(specification)
        return BASE | {name: records for name, records in NAMED.items()
                       if f'"{records[0]["id"]}"' in text} | {
            name: NAMED.get(name, BASE.get(name, [])) + records if isinstance(records, list) else records
            for name, records in specification.items()}

    def unprinted(self):
        """{(table, key): who reads it}"""
        return {(table, key): field["description"].partition(UNPRINTED)[2]
                for table, record in self.defs.items()
                for key, field in record.get("properties", {}).items()
                if UNPRINTED in field["description"]}
