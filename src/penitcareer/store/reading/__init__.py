"""From a YAML file to validated plain values: the only place that knows yaml and pydantic."""
