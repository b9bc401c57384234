"""Whole staffs: a table of agents, one a row, paid by the sums of one payslip on columns.

The only package that knows Polars and NumPy (extra `lots`).
"""

from penitcareer.lots.tables import bulletins

__all__ = ["bulletins"]
