"""YAML files to domain values: find, load, overlay the user's files, validate, cache."""
