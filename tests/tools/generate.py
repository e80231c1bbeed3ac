"""Random templates within the grammar, with data to fill them: the same for the same seed.

Most expressions fit the kind of value that is asked for; some do not, and some templates lose or
gain a character, so that refusals are tried too."""
import json
import random
import struct

TEXTS = ["", "a", "Norfolk", "norwich", "NORFOLK", "  space ", "two words", "été", "O'Neil-smith (x)",
         "*bold*", "{{ x }}", "a\nb\n", "12", "-3.50", "1e3", "x < y", "ﬀ", "tab\there", "Ångström"]
FLOATS = [0.0, -0.0, 0.1, 0.2, 0.5, 1.5, 2.5, -2.5, 2.675, 1e16, 1e-5, 123456.789, 1e300, 99.95,
          1 / 3, 5e-324, 1e22, 1e23, 16.5, -0.125]
KINDS = ["good", "Good", "inadequate", "outstanding"]


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.names = []
        self.loops = 0

    def pick(self, *choices):
        chosen = self.random.choice(choices)
        return chosen() if callable(chosen) else chosen

    def chance(self, share):
        return self.random.random() < share

    # ---- data ----

    def any_real(self):
        while True:
            value = struct.unpack("<d", self.random.randbytes(8))[0]
            if value == value and abs(value) < 1e308:
                return value

    def some_real(self):
        return self.random.choice(FLOATS) if self.chance(0.7) else self.any_real()

    def whole(self):
        return self.random.choice([0, 1, 2, 3, 7, 10, 11, 21, 100, -1, -7, 12345, 1234567, 2**53 + 1])

    def row(self):
        row = {"name": self.random.choice(TEXTS), "count": self.whole(), "rate": self.some_real(),
               "kind": self.random.choice(KINDS), "when": self.random.choice(["2018-01-19", "2013-12"]),
               "tags": [self.random.choice(TEXTS) for _ in range(self.random.randrange(3))]}
        if self.chance(0.3):
            del row[self.random.choice(list(row))]
        return row

    def data(self):
        several = lambda make: [make() for _ in range(self.random.randrange(5))]
        return {"n": self.whole(), "x": self.some_real(), "s": self.random.choice(TEXTS),
                "t": self.random.choice(TEXTS), "flag": self.chance(0.5), "nothing": None,
                "ints": several(self.whole), "reals": several(self.some_real),
                "words": several(lambda: self.random.choice(TEXTS)), "rows": several(self.row),
                "m": {self.random.choice(TEXTS[1:]): self.whole() for _ in range(3)},
                "day": "2018-01-19"}

    # ---- expressions ----

    def name_of(self, kind):
        fitting = [name for name, its in self.names if its == kind]
        return self.random.choice(fitting) if fitting and self.chance(0.5) else None

    def literal_text(self):
        quote = self.random.choice("'\"")
        text = self.random.choice(TEXTS).replace("\\", "\\\\").replace(quote, "\\" + quote)
        return quote + text.replace("\n", "\\n").replace("\t", "\\t") + quote

    def make(self, kind, depth):
        """An expression of a kind, or, now and then, of another."""
        if self.chance(0.02):
            kind = self.random.choice(["int", "real", "text", "bool", "ints", "words", "rows", "map"])
        name = self.name_of(kind)
        if name:
            return name
        return getattr(self, kind + "_leaf" if depth <= 0 else kind)(depth - 1)

    def int_leaf(self, _):
        return self.pick("n", str(abs(self.whole())), "(ints | length)", "words | length", "7")

    def real_leaf(self, _):
        return self.pick("x", "1.5", "0.1", "2.50", "16.5", "100.0", "0.00001", "3.14159")

    def text_leaf(self, _):
        return self.pick("s", "t", self.literal_text, self.literal_text)

    def bool_leaf(self, _):
        return self.pick("flag", "true", "false", "zz is defined", "not flag", "nothing is none")

    def ints_leaf(self, _):
        return self.pick("ints", "[3, 1, 2]", "[]", "[1]", "[n, 1]", "m.values", "reals")

    def words_leaf(self, _):
        return self.pick("words", "['b', 'A', 'B', 'a']", "[s, t]", "m")

    def rows_leaf(self, _):
        return "rows"

    def map_leaf(self, _):
        return "m"

    def operand(self, kind, depth):
        text = self.make(kind, depth)
        return f"({text})" if self.chance(0.7) else text

    def int(self, depth):
        i = lambda: self.operand("int", depth)
        return self.pick(
            lambda: f"{i()} {self.pick('+', '-', '*', '//', '%')} {i()}", lambda: f"-{i()}",
            lambda: f"{i()} if {self.make('bool', depth)} else {i()}",
            lambda: f"{self.operand(self.pick('text', 'real', 'int'), depth)} | int(0)",
            lambda: f"{self.operand('ints', depth)} | {self.pick('sum', 'min', 'max', 'first', 'last')}",
            lambda: f"{self.operand(self.pick('ints', 'words', 'text', 'rows'), depth)} | length",
            lambda: f"{i()} | abs", lambda: f"{self.operand('ints', depth)}[{self.pick(0, 1, -1)}]",
            lambda: f"{i()} | default({i()})", lambda: self.loop("index", "index0", "length", "revindex",
                                                                 "revindex0", "depth"),
            lambda: "rows | sum(attribute='count')", lambda: f"m[{self.make('text', depth)}]",
            lambda: "(rows | first).count", lambda: f"rows[0]['count'] | default({i()})",
            lambda: f"loop.cycle({i()}, {i()})" if self.loops else i(),
            lambda: f"{i()} and {i()}", lambda: f"{i()} or {i()}")

    def real(self, depth):
        r = lambda: self.operand(self.pick("real", "real", "int"), depth)
        return self.pick(
            lambda: f"{r()} {self.pick('+', '-', '*', '/', '//', '%')} {r()}", lambda: f"-{r()}",
            lambda: f"{r()} / {r()}", lambda: f"{r()} | round({self.random.randrange(4)})",
            lambda: f"{r()} | round(1, '{self.pick('ceil', 'floor', 'common')}')",
            lambda: f"{self.operand(self.pick('text', 'real', 'int'), depth)} | float",
            lambda: f"{r()} | abs", lambda: f"reals | {self.pick('sum', 'min', 'max', 'first', 'last')}",
            lambda: f"{r()} if {self.make('bool', depth)} else {r()}", lambda: "(rows | last).rate")

    def text(self, depth):
        t = lambda: self.operand("text", depth)
        some = lambda: self.operand(self.pick("text", "int", "real"), depth)
        return self.pick(
            lambda: f"{some()} ~ {some()}", lambda: f"{t()} + {t()}",
            lambda: f"{some()} | {self.pick('upper', 'lower', 'title', 'capitalize', 'trim', 'string')}",
            lambda: f"{t()} | replace({self.literal_text()}, {t()})",
            lambda: f"{self.operand(self.pick('words', 'ints'), depth)} | join({self.pick('', self.literal_text)})",
            lambda: f"rows | join(', ', attribute='{self.field()}')",
            lambda: f"{self.operand('words', depth)} | {self.pick('first', 'last', 'min', 'max')}",
            lambda: f"zz | default({t()})", lambda: f"{t()} | default({t()}, true)",
            lambda: f"{self.operand('int', depth)} | {self.pick('ordinal', 'number', 'money', 'percent', 'spelt')}",
            lambda: f"{self.operand('real', depth)} | {self.pick('number', 'money', 'percent', 'spelt')}",
            lambda: f"{self.operand('int', depth)} | plural({t()}, {t()})",
            lambda: f"{self.operand('words', depth)} | words({self.pick('', self.literal_text)})",
            lambda: f"day | date({self.pick('', repr('short'), repr('iso'))})",
            lambda: f"{t()} if {self.make('bool', depth)}{self.pick('', lambda: ' else ' + t())}",
            lambda: self.loop("previtem | default('-')", "nextitem | default('-')"))

    def bool(self, depth):
        kind = self.pick("int", "real", "text")
        a = lambda: self.operand(kind, depth)
        number = lambda: self.operand(self.pick("int", "real"), depth)
        b = lambda: self.operand("bool", depth)
        compare = lambda: self.pick("==", "!=", "<", "<=", ">", ">=")
        return self.pick(
            lambda: f"{a()} {compare()} {a()}", lambda: f"{number()} {compare()} {number()}",
            lambda: f"{number()} < {number()} <= {number()}", lambda: f"{b()} and {b()}",
            lambda: f"{b()} or {b()}", lambda: f"not {b()}",
            lambda: f"{self.operand('text', depth)} {self.pick('in', 'not in')} {self.operand(self.pick('words', 'text', 'map'), depth)}",
            lambda: f"{self.operand('int', depth)} in {self.operand('ints', depth)}",
            lambda: f"{self.operand('int', depth)} is {self.pick('odd', 'even', 'divisibleby 3', 'divisibleby(2)')}",
            lambda: f"{self.operand(self.pick('text', 'int', 'real', 'ints', 'map', 'bool'), depth)} is {self.pick('', 'not ')}"
                    f"{self.pick('number', 'string', 'mapping', 'iterable', 'none', 'defined', 'integer', 'float', 'boolean', 'true')}",
            lambda: f"{a()} is {self.pick('eq', 'equalto', 'ne', 'lt', 'ge')}({a()})",
            lambda: f"{self.operand('text', depth)} is in({self.operand('words', depth)})",
            lambda: self.loop("first", "last"), lambda: f"{self.operand('ints', depth)} == {self.operand('ints', depth)}")

    def list_of(self, leaf, item, depth):
        it = lambda: self.operand(leaf, depth)
        return self.pick(
            lambda: f"[{', '.join(self.make(item, depth) for _ in range(self.random.randrange(4)))}]",
            lambda: f"{it()} | sort", lambda: f"{it()} | sort(reverse={self.make('bool', 0)})",
            lambda: f"{it()} | unique | list", lambda: f"{it()} | reverse | list", lambda: f"{it()} | list",
            lambda: f"{it()} | {self.pick('select', 'reject')} | list")

    def ints(self, depth):
        it = lambda: self.operand("ints", depth)
        return self.pick(
            lambda: self.list_of("ints", "int", depth),
            lambda: f"{it()} | {self.pick('select', 'reject')}('{self.pick('odd', 'even')}') | list",
            lambda: f"{it()} | select('{self.pick('gt', 'le', 'equalto', 'divisibleby')}', {self.make('int', 0)}) | list",
            lambda: f"{it()} | map('abs') | list", lambda: "rows | map(attribute='count') | list",
            lambda: "rows | map(attribute='count', default=0) | list",
            lambda: f"{self.operand('words', depth)} | map('length') | list",
            lambda: f"({it()} | batch({self.pick(1, 2, 3)}) | first)")

    def words(self, depth):
        it = lambda: self.operand("words", depth)
        return self.pick(
            lambda: self.list_of("words", "text", depth),
            lambda: f"{it()} | map('{self.pick('upper', 'trim', 'capitalize', 'length')}') | list",
            lambda: f"{it()} | map('replace', {self.literal_text()}, '-') | list",
            lambda: f"rows | map(attribute='{self.field()}') | list",
            lambda: f"{it()} | sort(case_sensitive={self.make('bool', 0)})", lambda: "m | list",
            lambda: f"({it()} | batch(2, 'z') | last)")

    def rows(self, depth):
        it = lambda: self.operand("rows", depth)
        test = lambda: self.pick("'defined'", "'undefined'", "'equalto', 'good'", "'in', ['good', 'x']",
                                 "'gt', 1", "'string'", "'number'", "")
        return self.pick(
            lambda: f"{it()} | sort(attribute='{self.field()}')",
            lambda: f"{it()} | {self.pick('selectattr', 'rejectattr')}('{self.field()}', {test()}) | list",
            lambda: f"{it()} | unique(attribute='{self.field()}') | list",
            lambda: f"[{it()} | {self.pick('min', 'max')}(attribute='count')]", "rows")

    def map(self, _):
        return self.pick("m", "(rows | first)", "rows[0]")

    def field(self):
        return self.pick("name", "count", "rate", "kind", "when", "tags", "kind", "name", "nope")

    def loop(self, *parts):
        return f"(loop.{self.random.choice(parts)})" if self.loops else "n"

    # ---- statements ----

    def plain(self):
        return self.pick(" ", "\n", "text ", "\n\n", "  \n", "| a | b |\n", "\t", "{ not } ", "# head\n", "é")

    def open_tag(self):
        return self.pick("{%", "{%", "{%", "{%-", "{%+")

    def close_tag(self):
        return self.pick("%}", "%}", "%}", "-%}", "+%}")

    def tag(self, text):
        return f"{self.open_tag()} {text} {self.close_tag()}"

    def body(self, depth):
        return "".join(self.statement(depth) for _ in range(self.random.randrange(1, 4)))

    def statement(self, depth):
        if depth <= 0:
            return self.pick(self.plain, lambda: self.printed(1))
        return self.pick(self.plain, self.plain, lambda: self.printed(2), lambda: self.printed(3),
                         lambda: self.choice(depth), lambda: self.repeat(depth), self.setting,
                         lambda: "{#" + self.pick("-", "") + " c {{ " + self.pick("-", "", "+") + "#}",
                         lambda: "{% raw %}{{ a }}\n{% " + self.pick("", "-") + "endraw %}".replace("% -", "%-"))

    def printed(self, depth):
        kind = self.pick("int", "real", "text", "text")
        return f"{{{{{self.pick('', '-')} {self.make(kind, depth)} {self.pick('', '-')}}}}}"

    def choice(self, depth):
        text = self.tag("if " + self.make("bool", 2)) + self.scoped(depth)
        if self.chance(0.3):
            text += self.tag("elif " + self.make(self.pick("int", "text", "words"), 1)) + self.scoped(depth)
        if self.chance(0.4):
            text += self.tag("else") + self.scoped(depth)
        return text + self.tag("endif")

    def scoped(self, depth):
        """What is set in a branch may not be there behind it."""
        known = list(self.names)
        text = self.body(depth - 1)
        self.names = known if self.chance(0.9) else self.names
        return text

    def repeat(self, depth):
        target, names, source = self.pick(
            lambda: ("i", [("i", "int")], self.make("ints", 1)),
            lambda: ("w", [("w", "text")], self.make("words", 1)),
            lambda: ("r", [("r.count", "int"), ("r.name", "text"), ("r['rate']", "real"), ("r.tags", "words")],
                     self.make("rows", 1)),
            lambda: ("k, v", [("k", "text"), ("v", "int")], "m | items"),
            lambda: ("kind, group", [("kind", "text"), ("group", "rows")], "rows | groupby('kind', default='')"),
            lambda: ("g", [("g.grouper", "text"), ("g.list", "rows")], "rows | groupby('kind')"),
            lambda: ("row", [("row", "ints")], f"ints | batch({self.pick(1, 2)})"))
        known = list(self.names)
        self.names += names
        loops, self.loops = self.loops, 0
        condition = f" if {self.make('bool', 1)}" if self.chance(0.3) else ""
        self.loops = loops + 1
        text = self.tag(f"for {target} in {source}{condition}") + self.body(depth - 1)
        self.loops = loops
        self.names = known
        if self.chance(0.3):
            text += self.tag("else") + self.scoped(depth)
        return text + self.tag("endfor")

    def setting(self):
        kind = self.pick("int", "real", "text", "words", "ints", "rows")
        name = self.pick("v1", "v2", "v3")
        text = self.tag(f"set {name} = {self.make(kind, 2)}")
        self.names = [(known, its) for known, its in self.names if known != name] + [(name, kind)]
        return text

    def damaged(self, template):
        at = self.random.randrange(len(template) + 1)
        return template[:at] + self.pick("", "", "{", "%", "}", "-", "'", "|", "(", ".", " ") + template[at + 1:]

    def case(self, name):
        data = self.data()
        template = self.body(3)
        if self.chance(0.03):
            template = self.damaged(template)
        return {"name": name, "template": template, "files": {},
                "data": json.dumps(data, ensure_ascii=self.chance(0.5))}


def numbers(count, seed):
    """Doubles of every size, printed and rounded."""
    generator = Generator(f"{seed} numbers")
    reals = [generator.any_real() for _ in range(count)]
    return {"name": "numbers", "files": {}, "data": json.dumps({"reals": reals}),
            "template": "{% for r in reals %}{{ r }} {{ r | round(2) if r < 1e15 }}\n{% endfor %}"}


def cases(count, seed):
    yield numbers(2000, seed)
    for i in range(1, count):
        yield Generator(f"{seed} {i}").case(f"seed {seed}, template {i}")
