"""Getting in and getting on: access, eligibility, career paths."""
