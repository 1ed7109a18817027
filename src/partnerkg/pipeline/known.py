"""The organisations that a project knows: its own, those its readings propose, those of other graphs."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from partnerkg.encode.space import SAME, borrowed
from partnerkg.model import iris
from partnerkg.model.claim import REJECT, Thing
from partnerkg.model.name import fold
from partnerkg.model.name import slug as slug_of
from partnerkg.readings.draft import Match, numbered

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from partnerkg.model.claim import Claim, Reading
    from partnerkg.model.judgement import Judgement
    from partnerkg.model.mention import Mention
    from partnerkg.pipeline.opened import Opened
    from partnerkg.readings.reference import Reference
    from partnerkg.resolve.candidates import Candidates
    from partnerkg.resolve.known import Known
    from partnerkg.store.base import Store

ORGANIZATION = "organization"
LIKELY = 0.8  # likeness from which another is worth a look
NEIGHBOURS = 2
MOST = 5  # organisations that a reading names where it is in doubt
EVERYWHERE = "everywhere"  # where bodies are that are known by name alone
_TOWN_SLUGS = ("commune", "arrondissement-municipal")
_NAMES = ("name", "alt", "acronym", "written")
_NAMED = """SELECT DISTINCT ?thing ?name {
    ?thing a/rdfs:subClassOf* org:Organization ;
        skos:prefLabel|skos:altLabel|skos:hiddenLabel|pk:properName|pk:acronym ?name
}"""
_PLACED = """SELECT DISTINCT ?thing ?place {
    { ?thing org:hasSite/pk:commune ?place }
    UNION { ?thing pk:territory ?place }
    UNION { ?thing pk:governs ?place }
}"""
_TOWN = """SELECT DISTINCT ?town {
    %s org:hasSite/pk:commune/skos:prefLabel ?town FILTER(LANG(?town) = "fr")
} ORDER BY ?town LIMIT 1"""
_KINDS = """SELECT DISTINCT ?thing ?class ?label {
    ?thing (a/rdfs:subClassOf*)|org:classification ?class . ?class rdfs:label|skos:prefLabel ?label .
    ?thing a/rdfs:subClassOf* org:Organization
}"""
_TOWNS = """SELECT DISTINCT ?thing ?town {
    ?thing org:hasSite/pk:commune ?commune . ?commune skos:prefLabel|skos:altLabel|igeo:codeINSEE ?town
}"""


@dataclass(frozen=True, slots=True)
class Who:
    """An organisation that may be meant: its address, the slug the project has for it, what tells it.

    `same` is its address if that is not the project’s own; `class_` is the name of a class, "" if unknown.
    """

    iri: str
    slug: str
    name: str
    same: str = ""
    class_: str = ""
    kind: str = ""
    town: str = ""


class Organizations:
    """All that a name of a page may mean: asked in the order of its graphs, the project’s own first.

    `stores` are these graphs.
    """

    def __init__(self, opened: Opened, reference: Reference, others: Iterable[Store] = ()) -> None:
        """Take the project, and other graphs beside the shipped one, which is always known."""
        from partnerkg.resolve.known import Known
        from partnerkg.store import opening

        shipped = [opening.read(None)] if opened.project else []
        self.stores = [opened.store, *shipped, *others]
        self._reference = reference
        self._language = opened.language
        self._tables = [Known(), *(known(store) for store in self.stores)]
        self._space = f"{reference.base}id/{ORGANIZATION}/"
        self._proposed: dict[str, Who] = {}
        self._borrowed: dict[str, str] = {}
        addresses = {iri for table in self._tables for iri in table.iris()}
        self._taken = {one.removeprefix(self._space) for one in addresses if one.startswith(self._space)}

    def take(self, readings: Iterable[Reading]) -> None:
        """Take in what readings propose and nobody rejected, and what they say to be the same."""
        for reading in readings:
            for claim in reading.claims:
                self._borrow(claim)
            for entry in reading.pending:
                if entry.thing.kind == ORGANIZATION and entry.verdict != REJECT:
                    self._propose(entry.thing, entry.claims)

    def _propose(self, thing: Thing, claims: Sequence[Claim]) -> None:
        said = [fact for claim in claims for fact in claim.facts]
        names = [str(fact.value) for name in _NAMES for fact in said if fact.name == name]
        towns = [str(fact.value) for fact in said if fact.name in ("town", "towns", "territory")]
        for claim in claims:
            self._borrow(claim)
        self.add(thing.slug, names or [thing.slug], towns[0] if towns else "")

    def add(self, slug: str, names: Sequence[str], town: str) -> None:
        """Take in one more organisation of the project, by its slug, its names and its town."""
        own = {address for address, known in self._borrowed.items() if known == slug}
        iri = min(own, default=f"{self._space}{slug}")
        self._taken.add(slug)
        self._proposed.setdefault(iri, Who(iri, slug, names[0], iri if own else "", town=town))
        for name in names:
            self._tables[0].add(iri, name, where(name, self._place(town)))

    def propose(self, review: Iterable[Mapping[str, object]]) -> None:
        """Take in what the draft of a page proposes."""
        for entry in review:
            if ORGANIZATION not in entry:
                continue
            slug, claims = str(entry[ORGANIZATION]), entry.get("claims", ())
            if not entry.get(SAME) and f"{self._space}{slug}" not in self._proposed:
                further = claims if isinstance(claims, list) else []
                said = {key: value for one in (*further, entry) for key, value in one.items()}
                place = str(said.get("town") or said.get("territory") or "")
                self.add(slug, [str(said.get("name", slug))], place)

    def _place(self, town: str) -> str:
        from partnerkg.errors import PartnerkgError

        try:
            return self._reference.gazetteer.find(town) if town else ""
        except PartnerkgError:
            return ""

    def _borrow(self, claim: Claim) -> None:
        for thing, iri in borrowed(claim).items():
            self._borrowed[iri] = thing.slug
            self._taken.add(thing.slug)

    def judge(self, name: str, code: str) -> Judgement:
        """Return what a name in a town means: surely in one of the graphs, else perhaps in some, or new."""
        from partnerkg.resolve.known import judged

        return judged(self._tables, name, code)

    def match(self, mention: Mention, said: str = "") -> Match:
        """Return what a draft says of a mention; `said` is the address that its row gives, if any."""
        judged = self.judge(mention.name, of_mention(mention))
        if sure := said or judged.iri:
            who = self.who(sure)
            is_own = who.iri in self._proposed or self._is_there(who.iri, self.stores[0])
            name = who.name if is_own or fold(who.name) != fold(mention.name) else ""  # as the page writes it
            return Match(who.slug, name, who.same, "" if who.class_ == "Organization" else who.class_)
        return Match(perhaps=tuple(self.short(iri) for iri in judged.candidates[:MOST]))

    def short(self, iri: str) -> str:
        """Return how a reading names an organisation: its slug if it is the project’s, else its address."""
        return iri.removeprefix(self._space) if iri.startswith(self._space) else self._borrowed.get(iri, iri)

    def taken(self, slug: str) -> bool:
        """Return whether an organisation of the project has this slug already."""
        return slug in self._taken

    def who(self, named: str) -> Who:
        """Return an organisation by its slug or address, as a reading names it."""
        iri = named if "://" in named else self._address(named)
        if iri in self._proposed:
            return self._proposed[iri]
        store = next((store for store in self.stores if self._is_there(iri, store)), self.stores[0])
        return self._described(iri, store)

    def _address(self, slug: str) -> str:
        return next((iri for iri, own in self._borrowed.items() if own == slug), f"{self._space}{slug}")

    def _is_there(self, iri: str, store: Store) -> bool:
        from pyoxigraph import NamedNode

        return bool(store.known([NamedNode(iri)], ("claims",)))

    def _described(self, iri: str, store: Store) -> Who:
        from pyoxigraph import NamedNode

        from partnerkg.query.labels import classes, labels
        from partnerkg.query.values import text

        node = NamedNode(iri)
        name = labels({node}, store, "fr").get(iri, "")
        class_ = classes({node}, store).get(iri)
        town = next((text(row[0]) for row in store.select(_TOWN % node)), "") or ""
        slug = self._slug(iri, name, town)
        short = class_.value.rpartition("#")[2] if class_ else ""
        kind = self.kind(short)
        return Who(iri, slug, name, "" if iri == f"{self._space}{slug}" else iri, short, kind, town)

    def _slug(self, iri: str, name: str, town: str) -> str:
        """Return the slug that the project has for an organisation, or is going to have."""
        short = self.short(iri)
        if short != iri:
            return short
        wished = iris.slug(iri) or slug_of(f"{name} {town}") or ORGANIZATION
        self._borrowed[iri] = free = next(one for one in numbered(wished) if not self.taken(one))
        self._taken.add(free)
        return free

    def described(self, slug: str) -> bool:
        """Return whether an organisation of the project with this slug is known from elsewhere."""
        iri = self._address(slug)
        return iri in self._proposed or any(self._is_there(iri, store) for store in self.stores)

    def kind(self, class_: str) -> str:
        """Return what a class is called, given by its name or one of its labels; "" for any organisation."""
        from partnerkg.query.labels import labels

        vocabulary = self._reference.vocabulary
        found = vocabulary.find("class", vocabulary.called_so("class", class_) or class_) if class_ else None
        if found is None or found.value.endswith("Organization"):
            return ""
        return labels({found}, self.stores[0], self._language).get(found.value, class_)

    def alike(self, name: str, town: str) -> list[Who]:
        """Return who has a similar name, those of the town first."""
        iris: dict[str, None] = {}
        for store in self.stores:
            near = candidates(store)[0].find(name, town or None)
            iris |= dict.fromkeys(one.entry.iri for one in near[:NEIGHBOURS] if one.likeness >= LIKELY)
        return [self.who(iri) for iri in iris]


def known(*stores: Store) -> Known:
    """Return the organisations of graphs by their names and places."""
    from partnerkg.resolve.known import Known

    return Known(row for store in stores for row in placed(store))


def placed(store: Store) -> Iterator[tuple[str, str, str]]:
    """Yield IRI, name and place of what a graph has: the rows that mentions are held against."""
    places = _gathered(store, _PLACED)
    for iri, name in _rows(store, _NAMED):
        for place in places.get(iri, {"": None}):
            yield iri, name, where(name, place)


def where(name: str, place: str) -> str:
    """Return the key of a place by which names are told apart: the code of a town, the slug of a territory.

    `place` is the IRI or slug of a place, empty if none is known: a body that all know by its name alone is
    then somewhere of its own.
    """
    from partnerkg.extract import kinds

    if not place:
        return EVERYWHERE if fold(name) in kinds.bodies() else ""
    slug = iris.slug(place) or place
    kind, _, code = slug.rpartition("-")
    return code if kind in _TOWN_SLUGS else slug


def of_mention(mention: Mention) -> str:
    """Return the key of the place of a mention, "" where nobody can tell."""
    from partnerkg.places import french
    from partnerkg.readings.proposed import place_of

    place, _ = place_of(mention)
    return where(mention.name, french.french_find(place) if place else "") or mention.place_code


@lru_cache(maxsize=2)
def candidates(store: Store) -> tuple[Candidates, Mapping[str, Mapping[str, None]]]:
    """Return the organisations of a graph to be found by parts of their names, and the classes of each."""
    from partnerkg.resolve.candidates import Candidates, Entry

    names, towns = _gathered(store, _NAMED), _gathered(store, _TOWNS)
    kinds: dict[str, dict[str, None]] = {}
    words: dict[str, dict[str, None]] = {}
    for thing, class_, label in _rows(store, _KINDS):
        kinds.setdefault(thing, {})[class_] = None
        words.setdefault(thing, {})[label] = None
    entries = [
        Entry(iri, tuple(called), tuple(towns.get(iri, ())), tuple(words.get(iri, ())))
        for iri, called in sorted(names.items())
    ]
    return Candidates(entries), kinds


def _gathered(store: Store, query: str) -> dict[str, dict[str, None]]:
    found: dict[str, dict[str, None]] = {}
    for thing, value in _rows(store, query):
        found.setdefault(thing, {})[value] = None
    return found


def _rows(store: Store, query: str) -> Iterator[tuple[str, ...]]:
    return (tuple(str(getattr(term, "value", term)) for term in row) for row in store.each(query))
