"""The explorer: the answers of the library, live in a terminal. Textual is known here only."""
