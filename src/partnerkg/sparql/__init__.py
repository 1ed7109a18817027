"""The text of a SPARQL query: read once into tokens, held against what is allowed, given values."""
