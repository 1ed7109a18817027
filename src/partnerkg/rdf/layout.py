"""How Turtle and TriG look here: sorted, one predicate a line, short lists of objects on one line."""

from __future__ import annotations

from partnerkg.rdf.blank import Blanks
from partnerkg.rdf.statements import Graphs
from partnerkg.rdf.terms import NIL, Predicates, Texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.rdf.kept import Kept

STEP = "    "
WIDTH = 90  # characters of objects that may share a line


class Layout(Texts):
    """The texts of the terms of a document, blank nodes with all that stands inside them.

    `blanks` are set once all statements with blank nodes are known.
    """

    def __init__(self, kept: Kept) -> None:
        super().__init__(kept.prefixes, kept.tags)
        self.blanks = Blanks(Graphs())
        self.predicates = Predicates(self)
        self._table = kept.prefixes

    def header(self) -> list[str]:
        """Return a line for each prefix used so far."""
        return [f"@prefix {prefix}: <{self._table[prefix]}> .\n" for prefix in sorted(self.used)]

    def subject(self, token: str) -> str:
        """Return the text of a subject or of the name of a graph."""
        if token[0] == "_":
            return self.blanks.labels.get(token, "[]")
        return self[token] if token != NIL else self.name(token)

    def blank(self, token: str) -> str:
        """Return the label of a blank node, else all that is said of it."""
        label = self.blanks.labels.get(token)
        if label:
            return label
        if self.blanks.is_list(token):
            return _enclosed("(", " ", [self[item] for item in self.blanks.items(token)], ")")
        pairs = (pair.split(" ", 1) for pair in self.blanks.inside[token])
        rows = sorted(f"{self.predicates[p]} {self[o]}" for p, o in pairs)
        return _enclosed("[", " ; ", merged(rows, ""), "]") if rows else "[]"


def block(title: str, rows: list[str], indent: str) -> str:
    """Return what is said of one subject; the row of `a` begins with a space already."""
    text = f" ;\n{indent}{STEP}".join(rows)
    return f"{indent}{title}{text} .\n" if text[0] == " " else f"{indent}{title} {text} .\n"


def merged(rows: list[str], pad: str) -> list[str]:
    """Return the sorted "predicate object" rows with one row a predicate, no object twice."""
    found: dict[str, list[str]] = {}
    for row in rows:
        end = row.index(" ", 1)  # the row of `a` begins with a space, to be the first
        found.setdefault(row[:end], []).append(row[end + 1 :])
    return [_row(name, objects).replace("\n", "\n" + pad) for name, objects in found.items()]


def _row(name: str, objects: list[str]) -> str:
    one = " , ".join(objects)
    if len(objects) == 1 or (len(one) <= WIDTH and "\n" not in one):
        return f"{name} {one}"
    return f"{name}\n{STEP}" + f" ,\n{STEP}".join(text.replace("\n", "\n" + STEP) for text in objects)


def _enclosed(opening: str, between: str, rows: list[str], closing: str) -> str:
    """Return the rows between brackets: on one line if short, else a line each."""
    one = f"{opening} {between.join(rows).lstrip()} {closing}"
    if len(one) <= WIDTH and "\n" not in one:
        return one
    lines = f"{between.rstrip()}\n{STEP}".join(row.replace("\n", "\n" + STEP) for row in rows)
    return f"{opening}\n{STEP}{lines.lstrip()}\n{closing}"
