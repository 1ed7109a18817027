"""All that the description of a release says, and how its statements are made."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pyoxigraph import Literal, NamedNode, Triple

from partnerkg.files.folder import File
from partnerkg.namespaces import Namespace, namespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.release.content import Content
    from partnerkg.release.description import Description

    Value = NamedNode | Literal

DCT, DCAT, RDF, RDFS, VOID, XSD = (namespace(p) for p in ("dct", "dcat", "rdf", "rdfs", "void", "xsd"))
SPDX = Namespace("http://spdx.org/rdf/terms#")


@dataclass(frozen=True)
class Facts:
    """All that the description of a release says; what has a default may be unknown."""

    version: str
    address: str
    description: Description
    content: Content
    dumps: tuple[File, ...]
    inputs: tuple[File, ...]
    software: str = ""
    date: str | None = None
    previous: NamedNode | None = None


def say(subject: NamedNode, predicate: NamedNode, *objects: Value) -> Iterator[Triple]:
    """Return a statement for each object."""
    return (Triple(subject, predicate, thing) for thing in objects)


def number(count: int) -> Literal:
    """Return a count as a term."""
    return Literal(str(count), datatype=XSD.integer)


def rights(thing: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield the rights that the dataset states in words, as the resource that DCAT asks for."""
    words = facts.description.values(DCT.rights)
    if words:
        statement = NamedNode(f"{facts.address}#rights")
        yield from say(thing, DCT.rights, statement)
        yield from say(statement, RDF.type, DCT.RightsStatement)
        yield from say(statement, RDFS.label, *words)


def issued(thing: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield the day of issue, if one is known."""
    if facts.date:
        yield from say(thing, DCT.issued, Literal(facts.date, datatype=XSD.date))


def checksum(thing: NamedNode, file: File) -> Iterator[Triple]:
    """Yield the SHA-256 of a file."""
    digest = NamedNode(f"{thing.value}-sha256")
    yield from say(thing, SPDX.checksum, digest)
    yield from say(digest, RDF.type, SPDX.Checksum)
    yield from say(digest, SPDX.algorithm, SPDX.checksumAlgorithm_sha256)
    yield from say(digest, SPDX.checksumValue, Literal(file.sha256, datatype=XSD.hexBinary))
