"""The graph as a whole: the one place where store, questions, validation and export meet."""

from __future__ import annotations

import os

from partnerkg.store import opening

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pyoxigraph import NamedNode

    from partnerkg.completeness import Completeness
    from partnerkg.infer import Inferred
    from partnerkg.query.catalogue import Catalogue
    from partnerkg.query.formats import Look
    from partnerkg.query.organization import Organization
    from partnerkg.query.results import Plain, Solutions
    from partnerkg.query.search import Found
    from partnerkg.query.statements import Statements
    from partnerkg.release.changes import Changes
    from partnerkg.validate import Report, Severity, Shapes

_SUMMARY = """SELECT DISTINCT ?organizations ?networks ?links ?quotes ?pages {
    { SELECT (COUNT(DISTINCT ?x) AS ?organizations) {
        GRAPH ?said { ?x a ?class } FILTER(?said != graph:reference)
        ?class rdfs:subClassOf* org:Organization } }
    { SELECT (COUNT(DISTINCT ?x) AS ?networks) { ?x a pk:Network } }
    { SELECT (COUNT(DISTINCT ?x) AS ?links) {
        VALUES ?kind { pk:Collaboration org:Membership pk:Support } ?x a ?kind } }
    { SELECT (COUNT(DISTINCT ?x) AS ?quotes) { ?x a oa:TextQuoteSelector } }
    { SELECT (COUNT(DISTINCT ?x) AS ?pages) { ?x a pk:Source } }
}"""
_EXAMPLE = """SELECT DISTINCT ?thing ?n {
    { SELECT ?thing (COUNT(DISTINCT ?other) AS ?n) {
        ?other pk:hasPartner|org:memberOf|pk:supportedBy|^org:memberOf ?thing } GROUP BY ?thing }
} ORDER BY DESC(?n) ?thing LIMIT 1"""


ADDRESS = ("http://", "https://")


def open_graph(path: str | os.PathLike[str] | None = None, language: str = "en") -> KnowledgeGraph:
    """Return the knowledge graph of a project folder, of an RDF file or folder, or the shipped one.

    Everything is read at once: MissingFile, NoProject, UnreadableFile or BrokenFile with its line. A
    directory that `partnerkg load` wrote is only opened: BrokenStore if it is not whole. An address that
    begins with http:// or https:// is a SPARQL endpoint, which is asked and not read: WrongAddress,
    Unreachable, TooSlow, NoAccess, NoSparql or NoUnion.

    >>> import partnerkg
    >>> graph = partnerkg.open()
    >>> graph.summary()["networks"] >= 1
    True
    """
    place = None if path is None else os.fspath(path)
    if place is not None and place.startswith(ADDRESS):
        graph = KnowledgeGraph(language=language, endpoint=place)
    else:
        graph = KnowledgeGraph(place, language)
    graph.store.need()
    return graph


def diff(
    first: KnowledgeGraph | str | os.PathLike[str] | None,
    second: KnowledgeGraph | str | os.PathLike[str] | None = None,
    seconds: float = 60.0,
) -> Changes:
    """Return what changed from one graph to another: counts, organisations, statements.

    Each is a path or address as `open_graph` takes it, a release folder, a KnowledgeGraph, or None for the
    shipped graph. The errors of `open_graph`, and TangledBlankNodes if it takes longer than so many seconds
    to tell blank nodes apart. Compared with an endpoint, both have an ontology and truths are words, so that
    a graph that was pushed is the same; of an endpoint only the named graphs are read.

    >>> import partnerkg
    >>> bool(partnerkg.diff(None, partnerkg.open()))
    False
    """
    from partnerkg.release.changes import compare

    graphs = (_graph(first), _graph(second))
    if not any(graph.endpoint for graph in graphs):
        return compare(graphs[0].store.quads(), graphs[1].store.quads(), seconds)
    from partnerkg.store.sameness import alike

    old, new = (map(alike, graph.store.everything()) for graph in graphs)
    return compare(old, new, seconds)


def _graph(source: KnowledgeGraph | str | os.PathLike[str] | None) -> KnowledgeGraph:
    if isinstance(source, KnowledgeGraph):
        return source
    place = None if source is None else os.fspath(source)
    if place is not None and place.startswith(ADDRESS):
        return KnowledgeGraph(endpoint=place)
    return KnowledgeGraph(place)


class KnowledgeGraph:
    """A graph that answers questions, validates itself and can be exported.

    `language` (`en` or `fr`) is that of the labels; `project` the folder, file or store it was opened from,
    None for the shipped graph and for an endpoint.
    """

    __slots__ = ("_questions", "endpoint", "language", "project", "store")

    def __init__(self, project: str | None = None, language: str = "en", endpoint: str | None = None) -> None:
        """Take a project, whose files are read when a question needs them, or the address of an endpoint."""
        self.project = project
        self.language = language
        self.endpoint = endpoint
        self.store = opening.read(project, endpoint)
        self._questions: Catalogue | None = None

    @property
    def questions(self) -> Catalogue:
        """Return the questions that can be asked by name."""
        if self._questions is None:
            from partnerkg.query.catalogue import catalogue

            self._questions = catalogue(self.project)
        return self._questions

    def query(self, name: str, **parameters: object) -> Solutions:
        """Return the answer to a question of the catalogue; `completeness` says whether it is all there is.

        UnknownQuery, UnknownParameter, MissingParameter, WrongValue or UnknownThing say what to write.

        >>> import partnerkg
        >>> answer = partnerkg.open().query("network_members", network="librairies-sorcieres")
        >>> [row["name"] for row in answer.records()]
        ['Le Bateau Livre']
        >>> answer.completeness.state
        'unknown'
        """
        from partnerkg.query.run import solve

        answer = solve(self.questions[name], self.store, parameters)[0]
        answer.look = self._look()
        return answer

    def sparql(self, text: str) -> Solutions | bool | Statements:
        """Return what a SPARQL query asks for: solutions, a truth or triples.

        Prefixes of the project need not be declared. In a notebook an answer is a table, and links are a
        picture: triples, or solutions with columns such as `source` and `target`.
        WrongSparql for a wrong text, an update, SERVICE, or FROM a graph that is not here.

        >>> import partnerkg
        >>> partnerkg.open().sparql("ASK { ?network a pk:Network }")
        True
        """
        from partnerkg.query.results import Solutions
        from partnerkg.query.run import ask
        from partnerkg.query.statements import Statements

        answer = ask(text, self.store)
        if isinstance(answer, bool):
            return answer
        if isinstance(answer, Solutions):
            answer.look = self._look()
            return answer
        return Statements(answer, self._look())

    def _look(self) -> Look:
        from partnerkg.query.formats import Look
        from partnerkg.translation import translations

        return Look(self.store, self.language, translate=translations(self.language)[0])

    def organization(self, name: str) -> Organization:
        """Return what is said of an organisation or group, named by slug, prefixed name or IRI.

        UnknownThing with the nearest slugs if there is none.

        >>> import partnerkg
        >>> partnerkg.open().organization("le-bateau-livre-lille").towns
        ['Lille']
        """
        from partnerkg.query import things
        from partnerkg.query.describe import describe

        return describe(things.find(name, self.store), self.store, self.questions, self.language)

    def search(self, words: str, limit: int = 20) -> list[Found]:
        """Return the things whose name, acronym or other spelling holds the words, the nearest names first.

        >>> import partnerkg
        >>> [found.slug for found in partnerkg.open().search("lisieres")]
        ['les-lisieres']
        """
        from partnerkg.query.search import search

        return search(words, self.store, limit)

    def why(self, subject: str, property_: str, value: str) -> list[dict[str, Plain]]:
        """Return the words that prove a statement: claim, status, quote, start, end and page of each.

        >>> import partnerkg
        >>> proofs = partnerkg.open().why("le-bateau-livre-lille", "org:memberOf", "librairies-sorcieres")
        >>> [(proof["start"], proof["end"]) for proof in proofs]
        [(3312, 3438)]
        """
        from partnerkg.query.why import prove

        return prove(subject, property_, value, self.store)

    def example(self) -> str | None:
        """Return the slug of an organisation that much is said of, None if the graph has none."""
        from partnerkg.model import iris

        rows = [text for row in self._rows(_EXAMPLE) if (text := iris.slug(str(row["thing"])))]
        return rows[0] if rows else None

    def summary(self) -> dict[str, int]:
        """Return how many organisations, networks, links, quotes and pages the graph has."""
        return {name: int(count or 0) for name, count in self._rows(_SUMMARY)[0].items()}

    def _rows(self, text: str) -> list[dict[str, str | int | float | bool | None]]:
        from partnerkg.query.results import Solutions

        answer = self.sparql(text)
        return answer.records() if isinstance(answer, Solutions) else []

    def validate(
        self,
        fail_on: Severity | str = "violation",
        *,
        shapes: Shapes | Iterable[str | os.PathLike[str]] | None = None,
        engine: str = "auto",
        focus: Sequence[NamedNode] | None = None,
        since: KnowledgeGraph | str | os.PathLike[str] | None = None,
    ) -> Report:
        """Return what the shapes find in the graph, as `partnerkg.validate.validate` does.

        `fail_on` is the mildest severity that makes it fail; `shapes` are files, else the shipped ones;
        `focus` are the only nodes to look at. `since` is an earlier graph as `diff` takes it: then only what
        is described otherwise now is looked at, and what leads to it.

        >>> import partnerkg
        >>> partnerkg.open().validate().conforms
        True
        """
        from dataclasses import replace

        from partnerkg.validate import Shapes, affected, load, validate

        known = shapes if isinstance(shapes, Shapes) else load(shapes)
        if since is not None:
            changes = diff(since, self).difference
            focus = affected.nodes(changes.subjects, changes.objects, self.store, known)
        report = validate(self.store, known, fail_on=fail_on, engine=engine, focus=focus)
        return report if since is None else replace(report, since=str(since))

    def inferred(self) -> Inferred:
        """Return what follows from the graph by the rules of the ontology, as quads of `graph:inferred`.

        It is not put into the graph: no question sees it. WrongRule or WrongHeader for a rule of the project
        that cannot be used.

        >>> import partnerkg
        >>> partnerkg.open().inferred().counts["membership"]
        0
        """
        from partnerkg.infer import infer, rules

        return infer(self.store, rules(self.project))

    def completeness(self, shapes: Shapes | Iterable[str | os.PathLike[str]] | None = None) -> Completeness:
        """Return how complete the records are: who has what the shapes want of each class, and who lacks it.

        `shapes` are loaded shapes or their files, else those that come with partnerkg. WrongShape if one
        asks for what cannot be counted.

        >>> import partnerkg
        >>> found = partnerkg.open().completeness()
        >>> cell = found.cell("Bookshop", "town")
        >>> (cell.answered, cell.of, cell.percent)
        (11, 11, 100)
        >>> found.of("https://w3id.org/partnerkg/id/organization/le-bateau-livre-lille").missing[0].name("en")
        'web site'
        """
        from partnerkg.completeness import measure

        return measure(self.store, shapes)

    def export(self, format: str, path: str | os.PathLike[str] | None = None) -> bytes | None:  # noqa: A002
        """Return the graph in a format of `partnerkg.export.FORMATS`, or write it to a file and return None.

        UnknownExport, UnwritablePath, MissingExtra, or UnwritableValue and the like for what a format
        cannot say; a file is replaced only when all is written.

        >>> import partnerkg
        >>> partnerkg.open().export("nquads").startswith(b"<")
        True
        """
        from partnerkg import export, files

        chunks = export.write(self.store, format, self.language)
        if path is None:
            return b"".join(chunks)
        files.write_atomically(os.fspath(path), chunks)
        return None
