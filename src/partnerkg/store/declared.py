"""The prefixes that a free query need not declare: those of the files it is asked of, then the project's."""

from __future__ import annotations

from warnings import warn

from partnerkg.errors import LeftOut, OtherPrefix
from partnerkg.namespaces import prefixes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from partnerkg.sparql.query import Query


def known(query: Query, declared: Callable[[], Mapping[str, str]]) -> Mapping[str, str]:
    """Return both; `declared` gives the prefixes of the files, and is called if the query uses any.

    A warning says where the files mean another thing by a prefix that the query uses.
    """
    table = prefixes()
    used = {token.text.partition(":")[0] for token in query.undeclared({})}
    if not used:
        return table
    theirs = declared()
    for name in sorted(used & table.keys() & theirs.keys()):
        if theirs[name] != table[name]:
            warn(LeftOut(OtherPrefix(name=name, iri=theirs[name], ours=table[name])), stacklevel=2)
    return {**table, **theirs}
