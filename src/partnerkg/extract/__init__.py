"""A page → its mentions of organisations, each with its place in the page, its kind, town and relation.

One way: `view` (what a person sees, each character with its place in the page) → `sections` (which heading a
line stands under, and what it says of it) → `items` (which words of a line are names) → `mentions`.
"""
