"""The brackets of N-Triples and N-Quads: triple terms of RDF 1.2, line by line."""

from __future__ import annotations

from partnerkg.errors import N_
from partnerkg.rdf.nesting.bounds import LONGEST, Fault, too_deep, too_long


class Watch:
    """Passes on whole lines; the last one waits for its end."""

    def __init__(self) -> None:
        self._rest = b""

    def feed(self, block: bytes, line: int) -> bytes:
        """Return what waited and the whole lines of this block."""
        end = max(block.rfind(b"\n"), block.rfind(b"\r")) + 1
        data = b"".join((self._rest, memoryview(block)[:end])) if end else b""
        self._rest = block[end:] if end else self._rest + block
        if len(self._rest) > LONGEST:
            raise Fault(line + block.count(b"\n"), too_long(LONGEST, line=True))
        return _checked(data, line)

    def end(self, line: int) -> bytes:
        """Return what waited."""
        data, self._rest = self._rest, b""
        return _checked(data, line)


def _checked(data: bytes, line: int) -> bytes:
    if b"(" in data and b"<<(" in data:  # a single letter is found much faster
        from partnerkg.rdf.nesting.brackets import depth
        from partnerkg.rdf.nesting.terse import brackets

        for number, text in enumerate(data.split(b"\n"), start=line):
            for part in text.split(b"\r") if b"<<(" in text else ():  # which ends a line as well
                if b"<<(" in part and depth(brackets(part), 0) is None:
                    raise Fault(number, too_deep(N_("brackets")))
    return data
