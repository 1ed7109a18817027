"""What a finding says: the message of its shape, else what its constraint wants, in French and English."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from pyoxigraph import BlankNode, Literal, NamedNode

from partnerkg.namespaces import shorten

TYPE_CHECKING = False
if TYPE_CHECKING:
    from partnerkg.model.terms import Term
    from partnerkg.validate.report import Node
    from partnerkg.validate.shapes import Shape, Shapes

    Texts = Mapping[str, str]

LANGUAGES = ("en", "fr")
LONGEST_LIST = 12
_SUFFIX = "ConstraintComponent"
# Holes are parameters of the shape, except `it` (what is checked), `count` (of values) and `found` (what
# the value is instead).
_TEXTS: Mapping[str, Texts] = {
    "And": {"en": "{it} must fit each of: {and}.", "fr": "{it} doit être conforme à chacune de : {and}."},
    "Class": {"en": "{it} must be of the class {class}.", "fr": "{it} doit être de la classe {class}."},
    "Closed": {
        "en": "Leave this property out: the shape allows only those it describes.",
        "fr": "Enlevez cette propriété : la règle n’admet que celles qu’elle décrit.",
    },
    "Datatype": {
        "en": "{it} must be of the datatype {datatype}{found}.",
        "fr": "{it} doit être du type de donnée {datatype}{found}.",
    },
    "Disjoint": {
        "en": "{it} must not be a value of {disjoint} too.",
        "fr": "{it} ne doit pas être aussi une valeur de {disjoint}.",
    },
    "Equals": {
        "en": "The values must be the same as those of {equals}.",
        "fr": "Les valeurs doivent être les mêmes que celles de {equals}.",
    },
    "HasValue": {"en": "Give the value {hasValue}.", "fr": "Donnez la valeur {hasValue}."},
    "In": {"en": "{it} must be one of: {in}.", "fr": "{it} doit figurer parmi : {in}."},
    "LanguageIn": {
        "en": "{it} must be in one of the languages {languageIn}{found}.",
        "fr": "{it} doit être dans une des langues {languageIn}{found}.",
    },
    "LessThan": {
        "en": "{it} must come before each value of {lessThan}.",
        "fr": "{it} doit précéder chaque valeur de {lessThan}.",
    },
    "LessThanOrEquals": {
        "en": "{it} must not come after any value of {lessThanOrEquals}.",
        "fr": "{it} ne doit suivre aucune valeur de {lessThanOrEquals}.",
    },
    "MaxCount": {"en": "Give at most {count}.", "fr": "Donnez au plus {count}."},
    "MaxExclusive": {
        "en": "{it} must be below {maxExclusive}.",
        "fr": "{it} doit rester sous {maxExclusive}.",
    },
    "MaxInclusive": {
        "en": "{it} must be at most {maxInclusive}.",
        "fr": "{it} doit être au plus {maxInclusive}.",
    },
    "MaxLength": {
        "en": "{it} must have at most {count}{found}.",
        "fr": "{it} doit compter au plus {count}{found}.",
    },
    "MinCount": {"en": "Give at least {count}.", "fr": "Donnez au moins {count}."},
    "MinExclusive": {"en": "{it} must be above {minExclusive}.", "fr": "{it} doit dépasser {minExclusive}."},
    "MinInclusive": {
        "en": "{it} must be at least {minInclusive}.",
        "fr": "{it} doit être au moins {minInclusive}.",
    },
    "MinLength": {
        "en": "{it} must have at least {count}{found}.",
        "fr": "{it} doit compter au moins {count}{found}.",
    },
    "Node": {"en": "{it} must fit the shape {node}.", "fr": "{it} doit être conforme à la règle {node}."},
    "NoCount": {"en": "Give no value.", "fr": "Ne donnez aucune valeur."},
    "NodeKind": {"en": "{it} must be {nodeKind}{found}.", "fr": "{it} doit être {nodeKind}{found}."},
    "Not": {"en": "{it} must not fit {not}.", "fr": "{it} ne doit pas être conforme à {not}."},
    "Or": {
        "en": "{it} must fit at least one of: {or}.",
        "fr": "{it} doit être conforme à une au moins de : {or}.",
    },
    "Pattern": {
        "en": "{it} must match the pattern {pattern}.",
        "fr": "{it} doit suivre le motif {pattern}.",
    },
    "QualifiedMaxCount": {
        "en": "Give at most {count} fitting {qualifiedValueShape}.",
        "fr": "Donnez au plus {count} selon {qualifiedValueShape}.",
    },
    "QualifiedMinCount": {
        "en": "Give at least {count} fitting {qualifiedValueShape}.",
        "fr": "Donnez au moins {count} selon {qualifiedValueShape}.",
    },
    "SPARQL": {
        "en": "The query of this rule finds a fault here, without a message that says which.",
        "fr": "La requête de cette règle trouve ici une faute, sans message qui dise laquelle.",
    },
    "QualifiedNoCount": {
        "en": "Give no value fitting {qualifiedValueShape}.",
        "fr": "Ne donnez aucune valeur selon {qualifiedValueShape}.",
    },
    "UniqueLang": {
        "en": "Give at most one value in each language.",
        "fr": "Donnez au plus une valeur par langue.",
    },
    "Xone": {
        "en": "{it} must fit exactly one of: {xone}.",
        "fr": "{it} doit être conforme à une seule de : {xone}.",
    },
}
_OTHER = {
    "en": "The constraint {component} is not met.",
    "fr": "La contrainte {component} n’est pas remplie.",
}
_IT = {
    "en": {True: "The value", False: "The node"},
    "fr": {True: "La valeur", False: "Le nœud"},
}
_AND = {"en": " and ", "fr": " et "}
_NAMELESS = {"en": "a shape without a name", "fr": "une règle sans nom"}
_ALL = {"en": "{listed}, … ({number} in all)", "fr": "{listed}, … ({number} en tout)"}
_FOUND = {"en": "; it is {found}", "fr": " ; c’est {found}"}
_NO_LANGUAGE = {"en": "without language", "fr": "sans langue"}
_COUNTED = {
    "Count": {"en": ("value", "values"), "fr": ("valeur", "valeurs")},
    "Length": {"en": ("character", "characters"), "fr": ("caractère", "caractères")},
}
_KINDS = {
    "IRI": {"en": "an IRI", "fr": "un IRI"},
    "BlankNode": {"en": "a blank node", "fr": "un nœud anonyme"},
    "Literal": {"en": "a literal", "fr": "un littéral"},
}
_OR = {"en": " or ", "fr": " ou "}


def of(
    shapes: Shapes,
    shape: str,
    component: str,
    *,
    focus: Node | None = None,
    value: Node | None = None,
    constraint: str = "",
) -> dict[str, str]:
    """Return what a finding says, by language: its SPARQL constraint's message, its shape's, or `generic`.

    `shape`, `component` and `constraint` (the node of sh:sparql) are IRIs or names of blank nodes. `{?this}`
    and `{?value}` are filled in (SHACL §5.3.2).
    """
    known = shapes.by_iri.get(shape)
    own = shapes.constraint_messages.get(constraint) or (known.messages if known else None)
    if not own:
        return generic(component, known, value)
    bound = {"this": focus, "value": value}
    return {language: filled(text, bound) for language, text in own.items()}


def filled(text: str, bound: Mapping[str, Node | None]) -> str:
    """Return a message with the values of its variables `{?name}` and `{$name}` (SHACL §5.3.2)."""
    for name, term in bound.items():
        shown = "" if term is None else shorten(term.value)
        text = text.replace(f"{{?{name}}}", shown).replace(f"{{${name}}}", shown)
    return text


def generic(component: str, shape: Shape | None = None, value: Node | None = None) -> dict[str, str]:
    """Return what a constraint wants, in English and French, with the parameters of the shape.

    `component` is an IRI or a local name, with or without `ConstraintComponent`. A component that SHACL Core
    does not know, and one whose parameters are not at hand, is only named.
    """
    name = component.rpartition("#")[2].removesuffix(_SUFFIX)
    return {language: _said(name, component, shape, value, language) for language in LANGUAGES}


def _said(name: str, component: str, shape: Shape | None, value: Node | None, language: str) -> str:
    holes = _holes(name, shape, language)
    holes["found"] = _found(name, value, language)
    holes["component"] = shorten(component)
    if name.endswith("MaxCount") and holes.get("count", "").startswith("0 "):
        name = name.replace("MaxCount", "NoCount")
    try:
        return _TEXTS[name][language].format_map(holes)
    except KeyError:
        return _OTHER[language].format_map(holes)


def _holes(name: str, shape: Shape | None, language: str) -> dict[str, str]:
    if shape is None:
        return {}
    parameters: dict[str, list[Term]] = {}
    for predicate, term in shape.constraints:
        parameters.setdefault(predicate.rpartition("#")[2], []).append(term)
    holes = {"it": _IT[language][shape.path is not None]}
    for parameter, terms in parameters.items():
        listed = shape.lists.get(terms[0])
        holes[parameter] = (
            _listed(listed, language)
            if listed is not None
            else _AND[language].join(_shown(term, language) for term in terms)
        )
    count = holes.get(name[:1].lower() + name[1:], "")
    if name.endswith(("Count", "Length")) and count:
        holes["count"] = _counted(count, name, language)
    if "nodeKind" in holes:
        holes["nodeKind"] = _kinds(holes["nodeKind"].rpartition(":")[2], language)
    return holes


def _listed(terms: Iterable[Term], language: str) -> str:
    shown = [_shown(term, language) for term in terms]
    if len(shown) <= LONGEST_LIST:
        return ", ".join(shown)
    return _ALL[language].format(listed=", ".join(shown[:LONGEST_LIST]), number=len(shown))


def _shown(term: Term, language: str) -> str:
    if isinstance(term, NamedNode):
        return shorten(term.value)
    if isinstance(term, Literal):
        return f"{term.value}@{term.language}" if term.language else term.value
    return _NAMELESS[language]


def _counted(number: str, name: str, language: str) -> str:
    words = _COUNTED["Length" if name.endswith("Length") else "Count"][language]
    one = number in {"0", "1"} if language == "fr" else number == "1"
    return f"{number} {words[0 if one else 1]}"


def _kinds(name: str, language: str) -> str:
    return _OR[language].join(_KINDS[kind][language] for kind in name.split("Or") if kind in _KINDS)


def _found(name: str, value: Node | None, language: str) -> str:
    if value is None or name not in _FOUND_BY:
        return ""
    found = _FOUND_BY[name](value, language)
    return _FOUND[language].format(found=found) if found else ""


def _kind(value: Node, language: str) -> str:
    kinds = {NamedNode: "IRI", BlankNode: "BlankNode", Literal: "Literal"}
    return _KINDS[kinds[type(value)]][language]


def _datatype(value: Node, language: str) -> str:
    return shorten(value.datatype.value) if isinstance(value, Literal) else _kind(value, language)


def _language(value: Node, language: str) -> str:
    if not isinstance(value, Literal):
        return _kind(value, language)
    return value.language or _NO_LANGUAGE[language]


def _length(value: Node, language: str) -> str:
    if isinstance(value, BlankNode):
        return _kind(value, language)
    return _counted(str(len(value.value)), "Length", language)


_FOUND_BY: Mapping[str, Callable[[Node, str], str]] = {
    "Datatype": _datatype,
    "LanguageIn": _language,
    "MaxLength": _length,
    "MinLength": _length,
    "NodeKind": _kind,
}
