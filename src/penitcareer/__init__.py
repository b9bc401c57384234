"""penitcareer: what the métiers of the French prison and probation services are and pay."""

__version__ = "0.1.0"
