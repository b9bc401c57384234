"""The exact payslip: dated law, indices, arithmetic, and the payslip line by line.

Amounts are integer cents a month, rates integer ten-thousandths. The arithmetic uses only
`+ - * // abs` and comparisons, so that it reads the same on `int` and on NumPy int64
columns; nothing here imports NumPy.
"""
