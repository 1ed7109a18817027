"""Places: found by name, and written from the official geographical code."""
