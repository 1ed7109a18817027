"""Property paths (SPARQL 1.1 §9.1) as trees."""

from __future__ import annotations

from dataclasses import dataclass

from partnerkg.errors import Message, WrongSparql
from partnerkg.sparql import tokens

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.sparql.opened.cursor import Cursor

ONE, BACK, SEQUENCE, CHOICE, MANY, NOT = "one", "back", "sequence", "choice", "many", "not"


@dataclass(frozen=True, slots=True)
class Path:
    """A path: `kind` says what its `parts` make together; the text of a property has none."""

    kind: str
    text: str
    parts: tuple[Path, ...] = ()

    @property
    def plain(self) -> bool:
        """Return whether it is one step: a property, forwards or backwards, or a choice of such."""
        return self.kind == ONE or (self.kind in (BACK, CHOICE) and all(part.plain for part in self.parts))


def of(kind: str, parts: Sequence[Path]) -> Path:
    """Return a path backwards, a sequence, a choice or what is no step of several, of these parts."""
    if kind == NOT:  # of properties alone, whose brackets may not be doubled
        steps = (f"^{part.parts[0].text}" if part.kind == BACK else part.text for part in parts)
        return Path(kind, f"!({'|'.join(steps)})", tuple(parts))
    inner = ("/" if kind == SEQUENCE else "|").join(part.text for part in parts)
    return Path(kind, f"({'^' if kind == BACK else ''}{inner})", tuple(parts))


def read(cursor: Cursor) -> Path:
    """Return the path that begins here, and go on behind it."""
    return _several(cursor, "|", CHOICE, lambda: _several(cursor, "/", SEQUENCE, lambda: _step(cursor)))


def _several(cursor: Cursor, mark: str, kind: str, part) -> Path:  # type: ignore[no-untyped-def]
    parts = [part()]
    while cursor.marks(mark):
        cursor.take()
        parts.append(part())
    return parts[0] if len(parts) == 1 else of(kind, parts)


def _step(cursor: Cursor) -> Path:
    if cursor.marks("^"):
        cursor.take()
        inner = _step(cursor)
        return of(BACK, [inner])
    step = _primary(cursor)
    if cursor.marks("*+?"):
        return Path(MANY, f"({step.text}{cursor.take().text})", (step,))
    return step


def _primary(cursor: Cursor) -> Path:
    if cursor.marks("("):
        cursor.take()
        path = read(cursor)
        cursor.expect(")")
        return path
    if cursor.marks("!"):
        cursor.take()
        inner = _step(cursor)
        return of(NOT, inner.parts if inner.kind == CHOICE else [inner])
    token = cursor.take()
    if token.kind not in (tokens.IRI, tokens.WORD):
        raise WrongSparql(
            reason=Message("line {line}: unexpected `{near}`", line=token.line, near=token.text)
        )
    return Path(ONE, token.text)
