"""What a call of `penit` costs: `python -m benchmarks`, or `--scale` for 2 000 métiers."""
