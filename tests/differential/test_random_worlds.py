"""Random graphs against random shapes: our engines find what the others find, one by one.

`python -m benchmarks.agreement --worlds 5000` asks the same of more worlds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

import pytest
from benchmarks import agreement, findings, random_terms, worlds
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

T = TypeVar("T")
EXAMPLES = settings(
    max_examples=70,
    deadline=None,
    derandomize=True,  # a finding of the day is for `benchmarks.agreement`, not for whoever commits next
    suppress_health_check=[
        HealthCheck.too_slow,
        HealthCheck.data_too_large,
        HealthCheck.function_scoped_fixture,
    ],
)
BATCH = 60


class Drawn:
    """Choices that hypothesis makes, so that it can look for a smaller world that shows the same."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def choice(self, options: Sequence[T]) -> T:
        return self._draw(st.sampled_from(options))

    def randint(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))


@st.composite
def world(draw: st.DrawFn, kind: str = "") -> worlds.World:
    return worlds.world(Drawn(draw), kind=kind)


@EXAMPLES
@given(world())
@pytest.mark.filterwarnings("ignore")
def test_it_finds_what_pyshacl_finds(find, peer, one: worlds.World) -> None:
    theirs = peer("pyshacl", one.data, one.shapes)
    assert findings.difference(find(one.data, one.shapes, "sparql"), theirs) == []
    assert findings.difference(find(one.data, one.shapes, "pyshacl"), theirs) == []


@EXAMPLES
@given(world(kind=random_terms.SPELT))
@pytest.mark.filterwarnings("ignore")
def test_it_finds_what_pyshacl_finds_where_the_store_would_change_a_literal(
    find, peer, one: worlds.World
) -> None:
    theirs = peer("pyshacl", one.data, one.shapes)
    assert findings.difference(find(one.data, one.shapes, "auto"), theirs) == []


def test_it_finds_what_shifty_and_topbraid_find_where_they_agree(find, peer) -> None:
    """Many worlds in one file, each below an address of its own, for Java takes long to start."""
    known = [(number, kind) for kind in (*random_terms.KINDS, random_terms.WILD) for number in range(BATCH)]
    data, shapes = agreement.together(agreement.one(*world) for world in known)
    rust, java = (agreement.by_world(peer(name, data, shapes)) for name in ("shifty", "topbraid"))
    ours = agreement.by_world(find(data, shapes, "sparql"))
    agreed = [name for name in (agreement.name(*world) for world in known) if rust[name] == java[name]]
    assert len(agreed) > len(known) * 0.8
    assert {name: ours[name] for name in agreed} == {name: rust[name] for name in agreed}
