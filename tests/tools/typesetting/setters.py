"""The three programs that set paragraphs: each takes texts, a column and a size, and gives a PDF."""

import functools
import json
import os
import re
import shutil
import subprocess

HERE = os.path.dirname(os.path.abspath(__file__))
FONTS = "/usr/share/fonts/truetype/lato"
FONT = "Lato-Regular.ttf"
LEADING = 1.4
A4 = 595.276


def run(command, folder, output):
    """Runs a program in its folder; what it says is told only when it fails."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    path = os.path.join(folder, output)
    if done.returncode or not os.path.exists(path):
        raise SystemExit(f"{command[0]} failed in {folder}:\n{done.stdout[-2000:]}{done.stderr}")
    return path


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def prepare(folder):
    for tool in ("node", "npm", "lualatex", "pdftotext"):
        if not shutil.which(tool):
            raise SystemExit(f"there is no {tool} here; docs/typesetting.md names its package")
    if os.path.isdir(os.path.join(folder, "node_modules")):
        return
    shutil.copy(os.path.join(HERE, "package.json"), folder)
    run(["npm", "install", "--no-audit", "--no-fund", "--loglevel=error"], folder, "node_modules")


# ---- councilbrief ---------------------------------------------------------------------------

SPEC = """briefing:
  title: Paragraphs
  as_at: 2018-01-22
council:
  name: Example County Council
"""


def theme(column, size):
    """The theme of the briefing with another column and size of its text."""
    with open("templates/briefing/theme.yaml", encoding="utf-8") as file:
        text = file.read()
    margin = (A4 - column) / 2 * 25.4 / 72
    text = re.sub(r"(margin_(?:left|right)): \d+", rf"\1: {margin:.4f}", text)
    return re.sub(r"  body: {face: regular, size: 12, leading: 17,",
                  f"  body: {{face: regular, size: {size}, leading: {size * LEADING:.1f},", text)


def councilbrief(program, folder, texts, column, size):
    template = os.path.join(folder, "templates", "paragraphs")
    os.makedirs(template)
    write(folder, "paragraphs.yaml", SPEC)
    write(template, "theme.yaml", theme(column, size))
    for name in ("frameworks.yaml", "bank-holidays.yaml"):
        shutil.copy(os.path.join("templates", name), os.path.join(folder, "templates"))
    escaped = [re.sub(r"([\\`*_<>&#\[\]|~])", r"\\\1", text) for text in texts]
    write(template, "briefing.md", "# {{ briefing.title }}\n\n" + "\n\n".join(escaped) + "\n")
    return run([program, "build", "-o", ".", "-t", "paragraphs", "--templates", "templates",
                "paragraphs.yaml"], folder, "paragraphs.pdf")


# ---- Typst ----------------------------------------------------------------------------------

TYPST_TEXT = """#set page(width: {page}pt, height: 841.89pt, margin: (x: {margin}pt, y: 60pt))
#set text(font: "Lato", size: {size}pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: false, linebreaks: "optimized", leading: 0.65em, spacing: 1.2em)
{rules}#for text in json("texts.json") {{ par(text) }}
"""


def typst(program, folder, texts, column, size, rules=""):
    del program
    for name in ("set.mjs", "package.json"):
        shutil.copy(os.path.join(HERE, name), folder)
    write(folder, "texts.json", json.dumps(texts))
    write(folder, "main.typ", TYPST_TEXT.format(page=A4, margin=(A4 - column) / 2, size=size,
                                                rules=rules))
    return run(["node", "set.mjs", ".", FONTS], folder, "main.pdf")


# ---- LuaLaTeX -------------------------------------------------------------------------------

LATEX_TEXT = r"""\documentclass{article}
\usepackage[paperwidth=%(page)sbp,paperheight=841.89bp,hmargin=%(margin)sbp,vmargin=60bp]{geometry}
\usepackage{fontspec,ragged2e}
\usepackage[british]{babel}
\setmainfont{%(font)s}[Path=%(fonts)s/,Renderer=HarfBuzz]
\pagestyle{empty}\setlength{\parskip}{8bp}
\begin{document}%(ragged)s
\setlength{\parindent}{0pt}\fontsize{%(size)sbp}{%(leading)sbp}\selectfont
%(text)s
\end{document}
"""


def latex(program, folder, texts, column, size, ragged=r"\RaggedRight"):
    del program
    escaped = [re.sub(r"([#$%&_{}])", r"\\\1", text) for text in texts]
    write(folder, "main.tex", LATEX_TEXT % {
        "page": A4, "margin": (A4 - column) / 2, "fonts": FONTS, "font": FONT, "ragged": ragged,
        "size": size, "leading": size * LEADING, "text": "\n\n".join(escaped)})
    return run(["lualatex", "-interaction=batchmode", "main.tex"], folder, "main.pdf")


# The house rules as far as each can be told: names keep whole, three letters stay on each side (of
# Typst's hyphens only the first can be asked for), and no line is overfull (TeX needs a tolerance).
TYPST_HOUSE = '#show regex("\\\\b\\\\p{Lu}\\\\p{L}+"): set text(hyphenate: false)\n'
LATEX_HOUSE = r"\RaggedRight\uchyph=0\lefthyphenmin=3\righthyphenmin=3\tolerance=9999 "

SETTERS = [
    ("councilbrief", councilbrief),
    ("Typst, house rules", functools.partial(typst, rules=TYPST_HOUSE)),
    ("LuaLaTeX, house rules", functools.partial(latex, ragged=LATEX_HOUSE)),
    ("Typst as it comes", typst),
    ("LuaLaTeX as it comes", latex),
    ("LuaLaTeX, looser", functools.partial(latex, ragged=r"\emergencystretch=3em\RaggedRight ")),
]
