"""One organisation with what is said of it: names, kinds, towns, links to others, quotes."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.model import iris
from partnerkg.model.name import collated
from partnerkg.namespaces import expand
from partnerkg.translation import in_language, translations
from partnerkg.visible import many

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from partnerkg.query.proof import Proof
    from partnerkg.query.values import Plain


class Link:
    """A relation with something that has a name; `inverse` if it is the other that has the property."""

    __slots__ = ("inverse", "label", "name", "other", "property")

    def __init__(self, property_: str, label: str, other: str, name: str, inverse: bool = False) -> None:
        self.property = property_
        self.label = label
        self.other = other
        self.name = name
        self.inverse = inverse

    @property
    def slug(self) -> str:
        """Return the slug of the other thing, its IRI if it has none."""
        return iris.slug(self.other) or self.other

    def __repr__(self) -> str:
        return f"<Link: {self.label} {self.name}>"

    def __str__(self) -> str:
        return self.name

    def is_a(self, *properties: str, inverse: bool | None = None) -> bool:
        """Return whether this is one of these properties, given as CURIEs, in the direction asked."""
        return self.property in map(expand, properties) and inverse in (None, self.inverse)

    def record(self) -> dict[str, Plain]:
        """Return the link as plain Python."""
        return {
            "relation": self.label,
            "property": self.property,
            "inverse": self.inverse,
            "name": self.name,
            "iri": self.other,
        }


class Quote:
    """What proves a claim, and which facts it proves: words of a page under their heading, or the page.

    `facts` are sentences such as `town: Lille`; `status` says how the claim was read.
    """

    __slots__ = ("facts", "proof", "status")

    def __init__(self, proof: Proof, status: str, facts: Sequence[str]) -> None:
        self.proof = proof
        self.status = status
        self.facts = list(facts)

    def __repr__(self) -> str:
        return f"<Quote: {self.text or 'seen on a page'}, {many(len(self.facts), 'fact')}>"

    @property
    def text(self) -> str | None:
        """Return the words, None where the page was only seen."""
        return self.proof.quote

    def record(self, language: str = "en") -> dict[str, object]:
        """Return the quote as plain Python, the title of its page in a language."""
        said = {"text": self.text, "facts": self.facts}
        return said | self.proof.record(language) | {"status": self.status}


def _looked_for(pair: tuple[str, str]) -> tuple[str, ...]:
    """Return what two texts are sorted by as people look for them: accents and case do not count."""
    return (*map(collated, pair), *pair)


class Organization:
    """An organisation or group; names, kinds, towns and labels in the language it was asked in.

    `names` are the preferred name and then the others; `identifiers` pairs of scheme and code; `details`
    pairs of label and text (since when it exists, what it is for, how many members it claims …); `links` its
    relations in both directions; `quotes` the words that prove what is said of it, in the order of the pages.
    `foreign` says of names and texts in another language in which.
    """

    __slots__ = (
        "details",
        "foreign",
        "identifiers",
        "iri",
        "kinds",
        "language",
        "links",
        "names",
        "quotes",
        "towns",
    )

    def __init__(
        self,
        *,
        iri: str,
        names: Sequence[str],
        kinds: Sequence[str],
        towns: Sequence[str],
        identifiers: Iterable[tuple[str, str]],
        details: Iterable[tuple[str, str]],
        links: Iterable[Link],
        quotes: Sequence[Quote],
        language: str = "en",
        foreign: Mapping[str, str] | None = None,
    ) -> None:
        self.iri = iri
        self.names = list(names)
        self.kinds = list(kinds)
        self.towns = list(towns)
        self.identifiers = sorted(identifiers, key=_looked_for)
        self.details = sorted(details, key=_looked_for)
        self.links = sorted(links, key=lambda link: (*_looked_for((link.label, link.name)), link.other))
        self.quotes = list(quotes)
        self.language = language
        self.foreign = dict(foreign or {})

    def __repr__(self) -> str:
        links, quotes = many(len(self.links), "link"), many(len(self.quotes), "quote")
        return f"<Organization: {self.name}, {links}, {quotes}>"

    def _repr_html_(self) -> str:
        """Return what is said of it as a table for notebooks."""
        from partnerkg.pages import facts

        say = translations(self.language)[0]
        kept = [
            (say(N_("also called")), [*map(self.marked, self.names[1:])]),
            (say(N_("kind")), self.kinds),
            (say(N_("town")), self.towns),
            *((scheme, [code]) for scheme, code in self.identifiers),
            *self._related(),
        ]
        return facts(self.name, [(name, [" · ".join(values)] if values else []) for name, values in kept])

    def marked(self, text: str) -> str:
        """Return a name or a text as people are shown it: what is in another language says so."""
        tag = self.foreign.get(text)
        return text if tag is None else f"{text} ({in_language(tag, translations(self.language)[0])})"

    def _related(self) -> Iterator[tuple[str, list[str]]]:
        for label, links in self.by_label().items():
            yield label, [link.name for link in links]

    @property
    def name(self) -> str:
        """Return the preferred name, the IRI if it has none."""
        return self.names[0] if self.names else self.iri

    @property
    def partners(self) -> list[Link]:
        """Return those with whom a page says that they work together, whichever page says it."""
        return [link for link in self.links if link.is_a("pk:hasPartner", "pk:hasPartnerGroup")]

    @property
    def networks(self) -> list[Link]:
        """Return the networks it is a member of."""
        return [link for link in self.links if link.is_a("org:memberOf", inverse=False)]

    @property
    def members(self) -> list[Link]:
        """Return its members."""
        return [link for link in self.links if link.is_a("org:memberOf", inverse=True)]

    @property
    def supporters(self) -> list[Link]:
        """Return who supports it."""
        return [link for link in self.links if link.is_a("pk:supportedBy", inverse=False)]

    @property
    def supports(self) -> list[Link]:
        """Return whom or what it supports."""
        return [link for link in self.links if link.is_a("pk:supportedBy", inverse=True)]

    @property
    def claims(self) -> list[str]:
        """Return the IRIs of the claims that speak of it."""
        return sorted({quote.proof.claim for quote in self.quotes if quote.proof.claim})

    def by_label(self) -> dict[str, list[Link]]:
        """Return the links by what the relation is called, in the order of the names."""
        found: dict[str, list[Link]] = {}
        for link in self.links:
            found.setdefault(link.label, []).append(link)
        return found

    def record(self) -> dict[str, object]:
        """Return everything as plain Python, ready for JSON."""
        return {
            "iri": self.iri,
            "names": self.names,
            "kinds": self.kinds,
            "towns": self.towns,
            "identifiers": [{"scheme": scheme, "code": code} for scheme, code in self.identifiers],
            "details": [{"label": label, "value": value} for label, value in self.details],
            "links": [link.record() for link in self.links],
            "quotes": [quote.record(self.language) for quote in self.quotes],
        }
