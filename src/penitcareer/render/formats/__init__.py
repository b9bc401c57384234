"""A document as terminal, plain, Markdown, HTML, CSV or JSON text."""

# Every format, and how the name of a file of it ends.
ENDINGS = {"table": "", "plain": ".txt", "json": ".json", "csv": ".csv", "md": ".md", "html": ".html"}
FORMATS = tuple(ENDINGS)
