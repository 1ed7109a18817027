"""A report in every form, one format a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from partnerkg.errors import N_, UnknownFormat
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from types import ModuleType

    from partnerkg.errors import Message, Translate
    from partnerkg.validate.findings import Findings
    from partnerkg.validate.places import Place

NAMES = ("text", "json", "csv", "markdown", "html", "turtle", "sarif", "junit")
ENDINGS = {
    ".csv": "csv",
    ".htm": "html",
    ".html": "html",
    ".json": "json",
    ".md": "markdown",
    ".sarif": "sarif",
    ".sarif.json": "sarif",
    ".ttl": "turtle",
    ".txt": "text",
    ".xml": "junit",
}


@dataclass(frozen=True, slots=True)
class Look:
    """What a format may need besides the report.

    `language` is that of names and messages, `translate` gives the report's own sentences in it, `labels`
    what things are called by IRI. `strict` says that a shape that met no node is a failure, `verbose` that a
    person wants to see what every shape was asked about. `version` is that of the program, for formats that
    have a place for it; `prefixes` are those of the user's files, `anonymous` what nodes
    without name are called. `subject` says what was checked and of
    which day it is, as sentences. `places` are the files and lines of the data that describe a thing, by IRI.
    `borrowed` says that the shapes are the shipped ones, and ask of a project only what it names.
    """

    language: str = "en"
    translate: Translate = N_
    labels: Mapping[str, str] = field(default_factory=dict)
    strict: bool = False
    verbose: bool = False
    version: str = ""
    subject: Sequence[Message] = ()
    prefixes: Mapping[str, str] = field(default_factory=dict)
    anonymous: Mapping[str, str] = field(default_factory=dict)
    places: Mapping[str, Place] = field(default_factory=dict)
    borrowed: bool = False

    def short(self, iri: str) -> str:
        """Return an IRI as the files of the shapes shorten it, else as the project does."""
        return short(iri, self.prefixes)


def lines(report: Findings, name: str, look: Look | None = None) -> Iterator[str]:
    """Return the report in a format, in pieces that end with a line; UnknownFormat if there is none such."""
    look = look or Look()
    seen = replace(look, prefixes={**look.prefixes, **report.shapes.prefixes}, anonymous=report.anonymous)
    found: Iterator[str] = _module(name).lines(report, seen)
    return found


def check(name: str) -> None:
    """Raise UnknownFormat if there is no such format."""
    if name not in NAMES:
        raise UnknownFormat(name=name, known=", ".join(NAMES))


def _module(name: str) -> ModuleType:
    check(name)
    from importlib import import_module

    return import_module(f"{__name__}.as_{name}")
