"""What a graph holds, in numbers, and an organisation to look at first."""

from __future__ import annotations

from pyoxigraph import NamedNode

from partnerkg.errors import N_, Message, PartnerkgError
from partnerkg.model import iris
from partnerkg.query.values import text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.pipeline.opened import Opened

# Each number is that of the rows of a question, which anybody can ask to see them.
LISTED = {
    "organizations": "organization_names",
    "networks": "network_names",
    "links": "partnership_edges",
    "quotes": "source_passages",
    "pages": "source_pages",
}
COUNTS = {
    "organizations": N_("organisations"),
    "networks": N_("networks"),
    "links": N_("links between them and others"),
    "quotes": N_("passages that prove it"),
    "pages": N_("pages and registers read or seen"),
}
SAMPLES = ("network_members", "publisher_partners")  # questions to try first, if the graph can answer them
_LISTS = N_('{count}, listed by `query("{question}")`')
_EXAMPLE = """SELECT DISTINCT ?thing ?n {
    { SELECT ?thing (COUNT(DISTINCT ?other) AS ?n) {
        ?other pk:hasPartner|org:memberOf|pk:supportedBy|^org:memberOf ?thing } GROUP BY ?thing }
} ORDER BY DESC(?n) ?thing LIMIT 1"""


def summary(opened: Opened) -> dict[str, int]:
    """Return how many organisations, networks, links, quotes and pages the graph has."""
    from partnerkg.query.counting import count

    return {name: count(opened.questions[question], opened.store) for name, question in LISTED.items()}


_ELSEWHERE = """SELECT (COUNT(DISTINCT ?thing) AS ?things) {
    VALUES ?class { %s }
    ?thing a ?class .
    FILTER NOT EXISTS { ?thing a/rdfs:subClassOf* org:Organization }
}"""
_NETWORKS = """SELECT (COUNT(DISTINCT ?network) AS ?networks) {
    ?member org:memberOf ?network .
    FILTER NOT EXISTS { ?network a pk:Network }
}"""
_FLAT = "ASK { ?claim a pk:Claim FILTER NOT EXISTS { GRAPH ?graph { ?any a pk:Collaboration } } }"


FOREIGN = N_(
    "Organisations in the words of other vocabularies, such as FOAF or schema.org: {count}. They are not "
    "among those above, for the questions ask for org:Organization; export, diff and query -e take them as "
    "they are."
)
MEMBERS = N_(
    "Bodies that have members, and are not said to be networks (pk:Network): {count}. They are not counted "
    "as networks; the question organization_networks lists their members."
)
FLAT = N_(
    "This data has no named graphs, so nothing tells the organisations that a page names from the town halls "
    "that only the reference data knows: all are counted. N-Quads and TriG keep them apart."
)


def notes(opened: Opened) -> list[Message]:
    """Return what the numbers leave out, or count beside what is meant, a sentence each."""
    from partnerkg.release import vocabulary

    foreign = _number(_ELSEWHERE % " ".join(vocabulary.spellings()), opened)
    networks = _number(_NETWORKS, opened)
    said = ((foreign, FOREIGN), (networks, MEMBERS), (opened.store.ask(_FLAT), FLAT))
    return [Message(template, count=count) for count, template in said if count]


def _number(query: str, opened: Opened) -> int:
    return int(text(next(iter(opened.store.select(query)))[0]))


def html(opened: Opened) -> str:
    """Return how much there is of what, each number with the question that lists it, for notebooks."""
    from partnerkg.pages import facts
    from partnerkg.translation import translations

    say = translations(opened.language)[0]
    told = [
        (say(COUNTS[name]), [Message(_LISTS, count=count, question=LISTED[name]).text(say)])
        for name, count in summary(opened).items()
    ]
    return facts(opened.endpoint or opened.project or "partnerkg", told)


def takes_pages(opened: Opened) -> bool:
    """Return whether pages can be read into what is opened: a project, and not the one that is shipped."""
    try:
        opened.writable()
    except PartnerkgError:
        return False
    return True


def example(opened: Opened) -> str | None:
    """Return an organisation that much is said of, as `show` understands it, None if the graph has none."""
    from partnerkg.errors import PartnerkgError
    from partnerkg.query import things
    from partnerkg.query.labels import labels

    for thing, _ in opened.store.select(_EXAMPLE):
        slug = iris.slug(text(thing))
        if isinstance(thing, NamedNode) and slug:
            name = labels([thing], opened.store, opened.language).get(thing.value, slug)
            try:
                return name if things.find(name, opened.store) == thing else slug
            except PartnerkgError:
                return slug
    return None


def sample(opened: Opened) -> str | None:
    """Return a question as a shell asks it, with values that the graph has; None if it has none for any."""
    from shlex import quote

    from partnerkg.query.choices import offer

    for name in SAMPLES:
        question = opened.questions[name]
        offers = {key: offer(question, key, opened.store, opened.language) for key in question.parameters}
        if all(one.known for one in offers.values()):
            return " ".join((name, *(f"--{key} {quote(one.example)}" for key, one in offers.items())))
    return None
