"""A SELECT query opened: every variable is shown, and every triple that an answer rests on is named.

`SELECT ?a { ?a p/q ?b OPTIONAL { ?b r ?c } }` becomes `SELECT DISTINCT * { ?a p ?x . ?x q ?b OPTIONAL
{ ?b r ?c } }` with the patterns `?a p ?x`, `?x q ?b` and `?b r ?c`: what a solution makes of them are the
triples by which it was found. What is negated (MINUS, NOT EXISTS) rests on no triple. What is grouped is a
part of its own, which is asked for the values of one row.
"""

from __future__ import annotations

from partnerkg.sparql.opened.query import open_query
from partnerkg.sparql.opened.shapes import Chain, Opened, Pattern

__all__ = ["Chain", "Opened", "Pattern", "open_query"]
