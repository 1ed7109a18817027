"""The blocks of a Turtle or TriG document: what one graph says of one subject.

Statements are made text as they come, then sorted outside memory as records of `graph, NUL, subject, NUL,
rows`, where a row is `predicate object`. Those with blank nodes wait in memory, because their labels
depend on all of them.
"""

from __future__ import annotations

from itertools import groupby

from partnerkg.files.runs import Runs
from partnerkg.rdf.blank import Blanks
from partnerkg.rdf.layout import STEP, Layout, block, merged
from partnerkg.rdf.statements import Graphs, is_blank
from partnerkg.rdf.terms import LINE_FEED, NIL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.rdf.kept import Kept

_FIELD, _ROW = "\x00", "\x01"  # between fields and between rows: no term holds them, and they come first
_LAST = "\U0010ffff"  # before what comes after everything with an IRI
# Rows of different predicates, of some more than once, rows with blank nodes, all that is to be written.
_PLAIN, _SEVERAL, _NESTED, _WHOLE = "0123"
TOGETHER = 1 << 12  # records added at once
_KNOWN = 1 << 16  # texts of terms that are kept


class Blocks:
    """A document on its way: `take` its statements, then read its `text`, once."""

    def __init__(self, kept: Kept, *, union: bool = False) -> None:
        """Take prefixes and tags; with `union`, all graphs become the default graph."""
        self._layout = Layout(kept)
        self._union = union
        self._records: list[str] = []
        self._runs = Runs()
        self._aside = Graphs()

    def take(self, text: str) -> None:
        """Add canonical N-Quads; UnwritableTerm for what only RDF 1.2 can say."""
        texts, predicates, union = self._layout, self._layout.predicates, self._union
        subject = name = ""
        rows: list[str] = []
        kinds: list[str] = []
        for line in self._aside.sift(text, union=union):
            s, p, o = line.split(" ", 2)
            thing, _, graph = o.rpartition(" ")  # as `apart`, without the time that a call takes
            if thing and '"' not in graph and graph != ")>>":
                o = thing
            else:
                graph = ""
            if s != subject or (graph != name and not union):
                if rows:
                    self._add(name, subject, rows, kinds)
                subject, name, rows, kinds = s, "" if union else graph, [], []
            rows.append(f"{predicates[p]} {texts[o]}")
            kinds.append(p)
        if rows:
            self._add(name, subject, rows, kinds)
        if len(self._records) >= TOGETHER:
            self._put()

    def text(self) -> Iterator[str]:
        """Return the document in pieces: the prefixes used, the default graph, the graphs by name."""
        self._take_blanks()
        self._put()
        header = self._layout.header()
        yield from header
        gap = "\n" if header else ""
        last = ""
        for graph, found in self._blocks():
            if graph != last:
                yield f"}}\n{gap}" if last else gap
                yield f"{self._title(graph)} {{\n"
                last, gap = graph, ""
            yield f"{gap}{found}".replace(LINE_FEED, "\n")
            gap = "\n"
        if last:
            yield "}\n"

    def _add(self, graph: str, subject: str, rows: list[str], kinds: list[str]) -> None:
        kind = _PLAIN
        if len(rows) > 1:
            rows.sort()
            if len(set(kinds)) < len(kinds):
                kind = _SEVERAL
        place = self._place(graph) if graph else ""
        title = self._layout[subject] if subject != NIL else self._layout.name(subject)
        self._records.append(f"{place}{_FIELD}{title}{_FIELD}{kind}{_ROW.join(rows)}")

    def _place(self, graph: str) -> str:
        """Return where a graph stands: a name goes before those that go on, so its bracket is left out."""
        title = self._layout.subject(graph)  # its prefix is used
        return _LAST + title if is_blank(graph) else graph[:-1]

    def _title(self, place: str) -> str:
        return place[1:] if place[0] == _LAST else self._layout.subject(f"{place}>")

    def _take_blanks(self) -> None:
        """Add the statements with blank nodes, now that all of them are known."""
        layout = self._layout
        layout.blanks = Blanks(self._aside)
        for graph, lines in self._aside.items():
            for subject, found in groupby(sorted(set(lines)), key=lambda line: line.partition(" ")[0]):
                pairs = (line.split(" ", 2)[1:] for line in found)
                rows = sorted(f"{layout.predicates[p]} {layout[o]}" for p, o in pairs)
                title = layout.subject(subject)
                if is_blank(subject):
                    indent = STEP if graph else ""
                    title, kind = _LAST + title, _WHOLE
                    text = block(title[1:], merged(rows, indent + STEP), indent)
                else:
                    kind, text = _NESTED, _ROW.join(rows)
                place = self._place(graph) if graph else ""
                self._records.append(f"{place}{_FIELD}{title}{_FIELD}{kind}{text}")
        self._aside.clear()

    def _put(self) -> None:
        self._runs.add(self._records)
        self._records = []
        if len(self._layout) > _KNOWN:
            self._layout.forget()

    def _blocks(self) -> Iterator[tuple[str, str]]:
        """Yield the place of its graph and the text of each block, in order."""
        last = ""
        waiting: list[str] = []
        for record in self._runs:
            start, _, rows = record.rpartition(_FIELD)
            if start != last or rows[0] == _WHOLE:
                if waiting:
                    yield _block(last, waiting)
                last, waiting = start, []
            waiting.append(rows)
        if waiting:
            yield _block(last, waiting)


def _block(start: str, found: list[str]) -> tuple[str, str]:
    """Return the place of its graph and the text of a block, of which several records may have rows."""
    graph, _, title = start.partition(_FIELD)
    kind, rows = found[0][0], found[0][1:]
    if kind == _WHOLE:
        return graph, rows
    indent = STEP if graph else ""
    if kind == _PLAIN and len(found) == 1:
        return graph, block(title, rows.split(_ROW), indent)
    several = {row for part in found if part[0] != _NESTED for row in part[1:].split(_ROW)}
    nested = [row for part in found if part[0] == _NESTED for row in part[1:].split(_ROW)]
    return graph, block(title, merged(sorted([*several, *nested]), indent + STEP), indent)
