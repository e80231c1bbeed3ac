"""Prints a theme with some of its lines replaced: those with the same indentation and key.

usage: theme_with.py THEME LINES
"""
import re
import sys


def key(line):
    found = re.match(r"\s*[^\s:#]+:", line)
    return found.group() if found else None


def main(theme, lines):
    with open(lines, encoding="utf-8") as file:
        instead = {key(line): line for line in file if key(line)}
    with open(theme, encoding="utf-8") as file:
        for line in file:
            sys.stdout.write(instead.pop(key(line), line))
    return len(instead)


sys.exit(main(*sys.argv[1:]))
