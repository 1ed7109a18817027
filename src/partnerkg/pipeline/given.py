"""What somebody gave to a public function, refused in one line where it is of the wrong type."""

from __future__ import annotations

import os
from collections.abc import Iterable

from partnerkg.errors import N_, Message, WrongArgument
from partnerkg.translation import LANGUAGES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pyoxigraph import NamedNode

    from partnerkg.pipeline.opened import Place


def text(value: object, name: str) -> str:
    """Return a text; WrongArgument for anything else."""
    if not isinstance(value, str):
        raise WrongArgument(name=name, what=Message(N_("a text")), value=value)
    return value


def language(value: object) -> str:
    """Return a language that is known; WrongArgument."""
    if value not in LANGUAGES:
        raise WrongArgument(name="language", what=", ".join(LANGUAGES), value=value)
    return str(value)


def number(value: object, name: str) -> int | None:
    """Return how many are wanted, None for all; WrongArgument for what is no whole number."""
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise WrongArgument(name=name, what=Message(N_("a whole number")), value=value)
    return value


def seconds(value: object) -> float | None:
    """Return how long something may take, None for no bound; WrongArgument for what is no such number."""
    if value is None:
        return None
    if not isinstance(value, int | float) or isinstance(value, bool) or not value > 0:
        raise WrongArgument(name="seconds", what=Message(N_("a number of seconds")), value=value)
    return float(value)


def place(value: Place, name: str = "path") -> Place:
    """Return where a graph is: a path, an address, a graph, None for the shipped one; WrongArgument."""
    from partnerkg.pipeline.opened import Opened

    if (
        value is None
        or isinstance(value, Opened)
        or (isinstance(value, str | os.PathLike) and os.fspath(value))
    ):
        return value
    raise WrongArgument(name=name, what=Message(N_("a path, an address or nothing")), value=value)


def file(value: object) -> None:
    """Raise WrongArgument for what is no path of a file, nor nothing."""
    if value is not None and not (isinstance(value, str | os.PathLike) and os.fspath(value)):
        raise WrongArgument(name="path", what=Message(N_("the path of a file")), value=value)


def severity(value: object) -> None:
    """Raise WrongArgument for what is neither a severity nor the name of one."""
    from partnerkg.validate import Severity

    if not isinstance(value, str | Severity):
        raise WrongArgument(name="fail_on", what=Message(N_("a severity")), value=value)


def things(value: Iterable[NamedNode | str] | NamedNode | str) -> list[NamedNode | str]:
    """Return names and IRIs as a list; WrongArgument for anything else."""
    from pyoxigraph import NamedNode

    single = isinstance(value, str | NamedNode)
    some = [value] if single else list(value) if isinstance(value, Iterable) else [None]
    if not some or not all(isinstance(one, str | NamedNode) for one in some):
        raise WrongArgument(name="focus", what=Message(N_("a name, an IRI, or a list of them")), value=value)
    return [one for one in some if isinstance(one, str | NamedNode)]
