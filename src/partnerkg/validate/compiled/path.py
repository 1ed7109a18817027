"""Property paths as SPARQL (SHACL §2.3.1 → SPARQL 1.1 §9)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.validate.paths import Path

_MARKS = {"zeroOrMorePath": "*", "oneOrMorePath": "+", "zeroOrOnePath": "?"}


def text(path: Path) -> str:
    """Return the path as SPARQL writes it, IRIs in full."""
    if path.kind == "predicate":
        return f"<{path.iri}>"
    parts = [text(part) for part in path.parts]
    if path.kind == "sequencePath":
        return f"({'/'.join(parts)})"
    if path.kind == "alternativePath":
        return f"({'|'.join(parts)})"
    if path.kind == "inversePath":
        return f"^({parts[0]})"
    return f"({parts[0]}){_MARKS[path.kind]}"


def is_step(path: Path) -> bool:
    """Return whether the path is one predicate, forwards or backwards: then no pair comes twice."""
    return path.kind == "predicate" or (path.kind == "inversePath" and path.parts[0].kind == "predicate")


def leads_nowhere(path: Path) -> bool:
    """Return whether the path leads from every node to that node itself, whether the data know it or not."""
    if path.kind in ("zeroOrMorePath", "zeroOrOnePath"):
        return True
    if path.kind == "sequencePath":
        return all(map(leads_nowhere, path.parts))
    if path.kind == "alternativePath":
        return any(map(leads_nowhere, path.parts))
    return path.kind != "predicate" and leads_nowhere(path.parts[0])


def pairs(group: str, path: Path, node: str, value: str) -> str:
    """Return a group that binds `value` to what the path leads to from each `node` that `group` binds.

    A path of length zero leads from a node to itself even where the data do not know the node, which SPARQL
    leaves out when the node is a variable (SPARQL 1.1 §18.4): hence the second branch.
    """
    if path.kind == "alternativePath":  # in branches: engines stumble over paths inside alternatives
        return " UNION ".join(f"{{ {pairs(group, part, node, value)} }}" for part in path.parts)
    reached = f"{group} {node} {text(path)} {value} ."
    if not leads_nowhere(path):
        return reached
    return f"{{ {reached} }} UNION {{ {group} BIND ({node} AS {value}) }}"
