"""Data and shapes → report: shapes compiled to SPARQL where that is proven right, else looked at exactly."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from pyoxigraph import NamedNode, Quad

from partnerkg.errors import N_, Message, PartnerkgError, Suggestion, WrongValue
from partnerkg.rdf import lexical
from partnerkg.sparql.adapted import adapted
from partnerkg.validate import above, anonymous, counts, entailed, explicit, notices, reified, wellformed
from partnerkg.validate import lent as lending
from partnerkg.validate.compiled import coverage
from partnerkg.validate.compiled.outcome import worded
from partnerkg.validate.compiled.run import Run
from partnerkg.validate.data import Near, dataset
from partnerkg.validate.prefixed import short
from partnerkg.validate.reading import load
from partnerkg.validate.report import Report
from partnerkg.validate.severity import Severity
from partnerkg.validate.shapes import Shapes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Row, Term
    from partnerkg.validate.data import Data
    from partnerkg.validate.exact.plan import Plan
    from partnerkg.validate.notices import Notice
    from partnerkg.validate.result import Result
    from partnerkg.validate.shape import Shape

ENGINES = ("auto", "sparql", "exact", "pyshacl")


class NotCompiled(PartnerkgError):
    message = N_("The shapes cannot be compiled to SPARQL: {reason}; `--engine auto` takes both engines.")


def validate(
    data: Data | Iterable[Quad | str | os.PathLike[str]],
    shapes: Shapes | Iterable[str | os.PathLike[str]] | None = None,
    *,
    fail_on: Severity | str = Severity.VIOLATION,
    engine: str = "auto",
    focus: Sequence[Term] | None = None,
    lent: NamedNode | None = None,
    rules: str | None = None,
) -> Report:
    """Return what the shapes find in the union of all graphs of `data`.

    `data` are a store, or quads, or RDF files, or both; the ontology belongs to them, for classes have
    subclasses there. `shapes` are loaded shapes or their files, else the shipped ones. `fail_on` is the
    mildest severity (`violation`, `warning` or `info`) that makes the data fail. `focus` are the only nodes
    to look at, if it is given; `lent` is a graph that only helps to read the others. `engine` is `sparql`
    (the shapes compiled to SPARQL), `exact` (looked at node by node), `auto` (the first, but the second for
    what is not proven to come out the same) or `pyshacl`. `rules` says that what the rules of the shapes add
    is looked at too: `once`, as if the shapes asked for it (`sh:entailment sh:Rules`), or `repeatedly`.
    NotCompiled if `sparql` is asked for and cannot do it, MissingFile, BrokenFile or UnreadableFile if a
    file cannot be read, WrongShape or WrongShapes if the shapes cannot be used, WrongValue if `fail_on` or
    `engine` is none.
    """
    severity = _severity(fail_on)
    _check_engine(engine)
    known = shapes if isinstance(shapes, Shapes) else load(shapes)
    wellformed.check(known)
    entailment = entailed.of(dataset(data), known, rules)
    source = entailment.data
    named = explicit.named(source)
    known = explicit.aimed(known, named)
    plan = _plan(source, known, engine)
    run = Run(source.each, known, focus, plan, lending.alone(source, lent), theirs=_theirs(source))
    if engine == "pyshacl":
        results, failing = _by_pyshacl(source, known, focus, run)
    else:
        results, failing = _compiled(run, known)
    results = reified.applied(results, known)
    nodes, subjects, unseen = counts.seen(run, known)
    anonymous_nodes: dict[str, str] = {}
    if isinstance(source, Near):
        results, anonymous_nodes = anonymous.named(results, source, lambda iri: short(iri, known.prefixes))
    return Report(
        tuple(sorted(results, key=lambda result: result.sort_key)),
        nodes,
        counts.checked(run, known, failing),
        () if focus is not None else counts.unmet(run, known),
        known,
        severity,
        subjects,
        unseen,
        engine,
        tuple(str(getattr(term, "value", term)) for term in focus or ()),
        notices=(
            *entailment.notices,
            *notices.of(known, entailment.ran),
            *explicit.missing(known, named),
            *above.unknown(known, run.subclasses, source.each),
            *_beyond(known, engine),
        ),
        anonymous=anonymous_nodes,
        ways=_ways(plan, known, engine),
    )


def _theirs(source: Data) -> Callable[[str], Iterable[Row]]:
    """Return what answers queries of shapes: a server as it is, the engine here as SPARQL says."""
    if not isinstance(source, Near):
        return source.each
    return lambda text: source.each(adapted(text))


def _beyond(shapes: Shapes, engine: str) -> Iterator[Notice]:
    if engine == "pyshacl":
        yield from notices.beyond_pyshacl(shapes)


def _ways(plan: Plan | None, shapes: Shapes, engine: str) -> dict[str, int]:
    """Return how many constraints of active shapes were judged in which way."""
    found = {"compiled": 0, "exact": 0, "pyshacl": 0}
    for shape in coverage.reached(shapes):
        exact = plan is not None and plan.is_exact(shape)
        way = "pyshacl" if engine == "pyshacl" else "exact" if exact else "compiled"
        found[way] += len(shape.constraints)
    return found


def _severity(name: Severity | str) -> Severity:
    try:
        return Severity.named(name)
    except KeyError:
        names = [severity.name.lower() for severity in Severity]
        raise WrongValue(
            value=name,
            name="fail-on",
            reason=Message("it is no severity"),
            suggestion=Suggestion(str(name), names),
        ) from None


def _check_engine(name: str) -> None:
    if name not in ENGINES:
        raise WrongValue(
            value=name,
            name="engine",
            reason=Message("it is no engine"),
            suggestion=Suggestion(name, ENGINES),
        )


def _plan(source: Data, shapes: Shapes, engine: str) -> Plan | None:
    """Return what is left to the exact engine, None if nothing may be: NotCompiled if something must."""
    if engine == "pyshacl":
        return None
    if engine == "sparql":
        for shape in coverage.reached(shapes):
            reason = coverage.gap(shape, shapes)
            if reason is not None:
                raise NotCompiled(reason=reason)
        _check_forms(source, shapes)
        return None
    from partnerkg.validate.exact.plan import Plan

    return Plan(source, shapes, everything=engine == "exact")


def _check_forms(source: Data, shapes: Shapes) -> None:
    """Raise NotCompiled if a shape may tell a literal as it is written from what the store makes of it."""
    from partnerkg.validate.exact.plan import Plan

    plan = Plan(source, shapes)
    if any(plan.takes(shape) or plan.touched(shape) for shape in coverage.reached(shapes)):
        written = next(
            (quad.object for quad in source.written() if lexical.stored(quad.object) != quad.object), None
        )
        if written is None:
            raise NotCompiled(
                reason=Message(
                    N_("the data have numbers beyond the store’s range, or texts with a direction")
                )
            )
        what = N_("the data write {form}, which the store has as {kept}")
        raise NotCompiled(reason=Message(what, form=str(written), kept=str(lexical.stored(written))))


def _compiled(run: Run, shapes: Shapes) -> tuple[list[Result], counts.Failing]:
    results = {shape.iri: run.results(shape, run.targets(shape.targets)) for shape in shapes.targeted()}

    def failing(owner: Shape, shape: Shape) -> int:
        rows = results[owner.iri] if owner is shape else run.results(shape, run.targets(owner.targets))
        return len({node for node, _ in rows})

    found = [worded(result, shapes) for rows in results.values() for _, result in rows]
    return found, failing


def _by_pyshacl(
    source: Data, shapes: Shapes, focus: Sequence[Term] | None, run: Run
) -> tuple[list[Result], counts.Failing]:
    from partnerkg.validate import graphs, reference

    apart = run.apart
    findings = reference.results(graphs.union(source.everything()), shapes)
    findings = [one for one in findings if one.focus_node not in apart] if apart else findings
    for owner in shapes.targeted():
        if any(target.beyond for target in owner.targets):  # pySHACL knows no graphs
            nodes = set(run.nodes(run.targets(owner.targets)))
            names = {owner.iri, *owner.properties}
            findings = [one for one in findings if one.shape not in names or one.focus_node in nodes]
    if focus is not None:
        findings = [result for result in findings if result.focus_node in set(focus)]
    return findings, counts.by_focus_node(findings)
