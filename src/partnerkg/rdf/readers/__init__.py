"""Readers for the syntaxes that the fast parser does not read as their standards say."""
