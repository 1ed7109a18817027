"""What a graph holds, in numbers, and an organisation to look at first."""

from __future__ import annotations

from partnerkg.errors import N_, Message
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
    "pages": N_("pages read or seen"),
}
SAMPLES = ("network_members", "publisher_partners")  # questions to try first, if the graph can answer them
_LISTS = N_("{count}, listed by query(“{question}”)")
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
FOREIGN = N_(
    "Organisations in the words of other vocabularies, such as FOAF or schema.org: {count}. They are not "
    "among those above, for the questions ask for org:Organization; export, diff and query -e take them as "
    "they are."
)


def foreign(opened: Opened) -> int:
    """Return how many organisations only other vocabularies know as such; no question counts them."""
    from partnerkg.release import vocabulary

    rows = opened.store.select(_ELSEWHERE % " ".join(vocabulary.spellings()))
    return int(text(next(iter(rows))[0]))


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


def example(opened: Opened) -> str | None:
    """Return the slug of an organisation that much is said of, None if the graph has none."""
    slugs = (iris.slug(text(thing)) for thing, _ in opened.store.select(_EXAMPLE))
    return next(filter(None, slugs), None)


def sample(opened: Opened) -> str | None:
    """Return a question as it is asked, with values that the graph has; None if it has none for any."""
    from partnerkg.query.choices import choices

    for name in SAMPLES:
        question = opened.questions[name]
        values = {}
        for parameter in question.parameters:
            offered = choices(question, parameter, opened.store)
            slugs = {iris.slug(text(term)) or "" for term in offered} - {""}
            example = question.parameters[parameter].example
            values[parameter] = example if example in slugs else min(slugs, default="")
        if all(values.values()):
            return " ".join((name, *(f"--{parameter} {value}" for parameter, value in values.items())))
    return None
