"""A chart as rows, where nothing can be drawn."""

from penitcareer.render.charts.curves import Chart, amounts, changes
from penitcareer.render.document import Column, Table
from penitcareer.render.words import french


def table_of(chart: Chart) -> Table:
    """The same chart as rows: a line a change of pay."""
    columns = (Column("Carrière", flexible=True), Column("Après", right=True), Column("Net", right=True))
    return Table(
        columns,
        tuple(
            (curve.nom, french.months(step.mois), amounts(*step.pay))
            for curve in chart.courbes
            for step in changes(curve, chart.annees)
        ),
        grouped=True,
    )
