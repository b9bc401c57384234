"""Pure values and functions: standard library only, no file, no clock, no environment."""
