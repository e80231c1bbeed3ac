"""batch.py ROOT OUT FILE...: Typst's compiler, once in the process, over specifications."""
import sys
from pathlib import Path

import typst

root, out, *files = map(Path, sys.argv[1:])
out.mkdir(parents=True, exist_ok=True)
failed = 0
for file in files:
    try:
        pdf = typst.compile(root / "briefing.typ", root=root, font_paths=["/usr/share/fonts/truetype/lato"],
                            sys_inputs={"spec": f"/{file.relative_to(root)}"}, pdf_standards=["ua-1"])
    except RuntimeError as error:
        print(f"{file}: {error}", file=sys.stderr)
        failed += 1
        continue
    (out / f"{file.stem}.pdf").write_bytes(pdf)
sys.exit(1 if failed else 0)
