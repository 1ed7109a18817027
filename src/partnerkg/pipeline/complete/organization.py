"""What one organisation has and lacks."""

from __future__ import annotations

from itertools import chain

from partnerkg.completeness import formats
from partnerkg.completeness import rows as views
from partnerkg.pipeline import rows
from partnerkg.pipeline.complete.measuring import measured
from partnerkg.pipeline.complete.views import TITLE
from partnerkg.query import things

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from partnerkg.completeness import Completeness
    from partnerkg.pipeline.audience import Audience
    from partnerkg.pipeline.complete.measuring import Measuring
    from partnerkg.pipeline.opened import Opened
    from partnerkg.pipeline.output import Output
    from partnerkg.store.base import Store


def organization(opened: Opened, measuring: Measuring, audience: Audience, name: str) -> Output:
    """Return what is wanted of an organisation and whether it is there; as a table, below its score.

    UnknownThing.
    """
    form = rows.chosen(measuring.format, audience)
    thing = things.find(name, opened.store).value
    completeness = measured(opened, measuring)
    table = views.items(thing, completeness, audience.language, audience.translate)
    output = rows.written(table, form, opened.store, audience, title=audience.translate(TITLE))
    if form == "table":
        output.pieces = chain(
            audience.folded(_head(thing, completeness, opened.store, audience)), map(str, output.pieces)
        )
    return output


def _head(thing: str, completeness: Completeness, store: Store, audience: Audience) -> Iterator[str]:
    own = formats.View(completeness.within([thing]), audience.language, audience.translate)
    yield f"{views.names([thing], store, audience.language)[thing]}\n{thing}\n"
    yield f"{' · '.join(own.score())}\n"
    shares = own.found.score.facets
    facets = (f"{own.facet(facet)} {own.share(shares[facet].percent)}" for facet in own.facets())
    yield f"{' · '.join(facets)}\n\n"
