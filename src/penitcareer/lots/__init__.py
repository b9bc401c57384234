"""Whole staffs: a table of agents, one a row, paid by the sums of one payslip on columns.

The only package that knows Polars and NumPy (extra `lots`).
"""

from importlib.util import find_spec

from penitcareer.domain.staff import MissingExtra

if find_spec("polars") is None or find_spec("numpy") is None:
    raise MissingExtra("lots")

from penitcareer.lots.frames import bulletins, effets

__all__ = ["bulletins", "effets"]
