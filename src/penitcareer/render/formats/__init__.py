"""A document as terminal, plain, Markdown, CSV or JSON text."""
