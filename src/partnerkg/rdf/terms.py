"""The Turtle text of a term (Turtle §6.5: PN_LOCAL, PN_LOCAL_ESC; §2.5: literals)."""

from __future__ import annotations

import re

from partnerkg.rdf.statements import refuse_rdf_12

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XSD = "http://www.w3.org/2001/XMLSchema#"
TYPE = f"<{RDF}type>"
FIRST = f"<{RDF}first>"
REST = f"<{RDF}rest>"
NIL = f"<{RDF}nil>"
# Stands for a line feed in a literal until all is indented; a lone surrogate, so no RDF text can hold it.
LINE_FEED = "\udc0a"

# Only what every parser gives back letter for letter: rdflib reads 01 as 1.
_SHORT = {
    f"<{XSD}integer>": re.compile(r"0|-?[1-9][0-9]*"),
    f"<{XSD}decimal>": re.compile(r"-?(?:0|[1-9][0-9]*)\.(?:[0-9]*[1-9]|0)"),
    f"<{XSD}boolean>": re.compile(r"true|false"),
}

_UNSEEN = re.compile("[\x80-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]")
_LETTER = (
    "A-Za-z_\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
)
_LATER = f"{_LETTER}0-9\xb7\u0300-\u036f\u203f\u2040"
_MARK = r"~.!$&'()*+,;=/?#@%:-"
_LOCAL = re.compile(
    f"(?:[{_LETTER}0-9{_MARK}][{_LATER}{_MARK}]*)?(?<!\\.)>"
).fullmatch  # rdflib misreads a final \.
_PLAIN = re.compile("[A-Za-z0-9_][A-Za-z0-9_-]*>").fullmatch
_LONG = re.compile(r'(\\n)|\\(")(?=[^"\\]|\\[^"])|\\.')
_ESCAPED = re.compile(r"[~!$&'()*+,;=/?#@]|%(?![0-9A-Fa-f]{2})|^[-.]")


class Texts(dict[str, str]):
    """The Turtle text of each N-Quads token, worked out once; `used` collects the prefixes it took.

    An IRI takes the longest namespace of the table; the empty list is `()` (but see `name`). `tags` say how
    a language tag is written that has capitals.
    """

    def __init__(self, prefixes: Mapping[str, str], tags: Mapping[str, str] | None = None) -> None:
        super().__init__()
        self.forget()
        self.used: set[str] = set()
        self._prefixes = {f"<{iri}": prefix for prefix, iri in sorted(prefixes.items(), reverse=True)}
        self._ends = sorted({len(start) for start in self._prefixes}, reverse=True)
        self._tags = tags or {}
        self._by_marks = all(start[-1] in "#/" for start in self._prefixes)

    def __missing__(self, token: str) -> str:
        if token[0] == '"':
            plain = token[-1] != ">" and token.isascii() and "\\n" not in token and "--" not in token
            return token if plain and not self._tags else self._literal(token)
        if token[0] == "_":
            return self.blank(token)
        if token[1] == "<":
            refuse_rdf_12(token)
        end = token.rfind("#") + 1 or token.rfind("/") + 1
        prefix = self._prefixes.get(token[:end]) if self._by_marks else None
        if prefix is None or _PLAIN(token, end) is None:
            text = self[token] = self.name(token)
            return text
        self.used.add(prefix)
        text = self[token] = f"{prefix}:{token[end:-1]}"
        return text

    def forget(self) -> None:
        """Let go of all texts; `used` stays."""
        self.clear()
        self[NIL] = "()"

    def blank(self, token: str) -> str:
        """Return the text of a blank node: its label."""
        return token

    def name(self, token: str) -> str:
        """Return the IRI `<…>` as `prefix:local` where the table and the grammar allow, else unchanged."""
        for end in self._ends:
            prefix = self._prefixes.get(token[:end])
            if prefix is not None and _LOCAL(token, end):
                self.used.add(prefix)
                return f"{prefix}:{local(token[end:-1])}"
        return token

    def _literal(self, token: str) -> str:
        refuse_rdf_12(token)
        end = token.rfind('"') + 1
        text, datatype = token, ""
        if token.startswith("^^", end):
            text, datatype = token[:end], token[end + 2 :]
            if datatype in _SHORT and _SHORT[datatype].fullmatch(text, 1, end - 1):
                return text[1:-1]
            datatype = "^^" + self.name(datatype)
        elif self._tags and end < len(token):
            text = f"{token[:end]}@{self._tags.get(token[end + 1 :], token[end + 1 :])}"
        if "\\n" in text:
            text = _over_lines(text, end if not datatype else len(text))
        return (text if text.isascii() else _UNSEEN.sub(_code, text)) + datatype


class Predicates(dict[str, str]):
    """The Turtle text of each predicate: names, and ` a` for rdf:type with a space to sort it first."""

    def __init__(self, texts: Texts) -> None:
        super().__init__({TYPE: " a"})
        self._texts = texts

    def __missing__(self, token: str) -> str:
        text = self[token] = self._texts.name(token)
        return text


def local(text: str) -> str:
    """Return the local part of a prefixed name, escaped; `text` is made of characters allowed there."""
    return _ESCAPED.sub(r"\\\g<0>", text)


def _over_lines(token: str, end: int) -> str:
    """Return a literal with line feeds as line ends and bare quotes: a query in a shape reads best so.

    A quote before another one or at the end keeps its backslash, so that no three of them meet.
    """
    return f'"""{_LONG.sub(_bare, token[1 : end - 1])}"""{token[end:]}'


def _bare(match: re.Match[str]) -> str:
    return LINE_FEED if match[1] else match[2] or match[0]


def _code(match: re.Match[str]) -> str:
    return f"\\u{ord(match[0]):04X}"
