"""The parts of a payslip that its screens show only in passing: grids, the official range,
the exact net, the law of a day, the years and gaps of a payslip."""
