"""The words that all forms use, and terms in few letters."""

from __future__ import annotations

from partnerkg.errors import N_, Message
from partnerkg.namespaces import prefixes, shorten
from partnerkg.rdf.terms import Texts

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.changes import Changes
    from partnerkg.release.organizations import Merged, Organization, Renamed

SAME = N_("Both say the same.")
DIFFERENT = N_("They differ.")
COLUMNS = (N_("before"), N_("after"), N_("added"), N_("removed"))
STATEMENTS = N_("statements in their graphs")
TRIPLES = N_("of these, triples found in no graph of the other")
ORGANIZATIONS = N_("organisations")
BY_GRAPH = N_("Statements by graph")
DEFAULT_GRAPH = N_("default graph")
_INTO = N_("{name}, now {others}")
_WITHDRAWN = N_("{name}, withdrawn without replacement")
_RENAMED = N_("{old}, now {new}")


def counts(changes: Changes, translate: Translate) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the table of counts, its heading first."""
    difference, became = changes.difference, changes.organizations
    yield ("", *map(translate, COLUMNS))
    gone = len(became.removed) + sum(1 for _ in became.merged)
    rows: tuple[tuple[str, tuple[object, ...]], ...] = (
        (
            STATEMENTS,
            (difference.before, difference.after, difference.additions, difference.removals),
        ),
        (TRIPLES, ("", "", len(difference.new), len(difference.gone))),
        (ORGANIZATIONS, (became.before, became.after, len(became.added), gone)),
    )
    for name, numbers in rows:
        yield (translate(name), *map(str, numbers))


def sections(
    changes: Changes, language: str, translate: Translate
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield what became of organisations: a heading, and sentence and IRI of each."""
    became = changes.organizations
    simple = (
        (N_("Organisations added"), became.added),
        (N_("Organisations removed"), became.removed),
        (N_("Organisations merged or withdrawn"), became.merged),
        (N_("Organisations renamed"), became.renamed),
        (N_("Organisations of which something else changed"), became.altered),
    )
    for heading, found in simple:
        if found:
            yield translate(heading), [_told(one, language, translate) for one in found]


def _told(one: Organization | Merged | Renamed, language: str, translate: Translate) -> tuple[str, str]:
    from partnerkg.release.organizations import Merged, Renamed

    if isinstance(one, Merged):
        name = one.organization.name(language)
        others = ", ".join(f"{other.name(language)} ({shorten(other.iri)})" for other in one.into)
        said = Message(_INTO if others else _WITHDRAWN, name=name, others=others)
        return said.text(translate), one.organization.iri
    if isinstance(one, Renamed):
        old, new = _apart(one, language)
        return Message(_RENAMED, old=old, new=new).text(translate), one.after.iri
    return one.name(language), one.iri


def _apart(one: Renamed, language: str) -> tuple[str, str]:
    """Return the old and the new name in a language, or all names if they are alike in that one."""
    old, new = one.before.name(language), one.after.name(language)
    if old != new:
        return old, new
    return _all_names(one.before), _all_names(one.after)


def _all_names(one: Organization) -> str:
    return " / ".join(f"{text} ({language})" if language else text for language, text in one.names) or one.iri


class Short:
    """Statements in few letters, on one line, in no ambiguous way: Turtle terms, what is unseen escaped."""

    def __init__(self) -> None:
        self._texts = Texts(prefixes())

    def graph(self, name: str, translate: Translate) -> str:
        """Return the name of a graph."""
        return self.term(name) if name else translate(DEFAULT_GRAPH)

    def statement(self, line: str) -> str:
        """Return "subject predicate object"."""
        return " ".join(map(self.term, line.split(" ", 2)))

    def term(self, token: str) -> str:
        """Return a term; texts keep their escapes."""
        if token[0] == "<" and not token.startswith("<<"):
            token = self._texts.name(token)
        elif token[0] == '"' and token[-1] == ">":
            text, mark, datatype = token.rpartition("^^")
            token = text + mark + self._texts.name(datatype)
        return "".join(letter if letter.isprintable() else _code(letter) for letter in token)


def _code(letter: str) -> str:
    return f"\\u{ord(letter):04X}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08X}"
