"""What of a JSON-LD document no RDF is made of: each kind has its sentence."""

from __future__ import annotations

from partnerkg.errors import N_, PartnerkgError
from partnerkg.translation import Several

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAMED = 5


class UnknownKeys(PartnerkgError):
    message = N_("{path}: left out, for nothing says which IRI it stands for: {names}.")


class LostDirections(PartnerkgError):
    message = N_("{path}: the direction of {texts} (`@direction`) is left out: RDF 1.1 has no way to say it.")


class LostTexts(PartnerkgError):
    message = N_("{path}: left out are the texts in what is no language: {names}.")


def said(
    path: object, unknown: Sequence[str], directions: int, tags: Sequence[str]
) -> Iterator[PartnerkgError]:
    """Yield what is to be said of a document: keys left out, texts whose direction is, tags that are none."""
    if unknown:
        yield UnknownKeys(path=path, names=_few(unknown))
    if tags:
        yield LostTexts(path=path, names=_few(tags))
    if directions:
        yield LostDirections(path=path, texts=Several("{count} text", "{count} texts", directions))


def _few(names: Sequence[str]) -> str:
    more = [f"… ({len(names)})"] if len(names) > _NAMED else []
    return ", ".join([*names[:_NAMED], *more])
