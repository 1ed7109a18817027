"""The types that the parameters of questions can have, one a file.

What a person writes is read here and nowhere else, and so is what a person, a form or an assistant is told
about it.
"""

from __future__ import annotations

from partnerkg.query.types.base import Type
from partnerkg.query.types.iri import Iri
from partnerkg.query.types.language import Language
from partnerkg.query.types.number import Number
from partnerkg.query.types.place import Place
from partnerkg.query.types.text import Text
from partnerkg.query.types.year import Year

TYPES: dict[str, Type] = {
    type_.name: type_ for type_ in (Iri(), Text(), Language(), Year(), Number(), Place())
}
