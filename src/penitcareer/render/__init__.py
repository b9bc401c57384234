"""Domain results to terminal, plain text, Markdown, CSV and JSON. Only `terminal` imports
Rich, and only when a terminal is there to read it."""
