"""The text of a SPARQL query: tokens, what is allowed, what an engine complains of, values put in."""
