#!/usr/bin/env python3
"""Nothing from a file, its name or the command line reaches a terminal or a log as it is: hostile values
in every place of the cases of tests/diagnostics, in all four forms, read as a build server reads a log.
usage: hostile.py PROGRAM STEP (each STEPth place of each case)"""
import json, os, random, re, shutil, subprocess, sys, unicodedata

sys.path.insert(0, os.path.dirname(__file__))
from lab import Lab

FORMS = ("text", "json", "github", "sarif")
CASES = "tests/diagnostics"
MARK = "PWNED"
# What stands in a file as it is, and what YAML's escapes make of a text in quotation marks.
RAW = (b"\r::error::PWNED", b"\r##[error]PWNED", b"##vso[task.complete]PWNED", b"\x1b]0;PWNED\x07", b"\x1b[2J",
       b"\xc2\x9b2J", b"\xe2\x80\xa8::warning::PWNED", b"\xe2\x80\xaePWNED", b"\xff\xfePWNED", b"\x00PWNED",
       b"::error::PWNED", b"\x7f\x08PWNED", b"\xe2\x81\xa6PWNED", b"%0A::error::PWNED")
ESCAPED = (r"\n::error::PWNED", r"\r::error::PWNED", r"\r\n  ##[group]PWNED", r"\n##vso[task.complete]PWNED",
           r"\L::error::PWNED", r"\P::error::PWNED", r"\N::error::PWNED", r"\e[2JPWNED", r"\u202ePWNED",
           r"\a\bPWNED", r"\u2067PWNED", r"\t\n::stop-commands::PWNED")


# ---- as a build server reads a log --------------------------------------------------------------

def commands(text):
    """Lines that GitHub, Azure Pipelines or TeamCity would act on, however they part lines."""
    for line in re.split(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", text):
        bare = line.strip()
        if bare.startswith("::") or re.search(r"##[A-Za-z]*\[", line):
            yield bare


def github_is_sound(line):
    """One of ours, with one title, which is a code."""
    found = re.fullmatch(r"::(?:error|warning) ((?:[a-zA-Z]+=[^,:]*,)*title=[EW]\d{3})::(.*)", line)
    names = [part.split("=")[0] for part in found[1].split(",")] if found else []
    return bool(found) and len(names) == len(set(names)) and set(names) <= {
        "file", "line", "col", "endLine", "endColumn", "title"}


def unwanted(text):
    """Characters that no terminal should be given."""
    return sorted({hex(ord(c)) for c in text if c != "\n" and (
        unicodedata.category(c) in ("Cc", "Zl", "Zp", "Cs") or unicodedata.bidirectional(c) in (
            "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI") or c in "\u200e\u200f\u061c")})


def carets_line_up(text):
    """Each caret stands below its line, or one past it."""
    def width(line):
        return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
                   for c in line)
    lines = text.split("\n")
    return all(len(re.match(r" *[\^-]*", below[9:])[0]) <= max(width(line[9:]), 1) + 1
               for line, below in zip(lines, lines[1:])
               if re.match(r" *\d+ \| ", line) and re.match(r" {7}\| +[\^-]", below))


def fault(form, output):
    """What is wrong with what was printed; None: nothing."""
    try:
        text = output.decode()
    except UnicodeDecodeError as error:
        return f"not UTF-8: {error}"
    if unwanted(text):
        return f"characters {unwanted(text)}"
    for line in commands(text):
        if form != "github" or not github_is_sound(line):
            return f"a command: {line[:200]}"
    if form == "json":
        for line in text.splitlines():
            if line.startswith("{"):
                json.loads(line)
    if form == "sarif" and text.startswith("{"):
        json.loads(text[:text.rindex("}") + 1])
    if form == "text" and not carets_line_up(text):
        return "a caret does not stand below its line"
    return None


# ---- hostile files ------------------------------------------------------------------------------

def places(data):
    """Where values stand in lines such as `key: value`, `- item` and `a, b`: start and end."""
    return [found.span(1) for found in re.finditer(rb"(?m)(?:^|[:,\[{|-] )([^\s,:\[\]{}|#'\"][^\n,\]}|]*)", data)]


def variants(data, step, draw):
    spots = places(data)
    for start, end in spots[draw.randrange(step)::step]:
        yield data[:end] + draw.choice(RAW) + data[end:]
        value = data[start:end].replace(b"\\", b"").replace(b'"', b"")
        yield data[:start] + b'"' + value + draw.choice(ESCAPED).encode() + b'"' + data[end:]
    yield data + b"\n" + draw.choice(RAW) + b"\n"


class Attack:
    def __init__(self, lab, step):
        self.lab, self.step, self.draw = lab, step, random.Random(1)
        self.printed = 0

    def look(self, name, *arguments, cwd=None):
        for form in FORMS:
            result = subprocess.run([self.lab.program, *arguments[:1], "--format", form, *arguments[1:]],
                                    cwd=cwd or self.lab.folder, capture_output=True, timeout=120)
            output = result.stderr + (result.stdout if form != "sarif" else b"")
            self.printed += len(output)
            try:
                found = fault(form, result.stderr) or fault("text" if form == "text" else "stdout", result.stdout)
            except ValueError as error:
                found = f"not JSON: {error}"
            self.lab.check(f"{name}, {form}", not found and result.returncode in (0, 1, 2, 3), f"{found}\n{output!r}")

    def specifications(self):
        """Many in one folder, so that one run looks at them all."""
        os.makedirs(self.lab.path("specs"))
        sources = sorted(name for name in os.listdir(CASES) if name.endswith(".yaml"))
        sources = [os.path.join(CASES, name) for name in sources] + ["inputs/calderdale.yaml"]
        for source in sources:
            with open(source, "rb") as file:
                data = file.read()
            for i, variant in enumerate(variants(data, self.step, self.draw)):
                with open(self.lab.path("specs", f"{os.path.basename(source)[:-5]}-{i}.yaml"), "wb") as file:
                    file.write(variant)
        self.look("specifications", "check", "--all", "specs")

    def with_templates(self, kind, place, *arguments):
        """Cases of another kind of file: each variant is a project of its own."""
        for source in sorted(name for name in os.listdir(CASES) if name.endswith(kind)):
            with open(os.path.join(CASES, source), "rb") as file:
                data = file.read()
            several = list(variants(data, self.step * 2, self.draw))
            for variant in self.draw.sample(several, min(2, len(several))):
                os.makedirs(self.lab.path("t"), exist_ok=True)
                shutil.copytree("templates", self.lab.path("t"), dirs_exist_ok=True)
                with open(self.lab.path("t", place), "wb") as file:
                    file.write(variant)
                shutil.copy(os.path.join(CASES, "any.yaml"), self.lab.path("any.yaml"))
                self.look(source, "check", "--all", "--templates", "t", *arguments, "any.yaml")
                shutil.rmtree(self.lab.path("t"))

    def tables(self):
        """Cells, headers and the names of tables."""
        spec = ("briefing: {title: T, as_at: 2024-06-01}\ncouncil: {name: Exampleshire, ons_code: E10000001}\n"
                "tables:\n  - {file: %s, holds: inspections}\n")
        os.makedirs(self.lab.path("tables"))
        header = "ons_code,framework,published,judgement\n"
        for i, payload in enumerate(RAW):
            for where, text in (("cell", header.encode() + b"E10000001,ILACS,2024-01-01," + payload + b"\n"),
                                ("head", b"ons_code," + payload + header.encode())):
                with open(self.lab.path("tables", f"{where}{i}.csv"), "wb") as file:
                    file.write(text)
                self.lab.write(f"tables/{where}{i}.yaml", spec % f"{where}{i}.csv")
        for i, payload in enumerate(ESCAPED):
            self.lab.write(f"tables/name{i}.yaml", spec % f'"no{payload}.csv"')
        self.look("tables", "check", "--all", "tables")

    def facts(self):
        """Values of facts, which JSON's escapes may hide, and what is made of them in each form of a report."""
        subprocess.run([self.lab.program, "build", "--to", "facts", "-o", self.lab.path("sound"), "inputs/norfolk.yaml"],
                       check=True, capture_output=True)
        text = self.lab.read("sound", "norfolk.facts.json", mode="r")
        for side in ("facts-old", "facts-new"):
            os.makedirs(self.lab.path(side))
        payloads = [payload.decode("latin-1") for payload in RAW] + [
            json.loads('"' + re.sub(r"\\([LPNea])", r"\\u2028", payload) + '"') for payload in ESCAPED]
        for i, payload in enumerate(payloads):
            facts = json.loads(text)
            self.lab.write(f"facts-old/f{i:02}.facts.json", json.dumps(facts))
            for record in [facts["records"]["council"], *facts["records"]["sources"], *facts["records"].get("recommendations", [])]:
                for key in ("name", "title", "publisher", "text", "id"):
                    if key in record:
                        record[key] = payload + record[key] + payload
            facts["records"]["council"]["former_names"] = [{"name": json.loads(text)["council"]}]
            self.lab.write(f"facts-new/f{i:02}.facts.json", json.dumps(facts))
            broken = json.dumps(facts).replace('"S', '"' + payload.replace("\0", "")[:40] + '"S', 1)
            self.lab.write(f"facts-new/broken{i:02}.facts.json", broken)
        for form in ("text", "markdown", "json"):
            self.look(f"facts as {form}", "changes", "--to", form, "facts-old", "facts-new")
            self.look(f"a notice as {form}", "changes", "--corrections", "--to", form, "facts-old", "facts-new")

    def names(self):
        """Of files and folders; named from where they lie, so that a line begins with them."""
        folder = os.fsencode(self.lab.path("names"))
        os.makedirs(folder)
        for payload in (b"::error::PWNED", b" ::error::PWNED", b"##[error]PWNED", b"##vso[task.complete]PWNED",
                        b"a\n::error::PWNED", b"a\r::error::PWNED", b"a\x1b[2J", b"a\xff", b"a\xc2\x9bPWNED",
                        b"a\xe2\x80\xae", b"a\xe2\x80\xa8::error::PWNED"):
            for source, suffix in ((os.path.join(CASES, "E201.yaml"), b"-wrong.yaml"), ("inputs/calderdale.yaml", b".yaml")):
                shutil.copy(source, os.path.join(folder, payload + suffix))
            for command in (("check",), ("build", "-o", "out")):
                self.look(f"the name {payload!r}", *command, "--templates", self.lab.path("templates"),
                          payload + b"-wrong.yaml", payload + b".yaml", payload + b"-none.yaml", cwd=folder)
        self.look("a folder of names", "build", "--templates", self.lab.path("templates"), "-o", "all", ".", cwd=folder)

    def arguments(self):
        for payload in RAW:
            if b"\0" in payload:
                continue
            for words in ((payload,), ("check", b"--" + payload, "x"), ("check", b"-j" + payload, "x"),
                          ("check", b"--as-at=" + payload, "x"), ("check", "--template", payload, "x"),
                          ("check", "--theme", payload, "x"), ("explain", payload), ("new", payload, payload),
                          ("build", "--templates", payload, "x"), ("build", "-o", payload, payload)):
                result = subprocess.run([self.lab.program, *words], cwd=self.lab.folder, capture_output=True)
                found = fault("text", result.stderr) or fault("text", result.stdout)
                self.lab.check(f"arguments {words!r}", not found, f"{found}\n{result.stderr[:400]!r}")


def self_test(lab):
    """The reader of logs knows what it is to find."""
    for form, output in (("text", b"a\r::error::x\n"), ("text", b"##vso[a]b"), ("text", b"x ##[error]b"),
                         ("text", b"\x1b[2J"), ("text", b"\xff"), ("text", "\u202e".encode()),
                         ("text", b"     1 | ab\n       |      ^ x\n"),
                         ("github", b"::error title=E101::a\n::stop-commands::x"), ("github", b"::error title=::a"),
                         ("github", b"::error file=a,title=x,title=E101::a"), ("text", b"  ::warning::x")):
        lab.check(f"noticed: {output!r}", fault(form, output))
    lab.check("a sound command", not fault("github", b"::error file=a%3Ab,line=1,col=2,title=E101::a%0Ab\n"))
    lab.check("a sound caret", not fault("text", b"a:1:1: error[E101]: x\n     1 | ab\n       |  ^ x\n"))


def main():
    lab, step = Lab(sys.argv[1]), int(sys.argv[2])
    attack = Attack(lab, step)
    self_test(lab)
    attack.specifications()
    attack.with_templates(".md", "briefing/briefing.md")
    attack.with_templates(".theme", "briefing/theme.yaml")
    attack.with_templates(".overlay", "themes/overlay.yaml", "--theme", "overlay")
    attack.with_templates(".frameworks", "frameworks.yaml")
    attack.with_templates(".holidays", "bank-holidays.yaml")
    attack.tables()
    attack.facts()
    attack.names()
    attack.arguments()
    print(f"hostile: {attack.printed:,} bytes read as a build server reads them")
    return lab.close("hostile")


sys.exit(main())
