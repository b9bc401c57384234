"""Answers that take from several rooms of the domain."""
