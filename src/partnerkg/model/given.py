"""What somebody gave to a public function, refused in one line where it is of the wrong type."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Mapping

from partnerkg.errors import N_, Message, WrongArgument
from partnerkg.translation import LANGUAGES


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


def texts(value: object, name: str) -> Collection[str]:
    """Return several texts; WrongArgument for one alone, whose letters would be taken for them."""
    some = None if isinstance(value, str | bytes) else value
    if not isinstance(some, Collection) or not all(isinstance(one, str) for one in some):
        raise WrongArgument(name=name, what=Message(N_("a list of texts")), value=value)
    return some


def groups(value: object, name: str) -> Mapping[str, Collection[str]]:
    """Return several texts under names; WrongArgument."""
    if not isinstance(value, Mapping):
        raise WrongArgument(name=name, what=Message(N_("names with a list of texts each")), value=value)
    return {text(key, name): texts(some, name) for key, some in value.items()}


def path(value: object) -> bool:
    """Return whether this may be the path of a file."""
    return isinstance(value, str | os.PathLike) and bool(os.fspath(value)) and "\0" not in str(value)


def file(value: object) -> None:
    """Raise WrongArgument for what is no path of a file, nor nothing."""
    if value is not None and not path(value):
        raise WrongArgument(name="path", what=Message(N_("the path of a file")), value=value)


def files(value: object, name: str) -> list[str | os.PathLike[str]]:
    """Return the paths of files, or that of one, as a list; WrongArgument."""
    some = [value] if isinstance(value, str | os.PathLike) else value
    paths = list(some) if isinstance(some, Iterable) and not isinstance(some, bytes) else []
    if not paths or not all(map(path, paths)):
        raise WrongArgument(name=name, what=Message(N_("the path of a file, or several")), value=value)
    return paths
