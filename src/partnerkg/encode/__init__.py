"""Readings ↔ RDF: facts, vocabulary, and the files that are written from readings."""
