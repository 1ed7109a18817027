"""More statements than memory should hold: the same bytes by way of temporary files."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from pyoxigraph import Literal, NamedNode, Quad

from partnerkg.files import runs
from partnerkg.rdf import blocks, writer

from ..export.test_round_trips import datasets


def ordered(statements: list[Quad]) -> Iterator[str]:
    return (f"{quad}\n" for quad in writer.ordered(statements))


WRITERS = [writer.turtle, writer.trig, writer.ntriples, writer.nquads, ordered]
every_writer = pytest.mark.parametrize("write", WRITERS, ids=lambda write: write.__name__)


@pytest.fixture
def tiny() -> Iterator[Callable[[int], None]]:
    """Return a function that sets how much memory may hold."""
    before = blocks.TOGETHER, runs.LIMIT

    def setting(limit: int) -> None:
        blocks.TOGETHER = runs.LIMIT = limit

    yield setting
    blocks.TOGETHER, runs.LIMIT = before


@every_writer
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(found=datasets)
def test_it_gives_the_same_bytes(
    write: Callable[..., Iterator[str]], tiny: Callable[[int], None], found: list[Quad]
) -> None:
    tiny(1 << 26)
    expected = "".join(write(found * 2))
    tiny(1)
    assert "".join(write(found * 2)) == expected


@every_writer
def test_it_gives_the_same_bytes_for_many_statements_in_any_order(
    write: Callable[..., Iterator[str]], tiny: Callable[[int], None]
) -> None:
    nodes = [NamedNode(f"http://example.org/{number}") for number in range(300)]
    quads = [
        Quad(nodes[number % 97], nodes[number % 5], Literal(f"line\n{number}"), nodes[number % 3])
        for number in range(3000)
    ]
    expected = "".join(write(quads))
    tiny(1 << 12)
    assert "".join(write(quads[::-1])) == expected


def test_portions_of_portions_come_back_in_order(tiny: Callable[[int], None]) -> None:
    tiny(10)
    found = runs.Runs()
    numbers = [f"{number * 7919 % 1000:03}" for number in range(1000)]
    for number in numbers:
        found.add([number])
    assert list(found) == sorted(numbers)
