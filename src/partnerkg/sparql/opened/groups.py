"""What stands in a group graph pattern (SPARQL 1.1 §5), opened."""

from __future__ import annotations

import re

from partnerkg.sparql import tokens
from partnerkg.sparql.opened import paths
from partnerkg.sparql.opened.cursor import Cursor
from partnerkg.sparql.opened.shapes import Chain, Opened, Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from pyoxigraph import Variable

    from partnerkg.model.terms import Term
    from partnerkg.sparql.opened.paths import Path
    from partnerkg.sparql.opened.words import Words

    Inner = Callable[[Cursor], str]

_UNBOUND = re.compile(r"!BOUND\([?$](\w+)\)", re.IGNORECASE)
_ENDS = ("FILTER", "OPTIONAL", "MINUS", "GRAPH", "BIND", "VALUES", "UNION", "SELECT", "LATERAL")


class Groups:
    """Opens groups into `opened`; `subquery` opens a SELECT that stands in one.

    `inside` says that they stand in another, which may find something without them.
    """

    def __init__(self, words: Words, opened: Opened, subquery: Inner, *, inside: bool = False) -> None:
        self.words = words
        self.opened = opened
        self.subquery = subquery
        self.graph: str | None = None
        self._depth = int(inside)  # how many groups are open that need not be found, or count as that
        self._way = ""  # what is bound where the group that is open was gone through

    def group(self, cursor: Cursor) -> str:
        """Return the group that begins here, opened, and go on behind it."""
        cursor.expect("{")
        if cursor.says("SELECT"):
            text = self.subquery(cursor)
            cursor.expect("}")
            return text
        around, self._way = self._way, ""
        pieces = []
        while not cursor.marks("}"):
            pieces.append(self._member(cursor))
        cursor.expect("}")
        if self._way:
            pieces.append(f"BIND(true AS {self._way})")
        self._way = around
        return "{ " + " ".join(pieces) + " }"

    def _member(self, cursor: Cursor) -> str:
        if cursor.marks("{"):
            return self._unsure(cursor)
        if cursor.marks("."):
            cursor.take()  # each triple brings its own
            return ""
        for keyword, read in (
            ("FILTER", self._filter),
            ("MINUS", self._minus),
            ("GRAPH", self._graph),
            ("BIND", self._copied),
            ("VALUES", self._values),
        ):
            if cursor.says(keyword):
                return read(cursor)
        if cursor.says("OPTIONAL", "UNION"):
            keyword = cursor.take().text
            return f"{keyword} {self._unsure(cursor)}"
        return self._triples(cursor)

    def _unsure(self, cursor: Cursor) -> str:
        """Return a group that may be an alternative."""
        self._depth += 1
        text = self.group(cursor)
        self._depth -= 1
        return text

    def _filter(self, cursor: Cursor) -> str:
        start = cursor.place
        cursor.take()
        denied = cursor.says("NOT")
        if denied or cursor.says("EXISTS"):
            while not cursor.marks("{"):
                cursor.take()
            inside = cursor.enclosed()
            if denied:
                self._deny()
            else:
                self._exists(inside)
            return cursor.copied(start)
        while not cursor.marks("("):
            cursor.take()
        cursor.enclosed()
        text = cursor.copied(start)
        bare = text.replace(" ", "")
        for name in _UNBOUND.findall(bare):
            self._deny(name)
        if "NOTEXISTS" in bare.upper():
            self._deny()
        return text

    def _deny(self, unless: str = "") -> None:
        """Note that something must not be there in the open group, `unless` this variable is bound."""
        if self._depth and not self._way:
            self._way = self.words.fresh()
        self.opened.denials.append((self._way[1:], unless))

    def _exists(self, inside: list[tokens.Token]) -> None:
        """Take what must be there, though no variable shows it, as a part of which some will do."""
        names = {token.text[1:] for token in inside if token.kind == tokens.VARIABLE}
        part = Opened(prologue=self.opened.prologue, keys=tuple(sorted(names)), some=True)
        inner = Groups(self.words, part, self.subquery)
        inner.graph = self.graph
        text = inner.group(Cursor(inside))
        part.group = f"{{ GRAPH {self.graph} {text} }}" if self.graph else text
        self.opened.parts.append(part)

    def _minus(self, cursor: Cursor) -> str:
        start = cursor.place
        cursor.take()
        cursor.enclosed()
        self._deny()
        return cursor.copied(start)

    def _copied(self, cursor: Cursor) -> str:
        start = cursor.place
        cursor.take()
        cursor.enclosed()
        return cursor.copied(start)

    def _values(self, cursor: Cursor) -> str:
        start = cursor.place
        cursor.take()
        if cursor.marks("("):
            cursor.enclosed()
        else:
            cursor.take()
        cursor.enclosed()
        return cursor.copied(start)

    def _graph(self, cursor: Cursor) -> str:
        cursor.take()
        around, self.graph = self.graph, cursor.take().text
        text = f"GRAPH {self.graph} {self.group(cursor)}"
        self.graph = around
        return text

    def _triples(self, cursor: Cursor) -> str:
        """Return the triples of one subject, each written out."""
        pieces: list[str] = []
        subject = self._node(cursor, pieces)
        if not (cursor.marks(".}") or cursor.says(*_ENDS)):
            self._properties(cursor, subject, pieces)
        return " ".join(pieces)

    def _properties(self, cursor: Cursor, subject: str, pieces: list[str]) -> None:
        while not (cursor.marks(".}]{") or cursor.says(*_ENDS)):
            if cursor.marks(";"):
                cursor.take()
                continue
            variable = cursor.token.kind == tokens.VARIABLE
            path = paths.Path(paths.ONE, cursor.take().text) if variable else paths.read(cursor)
            while True:
                value = self._node(cursor, pieces)
                pieces.append(self.step(subject, path, value))
                if not cursor.marks(","):
                    break
                cursor.take()

    def _node(self, cursor: Cursor, pieces: list[str]) -> str:
        """Return a subject or object: a blank node is a variable, what is said of it goes to the pieces."""
        if cursor.marks("["):
            cursor.take()
            fresh = self.words.fresh()
            self._properties(cursor, fresh, pieces)
            cursor.expect("]")
            return fresh
        if cursor.marks("("):
            return self._list(cursor, pieces)
        if cursor.token.text.startswith("_:"):
            return self.words.fresh(cursor.take().text)
        start = cursor.place
        first = cursor.take()
        if first.kind == tokens.STRING and cursor.marks("^"):
            cursor.take()
            cursor.expect("^")
            cursor.take()
        elif (first.kind == tokens.STRING and cursor.token.text.startswith("@")) or first.marks("+-"):
            cursor.take()
        return cursor.copied(start)

    def _list(self, cursor: Cursor, pieces: list[str]) -> str:
        cursor.expect("(")
        head, link = "rdf:nil", ""
        while not cursor.marks(")"):
            value, here = self._node(cursor, pieces), self.words.fresh()
            if link:
                pieces.append(self.step(link, paths.Path(paths.ONE, "rdf:rest"), here))
            else:
                head = here
            pieces.append(self.step(here, paths.Path(paths.ONE, "rdf:first"), value))
            link = here
        cursor.expect(")")
        if link:
            pieces.append(self.step(link, paths.Path(paths.ONE, "rdf:rest"), "rdf:nil"))
        return head

    def step(self, subject: str, path: Path, value: str) -> str:
        """Return one path between two nodes as patterns that show what stands between."""
        if path.plain:
            self._note(subject, path, value)
            return f"{subject} {path.text} {value} ."
        if path.kind == paths.BACK:
            return self.step(value, path.parts[0], subject)
        if path.kind == paths.SEQUENCE:
            nodes = [subject, *(self.words.fresh() for _ in path.parts[1:]), value]
            steps = zip(nodes, path.parts, nodes[1:], strict=False)
            return " ".join(self.step(start, part, end) for start, part, end in steps)
        if path.kind == paths.CHOICE:
            self._depth += 1
            ways = [f"{{ {self.step(subject, part, value)} }}" for part in path.parts]
            self._depth -= 1
            return " UNION ".join(ways)
        if path.kind == paths.MANY:
            self._chain(subject, path, value)
            return f"{subject} {path.text} {value} ."
        fresh = self.words.fresh()  # a property that is not one of some
        self._note(subject, paths.Path(paths.ONE, fresh), value)
        return f"{subject} {path.text} {value} . {subject} {fresh} {value} ."

    def _note(self, subject: str, path: Path, value: str) -> None:
        """Add the patterns of a plain path: those of a choice stand side by side."""
        if path.kind == paths.ONE:
            term = self._term
            graph = None if self.graph is None else term(self.graph)
            pattern = Pattern(term(subject), term(path.text), term(value), graph)
            self.opened.patterns.append(pattern)
            if self._depth == 0:
                self.opened.musts.append(pattern)
        self._depth += path.kind == paths.CHOICE
        for part in path.parts:
            if path.kind == paths.BACK:
                self._note(value, part, subject)
            else:
                self._note(subject, part, value)
        self._depth -= path.kind == paths.CHOICE

    def _chain(self, subject: str, path: Path, value: str) -> None:
        step = Opened(prologue=self.opened.prologue)
        inner = Groups(self.words, step, self.subquery)
        inner.graph = self.graph
        text = inner.step("?opened_from", path.parts[0], "?opened_to")
        step.group = f"{{ GRAPH {self.graph} {{ {text} }} }}" if self.graph else f"{{ {text} }}"
        chain = Chain(self._term(subject), self._term(value), f"({path.parts[0].text})*", step, self.graph)
        self.opened.chains.append(chain)

    def _term(self, text: str) -> Term | Variable:
        return self.words.term(text)
