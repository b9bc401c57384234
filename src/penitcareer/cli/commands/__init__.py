"""One module a command: `HELP`, `EXAMPLES` and `run`. Only the one asked for is imported."""
