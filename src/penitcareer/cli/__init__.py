"""Typer commands: parse, call one function of the domain, render one result."""

import gc

# A command lives a fraction of a second and drops little: looking for cycles while modules
# are imported would only cost instructions (3 % of a `penit net`). Set before Typer is
# imported, hence here.
gc.set_threshold(100_000)
