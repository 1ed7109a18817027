"""RDF files in: the one door, whatever is read and for whom."""

from __future__ import annotations

from pyoxigraph import parse as parse_text

from partnerkg.rdf import forms, source

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Quad

    from partnerkg.rdf.source import Source


def parse(path: str, base: str | None = None) -> Iterator[Quad]:
    """Return the quads of a file, in its order; its format follows from the ending of its name.

    Relative IRIs are resolved against `base`; without one they are errors. Blank nodes get new labels, so
    that those of two files never meet. A file of any size is read as it is used, but for JSON-LD that does
    not put the type and the name of a thing before all else. Raises MissingFile, UnreadableFile and
    UnknownFormat at once, BrokenFile with its line when the fault is reached.
    """
    return _quads(source.Source(path, forms.form_of(path), base), base)


def _quads(source: Source, base: str | None) -> Iterator[Quad]:
    with source:
        yield from parse_text(
            source.content,  # type: ignore[arg-type]
            format=source.form,
            base_iri=base,
            rename_blank_nodes=True,
        )
