"""What fills the sentences of `wants`: the parameters of a shape, and what a value is instead."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from partnerkg.errors import N_
from partnerkg.namespaces import shorten
from partnerkg.translation import translations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.errors import Translate
    from partnerkg.model.terms import Term
    from partnerkg.translation import Plural
    from partnerkg.validate.prefixed import Short
    from partnerkg.validate.result import Node
    from partnerkg.validate.shape import Shape

LONGEST_LIST = 12
_PAIRS = ("equals", "disjoint", "subsetOf", "lessThan", "lessThanOrEquals")
_KINDS = {
    "IRI": N_("an IRI"),
    "BlankNode": N_("a blank node"),
    "Literal": N_("a literal"),
    "TripleTerm": N_("a triple term"),
}


@dataclass(frozen=True, slots=True)
class Holes:
    """What the holes of a sentence hold, in one language."""

    translate: Translate
    ngettext: Plural
    short: Short = shorten

    def of(self, component: str, shape: Shape | None, value: Node | None) -> dict[str, str]:
        """Return what fills the sentence of a component, such as `MinCount`, by the names of its holes."""
        filled = self._parameters(component, shape) if shape else {}
        filled["but"] = self._but(component, shape, value)
        return filled

    def _parameters(self, component: str, shape: Shape) -> dict[str, str]:
        given: dict[str, list[Term]] = {}
        for predicate, term in shape.constraints:
            given.setdefault(predicate.rpartition("#")[2], []).append(term)
        filled = {name: self._each(terms, shape) for name, terms in given.items()}
        for name in _PAIRS:  # SHACL 1.2 allows a path
            if any(isinstance(term, BlankNode) for term in given.get(name, ())):
                filled[name] = self.translate(N_("another path"))
        filled["it"] = self.translate(N_("The value") if shape.path else N_("The node"))
        count = filled.get(component[:1].lower() + component[1:], "")
        if component.endswith(("Count", "Length")) and count:
            filled["count"] = self._counted(count, component)
        if "nodeKind" in filled:
            filled["nodeKind"] = self._kinds(filled["nodeKind"].rpartition(":")[2])
        return filled

    def _each(self, terms: Iterable[Term], shape: Shape) -> str:
        texts = [self._listed(shape.lists[one]) if one in shape.lists else self.term(one) for one in terms]
        return self._joined(N_("{one} and {other}"), texts)

    def _joined(self, template: str, texts: list[str]) -> str:
        whole = texts[0]
        for text in texts[1:]:
            whole = self.translate(template).format(one=whole, other=text)
        return whole

    def _listed(self, terms: Iterable[Term]) -> str:
        shown = [self.term(term) for term in terms]
        if len(shown) <= LONGEST_LIST:
            return ", ".join(shown)
        text = self.translate(N_("{listed}, … ({number} in all)"))
        return text.format(listed=", ".join(shown[:LONGEST_LIST]), number=len(shown))

    def term(self, term: Term) -> str:
        """Return what a person sees of a parameter."""
        if isinstance(term, NamedNode):
            return self.short(term.value)
        if isinstance(term, Literal):
            return f"{term.value}@{term.language}" if term.language else term.value
        return self.translate(N_("a shape without a name"))

    def _counted(self, number: str, component: str) -> str:
        n = int(number) if number.isdecimal() else 2
        if component.endswith("Length"):
            return self.ngettext("{number} character", "{number} characters", n).format(number=number)
        return self.ngettext("{number} value", "{number} values", n).format(number=number)

    def _kinds(self, name: str) -> str:
        known = [self.translate(_KINDS[kind]) for kind in name.split("Or") if kind in _KINDS]
        return self._joined(N_("{one} or {other}"), known) if known else name

    def _but(self, component: str, shape: Shape | None, value: Node | None) -> str:
        if value is None or component not in _INSTEAD:
            return ""
        if component == "Datatype" and _is_of(value, shape):
            return self.translate(N_("{nothing}; it is not well-formed")).format(nothing="")
        return self.translate(N_("{nothing}; it is {found}")).format(
            nothing="", found=_INSTEAD[component](self, value)
        )

    def _kind(self, value: Node) -> str:
        kinds = {NamedNode: "IRI", BlankNode: "BlankNode", Literal: "Literal", Triple: "TripleTerm"}
        return self.translate(_KINDS[kinds[type(value)]]) if type(value) in kinds else str(value)

    def _datatype(self, value: Node) -> str:
        return self.short(value.datatype.value) if isinstance(value, Literal) else self._kind(value)

    def _language(self, value: Node) -> str:
        if not isinstance(value, Literal):
            return self._kind(value)
        return value.language or self.translate(N_("without language"))

    def _length(self, value: Node) -> str:
        if isinstance(value, NamedNode | Literal):
            return self._counted(str(len(value.value)), "Length")
        return self._kind(value)


def _is_of(value: Node, shape: Shape | None) -> bool:
    """Return whether a literal says that it is of a datatype that a shape asks for."""
    asked = [term for name, term in shape.constraints if name.endswith("#datatype")] if shape else []
    members = [member for term in asked for member in (shape.lists.get(term, ()) if shape else ())]
    return isinstance(value, Literal) and value.datatype in (*asked, *members)


_INSTEAD: Mapping[str, Callable[[Holes, Node], str]] = {
    "Datatype": Holes._datatype,
    "LanguageIn": Holes._language,
    "MaxLength": Holes._length,
    "MinLength": Holes._length,
    "NodeKind": Holes._kind,
}


def in_language(language: str, short: Short = shorten) -> Holes:
    """Return what fills sentences in a language, IRIs shortened in a way."""
    return Holes(*translations(language), short)
