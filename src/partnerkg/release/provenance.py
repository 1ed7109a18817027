"""How a release was made: PROV, with the files that people wrote."""

from __future__ import annotations

from urllib.parse import quote

from pyoxigraph import Literal, NamedNode

from partnerkg.namespaces import namespace
from partnerkg.release.facts import DCT, RDF, RDFS, checksum, say

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from pyoxigraph import Triple

    from partnerkg.release.facts import Facts

PROV, FOAF, SCHEMA = namespace("prov"), namespace("foaf"), namespace("schema")


def provenance(release: NamedNode, facts: Facts) -> Iterator[Triple]:
    """Yield the making of a release, by which program, from which files."""
    build, software = NamedNode(f"{facts.address}#build"), NamedNode(f"{facts.address}#software")
    yield from say(release, PROV.wasGeneratedBy, build)
    yield from say(build, RDF.type, PROV.Activity)
    yield from say(build, RDFS.label, Literal(f"partnerkg release {facts.version}"))
    yield from say(build, PROV.wasAssociatedWith, software)
    yield from say(software, RDF.type, PROV.SoftwareAgent)
    yield from say(software, FOAF.name, Literal("partnerkg"))
    if facts.software:
        yield from say(software, SCHEMA.softwareVersion, Literal(facts.software))
    for file in facts.inputs:
        used = NamedNode(f"{facts.address}#used/{quote(file.path)}")
        yield from say(build, PROV.used, used)
        yield from say(used, RDF.type, PROV.Entity)
        yield from say(used, DCT.title, Literal(file.path))
        yield from checksum(used, file)
