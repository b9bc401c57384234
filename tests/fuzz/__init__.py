"""Hostile input, made from a seed: mutated data files, arguments and environment."""
