"""What random graphs and random shapes are made of: chance, a few names, and literals full of corners."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.namespaces import namespace

T = TypeVar("T")
Subject = NamedNode | BlankNode
Node = NamedNode | BlankNode | Literal

XSD = namespace("xsd")
# Lexical forms are canonical where they are well-formed: the embedded store keeps values, not spellings.
ORDERED = (
    *(Literal(text) for text in ("", "a", "ab", "b", "A b", "é")),
    *(Literal(number) for number in (0, 1, 2, 10, -3)),
    *(Literal(text, datatype=XSD.decimal) for text in ("1.5", "2.25")),
    *(Literal(text, datatype=XSD.double) for text in ("1.5", "10")),
)
DATED = tuple(
    Literal(f"{text}Z", datatype=XSD.dateTime)
    for text in ("2020-01-01T00:00:00", "2021-01-01T00:00:00", "2021-01-01T00:00:01")
)
LITERALS = (
    *ORDERED,
    *DATED,
    *(Literal("a", language=tag) for tag in ("en", "fr")),
    *(Literal("ab", language=tag) for tag in ("en", "en-gb")),
    *(Literal(text, datatype=XSD.boolean) for text in ("true", "false")),
    *(Literal(text, datatype=XSD.date) for text in ("2020-01-01", "2021-06-30")),
    Literal("2020", datatype=XSD.gYear),
    Literal("ex", datatype=XSD.anyURI),
)
ILL_FORMED = (
    Literal("one", datatype=XSD.integer),
    Literal("1.5.2", datatype=XSD.decimal),
    Literal("2020-13-45", datatype=XSD.date),
    Literal("maybe", datatype=XSD.boolean),
)
CHANGED = (
    *(Literal(text, datatype=XSD.integer) for text in ("1", "01", "+1")),
    *(Literal(text, datatype=XSD.decimal) for text in ("1", "1.0", "1.50")),
    *(Literal(text, datatype=XSD.double) for text in ("1", "1.0E0")),
    *(Literal(text, datatype=XSD.boolean) for text in ("true", "1")),
    *(Literal(text, datatype=XSD.byte) for text in ("5", "300")),
    *(Literal(f"2020-01-01T00:00:00{zone}", datatype=XSD.dateTime) for zone in ("Z", "+00:00", ".0Z")),
)
# pySHACL stops at a blank node that is to be compared, compares values that SPARQL does not (an IRI, a number
# with a date, an ill-formed literal) and does not find what a query says of a blank node: these meet in no
# world but the wild ones, which are not for it.
KINDS = ("blank", "asking", "ordered", "dated")
WILD = "wild"
SPELT = "spelt"  # with literals whose form the embedded store would change


class Chance(Protocol):
    """What makes the choices: random.Random, or hypothesis, which can take them back and try smaller ones."""

    def choice(self, options: Sequence[T], /) -> T:
        """Return one of the options."""

    def randint(self, low: int, high: int, /) -> int:
        """Return a number between the two, both included."""


@dataclass(frozen=True)
class Terms:
    """The few names of a world, all below one address, so that many worlds fit into one file."""

    base: str
    kind: str
    chance: Chance = field(repr=False)

    @property
    def blanks(self) -> bool:
        """Return whether the data may hold blank nodes."""
        return self.kind in ("blank", WILD)

    @property
    def compares(self) -> bool:
        """Return whether shapes may ask for an order of values."""
        return self.kind in ("ordered", "dated", WILD)

    @property
    def literals(self) -> Sequence[Literal]:
        """Return the literals that are well-formed."""
        own = Literal("z", datatype=self.name("datatype"))
        kinds = {"ordered": ORDERED, "dated": DATED, SPELT: CHANGED}
        return kinds.get(self.kind, (*LITERALS, own))

    @property
    def asks(self) -> bool:
        """Return whether shapes may hold queries."""
        return self.kind != "blank"

    def name(self, local: str) -> NamedNode:
        """Return the IRI of that local name."""
        return NamedNode(self.base + local)

    def property(self) -> NamedNode:
        """Return one of three properties."""
        return self.name(self.chance.choice(("p", "q", "r")))

    def class_(self) -> NamedNode:
        """Return one of three classes."""
        return self.name(self.chance.choice(("C", "D", "E")))

    def thing(self) -> Subject:
        """Return an IRI or a blank node that the data may describe."""
        local = self.chance.choice(("a", "b", "c", "d", *(("_x", "_y") if self.blanks else ())))
        return BlankNode(self.blank(local)) if local.startswith("_") else self.name(local)

    def blank(self, local: str) -> str:
        """Return the label of a blank node, its own in each world."""
        return "".join(letter for letter in self.base if letter.isalnum()) + local

    def literal(self) -> Literal:
        """Return a literal; where nothing is compared, one in ten is not well-formed."""
        broken = self.kind not in ("ordered", "dated") and self.one_in(10)
        return self.chance.choice(ILL_FORMED if broken else self.literals)

    def value(self) -> Node:
        """Return a thing or a literal."""
        return self.thing() if self.one_in(2) else self.literal()

    def named(self) -> NamedNode | Literal:
        """Return a value that is no blank node: those of shapes are not those of the data."""
        value = self.value()
        return self.name("a") if isinstance(value, BlankNode) else value

    def one_in(self, number: int) -> bool:
        """Return True once in so many times."""
        return self.chance.randint(1, number) == number
