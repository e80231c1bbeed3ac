"""What `councilbrief new` knows of the councils of England, against the specifications of inputs/england.

usage: councils.py PROGRAM

Each of the 153 is found by its full name and by its short one, with the codes, the region and the councils
before and after it that the specifications have; what is made is sound without a warning, and its paper has
no heading with nothing below it. Names that are misspelt or stand for several are asked about.
"""

import csv
import re
import subprocess
import sys
from pathlib import Path

import yaml

from lab import Lab

ROOT = Path(__file__).resolve().parents[2]
TOLD = ["name", "type", "la_code", "ons_code", "ofsted_urn", "region", "abolished", "predecessors", "successors"]
NAMES = {  # what is typed: what is meant
    "hull": "Hull City Council", "Kingston Upon Hull": "Hull City Council", "City of Westminster": "Westminster City Council",
    "Dorset": "Dorset Council", "Dorset County Council": "Dorset County Council", "Cumbria": "Cumbria County Council",
    "St. Helens": "St Helens Council", "Brighton & Hove": "Brighton and Hove City Council",
    "Kings Lynn": None, "Nottingham": "Nottingham City Council", "BCP": "Bournemouth, Christchurch and Poole Council",
}
ASKED = {"Herfordshire": ["Herefordshire Council", "Hertfordshire County Council"],
         "Northamptonshir": ["Northamptonshire County Council"], "Richmond": ["London Borough of Richmond upon Thames"],
         "Sussex": ["East Sussex County Council", "West Sussex County Council"],
         "Northampton": ["North Northamptonshire Council", "West Northamptonshire Council"],
         "Yorkshre North": []}


def new(lab, name, *options):
    return subprocess.run([lab.program, "new", "--as-at", "2026-11-30", *options, "--", name], cwd=ROOT,
                          capture_output=True, text=True)


def read(text):
    return yaml.load(text, yaml.BaseLoader)


def try_england(lab):
    made = Path(lab.path("made"))
    made.mkdir()
    known = 0
    for path in sorted((ROOT / "inputs/england").glob("*.yaml")):
        wanted = read(path.read_text())["council"]
        got = new(lab, wanted["name"])
        council = read(got.stdout)["council"]
        known += lab.equal(f"{path.stem}", {key: council.get(key) for key in TOLD}, {key: wanted.get(key) for key in TOLD})
        short = read(new(lab, wanted["short_name"]).stdout)["council"]
        lab.equal(f"{path.stem}: by its short name", short, council)
        (made / path.name).write_text(got.stdout)
    lab.equal("councils", known, 153)
    sound = subprocess.run([lab.program, "check", "--all", made], cwd=ROOT, capture_output=True, text=True)
    lab.check("what was made is sound", sound.returncode == 0 and "warning" not in sound.stderr, sound.stderr)
    for name in ("herefordshire", "surrey", "somerset", "cumberland", "isles-of-scilly"):
        dump = subprocess.run([lab.program, "build", "--dump", "structure", made / f"{name}.yaml"], cwd=ROOT,
                              capture_output=True, text=True).stdout
        kinds = re.findall(r"^  (\w+) ", dump, re.M)
        empty = [kind for kind, after in zip(kinds, [*kinds[1:], "H2"]) if re.match(r"H[12]", kind) and after <= kind
                 and re.match(r"H\d", after)]
        lab.check(f"{name}: no heading is empty", kinds and not empty, f"{kinds}")


def try_table(lab):
    with open(ROOT / "templates/councils.csv", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    codes = {row["la_code"] for row in rows if row["neighbours"]}
    for row in rows:
        near = row["neighbours"].split()
        if not near:
            lab.check(f"{row['name']}: it is gone", row["abolished"] and row["abolished"] < "2026")
            continue
        lab.check(f"{row['name']}: neighbours", len(set(near)) == 10 and set(near) <= codes - {row["la_code"]}, near)
    lab.equal("codes are of one council each", len({row["ons_code"] for row in rows}), len(rows))


def try_names(lab):
    for name, meant in NAMES.items():
        done = new(lab, name)
        lab.equal(name, read(done.stdout)["council"]["name"], meant or name)
        lab.equal(f"{name}: what is said", bool(done.stderr), meant is None)
    for name, near in ASKED.items():
        done = new(lab, name)
        lab.check(name, done.returncode == 2 and all(one in done.stderr for one in near) if near else done.returncode == 0,
                  done.stderr)
        lab.equal(f"{name}: nothing is made", bool(done.stdout), not near)
        lab.equal(f"{name}, blank", read(new(lab, name, "--blank").stdout)["council"], {"name": name})
    blank = new(lab, "Herefordshire", "--blank").stdout
    lab.check("blank", "comparators:" not in blank and "la_code: 884" not in blank)


def try_kinds(lab):
    plain, more = new(lab, "Norfolk").stdout, new(lab, "Norfolk", "--with", "risks", "--with", "actions").stdout
    lab.check("ten kinds", len(plain.splitlines()) < 130, len(plain.splitlines()))
    shown = re.findall(r"^(?:# )?(\w+):$", plain, re.M)
    lab.equal("which ten", shown, ["briefing", "council", "sources", "covers", "inspections", "interventions", "leadership",
                                   "funding", "actions", "deadlines", "comparators"])
    lab.check("their keys", all(f"    {key}: " in plain for key in
                                ("framework", "judgements", "known_open", "event", "purpose", "owner", "about")))
    lab.check("no risks", "# risks:" not in plain and "revised_due" not in plain)
    lab.check("with risks and all of actions", "# risks:" in more and "revised_due" in more)
    lab.equal("with what is none", new(lab, "Norfolk", "--with", "rsiks").returncode, 2)


def main():
    lab = Lab(sys.argv[1])
    try_england(lab)
    try_table(lab)
    try_names(lab)
    try_kinds(lab)
    sys.exit(lab.close("councils"))


if __name__ == "__main__":
    main()
