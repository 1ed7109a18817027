"""Which words prove which facts about one thing."""

from __future__ import annotations

from pyoxigraph import Literal, NamedNode

from partnerkg.errors import N_, Message
from partnerkg.model.name import collated
from partnerkg.namespaces import namespace
from partnerkg.query import things
from partnerkg.query.labels import shown
from partnerkg.query.organization import Quote
from partnerkg.query.proof import evidence
from partnerkg.query.values import text
from partnerkg.store.base import ROOMS
from partnerkg.translation import in_language, translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from partnerkg.model.terms import Term
    from partnerkg.query.proof import Proof
    from partnerkg.store.base import Store

_SAID = """SELECT DISTINCT ?thing ?subject ?property ?value ?claim {
    GRAPH ?claim { ?thing ?property ?value } ?claim a pk:Claim BIND(?thing AS ?subject)
}"""
_SAID_BACK = """SELECT DISTINCT ?thing ?subject ?property ?value ?claim {
    GRAPH ?claim { ?subject ?property ?thing } ?claim a pk:Claim BIND(?thing AS ?value)
}"""
_SAID_NEAR = """SELECT DISTINCT ?thing ?subject ?property ?value ?claim {
    ?thing org:hasSite|adms:identifier|pk:memberCount|^pk:partner|^pk:partnerGroup|^org:member|
        ^org:organization|^pk:supporter|^pk:beneficiary ?subject .
    GRAPH ?claim { ?subject ?property ?value } ?claim a pk:Claim
}"""
_PK, _ORG, _RDF, _SKOS = (namespace(prefix) for prefix in ("pk", "org", "rdf", "skos"))
# What only ties nodes together says nothing to a person.
_TIES = frozenset(
    {
        *(_PK[name] for name in ("declaredBy", "partner", "partnerGroup", "supporter", "beneficiary")),
        *(_PK[name] for name in ("nameStatus", "identifierScheme", "countedKind", "lowerBoundInclusive")),
        *(_ORG[name] for name in ("hasSite", "member", "organization")),
        _PK["upperBoundInclusive"],
    }
)
_NODES = frozenset(
    {_ORG["Site"], _ORG["Membership"], _ORG["Organization"], _PK["Collaboration"], _PK["Support"]}
)


class Proofs:
    """The claims about a thing, its sites and its relations, with what they say and the words that say it."""

    def __init__(self, thing: NamedNode, store: Store) -> None:
        self._thing = thing
        self._facts: dict[str, dict[tuple[Term | None, ...], None]] = {}
        for query in (_SAID, _SAID_BACK, _SAID_NEAR):
            for _, subject, property_, value, claim in things.rows(store, query, {"thing": thing}, ROOMS):
                self._facts.setdefault(text(claim), {})[subject, property_, value] = None
        proofs = evidence.proofs(self._facts, store)
        self._proofs = sorted((proof for some in proofs.values() for proof in some), key=_order)

    def things(self) -> Iterator[NamedNode]:
        """Yield what the facts and proofs name."""
        for facts in self._facts.values():
            for fact in facts:
                yield from (term for term in fact if isinstance(term, NamedNode))
        yield from (NamedNode(proof.status) for proof in self._proofs if proof.status)

    def quotes(self, known: Mapping[str, str], foreign: Mapping[str, str], language: str) -> list[Quote]:
        """Return the words in the order of the pages, with the facts that they prove.

        `foreign` are names and texts of the thing that are in another language.
        """
        told = _Teller(self._thing, dict(known), foreign, language)
        return [
            Quote(proof, shown(NamedNode(proof.status), told.known), told.facts(self._facts[proof.claim]))
            for proof in self._proofs
            if proof.claim and proof.status
        ]


class _Teller:
    """Says facts about one thing in the words of a language."""

    def __init__(
        self, thing: NamedNode, known: dict[str, str], foreign: Mapping[str, str], language: str
    ) -> None:
        self.known = known
        self._thing = thing
        self._foreign = foreign
        self._language = language
        self._translate = translations(language)[0]

    def facts(self, facts: Iterable[tuple[Term | None, ...]]) -> list[str]:
        """Return what a claim says, each once, as people look for it."""
        told: dict[str, None] = {}
        for subject, property_, value in sorted(facts, key=str):
            if property_ in _TIES or value in _NODES:
                continue
            label = shown(property_, self.known)
            pair = (
                (shown(subject, self.known), label)
                if value == self._thing
                else (label, self._value(subject, value))
            )
            told[Message(N_("{label}: {values}"), label=pair[0], values=pair[1]).text(self._translate)] = None
        return sorted(told, key=lambda fact: (collated(fact), fact))

    def _value(self, subject: Term | None, value: Term | None) -> str:
        """Return a value; words in another language say so, but for names that it has in no other."""
        said = shown(value, self.known)
        if not isinstance(value, Literal) or value.language in (None, self._language):
            return said
        if subject == self._thing and said not in self._foreign:
            return said
        return f"{said} ({in_language(value.language, self._translate)})"


def _order(proof: Proof) -> tuple[object, ...]:
    return proof.order
