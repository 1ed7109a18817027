"""Shapes compiled to SPARQL, asked of any store: sets of nodes come back, logic is done on the sets."""
