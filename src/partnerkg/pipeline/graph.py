"""The graph as its users hold it: every use of this room as a method."""

from __future__ import annotations

import os

from partnerkg.model import given as checked
from partnerkg.pipeline import given
from partnerkg.pipeline.opened import PATIENCE, Opened, at
from partnerkg.translation import speaking, told

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from pyoxigraph import NamedNode

    from partnerkg.completeness import Completeness
    from partnerkg.infer import Inferred
    from partnerkg.pipeline.opened import Place
    from partnerkg.query.formats import Look
    from partnerkg.query.organization import Organization
    from partnerkg.query.proof import Proof
    from partnerkg.query.results import Solutions
    from partnerkg.query.search import Finds
    from partnerkg.query.statements import Statements
    from partnerkg.validate import Report, Severity, Shapes


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
    with told(checked.language(language)):
        there = at(given.place(path))
        graph = KnowledgeGraph(there.project, language, there.endpoint)
        graph.store.need()
        return graph


@speaking(lambda graph: graph.language)
class KnowledgeGraph(Opened):
    """A graph that answers questions, validates itself and can be exported.

    `language` (`en` or `fr`) is that of the labels, and of what the errors of its methods say; `project` the
    folder, file or store it was opened from, None for the shipped graph and for an endpoint.
    """

    __slots__ = ()

    def __repr__(self) -> str:
        return f"<KnowledgeGraph: {self.endpoint or self.project or 'the shipped graph'}, {self.language}>"

    def _repr_html_(self) -> str:
        """Return how much the graph holds, and which question lists it, for notebooks."""
        from partnerkg.pipeline import summary

        return summary.html(self)

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

        answer = solve(self.questions[checked.text(name, "name")], self.store, parameters)
        answer.look = self.look()
        return answer

    def sparql(self, text: str, *, seconds: float | None = PATIENCE) -> Solutions | bool | Statements:
        """Return what a SPARQL query asks for: solutions, a truth or triples.

        Prefixes of the project need not be declared. In a notebook an answer is a table, and links are a
        picture: triples, or solutions with columns such as `source` and `target`.
        WrongSparql for a wrong text, an update, SERVICE, or FROM a graph that is not here. Anybody may have
        written it, so it is asked in another process: OutOfTime after so many seconds, OutOfMemory above what
        PARTNERKG_MEMORY says. With None for the seconds it is asked here, without bounds.

        >>> import partnerkg
        >>> partnerkg.open().sparql("ASK { ?network a pk:Network }")
        True
        """
        from partnerkg.pipeline import ask
        from partnerkg.query.results import Solutions
        from partnerkg.query.statements import Statements

        answer = ask.freely(self, checked.text(text, "text"), checked.seconds(seconds))
        if isinstance(answer, bool):
            return answer
        if isinstance(answer, Solutions):
            answer.look = self.look()
            return answer
        return Statements(answer, self.look())

    def look(self) -> Look:
        """Return how answers are shown: names in the language of the graph."""
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
        from partnerkg.pipeline import show

        return show.organization(self, checked.text(name, "name"))

    def search(self, words: str, limit: int = 20) -> Finds:
        """Return what goes by all the words, else by some of them: a list, the best first.

        Organisations, places, sources and other things come first, then concepts, classes and properties,
        then questions. Accents, case, signs and endings do not count, and a part of a word will do.

        >>> import partnerkg
        >>> [found.id for found in partnerkg.open().search("lisieres", limit=1)]
        ['les-lisieres']
        """
        from partnerkg.pipeline import search

        return search.find(self, checked.text(words, "words")).first(checked.number(limit, "limit"))

    def why(self, subject: str, property_: str, value: str) -> list[Proof]:
        """Return the words that prove a statement: claim, status, passages, headings, page and day of each.

        >>> import partnerkg
        >>> proofs = partnerkg.open().why("Le Bateau Livre", "org:memberOf", "librairies-sorcieres")
        >>> [(passage.start, passage.end) for proof in proofs for passage in proof.passages]
        [(3312, 3438)]
        """
        from partnerkg.query.proof.statement import prove_statement

        for name, term in (("subject", subject), ("property", property_), ("value", value)):
            checked.text(term, name)
        return prove_statement(subject, property_, value, self.store)

    def example(self) -> str | None:
        """Return an organisation that much is said of, by name or slug, None if the graph has none."""
        from partnerkg.pipeline import summary

        return summary.example(self)

    def sample(self) -> str | None:
        """Return a question as it is asked, with values that the graph has; None if there is none."""
        from partnerkg.pipeline import summary

        return summary.sample(self)

    def summary(self) -> dict[str, int]:
        """Return how many organisations, networks, links, quotes and pages the graph has.

        Each number is that of the rows of a question (`pipeline.summary.LISTED`).

        >>> import partnerkg
        >>> graph = partnerkg.open()
        >>> graph.summary()["links"] == len(graph.query("partnership_edges"))
        True
        """
        from partnerkg.pipeline import summary

        return summary.summary(self)

    def validate(
        self,
        fail_on: Severity | str = "violation",
        *,
        shapes: Shapes | Iterable[str | os.PathLike[str]] | str | os.PathLike[str] | None = None,
        engine: str = "auto",
        focus: Iterable[NamedNode | str] | NamedNode | str | None = None,
        since: Place = None,
        seconds: float | None = None,
        rules: str | None = None,
    ) -> Report:
        """Return what the shapes find in the graph, as `partnerkg.validate.validate` does.

        `fail_on` is the mildest severity that makes it fail; `shapes` are files, or one, else the shipped
        ones; `focus` are the only nodes to look at; a thing that is named is looked at with what exists for
        it alone. `since` is an earlier graph as `diff` takes it: then only what is described otherwise now
        is looked at, and what leads to it. Shapes that are given may be anybody's: OutOfTime after so many
        seconds, by default 300, OutOfMemory above what PARTNERKG_MEMORY says. `rules` runs theirs before:
        `once` or `repeatedly`, else once if they ask for it (`sh:entailment sh:Rules`).

        >>> import partnerkg
        >>> partnerkg.open().validate().passes()
        True
        """
        from partnerkg.pipeline import check

        given.severity(fail_on)
        focus = None if focus is None else given.things(focus)
        checked.text(engine, "engine")
        rules = None if rules is None else checked.text(rules, "rules")
        parts = {"engine": engine, "focus": focus, "since": since, "seconds": checked.seconds(seconds)}
        return check.validate(self, fail_on, shapes=given.shapes(shapes), rules=rules, **parts)  # type: ignore[arg-type]

    def inferred(self, shapes: Iterable[str | os.PathLike[str]] | None = None) -> Inferred:
        """Return what follows from the graph by the rules of the ontology, as quads of `graph:inferred`.

        `shapes` are files of shapes whose rules are taken instead. It is not put into the graph: no question
        sees it. WrongRule or WrongHeader for a rule of the project that cannot be used, WrongShape for one
        of shapes.

        >>> import partnerkg
        >>> partnerkg.open().inferred().counts["membership"]
        0
        """
        from partnerkg.pipeline import infer

        if shapes is not None:
            return infer.by_shapes(self, list(map(str, checked.files(shapes, "shapes"))))[0]
        return infer.inferred(self)

    def completeness(
        self, shapes: Shapes | Iterable[str | os.PathLike[str]] | str | os.PathLike[str] | None = None
    ) -> Completeness:
        """Return how complete the records are: who has what the shapes want of each class, and who lacks it.

        `shapes` are loaded shapes or their files, else those that come with partnerkg. WrongShape if one
        asks for what cannot be counted, OutOfTime if it takes more than 300 seconds.

        >>> import partnerkg
        >>> found = partnerkg.open().completeness()
        >>> cell = found.cell("Bookshop", "town")
        >>> (cell.answered, cell.of, cell.percent)
        (11, 11, 100)
        >>> found.of("Le Bateau Livre").missing[0].name("en")
        'web site'
        """
        from partnerkg.pipeline.complete import measuring

        return measuring.against(self, given.shapes(shapes))

    def export(self, format: str, path: str | os.PathLike[str] | None = None) -> bytes | None:  # noqa: A002
        """Return the graph in a format of `partnerkg.export.FORMATS`, or write it to a file and return None.

        UnknownExport, UnwritablePath, MissingExtra, or UnwritableValue and the like for what a format
        cannot say; a file is replaced only when all is written.

        >>> import partnerkg
        >>> partnerkg.open().export("nquads").startswith(b"<")
        True
        """
        from partnerkg import export
        from partnerkg.files import writing

        checked.file(path)
        chunks = export.write(self.store, checked.text(format, "format"), self.language)
        if path is None:
            return b"".join(chunks)
        writing.write_atomically(os.fspath(path), chunks)
        return None
