"""What a report is about, in the data's own words: where they are, their version, their days."""

from __future__ import annotations

from collections.abc import Iterator

from pyoxigraph import Literal

from partnerkg.errors import N_, Message

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.store.base import Store

PLACE = N_("Checked: {place}.")
VERSION = N_("Version {version} of {title}.")
DAY = N_("Its pages were read on {first}.")
DAYS = N_("Its pages were read from {first} to {last}.")
_DATASET = (
    "SELECT ?title ?version { ?dataset a dcat:Dataset ; dcat:version ?version ; dct:title ?title "
    'FILTER(LANG(?title) IN ("", "%s")) } ORDER BY ?dataset LIMIT 2'
)
_DAYS = "SELECT (MIN(?day) AS ?first) (MAX(?day) AS ?last) { ?capture pk:captureOf ?page ; dct:date ?day }"


def subject(store: Store, place: str, language: str) -> Iterator[Message]:
    """Yield what is known of the data at a place, as sentences; nothing is taken from a clock."""
    if place:
        yield Message(PLACE, place=place)
    described = _texts(store, _DATASET % language)
    if len(described) == 1:
        title, version = described[0]
        yield Message(VERSION, title=title, version=version)
    for first, last in _texts(store, _DAYS):
        yield Message(DAY if first == last else DAYS, first=first, last=last)


def _texts(store: Store, query: str) -> list[list[str]]:
    """Return the rows of a query of which every value is a literal."""
    rows = [[term.value for term in row if isinstance(term, Literal)] for row in store.each(query)]
    return [row for row in rows if len(row) == 2]
