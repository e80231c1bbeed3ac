"""Holds the JSON Schema of specifications against files, as each kind of editor reads them.

  schemacheck.py valid SCHEMA FILE...    every file is accepted, however its scalars are typed
  schemacheck.py wrong SCHEMA FILE...    every file is refused, however its scalars are typed
  schemacheck.py examples SCHEMA         every example is what its own property accepts
  schemacheck.py facts SCHEMA FILE...    every facts file is accepted, and holds no key that the schema lacks
  schemacheck.py excerpt SCHEMA FILE...  the same of parts of facts files: what is always there may be left out
  schemacheck.py agree SCHEMA PROGRAM    schema and program agree about single values
"""

import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft202012Validator

NULL = re.compile(r"^(~|null|)$")


class Texts(yaml.SafeLoader):
    """As the program reads: every scalar is a text, and nothing is nothing."""

    yaml_implicit_resolvers = {}


class Core(yaml.SafeLoader):
    """YAML 1.2, as the YAML language server reads: 2018 is a number, 2018-01-19 and yes are texts."""

    yaml_implicit_resolvers = {}


Texts.add_implicit_resolver("tag:yaml.org,2002:null", NULL, None)
Core.add_implicit_resolver("tag:yaml.org,2002:null", re.compile(r"^(~|null|Null|NULL|)$"), None)
Core.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile(r"^(true|True|TRUE|false|False|FALSE)$"), None)
Core.add_implicit_resolver("tag:yaml.org,2002:int", re.compile(r"^[-+]?[0-9]+$"), None)
Core.add_implicit_resolver("tag:yaml.org,2002:float", re.compile(r"^[-+]?[0-9]+\.[0-9]+([eE][-+]?[0-9]+)?$"), None)
Core.add_constructor("tag:yaml.org,2002:int", lambda loader, node: int(node.value))

# The last is YAML 1.1, where 2018-01-19 is a date and yes a truth value.
READINGS = (Texts, Core, yaml.SafeLoader)


def as_json(value):
    """What JSON has no type for becomes a text: dates, and keys that are numbers."""
    if isinstance(value, dict):
        return {str(key): as_json(item) for key, item in value.items()}
    if isinstance(value, list):
        return [as_json(item) for item in value]
    if isinstance(value, (datetime.date, datetime.datetime)):
        return value.isoformat()
    return value


def read(path, reading):
    with open(path, encoding="utf-8") as file:
        return as_json(yaml.load(file, reading))


def place(error):
    return ".".join(str(step) for step in error.absolute_path) or "the whole"


def check_valid(validator, paths):
    for path in paths:
        for reading in READINGS:
            for error in validator.iter_errors(read(path, reading)):
                yield f"{path}: refused as {reading.__name__} reads it: {place(error)}: {error.message[:160]}"


def check_wrong(validator, paths):
    for path in paths:
        for reading in READINGS:
            if validator.is_valid(read(path, reading)):
                yield f"{path}: accepted as {reading.__name__} reads it"


def properties_of(schema):
    yield from schema["properties"].items()
    for definition in schema["$defs"].values():
        yield from definition.get("properties", {}).items()


def check_examples(validator, _):
    count = 0
    for name, property_schema in properties_of(validator.schema):
        for example in property_schema.get("examples", ()):
            count += 1
            alone = {**property_schema, "$defs": validator.schema["$defs"]}
            for error in Draft202012Validator(alone).iter_errors(example):
                yield f"{name}: the example is refused: {error.message[:160]}"
    if count < 100:
        yield f"only {count} examples"


# Single values, as they may be typed, by the field they are for.
VALUES = {
    "published": """2018-01-19 2018-01 2018 2013-spring 2013-winter 2013-Spring 2017-11-13/2017-11-24
        ../2018-01-22 2014-01-07/.. ../.. 2018-13-01 2018-00 2018-02-30 2018-04-31 2018-1-9 19/01/2018
        2018-01-19? 2018-01~ 2018?~ 2018~? 2018?? 18 0000 2018-01- 2018/ /2018 2012/2013-spring~""".split(),
    "id": "I2015 2015 a.b_c-d -a .a a/b Ä1 a@b 1.5".split(),
    "overall": ["good", "Good", "requires improvement to be good", "Requires-Improvement", "RI", "ri",
                "inadequate", "adequate", "excellent", "requires_improvment", "not judged"],
    "kind": ["full", "Full", "focused_visit", "focused visit", "visit"],
    "framework": ["SIF", "sif", "ILACS_2017"],
    "lead_inspector": ["Alex Morgan", "2018", "true", "no", "~", '""', "' '", "16.5", "[a]", "{a: b}"],
    "count": ["5", "05", "0", "1.5", "1,000", "five", "-1"],
    "quoted": "yes no Yes NO true FALSE maybe 1".split(),
    "judgements": ["{adoption: good}", "{adoption: adequate}", "{adoption: {grade: good, source: S1}}",
                   "{leaders: good}", "{overall: good}", "good", "{adoption: not_judged}",
                   "{leadership: not_judged}", "{adoption: }", "{adoption: [good]}"],
    "amount": "16.5 12 1.1234567 .5 5. 1e3 £5 -3.5 5m".split(),
    "exempt_paragraphs": ["1", "[1, 2]", "[a]", "[[1]]"],
    "source": ["S1", "[S1]", "[S1, [S1]]", "{id: S1}"],
}


def specification(field, value):
    """The smallest specification that holds one value, and nothing else that could be refused."""
    inspection = {"id": "I1", "framework": "SIF", "published": "2015-10-19", "source": "S1"}
    finding = funding = sheet = team = ""
    if field == "quoted":
        finding = f"    findings: [{{text: x, quoted: {value}}}]\n"
    elif field == "amount":
        funding = f"funding:\n  - amount: {value}\n    source: S1\n"
    elif field == "exempt_paragraphs":
        sheet = f"  classification: part_exempt\n  exempt_paragraphs: {value}\n"
    elif field == "count":
        team = f"leadership:\n  - role: x\n    event: vacant\n    source: S1\n    count: {value}\n"
    else:
        inspection[field] = value
    lines = "\n    ".join(f"{key}: {text}" for key, text in inspection.items())
    return (f"briefing:\n  title: x\n  as_at: 2024-06-30\n{sheet}council:\n  name: x\n"
            f"sources:\n  - id: S1\n    title: x\ninspections:\n  - {lines}\n{finding}{funding}{team}")


# What depends on more than one value, which a schema does not see.
BEYOND = ("E221", "E223", "E224", "E225", "E226", "E227", "E228")


def refusals(program, folder):
    output = subprocess.run([program, "check", "--all", folder], capture_output=True, text=True).stderr
    found = re.findall(r"^(?:.*/)?(\d+)\.yaml:\d+:\d+: error\[(\w+)\]", output, re.MULTILINE)
    return {int(number) for number, code in found if code not in BEYOND}


def check_agree(validator, arguments):
    cases = [(field, value) for field, values in VALUES.items() for value in values]
    with tempfile.TemporaryDirectory() as folder:
        for number, case in enumerate(cases):
            with open(os.path.join(folder, f"{number}.yaml"), "w", encoding="utf-8") as file:
                file.write(specification(*case))
        refused = refusals(arguments[0], folder)
        if len(refused) < 10:
            yield f"the program refuses only {len(refused)} values"
        for number, (field, value) in enumerate(cases):
            valid = validator.is_valid(read(os.path.join(folder, f"{number}.yaml"), Texts))
            if valid == (number in refused):
                yield f"{field}: {value}: {'only the program refuses it' if valid else 'only the schema refuses it'}"


def closed(schema):
    """The same schema, in which no object may have other keys than those it names."""
    if isinstance(schema, list):
        return [closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    strict = {key: closed(value) for key, value in schema.items()}
    return {**strict, "additionalProperties": False} if isinstance(schema.get("properties"), dict) and \
        schema.get("type") == "object" else strict


def without_required(schema):
    if isinstance(schema, list):
        return [without_required(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    return {key: without_required(value) for key, value in schema.items()
            if key != "required" or not isinstance(value, list)}


def check_excerpt(validator, paths):
    return check_facts(Draft202012Validator(without_required(validator.schema)), paths)


def check_facts(validator, paths):
    strict = Draft202012Validator(closed(validator.schema))
    for path in paths:
        with open(path, encoding="utf-8") as file:
            for error in strict.iter_errors(json.load(file)):
                yield f"{path}: {place(error)}: {error.message[:160]}"


def main():
    mode, schema_path, *arguments = sys.argv[1:]
    with open(schema_path, encoding="utf-8") as file:
        schema = json.load(file)
    Draft202012Validator.check_schema(schema)
    checks = {"valid": check_valid, "wrong": check_wrong, "examples": check_examples, "facts": check_facts, "excerpt": check_excerpt,
              "agree": check_agree}
    faults = list(checks[mode](Draft202012Validator(schema), arguments))
    print("\n".join(faults), end="\n" if faults else "")
    return 1 if faults or (mode in ("valid", "wrong", "facts", "excerpt") and not arguments) else 0


sys.exit(main())
