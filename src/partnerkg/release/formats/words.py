"""The words that all forms use, and terms in few letters."""

from __future__ import annotations

import unicodedata

from partnerkg.errors import N_, Message
from partnerkg.namespaces import prefixes, shorten
from partnerkg.rdf.statements import is_blank
from partnerkg.rdf.terms import Texts
from partnerkg.release import vocabulary
from partnerkg.release.formats import likeness

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.errors import Translate
    from partnerkg.release.compared import Compared
    from partnerkg.release.organizations import Changed, Merged
    from partnerkg.release.side import Organization

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
_LIKE = N_("{old}, now {new} (what differs: {parts})")
_NAMESAKE = N_("{name} (had this name and is removed: {other})")
_ALTERED = N_("{name}: {parts}")
_AND_ALTERED = N_("{said}; also: {parts}")
_ACTING = ("Cc", "Cf", "Zl", "Zp")
ASPECTS = {
    vocabulary.KIND: N_("kind"),
    vocabulary.PLACE: N_("place"),
    vocabulary.IDENTIFIERS: N_("identifiers"),
    vocabulary.MEMBERSHIPS: N_("memberships"),
    vocabulary.COLLABORATIONS: N_("collaborations"),
    vocabulary.OTHER_NAMES: N_("other names"),
    vocabulary.OTHER: N_("other statements"),
}


def counts(changes: Compared, translate: Translate) -> Iterator[tuple[str, ...]]:
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
    changes: Compared, language: str, translate: Translate
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Yield what became of organisations: a heading, and sentence and `<IRI>` of each, "" if it has none."""
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
            told = (_told(one, language, translate) for one in found)
            yield translate(heading), [_with_namesake(*one, changes, translate) for one in told]


def _told(one: Organization | Merged | Changed, language: str, translate: Translate) -> tuple[str, str]:
    from partnerkg.release.organizations import Changed, Merged

    if isinstance(one, Merged):
        name = _name(one.organization, language)
        others = ", ".join(f"{_name(other, language)} ({shorten(other.iri)})" for other in one.into)
        said = Message(_INTO if others else _WITHDRAWN, name=name, others=others)
        return said.text(translate), _address(one.organization)
    if isinstance(one, Changed):
        return _what_changed(one, language, translate), _address(one.after)
    return _name(one, language), _address(one)


def _with_namesake(said: str, address: str, changes: Compared, translate: Translate) -> tuple[str, str]:
    namesake = changes.organizations.namesakes.get(address[1:-1])
    if namesake is None:
        return said, address
    return Message(_NAMESAKE, name=said, other=shorten(namesake.iri)).text(translate), address


def _name(one: Organization, language: str) -> str:
    return _safe(one.name(language))


def _safe(text: str) -> str:
    """Return a name without what would act on a terminal or turn the line around."""
    return "".join(_code(letter) if unicodedata.category(letter) in _ACTING else letter for letter in text)


def _address(one: Organization) -> str:
    return "" if is_blank(one.iri) else f"<{one.iri}>"


def _what_changed(one: Changed, language: str, translate: Translate) -> str:
    parts = ", ".join(translate(ASPECTS[aspect]) for aspect in one.aspects)
    if one.before.names == one.after.names:
        return Message(_ALTERED, name=_name(one.after, language), parts=parts).text(translate)
    old, new = _apart(one, language)
    alike = ", ".join(map(translate, likeness.apart(old, new)))
    said = Message(_LIKE if alike else _RENAMED, old=_safe(old), new=_safe(new), parts=alike).text(translate)
    return Message(_AND_ALTERED, said=said, parts=parts).text(translate) if parts else said


def _apart(one: Changed, language: str) -> tuple[str, str]:
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
        marks = not unicodedata.is_normalized("NFC", token)
        return "".join(_code(letter) if _is_unseen(letter, marks) else letter for letter in token)


def _is_unseen(letter: str, marks: bool) -> bool:
    """Return whether a letter would not be seen, or, with `marks`, not as one of its own."""
    return not letter.isprintable() or (marks and unicodedata.combining(letter) > 0)


def _code(letter: str) -> str:
    return f"\\u{ord(letter):04X}" if ord(letter) < 0x10000 else f"\\U{ord(letter):08X}"
