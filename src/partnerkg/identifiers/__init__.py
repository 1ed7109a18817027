"""The sheet of missing identifiers: written from the graph, filled in by a person, taken back with checks."""
