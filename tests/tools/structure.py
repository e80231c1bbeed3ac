"""Reads `--dump structure`: documents as lists of elements and texts, and their tables."""
import collections
import re
import subprocess

NODE = re.compile(r'^( *)(?:"(.*)"|(\w+) page (\d+)(.*))$')


Node = collections.namedtuple("Node", "depth tag page more text")


def documents(program, length, specifications):
    """Each as a list of nodes; a text has the tag ''. In the order of the specifications."""
    result = subprocess.run([program, "build", "--length", length, "--dump", "structure", str(specifications)],
                            stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8",
                            check=False)
    for part in re.split(r"^Document page 1$", result.stdout, flags=re.M)[1:]:
        found = [NODE.match(line) for line in part.splitlines()]
        yield [Node(len(m[1]), m[3] or "", int(m[4] or 0), m[5] or "", m[2] or "") for m in found if m]


def under(nodes, i):
    """Where the node at i ends."""
    end = i + 1
    while end < len(nodes) and nodes[end].depth > nodes[i].depth:
        end += 1
    return end


def at(nodes, i):
    return nodes[i:under(nodes, i)]


def spaced(text):
    return text.replace("\u00ad", "").replace("\u00a0", " ").replace("\u202f", " ")


def text_of(nodes):
    return re.sub(r"\s+", " ", spaced("".join(node.text for node in nodes if not node.tag))).strip()


def all_of(nodes, *tags):
    """The parts of a document that are such an element."""
    return [at(nodes, i) for i, node in enumerate(nodes) if node.tag in tags]


def number(node, word):
    found = re.search(rf"\b{word} (\d+)", node.more)
    return int(found[1]) if found else 1


class Table:
    """Its caption, and its cells by row and column: one that spans several stands at each of them."""

    def __init__(self, nodes):
        self.caption = " ".join(text_of(part) for part in all_of(nodes, "Caption"))
        self.pages = {node.page for node in nodes if node.tag == "TR"}
        self.cells, self.rows = {}, 0
        for row in all_of(nodes, "TR"):
            column = 0
            for cell in all_of(row, "TH", "TD"):
                while (self.rows, column) in self.cells:
                    column += 1
                text = re.sub(r" \([\d, ]+\)$", "", text_of(cell))
                for down in range(number(cell[0], "rows")):
                    for right in range(number(cell[0], "columns")):
                        self.cells[self.rows + down, column + right] = text
                column += number(cell[0], "columns")
            self.rows += 1
        self.columns = 1 + max((column for _, column in self.cells), default=-1)

    def row(self, i):
        return [self.cells.get((i, column), "") for column in range(self.columns)]

    def all(self):
        return [self.row(i) for i in range(self.rows)]


def tables(nodes):
    return [Table(part) for part in all_of(nodes, "Table")]


def pages_of(nodes):
    return max(node.page for node in nodes)
