"""SHACL read word by word, over the data as they were written: for what cannot be compiled to SPARQL.

Slower than `compiled`, and right where that is not: literals that the store keeps in another form, numbers
beyond its range, shapes that lead back to themselves, components of one's own.
"""
