"""What changed from one graph to another: counts, then organisations, then statements."""

from __future__ import annotations

from partnerkg.model import given
from partnerkg.rdf import canonical, counterparts
from partnerkg.rdf.difference import between
from partnerkg.rdf.statements import gathered
from partnerkg.release import formats, organizations
from partnerkg.release.compared import Compared
from partnerkg.store import embedded
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from partnerkg.rdf.statements import Statements


class Changes(Compared):
    """What changed, in any form that it is shown in."""

    def __repr__(self) -> str:
        added, removed = self.difference.additions, self.difference.removals
        return f"<Changes: {added} statements added, {removed} removed>"

    def _repr_html_(self) -> str:
        """Return the counts and what became of organisations, for notebooks."""
        from partnerkg.release.formats import notebook

        return notebook.html(self)

    def text(self, format_name: str = "text", language: str = "en") -> str:
        """Return the changes in one of the forms of `formats.FORMATS`; UnknownFormat."""
        translate = translations(given.language(language))[0]
        return "".join(formats.write(self, given.text(format_name, "format_name"), language, translate))

    def __str__(self) -> str:
        return self.text()


def compare(first: Statements, second: Statements, seconds: float = canonical.PATIENCE) -> Changes:
    """Return what changed from the first to the second; TangledBlankNodes as in `rdf.difference`."""
    old, new = counterparts.named(gathered(first), gathered(second), seconds)
    found = between(old, new)
    return Changes(found, organizations.compare(old, new, _ontology(), found.new | found.gone))


def _ontology() -> Iterable[str]:
    return _lines(embedded.ontology())


def _lines(statements: Statements) -> Iterator[str]:
    for lines in gathered(statements).values():
        yield from lines
