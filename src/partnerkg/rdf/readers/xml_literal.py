"""XML inside RDF/XML, as a literal: Exclusive XML Canonicalization with comments (RDF/XML §7.2.17)."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Name = tuple[str | None, str]  # namespace and local name
    Attribute = tuple[Name, str, str]  # name, name as written, value

XML = "http://www.w3.org/XML/1998/namespace"
_TEXT = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#xD;"})
_VALUE = str.maketrans(
    {"&": "&amp;", "<": "&lt;", '"': "&quot;", "\t": "&#x9;", "\n": "&#xA;", "\r": "&#xD;"}
)


class Fragment:
    """The text of a literal that is being read; what is open holds what its prefixes stood for before."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._declared = {"": "", "xml": XML}
        self._open: list[tuple[str, Mapping[str, str | None]]] = []

    def start(self, namespace: str | None, title: str, attributes: Iterable[Attribute]) -> None:
        """Open an element; `title` is its name as written."""
        declared = self._declared
        ordered = sorted(attributes, key=lambda one: (one[0][0] or "", one[0][1]))
        needed = {_prefix(title): namespace or ""}
        needed |= {_prefix(written): name[0] or "" for name, written, _ in ordered if ":" in written}
        new = {prefix: iri for prefix, iri in needed.items() if declared.get(prefix) != iri}
        said = [(f"xmlns:{prefix}" if prefix else "xmlns", iri) for prefix, iri in sorted(new.items())]
        said += [(written, value) for _, written, value in ordered]
        row = "".join(f' {name}="{value.translate(_VALUE)}"' for name, value in said)
        self._pieces.append(f"<{title}{row}>")
        self._open.append((title, {prefix: declared.get(prefix) for prefix in new}))
        declared.update(new)

    def end(self) -> None:
        """Close the element that was opened last."""
        title, before = self._open.pop()
        self._pieces.append(f"</{title}>")
        for prefix, iri in before.items():
            if iri is None:
                del self._declared[prefix]
            else:
                self._declared[prefix] = iri

    def text(self, text: str) -> None:
        """Add characters."""
        self._pieces.append(text.translate(_TEXT))

    def comment(self, text: str) -> None:
        """Add a comment."""
        self._pieces.append(f"<!--{text}-->")

    def instruction(self, target: str, text: str) -> None:
        """Add a processing instruction."""
        self._pieces.append(f"<?{target}{f' {text}' if text else ''}?>")

    def __str__(self) -> str:
        return "".join(self._pieces)


def _prefix(written: str) -> str:
    return written.partition(":")[0] if ":" in written else ""
