"""Which module imports which, imports for types and those inside functions counted."""

from __future__ import annotations

import grimp
import networkx
import pytest


@pytest.mark.parametrize("package", ["partnerkg", "benchmarks"])
def test_no_modules_go_in_a_circle(package):
    graph = grimp.build_graph(package)
    imports = networkx.DiGraph(
        (module, other)
        for module in graph.modules
        for other in graph.find_modules_directly_imported_by(module)
    )
    assert imports.number_of_edges() > 20
    circles = [sorted(one) for one in networkx.strongly_connected_components(imports) if len(one) > 1]
    assert circles == []
