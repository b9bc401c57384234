"""Métiers: their records, lists, comparisons, search and glossary."""
