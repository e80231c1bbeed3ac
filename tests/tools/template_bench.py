#!/usr/bin/python3
"""How much faster templates are filled than by python3-jinja2: one template, one set of data, CPU time.

    template_bench.py PROGRAM

Fails when a template with the data of a briefing (some twenty records) is not read and filled twenty
times faster. With more data both spend their time in filling, where the ratio is smaller."""
import json
import os
import resource
import subprocess
import sys
import tempfile
import time

import oracle

TEMPLATE = """# Report for {{ name | upper }}

{% for group in rows | groupby("kind") %}
## {{ group.grouper | title }} ({{ group.list | length }} {{ group.list | plural("home", "homes") }})

{% for row in group.list | sort(attribute="name") if row.count > 2 %}
{% set share = (row.count / total * 100) | round(1) %}
- {{ loop.index }}. {{ row.name }}: {{ row.count | number }} places, {{ share | percent }} of all,
  {{ "more" if row.rate > 0.5 else "fewer" }} than before{% if row.tags %} ({{ row.tags | join(", ") }}){% endif %}

{% else %}
None.
{% endfor %}
{% endfor %}
In all {{ rows | map(attribute="count") | sum }} places in {{ rows | length }} homes.
"""


def data(rows):
    return json.dumps({"name": "Norfolk", "total": 1000, "rows": [
        {"name": f"Home {i * 37 % rows}", "kind": ["short", "long", "secure"][i % 3], "count": i % 17,
         "rate": i % 10 / 10, "tags": ["open", "new"][:i % 3]} for i in range(rows)]})


def seconds_of_program(program, folder, times):
    with open(folder + "/list", "w", encoding="utf-8") as file:
        file.write(f"{folder}/t.md\t{folder}/d.json\n" * times)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([program, "render", "--list", folder + "/list"], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def seconds_of(action, times):
    start = time.process_time()
    for _ in range(times):
        action()
    return (time.process_time() - start) / times


def compare(program, rows):
    values = data(rows)
    with tempfile.TemporaryDirectory() as folder:
        for name, text in [("t.md", TEMPLATE), ("d.json", values)]:
            with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
                file.write(text)
        ours = (seconds_of_program(program, folder, 401) - seconds_of_program(program, folder, 1)) / 400
    loaded = oracle.environment({})
    compiled, read = loaded.from_string(TEMPLATE), json.loads(values)
    # A template read once is kept by Jinja, so it is read anew each time, as ours is.
    whole = seconds_of(lambda: oracle.environment({}).from_string(TEMPLATE).render(json.loads(values)), 20)
    fill = seconds_of(lambda: compiled.render(read), 100)
    print(f"{f'Jinja, reading and filling {rows} rows':<46} {whole / ours:6.1f} times ours")
    print(f"{f'Jinja, filling {rows} rows, to ours with reading':<46} {fill / ours:6.1f}")
    return whole / ours


if __name__ == "__main__":
    briefing = compare(sys.argv[1], 20)
    compare(sys.argv[1], 200)
    sys.exit(0 if briefing >= 20 else "templates are not 20 times faster than Jinja's")
