"""Faces of the graph for others than the shell."""
