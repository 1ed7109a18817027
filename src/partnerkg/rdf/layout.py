"""How Turtle and TriG look here: sorted, one predicate a line, short lists of objects on one line."""

from __future__ import annotations

from itertools import chain

from partnerkg.rdf.blank import Blanks
from partnerkg.rdf.terms import LINE_FEED, NIL, Predicates, Texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from partnerkg.rdf.statements import Graphs

STEP = "    "
WIDTH = 90  # characters of objects that may share a line


def document(graphs: Graphs, prefixes: Mapping[str, str]) -> Iterator[str]:
    """Return the text of the dataset in pieces; it empties `graphs` on the way.

    The prefixes used come first, then the default graph, the graphs by IRI, those named by blank nodes.
    """
    layout = Layout(graphs, prefixes)
    names = sorted(graphs, key=layout.place)
    parts = [layout.graph(name, graphs.pop(name)) for name in names]
    header = layout.header()
    yield from header
    for number, piece in enumerate(chain.from_iterable(parts)):
        yield (piece if number or header else piece.lstrip()).replace(LINE_FEED, "\n")


class Layout(Texts):
    """The texts of the terms of a document, blank nodes with all that stands inside them."""

    def __init__(self, graphs: Graphs, prefixes: Mapping[str, str]) -> None:
        super().__init__(prefixes)
        self._blanks = Blanks(graphs)
        self._predicates = Predicates(self)
        self.careful = bool(self._blanks)  # whether blank nodes stand inside others or have labels
        self._table = prefixes

    def __missing__(self, token: str) -> str:
        if token[0] == "_":
            return self._blank(token)
        return super().__missing__(token)

    def header(self) -> list[str]:
        """Return a line for each prefix used so far."""
        return [f"@prefix {prefix}: <{self._table[prefix]}> .\n" for prefix in sorted(self.used)]

    def place(self, name: str) -> tuple[bool, str]:
        """Return where the graph stands among the graphs."""
        return (True, self._blanks.labels[name]) if name[:1] == "_" else (False, name[:-1])

    def graph(self, name: str, lines: list[str]) -> list[str]:
        """Return one graph: its subjects sorted, a blank line between them."""
        if not name:
            return [f"\n{block}" for block in self.blocks(lines, "")]
        return [f"\n{self._title(name)} {{\n", "\n".join(self.blocks(lines, STEP)), "}\n"]

    def _title(self, token: str) -> str:
        return self._blanks.labels.get(token, "[]") if token[0] == "_" else self.name(token)

    def blocks(self, lines: list[str], indent: str) -> list[str]:
        """Return one block a subject: those with an IRI, those without a name, those with a label."""
        texts, predicates, careful = self, self._predicates, self.careful
        blocks: list[str] = []
        rows: list[str] = []
        subject = last = previous = ""
        several = careful
        lines.sort()
        for line in lines:
            s, p, o = line.split(" ", 2)
            if s != subject:
                if rows:
                    blocks.append(self._block(subject, rows, several, indent))
                subject, last, several, rows = s, "", careful, []
            if p == last:
                if line == previous:
                    continue
                several = True
            last, previous = p, line
            rows.append(f"{predicates[p]} {texts[o]}")
        blocks.append(self._block(subject, rows, several, indent))
        return sorted(blocks, key=_by_subject if careful else None)

    def _block(self, subject: str, rows: list[str], several: bool, indent: str) -> str:
        rows.sort()
        if several:
            rows = _merged(rows, indent + STEP)
        text = f" ;\n{indent}{STEP}".join(rows)
        title = self[subject] if subject[0] == "<" and subject != NIL else self._title(subject)
        return f"{indent}{title}{text} .\n" if text[0] == " " else f"{indent}{title} {text} .\n"

    def _blank(self, token: str) -> str:
        label = self._blanks.labels.get(token)
        if label:
            return label
        if self._blanks.is_list(token):
            return _enclosed("(", " ", [self[item] for item in self._blanks.items(token)], ")")
        pairs = (pair.split(" ", 1) for pair in self._blanks.inside[token])
        rows = sorted(f"{self._predicates[p]} {self[o]}" for p, o in pairs)
        return _enclosed("[", " ; ", _merged(rows, ""), "]") if rows else "[]"


def _by_subject(block: str) -> tuple[bool, str]:
    return block.lstrip()[0] in "[_", block


def _merged(rows: list[str], pad: str) -> list[str]:
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
