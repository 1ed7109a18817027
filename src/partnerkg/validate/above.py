"""Classes that the shapes say to be below others: SHACL looks for that in the data alone (§1.1)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message
from partnerkg.namespaces import namespace
from partnerkg.validate.compiled import focus
from partnerkg.validate.notices import Notice
from partnerkg.validate.prefixed import short

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Row
    from partnerkg.validate.shapes import Shapes

RDFS = namespace("rdfs")
_TYPES = f"SELECT DISTINCT ?type {{ ?thing {namespace('rdf').type} ?type }}"


def unknown(
    shapes: Shapes, subclasses: Mapping[str, Sequence[str]], select: Callable[[str], Iterable[Row]]
) -> Iterator[Notice]:
    """Yield that things were not taken for what only the shapes' files say they are, if there are such."""
    said = [
        (node, upper)
        for node, row in shapes.index.items()
        for upper in row.get(RDFS.subClassOf.value, ())
        if isinstance(node, NamedNode)
    ]
    targets = (target for shape in shapes.targeted() for target in shape.targets)
    aimed = {str(target.term) for target in targets if target.kind == "targetClass"}
    below = focus.hierarchy(said)
    unseen = {
        lower: upper
        for upper in sorted(aimed & below.keys())
        for lower in below[upper]
        if lower != upper and lower not in subclasses.get(upper, ())
    }
    met = sorted({str(row[0]) for row in select(_TYPES)} & unseen.keys()) if unseen else []
    if met:
        names = [short(iri.strip("<>"), shapes.prefixes) for iri in (met[0], unseen[met[0]])]
        what = N_(
            "the shapes say that {lower} is below {upper}, the data do not, and SHACL asks them alone; the "
            "file that says so belongs to the data too (so for {count} classes)"
        )
        yield Notice(Message(what, lower=names[0], upper=names[1], count=len(met)), left_out=False)
