"""The validator that is measured and compared: one call, whatever it takes."""

from __future__ import annotations

from collections.abc import Iterable

from pyoxigraph import Quad

from partnerkg.validate import Report, Severity, validate
from partnerkg.validate.reading import read

ENGINES = ("sparql", "auto", "exact", "pyshacl")


def report(data: Iterable[Quad], shapes: Iterable[Quad], engine: str = "sparql") -> Report:
    """Return what the shapes find in the data; any result makes them fail, as SHACL §3.1 has it."""
    return validate(data, read(shapes), fail_on=Severity.INFO, engine=engine)
