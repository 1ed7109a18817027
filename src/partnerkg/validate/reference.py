"""The reference engine: pySHACL, behind one function."""

from __future__ import annotations

import logging

import rdflib
from pyoxigraph import Literal
from pyshacl import Validator
from pyshacl.errors import ReportableRuntimeError
from pyshacl.graph_abstraction import DataGraph
from rdflib.namespace import SH

from partnerkg.namespaces import shorten
from partnerkg.validate import graphs, messages, paths
from partnerkg.validate.result import Result
from partnerkg.validate.severity import Severity
from partnerkg.validate.shapes import Shapes, WrongShape, WrongShapes
from partnerkg.validate.terms import from_rdflib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.paths import Path

# What it also raises over shapes that it does not know what to make of.
_ITS_OWN = (NotImplementedError, AssertionError, LookupError, TypeError, ValueError, AttributeError)
_SILENT = logging.getLogger("partnerkg.validate.pyshacl")
_SILENT.addHandler(logging.NullHandler())
_SILENT.propagate = False  # pySHACL logs what it also raises


def results(data: rdflib.Graph, shapes: Shapes) -> list[Result]:
    """Return the results of pySHACL, in no order: no inference, no SHACL-AF, the data left as they are.

    WrongShapes if pySHACL refuses them, WrongShape if rdflib cannot parse the query of one.
    """
    options = {"logger": _SILENT, "inference": "none", "advanced": False, "inplace": True}
    try:
        with graphs.untouched():
            validator = Validator(
                DataGraph.from_rdflib(data), shacl_graph=graphs.union(shapes.quads), options=options
            )
            _, report, _ = validator.run()  # type: ignore[no-untyped-call]
    except graphs.BrokenQuery as error:
        raise WrongShape(shape=_owner(error.text, shapes), reason=error.reason) from None
    except (ReportableRuntimeError, *_ITS_OWN) as error:
        raise WrongShapes(reason=(str(error) or type(error).__name__).splitlines()[0].rstrip(".")) from None
    return [_result(node, report, shapes) for node in report.objects(None, SH.result)]


def _owner(query: str, shapes: Shapes) -> str:
    for quad in shapes.quads:
        text = quad.object.value if isinstance(quad.object, Literal) else ""
        if quad.predicate.value == str(SH.select) and query.endswith(text):
            return shorten(str(getattr(quad.subject, "value", "?")))
    return "?"


def _result(node: rdflib.term.Node, report: rdflib.Graph, shapes: Shapes) -> Result:
    shape = str(report.value(node, SH.sourceShape))
    component = str(report.value(node, SH.sourceConstraintComponent))
    focus = from_rdflib(report.value(node, SH.focusNode))
    value = report.value(node, SH.value)
    path = _path(report.value(node, SH.resultPath), shape, shapes)
    found = None if value is None else from_rdflib(value)
    known = shapes.by_iri.get(shape)
    severity = known.severity if known else Severity.named(str(report.value(node, SH.resultSeverity)))
    constraint = str(report.value(node, SH.sourceConstraint))
    said = messages.of(shapes, shape, component, focus=focus, value=found, constraint=constraint)
    return Result(
        focus,
        path,
        found,
        severity,
        shape,
        component,
        said,
        known.own_severity if known else "",
        "" if constraint == "None" else constraint,
    )


def _path(node: rdflib.term.Node | None, shape: str, shapes: Shapes) -> Path | None:
    """Return the path that the report names: a rule may name one of its own (SHACL §4.8.1, §5.3.2)."""
    if isinstance(node, rdflib.URIRef):
        return paths.predicate(str(node))
    known = shapes.by_iri.get(shape)
    return known.path if node is not None and known is not None else None
