"""Who works with whom in culture, in which town, on what, with whose support - and which words say so.

>>> import partnerkg
>>> graph = partnerkg.open()
>>> graph.query("network_members", network="librairies-sorcieres").columns
('member', 'name', 'commune', 'network_since')
"""

from __future__ import annotations

from partnerkg.version import VERSION

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.completeness import Completeness
    from partnerkg.errors import PartnerkgError
    from partnerkg.pipeline.changes import diff
    from partnerkg.pipeline.graph import KnowledgeGraph
    from partnerkg.pipeline.graph import open_graph as open  # noqa: A004
    from partnerkg.query.organization import Organization
    from partnerkg.query.results import Solutions
    from partnerkg.release.changes import Changes
    from partnerkg.validate import Report

__version__ = VERSION
__all__ = [
    "Changes",
    "Completeness",
    "KnowledgeGraph",
    "Organization",
    "PartnerkgError",
    "Report",
    "Solutions",
    "__version__",
    "diff",
    "open",
]

# Imported when first asked for: the command line must start without them.
_HOMES = {
    "Changes": "partnerkg.release.changes",
    "Completeness": "partnerkg.completeness",
    "KnowledgeGraph": "partnerkg.pipeline.graph",
    "Organization": "partnerkg.query.organization",
    "PartnerkgError": "partnerkg.errors",
    "Report": "partnerkg.validate",
    "Solutions": "partnerkg.query.results",
    "diff": "partnerkg.pipeline.changes",
    "open": "partnerkg.pipeline.graph",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    found: object = getattr(import_module(_HOMES[name]), {"open": "open_graph"}.get(name, name))
    globals()[name] = found
    return found
