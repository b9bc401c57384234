"""Domain results to terminal, plain text, Markdown, HTML, CSV and JSON. Only `terminal` imports
Rich, only `html` Jinja2, and only when there is a terminal, or a page, to write."""
