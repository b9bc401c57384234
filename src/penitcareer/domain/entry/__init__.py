"""How one enters a métier, and who may."""
